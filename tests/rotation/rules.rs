//! What a plan keeps to, whatever the event: seats, sizes, hosts, second visits, groups, one plan for a seed.

use crate::events::{config, event, hosts, second_questions, second_visits, sharing, sizes_are_equal, with_groups};
use nappe::core::rotation::*;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn groups_apart_or_together_break_no_rule(
        event in prop_oneof![with_groups(Wish::Apart), with_groups(Wish::Together)], seed: u64,
    ) {
        let plan = plan(&event, seed);
        sizes_are_equal(&plan)?;
        for person in 0..event.people {
            let hosts = (1..event.rounds).filter(|&round| plan.is_host(round, person)).count();
            let least = (event.rounds - hosts).saturating_sub(event.tables);
            // A group that stays together may find no other way.
            let slack = if event.wish == Wish::Together { event.rounds } else { 0 };
            prop_assert!(second_visits(&plan, person) <= least + slack);
        }
        for round in 0..event.rounds {
            for table in 0..event.tables {
                prop_assert_eq!(plan.host_of(round, table).is_some(), event.hosts != Hosting::None);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn everyone_has_a_seat_in_each_round_and_tables_are_as_equal_as_possible(event in event(), seed: u64) {
        let plan = plan(&event, seed);
        for round in 0..event.rounds {
            prop_assert_eq!(plan.sizes(round).iter().sum::<usize>(), event.people);
        }
        sizes_are_equal(&plan)?;
    }

    #[test]
    fn hosts_are_who_the_event_says(event in event(), seed: u64) {
        let plan = plan(&event, seed);
        let mut hosted = vec![0; event.people];
        for round in 0..event.rounds {
            for table in 0..event.tables {
                let host = plan.host_of(round, table);
                prop_assert_eq!(host.is_some(), event.hosts != Hosting::None);
                let Some(host) = host else { continue };
                hosted[host] += 1;
                prop_assert!(plan.is_host(round, host));
                prop_assert!(event.hosts == Hosting::Change || host == table);
                let before = round.checked_sub(1).map_or(Some(table), |round| plan.table_of(round, host));
                prop_assert_eq!(before, Some(table));
            }
        }
        let turns = event.rounds.div_ceil(event.people / event.tables);
        prop_assert!(event.hosts != Hosting::Change || hosted.iter().all(|&it| it <= turns), "{:?}", hosted);
    }

    #[test]
    fn nobody_but_hosts_stays_when_the_others_change_tables(event in event(), seed: u64) {
        let plan = plan(&event, seed);
        for round in 1..event.rounds {
            for person in 0..event.people {
                let stays = plan.table_of(round, person) == plan.table_of(round - 1, person);
                prop_assert_eq!(stays, plan.is_host(round, person));
            }
        }
    }

    #[test]
    fn nobody_comes_back_to_a_table_more_often_than_the_number_of_rounds_demands(event in event(), seed: u64) {
        let plan = plan(&event, seed);
        for person in 0..event.people {
            let hosts = (1..event.rounds).filter(|&round| plan.is_host(round, person)).count();
            prop_assert_eq!(second_visits(&plan, person), (event.rounds - hosts).saturating_sub(event.tables));
        }
    }

    #[test]
    fn nobody_gets_a_question_twice_where_tables_share_questions_and_rounds_do_not_outnumber_them(
        event in sharing(), seed: u64,
    ) {
        let plan = plan(&event, seed);
        sizes_are_equal(&plan)?;
        for person in 0..event.people {
            prop_assert_eq!(second_questions(&event, &plan, person), 0, "person {}", person);
            prop_assert_eq!(second_visits(&plan, person), 0);
        }
        let figures = plan.quality_with(&event.groups, &event.questions);
        prop_assert_eq!(figures.second_questions, Some(0));
        prop_assert!(figures.s2 >= figures.s2_bound);
        for round in 0..event.rounds {
            for table in 0..event.tables {
                prop_assert_eq!(plan.host_of(round, table).is_some(), event.hosts != Hosting::None);
            }
        }
    }

    #[test]
    fn a_seed_gives_one_plan_in_slices_as_at_once(event in event(), seed: u64, slice in 1..3_000usize) {
        let mut search = Search::new(&event, seed);
        prop_assert_eq!(search.best().people(), event.people);
        while !search.step(slice) {}
        prop_assert_eq!(search.best(), &plan(&event, seed));
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn numbers_of_any_size_never_panic(
        people in prop_oneof![0..4usize, 0..40usize, Just(usize::MAX)],
        tables in prop_oneof![0..3usize, 0..60usize, Just(101usize)],
        rounds in prop_oneof![0..3usize, 0..20usize],
        hosts in hosts(), groups in vec(0..4u16, 0..50), questions in vec(0..5u16, 0..60), together: bool, most: bool,
        seed: u64,
        acts in vec((any::<bool>(), prop_oneof![0..60usize, Just(usize::MAX)]), 0..5), past in 0..20usize,
    ) {
        let wish = if together { Wish::Together } else { Wish::Apart };
        let aim = if most { Aim::MostPairs } else { Aim::Mixed };
        let people = if people == usize::MAX && tables > 3 { 40 } else { people.min(400) };
        let event = Event { people, tables, rounds, hosts, groups, wish, aim, questions };
        let mut search = Search::new(&event, seed);
        search.step(20);
        let changes: Vec<Late> =
            acts.iter().map(|&(comes, who)| if comes { Late::Comes(who) } else { Late::Leaves(who) }).collect();
        let plan = search.best().after(&event, past, &changes);
        let figures = plan.quality(&event.groups);
        prop_assert!(figures.s2 >= figures.s2_bound && figures.meet <= figures.at_most);
        let with = plan.quality_with(&event.groups, &event.questions);
        prop_assert!(with.s2 >= with.s2_bound && with.meet <= with.at_most);
        // Going on from there, also when everything about the café has changed.
        let next = Event { tables: event.people % 7, rounds: event.rounds + 1, ..event.clone() };
        let mut search = Search::going_on(&next, &plan, past, seed);
        while !search.step(1_000) {}
        prop_assert!(search.best().people() <= MOST_PEOPLE);
        prop_assert_eq!(plan.table_of(99, 0), None);
        prop_assert_eq!(plan.host_of(0, 9_999), None);
    }
}

#[test]
fn a_thousand_people_get_a_plan() {
    let event = Event { people: 5_000, tables: 500, rounds: 50, ..Event::default() };
    let search = Search::new(&event, 1);
    let plan = search.best();
    assert_eq!((plan.people(), plan.tables(), plan.rounds()), (MOST_PEOPLE, MOST_TABLES, MOST_ROUNDS));
    assert_eq!(plan.quality(&[]).second_visits, 0);
}

/// A host's stay is one visit: who comes back to the table of their own and who to another one come back once each.
#[test]
fn nine_people_at_three_tables_come_back_no_more_often_than_they_must() {
    let event = Event { people: 9, tables: 3, rounds: 5, hosts: Hosting::Change, ..Event::default() };
    for seed in 0..100 {
        let plan = plan(&event, seed);
        for person in 0..event.people {
            let hosts = (1..event.rounds).filter(|&round| plan.is_host(round, person)).count();
            assert_eq!(second_visits(&plan, person), (event.rounds - hosts).saturating_sub(event.tables), "{seed}");
        }
    }
}
