//! A plan that is being changed, with everything that tells at once what a change would cost.

mod counted;

use super::Event;
use super::event::{Aim, Wish};
use super::plan::Plan;
use super::questions::Shared;
use super::weights::Weights;
use crate::domain::MOST_ROUNDS;

/// What one more meeting against (or for) a wish costs: more than any change of repeats.
const WISH: i64 = 1 << 24;
/// What it costs to come to a question again, at another table: more than wishes, and than seats that somebody knows.
pub const QUESTION: i64 = 1 << 46;
/// What one avoidable visit costs: more than all questions that one move changes.
pub const VISIT: i64 = 1 << 52;

/// How many avoidable visits it is worth that nobody stays who does not host: more than one move can change.
const STAY: i64 = 16;

/// How good a plan is, the most important first; the smaller the better. Second visits to tables and to questions,
/// wishes, then by the aim the greatest m, S2 and the pairs that do not meet, then the spread of contacts.
pub type Rank = [i64; 7];

/// Who sits where, who met whom, who was where.
#[derive(Clone, Debug)]
pub struct Seating {
    pub(super) plan: Plan,
    aim: Aim,
    weights: Weights,
    groups: Vec<u16>,
    /// What a meeting within a group costs; 0 when there are no groups.
    wish: i64,
    /// The people at each table in each round, `room` places for each.
    seated: Vec<u16>,
    room: usize,
    sizes: Vec<u16>,
    /// Who may not be moved: hosts, where they come from and where they stay.
    fixed: Vec<bool>,
    visits: Vec<u8>,
    /// The question of each table, where tables share some; else empty.
    question_of: Vec<u8>,
    questions: usize,
    /// How often each person comes to each question.
    asked: Vec<u8>,
    meetings: Vec<u8>,
    contacts: Vec<i64>,
    /// How many meetings of each person are not the first with the other one.
    repeats: Vec<u16>,
    /// How many pairs meet m times, for each m.
    pairs: [i64; MOST_ROUNDS + 1],
    again: i64,
    asked_again: i64,
    group_pairs: i64,
    spread: i64,
}

impl Seating {
    /// Takes a plan up. Tables have room for this many people; the event knows the group (or none) of each.
    pub fn new(plan: &Plan, event: &Event, weights: Weights, room: usize) -> Self {
        let (people, tables, rounds) = (plan.people, plan.tables, plan.rounds);
        let largest = (0..rounds).flat_map(|round| plan.sizes(round)).max().unwrap_or(0);
        let room = room.max(largest + 1);
        let (question_of, questions) = Shared::of(event).map_or((Vec::new(), 0), |it| (it.of, it.sizes.len()));
        let wish = match event.wish {
            _ if !event.has_groups() => 0,
            Wish::Apart => WISH,
            Wish::Together => -WISH,
        };
        let mut seating = Self {
            plan: Plan::empty(people, tables, rounds),
            aim: event.aim,
            weights,
            groups: event.groups.clone(),
            wish,
            seated: vec![0; rounds * tables * room],
            room,
            sizes: vec![0; rounds * tables],
            fixed: vec![false; rounds * people],
            visits: vec![0; people * tables],
            asked: vec![0; people * questions],
            question_of,
            questions,
            meetings: vec![0; people * people],
            contacts: vec![0; people],
            repeats: vec![0; people],
            pairs: [0; MOST_ROUNDS + 1],
            again: 0,
            asked_again: 0,
            group_pairs: 0,
            spread: 0,
        };
        seating.plan.hosts.clone_from(&plan.hosts);
        for round in 0..rounds {
            for person in 0..people {
                if let Some(table) = plan.table_of(round, person) {
                    seating.sit(round, person, table);
                }
                if plan.stays_as_host(round, person) {
                    seating.fixed[round * people + person] = true;
                    seating.fixed[(round - 1) * people + person] = true;
                }
                // Also who hosts the first round, for which nobody had to stay.
                seating.fixed[round * people + person] |= plan.is_host(round, person);
            }
        }
        seating
    }

    /// Lets nobody move in the first rounds, which are over.
    pub(super) fn fix(&mut self, past: usize) {
        let over = (past * self.plan.people).min(self.fixed.len());
        self.fixed[..over].fill(true);
    }

    pub(super) fn at(&self, round: usize, table: usize) -> &[u16] {
        let at = round * self.plan.tables + table;
        &self.seated[at * self.room..][..usize::from(self.sizes[at])]
    }

