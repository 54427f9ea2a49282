//! Random events, and what a plan is counted by in the plainest way.

use nappe::core::rotation::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngAlgorithm};

const KEPT: &str = "tests/regressions/rotation.txt";

/// A plan takes some milliseconds, so there are fewer cases than for laws of a merge.
pub fn config(cases: u32) -> ProptestConfig {
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(KEPT)) as _);
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, failure_persistence, rng_algorithm, ..ProptestConfig::default() }
}

pub fn hosts() -> impl Strategy<Value = Hosting> {
    prop_oneof![Just(Hosting::None), Just(Hosting::Stay), Just(Hosting::Change)]
}

/// An event as it may be: tables of at least two people.
pub fn event() -> impl Strategy<Value = Event> {
    (2..=12usize, 2..=6usize, 1..=6usize, 0..12usize, hosts()).prop_map(|(tables, size, rounds, more, hosts)| {
        let people = tables * size + more % tables;
        Event { people, tables, rounds, hosts, ..Event::default() }
    })
}

/// An event whose tables share questions, none of which needs to come twice; tables in any order.
pub fn sharing() -> impl Strategy<Value = Event> {
    (2..=6usize, 2..=5usize, 0..6usize, 2..=5usize, 2..=6usize, hosts(), 0..12usize, vec(any::<u32>(), 36)).prop_map(
        |(questions, each, odd, size, rounds, hosts, more, keys)| {
            // Some questions may have a table less.
            let mut of: Vec<u16> =
                (0..questions * each - odd % questions).map(|it| 1 + (it % questions) as u16).collect();
            let tables = of.len();
            let rounds = rounds.min(questions).min(tables / each);
            let mut order: Vec<usize> = (0..tables).collect();
            order.sort_by_key(|&table| keys[table % keys.len()]);
            of = order.into_iter().map(|table| of[table]).collect();
            let people = tables * size + more % tables;
            Event { people, tables, rounds, hosts, questions: of, ..Event::default() }
        },
    )
}

/// How often a person comes to a question that it had before; a host who stays does not.
pub fn second_questions(event: &Event, plan: &Plan, person: usize) -> usize {
    let mut seen = Vec::new();
    let mut again = 0;
    for round in 0..plan.rounds() {
        let Some(table) = plan.table_of(round, person) else { continue };
        let stays = round > 0 && plan.is_host(round, person) && plan.table_of(round - 1, person) == Some(table);
        again += usize::from(seen.contains(&event.questions[table]) && !stays);
        seen.push(event.questions[table]);
    }
    again
}

pub fn with_groups(wish: Wish) -> impl Strategy<Value = Event> {
    (event(), vec(0..5u16, 84)).prop_map(move |(event, mut groups)| {
        groups.truncate(event.people);
        Event { groups, wish, ..event }
    })
}

/// How often each pair sits together, counted in the plainest way.
pub fn naive_meetings(plan: &Plan) -> Vec<Vec<usize>> {
    let people = plan.people();
    let mut meetings = vec![vec![0; people]; people];
    for round in 0..plan.rounds() {
        for (a, row) in meetings.iter_mut().enumerate() {
            for (b, m) in row.iter_mut().enumerate() {
                let table = plan.table_of(round, a);
                *m += usize::from(a != b && table.is_some() && table == plan.table_of(round, b));
            }
        }
    }
    meetings
}

/// How many visits a person pays to tables where it sat before; a host who stays pays none.
pub fn second_visits(plan: &Plan, person: usize) -> usize {
    let mut seen = Vec::new();
    let mut again = 0;
    for round in 0..plan.rounds() {
        let Some(table) = plan.table_of(round, person) else { continue };
        let stays = round > 0 && plan.is_host(round, person) && plan.table_of(round - 1, person) == Some(table);
        again += usize::from(seen.contains(&table) && !stays);
        seen.push(table);
    }
    again
}

pub fn sizes_are_equal(plan: &Plan) -> Result<(), TestCaseError> {
    for round in 0..plan.rounds() {
        let sizes = plan.sizes(round);
        let (most, least) = (sizes.iter().max(), sizes.iter().min());
        prop_assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1), "round {round}: {sizes:?}");
    }
    Ok(())
}
