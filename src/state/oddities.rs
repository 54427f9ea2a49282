//! What is odd about files that somebody lays out, and no reason to refuse them: words of a device that seems to exist
//! twice, words from a clock that cannot be right beside this device's.

use super::Session;
use crate::core::domain::sorted::sort_unique;
use crate::core::domain::{DeviceId, Id, Record};
use crate::core::import::Plan;
use crate::core::storage::{Import, ImportState};
use crate::platform;
use std::collections::BTreeSet;

/// From this many milliseconds on a clock is said to be wrong: less changes no order that anybody would miss.
const MUCH: u64 = 5 * 60_000;

/// The clock of a device that wrote some of the new words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherClock {
    /// It is ahead of this device's by at least this many milliseconds: the words may be older than their import.
    Ahead(u64),
    /// It was behind: the words are older than the café.
    Behind,
}

/// What is odd about some files.
#[derive(Clone, Debug, Default)]
pub struct Oddities {
    own: Vec<Id>,
    cloned: BTreeSet<DeviceId>,
    ahead: u64,
    is_behind: bool,
}

impl Oddities {
    /// Looks at the records of one more file; what the files before bring is in the plan.
    pub fn look(&mut self, session: Session, plan: &Plan, records: &[Record]) {
        let (own, now, cafe_id) = (session.device(), platform::now(), session.id());
        session.cafe(|cafe| {
            self.cloned.extend(plan.cloned_devices(cafe, records));
            for record in records.iter().filter(|record| cafe.record(record.id()).is_none()) {
                let (id, author) = match record {
                    Record::Contribution(note) => (note.id, Some(note.author)),
                    Record::KeyPoint(point) => (point.id, None),
                    _ => continue,
                };
                self.ahead = self.ahead.max(id.millis().saturating_sub(now));
                self.is_behind |= id.millis() + MUCH < cafe_id.millis();
                if author == Some(own) && cafe.head().is_some() {
                    self.own.push(id);
                }
            }
        });
        sort_unique(&mut self.own);
    }

    /// Contributions that carry the mark of this device, which does not know them, though it has the café: its browser
    /// was copied to another one, or lost them.
    pub fn of_a_copy(&self) -> usize {
        self.own.len()
    }

    /// Other devices that seem to exist twice. None where an import was undone: then words are lacking that nobody
    /// lost.
    pub fn cloned(&self, session: Session) -> usize {
        let is_undone = |import: &Import| import.state == ImportState::Undone;
        let lacks = session.imports().with_untracked(|imports| imports.iter().any(is_undone));
        // Of its own words, a device knows more.
        if lacks { 0 } else { self.cloned.iter().filter(|device| **device != session.device()).count() }
    }

    /// Whether a clock was wrong, this device's or another one's.
    pub fn clock(&self) -> Option<OtherClock> {
        match () {
            () if self.ahead >= MUCH => Some(OtherClock::Ahead(self.ahead)),
            () if self.is_behind => Some(OtherClock::Behind),
            () => None,
        }
    }
}
