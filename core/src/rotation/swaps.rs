//! The moves of the search among seats.

use super::dice::Dice;
use super::order::by_key;
use super::seating::Seating;

/// What a move costs, in looks at a person, before it looks at anybody.
const LEAST_WORK: usize = 6;

impl Seating {
    /// Tries to let somebody change places with somebody else, or take a free chair at a smaller table. Says how much
    /// was looked at, and whether anything changed.
    pub fn step(&mut self, temperature: i64, dice: &mut Dice) -> (usize, bool) {
        let round = dice.below(self.plan.rounds);
        let person = dice.below(self.plan.people);
        let to = dice.below(self.plan.tables);
        // Where rounds are over, somebody may have left.
        let Some(from) = self.plan.table_of(round, person) else { return (LEAST_WORK, false) };
        let (here, there) = (self.at(round, from).len(), self.at(round, to).len());
        if to == from || there == 0 || self.is_fixed(round, person) {
            return (LEAST_WORK, false);
        }
        if self.keeps_together(person) && dice.below(2) == 0 {
            return self.step_with_mates(round, person, to, temperature, dice);
        }
        // Who repeats nothing at its table has little reason to move.
        let own = self.company(person, round, from, usize::MAX, true);
        if own == 0 && dice.below(8) != 0 {
            return (LEAST_WORK + here, false);
        }
        let chair = dice.below(if here > there { there + 1 } else { there });
        let other = self.at(round, to).get(chair).map(|&other| usize::from(other));
        if other.is_some_and(|other| self.is_fixed(round, other)) {
            return (LEAST_WORK + here, false);
        }
        let work = LEAST_WORK + here + 3 * there;
        if self.change_of(round, person, to, other) > dice.patience(temperature) {
            return (work, false);
        }
        self.swap(round, person, to, other);
        (work, true)
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
