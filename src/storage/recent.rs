//! Which keys were written since somebody asked last. Browsers gather what is written to `localStorage` and put it on the
//! disk seconds later; until then a journal has it as well (`state::journal`), once the part of the app that keeps one is there.

use crate::core::storage::keys::JOURNAL;
use std::cell::{Cell, RefCell};

thread_local! {
    static KEYS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static TELL: Cell<fn()> = const { Cell::new(|| ()) };
}

/// Notes that something was written under a key, or taken away.
pub fn wrote(key: &str) {
    KEYS.with_borrow_mut(|keys| keys.push(key.to_owned()));
    TELL.get()();
}

/// The keys that were written since, each once.
pub fn take() -> Vec<String> {
    let mut keys = KEYS.take();
    keys.retain(|key| key != JOURNAL);
    keys.sort();
    keys.dedup();
    keys
}

/// Whether something was written under a key since somebody asked last.
pub fn is_new(key: &str) -> bool {
    KEYS.with_borrow(|keys| keys.iter().any(|it| it == key))
}

/// From now on this is told of each write.
pub fn on_write(tell: fn()) {
    TELL.set(tell);
}
