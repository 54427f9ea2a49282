//! What comes from the store: everything at the start and when the page wakes up, one key when another tab wrote it.

use super::Session;
use crate::core::domain::{Id, Record};
use crate::core::storage::keys::{self, Key};
use crate::platform;

impl Session {
    /// Reads everything again: at the start, after an import was undone, when the page wakes up. What the store does not
    /// have is kept.
    pub fn reload(self) {
        let loaded = self.with(|inner| inner.repository.load(self.id(), platform::now()));
        match loaded {
            Ok(loaded) => self.with(|inner| {
                let unsaved: Vec<Record> = inner.signals.unsaved.with_untracked(|unsaved| {
                    unsaved.keys().filter_map(|id| inner.cafe.borrow().record(*id).cloned()).collect()
                });
                let mut cafe = loaded.cafe;
                for record in unsaved {
                    cafe.join_record(record);
                }
                inner.cafe.replace(cafe);
                inner.signals.damaged.set(loaded.damaged);
                inner.signals.imports.set(loaded.imports);
                let id = inner.cafe.borrow().id();
                inner.signals.handed_over.set(inner.repository.handed_over(id).unwrap_or_default());
                inner.signals.seat.set(inner.repository.seat(id).ok().flatten().unwrap_or_default());
            }),
            Err(error) => self.with(|inner| inner.app.storage.set(Err(error))),
        }
        self.publish_all();
    }

    /// Another tab of this browser wrote under a key, or cleared everything (none).
    pub(in crate::state) fn another_tab_wrote(self, key: Option<&str>) {
        match key.map(keys::parse) {
            Some(Some(Key::Record(cafe, id))) if cafe == self.id() => self.read_record(id),
            Some(Some(Key::Import(cafe, _))) if cafe == self.id() => self.reload(),
            Some(Some(Key::Other(cafe))) if cafe == self.id() => {
                self.with(|inner| {
                    inner.signals.handed_over.set(inner.repository.handed_over(cafe).unwrap_or_default());
                });
                self.count_outbox();
            }
            // Somebody cleared the site's data while this tab still has everything: put it back.
            None => {
                let ids: Vec<Id> = self.cafe(|cafe| cafe.records().map(Record::id).collect());
                self.save(ids.iter().copied());
                self.publish(&ids);
            }
            _ => {}
        }
    }

    fn read_record(self, id: Id) {
        let changed = self.with(|inner| {
            let cafe = inner.cafe.borrow().id();
            match inner.repository.read(cafe, id) {
                Ok(Some(record)) => inner.cafe.borrow_mut().join_record(record),
                Ok(None) | Err(_) => false,
            }
        });
        if changed {
            self.publish(&[id]);
        }
    }
}
