//! The moves of the search among seats.

use super::dice::Dice;
use super::order::by_key;
use super::seating::Seating;

/// What a move costs, in looks at a person, before it looks at anybody.
const LEAST_WORK: usize = 4;
/// Of how many chances to move people take one when they repeat nothing.
const LAZY: usize = 8;
/// How many places a person looks for at most, where most would bring somebody back to a table.
const TRIES: usize = 8;

impl Seating {
    /// Tries to let somebody change places with somebody else, or take a free chair at a smaller table. Says how much
    /// was looked at, and whether anything changed.
    pub fn step(&mut self, temperature: i64, dice: &mut Dice) -> (usize, bool) {
        let person = dice.below(self.plan.people);
        // Who repeats nothing has little reason to move.
        let repeats = self.repeats(person);
        if !repeats && dice.below(LAZY) != 0 {
            return (1, false);
        }
        let round = dice.below(self.plan.rounds);
        // Where rounds are over, somebody may have left.
        let Some(from) = self.plan.table_of(round, person) else { return (LEAST_WORK, false) };
        if self.is_fixed(round, person) {
            return (LEAST_WORK, false);
        }
        let here = self.at(round, from).len();
        let own = self.company(person, round, from, usize::MAX, true);
        if own == 0 && repeats && dice.below(LAZY) != 0 {
            return (LEAST_WORK + here, false);
        }
        if self.plan.rounds == self.plan.tables && dice.below(2) == 0 {
            return self.step_twice(round, person, temperature, dice);
        }
        let patience = dice.patience(temperature);
        let mut work = LEAST_WORK + here;
        for _ in 0..TRIES {
            let to = dice.below(self.plan.tables);
            work += LEAST_WORK;
            let there = self.at(round, to).len();
            if to == from || there == 0 {
                continue;
            }
            if self.keeps_together(person) && dice.below(2) == 0 {
                return self.step_with_mates(round, person, to, temperature, dice);
            }
            let chair = dice.below(if here > there { there + 1 } else { there });
            let other = self.at(round, to).get(chair).map(|&other| usize::from(other));
            // Most moves bring somebody back to a table; that is seen before anybody is looked at.
            let visits = self.visits_of(round, person, to, other);
            if visits > patience || other.is_some_and(|other| self.is_fixed(round, other)) {
                continue;
            }
            work += here + 2 * there;
            if visits + self.company_of(round, person, to, other) - own > patience {
                return (work, false);
            }
            self.swap(round, person, to, other);
            return (work + here + there, true);
        }
        (work, false)
    }

    /// Tries to let two people exchange their tables in two rounds: who goes from one table to another takes the place
    /// of somebody who goes from that other one to the first. Where there are as many rounds as tables everybody comes
    /// to all of them, so nobody can change places in one round alone.
    fn step_twice(&mut self, round: usize, person: usize, temperature: i64, dice: &mut Dice) -> (usize, bool) {
        let second = dice.below(self.plan.rounds);
        let from = self.table(round, person);
        let Some(to) = self.plan.table_of(second, person) else { return (LEAST_WORK, false) };
        let opposite = |&other: &usize| self.plan.table_of(second, other) == Some(from);
        let others = self.at(round, to).iter().map(|&other| usize::from(other)).filter(opposite);
        let free = |person: usize| !self.is_fixed(round, person) && !self.is_fixed(second, person);
        let others: Vec<usize> = others.filter(|&other| free(other)).collect();
        let Some(&other) = others.get(dice.below(others.len())) else { return (LEAST_WORK, false) };
        if from == to || !free(person) {
            return (LEAST_WORK, false);
        }
        let looks = LEAST_WORK + 6 * (self.at(round, to).len() + self.at(round, from).len());
        // Both come to the same tables as before, so visits cost what they cost; but who meets them in both rounds can
        // only be counted when the first exchange is done.
        let patience = dice.patience(temperature);
        let first = self.change_of(round, person, to, Some(other));
        self.swap(round, person, to, Some(other));
        let accepted = first + self.change_of(second, person, from, Some(other)) <= patience;
        if accepted {
            self.swap(second, person, from, Some(other));
        } else {
            self.swap(round, person, from, Some(other));
        }
        (2 * looks, accepted)
    }

    /// Tries to let a person and all mates of its group at the table change places with as many people of another one,
    /// who are taken group by group.
    fn step_with_mates(
        &mut self,
        round: usize,
        person: usize,
        to: usize,
        temperature: i64,
        dice: &mut Dice,
    ) -> (usize, bool) {
        let from = self.table(round, person);
        let free = |table: usize| {
            let people = self.at(round, table).iter().map(|&it| usize::from(it));
            people.filter(|&it| !self.is_fixed(round, it)).collect::<Vec<_>>()
        };
        let (mut mates, mut others) = (free(from), free(to));
        let looks = 2 * (mates.len() + others.len());
        mates.retain(|&it| it == person || self.same_group(it, person));
        let Some(&first) = others.get(dice.below(others.len())) else { return (looks, false) };
        // The group of a person taken by chance first, then those without a group, then the rest.
        others = by_key(others.into_iter(), &|it| match self.keeps_together(it) {
            _ if it == first || self.same_group(it, first) => 0,
            false => 1,
            true => 2,
        });
        if others.len() < mates.len() {
            return (looks, false);
        }
        let mut change = 0;
        for (&mate, &other) in mates.iter().zip(&others) {
            change += self.change_of(round, mate, to, Some(other));
            self.swap(round, mate, to, Some(other));
        }
        let accepted = change <= dice.patience(temperature);
        if !accepted {
            for (&mate, &other) in mates.iter().zip(&others) {
                self.swap(round, mate, from, Some(other));
            }
        }
        (looks * mates.len(), accepted)
    }
}
