//! Devices that seem to exist twice: one browser's data was copied to another device, and both go on under one mark.
//!
//! What one device wrote at one table comes in an order, and every bundle that leaves it, be it of the whole café or of
//! that table, holds all of it so far. So whatever way such bundles took, any two holders know beginnings of one list,
//! and one of the two holds the other. Where neither does, there are two lists.
//!
//! Unless somebody lacks a part from the middle: the device lost some of its own words, or an import was undone on the
//! way. And two copies that never wrote at one table look like one device that went from table to table.

use super::Plan;
use crate::domain::{Cafe, DeviceId, Id, Record};
use std::collections::BTreeSet;

/// Whose words these are, and at which table.
fn place_of(record: &Record) -> Option<(DeviceId, Id)> {
    match record {
        Record::Contribution(note) => Some((note.author, note.table)),
        Record::KeyPoint(point) => Some((point.author, point.table)),
        _ => None,
    }
}

impl Plan {
    /// The devices of which a bundle and what is known without it each hold words that the other lacks. To be asked
    /// before the bundle is added.
    pub fn cloned_devices(&self, cafe: &Cafe, bundle: &[Record]) -> BTreeSet<DeviceId> {
        let is_known = |id: Id| cafe.record(id).is_some() || self.record(id).is_some();
        let unseen = bundle.iter().filter(|record| !is_known(record.id()));
        let unseen: BTreeSet<_> = unseen.filter_map(place_of).collect();
        if unseen.is_empty() {
            return BTreeSet::new();
        }
        let brought: BTreeSet<Id> = bundle.iter().map(Record::id).collect();
        let lacking = cafe.records().chain(self.records()).filter(|record| !brought.contains(&record.id()));
        lacking.filter_map(place_of).filter(|place| unseen.contains(place)).map(|(device, _)| device).collect()
    }
}
