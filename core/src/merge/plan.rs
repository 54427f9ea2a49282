//! What an import would change, before anything does.
//!
//! A [`Plan`] is filled with one bundle after the other and says for each what it brings; then the merged records are
//! taken out and stored. The plan holds only what changes, and is made against a café that may change meanwhile: the
//! result is joined to it, never put in its place.

use super::Join;
use crate::domain::{Cafe, Contribution, Extra, Id, Json, Record};
use crate::harvest::{is_of_harvest, waits_for_a_choice};
use std::collections::BTreeMap;

/// What one record may reach by a merge: versions and replaced stamps of a text, unknown fields, and items of one of
/// them. Beyond, only forged bundles lead (see `bundle::limits`, whose bounds these are), and no reader follows.
const MOST_VERSIONS: usize = 1_000;
const MOST_REPLACED: usize = 10_000;
const MOST_UNKNOWN: usize = 256;

/// What one bundle brings, counted in contributions and key points (and, where it says so, in records of the set-up).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Contributions that are not here yet.
    pub new: usize,
    /// Contributions that are here and get something newer.
    pub changed: usize,
    /// Of all that is new or changed, key points, themes and next steps included: how many stand in two versions
    /// afterwards and did not before.
    pub two_versions: usize,
    /// Contributions that are here and were erased by their author.
    pub erased: usize,
    /// Contributions (and erasures of contributions) that are here just so.
    pub same: usize,
    /// Questions, tables, rounds, who sits where or the café's own record: new or changed.
    pub setup: usize,
    /// Whether the clock of the rounds is moved by it.
    pub clock: bool,
    /// Whether people are seated otherwise by it.
    pub seats: bool,
    /// Contributions that are here and were sorted, gathered or highlighted elsewhere; their words stay as they are.
    pub sorted: usize,
    /// Themes, next steps, dots and what goes with them: new or changed.
    pub harvest: usize,
    /// Records of kinds that this version does not know: new or changed. They are kept for the version that does.
    pub unknown: usize,
    /// Records that would go beyond a bound of the format and stay out.
    pub refused: usize,
}

impl Counts {
    /// Whether an import of this would change anything.
    pub fn changes(&self) -> bool {
        self.new + self.changed + self.erased + self.setup + self.sorted + self.harvest + self.unknown > 0
    }
}

/// The records that an import would add or change, as they would be afterwards.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    merged: BTreeMap<Id, Record>,
}

impl Plan {
    /// Adds the records of one bundle; says what they bring beyond the café and the bundles added before.
    pub fn add(&mut self, cafe: &Cafe, records: Vec<Record>) -> Counts {
        let mut counts = Counts::default();
        for incoming in records {
            let id = incoming.id();
            match self.merged.get(&id).or_else(|| cafe.record(id)) {
                None => {
                    count_new(&mut counts, &incoming);
                    self.merged.insert(id, incoming);
                }
                Some(own) if *own == incoming => count_same(&mut counts, own),
                Some(own) => {
                    let mut merged = own.clone();
                    if !merged.join(&incoming) {
                        count_same(&mut counts, own);
                    } else if is_beyond(&merged) {
                        counts.refused += 1;
                    } else {
                        count_changed(&mut counts, own, &merged);
                        self.merged.insert(id, merged);
                    }
                }
            }
        }
        counts
    }

    /// The record with this id as it would be, where it would change.
    pub(super) fn record(&self, id: Id) -> Option<&Record> {
        self.merged.get(&id)
    }

    /// All records that would change, as they would be.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        self.merged.values()
    }

    /// How many records would be written.
    pub fn len(&self) -> usize {
        self.merged.len()
    }

    /// Whether the import would change nothing.
    pub fn is_empty(&self) -> bool {
        self.merged.is_empty()
    }

    /// The records to store, by id.
    pub fn into_records(self) -> Vec<Record> {
        self.merged.into_values().collect()
    }
}

fn count_new(counts: &mut Counts, record: &Record) {
    match record {
        Record::Contribution(_) | Record::KeyPoint(_) => counts.new += 1,
        // An erasure of something that never was here keeps it from ever coming: nothing that a person would see.
        Record::Erased(_) => counts.same += 1,
        Record::Carried(_) if is_of_harvest(record) => counts.harvest += 1,
        Record::Carried(_) => counts.unknown += 1,
        _ => counts.setup += 1,
    }
    counts.seats |= matches!(record, Record::Seating(_));
    counts.two_versions += usize::from(waits_for_a_choice(record));
}

fn count_same(counts: &mut Counts, record: &Record) {
    counts.same += usize::from(matches!(record, Record::Contribution(_) | Record::KeyPoint(_) | Record::Erased(_)));
}

fn count_changed(counts: &mut Counts, before: &Record, after: &Record) {
    match (before, after) {
        (Record::Erased(_), Record::Erased(_)) => counts.same += 1,
        (_, Record::Erased(_)) => counts.erased += 1,
        (Record::Contribution(before), Record::Contribution(after)) if says_the_same(before, after) => {
            counts.sorted += 1
        }
        (_, Record::Contribution(_) | Record::KeyPoint(_)) => counts.changed += 1,
        (_, Record::Carried(_)) if is_of_harvest(after) => counts.harvest += 1,
        (_, Record::Carried(_)) => counts.unknown += 1,
        _ => counts.setup += 1,
    }
    if let (Record::Cafe(before), Record::Cafe(after)) = (before, after) {
        counts.clock |= before.clock != after.clock;
    }
    counts.seats |= matches!(after, Record::Seating(_));
    counts.two_versions += usize::from(waits_for_a_choice(after) && !waits_for_a_choice(before));
}

/// Whether only fields differ that are carried by their shape: where it was sorted.
fn says_the_same(before: &Contribution, after: &Contribution) -> bool {
    (&before.text, &before.kept, &before.name, &before.hidden) == (&after.text, &after.kept, &after.name, &after.hidden)
}

fn is_beyond(record: &Record) -> bool {
    let unknown = record.extra().and_then(Extra::fields);
    if unknown.is_some_and(|fields| fields.len() > MOST_UNKNOWN || fields.iter().any(|(_, value)| is_too_long(value))) {
        return true;
    }
    let text = match record {
        Record::Contribution(note) => &note.text,
        Record::KeyPoint(point) => &point.text,
        Record::Question(question) => &question.text,
        _ => return false,
    };
    text.live().len() > MOST_VERSIONS || text.replaced().len() > MOST_REPLACED
}

fn is_too_long(value: &Json) -> bool {
    matches!(value, Json::Array(items) if items.len() > MOST_REPLACED)
}
