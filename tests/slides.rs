//! The slides, on random reports: none has more lines than a room can read, and nothing is lost that they promise to
//! show.

mod histories;

use histories::harvest::sorting;
use histories::{World, config, history};
use nappe::core::domain::{Form, Id};
use nappe::core::harvest::{Choices, SlideChoices};
use nappe::core::report::slides::lines::{as_shown, wrap};
use nappe::core::report::slides::{
    BIG_TITLE_LINES, Item, LINES, Place, Role, Slide, Subject, TITLE_LINE, TITLE_LINES, deck, find,
};
use nappe::core::report::{About, Entry, Group, Heading, Point, Report, Section, Step, TableName, Words};
use nappe::i18n::Locale;
use proptest::collection::vec;
use proptest::prelude::*;
use std::borrow::Cow;

const KEPT: &str = "tests/regressions/slides.txt";

fn words() -> Words {
    Locale::French.messages().report().words
}

/// Texts of people, long and short, in several scripts, with what makes lines hard to count.
fn text(most: usize) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zàéè]{1,12}",
        2 => "[A-ZÉ]{1,9}",
        1 => "[a-z]{30,90}",
        1 => Just("👨\u{200d}👩\u{200d}👧\u{1f3fd}".to_owned()),
        1 => Just("ماء نظيف للجميع".to_owned()),
        1 => Just("水は命である".to_owned()),
        1 => Just("e\u{301}\u{301}\u{301}".to_owned()),
        1 => Just("vraiment\u{202f}?".to_owned()),
        1 => Just("\u{0}\u{202e}<b>&amp;</b>".to_owned()),
    ];
    let space = prop_oneof![9 => Just(" "), 1 => Just("  "), 1 => Just("\n"), 1 => Just("\n\n"), 1 => Just("\t")];
    vec((word, space), 1..most)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, space)| [word, space.to_owned()]).collect())
}

fn long() -> impl Strategy<Value = String> {
    prop_oneof![6 => text(12), 2 => text(40), 1 => text(200)]
}

fn entry() -> impl Strategy<Value = Entry> {
    let plain = (any::<u64>(), vec(long(), 1..3), 0usize..9, prop::bool::weighted(0.2))
        .prop_map(|(id, texts, dots, highlighted)| Entry {
            id: Id::from_bits(u128::from(id)),
            disputed: texts.len() > 1,
            texts,
            name: None,
            table: None,
            round: Some(1),
            dots,
            highlighted,
            examples: Vec::new(),
            gathered: Vec::new(),
        })
        .boxed();
    (plain.clone(), vec(plain.clone(), 0..2), vec(plain, 0..3)).prop_map(|(entry, examples, gathered)| Entry {
        examples,
        gathered,
        ..entry
    })
}

fn table() -> impl Strategy<Value = TableName> {
    (1usize..5, text(6)).prop_map(|(number, name)| TableName {
        id: Id::from_bits(number as u128),
        number: Some(number),
        name,
    })
}

fn group() -> impl Strategy<Value = Group> {
    let heading = prop_oneof![
        4 => (any::<u64>(), vec(text(10), 1..3)).prop_map(|(id, names)| Heading::Theme(Id::from_bits(u128::from(id)), names)),
        1 => Just(Heading::Unsorted),
        1 => Just(Heading::All),
        1 => table().prop_map(Heading::Table),
        2 => Just(Heading::KeyPoints),
    ];
    let point = (any::<u64>(), vec(long(), 1..3), proptest::option::of(table())).prop_map(|(id, texts, table)| Point {
        id: Id::from_bits(u128::from(id)),
        disputed: texts.len() > 1,
        texts,
        table,
        round: None,
    });
    (heading, vec(long(), 0..2), vec(point, 0..4), vec(entry(), 0..9))
        .prop_map(|(heading, about, points, entries)| Group { heading, about, points, entries })
}

fn report() -> impl Strategy<Value = Report> {
    let section = (any::<u64>(), vec(long(), 0..3), vec(group(), 0..5)).prop_map(|(id, wordings, groups)| Section {
        id: Id::from_bits(u128::from(id)),
        wordings,
        groups,
    });
    let step = (any::<u64>(), vec(long(), 1..3), text(4), text(4)).prop_map(|(id, what, who, when)| Step {
        id: Id::from_bits(u128::from(id)),
        what,
        who,
        when,
    });
    (text(30), text(20), vec(section, 0..4), vec(step, 0..5), 1u32..8, any::<u64>()).prop_map(
        |(title, place, sections, steps, most, off)| {
            let notes = sections.iter().flat_map(|it| &it.groups).flat_map(|it| &it.entries).map(|it| it.id);
            let off = notes.enumerate().filter(|(at, _)| off >> (at % 64) & 7 == 0).map(|(_, id)| id).collect();
            Report {
                title,
                date: "2026-11-23".into(),
                place,
                total: 7,
                hidden: 0,
                left_out: 0,
                counts: None,
                took_part: Vec::new(),
                recurring: Vec::new(),
                about: About { form: Form::QuestionPerTable, ..About::default() },
                choices: Choices::default(),
                slides: SlideChoices { most, off },
                sections,
                steps,
            }
        },
    )
}

