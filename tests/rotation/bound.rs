//! The bound of repeats, against naive counts and against every plan of small events.

use crate::events::{config, naive_meetings, second_visits, with_groups};
use nappe::core::rotation::*;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn the_figures_agree_with_a_naive_count_and_never_beat_the_bound(event in with_groups(Wish::Apart), seed: u64) {
        let plan = plan(&event, seed);
        let figures = plan.quality(&event.groups);
        let meetings = naive_meetings(&plan);
        let matrix: Vec<usize> = plan.meetings().into_iter().map(usize::from).collect();
        prop_assert_eq!(&matrix, &meetings.concat());
        let all = || (0..event.people).flat_map(|a| (0..a).map(move |b| (a, b)));
        let contacts = meetings.iter().map(|row| row.iter().filter(|&&m| m > 0).count());
        prop_assert_eq!(figures.pairs, all().count());
        prop_assert_eq!(figures.meet, all().filter(|&(a, b)| meetings[a][b] > 0).count());
        prop_assert_eq!(figures.most_often, all().map(|(a, b)| meetings[a][b]).max().unwrap_or(0));
        let repeats = all().map(|(a, b)| meetings[a][b]).map(|m| m * m.saturating_sub(1) / 2);
        prop_assert_eq!(figures.s2, repeats.sum::<usize>());
        prop_assert_eq!(figures.fewest_contacts, contacts.clone().min().unwrap_or(0));
        prop_assert_eq!(figures.most_contacts, contacts.max().unwrap_or(0));
        prop_assert_eq!(figures.second_visits, (0..event.people).map(|it| second_visits(&plan, it)).sum::<usize>());
        let mates = all().filter(|&(a, b)| event.groups[a] != 0 && event.groups[a] == event.groups[b]);
        prop_assert_eq!(figures.group_pairs, mates.map(|(a, b)| meetings[a][b]).sum::<usize>());
        prop_assert!(figures.s2 >= figures.s2_bound);
        prop_assert!(figures.meet <= figures.at_most_as_mixed && figures.at_most_as_mixed <= figures.at_most);
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn no_plan_beats_the_bound_of_its_own_sizes_and_visits(
        tables in 1..5usize, rounds in vec(vec(0..6usize, 9), 1..5), hosts in vec(vec(0..12usize, 4), 0..5),
    ) {
        let seats: Vec<Vec<_>> =
            rounds.iter().map(|round| round.iter().map(|&it| Some(it).filter(|&it| it < tables)).collect()).collect();
        let hosts: Vec<Vec<_>> = hosts.iter().map(|round| round.iter().map(|&it| Some(it)).collect()).collect();
        let figures = Plan::from_seats(tables, &seats, &hosts).quality(&[]);
        prop_assert!(figures.s2 >= figures.s2_bound, "{:?}", figures);
        prop_assert!(figures.meet <= figures.at_most_as_mixed, "{:?}", figures);
    }
}

/// All ways to seat people with tables as equal as possible.
fn all_rounds(people: usize, tables: usize) -> Vec<Vec<Option<usize>>> {
    let mut all = Vec::new();
    for code in 0..tables.pow(people as u32) {
        let seats: Vec<_> = (0..people).map(|person| code / tables.pow(person as u32) % tables).collect();
        let size = |table| seats.iter().filter(|&&it| it == table).count();
        if (0..tables).all(|table| (people / tables..=people.div_ceil(tables)).contains(&size(table))) {
            all.push(seats.into_iter().map(Some).collect());
        }
    }
    all
}

#[test]
fn the_bound_holds_for_every_plan_of_small_events_and_the_planner_finds_the_best() {
    for (people, tables, rounds) in
        [(4, 2, 2), (5, 2, 2), (6, 3, 2), (6, 3, 3), (7, 3, 2), (5, 3, 3), (6, 2, 3), (4, 3, 4)]
    {
        let ways = all_rounds(people, tables);
        let mut best = None;
        let mut bound = usize::MAX;
        // All rounds but the first are tried in every way; the first can be any.
        for code in 0..ways.len().pow(rounds as u32 - 1) {
            let place =
                |round: usize| if round == 0 { 0 } else { code / ways.len().pow(round as u32 - 1) % ways.len() };
            let seats: Vec<_> = (0..rounds).map(|round| ways[place(round)].clone()).collect();
            let plan = Plan::from_seats(tables, &seats, &[]);
            let moves = (1..rounds).all(|round| (0..people).all(|it| seats[round][it] != seats[round - 1][it]));
            if moves && (0..people).all(|it| second_visits(&plan, it) <= rounds.saturating_sub(tables)) {
                let figures = plan.quality(&[]);
                assert!(figures.s2 >= figures.s2_bound && figures.meet <= figures.at_most, "{figures:?}");
                bound = bound.min(figures.s2_bound);
                let rank = (figures.most_often, figures.s2);
                best = Some(best.map_or(rank, |it| rank.min(it)));
            }
        }
        let figures = plan(&Event { people, tables, rounds, ..Event::default() }, 1).quality(&[]);
        assert_eq!(Some((figures.most_often, figures.s2)), best, "{people} people, {tables} tables, {rounds} rounds");
        assert_eq!(figures.s2_bound, bound);
    }
}

#[test]
fn the_bound_is_no_higher_for_a_plan_in_which_people_come_back_for_nothing() {
    let event = Event { people: 9, tables: 3, rounds: 3, ..Event::default() };
    let best = plan(&event, 1).quality(&[]);
    let first: Vec<Option<usize>> = (0..9).map(|person| Some(person / 3)).collect();
    let second: Vec<Option<usize>> = (0..9).map(|person| Some((person + person / 3) % 3)).collect();
    let worse = Plan::from_seats(3, &[first.clone(), second, first], &[]).quality(&[]);
    assert!(worse.second_visits > 0);
    assert!(worse.s2_bound <= best.s2, "{} pairs are said to be the least, {} are possible", worse.s2_bound, best.s2);
}
