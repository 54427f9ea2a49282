//! An invented World Café in the language of the person, so that a newcomer sees a full table at once.
//!
//! A small town talks about its school canteen with its twin towns: three tables with a question each, three rounds,
//! forty notes, what the hosts kept of each round, and the harvest of the afternoon. It shows what can happen to a
//! note: two have an example, one is set aside, one has two versions, and one question nobody answered. Everything is
//! made by commands and from constants: opening the example twice gives the same café, byte for byte, and joining it
//! with itself changes nothing.

mod english;
mod french;
mod harvest;

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
    /// What the hosts keep: table and round, each from 0, and the words.
    points: &'static [(usize, usize, &'static str)],
    /// For each question that was answered its themes: a name, and what it is about. Both languages have as many, since
    /// their notes are the same ones.
    themes: [&'static [(&'static str, &'static str)]; 3],
    /// The next steps: what, who, by when.
    steps: [[&'static str; 3]; 2],
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
    let texts = texts(language);
    let mut written = write(texts);
    harvest::gather(texts, &mut written);
    written.cafe
}

/// The same when the last round is over: nothing is sorted yet, nobody gave a dot.
pub fn before_the_harvest(language: Language) -> Cafe {
    write(texts(language)).cafe
}

const fn texts(language: Language) -> &'static Texts {
    match language {
        Language::English => &english::TEXTS,
        Language::French => &french::TEXTS,
    }
}

/// What was written in the rounds.
struct Written {
    cafe: Cafe,
    /// The notes in the order of their texts.
    notes: Vec<Id>,
    questions: [Id; 4],
    facilitator: Clock,
}

fn write(texts: &Texts) -> Written {
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

    let mut notes: Vec<Id> = Vec::new();
    for (place, &(table, round, author, kind, text)) in texts.notes.iter().enumerate() {
        let earlier = texts.notes[..place].iter().filter(|note| (note.0, note.1) == (table, round)).count();
        let now = minute_of(round, 2 + 3 * earlier + table);
        let id = new_id_for(texts, place, now);
        let write = Command::Write {
            id,
            author: DeviceId::from_bits(device(author)),
            question: questions[table].0,
            table: tables[table].0,
            round: rounds[round],
            text: text.into(),
            name: texts.names[author].into(),
            example_of: notes.last().copied().filter(|_| kind == Kind::Example),
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
        notes.push(id);
    }
    for (place, &(table, round, text)) in texts.points.iter().enumerate() {
        let now = minute_of(round, MINUTES as usize - 1);
        let (id, host) = (new_id_for(texts, 100 + place, now), AUTHORS - 3 + table);
        let (table, round, author) = (tables[table].0, rounds[round], DeviceId::from_bits(device(host)));
        let keep = Command::WriteKeyPoint { id, author, table, round, text: text.into() };
        act(&mut cafe, keep, now, &mut clocks[host]);
    }
    Written { cafe, notes, questions: questions.map(|(id, _)| id), facilitator }
}

/// A minute of a round, in milliseconds since 1970.
const fn minute_of(round: usize, minute: usize) -> u64 {
    BEGAN + (round as u64 * (MINUTES as u64 + 5) + minute as u64) * MINUTE
}

/// A refusal is a mistake in the texts, which the tests find.
fn act(cafe: &mut Cafe, command: Command, now: u64, clock: &mut Clock) {
    let done = cafe.apply(command, now, clock);
    debug_assert!(done.is_ok(), "{done:?}");
}

/// Notes come from many devices, so each id is made on its own; its place keeps two of one moment apart.
fn new_id_for(texts: &Texts, place: usize, now: u64) -> Id {
    IdMaker::default().next(now, u128::from(texts.seed + 100 + place as u64) << 64)
}

#[cfg(test)]
mod tests;
