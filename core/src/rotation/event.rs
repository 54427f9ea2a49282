//! What is planned: how many people, tables and rounds, who hosts, and who wishes to sit with whom.

use crate::domain::{Hosting, MOST_PEOPLE, MOST_ROUNDS, MOST_TABLES};

/// What the people of a group (an organisation, a language) wish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// To sit at as different tables as possible.
    #[default]
    Apart,
    /// To sit at the same table.
    Together,
}

/// What a plan tries to reach, behind the rules and the wishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// Nobody sits with the same person again and again: first the smallest greatest number of meetings of a pair, then
    /// the smallest sum of repeats.
    #[default]
    Mixed,
    /// As many different pairs as possible, even when some pairs then stay together for long.
    MostPairs,
}

/// What is planned. Numbers beyond the bounds of this module are cut down to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// How many people.
    pub people: usize,
    /// At how many tables.
    pub tables: usize,
    /// In how many rounds.
    pub rounds: usize,
    /// Who stays.
    pub hosts: Hosting,
    /// The group of each person, from 1; 0 (and what is missing at the end) for none.
    pub groups: Vec<u16>,
    /// What groups wish.
    pub wish: Wish,
    /// What the plan tries to reach.
    pub aim: Aim,
    /// The question of each table, from 1; 0 (and what is missing at the end) for one of its own.
    pub questions: Vec<u16>,
}

impl Event {
    /// The same event within the bounds, and without hosts where a table would have nobody to be hosted: hosts need two
    /// people at each table.
    pub(super) fn bounded(&self) -> Self {
        let mut event = self.clone();
        event.people = event.people.min(MOST_PEOPLE);
        event.tables = event.tables.min(MOST_TABLES);
        event.rounds = event.rounds.min(MOST_ROUNDS);
        if event.tables == 0 {
            (event.people, event.rounds) = (0, 0);
        }
        if event.people < 2 * event.tables {
            event.hosts = Hosting::None;
        }
        event.groups.resize(event.people, 0);
        event
    }

    /// How many questions its tables share, where it matters, and whether nobody needs to have one twice.
    pub fn shared_questions(&self) -> Option<(usize, bool)> {
        let event = self.bounded();
        super::questions::Shared::of(&event).map(|shared| (shared.sizes.len(), shared.suffice(event.rounds)))
    }

    /// The group of a person, if any.
    pub(super) fn group(&self, person: usize) -> Option<u16> {
        self.groups.get(person).copied().filter(|&group| group != 0)
    }

    /// Whether two people are of one group.
    pub(super) fn same_group(&self, a: usize, b: usize) -> bool {
        self.group(a).is_some() && self.group(a) == self.group(b)
    }

    /// Whether anyone is of a group.
    pub(super) fn has_groups(&self) -> bool {
        self.groups.iter().any(|&group| group != 0)
    }
}
