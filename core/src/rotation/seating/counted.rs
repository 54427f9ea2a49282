//! Moves, and the figures that are kept up with each of them.

use super::{Rank, STAY, Seating};
use crate::domain::MOST_ROUNDS;
use crate::rotation::plan::AWAY;
use crate::rotation::weights::Figures;

impl Seating {
    /// Lets a person and another one (or an empty chair) change places.
    pub(in crate::rotation) fn swap(&mut self, round: usize, person: usize, to: usize, other: Option<usize>) {
        let from = self.table(round, person);
        self.rise(round, person, from);
        if let Some(other) = other {
            self.rise(round, other, to);
            self.sit(round, other, from);
        }
        self.sit(round, person, to);
    }

    fn again_of(&self, round: usize, person: usize, table: usize) -> i64 {
        let visits = i64::from(self.visits[person * self.plan.tables + table]);
        let near = [round.wrapping_sub(1), round + 1];
        let stays = near.iter().filter(|&&near| self.plan.table_of(near, person) == Some(table)).count();
        visits + if self.plan.rounds > self.plan.tables { STAY * stays as i64 } else { 0 }
    }

    /// Whether a person at this table is the host who stayed there: that is one visit with the one before.
    fn goes_on_as_host(&self, round: usize, person: usize, table: usize) -> bool {
        let is_host = self.plan.host_of(round, table) == Some(person);
        is_host && round > 0 && self.plan.table_of(round - 1, person) == Some(table)
    }

    fn rise(&mut self, round: usize, person: usize, table: usize) {
        let at = round * self.plan.tables + table;
        let places = &mut self.seated[at * self.room..][..usize::from(self.sizes[at])];
        if let Some(place) = places.iter().position(|&it| usize::from(it) == person) {
            places.swap(place, places.len() - 1);
            self.sizes[at] -= 1;
        }
        self.plan.seats[round * self.plan.people + person] = AWAY;
        if !self.goes_on_as_host(round, person, table) {
            self.visits[person * self.plan.tables + table] -= 1;
            self.again -= self.again_of(round, person, table);
        }
        self.ask(person, table, false);
        self.meet(round, person, table, false);
    }

    pub(in crate::rotation) fn sit(&mut self, round: usize, person: usize, table: usize) {
        self.meet(round, person, table, true);
        if !self.goes_on_as_host(round, person, table) {
            self.again += self.again_of(round, person, table);
            self.visits[person * self.plan.tables + table] += 1;
        }
        self.ask(person, table, true);
        self.plan.seats[round * self.plan.people + person] = table as u8;
        let at = round * self.plan.tables + table;
        self.seated[at * self.room + usize::from(self.sizes[at])] = person as u16;
        self.sizes[at] += 1;
    }

    /// Counts how often a person comes to the question of a table.
    fn ask(&mut self, person: usize, table: usize, more: bool) {
        let Some(&question) = self.question_of.get(table) else { return };
        let asked = &mut self.asked[person * self.questions + usize::from(question)];
        if more {
            self.asked_again += i64::from(*asked);
            *asked += 1;
        } else {
            *asked -= 1;
            self.asked_again -= i64::from(*asked);
        }
    }

    /// Counts the meetings of a person with those who sit at a table.
    fn meet(&mut self, round: usize, person: usize, table: usize, more: bool) {
        let at = (round * self.plan.tables + table) * self.room;
        for place in at..at + usize::from(self.sizes[at / self.room]) {
            let other = usize::from(self.seated[place]);
            let before = self.meets(person, other);
            let after = if more { before + 1 } else { before - 1 };
            self.meetings[person * self.plan.people + other] = after;
            self.meetings[other * self.plan.people + person] = after;
            if before.min(after) == 0 {
                let step = if more { 1 } else { -1 };
                for one in [person, other] {
                    let contacts = &mut self.contacts[one];
                    self.spread += step * 2 * *contacts + 1;
                    *contacts += step;
                }
            } else {
                for one in [person, other] {
                    let repeats = &mut self.repeats[one];
                    *repeats = if more { *repeats + 1 } else { *repeats - 1 };
                }
            }
            if self.wish != 0 && self.same_group(person, other) {
                self.group_pairs += if more { 1 } else { -1 };
                if self.wish < 0 {
                    continue;
                }
            }
            self.pairs[usize::from(before)] -= 1;
            self.pairs[usize::from(after)] += 1;
        }
    }

    /// How many pairs meet m times, for each m.
    pub fn pairs(&self) -> &[i64; MOST_ROUNDS + 1] {
        &self.pairs
    }

    /// How good the plan is by now.
    pub fn rank(&self) -> Rank {
        let [a, b, c] = Figures::of(&self.pairs).by(self.aim);
        [self.again, self.asked_again, self.wish.signum() * self.group_pairs, a, b, c, self.spread]
    }
}
