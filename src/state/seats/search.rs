//! The search for a plan: in slices, so that the page goes on meanwhile.

use super::{Planner, Proposal, Proposed};
use crate::core::domain::{Person, SeatPlan};
use crate::core::rotation::{Plan, Search};
use crate::platform;
use crate::reactive::*;
use leptos::task::spawn_local;

/// The longest that the search holds the page up, in milliseconds, and the most moves that it makes then.
const SLICE: u64 = 12;
const MOVES: usize = 2_000;
/// How often it looks at the clock.
const MOVES_AT_ONCE: usize = 50;

impl Planner {
    /// Looks for a plan; the page goes on meanwhile.
    pub fn search(self) {
        self.settled.set(None);
        let asked = match self.asked() {
            Ok(asked) => asked,
            Err(wrong) => {
                self.wrong.set(Some(wrong));
                return;
            }
        };
        self.wrong.set(None);
        self.refused.set(None);
        self.turn.update_value(|turn| *turn += 1);
        let mine = self.turn.get_value();
        self.progress.set(Some(0));
        let (past, kept) = (untrack(|| self.past_to_keep()), self.kept.get_untracked());
        let keeps = if self.keeps_past.get_untracked() { past } else { 0 };
        let mut people = asked.people.clone();
        // Who came late is in no list, but keeps the number and the name.
        let all = if keeps > 0 { usize::MAX } else { asked.event.people };
        let late = kept.iter().flat_map(|kept| kept.people.iter().skip(people.len()).cloned());
        people.extend(late.take(all.saturating_sub(people.len())).collect::<Vec<_>>());
        spawn_local(async move {
            platform::breathe().await;
            let seed = u64::from(asked.number);
            // Who did not come stays away, as long as the numbers mean the same people.
            let name = |people: &[Person], at: usize| people.get(at).map(|it| it.name.clone()).unwrap_or_default();
            let is_same = |kept: &SeatPlan| {
                (0..kept.people.len().max(people.len())).all(|at| name(&kept.people, at) == name(&people, at))
            };
            let mut search = match &kept {
                Some(kept) if keeps > 0 || past == 0 && is_same(kept) => {
                    Search::going_on(&asked.event, &Plan::from_kept(kept), keeps, seed)
                }
                _ => Search::new(&asked.event, seed),
            };
            // The page may have been left meanwhile, or somebody has cancelled.
            while self.turn.try_get_value() == Some(mine) {
                if slice(&mut search) {
                    let plan = search.best().to_kept(&people, asked.hosting, asked.together);
                    let from = Proposed::New { number: asked.number, keeps, past };
                    self.progress.set(None);
                    self.proposal.set(Some(Proposal { plan, from }));
                    return;
                }
                self.progress.set(Some(search.progress()));
                platform::breathe().await;
            }
        });
    }

    /// Looks for the plan of the next number.
    pub fn another(self) {
        let next = self.number.with_untracked(|number| number.trim().parse().map_or(1, |it: u32| it.wrapping_add(1)));
        self.number.set(next.to_string());
        self.search();
    }

    /// Stops the search.
    pub fn cancel(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.progress.set(None);
    }
}

/// Goes on for a moment; true when the search has come to its end.
fn slice(search: &mut Search) -> bool {
    let until = platform::steady() + SLICE;
    for _ in 0..MOVES / MOVES_AT_ONCE {
        if search.step(MOVES_AT_ONCE) {
            return true;
        }
        if platform::steady() >= until {
            return false;
        }
    }
    false
}