/// A text without spaces and line ends: what is left of it when it was parted and put together again.
fn bare(text: &str) -> String {
    as_shown(text).chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// All words of one kind about a subject, in order.
fn all_of(slides: &[Slide], subject: Subject, roles: &[Role]) -> String {
    let items = slides.iter().filter(|slide| slide.subject == subject).flat_map(|slide| &slide.items);
    items.filter(|item| roles.contains(&item.role)).map(|item| bare(&item.text)).collect()
}

fn readable(slides: &[Slide]) -> Result<(), TestCaseError> {
    prop_assert!(!slides.is_empty());
    for slide in slides {
        prop_assert!(slide.lines() <= LINES, "{} lines: {slide:#?}", slide.lines());
        let most = if slide.subject.is_big() { BIG_TITLE_LINES } else { TITLE_LINES };
        prop_assert!(wrap(&slide.title, TITLE_LINE).len() <= most, "{}", slide.title);
        prop_assert!(slide.items.iter().all(|item| !item.text.is_empty()));
        prop_assert!(1 <= slide.part && slide.part <= slide.parts);
    }
    // The parts of a subject stand one behind the other, and say how many they are.
    for pair in slides.windows(2) {
        let goes_on = pair[0].part < pair[0].parts;
        prop_assert_eq!(goes_on, pair[1].part != 1, "{:#?}", pair);
        prop_assert!(!goes_on || pair[0].subject == pair[1].subject && pair[0].parts == pair[1].parts);
    }
    // A table's name is never left alone at the foot.
    prop_assert!(slides.iter().all(|slide| slide.items.last().is_none_or(|item| item.role != Role::Table)));
    Ok(())
}

fn shown<'a>(report: &'a Report, group: &'a Group) -> (Vec<Cow<'a, Entry>>, usize) {
    let mut entries: Vec<Cow<Entry>> = report.slides.kept(group).collect();
    entries.sort_by_key(|it| std::cmp::Reverse((it.highlighted, it.dots, it.gathered.len())));
    let most = (report.slides.most as usize).max(entries.iter().filter(|it| it.highlighted).count());
    let more = entries.iter().skip(most).map(|it| it.total()).sum();
    (entries.into_iter().take(most).collect(), more)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config(KEPT).cases.min(120), ..config(KEPT) })]

    #[test]
    fn no_slide_has_more_than_six_lines_and_its_parts_are_told(report in report()) {
        readable(&deck(&report, &words()))?;
    }

    #[test]
    fn no_slide_of_a_real_harvest_has_more_than_six_lines(history in history(), _more in sorting()) {
        let cafe = World::play(&history).merged();
        readable(&deck(&Report::of(&cafe), &words()))?;
    }

    #[test]
    fn the_strongest_notes_are_shown_whole_in_order_and_the_others_counted(report in report()) {
        let (words, slides) = (words(), deck(&report, &words()));
        for section in &report.sections {
            // Two groups of one name or none would stand together here: only the first is looked at.
            for (place, group) in section.groups.iter().enumerate() {
                let id = match &group.heading {
                    Heading::Theme(id, _) => Some(*id),
                    Heading::Table(table) => Some(table.id),
                    Heading::KeyPoints => continue,
                    _ => None,
                };
                let same = |other: &Group| match &other.heading {
                    Heading::Theme(other, _) => Some(*other) == id,
                    Heading::Table(table) => Some(table.id) == id,
                    Heading::KeyPoints => false,
                    _ => id.is_none(),
                };
                if section.groups.iter().enumerate().any(|(at, other)| at != place && same(other)) {
                    continue;
                }
                let (entries, more) = shown(&report, group);
                let join = |texts: &[String]| bare(&texts.join(&format!("\n– {} –\n", words.or)));
                let wanted: String = entries.iter().map(|entry| {
                    let examples: String = entry.examples.iter().map(|it| format!("{}{}", bare(words.example), join(&it.texts))).collect();
                    format!("{}{examples}", join(&entry.texts))
                }).collect();
                let subject = Subject::Group(section.id, id);
                prop_assert_eq!(all_of(&slides, subject, &[Role::Note, Role::Example]), wanted);
                let remarks = all_of(&slides, subject, &[Role::Remark]);
                let counted = bare(&format!("+ {}", (words.contributions)(more)));
                prop_assert_eq!(remarks.contains(&counted), more > 0, "{} {}", remarks, counted);
            }
            let points: String = section.groups.iter().flat_map(|it| &it.points)
                .map(|it| bare(&it.texts.join(&format!("\n– {} –\n", words.or)))).collect();
            prop_assert_eq!(all_of(&slides, Subject::KeyPoints(section.id), &[Role::Point]), points);
            let wording = if section.wordings.is_empty() { words.other_question.to_owned() } else { section.wordings.join(" / ") };
            let title = slides.iter().find(|it| it.subject == Subject::Question(section.id)).map(|it| bare(&it.title));
            let whole = all_of(&slides, Subject::Question(section.id), &[Role::About]);
            prop_assert!(title == Some(bare(&wording)) || whole == bare(&wording));
        }
        let steps: String = report.steps.iter().map(|it| bare(&it.what.join(&format!("\n– {} –\n", words.or)))).collect();
        prop_assert_eq!(all_of(&slides, Subject::NextSteps, &[Role::Step]), steps);
    }

    #[test]
    fn slides_follow_the_order_of_the_report(report in report()) {
        let slides = deck(&report, &words());
        prop_assert_eq!(slides[0].subject, Subject::Title);
        prop_assert_eq!(slides[slides.len() - 1].subject, Subject::Thanks);
        let order: Vec<Id> = report.sections.iter().map(|it| it.id).collect();
        let mut places: Vec<usize> = slides.iter().filter_map(|it| it.subject.question())
            .filter_map(|id| order.iter().position(|it| *it == id)).collect();
        let before = places.clone();
        places.sort_unstable();
        prop_assert_eq!(places, before);
        let after = |a: Subject, b: Subject| {
            let at = |wanted: Subject| slides.iter().position(|it| it.subject == wanted);
            at(a).is_none() || at(b).is_none() || at(a) < at(b)
        };
        for id in order {
            prop_assert!(after(Subject::Question(id), Subject::Map(id)) && after(Subject::Map(id), Subject::KeyPoints(id)));
        }
    }

    #[test]
    fn a_slide_that_went_leads_to_one_of_its_subject(report in report(), most in 1u32..8) {
        let before = deck(&report, &words());
        let after = deck(&Report { slides: SlideChoices { most, ..report.slides.clone() }, ..report.clone() }, &words());
        for slide in &before {
            let place = Place::of(slide);
            prop_assert_eq!(find(&before, place).map(|at| before[at].subject), Some(slide.subject));
            let subject = find(&after, place).map(|at| after[at].subject);
            prop_assert_eq!(subject, Some(slide.subject));
            prop_assert_eq!(Place::parse(&place.to_text()), Some(place));
        }
    }
}

