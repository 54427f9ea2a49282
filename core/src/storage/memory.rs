//! A store in memory that can be told to misbehave, and that counts what it is asked.

use super::{Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A store for tests: a map with a capacity, switches for faults, and counters.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    /// Characters of keys and texts that fit; none for no bound.
    pub capacity: Cell<Option<usize>>,
    /// Whether every call is refused.
    pub blocked: Cell<bool>,
    /// Writes that still succeed; then all fail. None for no such fault.
    pub writes_left: Cell<Option<usize>>,
    /// Whether writes are taken and forgotten.
    pub forgets: Cell<bool>,
    /// Writes so far.
    pub writes: Cell<usize>,
    /// Characters written so far, keys included.
    pub written: Cell<usize>,
    /// Reads so far.
    pub reads: Cell<usize>,
}

impl MemoryStore {
    /// An empty store without faults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets all counters to zero.
    pub fn reset_counters(&self) {
        self.writes.set(0);
        self.written.set(0);
        self.reads.set(0);
    }

    /// Characters of all keys and texts.
    pub fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count()).sum()
    }

    fn check(&self) -> Result<(), StoreError> {
        if self.blocked.get() { Err(StoreError::Blocked) } else { Ok(()) }
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.check()?;
        self.reads.set(self.reads.get() + 1);
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.check()?;
        match self.writes_left.get() {
            Some(0) => return Err(StoreError::Full),
            Some(left) => self.writes_left.set(Some(left - 1)),
            None => {}
        }
        let length = |text: &str| text.encode_utf16().count();
        if let Some(capacity) = self.capacity.get() {
            let old = self.texts.borrow().get(key).map_or(0, |old| length(key) + length(old));
            if self.used() - old + length(key) + length(text) > capacity {
                return Err(StoreError::Full);
            }
        }
        self.writes.set(self.writes.get() + 1);
        self.written.set(self.written.get() + length(key) + length(text));
        if !self.forgets.get() {
            self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.check()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.check()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
