//! An invented World Café in the language of the person, so that a newcomer sees a full table at once.
//!
//! A small town talks about its school canteen with its twin towns: three tables with a question each, three rounds,
//! forty notes. It shows what can happen to a note: two have an example, one is set aside, one has two versions, and one
//! question nobody answered. Everything is made by commands and from constants: opening the example twice gives the same
//! café, byte for byte, and joining it with itself changes nothing.

mod english;
mod french;

use crate::domain::{Cafe, Clock, Command, DeviceId, Form, Id, IdMaker, WriterId};

/// A language in which there is an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

/// Everybody who writes, hosts included. Three groups of three go from table to table; then the host of each table.
const AUTHORS: usize = 12;
/// The length of a round.
const MINUTES: u32 = 20;
/// The day of the café.
const DATE: &str = "2026-05-30";
/// When it was set up, on that day at eight (UTC). The example takes no time from outside.
const MADE: u64 = 1_780_128_000_000;
/// When the first round began.
const BEGAN: u64 = MADE + 60 * MINUTE;
const MINUTE: u64 = 60_000;

/// The texts of an example in one language.
struct Texts {
    /// In place of random bits: two languages are two cafés, and have different devices.
    seed: u64,
    title: &'static str,
    place: &'static str,
    /// The first three are asked at a table each, the last at none.
    questions: [&'static str; 4],
    tables: [&'static str; 3],
    /// The pseudonyms of the authors; empty for those who sign nothing.
    names: [&'static str; AUTHORS],
    notes: &'static [Note],
}

/// A note: table, round and author, each from 0, what is special about it, and the words.
type Note = (usize, usize, usize, Kind, &'static str);

/// What is special about a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing.
    Plain,
    /// It is an example of the note before it.
    Example,
    /// The facilitator set it aside.
    OffTopic,
    /// Its author and the facilitator wrote it anew, without knowing of each other.
    Rewritten { author: &'static str, facilitator: &'static str },
}

/// The example in this language: always the same café.
pub fn cafe(language: Language) -> Cafe {
    build(texts(language))
}

const fn texts(language: Language) -> &'static Texts {
    match language {
        Language::English => &english::TEXTS,
        Language::French => &french::TEXTS,
    }
}

fn build(texts: &Texts) -> Cafe {
    let mut maker = IdMaker::default();
    let mut new_id = |now: u64| maker.next(now, u128::from(texts.seed) << 64);
    let mut facilitator = Clock::new(WriterId::from_bits(texts.seed));
    let device = |author: usize| texts.seed + 1 + author as u64;
    let mut clocks: [Clock; AUTHORS] = std::array::from_fn(|author| Clock::new(WriterId::from_bits(device(author))));

    let at = facilitator.next(MADE, None);
    let mut cafe = Cafe::create(new_id(MADE), texts.title, Form::QuestionPerTable, at);
    let questions = texts.questions.map(|text| (new_id(MADE), text));
    let tables = texts.tables.map(|name| (new_id(MADE), name));
    let rounds = [(); 3].map(|()| new_id(MADE));
    let setup = [Command::SetDate(DATE.into()), Command::SetPlace(texts.place.into())]
        .into_iter()
        .chain(questions.map(|(id, text)| Command::AddQuestion { id, text: text.into() }))
        .chain(tables.iter().zip(questions).map(|(&(id, name), (question, _))| Command::AddTable {
            id,
            name: name.into(),
            question: Some(question),
        }))
        .chain(rounds.map(|id| Command::AddRound { id, minutes: MINUTES, question: None }));
    for command in setup {
        act(&mut cafe, command, MADE, &mut facilitator);
    }

    let mut before = None;
    for (place, &(table, round, author, kind, text)) in texts.notes.iter().enumerate() {
        let earlier = texts.notes[..place].iter().filter(|note| (note.0, note.1) == (table, round)).count();
        let minutes = round as u64 * u64::from(MINUTES + 5) + 2 + 3 * earlier as u64 + table as u64;
        let now = BEGAN + minutes * MINUTE;
        let id = new_note_id(texts, place, now);
        let write = Command::Write {
            id,
            author: DeviceId::from_bits(device(author)),
            question: questions[table].0,
            table: tables[table].0,
            round: rounds[round],
            text: text.into(),
            name: texts.names[author].into(),
            example_of: before.filter(|_| kind == Kind::Example),
        };
        act(&mut cafe, write, now, &mut clocks[author]);
        match kind {
            Kind::Plain | Kind::Example => {}
            Kind::OffTopic => {
                act(&mut cafe, Command::SetHidden { id, hidden: true }, now + MINUTE, &mut facilitator);
            }
            Kind::Rewritten { author: own, facilitator: other } => {
                let seen = cafe.contribution(id).map_or_else(Vec::new, |note| note.text.seen());
                let mut copy = cafe.clone();
                let rewrite = |text: &str| Command::Rewrite { id, seen: seen.clone(), text: text.into() };
                act(&mut cafe, rewrite(own), now + MINUTE, &mut clocks[author]);
                act(&mut copy, rewrite(other), now + 2 * MINUTE, &mut facilitator);
                cafe.join(copy);
            }
        }
        before = Some(id);
    }
    cafe
}

/// A refusal is a mistake in the texts, which the tests find.
fn act(cafe: &mut Cafe, command: Command, now: u64, clock: &mut Clock) {
    let done = cafe.apply(command, now, clock);
    debug_assert!(done.is_ok(), "{done:?}");
}

/// Notes come from many devices, so each id is made on its own; its place keeps two of one moment apart.
fn new_note_id(texts: &Texts, place: usize, now: u64) -> Id {
    IdMaker::default().next(now, u128::from(texts.seed + 100 + place as u64) << 64)
}

#[cfg(test)]
mod tests {
    use super::Kind::{Example, OffTopic, Plain, Rewritten};
    use super::*;
    use crate::bundle::{decode_text, encode};
    use crate::domain::{Contribution, Scope};
    use std::collections::BTreeSet;

    const LANGUAGES: [Language; 2] = [Language::English, Language::French];

    fn all_texts(language: Language) -> Vec<&'static str> {
        let texts = texts(language);
        let mut all = vec![texts.title, texts.place];
        all.extend(texts.questions.iter().chain(&texts.tables).chain(&texts.names));
        for &(.., kind, text) in texts.notes {
            all.push(text);
            if let Rewritten { author, facilitator } = kind {
                all.extend([author, facilitator]);
            }
        }
        all
    }

    #[test]
    fn it_shows_what_can_happen_to_a_note() {
        for language in LANGUAGES {
            let cafe = cafe(language);
            let count = |is: fn(&Contribution) -> bool| cafe.contributions().filter(|note| is(note)).count();
            assert!((38..=44).contains(&count(|_| true)), "{}", count(|_| true));
            assert_eq!(count(|_| true), texts(language).notes.len(), "no two notes have one id");
            assert_eq!(count(Contribution::is_disputed), 1);
            assert_eq!(count(Contribution::is_hidden), 1);
            assert_eq!(count(|note| note.example_of.is_some()), 2);
            assert!(count(|note| note.signature().is_some()) >= 5);
            assert_eq!(cafe.records().len(), count(|_| true) + 1 + 4 + 3 + 3, "the set-up is whole");
            assert_eq!(cafe.head().map(|head| &*head.date.is), Some(DATE));
        }
    }

    #[test]
    fn the_disputed_note_has_both_texts() {
        for language in LANGUAGES {
            let cafe = cafe(language);
            let wanted = texts(language).notes.iter().find_map(|&(.., kind, _)| match kind {
                Rewritten { author, facilitator } => Some(vec![author, facilitator]),
                Plain | Example | OffTopic => None,
            });
            let disputed = cafe.contributions().find(|note| note.is_disputed());
            assert_eq!(disputed.map(|note| note.text.texts().iter().map(|it| &*it.is).collect()), wanted);
        }
    }

    #[test]
    fn every_table_hears_every_group_and_one_question_stays_open() {
        for language in LANGUAGES {
            let cafe = cafe(language);
            let (tables, rounds) = (cafe.tables(), cafe.rounds());
            assert_eq!((tables.len(), rounds.len()), (3, 3));
            assert!(rounds.iter().all(|round| round.minutes.is == MINUTES));
            let mut before: Option<&Note> = None;
            for note in texts(language).notes {
                let &(table, round, author, kind, text) = note;
                let seat = if author < 9 { (author / 3 + round) % 3 } else { author - 9 };
                assert_eq!(seat, table, "who was not there wrote: {text}");
                if kind == Example {
                    assert!(before.is_some_and(|it| (it.0, it.1) == (table, round) && it.3 == Plain), "{text}");
                }
                before = Some(note);
            }
            for table in &tables {
                for round in &rounds {
                    let here = cafe.contributions().filter(|note| note.table == table.id && note.round == round.id);
                    let notes: Vec<_> = here.collect();
                    assert!((3..=6).contains(&notes.len()), "as many as there is time for");
                    assert!(notes.iter().all(|note| {
                        (note.id.millis() - BEGAN) / MINUTE % u64::from(MINUTES + 5) < u64::from(MINUTES)
                    }));
                    assert!(notes.iter().all(|note| Some(note.question) == table.question.is));
                }
            }
            for (place, table) in tables.iter().enumerate() {
                let here = cafe.contributions().filter(|note| note.table == table.id);
                let written =
                    texts(language).notes.iter().filter(|note| note.0 == place && !matches!(note.3, Rewritten { .. }));
                let shown = here.filter(|note| !note.is_disputed()).map(|note| note.words());
                assert!(shown.eq(written.map(|note| note.4)), "the order is kept");
            }
            let open: Vec<_> = (cafe.questions().iter().map(|question| question.id))
                .filter(|&id| cafe.contributions().all(|note| note.question != id))
                .collect();
            assert_eq!(open, [cafe.questions()[3].id]);
        }
    }

    #[test]
    fn it_is_the_same_each_time_and_another_in_each_language() {
        for language in LANGUAGES {
            let mut first = cafe(language);
            assert_eq!(encode(&first, Scope::Whole), encode(&cafe(language), Scope::Whole));
            assert!(first.join(cafe(language)).is_empty());
        }
        let ids = |language| cafe(language).records().map(|record| record.id()).collect::<BTreeSet<_>>();
        assert!(ids(Language::English).is_disjoint(&ids(Language::French)));
        let devices = |language| cafe(language).contributions().map(|note| note.author).collect::<BTreeSet<_>>();
        assert!(devices(Language::English).is_disjoint(&devices(Language::French)));
        assert!(devices(Language::French).len() >= 10);
    }

    #[test]
    fn it_travels() {
        for language in LANGUAGES {
            let cafe = cafe(language);
            let read = decode_text(&encode(&cafe, Scope::Whole)).expect("the example is a sound bundle");
            assert_eq!(read.into_cafe(), cafe);
        }
    }

    #[test]
    fn notes_are_notes() {
        for language in LANGUAGES {
            for &(.., text) in texts(language).notes {
                let words = text.split([' ', '\u{a0}', '\u{202f}']).filter(|it| it.contains(char::is_alphanumeric));
                assert!((3..=25).contains(&words.count()), "{text}");
            }
            let all = all_texts(language);
            for text in &all {
                assert!(!text.contains(['\'', '"']) && !text.contains("..") && !text.contains("  "), "{text}");
                assert_eq!(text.trim(), *text);
            }
            let notes: BTreeSet<_> = texts(language).notes.iter().map(|note| note.4).collect();
            assert_eq!(notes.len(), texts(language).notes.len(), "a note stands twice");
        }
    }

    #[test]
    fn french_follows_french_typography() {
        for text in all_texts(Language::French) {
            let mut before = None;
            for (place, sign) in text.char_indices() {
                match sign {
                    '?' | '!' | ':' | ';' => assert_eq!(before, Some('\u{202f}'), "{text}"),
                    '»' => assert_eq!(before, Some('\u{a0}'), "{text}"),
                    '«' => assert!(text[place..].starts_with("«\u{a0}"), "{text}"),
                    _ => {}
                }
                before = Some(sign);
            }
        }
        let all = all_texts(Language::French).concat();
        assert!(['?', '!', ':', ';', '«', '…', '’'].iter().all(|&sign| all.contains(sign)));
        assert!(!all_texts(Language::English).concat().contains(['\u{202f}', '\u{a0}', '«']));
    }
}
