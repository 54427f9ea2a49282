//! How many contributions each table has in each round: a picture for people who would rather look than read.

use super::model::TableName;
use crate::domain::{Cafe, Contribution, Id};
use std::collections::BTreeMap;

/// At most this many tables and rounds are counted one by one, more than any room holds: a forged café has as many as
/// it has records.
const MOST_COUNTED_TABLES: usize = 1_000;
const MOST_COUNTED_ROUNDS: usize = 24;

/// The counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The tables of the set-up.
    pub tables: Vec<TableName>,
    /// A row for each of them, a number for each round of the set-up.
    pub rows: Vec<Vec<usize>>,
    /// What was written at a table or in a round that was taken out.
    pub elsewhere: usize,
}

impl Counts {
    /// Counts a café's contributions, those set aside included: for whoever sees to it that all tables write.
    pub fn of(cafe: &Cafe) -> Self {
        Self::count(cafe, |_| true)
    }

    /// Counts what the report counts: what was not set aside. None where there is nothing to count, or no place for it.
    pub(super) fn shown(cafe: &Cafe) -> Option<Self> {
        let counts = Self::count(cafe, |note| !note.is_hidden());
        let has_places = counts.rows.first().is_some_and(|row| !row.is_empty());
        (has_places && counts.total() > 0).then_some(counts)
    }

    fn count(cafe: &Cafe, is_counted: impl Fn(&Contribution) -> bool) -> Self {
        let name =
            |(place, id, name): (usize, Id, &str)| TableName { id, number: Some(place + 1), name: name.to_owned() };
        let tables = cafe.tables().into_iter().take(MOST_COUNTED_TABLES).enumerate();
        let tables: Vec<TableName> = tables.map(|(place, it)| name((place, it.id, &it.name.is))).collect();
        let places: BTreeMap<Id, usize> = tables.iter().enumerate().map(|(place, it)| (it.id, place)).collect();
        let rounds = cafe.rounds().into_iter().take(MOST_COUNTED_ROUNDS).enumerate();
        let rounds: BTreeMap<Id, usize> = rounds.map(|(place, it)| (it.id, place)).collect();
        let mut counts = Self { rows: vec![vec![0; rounds.len()]; tables.len()], tables, elsewhere: 0 };
        for note in cafe.contributions().filter(|note| is_counted(note)) {
            match (places.get(&note.table), rounds.get(&note.round)) {
                (Some(table), Some(round)) => counts.rows[*table][*round] += 1,
                _ => counts.elsewhere += 1,
            }
        }
        counts
    }

    /// The number of rounds.
    pub fn rounds(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// Everything that was counted.
    pub fn total(&self) -> usize {
        self.rows.iter().flatten().sum::<usize>() + self.elsewhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, WriterId};
    use crate::harvest::Choices;
    use crate::report::Report;

    /// Two tables, two rounds; three notes, of which one is set aside and one is of a round that nobody knows.
    fn cafe() -> Cafe {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let id = Id::from_bits;
        let mut act = |command| cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
        act(Command::AddQuestion { id: id(10), text: "What is scarce?".into() });
        for (table, name) in [(20, "The well"), (21, "")] {
            act(Command::AddTable { id: id(table), name: name.into(), question: Some(id(10)) });
        }
        for round in [30, 31] {
            act(Command::AddRound { id: id(round), minutes: 20, question: None });
        }
        for (note, table, round, text) in [
            (50, 20, 30, "water for the gardens"),
            (51, 21, 31, "water at noon"),
            (52, 21, 32, "a garden"),
            (53, 20, 30, "rude"),
        ] {
            act(Command::Write {
                id: id(note),
                author: DeviceId::from_bits(5),
                question: id(10),
                table: id(table),
                round: id(round),
                text: text.into(),
                name: String::new(),
                example_of: None,
            });
        }
        act(Command::SetHidden { id: id(53), hidden: true });
        cafe
    }

    #[test]
    fn the_report_counts_what_it_shows_and_the_run_counts_what_was_written() {
        let cafe = cafe();
        let report = Report::of(&cafe);
        let counts = report.counts.expect("counts");
        assert_eq!((counts.rows.clone(), counts.elsewhere), (vec![vec![1, 0], vec![0, 1]], 1));
        assert_eq!(counts.total(), report.total, "the figures agree");
        assert_eq!(counts.tables.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["The well", ""]);
        assert_eq!(Counts::of(&cafe).rows, [[2, 0], [0, 1]]);
        assert!(report.recurring.contains(&("water".to_owned(), 2)), "{:?}", report.recurring);
    }

    #[test]
    fn where_tables_and_rounds_are_not_shown_nothing_is_counted_by_them() {
        let mut cafe = cafe();
        let without = |cafe: &Cafe| Report::with(cafe, Choices { tables: false, ..Choices::default() }).counts;
        assert_eq!(without(&cafe), None);
        assert_eq!(Report::for_slides(&cafe).counts, None);
        let mut clock = Clock::new(WriterId::from_bits(4));
        for round in [30, 31].map(Id::from_bits) {
            cafe.apply(Command::SetRemoved { id: round, removed: true }, 9, &mut clock).expect("a round is taken out");
        }
        assert_eq!(Report::of(&cafe).counts, None, "there is no round to count by");
        assert_eq!(Counts::of(&cafe).elsewhere, 4);
    }
}
