//! Bundles to give to the app: the example café with more notes.

#[path = "../../../reports/hostile.rs"]
mod hostile;

use std::path::PathBuf;

use nappe_core::bundle::encode;
use nappe_core::domain::{Cafe, Clock, Command, DeviceId, Form, Id, IdMaker, Scope, WriterId};
pub use nappe_core::example::Language;
use nappe_core::example::cafe;
use nappe_core::harvest::{self, Act};

/// The example in this language with so many more notes, spread over its tables.
pub fn example_and(language: Language, notes: u64) -> String {
    let mut cafe = cafe(language);
    let tables: Vec<_> = cafe.tables().iter().map(|table| table.id).collect();
    let round = cafe.rounds()[0].id;
    let (mut ids, mut clock) = (IdMaker::default(), Clock::new(WriterId::from_bits(77)));
    for number in 0..notes {
        let now = 1_780_140_000_000 + number * 1_000;
        let table = tables[usize::try_from(number).expect("a small number") % tables.len()];
        let write = Command::Write {
            id: ids.next(now, u128::from(number)),
            author: DeviceId::from_bits(7),
            question: cafe.question_at(table, round).expect("each table has its question"),
            table,
            round,
            text: format!("Note {number}: a sentence of the usual length about what we eat at noon."),
            name: String::new(),
            example_of: None,
        };
        cafe.apply(write, now, &mut clock).expect("a note");
    }
    encode(&cafe, Scope::Whole)
}

/// A café of three questions, a table for each, and this many notes.
pub fn three_questions_and(notes: u64) -> String {
    let (begun, mut made) = (1_780_140_000_000, 0);
    let (mut ids, mut clock) = (IdMaker::default(), Clock::new(WriterId::from_bits(79)));
    let mut id = || {
        made += 1_000;
        ids.next(begun + made, u128::from(made))
    };
    let mut cafe = Cafe::create(id(), "Three questions", Form::QuestionPerTable, clock.next(begun, None));
    let (questions, tables, round) = ([id(), id(), id()], [id(), id(), id()], id());
    let mut commands = vec![Command::AddRound { id: round, minutes: 20, question: None }];
    for (place, (question, table)) in questions.into_iter().zip(tables).enumerate() {
        commands.push(Command::AddQuestion { id: question, text: format!("What about number {}?", place + 1) });
        commands.push(Command::AddTable { id: table, name: String::new(), question: Some(question) });
    }
    for number in 0..notes {
        let place = usize::try_from(number % 3).expect("a small number");
        commands.push(Command::Write {
            id: id(),
            author: DeviceId::from_bits(7),
            question: questions[place],
            table: tables[place],
            round,
            text: format!("Note {number}, in a few words"),
            name: String::new(),
            example_of: None,
        });
    }
    for command in commands {
        cafe.apply(command, begun, &mut clock).expect("a command");
    }
    encode(&cafe, Scope::Whole)
}

