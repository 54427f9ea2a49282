//! Taking a café off this device, which can be undone for a day.
//!
//! A mark is written and nothing else: the café is no longer listed, its records stay. A day later a start takes them
//! away, and the mark last, so that one that breaks off is gone on with. Opening the café in any way puts it back.

use super::{Repository, Store, StoreError, keys};
use crate::domain::Id;

/// How long a café can be put back, in milliseconds: a day.
pub const PUT_BACK_FOR: u64 = 24 * 60 * 60 * 1000;

impl<S: Store> Repository<S> {
    /// Marks a café as taken off this device.
    ///
    /// # Errors
    /// As the store; then it is still there.
    pub fn remove_cafe(&self, cafe: Id, now: u64) -> Result<(), StoreError> {
        self.store().keep(&keys::removed(cafe), &now.to_string())
    }

    /// Takes the mark away.
    ///
    /// # Errors
    /// As the store; then the café is still marked.
    pub fn put_back(&self, cafe: Id) -> Result<(), StoreError> {
        self.store().remove(&keys::removed(cafe))
    }

    /// The cafés that are marked, and since when; an unreadable mark counts as made now.
    ///
    /// # Errors
    /// As the store.
    pub fn removed(&self, now: u64) -> Result<Vec<(Id, u64)>, StoreError> {
        let mut removed = Vec::new();
        for key in self.store().keys()? {
            if let Some(cafe) = keys::removed_cafe(&key) {
                let since = self.store().get(&key)?.and_then(|text| text.parse().ok());
                removed.push((cafe, since.unwrap_or(now)));
            }
        }
        Ok(removed)
    }

    /// Takes away for good what was marked a day ago or longer; says which cafés can still be put back. A clock that was
    /// set back keeps them longer.
    ///
    /// # Errors
    /// As the store. A later start goes on here.
    pub fn clear_removed(&self, now: u64) -> Result<Vec<Id>, StoreError> {
        let mut kept = Vec::new();
        for (cafe, since) in self.removed(now)? {
            if now.saturating_sub(since) <= PUT_BACK_FOR {
                kept.push(cafe);
                continue;
            }
            let (own, aside) = (keys::of_cafe(cafe, ""), keys::aside(&keys::of_cafe(cafe, "")));
            for key in self.store().keys()? {
                if key.starts_with(&own) || key.starts_with(&aside) {
                    self.store().remove(&key)?;
                }
            }
            self.put_back(cafe)?;
        }
        Ok(kept)
    }
}
