//! People who come late, leave early or do not come, and a new plan in the middle of an event.

use crate::events::{config, event};
use nappe::core::domain::SeatPlan;
use nappe::core::rotation::*;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn late_changes_bring_nobody_to_a_question_again_where_it_can_be_helped(
        questions in 4..7usize, each in 2..4usize, size in 3..6usize, past in 0..3usize, seed in 0..8u64,
        acts in vec((any::<bool>(), 0..60usize), 1..4),
    ) {
        let tables = questions * each;
        let of: Vec<u16> = (0..tables).map(|table| 1 + (table % questions) as u16).collect();
        let event = Event { people: tables * size, tables, rounds: 3, questions: of, ..Event::default() };
        let change = |&(comes, who): &(bool, usize)| match comes {
            true => Late::Comes((who + event.people).saturating_sub(55)),
            false => Late::Leaves(who),
        };
        let changes: Vec<Late> = acts.iter().map(change).collect();
        let after = Search::new(&event, seed).best().after(&event, past, &changes);
        prop_assert_eq!(after.quality_with(&[], &event.questions).second_questions, Some(0));
    }

    #[test]
    fn a_new_plan_in_the_middle_keeps_past_rounds_and_seats_nobody_who_left(
        event in event(), tables in 2..12usize, rounds in 1..7usize, past in 0..6usize, seed in 0..4u64,
        left in vec(0..84usize, 0..5),
    ) {
        let first = Search::new(&event, seed).best().clone();
        let left: Vec<usize> = left.into_iter().map(|it| it % event.people).collect();
        let changes: Vec<Late> = left.iter().map(|&it| Late::Leaves(it)).collect();
        let before = first.after(&event, past.min(event.rounds - 1), &changes);
        let changed = Event { tables, rounds, ..event.clone() };
        let mut search = Search::going_on(&changed, &before, past, seed);
        while !search.step(1_000) {}
        let plan = search.best();
        prop_assert_eq!((plan.people(), plan.tables(), plan.rounds()), (event.people, tables, rounds));
        let past = past.min(event.rounds);
        for round in 0..rounds {
            for person in 0..event.people {
                let now = plan.table_of(round, person);
                if past >= rounds {
                    prop_assert!(now.is_some(), "with no round to come it is a new plan");
                } else if round < past {
                    prop_assert_eq!(now, before.table_of(round, person).filter(|&table| table < tables));
                } else {
                    prop_assert_eq!(now.is_none(), left.contains(&person), "round {}, person {}", round, person);
                }
            }
            if round >= past {
                let sizes = plan.sizes(round);
                prop_assert!(sizes.iter().max().zip(sizes.iter().min()).is_none_or(|(a, b)| a - b <= 1), "{:?}", sizes);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn late_changes_touch_no_past_round_and_few_seats(
        event in event(), seed in 0..8u64, past in 0..7usize, acts in vec((any::<bool>(), 0..100usize), 0..6),
    ) {
        let first = Search::new(&event, seed).best().clone();
        let changes: Vec<Late> = acts
            .iter()
            .map(|&(comes, who)| match comes {
                true => Late::Comes(who % (event.people + 4)),
                false => Late::Leaves(who % event.people),
            })
            .collect();
        let plan = first.after(&event, past, &changes);
        let gone = |person: usize| {
            changes.iter().rfind(|it| matches!(it, Late::Comes(who) | Late::Leaves(who) if *who == person))
        };
        for round in 0..event.rounds {
            let mut moved = 0;
            for person in 0..plan.people() {
                let (before, now) = (first.table_of(round, person), plan.table_of(round, person));
                if round < past {
                    prop_assert_eq!(before, now);
                    continue;
                }
                match gone(person) {
                    Some(Late::Leaves(_)) => prop_assert_eq!(now, None),
                    Some(Late::Comes(_)) => prop_assert!(now.is_some()),
                    None => prop_assert!(now.is_some() == before.is_some()),
                }
                moved += usize::from(before.is_some() && now.is_some() && before != now);
            }
            for table in 0..event.tables {
                let host = plan.host_of(round, table);
                prop_assert!(host.is_none_or(|host| plan.table_of(round, host) == Some(table)));
                if round < past {
                    prop_assert_eq!(host, first.host_of(round, table));
                } else if first.host_of(round, table).is_some() && host.is_none() {
                    let free = (0..plan.people()).find(|&it| plan.table_of(round, it).is_some() && !plan.is_host(round, it));
                    prop_assert_eq!(free, None, "round {}: nobody hosts table {}", round, table);
                }
            }
            // One seat for each change, or two where people move by way of a third table; one more where a host has to
            // be followed. Of a pair only one person can follow, so each round may leave a gap for the next one.
            let each = match event.hosts {
                Hosting::None => 2,
                _ if event.people >= 3 * event.tables => 3,
                _ => 3 + 2 * round.saturating_sub(past),
            };
            prop_assert!(moved <= each * changes.len(), "round {}: {} moved for {:?}", round, moved, changes);
            if round >= past {
                let sizes = plan.sizes(round);
                prop_assert!(sizes.iter().max().zip(sizes.iter().min()).is_none_or(|(a, b)| a - b <= 1), "{:?}", sizes);
            }
        }
    }

    #[test]
    fn what_a_cafe_keeps_of_a_plan_is_the_plan_and_says_whom_a_change_concerns(
        event in event(), seed in 0..8u64, past in 0..7usize, comes: bool, who in 0..100usize,
    ) {
        let first = Search::new(&event, seed).best().clone();
        let hosting = event.hosts;
        let kept = first.to_kept(&[], hosting, false);
        let read = SeatPlan::parse(&kept.to_text());
        prop_assert_eq!(read.as_ref(), Some(&kept));
        prop_assert_eq!(&Plan::from_kept(&kept), &first);
        let late = if comes { Late::Comes(event.people + who % 2) } else { Late::Leaves(who % event.people) };
        let after = Plan::from_kept(&kept).after(&Event::of_kept(&kept), past, &[late]);
        let again = after.to_kept(&[], hosting, false);
        prop_assert!(again.is_sound());
        prop_assert_eq!(&Plan::from_kept(&again), &after);
        let told = changes(&first, &after);
        prop_assert!(told.iter().all(|it| it.round >= past));
        // Who is not told goes where the card says.
        for round in 0..event.rounds {
            for person in (0..event.people).filter(|&it| late != Late::Leaves(it)) {
                let is_told = told.iter().any(|it| (it.round, it.person) == (round, person));
                prop_assert!(is_told || first.table_of(round, person) == after.table_of(round, person));
            }
        }
    }

    #[test]
    fn after_late_changes_nobody_comes_back_to_a_table_while_there_are_tables_enough(
        tables in 5..12usize, size in 3..6usize, more in 0..12usize, past in 0..4usize, seed in 0..8u64,
        acts in vec((any::<bool>(), 0..60usize), 1..5),
    ) {
        let event = Event { people: tables * size + more % tables, tables, rounds: 4, ..Event::default() };
        let first = Search::new(&event, seed).best().clone();
        let change = |&(comes, who): &(bool, usize)| match comes {
            true => Late::Comes((who + event.people).saturating_sub(55)),
            false => Late::Leaves(who),
        };
        let changes: Vec<Late> = acts.iter().map(change).collect();
        prop_assert_eq!(first.after(&event, past, &changes).quality(&[]).second_visits, 0);
    }
}

#[test]
fn a_new_plan_in_the_middle_knows_who_met_and_where_people_have_been() {
    let event = Event { people: 30, tables: 6, rounds: 4, hosts: Hosting::Stay, ..Event::default() };
    let before = plan(&event, 1);
    // A table more, from round 3 on.
    let mut search = Search::going_on(&Event { tables: 7, ..event.clone() }, &before, 2, 1);
    while !search.step(10_000) {}
    let after = search.best();
    let figures = after.quality(&[]);
    assert_eq!((figures.second_visits, figures.uneven), (0, 5), "the new table was empty before");
    for round in 0..4 {
        let hosts: Vec<_> = (0..6).map(|table| after.host_of(round, table)).collect();
        assert_eq!(hosts, (0..6).map(Some).collect::<Vec<_>>(), "who hosts goes on");
    }
    // As if nothing had been, with the same rounds to come.
    let alone = plan(&Event { tables: 7, rounds: 2, ..event }, 1);
    let seats = |round: usize, plan: &Plan| (0..30).map(|it| plan.table_of(round, it)).collect::<Vec<_>>();
    let joined = Plan::from_seats(7, &[seats(0, &before), seats(1, &before), seats(0, &alone), seats(1, &alone)], &[]);
    assert!(figures.s2 < joined.quality(&[]).s2, "{} of {}", figures.s2, joined.quality(&[]).s2);
}

#[test]
fn when_a_host_leaves_somebody_of_the_group_stays_in_its_place() {
    for hosts in [Hosting::Stay, Hosting::Change] {
        let event = Event { people: 30, tables: 6, rounds: 4, hosts, ..Event::default() };
        let first = plan(&event, 5);
        let leaves = first.host_of(2, 3).expect("a host");
        let second = first.after(&event, 2, &[Late::Leaves(leaves)]);
        let next = second.host_of(2, 3).expect("another host");
        assert_ne!(next, leaves);
        assert_eq!(second.table_of(1, next), Some(3), "the new host sat there in the round that runs");
        for round in 2..4 {
            for table in 0..6 {
                let host = second.host_of(round, table).expect("a host");
                assert_eq!(second.table_of(round - 1, host), Some(table), "{hosts:?}");
            }
        }
        assert_eq!(second.quality(&[]).second_visits, 0, "{hosts:?}");
    }
}

#[test]
fn who_comes_late_gets_seats_and_nobody_else_moves_while_tables_stay_equal() {
    let event = Event { people: 23, tables: 5, rounds: 4, ..Event::default() };
    let first = plan(&event, 1);
    let second = first.after(&event, 1, &[Late::Comes(23), Late::Comes(24)]);
    for round in 0..4 {
        for person in 0..23 {
            assert_eq!(first.table_of(round, person), second.table_of(round, person));
        }
        for person in 23..25 {
            assert_eq!(second.table_of(round, person).is_some(), round > 0);
        }
    }
    let figures = second.quality(&[]);
    assert_eq!(figures.second_visits, 0);
}
