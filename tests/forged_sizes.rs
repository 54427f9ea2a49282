//! Bundles that are valid but forged to be slow: what takes the square of their size would not come to an end here.

mod reports;

use nappe::core::domain::sorted::Map;
use nappe::core::domain::*;
use nappe::core::harvest::Harvest;
use nappe::core::merge::Versions;
use nappe::core::report::{Report, map, markdown};
use nappe::i18n::Locale;
use reports::{of_texts, words};
use std::time::{Duration, Instant};

const QUESTION: Id = Id::from_bits(10);
/// Far more than it takes, and far less than the square would.
const LONG: Duration = Duration::from_secs(40);

fn at(number: usize) -> Stamp {
    Stamp::new(1_000 + number as u64, 0, WriterId::from_bits(3))
}

fn id(number: usize) -> Id {
    Id::from_bits(1_000 + number as u128)
}

fn cafe(records: impl Iterator<Item = Record>) -> Cafe {
    let mut clock = Clock::new(WriterId::from_bits(3));
    let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
    cafe.apply(Command::AddQuestion { id: QUESTION, text: "What?".into() }, 2, &mut clock).expect("a question");
    cafe.join(Cafe::from_records(Id::from_bits(1), records));
    cafe
}

fn soon<T>(what: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = what();
    assert!(begun.elapsed() < LONG, "it took {:?}", begun.elapsed());
    done
}

#[test]
fn a_text_of_nothing_but_dots_is_written_as_markdown() {
    let report = of_texts(&[".".repeat(1_000_000)]);
    let file = soon(|| markdown::write(&report, &words(Locale::English)));
    assert!(file.len() > 10_000_000);
}

#[test]
fn a_word_of_nothing_but_joined_marks_is_drawn_on_the_map() {
    // It has to be broken, and the marks are joined to the last letter that fits.
    let report = of_texts(&[format!("{}{}", "W".repeat(40), "\u{300}".repeat(200_000))]);
    let words = words(Locale::English);
    soon(|| report.sections.iter().for_each(|section| drop(map::picture(section, 1, map::Frame::Page, &words))));
}

#[test]
fn as_many_unknown_tables_as_notes_are_listed() {
    let note = |number: usize| {
        Record::Contribution(Contribution {
            id: id(number),
            author: DeviceId::from_bits(5),
            question: QUESTION,
            table: id(1_000_000 + number),
            round: id(2_000_000 + number),
            example_of: None,
            text: Versions::new(at(number), "a note".into()),
            kept: None,
            name: None,
            hidden: None,
            extra: Extra::NONE,
        })
    };
    let cafe = cafe((0..100_000).map(note));
    let report = soon(|| Report::of(&cafe));
    assert_eq!(report.sections[0].groups.len(), 100_000);
}

#[test]
fn thousands_of_themes_of_one_question_find_their_namesakes() {
    let text = |text: String| Json::String(text.into());
    let theme = |number: usize| {
        let mut extra = Extra::NONE;
        let mut name = Map::default();
        name.insert("at".into(), text(at(number).to_string()));
        name.insert("is".into(), text(format!("{}{}", "Name ".repeat(20), number % 20_000)));
        extra.insert("question".into(), text(QUESTION.to_string()));
        extra.insert("name".into(), Json::Array(vec![Json::Object(name)]));
        Record::Carried(Carried { id: id(number), kind: "theme".into(), extra })
    };
    let harvest = Harvest::of(&cafe((0..30_000).map(theme)));
    assert_eq!(soon(|| harvest.namesakes(QUESTION)).len(), 10_000);
}
