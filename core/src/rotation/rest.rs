//! A new plan in the middle of an event: the rounds that are over stay as they are, and who has left stays away, also
//! who did not come at all. So a café that gets another table, or another round, needs no plan that denies what has
//! happened.
//!
//! The rounds to come are planned first as if nothing had been, which gives good plans, and then changed seat by seat
//! with all rounds in view: who met whom, and where people have been. Where hosts stay, those of the last round that is
//! over stay on; where they change, the first hosts of the new rounds did not have to stay. Tables that the café no
//! longer has are left out of the past.

use super::Event;
use super::plan::Plan;
use super::search::Search;
use crate::domain::Hosting;

/// What a search starts from that goes on.
#[derive(Clone, Debug)]
pub struct Rest {
    before: Plan,
    past: usize,
    pub event: Event,
    /// Who has which number in the rounds to come.
    who: Vec<usize>,
}

impl Rest {
    /// The rounds to come as an event of their own; none where no round is to come, or all are and everybody is here.
    pub fn of(event: &Event, before: &Plan, past: usize) -> Option<(Self, Event)> {
        let mut event = event.clone();
        let past = past.min(before.rounds);
        if past > 0 {
            event.people = event.people.max(before.people);
        }
        let event = event.bounded();
        if before.rounds == 0 || past >= event.rounds || event.tables == 0 {
            return None;
        }
        // When all that was planned is over, those are here who were there last.
        let since = past.min(before.rounds - 1);
        let is_here = |person: &usize| *person >= before.people || before.is_expected(since, *person);
        let mut others: Vec<usize> = (0..event.people).filter(is_here).collect();
        if past == 0 && others.len() == event.people {
            return None;
        }
        let mut rest = Event { people: others.len(), rounds: event.rounds - past, ..event.clone() };
        let mut who = Vec::new();
        if rest.bounded().hosts == Hosting::Stay {
            let last = |table| past.checked_sub(1).and_then(|last| before.host_of(last, table));
            let host = |table| last(table).filter(|host| others.contains(host));
            let hosts: Vec<Option<usize>> = (0..event.tables).map(host).collect();
            others.retain(|&person| !hosts.contains(&Some(person)));
            let mut more = others.iter().copied();
            who.extend(hosts.iter().filter_map(|host| host.or_else(|| more.next())));
            others = more.collect();
        }
        who.extend(others);
        rest.groups = who.iter().map(|&person| event.group(person).unwrap_or(0)).collect();
        Some((Self { before: before.clone(), past, event, who }, rest))
    }

    /// The past, and the plan of what comes.
    pub fn join(&self, coming: &Plan) -> Plan {
        let mut plan = Plan::empty(self.event.people, self.event.tables, self.event.rounds);
        for round in 0..plan.rounds {
            let is_over = round < self.past;
            for place in 0..if is_over { self.before.people } else { self.who.len() } {
                let (person, table) = match is_over {
                    true => (place, self.before.table_of(round, place)),
                    false => (self.who[place], coming.table_of(round - self.past, place)),
                };
                if let Some(table) = table.filter(|&table| table < plan.tables) {
                    plan.seats[round * plan.people + person] = table as u8;
                }
            }
            for table in 0..plan.tables {
                let host = match is_over {
                    true => self.before.host_of(round, table),
                    false => coming.host_of(round - self.past, table).map(|place| self.who[place]),
                };
                if let Some(host) = host {
                    plan.hosts[round * plan.tables + table] = host as u16;
                }
            }
        }
        plan
    }

    /// How many rounds are over.
    pub fn past(&self) -> usize {
        self.past
    }
}

impl Search {
    /// A search for a plan whose first `past` rounds are those of another plan, and who has left there stays away. As
    /// long as it goes on, [`Search::best`] has the rounds to come only.
    ///
    /// With no round over and everybody here, or with no round to come, it is a search for a new plan.
    pub fn going_on(event: &Event, before: &Plan, past: usize, seed: u64) -> Self {
        match Rest::of(event, before, past) {
            None => Self::new(event, seed),
            Some((rest, event)) => Self::new(&event, seed).with_rest(rest),
        }
    }
}