    pub(super) fn is_fixed(&self, round: usize, person: usize) -> bool {
        self.fixed[round * self.plan.people + person]
    }

    /// The table of a person; here everyone has one.
    pub(super) fn table(&self, round: usize, person: usize) -> usize {
        usize::from(self.plan.seats[round * self.plan.people + person])
    }

    /// Whether a person is of a group that wishes to sit together.
    pub(super) fn keeps_together(&self, person: usize) -> bool {
        self.wish < 0 && self.groups[person] != 0
    }

    pub(super) fn same_group(&self, a: usize, b: usize) -> bool {
        self.groups[a] != 0 && self.groups[a] == self.groups[b]
    }

    /// Whether a person meets somebody again, or anybody where there are wishes.
    pub(super) fn repeats(&self, person: usize) -> bool {
        self.wish != 0 || self.repeats[person] != 0
    }

    fn meets(&self, a: usize, b: usize) -> u8 {
        self.meetings[a * self.plan.people + b]
    }

    /// What it costs that a person meets the others at a table, but for one; `had` when it sits there already.
    pub(super) fn company(&self, person: usize, round: usize, table: usize, but: usize, had: bool) -> i64 {
        let own = &self.meetings[person * self.plan.people..][..self.plan.people];
        let less = u8::from(had);
        let more = |other: usize| i64::from(self.weights.more(own[other].wrapping_sub(less)));
        let others = self.at(round, table).iter().map(|&other| usize::from(other));
        let others = others.filter(|&other| other != person && other != but);
        if self.wish == 0 {
            return others.map(more).sum();
        }
        let cost = |other: usize| match self.same_group(person, other) {
            true if self.wish < 0 => self.wish,
            true => self.wish + more(other),
            false => more(other),
        };
        others.map(cost).sum()
    }

    /// What it costs that a person who has no seat sits at a table, by earlier and later visits.
    pub(super) fn visit_at(&self, person: usize, table: usize) -> i64 {
        i64::from(self.visits[person * self.plan.tables + table]) * VISIT + self.asked_at(person, table) * QUESTION
    }

    /// How often a person comes to the question of a table, where tables share questions.
    fn asked_at(&self, person: usize, table: usize) -> i64 {
        let question = self.question_of.get(table).map(|&question| usize::from(question));
        question.map_or(0, |question| i64::from(self.asked[person * self.questions + question]))
    }

    /// By how much avoidable visits change when a person sits at another table.
    pub(super) fn visit(&self, person: usize, round: usize, from: usize, to: usize) -> i64 {
        let tables = self.plan.tables;
        let visits = |table: usize| i64::from(self.visits[person * tables + table]);
        let mut change = visits(to) - (visits(from) - 1);
        if self.plan.rounds > tables {
            // People come back anyway; but they move from each round to the next.
            for near in [round.wrapping_sub(1), round + 1] {
                let near = self.plan.table_of(near, person);
                change += STAY * (i64::from(near == Some(to)) - i64::from(near == Some(from)));
            }
        }
        if self.question_of.is_empty() {
            return change * VISIT;
        }
        let is_same = self.question_of.get(from) == self.question_of.get(to);
        let asked = if is_same { 0 } else { self.asked_at(person, to) - (self.asked_at(person, from) - 1) };
        change * VISIT + asked * QUESTION
    }

    /// What it would cost that a person and another one (or an empty chair) change places.
    pub(super) fn change_of(&self, round: usize, person: usize, to: usize, other: Option<usize>) -> i64 {
        let own = self.company(person, round, self.table(round, person), usize::MAX, true);
        self.visits_of(round, person, to, other) + self.company_of(round, person, to, other) - own
    }

    /// The part of that which visits cost.
    pub(super) fn visits_of(&self, round: usize, person: usize, to: usize, other: Option<usize>) -> i64 {
        let from = self.table(round, person);
        self.visit(person, round, from, to) + other.map_or(0, |other| self.visit(other, round, to, from))
    }

    /// The part that company costs, but for the company that the person leaves.
    pub(super) fn company_of(&self, round: usize, person: usize, to: usize, other: Option<usize>) -> i64 {
        let none = usize::MAX;
        let joins = self.company(person, round, to, other.unwrap_or(none), false);
        let Some(other) = other else { return joins };
        let from = self.table(round, person);
        joins + self.company(other, round, from, person, false) - self.company(other, round, to, none, true)
    }
}
