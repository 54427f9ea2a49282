//! Reports to write into files: one as a town would have it, one of texts that mean harm or are only unusual, random
//! ones; and the texts that a file of them has to hold.

#![allow(dead_code, reason = "each test uses some of it")]

mod hostile;

pub use hostile::{HOSTILE, long_word};

use nappe::core::domain::{Clock, Contribution, Form, Id, WriterId};
use nappe::core::example::{self, Language};
use nappe::core::harvest::{Act, Choices, SlideChoices, carry_out};
use nappe::core::report::{About, Counts, Entry, Group, Heading, Point, Report, Section, Step, TableName, Words};
use nappe::i18n::Locale;
use proptest::prelude::*;

/// The words of a language.
pub fn words(locale: Locale) -> Words {
    locale.messages().report().words
}

fn id(number: usize) -> Id {
    Id::from_bits(number as u128)
}

/// The example café, with two of its notes gathered.
pub fn realistic(language: Language) -> Report {
    let mut cafe = example::cafe(language);
    let plain = |note: &&Contribution| note.example_of.is_none() && !note.is_hidden();
    let first = cafe.contributions().find(plain).map(|note| (note.id, note.question)).expect("a note");
    let others = cafe.contributions().filter(plain).filter(|note| note.question == first.1);
    let notes: Vec<Id> = others.map(|note| note.id).take(2).collect();
    let mut clock = Clock::new(WriterId::from_bits(77));
    carry_out(&mut cafe, &Act::Gather { notes }, 3_000_000_000_000, &mut clock).expect("two notes to gather");
    Report::of(&cafe)
}

/// A report in which every text is one of these, taken in turn; more than once where there are few.
pub fn of_texts(texts: &[String]) -> Report {
    let mut taken = 0;
    let mut next = move || {
        taken += 1;
        texts[(taken - 1) % texts.len()].clone()
    };
    let table =
        |next: &mut dyn FnMut() -> String, number| TableName { id: id(number), number: Some(number), name: next() };
    let mut sections = Vec::new();
    for question in 0..4 {
        let mut groups = Vec::new();
        for place in 0..[4, 3, 1, 0][question] {
            let heading = match (question, place) {
                (0, 2) => Heading::Unsorted,
                (0, 3) => Heading::KeyPoints,
                (0, _) => Heading::Theme(id(place), (0..=place).map(|_| next()).collect()),
                (1, _) => Heading::Table(table(&mut next, place + 1)),
                _ => Heading::All,
            };
            let about = if matches!(heading, Heading::Theme(..)) { vec![next(), next()] } else { Vec::new() };
            let points = (0..2).filter(|_| question == 1 || place == 3).map(|at| point(&mut next, at)).collect();
            let count = if (question, place) == (0, 1) || place == 3 { 0 } else { 3 };
            let entries = (0..count).map(|at| entry(&mut next, question * 100 + place * 10 + at, at)).collect();
            groups.push(Group { heading, about, points, entries });
        }
        sections.push(Section { id: id(question), wordings: (0..=question % 2).map(|_| next()).collect(), groups });
    }
    let step = |next: &mut dyn FnMut() -> String, at: usize| Step {
        id: id(at),
        what: (0..=at).map(|_| next()).collect(),
        who: next(),
        when: if at == 0 { String::new() } else { next() },
    };
    let total = sections.iter().map(Section::total).sum();
    Report {
        title: next(),
        date: "2026-05-30".into(),
        place: next(),
        steps: (0..2).map(|at| step(&mut next, at)).collect(),
        sections,
        counts: Some(Counts {
            tables: (1..=3).map(|number| table(&mut next, number)).collect(),
            rows: (1..=3).map(|row| vec![row * 7, 0, row * 1_111]).collect(),
            elsewhere: 13,
        }),
        took_part: (0..2).map(|_| next()).collect(),
        recurring: (0..4).map(|place| (next(), 900 - place)).collect(),
        about: About { form: Form::QuestionPerRound, voters: 4, themes: 2, points: 3, ..About::default() },
        total,
        hidden: 2,
        left_out: 3,
        choices: Choices::default(),
        slides: SlideChoices::default(),
    }
}

fn point(next: &mut dyn FnMut() -> String, at: usize) -> Point {
    Point { id: id(at), texts: (0..=at).map(|_| next()).collect(), disputed: at > 0, table: None, round: Some(at + 1) }
}

