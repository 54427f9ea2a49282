//! Who sits where: a plan by which people change tables and meet as many others as the mathematics allows. Pure: std,
//! integers, and dice that fall the same way for the same seed on every device. What a café keeps of a plan is the
//! domain's; `kept` goes between the two.
//!
//! # What a good plan is
//! Let m be how often a pair sits together, and S2 the sum of m(m - 1)/2 over pairs. In this order:
//! 1. The rules. Sizes of tables differ by at most one, a host counts as a person at the table; hosts are as
//!    [`Hosting`] says; nobody comes back to a table unless there are more rounds than tables, and then as rarely as
//!    possible. Where tables share questions, nobody comes back to a question either, where that is possible
//!    (`questions`).
//! 2. What groups wish ([`Wish`]).
//! 3. The smallest greatest m.
//! 4. The smallest S2.
//! 5. The most pairs that meet.
//! 6. Fairness: the smallest spread of contacts.
//!
//! Most pairs is not a good first aim: 24 people at 4 tables can meet in 204 pairs, but then 12 couples never part.
//! With nobody together more than twice it is 168 pairs, and no plan has more. Who wants the 204 takes
//! [`Aim::MostPairs`].
//!
//! # How a plan is found
//! | step | what it does | file |
//! |---|---|---|
//! | construct | words: plans that look the same from every table; by a finite field where there is one | `field`, `words`, `relay` |
//! | search words | T times less to look at than seats | `respell` |
//! | give routes | groups that wish to be apart take routes that never meet | `routes` |
//! | or sit down | groups that wish to be together, round by round | `together` |
//! | search seats | two people change places, in one round or in two, with what that costs kept up to date | `seating`, `swaps` |
//!
//! Both searches cool down, some in several laps: at first they also accept what makes a plan worse, then ever less.
//! Words are skipped when groups sit together, and everything stops as soon as the bound says that nothing can be
//! better. Work is bounded by what was looked at, not by time, so that every device comes to the same plan.
//!
//! # What can be known
//! [`Plan::quality`] says how good a plan is beside what no plan can beat; how that is known stands in [`bound`].
//!
//! # Hosts
//! - [`Hosting::Stay`]: person t hosts table t in all rounds, so who hosts is chosen by giving out the first numbers.
//! - [`Hosting::Change`]: the host of a table in a round was at that table in the round before, stays behind when the
//!   others go, and goes on afterwards. That one visit lasts two rounds and counts as one. Nobody hosts more often than
//!   rounds divided by people at a table, rounded up. In the first round somebody hosts who did not have to stay.
//! - With fewer than two people at some table there is nobody to be hosted, and no host.
//! - A pair with a host counts like any other: the two do meet.
//! - A host sits where the table is, also when the group of the host wishes something else.
//!
//! # When people come late or leave
//! [`Plan::after`] changes what has to change; the trade-off stands in `late`. When the café itself changes, with
//! another table or round, [`Search::going_on`] plans the rounds to come and leaves those that are over.

mod asked;
pub mod bound;
mod dice;
mod event;
mod field;
mod file;
mod headings;
mod kept;
mod late;
mod list;
mod order;
mod plan;
mod quality;
mod questions;
mod relay;
mod respell;
mod rest;
mod routes;
mod search;
mod seating;
mod swaps;
mod together;
mod weights;
mod who;
mod words;

pub use asked::{Asked, Typed, Wrong, count_in};
pub use event::{Aim, Event, Wish};
pub use file::{LIST_BYTES, WrongFile, text_in};
pub use kept::{Change, changes, groups, questions};
pub use late::Late;
pub use list::{Listed, list_of, people_in, read_list};
pub use plan::Plan;
pub use quality::Quality;
pub use search::Search;
pub use who::{WrongWho, who_comes, who_leaves};

pub use crate::domain::{Hosting, MOST_PEOPLE, MOST_ROUNDS, MOST_TABLES};

/// A good plan for an event: the search, run to its end. A page that must not freeze uses [`Search`] instead.
pub fn plan(event: &Event, seed: u64) -> Plan {
    let mut search = Search::new(event, seed);
    while !search.step(10_000) {}
    search.best().clone()
}
