//! Changing the café: a person's act, and what came by a link.

use super::{Held, Inner, Session, put};
use crate::core::domain::{Changes, Command, Id, Record, Refusal};
use crate::platform;
use std::cell::Cell;

thread_local! {
    /// Says of an act what is to be noted once it is done. Set by the part of the app that has acts to be noted.
    pub(in crate::state) static NOTES: Cell<Option<Notes>> = const { Cell::new(None) };
}

/// See [`Session::note_changes`].
pub(in crate::state) type Notes = fn(Session, &Command) -> Option<fn(Session)>;

impl Session {
    /// Carries out a person's act: changes the café, writes the changed records, updates what shows them.
    ///
    /// # Errors
    /// Why the act was refused; nothing changed. A store that did not take it is not an error here but a state of the
    /// notes ([`Note::saved`]) and of [`Session::unsaved`].
    pub fn commit(self, command: Command) -> Result<Changes, Refusal> {
        let note = NOTES.get().and_then(|notes| notes(self, &command));
        let changes = self.with(|inner| {
            let apply = inner.apply.get();
            apply(&mut inner.cafe.borrow_mut(), command, platform::now(), &mut inner.clock.borrow_mut())
        })?;
        self.save(changes.0.iter().copied());
        self.publish(&changes.0);
        if let Some(note) = note.filter(|_| !changes.is_empty()) {
            note(self);
        }
        Ok(changes)
    }

    /// Whether these words were written on this device.
    pub(in crate::state) fn is_own(self, id: Id) -> bool {
        self.with(|inner| inner.own.borrow().binary_search(&id).is_ok())
    }

    /// Tries again to store what the store did not take; says whether all of it is stored now.
    pub fn retry(self) -> bool {
        let ids: Vec<Id> = self.unsaved().with_untracked(|unsaved| unsaved.keys().copied().collect());
        self.save(ids.iter().copied());
        self.publish(&ids);
        if self.has_unsaved() {
            return false;
        }
        // Whoever keeps a draft holds it otherwise.
        let settled = |inner: &Inner| {
            let drafts = inner.drafts.borrow();
            drafts.iter().find(|draft| draft.2 == Held::Record).map(|draft| draft.0.clone())
        };
        while let Some(slot) = self.with(settled) {
            drop(self.keep_draft(&slot, ""));
        }
        true
    }

    /// Writes records; what the store does not take stays in memory and is known as unsaved.
    pub(in crate::state) fn save(self, ids: impl Iterator<Item = Id>) {
        self.with(|inner| {
            let mut unsaved = inner.signals.unsaved.get_untracked();
            let before = unsaved.clone();
            for id in ids {
                let Some(record) = inner.cafe.borrow().record(id).cloned() else { continue };
                // On its own: a borrow in the scrutinee would last as long as the match.
                let cafe = inner.cafe.borrow().id();
                match inner.repository.save(cafe, &record) {
                    Ok(stored) => {
                        unsaved.remove(&id);
                        put(&mut inner.written.borrow_mut(), id);
                        inner.cafe.borrow_mut().join_record(stored);
                        inner.app.storage_answers();
                    }
                    Err(error) => {
                        unsaved.insert(id, error);
                    }
                }
            }
            if unsaved != before {
                inner.signals.unsaved.set(unsaved);
            }
        });
    }

    /// Joins records that came by a link; writes and publishes what they change.
    pub fn join(self, records: Vec<Record>) {
        let changed: Vec<Id> = self.with(|inner| {
            let mut cafe = inner.cafe.borrow_mut();
            records.into_iter().filter_map(|it| Some(it.id()).filter(|_| cafe.join_record(it))).collect()
        });
        self.save(changed.iter().copied());
        self.publish(&changed);
    }
}
