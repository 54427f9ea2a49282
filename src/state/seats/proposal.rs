//! A plan that is proposed: a new one, or what changes when somebody comes or leaves.

use super::Planner;
use crate::core::domain::{Command, Person, SeatPlan};
use crate::core::rotation::{Event, Late, Plan, late_name};
use crate::reactive::*;

/// Where a proposed plan comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// From a search: the plan of this number.
    New(u32),
    /// Somebody comes, by number from 0, when so many rounds are past.
    Comes(usize, usize),
    /// Somebody left.
    Leaves(usize, usize),
}

/// A plan that waits for a person to use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The plan.
    pub plan: SeatPlan,
    /// Where it comes from.
    pub from: Proposed,
}

impl Planner {
    /// Proposes what changes when somebody comes or leaves.
    pub fn change(self, late: Late) {
        let Some(kept) = self.kept.get_untracked() else { return };
        self.cancel();
        self.used.set(false);
        self.refused.set(None);
        let past = untrack(|| self.rounds_past()).min(kept.rounds.len());
        let mut people = kept.people.clone();
        let from = match late {
            Late::Comes(person) => {
                let name = match self.late_name.with_untracked(|name| late_name(name)) {
                    Ok(name) => name,
                    Err(wrong) => {
                        self.wrong.set(Some(wrong));
                        return;
                    }
                };
                if !name.is_empty() {
                    people.resize(people.len().max(person + 1), Person::default());
                    people[person].name = name;
                }
                Proposed::Comes(person, past)
            }
            Late::Leaves(person) => Proposed::Leaves(person, past),
        };
        self.wrong.set(None);
        let plan = Plan::from_kept(&kept).after(&Event::of_kept(&kept), past, &[late]);
        let plan = plan.to_kept(&people, kept.hosting, kept.together);
        self.proposal.set(Some(Proposal { plan, from }));
    }

    /// Puts the proposed plan into the café.
    pub fn use_proposal(self) {
        let Some(proposal) = self.proposal.get_untracked() else { return };
        match self.session.commit(Command::SetSeats(proposal.plan)) {
            Ok(_) => {
                self.refused.set(None);
                self.proposal.set(None);
                self.late_name.set(String::new());
                self.used.set(true);
            }
            Err(refusal) => self.refused.set(Some(refusal)),
        }
    }

    /// Puts the proposal aside.
    pub fn discard(self) {
        self.refused.set(None);
        self.proposal.set(None);
    }
}
