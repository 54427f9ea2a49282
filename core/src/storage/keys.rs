//! The keys, all below `nappe/`, so that other pages of the same origin are left alone.
//!
//! | key | holds |
//! |---|---|
//! | `nappe/device` | the device's id |
//! | `nappe/journal` | the number of the last writes that the journal has |
//! | `nappe/reserve` | nothing: room for the mark of a café that is taken off a full device |
//! | `nappe/setting/NAME` | language, pseudonym, nickname, sound and the like |
//! | `nappe/cafe/CAFE/record/ID` | one live record |
//! | `nappe/cafe/CAFE/segment/IMPORT/N` | some records of an import; an empty one stands in for one that is gone |
//! | `nappe/cafe/CAFE/import/IMPORT` | the manifest that makes its segments count |
//! | `nappe/cafe/CAFE/extra` | unknown fields of the bundles, as a bundle without records |
//! | `nappe/cafe/CAFE/card` | the title for the list of cafés |
//! | `nappe/cafe/CAFE/seat` | role, table, round |
//! | `nappe/cafe/CAFE/handed-over` | what was handed over |
//! | `nappe/cafe/CAFE/draft/SLOT` | what stands in a text box; with one to three `~` behind it, in another tab's |
//! | `nappe/removed/CAFE` | since when a café is taken off this device |
//! | `nappe/aside/KEY` | a value that could not be read, moved before its key was written over |

use crate::domain::Id;

/// What all keys of this app begin with.
pub const ROOT: &str = "nappe/";
/// The device's id.
pub const DEVICE: &str = "nappe/device";
/// The number of the last writes that the journal has (`recover`).
pub const JOURNAL: &str = "nappe/journal";
/// Room that is kept for the way out of a full store.
pub const RESERVE: &str = "nappe/reserve";
const CAFES: &str = "nappe/cafe/";
const ASIDE: &str = "nappe/aside/";
const REMOVED: &str = "nappe/removed/";

/// A key, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A live record of a café.
    Record(Id, Id),
    /// A segment: café, import, number.
    Segment(Id, Id, usize),
    /// The manifest of an import: café, import.
    Import(Id, Id),
    /// Anything else of a café.
    Other(Id),
}

impl Key {
    /// The café that it is of.
    pub const fn cafe(&self) -> Id {
        match self {
            Self::Record(cafe, _) | Self::Segment(cafe, ..) | Self::Import(cafe, _) | Self::Other(cafe) => *cafe,
        }
    }
}

/// Takes a key apart; `None` for one that belongs to no café.
pub fn parse(key: &str) -> Option<Key> {
    let rest = key.strip_prefix(CAFES)?;
    let (cafe, rest) = rest.split_once('/')?;
    let cafe = Id::parse(cafe)?;
    let parts: Vec<&str> = rest.split('/').collect();
    Some(match parts[..] {
        ["record", id] => Id::parse(id).map_or(Key::Other(cafe), |id| Key::Record(cafe, id)),
        ["segment", import, number] => match (Id::parse(import), number.parse()) {
            (Some(import), Ok(number)) => Key::Segment(cafe, import, number),
            _ => Key::Other(cafe),
        },
        ["import", import] => Id::parse(import).map_or(Key::Other(cafe), |import| Key::Import(cafe, import)),
        _ => Key::Other(cafe),
    })
}

/// The key of a live record.
pub fn record(cafe: Id, id: Id) -> String {
    format!("{CAFES}{cafe}/record/{id}")
}

/// The key of a segment.
pub fn segment(cafe: Id, import: Id, number: usize) -> String {
    format!("{CAFES}{cafe}/segment/{import}/{number}")
}

/// The key of a manifest.
pub fn import(cafe: Id, import: Id) -> String {
    format!("{CAFES}{cafe}/import/{import}")
}

/// The key of something that a café has once: `extra`, `card`, `seat`, `handed-over`.
pub fn of_cafe(cafe: Id, what: &str) -> String {
    format!("{CAFES}{cafe}/{what}")
}

/// The key of a draft: a table's box, or the note being edited.
pub fn draft(cafe: Id, slot: &str) -> String {
    format!("{CAFES}{cafe}/draft/{slot}")
}

/// Where the drafts of a text box lie, of several tabs: that of the one that was typed in last is the first.
pub fn places(draft: &str) -> [String; 4] {
    ["", "~", "~~", "~~~"].map(|tab| format!("{draft}{tab}"))
}

/// Whether under this key lies what stands in a text box.
pub fn is_draft(key: &str) -> bool {
    key.starts_with(CAFES) && key.contains("/draft/")
}

/// The key of a setting.
pub fn setting(name: &str) -> String {
    format!("nappe/setting/{name}")
}

/// The key of the mark that a café is taken off this device.
pub fn removed(cafe: Id) -> String {
    format!("{REMOVED}{cafe}")
}

/// The café whose mark lies under this key.
pub fn removed_cafe(key: &str) -> Option<Id> {
    Id::parse(key.strip_prefix(REMOVED)?)
}

/// Where an unreadable value goes before its key is written over; a further one of the same key gets a `+` behind it.
pub fn aside(key: &str) -> String {
    format!("{ASIDE}{}", key.strip_prefix(ROOT).unwrap_or(key))
}

/// Finds what may hold words of a record beside the record itself.
#[derive(Clone, Debug)]
pub struct Leftovers {
    drafts: String,
    asides: String,
}

impl Leftovers {
    /// For the records of a café.
    pub fn new(cafe: Id) -> Self {
        Self { drafts: draft(cafe, ""), asides: aside(&of_cafe(cafe, "record/")) }
    }

    /// The record whose draft lies under this key, or an unreadable value that was moved away from it.
    pub fn record(&self, key: &str) -> Option<Id> {
        if let Some(slot) = key.strip_prefix(&self.drafts) {
            return Id::parse(slot.trim_end_matches('~'));
        }
        Id::parse(key.strip_prefix(&self.asides)?.get(..Id::TEXT_LEN)?)
    }
}

/// Whether a value was put aside under this key.
pub fn is_aside(key: &str) -> bool {
    key.starts_with(ASIDE)
}
