//! How good a plan is, in figures for words on the screen.

use super::Event;
use super::bound::{least_repeats, most_pairs};
use super::plan::{AWAY, Plan};
use super::questions::Shared;

/// How good a plan is: "of `pairs` pairs `meet` meet; at most `at_most` can".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Pairs of people who are there in the same round at least once.
    pub pairs: usize,
    /// Pairs that sit together at least once.
    pub meet: usize,
    /// More pairs than this cannot meet in any plan; see [`super::bound`].
    pub at_most: usize,
    /// More pairs than this cannot meet in any plan in which no pair sits together more often than in this one.
    pub at_most_as_mixed: usize,
    /// How often the pair sits together that does so most often.
    pub most_often: usize,
    /// The sum of m(m - 1)/2 over pairs that sit together m times.
    pub s2: usize,
    /// No plan with as few second visits has a smaller sum; see [`super::bound`].
    pub s2_bound: usize,
    /// How many others the person meets who meets the fewest. Who is never there does not count.
    pub fewest_contacts: usize,
    /// How many others the person meets who meets the most.
    pub most_contacts: usize,
    /// How often somebody comes to a table where they sat before, hosts who stay excepted.
    pub second_visits: usize,
    /// How often somebody comes to a question that they had before, hosts who stay excepted; none where no two tables
    /// share a question (or all of them do).
    pub second_questions: Option<usize>,
    /// By how much sizes of tables differ, in the round where they differ most.
    pub uneven: usize,
    /// How often two people of one group sit at the same table, summed over rounds.
    pub group_pairs: usize,
}

impl Plan {
    /// The figures of this plan. `groups` are those of the event; the slice may be empty.
    pub fn quality(&self, groups: &[u16]) -> Quality {
        self.quality_with(groups, &[])
    }

    /// The same where tables may share `questions`, as an [`Event`] has them.
    pub fn quality_with(&self, groups: &[u16], questions: &[u16]) -> Quality {
        let event =
            Event { tables: self.tables, rounds: self.rounds, questions: questions.to_vec(), ..Event::default() };
        let shared = Shared::of(&event);
        let mut quality = Quality { fewest_contacts: usize::MAX, ..Quality::default() };
        let meetings = self.meetings();
        let here: Vec<u16> = (0..self.people).map(|person| self.rounds_of(person)).collect();
        let mut sum = 0;
        for person in (0..self.people).filter(|&person| here[person] != 0) {
            let mut contacts = 0;
            for other in (0..self.people).filter(|&other| other != person) {
                let m = usize::from(meetings[person * self.people + other]);
                contacts += usize::from(m > 0);
                if other > person {
                    quality.pairs += usize::from(here[person] & here[other] != 0);
                    quality.most_often = quality.most_often.max(m);
                    quality.s2 += m * m.saturating_sub(1) / 2;
                    sum += m;
                    let group = groups.get(person).copied().unwrap_or(0);
                    let same = group != 0 && groups.get(other) == Some(&group);
                    quality.group_pairs += if same { m } else { 0 };
                }
            }
            quality.meet += contacts;
            quality.fewest_contacts = quality.fewest_contacts.min(contacts);
            quality.most_contacts = quality.most_contacts.max(contacts);
            quality.second_visits += self.second_visits_of(person, &|table| table);
        }
        quality.second_questions = shared.as_ref().map(|shared| {
            let again = |person| self.second_visits_of(person, &|table| shared.of[usize::from(table)]);
            (0..self.people).map(again).sum()
        });
        quality.meet /= 2;
        quality.fewest_contacts = quality.fewest_contacts.min(quality.most_contacts);
        quality.s2_bound = least_repeats(self, shared.as_ref());
        quality.at_most = most_pairs(sum, quality.s2_bound, self.rounds).min(quality.pairs);
        quality.at_most_as_mixed = most_pairs(sum, quality.s2_bound, quality.most_often).min(quality.pairs);
        quality.uneven = (0..self.rounds).map(|round| self.uneven(round)).max().unwrap_or(0);
        quality
    }

    /// In which rounds a person is there, as bits.
    fn rounds_of(&self, person: usize) -> u16 {
        (0..self.rounds).fold(0, |bits, round| bits | u16::from(self.seat(round, person) != AWAY) << round)
    }

    /// How often a person comes back to a table, or to what `of` says of tables.
    fn second_visits_of(&self, person: usize, of: &dyn Fn(u8) -> u8) -> usize {
        let came_back = |round: usize| {
            let seat = self.seat(round, person);
            let same = |before: usize| {
                let there = self.seat(before, person);
                there != AWAY && of(there) == of(seat)
            };
            let again = seat != AWAY && (0..round).any(same);
            again && !self.stays_as_host(round, person)
        };
        (0..self.rounds).filter(|&round| came_back(round)).count()
    }

    /// By how much the sizes of tables differ in a round.
    pub(super) fn uneven(&self, round: usize) -> usize {
        let sizes = self.sizes(round);
        let most = sizes.iter().max().copied().unwrap_or(0);
        most - sizes.iter().min().copied().unwrap_or(0)
    }
}
