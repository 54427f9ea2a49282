//! Lists of notes, in sections.
//!
//! Adding a note touches the signal of one section, and the list of sections only when one is full. A screen renders a
//! section as one list with `content-visibility: auto`: the browser skips sections that are off screen, and still finds
//! words in them and reads them aloud. The oldest sections of a long list are shown when somebody asks for them
//! (`ui::components::note_list`).

use crate::core::domain::{Cafe, Contribution, Id};
use crate::reactive::*;
use std::sync::Arc;

/// Notes of a full section where people write: a screen or two. A browser lays out the whole section in which something
/// changes.
pub const SMALL: usize = 25;
/// Notes of a full section where thousands are looked through at once, and each list costs something.
pub const LARGE: usize = 100;

/// A contribution, and whether it is stored as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The contribution.
    pub contribution: Arc<Contribution>,
    /// Whether the store has it just so.
    pub saved: bool,
}

/// Which notes belong to a list. Examples stand under their notes and belong to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// All.
    All,
    /// Written at this table.
    Table(Id),
    /// In two versions that somebody should choose between.
    Disputed,
    /// Set aside by the facilitator.
    Hidden,
}

impl Filter {
    /// Whether a contribution belongs to the list.
    pub fn takes(self, note: &Contribution, cafe: &Cafe) -> bool {
        // A disputed or hidden example must be reachable on its own.
        match self {
            Self::Disputed => note.is_disputed(),
            Self::Hidden => note.is_hidden(),
            Self::All => stands_alone(note, cafe),
            Self::Table(table) => note.table == table && stands_alone(note, cafe),
        }
    }
}

/// Whether a contribution is shown in lists: not as an example under another.
fn stands_alone(note: &Contribution, cafe: &Cafe) -> bool {
    note.example_of.is_none_or(|of| cafe.contribution(of).is_none_or(|parent| parent.example_of.is_some()))
}

/// Some notes, by id: as many as a section may have, and at times a few more, when some arrive in between.
#[derive(Clone)]
pub struct Section {
    /// Names the section for the life of the list.
    pub key: usize,
    /// Its notes.
    pub ids: ArcRwSignal<Vec<Id>>,
}

/// A list of notes, the oldest first.
#[derive(Clone)]
pub struct NoteList {
    /// The sections, in order. None is empty.
    pub sections: ArcRwSignal<Vec<Section>>,
    /// Notes in all sections.
    pub len: ArcRwSignal<usize>,
    /// The key of the section among whose notes a single one was added last: one that somebody waits to see.
    pub latest: ArcRwSignal<usize>,
    /// Notes of a full section.
    full: usize,
}

impl NoteList {
    /// The list of these notes, which are in order, in sections of this many.
    pub fn new(ids: &[Id], full: usize) -> Self {
        let list = Self {
            sections: ArcRwSignal::new(Vec::new()),
            len: ArcRwSignal::new(0),
            latest: ArcRwSignal::new(usize::MAX),
            full,
        };
        list.reset(ids);
        list
    }

    /// Shows these notes, which are in order, in place of all.
    pub fn reset(&self, ids: &[Id]) {
        let next = self.next_key();
        let section = |(place, ids): (usize, &[Id])| Section { key: next + place, ids: ArcRwSignal::new(ids.to_vec()) };
        self.sections.set(ids.chunks(self.full).enumerate().map(section).collect());
        self.len.set(ids.len());
    }

    /// Shows these notes, which are in order, touching only the sections in which something changes.
    pub fn show(&self, ids: &[Id]) {
        let before = self.sections.get_untracked();
        let starts: Vec<Option<Id>> = before.iter().map(first).collect();
        let (mut rest, mut next_key, mut moved) = (ids, self.next_key(), before.is_empty());
        let mut after = Vec::with_capacity(before.len());
        for (place, section) in before.into_iter().enumerate() {
            // A section takes what comes before the first note of the next one.
            let end = starts.get(place + 1).map_or(rest.len(), |next| rest.partition_point(|id| Some(*id) < *next));
            let (own, others) = rest.split_at(end);
            rest = others;
            let (own, surplus) = own.split_at(if own.len() > 2 * self.full { self.full } else { own.len() });
            moved |= own.is_empty() || !surplus.is_empty();
            if own.is_empty() {
                continue;
            }
            if section.ids.with_untracked(|ids| ids != own) {
                section.ids.set(own.to_vec());
            }
            after.push(section);
            for ids in surplus.chunks(self.full) {
                after.push(Section { key: next_key, ids: ArcRwSignal::new(ids.to_vec()) });
                next_key += 1;
            }
        }
        for ids in rest.chunks(self.full) {
            after.push(Section { key: next_key, ids: ArcRwSignal::new(ids.to_vec()) });
            next_key += 1;
        }
        if moved {
            self.sections.set(after);
        }
        if self.len.get_untracked() != ids.len() {
            self.len.set(ids.len());
        }
    }

    fn next_key(&self) -> usize {
        self.sections.with_untracked(|sections| sections.iter().map(|it| it.key + 1).max().unwrap_or_default())
    }

    /// Adds or takes away a note, touching only its section.
    pub fn put(&self, id: Id, belongs: bool) {
        let found = self.sections.with_untracked(|sections| {
            let place = sections.partition_point(|section| first(section) <= Some(id)).saturating_sub(1);
            sections.get(place).map(|section| (place, section.key, section.ids.clone()))
        });
        let Some((place, key, ids)) = found else {
            if belongs {
                self.reset(&[id]);
            }
            return;
        };
        match (ids.with_untracked(|ids| ids.binary_search(&id)), belongs) {
            (Ok(at), false) => {
                ids.update(|ids| {
                    ids.remove(at);
                });
                if ids.with_untracked(Vec::is_empty) {
                    self.sections.update(|sections| drop(sections.remove(place)));
                }
                self.len.update(|len| *len -= 1);
            }
            (Err(at), true) => {
                let at_end = at >= self.full && place + 1 == self.sections.with_untracked(Vec::len);
                if at_end {
                    let section = Section { key: self.next_key(), ids: ArcRwSignal::new(vec![id]) };
                    self.sections.update(|sections| sections.push(section));
                } else {
                    ids.update(|ids| ids.insert(at, id));
                    self.latest.set(key);
                }
                self.len.update(|len| *len += 1);
            }
            _ => {}
        }
    }
}

fn first(section: &Section) -> Option<Id> {
    section.ids.with_untracked(|ids| ids.first().copied())
}
