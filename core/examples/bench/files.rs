//! Times the report of 10,000 notes, sorted and voted on, and each of its files.

use super::best;
use nappe_core::domain::{Cafe, Clock, Command, DeviceId, Form, Id, IdMaker, WriterId};
use nappe_core::harvest::{Act, carry_out};
use nappe_core::report::english::WORDS;
use nappe_core::report::{FileKind, Report};

/// A café of this many notes, sorted and voted on: four questions at four tables, three rounds; ten themes under each
/// question, in which ten notes of eleven stand; an example in ten, dots on one in ten, a few that are highlighted.
fn harvested(notes: usize) -> Cafe {
    let now = 1_795_000_000_000;
    let mut ids = IdMaker::default();
    let mut clock = Clock::new(WriterId::from_bits(1));
    let mut made = 0;
    let mut id = || {
        made += 1;
        ids.next(now + made, 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834_u128.wrapping_mul(u128::from(made)))
    };
    let mut cafe = Cafe::create(id(), "Bench", Form::QuestionPerTable, clock.next(now, None));
    let (questions, tables, rounds) = ([(); 4].map(|()| id()), [(); 4].map(|()| id()), [(); 3].map(|()| id()));
    let words = "Un accord écrit des élus avant de commencer, et quelqu’un pour le tenir à jour chaque année. ";
    let mut commands = Vec::new();
    for (question, table) in questions.into_iter().zip(tables) {
        commands.push(Command::AddQuestion { id: question, text: "Comment garder le lien ?".into() });
        commands.push(Command::AddTable { id: table, name: "Près du four".into(), question: Some(question) });
    }
    commands.extend(rounds.map(|id| Command::AddRound { id, minutes: 20, question: None }));
    let all: Vec<Id> = (0..notes).map(|_| id()).collect();
    for (place, note) in all.iter().enumerate() {
        let at = place % questions.len();
        // Four notes earlier is one of the same question, which is not an example itself.
        let example_of = if place % 10 == 9 { place.checked_sub(4).map(|before| all[before]) } else { None };
        commands.push(Command::Write {
            id: *note,
            author: DeviceId::from_bits(place as u64 % 40),
            question: questions[at],
            table: tables[at],
            round: rounds[place / 4 % rounds.len()],
            text: format!("{place} {}", words.repeat(1 + place % 3)),
            name: if place % 3 == 0 { "Amina".into() } else { String::new() },
            example_of,
        });
    }
    for command in commands {
        drop(cafe.apply(command, now + 1_000_000, &mut clock));
    }
    let mut acts = Vec::new();
    for (at, question) in questions.into_iter().enumerate() {
        let mine: Vec<Id> = all.iter().copied().skip(at).step_by(questions.len()).collect();
        let themes: Vec<(Id, String)> = (0..10).map(|theme| (id(), format!("Thème numéro {theme}"))).collect();
        acts.push(Act::AddThemes { question, themes: themes.clone() });
        for (place, (theme, _)) in themes.iter().enumerate() {
            let notes = mine.iter().copied().skip(place).step_by(11).collect();
            acts.push(Act::Sort { notes, theme: Some(*theme) });
        }
        let dotted: Vec<Id> = mine.iter().copied().step_by(10).collect();
        acts.extend(dotted.chunks(3).enumerate().map(|(device, on)| {
            let device = DeviceId::from_bits(device as u64);
            Act::PlaceDots { device, person: 1, question, on: on.to_vec() }
        }));
        acts.extend(mine.iter().step_by(200).map(|note| Act::Highlight { note: *note, on: true }));
    }
    for act in acts {
        drop(carry_out(&mut cafe, &act, now + 2_000_000, &mut clock));
    }
    cafe
}

/// Prints them.
pub fn print() {
    let cafe = harvested(10_000);
    let report = Report::of(&cafe);
    let groups = || report.sections.iter().flat_map(|section| &section.groups);
    let dots: usize = groups().map(|group| group.dots()).sum();
    println!(
        "the report of {} notes in {} groups with {dots} dots: {:.1} ms, for slides {:.1} ms; its files (ms, best of 7, native):",
        report.total,
        groups().count(),
        best(|| Report::of(&cafe)),
        best(|| Report::for_slides(&cafe))
    );
    for kind in FileKind::ALL {
        let bytes = kind.write(&report, &WORDS).len();
        println!("{:>7} {:>10.1} ms {:>9} kB", kind.ending(), best(|| kind.write(&report, &WORDS)), bytes / 1000);
    }
}
