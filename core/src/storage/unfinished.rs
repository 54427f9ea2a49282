//! Imports without a manifest: another tab is at them, or they were broken off, or the store lost the manifest. Which
//! of these it was, nobody can know; the words in them stay until a person decides, or the café has them anyway.

use super::imports::write_manifest;
use super::{Import, ImportState, Repository, Store, StoreError, block, keys};
use crate::domain::{Cafe, Id, Record, sorted};
use crate::merge::Join;
use keys::Key;

/// Segments without a manifest are another tab's import in progress, or what a killed one left; after this time
/// (milliseconds) they are the latter.
const ABANDONED_AFTER: u64 = 3_600_000;

/// Whether an import without a manifest began too long ago to be another tab's that is in progress.
pub fn is_abandoned(import: Id, now: u64) -> bool {
    now.abs_diff(import.millis()) > ABANDONED_AFTER
}

/// An import that does not count, and that nobody is at any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// Its id, made when it began.
    pub id: Id,
    /// Its segments that are there, and those that are missing between them.
    pub segments: usize,
    /// Contributions in it that the café does not have, or not as they are there.
    pub notes: usize,
    /// Other records of that sort, and lines that cannot be read.
    pub others: usize,
}

impl<S: Store> Repository<S> {
    /// The imports of a café without a manifest that nobody is at any more. Those of which the café has every word
    /// anyway, since the file was imported once more, are taken away. Not before the journal was asked: it may still
    /// have the manifest.
    ///
    /// # Errors
    /// As the store; a later start goes on here.
    pub fn unfinished(&self, cafe: Id, now: u64) -> Result<Vec<Unfinished>, StoreError> {
        let loaded = self.load(cafe)?;
        let mut found = Vec::new();
        for id in loaded.unfinished.into_iter().filter(|id| is_abandoned(*id, now)) {
            let it = self.look_into(&loaded.cafe, id)?;
            if it.notes + it.others > 0 {
                found.push(it);
            } else {
                self.drop_unfinished(cafe, id)?;
            }
        }
        Ok(found)
    }

    fn look_into(&self, cafe: &Cafe, id: Id) -> Result<Unfinished, StoreError> {
        let mut found = Unfinished { id, segments: 0, notes: 0, others: 0 };
        for (number, key) in self.segments_of(cafe.id(), id)? {
            found.segments = found.segments.max(number.saturating_add(1));
            for record in block::read(&self.store().get(&key)?.unwrap_or_default()) {
                let of_cafe = record.as_ref().ok().and_then(|record| cafe.record(record.id()));
                match (record, of_cafe) {
                    (Ok(record), Some(own)) if !own.clone().join(&record) => {}
                    (Ok(Record::Contribution(_)), _) => found.notes += 1,
                    _ => found.others += 1,
                }
            }
        }
        Ok(found)
    }

    /// Makes an import count that lacks a manifest; from then on it is as any other. Says whether it does: not where
    /// somebody finished it or took it away meanwhile. The café is to be read again.
    ///
    /// # Errors
    /// As the store; then nothing has changed.
    pub fn take_in(&self, cafe: Id, it: &Unfinished) -> Result<bool, StoreError> {
        let Unfinished { id, notes, .. } = *it;
        // Counted anew: whoever was at it may have gone on.
        let last = self.segments_of(cafe, id)?.pop();
        let (None, Some((last, _))) = (self.store().get(&keys::import(cafe, id))?, last) else { return Ok(false) };
        let segments = last.saturating_add(1);
        let (state, at, files) = (ImportState::Done, id.millis(), Vec::new());
        let manifest = Import { id, state, at, files, new: notes, changed: 0, segments };
        write_manifest(self.store(), cafe, &manifest).map(|()| true)
    }

    /// Takes the segments of an import away, unless it counts by now.
    ///
    /// # Errors
    /// As the store. What is left is reported again.
    pub fn drop_unfinished(&self, cafe: Id, import: Id) -> Result<(), StoreError> {
        if self.store().get(&keys::import(cafe, import))?.is_some() {
            return Ok(());
        }
        self.segments_of(cafe, import)?.iter().try_for_each(|(_, key)| self.store().remove(key))
    }

    /// Nobody needs to be told any more that these segments are missing: an empty one stands in for each.
    ///
    /// # Errors
    /// As the store.
    pub fn close_gaps(&self, missing: &[String]) -> Result<(), StoreError> {
        missing.iter().try_for_each(|key| match (keys::parse(key), self.store().get(key)?) {
            (Some(Key::Segment(..)), None) => self.store().keep(key, &block::write([])),
            _ => Ok(()),
        })
    }

    /// The segments of an import that are there, in order.
    fn segments_of(&self, cafe: Id, import: Id) -> Result<Vec<(usize, String)>, StoreError> {
        let mut found = Vec::new();
        for key in self.store().keys()? {
            if let Some(Key::Segment(of, it, number)) = keys::parse(&key)
                && of == cafe
                && it == import
            {
                found.push((number, key));
            }
        }
        sorted::sort_unique(&mut found);
        Ok(found)
    }
}
