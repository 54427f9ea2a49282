//! The notes that were selected. A note is told only when it comes in or goes out, among however many.

use crate::core::domain::Id;
use crate::core::domain::sorted::Map;
use crate::dom::prelude::*;
use std::cell::RefCell;

/// The selection. Copy; it lives as long as the screen.
#[derive(Clone, Copy)]
pub struct Chosen {
    /// The notes, in order.
    pub ids: RwSignal<Vec<Id>>,
    marks: StoredValue<RefCell<Map<Id, ArcRwSignal<bool>>>>,
}

impl Chosen {
    /// Nothing is selected.
    pub fn new() -> Self {
        Self { ids: RwSignal::new(Vec::new()), marks: StoredValue::new(RefCell::default()) }
    }

    /// Whether a note is selected, to be followed.
    pub fn mark(self, id: Id) -> ArcRwSignal<bool> {
        let mark = || ArcRwSignal::new(self.has(id));
        self.marks.with_value(|marks| marks.borrow_mut().get_or_insert(id, mark).clone())
    }

    /// Whether a note is selected.
    pub fn has(self, id: Id) -> bool {
        self.ids.with_untracked(|ids| ids.binary_search(&id).is_ok())
    }

    /// Selects these notes, and no other.
    pub fn set(self, mut ids: Vec<Id>) {
        ids.sort_unstable();
        ids.dedup();
        let before = self.ids.get_untracked();
        self.marks.with_value(|marks| {
            let marks = marks.borrow();
            let tell = |id: &Id, is| marks.get(id).into_iter().for_each(|mark| mark.set(is));
            before.iter().filter(|id| ids.binary_search(id).is_err()).for_each(|id| tell(id, false));
            ids.iter().filter(|id| before.binary_search(id).is_err()).for_each(|id| tell(id, true));
        });
        self.ids.set(ids);
    }

    /// Selects a note, or no more.
    pub fn put(self, id: Id, is_chosen: bool) {
        let mut ids = self.ids.get_untracked();
        match (ids.binary_search(&id), is_chosen) {
            (Err(at), true) => ids.insert(at, id),
            (Ok(at), false) => drop(ids.remove(at)),
            _ => return,
        }
        self.set(ids);
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.set(Vec::new());
    }
}
