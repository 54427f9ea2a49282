//! People who come late, leave early or do not come: a new plan that leaves the past, and most seats, as they are.
//!
//! # What comes first
//! 1. Rounds that are past, the running one included, are never changed.
//! 2. Every table that had a host has one. A host who leaves is followed by somebody of the group that the host would
//!    have stayed with, since that person knows what was said there. Who follows leaves another table, and may have
//!    been its host in the round after: then that table wants somebody too. Where three or more sit at a table there is
//!    mostly somebody who leaves no such gap. Of a pair only one person is left to follow, so there each round may pass
//!    a gap on to the next, and each gap changes two seats.
//! 3. Sizes differ by at most one. Only as many people change tables as that takes: one from a largest table to a
//!    smallest, until it is so. So when one person who is not a host leaves or comes, at most one other seat changes
//!    in each round, and mostly none.
//! 4. Nobody comes back to a table, nor to a question where tables share some. When each person who could go from the
//!    largest table to the smallest has been there, two people move by way of a third table. Only when that does not
//!    help either does somebody come back.
//! 5. Of the moves that are left: seats of people who are new anyway, then wishes, then repeats.
//!
//! A new search would find better plans. But cards are printed, and people remember where they go: a seat that is not
//! changed is worth more than a repeat.

use super::Event;
use super::plan::{AWAY, NOBODY, Plan};
use super::seating::{QUESTION, Seating};
use super::weights::Weights;
use crate::domain::{Hosting, MOST_PEOPLE};

/// What it costs to change a seat that somebody knows already: more than wishes and repeats.
const KNOWN_SEAT: i64 = 1 << 40;
/// What it costs to do what must not be done.
const NEVER: i64 = 1 << 60;

/// What happens at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// Somebody comes: a number that the plan does not know yet, or somebody who was away.
    Comes(usize),
    /// Somebody leaves, or turns out not to have come.
    Leaves(usize),
}

impl Plan {
    /// The plan after changes, when `past` rounds are past (the running one included). `event` says who hosts and which
    /// groups there are; how many people there are, the plan knows.
    #[must_use]
    pub fn after(&self, event: &Event, past: usize, changes: &[Late]) -> Self {
        let past = past.min(self.rounds);
        let mut here: Vec<bool> = (0..self.people).map(|person| self.is_expected(past, person)).collect();
        for change in changes {
            match *change {
                Late::Comes(person) if person < MOST_PEOPLE => {
                    here.resize(here.len().max(person + 1), false);
                    here[person] = true;
                }
                Late::Leaves(person) if person < here.len() => here[person] = false,
                _ => {}
            }
        }
        if self.tables == 0 {
            return self.clone();
        }
        let mut plan = self.widened(here.len());
        for round in past..plan.rounds {
            for person in (0..plan.people).filter(|&person| !here[person]) {
                plan.seats[round * plan.people + person] = AWAY;
            }
        }
        plan.follow_hosts(event.hosts, past);
        plan.settle(self, event, past, &here)
    }

    /// Whether a person has a seat in a round to come.
    pub(super) fn is_expected(&self, past: usize, person: usize) -> bool {
        (past..self.rounds).any(|round| self.seat(round, person) != AWAY)
    }

    /// The same plan with room for more people.
    fn widened(&self, people: usize) -> Self {
        let mut plan = Self::empty(people, self.tables, self.rounds);
        for round in 0..self.rounds {
            for person in 0..self.people {
                plan.seats[round * people + person] = self.seat(round, person);
            }
        }
        plan.hosts.clone_from(&self.hosts);
        plan
    }

    /// Gives each table that had a host and has lost it another one.
    fn follow_hosts(&mut self, hosts: Hosting, past: usize) {
        for round in past..self.rounds {
            let hosted: Vec<usize> = (0..self.tables).filter(|&table| self.host_of(round, table).is_some()).collect();
            for &table in &hosted {
                let goes_on = |host: usize| {
                    let stayed = hosts != Hosting::Change || round == 0 || self.seat(round - 1, host) == table as u8;
                    self.seat(round, host) == table as u8 && stayed
                };
                if !self.host_of(round, table).is_some_and(goes_on) {
                    self.give_host(hosts, round, table);
                }
            }
            // Who was another table's host a moment ago may be free now.
            for &table in &hosted {
                if self.host_of(round, table).is_none() {
                    self.give_host(hosts, round, table);
                }
            }
        }
    }

    /// Gives a table another host from a round on, or none where nobody is free.
    fn give_host(&mut self, hosts: Hosting, round: usize, table: usize) {
        let next = self.next_host(hosts, round, table);
        let last = if hosts == Hosting::Stay { self.rounds } else { round + 1 };
        for round in round..last {
            self.hosts[round * self.tables + table] = next.map_or(NOBODY, |next| next as u16);
            if let Some(next) = next {
                self.seats[round * self.people + next] = table as u8;
            }
        }
    }

