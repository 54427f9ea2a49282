//! Events for which it is known how good a plan can be.

use nappe::core::rotation::*;

#[test]
fn where_tables_are_a_power_of_a_prime_the_bound_is_reached() {
    for tables in [3, 4, 5, 7, 8, 9, 11, 13, 16, 17] {
        for people in [3 * tables + 1, tables * (tables - 1), tables * tables] {
            for rounds in 2..=tables.min(4) {
                let event = |hosts| Event { people, tables, rounds, hosts, ..Event::default() };
                let figures = Search::new(&event(Hosting::None), 1).best().quality(&[]);
                assert_eq!((figures.s2, figures.second_visits), (figures.s2_bound, 0), "{:?}", event(Hosting::None));
                let figures = Search::new(&event(Hosting::Stay), 1).best().quality(&[]);
                assert_eq!((figures.s2, figures.second_visits), (figures.s2_bound, 0), "{:?}", event(Hosting::Stay));
            }
        }
    }
}

#[test]
fn in_a_field_hosts_change_with_no_search_and_the_bound_is_reached() {
    for (tables, each, most_rounds) in [(7, 4, 5), (8, 4, 4), (9, 5, 6), (11, 5, 6), (11, 7, 6), (16, 5, 4), (25, 5, 6)]
    {
        for rounds in 2..=most_rounds {
            let event = Event { people: each * tables + 1, tables, rounds, hosts: Hosting::Change, ..Event::default() };
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
        [(event(17, 4, Hosting::Change), 18), (event(22, 4, Hosting::Change), 48), (event(21, 5, Hosting::None), 30)]
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
    for hosts in [Hosting::None, Hosting::Stay, Hosting::Change] {
        let plan = plan(&event(hosts), 1);
        let figures = plan.quality_with(&[], &questions);
        assert_eq!((figures.second_questions, figures.second_visits), (Some(0), 0), "{hosts:?}");
        assert_eq!((figures.s2, figures.meet), (0, 720), "{hosts:?}");
    }
    let block = Event { people: 15, tables: 3, rounds: 3, ..Event::default() };
    assert_eq!(8 * plan(&block, 1).quality(&[]).s2, 288);
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
    for (number, rounds, hosts) in [(7, 3, Hosting::None), (7, 3, Hosting::Change), (5, 6, Hosting::None)] {
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
