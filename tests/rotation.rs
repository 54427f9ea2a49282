//! The promises of the rotation planner, as properties of random events, and its bound against every plan of small ones.

use nappe::core::domain::{Hosting, SeatPlan};
use nappe::core::rotation::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngAlgorithm};

const KEPT: &str = "tests/regressions/rotation.txt";

/// A plan takes some milliseconds, so there are fewer cases than for laws of a merge.
fn config(cases: u32) -> ProptestConfig {
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(KEPT)) as _);
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, failure_persistence, rng_algorithm, ..ProptestConfig::default() }
}

fn hosts() -> impl Strategy<Value = Hosts> {
    prop_oneof![Just(Hosts::None), Just(Hosts::Stay), Just(Hosts::Change)]
}

/// An event as it may be: tables of at least two people.
fn event() -> impl Strategy<Value = Event> {
    (2..=12usize, 2..=6usize, 1..=6usize, 0..12usize, hosts()).prop_map(|(tables, size, rounds, more, hosts)| {
        let people = tables * size + more % tables;
        Event { people, tables, rounds, hosts, ..Event::default() }
    })
}

/// An event whose tables share questions, none of which needs to come twice; tables in any order.
fn sharing() -> impl Strategy<Value = Event> {
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
fn second_questions(event: &Event, plan: &Plan, person: usize) -> usize {
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

fn with_groups(wish: Wish) -> impl Strategy<Value = Event> {
    (event(), vec(0..5u16, 84)).prop_map(move |(event, mut groups)| {
        groups.truncate(event.people);
        Event { groups, wish, ..event }
    })
}

/// How often each pair sits together, counted in the plainest way.
fn naive_meetings(plan: &Plan) -> Vec<Vec<usize>> {
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
fn second_visits(plan: &Plan, person: usize) -> usize {
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

fn sizes_are_equal(plan: &Plan) -> Result<(), TestCaseError> {
    for round in 0..plan.rounds() {
        let sizes = plan.sizes(round);
        let (most, least) = (sizes.iter().max(), sizes.iter().min());
        prop_assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1), "round {round}: {sizes:?}");
    }
    Ok(())
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
                prop_assert_eq!(host.is_some(), event.hosts != Hosts::None);
                let Some(host) = host else { continue };
                hosted[host] += 1;
                prop_assert!(plan.is_host(round, host));
                prop_assert!(event.hosts == Hosts::Change || host == table);
                let before = round.checked_sub(1).map_or(Some(table), |round| plan.table_of(round, host));
                prop_assert_eq!(before, Some(table));
            }
        }
        let turns = event.rounds.div_ceil(event.people / event.tables);
        prop_assert!(event.hosts != Hosts::Change || hosted.iter().all(|&it| it <= turns), "{:?}", hosted);
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
                prop_assert_eq!(plan.host_of(round, table).is_some(), event.hosts != Hosts::None);
            }
        }
    }

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

    #[test]
    fn a_seed_gives_one_plan_in_slices_as_at_once(event in event(), seed: u64, slice in 1..3_000usize) {
        let mut search = Search::new(&event, seed);
        prop_assert_eq!(search.best().people(), event.people);
        while !search.step(slice) {}
        prop_assert_eq!(search.best(), &plan(&event, seed));
    }
}

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
                prop_assert_eq!(plan.host_of(round, table).is_some(), event.hosts != Hosts::None);
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
            // One seat for each change, or two where people move by way of a third table; one more where a host has to be
            // followed. Of a pair only one person can follow, so each round may leave a gap for the next one.
            let each = match event.hosts {
                Hosts::None => 2,
                _ if event.people >= 3 * event.tables => 3,
                _ => 3 + 2 * round.saturating_sub(past),
            };
            prop_assert!(moved <= each * changes.len(), "round {}: {} moved for {:?}", round, moved, changes);
            if round >= past && event.hosts == Hosts::None {
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
        let hosting = match event.hosts {
            Hosts::None => Hosting::None,
            Hosts::Stay => Hosting::Stay,
            Hosts::Change => Hosting::Change,
        };
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
fn where_tables_are_a_power_of_a_prime_the_bound_is_reached() {
    for tables in [3, 4, 5, 7, 8, 9, 11, 13, 16, 17] {
        for people in [3 * tables + 1, tables * (tables - 1), tables * tables] {
            for rounds in 2..=tables.min(4) {
                let event = |hosts| Event { people, tables, rounds, hosts, ..Event::default() };
                let figures = Search::new(&event(Hosts::None), 1).best().quality(&[]);
                assert_eq!((figures.s2, figures.second_visits), (figures.s2_bound, 0), "{:?}", event(Hosts::None));
                let figures = Search::new(&event(Hosts::Stay), 1).best().quality(&[]);
                assert_eq!((figures.s2, figures.second_visits), (figures.s2_bound, 0), "{:?}", event(Hosts::Stay));
            }
        }
    }
}

#[test]
fn in_a_field_hosts_change_with_no_search_and_the_bound_is_reached() {
    for (tables, each, most_rounds) in [(7, 4, 5), (8, 4, 4), (9, 5, 6), (11, 5, 6), (11, 7, 6), (16, 5, 4), (25, 5, 6)]
    {
        for rounds in 2..=most_rounds {
            let event = Event { people: each * tables + 1, tables, rounds, hosts: Hosts::Change, ..Event::default() };
            let figures = Search::new(&event, 1).best().quality(&[]);
            assert_eq!((figures.s2, figures.second_visits), (figures.s2_bound, 0), "{event:?}");
            assert_eq!(figures.most_often, 1, "{event:?}");
        }
    }
}

#[test]
fn with_as_many_rounds_as_tables_people_exchange_their_tables_in_two_rounds() {
    // Nobody can change places in one round alone. No plan has fewer repeats than the first two; of the last one with
    // nobody together three times, words alone know 48 repeats.
    let event = |people, tables, hosts| Event { people, tables, rounds: tables, hosts, ..Event::default() };
    for (event, repeats) in
        [(event(17, 4, Hosts::Change), 18), (event(22, 4, Hosts::Change), 48), (event(21, 5, Hosts::None), 30)]
    {
        let figures = plan(&event, 1).quality(&[]);
        assert_eq!((figures.most_often, figures.second_visits), (2, 0), "{event:?}");
        assert!(figures.s2 <= repeats, "{} repeats of {event:?}", figures.s2);
    }
}

#[test]
fn the_pairs_of_the_known_open_planner_are_reached() {
    // JanSellner/WorldCafe, as many rounds as tables.
    for (people, tables, known) in [(20, 4, 112), (24, 4, 186), (30, 5, 275), (50, 5, 785), (30, 6, 271), (60, 6, 1120)]
    {
        let event = Event { people, tables, rounds: tables, aim: Aim::MostPairs, ..Event::default() };
        let figures = plan(&event, 1).quality(&[]);
        assert!(figures.meet >= known, "{people} people, {tables} tables: {} < {known}", figures.meet);
        assert_eq!(figures.second_visits, 0);
    }
}

#[test]
fn in_a_large_cafe_with_few_questions_people_meet_as_many_as_with_many() {
    // 24 tables, three questions dealt in turn, as the form of a large café makes them. In blocks of three tables, each
    // planned for itself, 288 meetings would be repeats.
    let questions: Vec<u16> = (0..24).map(|table| 1 + table % 3).collect();
    let event =
        |hosts| Event { people: 120, tables: 24, rounds: 3, hosts, questions: questions.clone(), ..Event::default() };
    for hosts in [Hosts::None, Hosts::Stay, Hosts::Change] {
        let plan = plan(&event(hosts), 1);
        let figures = plan.quality_with(&[], &questions);
        assert_eq!((figures.second_questions, figures.second_visits), (Some(0), 0), "{hosts:?}");
        assert_eq!((figures.s2, figures.meet), (0, 720), "{hosts:?}");
    }
    let block = Event { people: 15, tables: 3, rounds: 3, ..Event::default() };
    assert_eq!(8 * plan(&block, 1).quality(&[]).s2, 288);
}

#[test]
fn a_new_plan_in_the_middle_knows_who_met_and_where_people_have_been() {
    let event = Event { people: 30, tables: 6, rounds: 4, hosts: Hosts::Stay, ..Event::default() };
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
fn couples_are_not_glued_together_for_the_sake_of_pairs() {
    let event = Event { people: 24, tables: 4, rounds: 4, ..Event::default() };
    let figures = plan(&event, 1).quality(&[]);
    assert_eq!((figures.most_often, figures.s2, figures.meet), (2, 72, 168));
    assert_eq!((figures.at_most, figures.at_most_as_mixed), (204, 168));
}

#[test]
fn groups_that_wish_to_be_apart_sit_apart_where_there_are_tables_enough() {
    // Groups of five or six, and groups of as many as there are tables.
    for (number, rounds, hosts) in [(7, 3, Hosts::None), (7, 3, Hosts::Change), (5, 6, Hosts::None)] {
        let groups: Vec<u16> = (0..40).map(|person| 1 + person % number).collect();
        let event = Event { people: 40, tables: 8, rounds, hosts, groups, ..Event::default() };
        let figures = plan(&event, 3).quality(&event.groups);
        assert_eq!((figures.group_pairs, figures.second_visits, figures.s2), (0, 0, 0), "{number} groups, {hosts:?}");
    }
}

#[test]
fn groups_that_wish_to_be_together_sit_together_where_a_table_has_room() {
    let groups: Vec<u16> = (0..30).map(|person| if person < 18 { 1 + person / 3 } else { 0 }).collect();
    let together = Event { people: 30, tables: 6, rounds: 4, groups, wish: Wish::Together, ..Event::default() };
    let figures = plan(&together, 3).quality(&together.groups);
    // Six groups of three, in four rounds.
    assert_eq!((figures.group_pairs, figures.second_visits, figures.uneven), (6 * 3 * 4, 0, 0));
}

#[test]
fn when_a_host_leaves_somebody_of_the_group_stays_in_its_place() {
    for hosts in [Hosts::Stay, Hosts::Change] {
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

#[test]
fn a_thousand_people_get_a_plan() {
    let event = Event { people: 5_000, tables: 500, rounds: 50, ..Event::default() };
    let search = Search::new(&event, 1);
    let plan = search.best();
    assert_eq!((plan.people(), plan.tables(), plan.rounds()), (MOST_PEOPLE, MOST_TABLES, MOST_ROUNDS));
    assert_eq!(plan.quality(&[]).second_visits, 0);
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
