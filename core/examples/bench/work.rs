//! The café that both benches work on.

use nappe_core::domain::{Cafe, Clock, Command, DeviceId, Form, Id, IdMaker, WriterId};

/// Two copies of a café of `notes` notes in all: each holds six tenths of them, two tenths are shared, and half of
/// those were edited on both sides.
pub fn overlapping_cafes(notes: usize) -> [Cafe; 2] {
    let now = 1_795_000_000_000;
    let mut ids = IdMaker::default();
    let mut clocks = [Clock::new(WriterId::from_bits(1)), Clock::new(WriterId::from_bits(2))];
    let mut id = |place: usize| {
        ids.next(now + place as u64, 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834_u128.wrapping_mul(place as u128))
    };
    let mut first = Cafe::create(id(0), "Bench", Form::QuestionPerTable, clocks[0].next(now, None));
    let (question, table, round) = (id(0), id(0), id(0));
    let text = |place: usize, side: usize| {
        let words = "Un accord écrit des élus avant de commencer, et quelqu’un pour le tenir à jour chaque année. ";
        format!("{place} {side} {}", words.repeat(1 + place % 3))
    };
    let setup = [
        Command::AddQuestion { id: question, text: "Comment garder le lien ?".into() },
        Command::AddTable { id: table, name: String::new(), question: Some(question) },
        Command::AddRound { id: round, minutes: 20, question: None },
    ];
    let write = |cafe: &mut Cafe, clock: &mut Clock, place: usize, note: Id| {
        let author = DeviceId::from_bits(place as u64 % 40);
        let (text, name) = (text(place, 0), String::new());
        let command = Command::Write { id: note, author, question, table, round, text, name, example_of: None };
        cafe.apply(command, now + place as u64, clock).is_ok()
    };
    for command in setup {
        drop(first.apply(command, now, &mut clocks[0]));
    }
    let shared: Vec<Id> = (0..notes / 5).map(&mut id).collect();
    for (place, note) in shared.iter().enumerate() {
        write(&mut first, &mut clocks[0], place, *note);
    }
    let mut cafes = [first.clone(), first];
    for (side, cafe) in cafes.iter_mut().enumerate() {
        for place in 0..notes * 2 / 5 {
            let place = notes / 5 + place * 2 + side;
            write(cafe, &mut clocks[side], place, id(place));
        }
        for (place, note) in shared.iter().enumerate().step_by(2) {
            let seen = cafe.contribution(*note).map(|note| note.text.seen()).unwrap_or_default();
            let command = Command::Rewrite { id: *note, seen, text: text(place, side + 1) };
            drop(cafe.apply(command, now + 1_000_000, &mut clocks[side]));
        }
    }
    cafes
}