fn entry(next: &mut dyn FnMut() -> String, number: usize, at: usize) -> Entry {
    let one = |next: &mut dyn FnMut() -> String, number: usize, versions: usize| Entry {
        id: id(number),
        texts: (0..versions).map(|_| next()).collect(),
        disputed: versions > 1,
        name: Some(next()),
        table: Some(TableName { id: id(7), number: None, name: next() }),
        round: Some(2),
        dots: 0,
        highlighted: false,
        examples: Vec::new(),
        gathered: Vec::new(),
    };
    let mut entry = one(next, number, 1 + at % 2);
    (entry.dots, entry.highlighted) = (at * 2, at == 2);
    if at > 0 {
        entry.examples = vec![one(next, number + 1_000, 1)];
        let mut other = one(next, number + 2_000, 2);
        other.examples = vec![one(next, number + 3_000, 1)];
        entry.gathered = vec![other];
    }
    entry
}

/// The report of the texts that mean harm.
pub fn hostile() -> Report {
    let long = long_word();
    of_texts(&HOSTILE.iter().map(|text| (*text).to_owned()).chain([long]).collect::<Vec<_>>())
}

/// A text in which anything may stand.
pub fn any_text() -> BoxedStrategy<String> {
    let hostile = (0..HOSTILE.len()).prop_map(|at| HOSTILE[at].to_owned());
    let signs = "[-=+@#*_`\\[\\]<>&|~$\\\\!:;.,'\"()0-9a-zé \t\n\r\0\u{85}\u{202e}\u{2069}\u{feff}\u{fffe}שع]{0,12}";
    let piece = prop_oneof![3 => hostile, 3 => signs, 2 => any::<String>(), 1 => Just(String::new())];
    prop::collection::vec(piece, 1..3).prop_map(|pieces| pieces.concat()).boxed()
}

/// Such texts, for a report.
pub fn any_texts() -> BoxedStrategy<Vec<String>> {
    prop::collection::vec(any_text(), 1..90).boxed()
}

/// What of a text has to stand in a file: its letters and digits in order. What is escaped, broken into lines or marked
/// for direction differs from one kind of file to another.
pub fn core_of(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// All texts that people wrote, in the order in which files show them, but for the title, the place and the next steps.
pub fn texts_in_order(report: &Report, words: &Words) -> Vec<String> {
    fn of_entry(entry: &Entry, into: &mut Vec<String>) {
        into.extend(entry.texts.iter().cloned());
        into.extend(entry.name.clone());
        entry.examples.iter().chain(&entry.gathered).for_each(|it| of_entry(it, into));
    }
    let mut all = Vec::new();
    for section in &report.sections {
        all.extend(section.wordings.iter().cloned());
        for group in &section.groups {
            all.extend(words.heading(&group.heading));
            all.extend(group.about.iter().cloned());
            all.extend(group.points.iter().flat_map(|point| point.texts.iter().cloned()));
            group.entries.iter().for_each(|it| of_entry(it, &mut all));
        }
    }
    all
}

/// What stands behind the questions and the next steps, in the order in which files show it: how much was written
/// where, the words that recur, each with its numbers.
pub fn figures_in_order(report: &Report, words: &Words) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(counts) = &report.counts {
        all.extend([words.figures, words.counts].map(str::to_owned));
        for (table, row) in counts.tables.iter().zip(&counts.rows) {
            all.push(words.table_name(table));
            all.extend(row.iter().map(usize::to_string));
        }
        all.extend((counts.elsewhere > 0).then(|| (words.elsewhere)(counts.elsewhere)));
    }
    if !report.recurring.is_empty() {
        all.extend([words.recurring, words.recurring_help].map(str::to_owned));
        all.extend(report.recurring.iter().flat_map(|(word, count)| [word.clone(), count.to_string()]));
    }
    if !report.took_part.is_empty() {
        all.push(words.took_part.to_owned());
        all.extend(report.took_part.iter().cloned());
    }
    all
}

/// Looks for the letters of each text behind those of the one before. Says which is missing.
pub fn missing_in_order(found: &str, texts: &[String]) -> Option<String> {
    let found = core_of(found);
    let mut from = 0;
    for text in texts {
        let wanted = core_of(text);
        match found[from..].find(&wanted) {
            Some(at) => from += at + wanted.len(),
            None => {
                return Some(format!(
                    "{text:?} is not behind {:?}",
                    found[..from].chars().rev().take(80).collect::<String>()
                ));
            }
        }
    }
    None
}
