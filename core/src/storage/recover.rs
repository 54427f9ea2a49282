//! Putting back what the store lost: a browser that is killed may not have put its last writes on the disk.
//!
//! Beside the store the device keeps a journal, which is on the disk at once. Writes are numbered in it, and the number
//! of the last one lies in the store as well, among what it may lose. So the store says by itself how far it got: what
//! has a greater number was lost. Of the rest only what is damaged or gone is put back ([`Repository::mend`]).

use super::block;
use super::keys::{self, DEVICE, JOURNAL, Key, ROOT};
use super::{Repository, Store, StoreError};
use crate::bundle::DecodeError;
use crate::domain::{Id, Record};

impl<S: Store> Repository<S> {
    /// The number of the last writes that the store has; 0 where it has none that were numbered.
    ///
    /// # Errors
    /// As the store.
    pub fn journaled(&self) -> Result<u64, StoreError> {
        Ok(self.store().get(JOURNAL)?.and_then(|text| text.parse().ok()).unwrap_or_default())
    }

    /// Numbers the writes that the journal gets next.
    ///
    /// # Errors
    /// As the store; then these writes are put back once more at the next start, which changes nothing.
    pub fn number_writes(&self) -> Result<u64, StoreError> {
        let number = self.journaled()?.saturating_add(1);
        // Always as long as before: a store that is full takes it, too.
        self.store().set(JOURNAL, &format!("{number:020}")).map(|()| number)
    }

    /// The writes up to this number were put back: a start that comes before the journal heard of it does not do so
    /// again, over what was written since.
    ///
    /// # Errors
    /// As the store.
    pub fn has_writes_until(&self, number: u64) -> Result<(), StoreError> {
        if number <= self.journaled()? {
            return Ok(());
        }
        self.store().set(JOURNAL, &format!("{number:020}"))
    }

    /// Puts back a write that the store lost: what lay under a key, or that nothing did. Says whether the store
    /// changed.
    ///
    /// A record is joined with what lies there, as if another tab had written it; no record or import is taken away.
    /// What was written anew since the start (`is_new`) stays: a draft behind the one that was lost, anything else in
    /// its place; only the device is who it was.
    ///
    /// # Errors
    /// As the store; then it has what it had.
    pub fn recover(&self, key: &str, text: Option<&str>, is_new: bool) -> Result<bool, StoreError> {
        if !key.starts_with(ROOT) || key == JOURNAL {
            return Ok(false);
        }
        let stored = self.store().get(key)?;
        let is_new = is_new && key != DEVICE;
        if text == stored.as_deref() {
            return Ok(false);
        }
        match (keys::parse(key), text, stored) {
            // No record goes because it is missing elsewhere.
            (Some(Key::Record(..) | Key::Segment(..) | Key::Import(..)), None, _) => Ok(false),
            (Some(Key::Record(cafe, id)), Some(text), Some(stored)) => {
                let Some(Ok(lost)) = one(text, id) else { return Ok(false) };
                match one(&stored, id) {
                    Some(Ok(before)) => Ok(self.save(cafe, &lost)? != before),
                    _ => self.mend(key, text),
                }
            }
            (_, Some(text), Some(stored)) if is_new => {
                if !keys::is_draft(key) || stored.contains(text) {
                    return Ok(false);
                }
                self.store().keep(key, &format!("{text}\n{stored}")).map(|()| true)
            }
            (_, None, _) if is_new => Ok(false),
            (_, None, _) => self.store().remove(key).map(|()| true),
            (_, Some(text), _) => self.store().keep(key, text).map(|()| true),
        }
    }

    /// The record that a text holds for a key, with its café: to be shown where it finds no room in the store.
    pub fn record_in(&self, key: &str, text: &str) -> Option<(Id, Record)> {
        let Some(Key::Record(cafe, id)) = keys::parse(key) else { return None };
        one(text, id)?.ok().map(|record| (cafe, record))
    }

    /// Puts a record that the journal has whole in the place of one that is damaged, or gone; what lies there is put
    /// aside. What a newer app wrote is not damaged. A segment that is gone is put back where its import counts.
    ///
    /// No live record is ever taken away but with its whole café, and no segment before its manifest: where nothing of
    /// the café is left, or a mark says that it was taken off, nothing is put back. Says whether the store changed.
    ///
    /// # Errors
    /// As the store; then it has what it had.
    pub fn mend(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        let stored = self.store().get(key)?;
        match keys::parse(key) {
            Some(Key::Record(cafe, id)) => {
                let Some(Ok(whole)) = one(text, id) else { return Ok(false) };
                let is_to_stay = match stored {
                    Some(stored) => matches!(one(&stored, id), Some(Ok(_) | Err(DecodeError::NewerVersion { .. }))),
                    None => !self.is_here(cafe, |key| matches!(key, Key::Record(..) | Key::Import(..)))?,
                };
                if is_to_stay { Ok(false) } else { self.save(cafe, &whole).map(|_| true) }
            }
            Some(Key::Segment(cafe, import, _)) if stored.is_none() => {
                let counts = self.is_here(cafe, |key| matches!(key, Key::Import(_, it) if *it == import))?;
                if counts { self.store().keep(key, text).map(|()| true) } else { Ok(false) }
            }
            _ => Ok(false),
        }
    }

    /// Whether a café that was not taken off has a key of this sort.
    fn is_here(&self, cafe: Id, is_wanted: impl Fn(&Key) -> bool) -> Result<bool, StoreError> {
        let is_of_it = |key: &Key| is_wanted(key) && key.cafe() == cafe;
        let keys = self.store().keys()?;
        Ok(self.store().get(&keys::removed(cafe))?.is_none()
            && keys.iter().filter_map(|it| keys::parse(it)).any(|it| is_of_it(&it)))
    }
}

/// The record of this id in a text.
fn one(text: &str, id: Id) -> Option<Result<Record, DecodeError>> {
    block::read(text).pop().filter(|record| record.as_ref().map_or(true, |record| record.id() == id))
}
