//! A plan that is proposed: a new one, or what changes when people come or leave. And the step back from one that was
//! used.

use super::Planner;
use crate::core::domain::{Command, Person, SeatPlan};
use crate::core::rotation::{Event, Late, Plan, WrongWho, who_comes, who_leaves};
use crate::reactive::*;
use crate::state::use_app;

/// Where a proposed plan comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// From a search.
    New {
        /// The number of the plan.
        number: u32,
        /// How many rounds it leaves as they were.
        keeps: usize,
        /// How many rounds had begun.
        past: usize,
    },
    /// People come, and leave, by number from 0, when this many rounds are past.
    Late {
        /// Who comes.
        comes: Vec<usize>,
        /// Who leaves.
        leaves: Vec<usize>,
        /// How many rounds are past.
        past: usize,
    },
}

impl Proposed {
    /// How many rounds had begun when it was made.
    fn past(&self) -> usize {
        let (Self::New { past, .. } | Self::Late { past, .. }) = self;
        *past
    }
}

/// A plan that waits for a person to use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The plan.
    pub plan: SeatPlan,
    /// Where it comes from.
    pub from: Proposed,
}

/// What was done about the plan of the café.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// A plan was used.
    Used,
    /// The plan before was put back.
    WentBack,
}

impl Planner {
    /// Proposes what changes when the people come and leave who are typed.
    pub fn change(self) {
        let Some(kept) = self.kept.get_untracked() else { return };
        self.cancel();
        self.settled.set(None);
        self.refused.set(None);
        let past = untrack(|| self.rounds_past()).min(kept.rounds.len());
        let has_seat = |person: usize| {
            kept.rounds.iter().skip(past).any(|seats| seats.tables.get(person).is_some_and(|table| *table > 0))
        };
        let here: Vec<bool> = (0..kept.len()).map(has_seat).collect();
        let comes = self.comes.with_untracked(|typed| who_comes(typed, &here, &kept.people));
        let leaves = self.leaves.with_untracked(|typed| who_leaves(typed, &here, &kept.people));
        let [wrong_comes, wrong_leaves] = self.wrong_who;
        let (comes, leaves) = match (comes, leaves) {
            // One of the two may be empty.
            (Ok(comes), Err(WrongWho::Nobody)) => (comes, Vec::new()),
            (Err(WrongWho::Nobody), Ok(leaves)) => (Vec::new(), leaves),
            (Ok(comes), Ok(leaves)) => (comes, leaves),
            (comes, leaves) => {
                let (comes, leaves) = (comes.err(), leaves.err());
                let says_more = leaves.as_ref().is_some_and(|it| *it != WrongWho::Nobody);
                wrong_comes.set(comes.filter(|it| *it != WrongWho::Nobody || !says_more));
                wrong_leaves.set(leaves.filter(|it| *it != WrongWho::Nobody));
                return;
            }
        };
        wrong_comes.set(None);
        wrong_leaves.set(None);
        let mut people = kept.people.clone();
        for (person, name) in &comes {
            if let Some(name) = name {
                people.resize(people.len().max(person + 1), Person::default());
                people[*person].name.clone_from(name);
            }
        }
        let comes: Vec<usize> = comes.into_iter().map(|(person, _)| person).collect();
        // Who leaves goes first, so that who comes takes the free chairs.
        let late = leaves.iter().map(|it| Late::Leaves(*it)).chain(comes.iter().map(|it| Late::Comes(*it)));
        let event = Event { questions: self.questions.get_untracked(), ..Event::of_kept(&kept) };
        let plan = Plan::from_kept(&kept).after(&event, past, &late.collect::<Vec<_>>());
        let plan = plan.to_kept(&people, kept.hosting, kept.together);
        self.proposal.set(Some(Proposal { plan, from: Proposed::Late { comes, leaves, past } }));
    }

    /// Puts the proposed plan into the café; says whether the café took it.
    pub fn use_proposal(self) -> bool {
        let Some(proposal) = self.proposal.get_untracked() else { return false };
        // A round may have begun since, in another window too: its seats are no longer anybody's to change.
        let past = untrack(|| match proposal.from {
            Proposed::New { .. } => self.past_to_keep(),
            Proposed::Late { .. } => self.rounds_past().min(proposal.plan.rounds.len()),
        });
        if past > proposal.from.past() {
            self.discard();
            use_app().say(use_app().lang().now().seats().has_begun_since);
            return false;
        }
        let before = self.kept.get_untracked();
        let is_late = matches!(proposal.from, Proposed::Late { .. });
        let people = proposal.plan.len();
        if !self.settle(proposal.plan, Settled::Used) {
            return false;
        }
        self.before.set(before);
        if is_late {
            self.comes.set(String::new());
            self.leaves.set(String::new());
            // The next new plan has a chair for them, too.
            if self.people_now().is_none_or(|asked| asked < people) {
                self.people.set(people.to_string());
            }
        }
        true
    }

    /// Puts the plan back that was kept before; another step leads forward again.
    pub fn step_back(self) {
        let (Some(before), now) = (self.before.get_untracked(), self.kept.get_untracked()) else { return };
        if self.settle(before, Settled::WentBack) {
            self.before.set(now);
        }
    }

    fn settle(self, plan: SeatPlan, settled: Settled) -> bool {
        match self.session.commit(Command::SetSeats(plan)) {
            Ok(_) => {
                self.refused.set(None);
                self.proposal.set(None);
                self.settled.set(Some(settled));
                true
            }
            Err(refusal) => {
                self.refused.set(Some(refusal));
                false
            }
        }
    }

    /// Puts the proposal aside.
    pub fn discard(self) {
        self.refused.set(None);
        self.proposal.set(None);
    }
}
