//! How many contributions each table has in each round: a picture for people who would rather look than read.

use super::ids;
use crate::domain::{Cafe, Id};

/// The counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// A row for each table of the set-up, a number for each round of the set-up.
    pub rows: Vec<Vec<usize>>,
    /// What was written at a table or in a round that was taken out.
    pub elsewhere: usize,
}

impl Counts {
    /// Counts a café's contributions, those set aside included.
    pub fn of(cafe: &Cafe) -> Self {
        let (tables, rounds) = (ids(&cafe.tables()), ids(&cafe.rounds()));
        let place = |ids: &[Id], id: Id| ids.iter().position(|it| *it == id);
        let mut counts = Self { rows: vec![vec![0; rounds.len()]; tables.len()], elsewhere: 0 };
        for note in cafe.contributions() {
            match (place(&tables, note.table), place(&rounds, note.round)) {
                (Some(table), Some(round)) => counts.rows[table][round] += 1,
                _ => counts.elsewhere += 1,
            }
        }
        counts
    }
}
