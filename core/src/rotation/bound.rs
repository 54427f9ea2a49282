//! What no plan can beat.
//!
//! # The sum of repeats
//! Let m be how often a pair sits together, and S2 the sum of m(m - 1)/2 over all pairs: it counts each pair once for
//! each *two rounds* in which it sits together. So S2 is a sum over pairs of rounds, and each can be bounded alone.
//!
//! Take two rounds and the n people who are there in both. Each of them stands in one of T² cells (table then, table
//! now). Two people sit together in both rounds exactly if they stand in the same cell. So these two rounds add the sum
//! of c(c - 1)/2 over the sizes c of the cells; for n people in k cells that is least when the sizes differ by at most
//! one. Call it f(n, k).
//!
//! - Who comes back to no table stands in one of the T(T - 1) cells with two different tables: at least f(n, T(T - 1)).
//!   Seen from one table: its people spread over at most T - 1 others.
//! - Who stays or comes back, d people, stands in one of the T cells with twice the same table: f(d, T) more. Hosts who
//!   stay are such people: one in each of these cells, which costs nothing. A guest who comes back to a host who stays
//!   meets the host again, and f(d, T) counts that.
//! - With more rounds than tables, people have to come back, but not from one round to the next. The bound takes as
//!   many people who come back as the plan has, and puts them in those pairs of rounds where they cost least.
//!
//! So the bound holds for every plan with as few second visits as the one that is looked at. A plan in which more
//! people come back can have a smaller sum; that is what the order of the rules forbids.
//!
//! Where tables share questions and nobody comes back to one, who goes on stands in fewer cells: those of two tables
//! with different questions. Plans in which somebody does come back get the bound that knows no questions.
//!
//! Pairs with a host count like all others: the two do meet.
//!
//! # The pairs that meet
//! The number of meetings M, the sum of m, is fixed by the sizes of tables. Of a pair's m meetings m - 1 are repeats,
//! and m(m - 1)/2 is at most (m - 1)·g/2 when no pair sits together more than g times. Summed up: S2 is at most g/2
//! times the repeats, so at most M - 2·S2/g pairs meet, whatever the plan. With g = R it holds for every plan; with g =
//! 2 it is M - S2, and every plan in which nobody sits together three times reaches it.
//!
//! # The greatest m
//! In j rounds, a person who comes back to no table has T(T - 1)…(T - j + 1) ways to go. When there are more people
//! than that, two go the same way and sit together j times. And when meetings outnumber pairs, some pair has more than
//! one.

use super::Event;
use super::plan::Plan;
use super::questions::Shared;
use crate::domain::Hosting;

/// The pairs within `n` people who are spread evenly over `cells`: f(n, k) of this module's docs.
pub(super) fn spread(n: usize, cells: usize) -> usize {
    if cells == 0 {
        return 0;
    }
    let (each, more) = (n / cells, n % cells);
    cells * (each * each.saturating_sub(1) / 2) + more * each
}

/// Two rounds: how many people are there in both, and how many of them sit where they sat.
struct TwoRounds {
    common: usize,
    stay: usize,
}

impl TwoRounds {
    fn cost(&self, tables: usize, cells: usize) -> usize {
        spread(self.stay, tables) + spread(self.common - self.stay, cells)
    }

    /// What one more person who comes back would add.
    fn next(&self, tables: usize, cells: usize) -> i64 {
        let (stay, move_on) = (self.stay, self.common - self.stay);
        (stay / tables) as i64 - (move_on - 1).checked_div(cells).unwrap_or(0) as i64
    }
}

/// The bound of S2 for plans of this plan's sizes, hosts and number of second visits, to tables and to shared
/// questions.
pub(super) fn least_repeats(plan: &Plan, shared: Option<&Shared>) -> usize {
    let mut neighbours = Vec::new();
    let mut others = Vec::new();
    let mut free = [0, 0];
    let mut asked_again = false;
    for late in 1..plan.rounds {
        for early in 0..late {
            let mut two = TwoRounds { common: 0, stay: 0 };
            for person in 0..plan.people {
                let (Some(then), Some(now)) = (plan.table_of(early, person), plan.table_of(late, person)) else {
                    continue;
                };
                two.common += 1;
                asked_again |= then != now && shared.is_some_and(|shared| shared.of[then] == shared.of[now]);
                if then == now {
                    let hosted = (early + 1..=late).all(|round| plan.stays_as_host(round, person));
                    two.stay += usize::from(hosted);
                    free[usize::from(early + 1 < late)] += usize::from(!hosted);
                }
            }
            if early + 1 < late { &mut others } else { &mut neighbours }.push(two);
        }
    }
    let all = plan.tables * plan.tables.saturating_sub(1);
    let cells = shared.filter(|_| !asked_again).map_or(all, Shared::ways);
    // With a table for each round nobody has to come back: a plan in which people do is no better for it.
    let must = plan.rounds > plan.tables;
    place(&mut neighbours, free[0], must, plan.tables, cells) + place(&mut others, free[1], must, plan.tables, cells)
}

/// Puts people who come back where they cost least, and adds up. What one more costs never gets less, so taking the
/// cheapest each time is best. Where nobody has to come back, only those who make it cheaper do.
fn place(pairs: &mut [TwoRounds], free: usize, must: bool, tables: usize, cells: usize) -> usize {
    for _ in 0..free {
        let open = pairs.iter_mut().filter(|two| two.stay < two.common);
        let Some(two) = open.min_by_key(|two| two.next(tables, cells)) else { break };
        if !must && two.next(tables, cells) > 0 {
            break;
        }
        two.stay += 1;
    }
    pairs.iter().map(|two| two.cost(tables, cells)).sum()
}

/// The most pairs that can meet when no pair sits together more than `often`.
pub(super) fn most_pairs(meetings: usize, repeats: usize, often: usize) -> usize {
    if often < 2 { meetings } else { meetings.saturating_sub((2 * repeats).div_ceil(often)) }
}

/// A greatest number of meetings of a pair that no plan of the event can be below. The event is within its bounds.
pub(super) fn least_most_often(event: &Event) -> usize {
    let (people, tables, rounds) = (event.people, event.tables, event.rounds);
    if people <= tables || rounds == 0 {
        return usize::from(people > tables && rounds > 0);
    }
    let (each, more) = (people / tables, people % tables);
    let meetings = rounds * (tables * (each * (each - 1) / 2) + more * each);
    let by_pairs = meetings.div_ceil(people * (people - 1) / 2);
    let movers = if event.hosts == Hosting::Stay { people - tables } else { people };
    // Each question that somebody had takes all its tables away.
    let taken = Shared::of(event).filter(|it| it.suffice(rounds)).map_or(1, |it| it.fewest());
    let mut ways = 1;
    let mut by_ways = 0;
    for round in 0..rounds {
        let open = if event.hosts == Hosting::Change || rounds > tables { tables } else { tables - round * taken };
        ways *= open;
        if movers <= ways {
            break;
        }
        by_ways = round + 1;
    }
    by_pairs.max(by_ways).max(1)
}

/// How often people of one group at least sit together, whatever the plan.
pub(super) fn least_group_pairs(event: &Event) -> usize {
    let mut sizes = vec![0; usize::from(event.groups.iter().max().copied().unwrap_or(0)) + 1];
    for person in 0..event.people {
        if let Some(group) = event.group(person) {
            sizes[usize::from(group)] += 1;
        }
    }
    sizes.iter().map(|&size| event.rounds * spread(size, event.tables)).sum()
}
