//! Putting back what the store lost: a browser that is killed may not have put its last writes on the disk.
//!
//! Beside the store the device keeps a journal, which is on the disk at once. Writes are numbered in it, and the number of
//! the last one lies in the store as well, among what it may lose. So the store says by itself how far it got: what has a
//! greater number was lost, and nothing else is touched.

use super::block;
use super::keys::{self, JOURNAL, Key, ROOT};
use super::{Repository, Store, StoreError};

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

    /// Puts back a write that the store lost: what lay under a key, or that nothing did. Says whether the store changed.
    ///
    /// A record is joined with what lies there, as if another tab had written it. A value that cannot be read stays, and no
    /// record or import is taken away.
    ///
    /// # Errors
    /// As the store; then it has what it had.
    pub fn recover(&self, key: &str, text: Option<&str>) -> Result<bool, StoreError> {
        if !key.starts_with(ROOT) || key == JOURNAL {
            return Ok(false);
        }
        let stored = self.store().get(key)?;
        if text == stored.as_deref() {
            return Ok(false);
        }
        match (keys::parse(key), text, stored) {
            // No record goes because it is missing elsewhere.
            (Some(Key::Record(..) | Key::Segment(..) | Key::Import(..)), None, _) => Ok(false),
            (_, None, _) => self.store().remove(key).map(|()| true),
            (Some(Key::Record(cafe, id)), Some(text), Some(stored)) => {
                let one = |text: &str| block::read(text).pop().and_then(Result::ok).filter(|record| record.id() == id);
                let (Some(lost), Some(before)) = (one(text), one(&stored)) else { return Ok(false) };
                Ok(self.save(cafe, &lost)? != before)
            }
            (_, Some(text), _) => self.store().keep(key, text).map(|()| true),
        }
    }
}
