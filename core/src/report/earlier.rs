//! What was said at a table in the rounds before: what its host passes on to the next group.

use super::{Entry, Point, entry, points};
use crate::domain::{Cafe, Contribution, Id};
use crate::harvest::is_set_aside;

/// One round at a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its number, from 1.
    pub number: usize,
    /// What the host kept of it.
    pub points: Vec<Point>,
    /// What was written in it, examples under their notes; nothing that was set aside.
    pub notes: Vec<Entry>,
}

impl Earlier {
    /// The rounds before this one in which something was written at the table, the newest first.
    pub fn of(cafe: &Cafe, table: Id, round: Id) -> Vec<Self> {
        let rounds = cafe.rounds();
        let now = rounds.iter().position(|it| it.id == round).unwrap_or_default();
        let mut all: Vec<Self> =
            (1..=now).map(|number| Self { number, points: Vec::new(), notes: Vec::new() }).collect();
        let place = |round: Id| rounds[..now].iter().position(|it| it.id == round);
        let shown = |note: &&Contribution| note.table == table && !note.is_hidden();
        let mut examples = Vec::new();
        for note in cafe.contributions().filter(shown) {
            let Some(place) = place(note.round) else { continue };
            let of = note.example_of.and_then(|of| cafe.contribution(of));
            match of.filter(|of| shown(of) && of.example_of.is_none() && of.round == note.round) {
                Some(of) => examples.push((place, of.id, entry(note, Some(place + 1), Vec::new()))),
                None => all[place].notes.push(entry(note, Some(place + 1), Vec::new())),
            }
        }
        for (place, of, example) in examples {
            if let Some(note) = all[place].notes.iter_mut().find(|note| note.id == of) {
                note.examples.push(example);
            }
        }
        for point in cafe.key_points(table).filter(|point| !is_set_aside(point)) {
            if let Some(place) = place(point.round) {
                all[place].points.push(points::point(point, Some(place + 1)));
            }
        }
        all.retain(|it| !it.points.is_empty() || !it.notes.is_empty());
        all.reverse();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, WriterId};

    const TABLES: [Id; 2] = [Id::from_bits(20), Id::from_bits(21)];
    const ROUNDS: [Id; 4] = [Id::from_bits(30), Id::from_bits(31), Id::from_bits(32), Id::from_bits(33)];

    fn write(id: u128, table: Id, round: Id, text: &str, example_of: Option<u128>) -> Command {
        Command::Write {
            id: Id::from_bits(id),
            author: DeviceId::from_bits(1),
            question: Id::from_bits(10),
            table,
            round,
            text: text.into(),
            name: String::new(),
            example_of: example_of.map(Id::from_bits),
        }
    }

    #[test]
    fn a_host_passes_on_the_earlier_rounds_of_the_table_the_newest_first_and_nothing_set_aside() {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let mut commands: Vec<Command> =
            TABLES.map(|id| Command::AddTable { id, name: String::new(), question: None }).into();
        commands.extend(ROUNDS.map(|id| Command::AddRound { id, minutes: 20, question: None }));
        commands.extend([
            write(50, TABLES[0], ROUNDS[0], "first", None),
            write(51, TABLES[0], ROUNDS[0], "its example", Some(50)),
            write(52, TABLES[0], ROUNDS[0], "an example of an example", Some(51)),
            write(53, TABLES[0], ROUNDS[0], "set aside", None),
            Command::SetHidden { id: Id::from_bits(53), hidden: true },
            write(54, TABLES[1], ROUNDS[0], "at another table", None),
            write(55, TABLES[0], ROUNDS[2], "of now", None),
            write(56, TABLES[0], ROUNDS[3], "written ahead", None),
        ]);
        let (id, author, text) = (Id::from_bits(60), DeviceId::from_bits(1), "kept".to_owned());
        commands.push(Command::WriteKeyPoint { id, author, table: TABLES[0], round: ROUNDS[1], text });
        for command in commands {
            cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
        }
        let earlier = Earlier::of(&cafe, TABLES[0], ROUNDS[2]);
        assert_eq!(earlier.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(earlier[0].points[0].texts, ["kept"]);
        let notes: Vec<_> = earlier[1].notes.iter().map(|note| (&*note.texts[0], note.examples.len())).collect();
        assert_eq!(notes, [("first", 1), ("an example of an example", 0)]);
        assert_eq!(Earlier::of(&cafe, TABLES[0], ROUNDS[0]), []);
    }
}
