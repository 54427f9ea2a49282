//! From words to a plan: who takes which route.

use super::Event;
use super::dice::Dice;
use super::order::by_key;
use super::plan::Plan;
use super::words::Words;
use crate::domain::Hosting;

/// How many looks at a pair it may take to find who takes which route.
const WORK: usize = 2_000_000;

/// The plan that words give. Groups that wish to be apart get routes of one row, whose people never meet; what is left
/// is settled by exchanging routes, which costs no repeats.
pub fn seat(event: &Event, words: &Words, dice: &mut Dice) -> Plan {
    let (people, tables, rounds) = (event.people, event.tables, event.rounds);
    let mut plan = Plan::empty(people, tables, rounds);
    let first = if event.hosts == Hosting::Stay { tables } else { 0 };
    for round in 0..rounds {
        for host in 0..first {
            plan.seats[round * people + host] = host as u8;
            plan.hosts[round * tables + host] = host as u16;
        }
        for person in first..people {
            let (mover, table) = (person - first, words.table(person - first, round));
            plan.seats[round * people + person] = table as u8;
            if event.hosts == Hosting::Change && mover / tables == words.host_row(round) {
                plan.hosts[round * tables + table] = person as u16;
            }
        }
    }
    if event.has_groups() { exchange(event, &plan, first, dice) } else { plan }
}

/// Gives the routes from `first` on to people so that groups are apart.
fn exchange(event: &Event, plan: &Plan, first: usize, dice: &mut Dice) -> Plan {
    let people = event.people;
    let meetings = plan.meetings();
    // Groups one after the other, each along the rows; who has no group comes last.
    let order = by_key(first..people, &|person| event.group(person).map_or(usize::MAX, usize::from));
    // The person who takes each route.
    let mut takes: Vec<usize> = (0..first).chain(order).collect();
    let against = |takes: &[usize], route: usize, person: usize, but: usize| -> usize {
        let mates =
            (0..people).filter(|&other| other != route && other != but && event.same_group(person, takes[other]));
        mates.map(|other| usize::from(meetings[route * people + other])).sum()
    };
    for _ in 0..WORK / (4 * people) {
        let (a, b) = (first + dice.below(people - first), first + dice.below(people - first));
        let (one, two) = (takes[a], takes[b]);
        if event.same_group(one, two) || a == b {
            continue;
        }
        let now = against(&takes, a, one, b) + against(&takes, b, two, a);
        let then = against(&takes, a, two, b) + against(&takes, b, one, a);
        if then <= now {
            takes.swap(a, b);
        }
    }
    let mut given = plan.clone();
    for round in 0..plan.rounds {
        for (route, &person) in takes.iter().enumerate() {
            given.seats[round * people + person] = plan.seats[round * people + route];
        }
        for host in plan.hosts[round * plan.tables..][..plan.tables].iter().enumerate() {
            if let Some(&person) = takes.get(usize::from(*host.1)) {
                given.hosts[round * plan.tables + host.0] = person as u16;
            }
        }
    }
    given
}
