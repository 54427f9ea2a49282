//! What a device remembers for itself about a café. It never travels, and holds no words of a contribution.

use crate::domain::{Contribution, DeviceId, Id, Stamp};
use crate::merge::Latest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which screens come first on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Opened a link at a table.
    #[default]
    Participant,
    /// Made the café, or imported it.
    Facilitator,
}

/// Where this device sits: its role, table and round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seat {
    /// Which screens come first.
    pub role: Role,
    /// The id of the table, when one was chosen.
    pub table: Option<String>,
    /// The id of the round that notes go to, when one was chosen.
    pub round: Option<String>,
}

/// What the list of cafés shows without opening the café.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: String,
    /// Where it happens.
    pub place: String,
}

/// Which contributions of this device left it, and in which state; and when the last export was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandedOver {
    /// Milliseconds since 1970 of the last export.
    pub last: Option<u64>,
    /// For each contribution its last stamp when it was exported.
    notes: BTreeMap<String, String>,
}

/// The last stamp of what a person wrote into a contribution.
fn last_stamp(note: &Contribution) -> Option<Stamp> {
    note.text.last_stamp().max(note.name.as_ref().map(|Latest { at, .. }| *at))
}

impl HandedOver {
    /// Whether this contribution left the device as it is now.
    pub fn has(&self, note: &Contribution) -> bool {
        let stamp = self.notes.get(&note.id.to_string()).and_then(|text| Stamp::parse(text));
        stamp.is_some() && stamp >= last_stamp(note)
    }

    /// Notes that these were exported; only those of this device are remembered.
    pub fn mark<'a>(&mut self, notes: impl IntoIterator<Item = &'a Contribution>, device: DeviceId, now: u64) {
        for note in notes {
            if let (true, Some(stamp)) = (note.author == device, last_stamp(note)) {
                self.notes.insert(note.id.to_string(), stamp.to_string());
            }
        }
        self.last = Some(now);
    }

    /// Forgets a contribution that was erased.
    pub fn forget(&mut self, id: Id) {
        self.notes.remove(&id.to_string());
    }
}
