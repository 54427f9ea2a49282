//! What comes from the store: everything at the start and when the page wakes up, one key when another tab wrote it.

use super::Session;
use crate::core::domain::{Id, Record};
use crate::core::storage::keys::{self, Key};

impl Session {
    /// Reads everything again: at the start, after an import was undone, when the page wakes up. What this tab wrote
    /// and the store does not have is kept, and stored again.
    pub fn reload(self) {
        let mut lost = Vec::new();
        let loaded = self.with(|inner| inner.repository.load(self.id()));
        match loaded {
            Ok(loaded) => self.with(|inner| {
                let mut cafe = loaded.cafe;
                let mut keep = |id: &Id| {
                    let record = inner.cafe.borrow().record(*id).cloned();
                    lost.extend(record.filter(|it| cafe.join_record(it.clone())).map(|_| *id));
                };
                inner.signals.unsaved.with_untracked(|unsaved| unsaved.keys().for_each(&mut keep));
                inner.written.borrow().iter().for_each(keep);
                inner.cafe.replace(cafe);
                inner.signals.damaged.set(loaded.damaged);
                inner.signals.imports.set(loaded.imports);
                inner.signals.unfinished.set(loaded.unfinished);
                let id = inner.cafe.borrow().id();
                inner.signals.handed_over.set(inner.repository.handed_over(id).unwrap_or_default());
                inner.signals.seat.set(inner.repository.seat(id).ok().flatten().unwrap_or_default());
                inner.app.storage_answers();
            }),
            Err(error) => self.with(|inner| inner.app.storage.set(Err(error))),
        }
        self.save(lost.into_iter());
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
                self.with(|inner| {
                    let (id, store, signals) = (self.id(), inner.repository, &inner.signals);
                    // What of it finds no room is asked for again.
                    drop(store.device(inner.app.device().bits()));
                    drop(store.keep_seat(id, &signals.seat.get_untracked()));
                    drop(store.keep_handed_over(id, &signals.handed_over.get_untracked()));
                    for (slot, text, _) in inner.drafts.borrow().iter() {
                        drop(store.keep_own_draft(id, slot, text, text));
                    }
                });
                self.publish(&ids);
            }
            _ => {}
        }
    }

    fn read_record(self, id: Id) {
        let mut lacks = false;
        let changed = self.with(|inner| {
            let cafe = inner.cafe.borrow().id();
            let Ok(Some(record)) = inner.repository.read(cafe, id) else { return false };
            let mut cafe = inner.cafe.borrow_mut();
            let changed = cafe.join_record(record.clone());
            // The other tab did not know yet what this one has: then what it wrote lacks words.
            lacks = cafe.record(id) != Some(&record);
            changed
        });
        if lacks {
            self.save([id].into_iter());
        }
        if changed || lacks {
            self.publish(&[id]);
        }
    }
}
