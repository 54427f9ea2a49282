//! What the rotation planner reaches, and how long it takes.

use nappe_core::rotation::{Aim, Event, Hosting, Quality, plan};
use std::time::Instant;

/// People, tables, and the pairs that JanSellner/WorldCafe lets meet in as many rounds as tables.
const KNOWN: [(usize, usize, usize); 6] =
    [(20, 4, 112), (24, 4, 186), (30, 5, 275), (50, 5, 785), (30, 6, 271), (60, 6, 1120)];

fn timed(event: &Event) -> (Quality, f64) {
    let start = Instant::now();
    let plan = std::hint::black_box(plan(event, 1));
    let ms = start.elapsed().as_secs_f64() * 1e3;
    (plan.quality_with(&[], &event.questions), ms)
}

/// The grid: for each number of tables, tables of 4, of 5 or 6, of 6 or 7 and of 8 or 9, in 2 to 6 rounds (but no more
/// than there are tables, so that nobody has to come back), with each kind of hosts in turn. Then the largest ones, and
/// tables that share questions.
fn grid() -> Vec<Event> {
    let mut events = Vec::new();
    for tables in [3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30] {
        for rounds in 2..=6.min(tables) {
            for (kind, size) in [4, 5, 6, 8].into_iter().enumerate() {
                let more = [0, tables / 2, 1, tables - 1][kind];
                let people = (tables * size + more).min(300);
                let hosts = [Hosting::None, Hosting::Stay, Hosting::Change][(kind + rounds) % 3];
                events.push(Event { people, tables, rounds, hosts, ..Event::default() });
            }
        }
    }
    // The largest events of the goal: ten people at each of thirty tables.
    for rounds in 2..=6 {
        for hosts in [Hosting::None, Hosting::Stay, Hosting::Change] {
            events.push(Event { people: 300, tables: 30, rounds, hosts, ..Event::default() });
        }
    }
    // Large cafés whose tables share questions, dealt in turn.
    for (tables, questions) in [(12, 3), (16, 4), (20, 4), (24, 3), (24, 5), (25, 5), (30, 3), (30, 7)] {
        for hosts in [Hosting::None, Hosting::Stay, Hosting::Change] {
            let of = (0..tables).map(|table| 1 + (table % questions) as u16).collect();
            events.push(Event { people: tables * 5 + 2, tables, rounds: 3, hosts, questions: of, ..Event::default() });
        }
    }
    events
}

/// How many instances of one kind there are, and how many reach the bound with no second visit.
#[derive(Default)]
struct Share {
    all: usize,
    reached: usize,
}

/// Prints every instance, then how many reach the bound.
pub fn print() {
    println!("\nrotation: T tables, P people, R rounds; S2 the sum of repeats; m how often a pair meets at most");
    println!(" T   P  R hosts       S2   bound   meet  at most  m  2nd visits  contacts      ms");
    let mut shares: [Share; 3] = Default::default();
    let (mut slowest, mut worst) = (0.0f64, (0, String::new()));
    for event in grid() {
        let (it, ms) = timed(&event);
        let line = format!(
            "{:>2} {:>3} {:>2} {:<6} {:>7} {:>7} {:>6} {:>8} {:>2} {:>11} {:>4}-{:<4} {:>7.1}",
            event.tables,
            event.people,
            event.rounds,
            format!("{:?}", event.hosts),
            it.s2,
            it.s2_bound,
            it.meet,
            it.at_most,
            it.most_often,
            it.second_visits,
            it.fewest_contacts,
            it.most_contacts,
            ms
        );
        let above = it.s2 - it.s2_bound;
        let questions = it.second_questions.map(|again| format!("  {again} questions again")).unwrap_or_default();
        println!("{line}{questions}{}", if above > 0 { "  above the bound" } else { "" });
        let share = &mut shares[event.hosts as usize];
        share.all += 1;
        share.reached += usize::from(above == 0 && it.second_visits + it.second_questions.unwrap_or(0) == 0);
        slowest = slowest.max(ms);
        if above > worst.0 {
            worst = (above, line);
        }
    }
    for (share, hosts) in shares.iter().zip(["no hosts", "hosts stay", "hosts change"]) {
        println!("{hosts}: {} of {} reach the bound", share.reached, share.all);
    }
    println!("the slowest takes {slowest:.1} ms; farthest from the bound, by {}:\n{}", worst.0, worst.1);
    println!("\n P  T  known  mixed (m, S2, bound)  most pairs (m, S2)  at most");
    for (people, tables, known) in KNOWN {
        let event = |aim| Event { people, tables, rounds: tables, aim, ..Event::default() };
        let (mixed, most) = (timed(&event(Aim::Mixed)).0, timed(&event(Aim::MostPairs)).0);
        println!(
            "{people:>2} {tables:>2} {known:>6} {:>6} ({}, {}, {}) {:>10} ({}, {}) {:>8}",
            mixed.meet, mixed.most_often, mixed.s2, mixed.s2_bound, most.meet, most.most_often, most.s2, mixed.at_most
        );
    }
}
