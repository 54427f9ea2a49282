//! Giving dots on this device: who gives, under which question, and what is left.

use super::Session;
use crate::core::domain::{Cafe, Id, Refusal};
use crate::core::harvest::{Act, Each, Harvest, MOST_VOTERS, Phase, Voting};
use crate::reactive::*;
use std::collections::BTreeMap;

/// Who gives dots here. Copy; it lives as long as its screen.
#[derive(Clone, Copy)]
pub struct Voter {
    /// The themes, dots and groups as they stand.
    pub harvest: Memo<Harvest>,
    /// How dots are given.
    pub voting: Memo<Voting>,
    /// The question that is on the screen.
    pub question: Memo<Option<Id>>,
    /// The person of this device, from 1.
    pub person: Memo<u32>,
    /// The dots of this person under the question, a note for each.
    pub on: Memo<Vec<Id>>,
    /// How many dots this person has left under the question.
    pub left: Memo<usize>,
    /// Whether nobody sees where others put theirs: on a device that is passed around not even by going back to them.
    pub is_secret: Memo<bool>,
    /// Whether it has to be asked first who has the device: what the last person gave is not for whoever opens the
    /// screen.
    pub asks: Memo<bool>,
    session: Session,
    passed: RwSignal<u32>,
    /// Whether somebody took the device since the screen is there.
    taken: RwSignal<bool>,
}

impl Voter {
    /// Goes on with the last person who gave dots on this device, unless that is to stay secret.
    pub fn new(session: Session, harvest: Memo<Harvest>, question: Memo<Option<Id>>) -> Self {
        let people = harvest.with_untracked(|harvest| harvest.people_of(session.device()));
        let (passed, taken) = (RwSignal::new(people.max(1)), RwSignal::new(people == 0));
        let voting = Memo::new(move || harvest.with(|harvest| harvest.voting));
        let is_secret = Memo::new(move || {
            let voting = voting.get();
            voting.secret && voting.phase == Phase::Open && voting.each == Each::Person
        });
        let asks = Memo::new(move || is_secret.get() && !taken.get());
        let person = Memo::new(move || if voting.get().each == Each::Person { passed.get() } else { 1 });
        let on = Memo::new(move || {
            let (Some(question), person) = (question.get(), person.get()) else { return Vec::new() };
            harvest.with(|harvest| session.cafe(|cafe| harvest.given(cafe, session.device(), person, question)))
        });
        let left = Memo::new(move || (voting.get().budget as usize).saturating_sub(on.with(Vec::len)));
        Self { harvest, voting, question, person, on, left, is_secret, asks, session, passed, taken }
    }

    /// How many dots this person has left under each of these questions.
    pub fn left_under(self, question: Id) -> usize {
        let person = self.person.get();
        self.harvest.with(|harvest| {
            let given = self.session.cafe(|cafe| harvest.given(cafe, self.session.device(), person, question));
            (harvest.voting.budget as usize).saturating_sub(given.len())
        })
    }

    /// The dots of this person on a note and on what is gathered with it.
    pub fn own(self, note: Id) -> usize {
        self.on.with(|on| {
            if on.is_empty() {
                return 0;
            }
            self.harvest.with(|harvest| match harvest.group(note) {
                [] => on.iter().filter(|id| **id == note).count(),
                group => on.iter().filter(|id| group.contains(id)).count(),
            })
        })
    }

    /// Puts a dot on a note.
    ///
    /// # Errors
    /// Why not. Whether a dot is left and dots can be given is the screen's to say before.
    pub fn give(self, note: Id) -> Result<(), Refusal> {
        let mut on = self.on.get_untracked();
        on.push(note);
        self.place(on)
    }

    /// Takes a dot back from a note, or from what is gathered with it.
    ///
    /// # Errors
    /// Why not.
    pub fn take(self, note: Id) -> Result<(), Refusal> {
        let mut on = self.on.get_untracked();
        let is_here = |id: &Id| *id == note || self.harvest.with_untracked(|it| it.group(note).contains(id));
        let Some(place) = on.iter().rposition(is_here) else { return Ok(()) };
        on.remove(place);
        self.place(on)
    }

    fn place(self, on: Vec<Id>) -> Result<(), Refusal> {
        let (device, person) = (self.session.device(), self.person.get_untracked());
        let question = self.question.get_untracked().ok_or(Refusal::Missing)?;
        self.session.act(&Act::PlaceDots { device, person, question, on })
    }

    /// The device is passed on, or back unless dots are secret. Whoever has it now cannot take back what was given
    /// before.
    pub fn pass(self, forward: bool) {
        if !forward && self.is_secret.get_untracked() {
            return;
        }
        let person = self.person.get_untracked();
        self.taken.set(true);
        self.session.past().forget_dots();
        self.passed.set(if forward {
            person.saturating_add(1).min(MOST_VOTERS)
        } else {
            person.saturating_sub(1).max(1)
        });
    }
}

/// A note of a result: itself, or the first of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The note.
    pub note: Id,
    /// Its dots, with those of its group.
    pub dots: usize,
}

/// What came out under a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The notes with dots, those with most first.
    pub placed: Vec<Placed>,
    /// How many notes have none.
    pub without: usize,
}

/// The notes of each question by their dots; groups count once, what was set aside not at all.
pub fn tallies(cafe: &Cafe, harvest: &Harvest) -> BTreeMap<Id, Tally> {
    let mut tallies: BTreeMap<Id, Tally> = BTreeMap::new();
    for note in cafe.contributions() {
        if !cafe.is_listed(note) || !harvest.leads(cafe, note.id) {
            continue;
        }
        let tally = tallies.entry(note.question).or_default();
        match harvest.dots_of_group(note.id) {
            0 => tally.without += 1,
            dots => tally.placed.push(Placed { note: note.id, dots }),
        }
    }
    for tally in tallies.values_mut() {
        tally.placed.sort_by(|a, b| b.dots.cmp(&a.dots).then(a.note.cmp(&b.note)));
    }
    tallies
}