/// The example, with the first key point of its first table worded anew on two devices that did not know of each other;
/// and both wordings.
pub fn example_with_a_key_point_in_two_versions(language: Language) -> (String, [&'static str; 2]) {
    let mut cafe = cafe(language);
    let table = cafe.tables()[0].id;
    let (id, seen) = cafe.key_points(table).next().map(|point| (point.id, point.text.seen())).expect("a key point");
    let words = ["They taste what they peeled.", "They taste what they cooked."];
    let copies = [0, 1].map(|device| {
        let (mut copy, mut clock) = (cafe.clone(), Clock::new(WriterId::from_bits(80 + device)));
        let text = words[device as usize].to_owned();
        let rewrite = Command::Rewrite { id, seen: seen.clone(), text };
        copy.apply(rewrite, 1_780_150_000_000, &mut clock).expect("a correction");
        copy
    });
    for copy in copies {
        cafe.join(copy);
    }
    (encode(&cafe, Scope::Whole), words)
}

/// The example in this language, with what a harvest adds: more themes under the first question, all but two of
/// its notes sorted into them, dots, a highlighted note, a next step.
pub fn harvested(language: Language, themes: &[&str]) -> String {
    let mut cafe = cafe(language);
    let mut clock = Clock::new(WriterId::from_bits(78));
    let mut act = |cafe: &mut Cafe, act: Act| {
        harvest::carry_out(cafe, &act, 1_780_150_000_000, &mut clock).expect("an act");
    };
    let question = cafe.questions()[0].id;
    let ids: Vec<Id> = (0..themes.len() as u128).map(|place| Id::from_bits(900 + place)).collect();
    let named = ids.iter().zip(themes).map(|(id, name)| (*id, (*name).to_owned())).collect();
    act(&mut cafe, Act::AddThemes { question, themes: named });
    let of_question = cafe.contributions().filter(|note| note.question == question && !note.is_hidden());
    let notes: Vec<Id> = of_question.filter(|note| note.example_of.is_none()).map(|note| note.id).collect();
    for (place, note) in notes.iter().skip(2).enumerate() {
        act(&mut cafe, Act::Sort { notes: vec![*note], theme: Some(ids[place % (ids.len() - 1)]) });
    }
    // Two of them wait, whatever the example has made of them.
    act(&mut cafe, Act::Sort { notes: notes[..2].to_vec(), theme: None });
    act(&mut cafe, Act::Highlight { note: notes[2], on: true });
    let on = vec![notes[3], notes[3], notes[4]];
    act(&mut cafe, Act::PlaceDots { device: DeviceId::from_bits(7), person: 1, question, on });
    let (what, who, when) = ("Write to the mayor <now>", "Amina", "in June");
    let step = Act::AddStep { id: Id::from_bits(990), what: what.into(), who: who.into(), when: when.into() };
    act(&mut cafe, step);
    encode(&cafe, Scope::Whole)
}

/// A café in which every text means harm or is only unusual, as far as a person could have written it: the title, the
/// questions, the tables, the themes, the notes (which are given as well) and what happens afterwards. The notes of the
/// first question are in themes.
pub fn hostile() -> (String, Vec<String>) {
    let (begun, mut made) = (1_780_140_000_000, 0);
    let (mut ids, mut clock) = (IdMaker::default(), Clock::new(WriterId::from_bits(81)));
    let mut id = || {
        made += 1_000;
        ids.next(begun + made, u128::from(made))
    };
    let short = |at: usize| hostile::HOSTILE[at % hostile::HOSTILE.len()].chars().take(60).collect::<String>();
    let mut cafe = Cafe::create(id(), &short(0), Form::QuestionPerTable, clock.next(begun, None));
    let (questions, tables, round, themes) = ([id(), id()], [id(), id()], id(), [id(), id(), id()]);
    let mut commands = vec![Command::AddRound { id: round, minutes: 20, question: None }];
    for (place, (question, table)) in questions.into_iter().zip(tables).enumerate() {
        commands.push(Command::AddQuestion { id: question, text: short(place + 11) });
        commands.push(Command::AddTable { id: table, name: short(place + 3), question: Some(question) });
    }
    let texts = hostile::HOSTILE.iter().map(|text| (*text).to_owned());
    let texts = texts.chain([hostile::long_word()]);
    let mut notes = Vec::new();
    for (place, text) in texts.enumerate() {
        notes.push(id());
        commands.push(Command::Write {
            id: notes[place],
            author: DeviceId::from_bits(7),
            question: questions[place % 2],
            table: tables[place % 2],
            round,
            text,
            name: short(place).chars().take(20).collect(),
            example_of: None,
        });
    }
    for command in commands {
        cafe.apply(command, begun, &mut clock).expect("a command");
    }
    let named = themes.iter().zip([1, 12, 16]).map(|(id, at)| (*id, short(at))).collect();
    let mut acts = vec![Act::AddThemes { question: questions[0], themes: named }];
    for (place, note) in notes.iter().step_by(2).enumerate() {
        acts.push(Act::Sort { notes: vec![*note], theme: Some(themes[place % 3]) });
    }
    let (what, who, when) = (short(4), short(11), short(9));
    acts.push(Act::AddStep { id: id(), what, who, when });
    harvest::carry_out_all(&mut cafe, &acts, begun, &mut clock).expect("a harvest");
    let texts = notes.iter().filter_map(|id| cafe.contribution(*id)).map(|note| note.words().to_owned()).collect();
    (encode(&cafe, Scope::Whole), texts)
}

/// A file with these bytes; it goes with the folder.
pub fn file(folder: &tempfile::TempDir, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file to be written");
    path
}
