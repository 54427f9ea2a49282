//! The table.

use super::*;

fn count(entry: &Entry) -> usize {
    entry.total()
}

fn check(report: &Report, words: &Words) {
    let file = csv::write(report, words);
    let table = file.strip_prefix('\u{feff}').expect("a byte order mark");
    let separator = if words.language == "fr" { b';' } else { b',' };
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).from_reader(table.as_bytes());
    let heads: Vec<&str> = words.columns.into_iter().chain([words.when]).collect();
    assert_eq!(reader.headers().expect("headings").iter().collect::<Vec<_>>(), heads);
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    let groups = || report.sections.iter().flat_map(|section| &section.groups);
    let points = groups().map(|group| group.points.len()).sum::<usize>();
    let notes: usize = groups().flat_map(|group| &group.entries).map(count).sum();
    let abouts = groups().filter(|group| !group.about.is_empty()).count();
    let empty = groups().filter(|it| matches!(it.heading, Heading::Theme(..)) && it.entries.is_empty()).count();
    let unanswered = report.sections.iter().filter(|section| section.groups.is_empty()).count();
    assert_eq!(rows.len(), notes + points + abouts + empty + unanswered + report.steps.len());
    for group in groups().filter(|group| !group.about.is_empty()) {
        let about = core_of(&group.about.join(words.or));
        assert!(rows.iter().any(|row| row[0].is_empty() && core_of(&row[5]) == about), "no {about:?}");
    }
    let (notes_and_more, steps) = rows.split_at(rows.len() - report.steps.len());
    assert!(notes_and_more.iter().all(|row| row[10].is_empty()), "only next steps have a day");
    for (row, step) in steps.iter().zip(&report.steps) {
        assert_eq!(row[2], words.next_steps);
        assert_eq!(core_of(&row[5]), core_of(&step.what.join(words.or)));
        assert_eq!(core_of(&row[7]), core_of(&step.who));
        assert_eq!(core_of(&row[10]), core_of(&step.when));
    }
    let numbered: Vec<&Vec<String>> = rows.iter().filter(|row| !row[0].is_empty()).collect();
    let numbers: Vec<usize> = numbered.iter().map(|row| row[0].parse().expect("a number")).collect();
    assert_eq!(numbers, (1..=notes).collect::<Vec<_>>());
    for cell in rows.iter().flatten() {
        let first = cell
            .chars()
            .find(|it| !it.is_whitespace() && !it.is_control() && !matches!(it, '\u{200b}'..='\u{206f}' | '\u{feff}'));
        assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '＝')), "{cell:?} is a formula");
        assert!(!cell.starts_with(['\t', '\r', '\n']), "{cell:?}");
    }
    let mut texts = Vec::new();
    for entry in groups().flat_map(|group| &group.entries) {
        texts.push((entry, String::new()));
        for example in &entry.examples {
            texts.push((example, "main".into()));
        }
        for other in &entry.gathered {
            texts.push((other, "main".into()));
            texts.extend(other.examples.iter().map(|it| (it, "other".into())));
        }
    }
    let mut main = String::new();
    let mut other = String::new();
    for (row, (entry, of)) in numbered.iter().zip(&texts) {
        let wanted = entry.texts.join(words.or);
        assert_eq!(core_of(&row[5]), core_of(&wanted));
        assert_eq!(core_of(&row[7]), core_of(entry.name.as_deref().unwrap_or_default()));
        assert_eq!(row[9], if entry.highlighted { words.highlighted } else { "" });
        assert_eq!(row[8], if entry.dots > 0 { entry.dots.to_string() } else { String::new() });
        match &**of {
            "" => {
                assert_eq!(row[6], "");
                main.clone_from(&row[0]);
            }
            "main" => {
                assert!(row[6] == main || row[6] == format!("{} {main}", words.also), "{row:?}");
                other.clone_from(&row[0]);
            }
            _ => assert_eq!(row[6], other),
        }
    }
}

fn rows(report: &Report) -> Vec<Vec<String>> {
    let file = csv::write(report, &words(Locale::English));
    let mut reader = ::csv::Reader::from_reader(file.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_table_says_what_themes_are_about_what_is_highlighted_and_what_nobody_spoke_of() {
    let texts: Vec<String> = ('a'..='z').map(|letter| letter.to_string().repeat(4)).collect();
    let mut report = of_texts(&texts);
    report.sections[0].groups[0].about = vec!["who draws it".into()];
    let (rows, words) = (rows(&report), words(Locale::English));
    let has = |place: usize, text: &str| rows.iter().filter(|row| row[place] == text).count();
    assert_eq!((has(5, "who draws it"), has(5, words.empty_theme), has(5, words.nobody)), (1, 1, 1));
    let highlighted = report.sections.iter().flat_map(|it| &it.groups).flat_map(|it| &it.entries);
    assert_eq!(has(9, words.highlighted), highlighted.filter(|entry| entry.highlighted).count());
}

#[test]
fn a_next_step_has_its_day_in_the_last_column() {
    let mut report = of_texts(&["text".to_owned()]);
    let step = &mut report.steps[0];
    (step.what, step.who, step.when) = (vec!["draw the map".into()], "Awa".into(), "12 May".into());
    let rows = rows(&report);
    let row = rows.iter().find(|row| row[5] == "draw the map").expect("the step");
    // A spreadsheet takes the day for a text.
    assert_eq!((&*row[7], &*row[10]), ("Awa", "'12 May"));
    assert!(rows.iter().all(|row| row.len() == 11));
}

#[test]
fn an_example_stands_in_the_round_of_its_note() {
    let mut report = of_texts(&["text".to_owned()]);
    let entry = &mut report.sections[0].groups[0].entries[1];
    (entry.round, entry.examples[0].round) = (Some(5), Some(6));
    let rows = rows(&report);
    let note = rows.iter().position(|row| row[4] == "5").expect("the note");
    assert_eq!((&*rows[note + 1][6], &*rows[note + 1][4]), (&*rows[note][0], "5"));
}

#[test]
fn hostile_texts_are_text_and_each_contribution_has_its_row() {
    languages().iter().for_each(|words| check(&hostile(), words));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_text(texts in any_texts()) {
        let report = of_texts(&texts);
        languages().iter().for_each(|words| check(&report, words));
    }
}
