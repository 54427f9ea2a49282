//! A plan to begin with for groups that wish to sit together: round by round hosts sit down first, then groups, the
//! largest first, then everyone else.

use super::event::Event;
use super::order::by_key;
use super::plan::Plan;
use super::seating::{Seating, VISIT};
use super::weights::Weights;
use crate::domain::Hosting;

/// The plan. Sizes and hosts are right; where somebody comes back or a group is torn, the search goes on.
pub fn seat(event: &Event, weights: Weights) -> Plan {
    let (people, tables) = (event.people, event.tables);
    let empty = Plan::empty(people, tables, event.rounds);
    let mut seating = Seating::new(&empty, event, weights, people / tables.max(1) + 2);
    // Whole groups one after the other, the largest first; who has no group comes last.
    let mut members = vec![0_usize; usize::from(event.groups.iter().max().copied().unwrap_or(0)) + 1];
    for &group in &event.groups {
        members[usize::from(group)] += 1;
    }
    let order = by_key(0..people, &|person| {
        event
            .group(person)
            .map_or(usize::MAX, |group| (people - members[usize::from(group)]) << 16 | usize::from(group))
    });
    let mut hosted = vec![0; people];
    for round in 0..event.rounds {
        for table in 0..tables {
            let host = match event.hosts {
                Hosting::None => None,
                Hosting::Stay => Some(table),
                Hosting::Change if round == 0 => None,
                Hosting::Change => seating.plan.people_at(round - 1, table).into_iter().min_by_key(|&it| {
                    // Somebody whose group does not wait elsewhere, if there is one.
                    (hosted[it], event.group(it).is_some())
                }),
            };
            if let Some(host) = host {
                hosted[host] += 1;
                seating.sit(round, host, table);
                seating.plan.hosts[round * tables + table] = host as u16;
            }
        }
        let mut waiting: Vec<usize> = order.clone();
        waiting.retain(|&person| seating.plan.table_of(round, person).is_none());
        while let Some(&first) = waiting.first() {
            let mates = waiting.iter().take_while(|&&it| it == first || event.same_group(it, first)).count();
            let before = round.checked_sub(1).and_then(|round| seating.plan.table_of(round, first)).unwrap_or(0);
            let cost = |&table: &usize| {
                let fit = room(&seating, event, round, table).min(mates);
                let visits: i64 = waiting[..fit].iter().map(|&it| seating.visit_at(it, table)).sum();
                let torn = (mates - fit) as i64 * VISIT;
                // All groups go on by one table, if nothing speaks against it: then none takes the place of another.
                let far = (table + 2 * tables - before - 1) % tables;
                let company =
                    if mates > 1 { far as i64 } else { seating.company(first, round, table, usize::MAX, false) };
                (fit == 0, visits + torn + company)
            };
            let Some(table) = (0..tables).min_by_key(cost) else { break };
            let fit = room(&seating, event, round, table).min(mates).max(1);
            for person in waiting.drain(..fit) {
                seating.sit(round, person, table);
            }
        }
        if round == 0 && event.hosts == Hosting::Change {
            for table in 0..tables {
                let host = seating.at(0, table).last().copied();
                seating.plan.hosts[table] = host.unwrap_or(super::plan::NOBODY);
                if let Some(host) = host {
                    hosted[usize::from(host)] += 1;
                }
            }
        }
    }
    seating.plan
}

/// How many more people fit at a table: as many tables as necessary take one more than the others.
fn room(seating: &Seating, event: &Event, round: usize, table: usize) -> usize {
    let (each, more) = (event.people / event.tables, event.people % event.tables);
    let size = |table: usize| seating.at(round, table).len();
    let larger = (0..event.tables).filter(|&it| it != table && size(it) > each).count();
    (each + usize::from(larger < more)).saturating_sub(size(table))
}
