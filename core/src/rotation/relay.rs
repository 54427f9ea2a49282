//! Words with no search for hosts who change.
//!
//! # Two lines
//! Take tables that are a field, and words x(r)·y as [`super::words`] has them, but add 1 in every other round. Two
//! rows still differ by (x(r) - x(r'))·(y - y') between two rounds, so no pair meets twice. What changes is who comes
//! back: between two rounds of one kind nobody, and between a plain round r and one s to which 1 was added just the row
//! with (x(r) - x(s))·y = 1. So each such pair of rounds, by the difference of its x, names a row. When the rounds
//! follow each other, that row is the one that hosts; when they do not, it has to be left out.
//!
//! To leave out few rows, those differences should be few. Let the plain rounds 0, 2, 4 have any x, and a round s of
//! the others the x of round s + 3 (counted round in a circle of six) and e more. Then rounds that are three apart all
//! differ by e. There are two rows to leave out besides y = 0, for the rounds 0 and 5 another one; the five rows that
//! host are different ones if the differences between the three are.

use super::dice::Dice;
use super::words::Words;

/// There are such words for at most this many rounds.
const MOST: usize = 6;
/// How often other factors are drawn, where some name a row twice.
const TRIES: usize = 64;

impl Words {
    /// Writes such words; false where there are too few rows to leave some out, or none were found.
    pub(super) fn hand_on(&mut self, dice: &mut Dice) -> bool {
        (2..=MOST).contains(&self.rounds) && (0..TRIES).any(|_| self.try_to_hand_on(dice))
    }

    fn try_to_hand_on(&mut self, dice: &mut Dice) -> bool {
        let plain: [usize; MOST] = std::array::from_fn(|_| dice.below(self.tables));
        let more = dice.below(self.tables);
        let factor = |round: usize| match round % 2 {
            0 => plain[round],
            _ => self.field.add(plain[(round + 3) % MOST], more),
        };
        let factors: Vec<usize> = (0..self.rounds).map(factor).collect();
        // The row y that stands for each row, and the rows that are left out.
        let mut stands = vec![0; self.rows];
        let mut out = vec![false; self.tables];
        for late in 1..self.rounds {
            for early in 0..late {
                let [even, odd] = if late % 2 == 1 { [early, late] } else { [late, early] };
                let difference = self.field.subtract(factors[even] as u8, factors[odd] as u8);
                if difference == 0 {
                    return false;
                }
                let named = self.field.inverse(difference);
                if late == early + 1 {
                    let host = self.host_row(late);
                    if stands[host] != 0 && stands[host] != named {
                        return false;
                    }
                    stands[host] = named;
                } else if early % 2 != late % 2 {
                    out[named] = true;
                }
            }
        }
        let hosts: Vec<usize> = stands.iter().copied().filter(|&y| y != 0).collect();
        if hosts.iter().any(|&y| out[y]) || (1..hosts.len()).any(|at| hosts[..at].contains(&hosts[at])) {
            return false;
        }
        let mut free = (1..self.tables).filter(|&y| !out[y] && !hosts.contains(&y));
        for stand in stands.iter_mut().filter(|y| **y == 0) {
            let Some(y) = free.next() else { return false };
            *stand = y;
        }
        for (row, &y) in stands.iter().enumerate() {
            for (round, &factor) in factors.iter().enumerate() {
                let product = usize::from(self.field.product(self.field.power_of(factor), y));
                self.letters[row * self.rounds + round] = self.field.add(product, round % 2) as u8;
            }
        }
        true
    }
}
