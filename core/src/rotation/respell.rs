//! The search among words: one row gets another word, and what that costs is known from the rows that it is compared
//! with.

use super::dice::Dice;
use super::questions::Apart;
use super::words::Words;
use crate::domain::MOST_ROUNDS;

/// What a move costs, in looks at a letter, before it looks at anything.
const LEAST_WORK: usize = 10;

impl Words {
    /// How many pairs of people one pair of rows stands for, for each difference.
    fn people_of(&self, row: usize, other: usize) -> i32 {
        let in_last = self.movers - (self.rows - 1) * self.tables;
        (if row.max(other) + 1 == self.rows { in_last } else { self.tables }) as i32
    }

    /// What a word (the one tried, or that of a row) and another row cost.
    fn cost_of(&self, row: Option<usize>, other: usize) -> i32 {
        let own = row.map_or(&self.trial[..], |row| &self.letters[row * self.rounds..][..self.rounds]);
        let others = &self.letters[other * self.rounds..][..self.rounds];
        let difference = |(a, b): (&u8, &u8)| self.field.subtract(*a, *b);
        let (mut cost, mut seen) = (0, [0_u64; 2]);
        for (round, both) in own.iter().zip(others).enumerate() {
            let it = difference(both);
            let (seen, bit) = (&mut seen[usize::from(it / 64) % 2], 1 << (it % 64));
            if *seen & bit != 0 {
                let before = own.iter().zip(others).take(round).filter(|both| difference(*both) == it).count();
                cost += self.weights.more(before as u8);
            }
            *seen |= bit;
        }
        cost
    }

    /// Counts the pairs of people who meet m times in a pair of rows, or takes them off the count.
    fn count(&mut self, row: usize, other: usize, sign: i64) {
        let people = i64::from(self.people_of(row, other)) * sign;
        for round in 0..self.rounds {
            let [a, b] = [row, other].map(|row| self.letters[row * self.rounds + round]);
            let count = &mut self.counts[usize::from(self.field.subtract(a, b))];
            self.pairs[usize::from(*count)] -= people;
            *count += 1;
            self.pairs[usize::from(*count)] += people;
        }
        self.counts.fill(0);
    }

    /// Computes what all pairs of rows cost.
    pub fn weigh(&mut self) {
        self.costs = vec![0; self.rows * self.rows];
        self.pairs = [0; MOST_ROUNDS + 1];
        for row in 0..self.rows {
            for other in 0..row {
                let cost = self.cost_of(Some(row), other) * self.people_of(row, other);
                self.costs[row * self.rows + other] = cost;
                self.costs[other * self.rows + row] = cost;
                self.count(row, other, 1);
            }
        }
    }

    /// How many pairs of people meet m times, for each m from 1; hosts who stay excepted.
    pub fn pairs(&self) -> &[i64; MOST_ROUNDS + 1] {
        &self.pairs
    }

    /// Tries another word for some row. Says how much was looked at, and whether the word was taken.
    pub fn step(&mut self, temperature: i64, dice: &mut Dice) -> (usize, bool) {
        let row = dice.below(self.rows);
        let own: i64 = self.costs[row * self.rows..][..self.rows].iter().map(|&cost| i64::from(cost)).sum();
        // A row that repeats nothing has little reason to change.
        if own == 0 && dice.below(8) != 0 || !self.vary(row, dice) {
            return (self.rows + LEAST_WORK, false);
        }
        let mut change = -own;
        let patience = dice.patience(temperature * self.tables as i64);
        for other in (0..self.rows).filter(|&other| other != row) {
            let cost = self.cost_of(None, other) * self.people_of(row, other);
            change += i64::from(cost);
            if change > patience {
                return ((other + 1) * self.rounds + LEAST_WORK, false);
            }
            self.trial_costs[other] = cost;
        }
        for other in (0..self.rows).filter(|&other| other != row) {
            self.count(row, other, -1);
        }
        self.letters[row * self.rounds..][..self.rounds].copy_from_slice(&self.trial);
        for other in (0..self.rows).filter(|&other| other != row) {
            self.count(row, other, 1);
            self.costs[row * self.rows + other] = self.trial_costs[other];
            self.costs[other * self.rows + row] = self.trial_costs[other];
        }
        (3 * self.rows * self.rounds, true)
    }

    /// Writes a varied word of a row to `trial`; false when it is not allowed.
    fn vary(&mut self, row: usize, dice: &mut Dice) -> bool {
        self.trial.copy_from_slice(&self.letters[row * self.rounds..][..self.rounds]);
        let old = self.trial[dice.below(self.rounds)];
        let new = dice.below(self.tables) as u8;
        if self.rounds <= self.tables || dice.below(2) == 0 {
            // Two letters change their roles: what was different stays different.
            for letter in &mut self.trial {
                *letter = if *letter == old {
                    new
                } else if *letter == new {
                    old
                } else {
                    *letter
                };
            }
            return old != new && (self.apart == Apart::AsTables || self.is_apart(row));
        }
        // Two stays change their places; letters that come again may then come at other times.
        let (a, b) = (self.stay_of(row, dice.below(self.rounds)), self.stay_of(row, dice.below(self.rounds)));
        let (first, second) = (self.trial[a.0], self.trial[b.0]);
        self.trial[a.0..a.1].fill(second);
        self.trial[b.0..b.1].fill(first);
        let calm = (1..self.rounds).all(|round| self.stays(row, round) || self.trial[round] != self.trial[round - 1]);
        first != second && calm
    }

    /// The rounds that a row spends at one table around a round, hosting included.
    fn stay_of(&self, row: usize, round: usize) -> (usize, usize) {
        let (mut from, mut to) = (round, round + 1);
        while self.stays(row, from) {
            from -= 1;
        }
        while to < self.rounds && self.stays(row, to) {
            to += 1;
        }
        (from, to)
    }
}
