//! What is wrong with what the store has of the open café, and what a person can do about it.

use super::Session;
use crate::core::domain::Id;
use crate::core::storage::{Damaged, Role, StoreError, Unfinished, is_abandoned};
use crate::platform;
use crate::reactive::*;

impl Session {
    /// The imports without a manifest that nobody is at any more, once the journal was asked for it. Followed; what the
    /// café has anyway is taken away.
    pub fn unfinished(self) -> Vec<Unfinished> {
        let (asked, ids) = self.with(|inner| (inner.app.journal_asked, inner.signals.unfinished.clone()));
        let (now, ids) = (platform::now(), ids.get());
        if !asked.get() || !ids.iter().any(|id| is_abandoned(*id, now)) {
            return Vec::new();
        }
        self.with(|inner| inner.repository.unfinished(self.id(), now)).unwrap_or_default()
    }

    /// Takes an unfinished import into the café, as far as it is there; it can be undone as any other. Says whether it
    /// did: another tab may have finished or deleted it.
    ///
    /// # Errors
    /// As the store; nothing has changed.
    pub fn take_in(self, it: &Unfinished) -> Result<bool, StoreError> {
        let is_new = !untrack(|| self.is_here());
        let is_taken_in = self.with(|inner| inner.repository.take_in(self.id(), it))?;
        self.reload();
        // As whoever imports a café that was not here.
        if is_taken_in && is_new {
            self.sit(|seat| seat.role = Role::Facilitator);
        }
        // Whoever collects has more now than the last export.
        if is_taken_in && untrack(|| self.is_facilitator()) {
            self.note_change();
        }
        Ok(is_taken_in)
    }

    /// Deletes an unfinished import.
    ///
    /// # Errors
    /// As the store; what is left is shown again.
    pub fn drop_unfinished(self, import: Id) -> Result<(), StoreError> {
        self.with(|inner| {
            inner.repository.drop_unfinished(self.id(), import)?;
            inner.signals.unfinished.update(|ids| ids.retain(|id| *id != import));
            inner.app.measure_room();
            Ok(())
        })
    }

    /// A person was told which parts of an import are gone, and need not be told again.
    ///
    /// # Errors
    /// As the store.
    pub fn close_gaps(self, missing: &[Damaged]) -> Result<(), StoreError> {
        let keys: Vec<String> = missing.iter().map(|it| it.key.clone()).collect();
        self.with(|inner| inner.repository.close_gaps(&keys))?;
        self.reload();
        Ok(())
    }

    /// What cannot be read, as one text to download.
    ///
    /// # Errors
    /// As the store.
    pub fn rescue(self, damaged: &[Damaged]) -> Result<String, StoreError> {
        self.with(|inner| inner.repository.rescue(damaged))
    }
}