/// A report as large as the one that was really given: two questions, one without themes; themes with notes and
/// examples; a question that nobody answered. The words are other ones, as long.
fn as_large_as_a_real_one() -> Report {
    let texts = |lengths: &[usize]| -> Vec<Entry> {
        let word = |length: usize| "partage ".repeat(length / 8 + 1)[..length].trim_end().to_owned();
        let one = |(place, length): (usize, &usize)| Entry {
            id: Id::from_bits(place as u128 + 1),
            texts: vec![word(*length)],
            disputed: false,
            name: None,
            table: None,
            round: None,
            dots: 0,
            highlighted: false,
            examples: Vec::new(),
            gathered: Vec::new(),
        };
        lengths.iter().enumerate().map(one).collect()
    };
    let group = |id: u128, entries: Vec<Entry>| Group {
        heading: Heading::Theme(Id::from_bits(id), vec![format!("Thème {id}")]),
        about: Vec::new(),
        points: Vec::new(),
        entries,
    };
    let section = |id: u128, groups: Vec<Group>| Section {
        id: Id::from_bits(id),
        wordings: vec!["Comment garder le lien quand tout change autour de nous, ici et là-bas\u{202f}?".into()],
        groups,
    };
    let mut returns = texts(&[82, 43, 96, 66, 68, 26, 78, 82, 26, 116, 30, 73, 36, 104]);
    returns[8].examples = texts(&[82]);
    let steps = Vec::new();
    Report {
        title: "Temps de discussion en groupes de travail".into(),
        date: String::new(),
        place: String::new(),
        total: 30,
        hidden: 0,
        left_out: 0,
        counts: None,
        took_part: Vec::new(),
        recurring: Vec::new(),
        about: About::default(),
        choices: Choices::default(),
        slides: SlideChoices { most: 15, ..SlideChoices::default() },
        sections: vec![
            section(1, Vec::new()),
            section(2, vec![Group { heading: Heading::All, ..group(0, returns) }]),
            section(
                3,
                vec![
                    group(4, texts(&[46, 69, 46, 61])),
                    group(5, texts(&[37, 25, 94])),
                    group(6, texts(&[38, 17, 58])),
                    group(7, texts(&[63, 38, 26, 51, 61])),
                ],
            ),
        ],
        steps,
    }
}

#[test]
fn a_restitution_as_large_as_a_real_one_is_held_whole() {
    let report = as_large_as_a_real_one();
    let slides = deck(&report, &words());
    let count = |role: Role| {
        let whole = |item: &&Item| item.role == role && !item.is_rest;
        slides.iter().flat_map(|slide| &slide.items).filter(whole).count()
    };
    assert_eq!((count(Role::Question(1)), count(Role::Question(2)), count(Role::Question(3))), (1, 1, 1));
    assert_eq!((count(Role::Note), count(Role::Example)), (29, 1));
    assert_eq!(count(Role::Remark), 1, "nobody answered the first question");
    assert!(slides.iter().all(|slide| slide.lines() <= LINES) && slides.len() < 30, "{}", slides.len());
}
