//! What it costs the search when a pair sits together m times.

use super::event::Aim;
use crate::domain::MOST_ROUNDS;

/// What one repeat costs: enough to put finer wishes below it.
pub const REPEAT: i32 = 64;
/// Room for a weight of each m; a power of two, so that looking one up is quick.
const ROOM: usize = (MOST_ROUNDS + 1).next_power_of_two();

/// What one more meeting costs, by how often the pair meets already.
#[derive(Clone, Debug)]
pub struct Weights([i32; ROOM]);

impl Weights {
    /// Costs that lead to the aim. `often` is how often a pair may well sit together; beyond that it costs more.
    ///
    /// The order of the aims is strict, and a sum is not; the sum only leads the search. Which of the plans that were
    /// met is the best is decided by the order itself (see [`super::search`]).
    pub fn new(aim: Aim, often: usize) -> Self {
        let mut weights = [0; ROOM];
        for (m, weight) in weights.iter_mut().enumerate().skip(1) {
            let repeats = m as i32;
            *weight = match aim {
                Aim::Mixed if m >= often.max(2) => REPEAT * (repeats + 2) + 1,
                Aim::Mixed => REPEAT * repeats + 1,
                Aim::MostPairs => REPEAT + repeats,
            };
        }
        Self(weights)
    }

    /// What one more meeting costs a pair that has `m`.
    pub fn more(&self, m: u8) -> i32 {
        self.0[usize::from(m) % ROOM]
    }
}

/// What matters of the pairs that meet m times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How often the pair meets that meets most often.
    pub often: i64,
    /// The sum of repeats.
    pub s2: i64,
    /// How many pairs meet.
    pub meet: i64,
}

impl Figures {
    /// The figures, out of how many pairs meet m times for each m.
    pub fn of(pairs: &[i64; MOST_ROUNDS + 1]) -> Self {
        let mut figures = Self::default();
        for (m, &count) in pairs.iter().enumerate().skip(1).filter(|(_, count)| **count > 0) {
            let m = m as i64;
            figures.often = m;
            figures.s2 += count * (m * (m - 1) / 2);
            figures.meet += count;
        }
        figures
    }

    /// In the order of the aim, the smaller the better.
    pub fn by(self, aim: Aim) -> [i64; 3] {
        match aim {
            Aim::Mixed => [self.often, self.s2, -self.meet],
            Aim::MostPairs => [-self.meet, self.often, self.s2],
        }
    }
}