    /// Who may host a table from a round on: of those who sat there in the round before, somebody who hosts no table in
    /// the next round (that one would want a host in turn), and then somebody who hosts least. When all of them are
    /// taken, somebody who comes to the table anyway; and only then anyone.
    fn next_host(&self, hosts: Hosting, round: usize, table: usize) -> Option<usize> {
        let hosting = |person: usize| (0..self.rounds).filter(|&round| self.is_host(round, person)).count();
        let is_free = |&person: &usize| {
            let busy = if hosts == Hosting::Stay { hosting(person) > 0 } else { self.is_host(round, person) };
            self.seat(round, person) != AWAY && !busy
        };
        let ties = |&person: &usize| (self.is_host(round + 1, person), hosting(person));
        let among = |round: usize| self.people_at(round, table).into_iter().filter(is_free).min_by_key(ties);
        among(round.saturating_sub(1)).or_else(|| among(round)).or_else(|| (0..self.people).find(is_free))
    }

    /// Seats who has no seat, and makes tables equal again.
    fn settle(self, before: &Self, event: &Event, past: usize, here: &[bool]) -> Self {
        let mut event = event.clone();
        event.groups.resize(self.people.max(event.groups.len()), 0);
        let mut seating = Seating::new(&self, &event, Weights::new(event.aim, 2), self.people);
        let comes = |round: usize, person: usize| here[person] && self.seat(round, person) == AWAY;
        let newcomers = || (past..self.rounds).flat_map(|round| (0..self.people).map(move |it| (round, it)));
        for (round, person) in newcomers().filter(|it| comes(it.0, it.1)) {
            let cost = |&table: &usize| {
                let company = seating.company(person, round, table, usize::MAX, false);
                (seating.at(round, table).len(), seating.visit_at(person, table) + company)
            };
            if let Some(table) = (0..self.tables).min_by_key(cost) {
                seating.sit(round, person, table);
            }
        }
        // Twice among those who are new, then with anyone.
        for price in [NEVER, NEVER, KNOWN_SEAT] {
            for (round, person) in newcomers().filter(|it| comes(it.0, it.1)) {
                exchange(&mut seating, round, person, &|other| if comes(round, other) { 0 } else { price });
            }
        }
        for round in past..self.rounds {
            let known = |person: usize| before.seat(round, person);
            // Who has to move anyway moves again for nothing, and back to the known seat with pleasure.
            let price = |person: usize, from: usize, to: usize| match known(person) {
                AWAY => 0,
                seat => KNOWN_SEAT * (i64::from(usize::from(seat) == from) - i64::from(usize::from(seat) == to)),
            };
            while level(&mut seating, round, &price) {}
        }
        seating.plan
    }
}

/// Lets somebody who is new change places with whom that serves best. `price` is what it costs that another one moves.
fn exchange(seating: &mut Seating, round: usize, person: usize, price: &dyn Fn(usize) -> i64) {
    let mut best = (0, None);
    for other in (0..seating.plan.people).filter(|&other| !seating.is_fixed(round, other)) {
        let Some(to) = seating.plan.table_of(round, other).filter(|&to| to != seating.table(round, person)) else {
            continue;
        };
        let change = seating.change_of(round, person, to, Some(other)) + price(other);
        if change < best.0 {
            best = (change, Some((to, other)));
        }
    }
    if let Some((to, other)) = best.1 {
        seating.swap(round, person, to, Some(other));
    }
}

/// What it costs, a person, and where to.
type Move = (i64, usize, usize);

/// Moves somebody from a largest table to a smallest if they differ by more than one; false when nothing is to do.
fn level(seating: &mut Seating, round: usize, price: &dyn Fn(usize, usize, usize) -> i64) -> bool {
    let sizes: Vec<usize> = (0..seating.plan.tables).map(|table| seating.at(round, table).len()).collect();
    let (most, least) = (sizes.iter().max().copied().unwrap_or(0), sizes.iter().min().copied().unwrap_or(0));
    if most < least + 2 {
        return false;
    }
    let with = |size: usize| (0..sizes.len()).filter(|&table| sizes[table] == size).collect::<Vec<_>>();
    let (large, small) = (with(most), with(least));
    let cheapest = |from: &[usize], to: &[usize]| -> Option<Move> {
        let moves = from.iter().flat_map(|&from| {
            let people = seating.at(round, from).iter().map(|&person| usize::from(person));
            let free = people.filter(|&person| !seating.is_fixed(round, person));
            free.flat_map(move |person| to.iter().map(move |&to| (person, to)))
        });
        let priced = moves.map(|(person, to)| {
            let cost = seating.change_of(round, person, to, None) + price(person, seating.table(round, person), to);
            (cost, person, to)
        });
        priced.min()
    };
    let direct = cheapest(&large, &small);
    let mut moves: Vec<Move> = direct.into_iter().collect();
    if direct.is_none_or(|it| it.0 >= QUESTION / 2) {
        for by_way in (0..sizes.len()).filter(|table| !large.contains(table) && !small.contains(table)) {
            if let (Some(first), Some(second)) = (cheapest(&large, &[by_way]), cheapest(&[by_way], &small))
                && first.0 + second.0 < moves.iter().map(|it| it.0).sum::<i64>()
            {
                moves = vec![first, second];
            }
        }
    }
    for &(_, person, to) in &moves {
        seating.swap(round, person, to, None);
    }
    !moves.is_empty()
}
