//! Who sits where.

use crate::domain::{MOST_PEOPLE, MOST_ROUNDS, MOST_TABLES};

/// Stands for "not here in this round".
pub(super) const AWAY: u8 = u8::MAX;
/// Stands for "no host".
pub(super) const NOBODY: u16 = u16::MAX;

/// Who sits where in which round, and who hosts. People, tables and rounds are counted from 0; the number on a card is
/// one more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub(super) people: usize,
    pub(super) tables: usize,
    pub(super) rounds: usize,
    /// The table of each person, round after round.
    pub(super) seats: Vec<u8>,
    /// The host of each table, round after round.
    pub(super) hosts: Vec<u16>,
}

impl Plan {
    /// A plan in which nobody has a seat yet.
    pub(super) fn empty(people: usize, tables: usize, rounds: usize) -> Self {
        Self { people, tables, rounds, seats: vec![AWAY; people * rounds], hosts: vec![NOBODY; tables * rounds] }
    }

    /// A plan out of the tables of each person and the hosts of each table, round after round, such as one that was
    /// stored. What is missing, or is no table or no person of the plan, counts as away and as no host.
    pub fn from_seats(tables: usize, seats: &[Vec<Option<usize>>], hosts: &[Vec<Option<usize>>]) -> Self {
        let people = seats.iter().map(Vec::len).max().unwrap_or(0).min(MOST_PEOPLE);
        let (tables, rounds) = (tables.min(MOST_TABLES), seats.len().min(MOST_ROUNDS));
        let mut plan = Self::empty(people, tables, rounds);
        for (round, seats) in seats.iter().enumerate().take(rounds) {
            for (person, table) in seats.iter().take(people).enumerate() {
                if let Some(table) = table.filter(|&table| table < tables) {
                    plan.seats[round * people + person] = table as u8;
                }
            }
            for (table, host) in hosts.get(round).into_iter().flatten().take(tables).enumerate() {
                if let Some(host) = host.filter(|&host| plan.table_of(round, host) == Some(table)) {
                    plan.hosts[round * tables + table] = host as u16;
                }
            }
        }
        plan
    }

    /// How many people the plan knows, those who left or did not come included.
    pub fn people(&self) -> usize {
        self.people
    }

    /// How many tables there are.
    pub fn tables(&self) -> usize {
        self.tables
    }

    /// How many rounds there are.
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    pub(super) fn seat(&self, round: usize, person: usize) -> u8 {
        let is_known = person < self.people && round < self.rounds;
        if is_known { self.seats[round * self.people + person] } else { AWAY }
    }

    /// The table at which a person sits in a round, unless the person is away.
    pub fn table_of(&self, round: usize, person: usize) -> Option<usize> {
        Some(self.seat(round, person)).filter(|&seat| seat != AWAY).map(usize::from)
    }

    /// Who hosts a table in a round, if anyone.
    pub fn host_of(&self, round: usize, table: usize) -> Option<usize> {
        let is_known = table < self.tables && round < self.rounds;
        let host = if is_known { self.hosts[round * self.tables + table] } else { NOBODY };
        Some(host).filter(|&host| host != NOBODY).map(usize::from)
    }

    /// Whether a person hosts the table at which it sits in a round.
    pub fn is_host(&self, round: usize, person: usize) -> bool {
        self.table_of(round, person).is_some_and(|table| self.host_of(round, table) == Some(person))
    }

    /// Whether a person sits at the same table in a round and the one before, as the host who stayed.
    pub(super) fn stays_as_host(&self, round: usize, person: usize) -> bool {
        round > 0 && self.is_host(round, person) && self.seat(round - 1, person) == self.seat(round, person)
    }

    /// The people at a table in a round.
    pub fn people_at(&self, round: usize, table: usize) -> Vec<usize> {
        (0..self.people).filter(|&person| self.table_of(round, person) == Some(table)).collect()
    }

    /// How many people sit at each table in a round.
    pub fn sizes(&self, round: usize) -> Vec<usize> {
        let mut sizes = vec![0; self.tables];
        for person in 0..self.people {
            if let Some(size) = self.table_of(round, person).and_then(|table| sizes.get_mut(table)) {
                *size += 1;
            }
        }
        sizes
    }

    /// Who met whom: how often each pair sits together, as a square of rows; the diagonal is 0.
    pub fn meetings(&self) -> Vec<u8> {
        let mut meetings = vec![0; self.people * self.people];
        for round in 0..self.rounds {
            for table in 0..self.tables {
                let group = self.people_at(round, table);
                for &a in &group {
                    for &b in group.iter().filter(|&&b| b != a) {
                        meetings[a * self.people + b] += 1;
                    }
                }
            }
        }
        meetings
    }
}
