//! A way to a shared store that fails as it is told.

use nappe::core::storage::{MemoryStore, Store, StoreError};
use std::cell::Cell;
use std::rc::Rc;

/// What goes wrong from now on: bit `n` of a number is for the `n`th call, and later calls go well.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trouble {
    /// Writes that the store refuses, and removals.
    pub full: u32,
    /// Writes that it takes and forgets.
    pub forgotten: u32,
    /// Reads that fail, lists of keys among them.
    pub unread: u32,
    /// The tab dies in place of this write or removal.
    pub dies: Option<u8>,
}

/// The store as one tab sees it.
#[derive(Clone)]
pub struct Way(Rc<Inner>);

struct Inner {
    store: Rc<MemoryStore>,
    trouble: Cell<Trouble>,
    writes: Cell<u32>,
    reads: Cell<u32>,
    dead: Cell<bool>,
    unread: Cell<usize>,
}

impl Way {
    pub fn to(store: Rc<MemoryStore>) -> Self {
        let (trouble, writes, reads) = (Cell::default(), Cell::new(0), Cell::new(0));
        Self(Rc::new(Inner { store, trouble, writes, reads, dead: Cell::new(false), unread: Cell::new(0) }))
    }

    pub fn set_trouble(&self, trouble: Trouble) {
        self.0.trouble.set(trouble);
        self.0.writes.set(0);
        self.0.reads.set(0);
    }

    /// Whether the tab died; if so, the next one lives.
    pub fn take_death(&self) -> bool {
        if self.0.dead.get() {
            self.set_trouble(Trouble::default());
        }
        self.0.dead.replace(false)
    }

    /// Reads that failed so far.
    pub fn unread(&self) -> usize {
        self.0.unread.get()
    }

    pub fn is_dead(&self) -> bool {
        self.0.dead.get()
    }

    fn alive(&self) -> Result<(), StoreError> {
        if self.0.dead.get() { Err(StoreError::Blocked) } else { Ok(()) }
    }

    fn read(&self) -> Result<(), StoreError> {
        self.alive()?;
        if next(&self.0.reads, self.0.trouble.get().unread) {
            self.0.unread.set(self.0.unread.get() + 1);
            return Err(StoreError::Failed("a read".into()));
        }
        Ok(())
    }

    /// Whether the write is forgotten.
    fn write(&self) -> Result<bool, StoreError> {
        self.alive()?;
        let trouble = self.0.trouble.get();
        let call = self.0.writes.get();
        if trouble.dies.is_some_and(|dies| u32::from(dies) == call) {
            self.0.dead.set(true);
            return Err(StoreError::Blocked);
        }
        let forgotten = trouble.forgotten.checked_shr(call).unwrap_or(0) & 1 == 1;
        if next(&self.0.writes, trouble.full) { Err(StoreError::Full) } else { Ok(forgotten) }
    }
}

fn next(calls: &Cell<u32>, fails: u32) -> bool {
    let call = calls.replace(calls.get().saturating_add(1));
    fails.checked_shr(call).unwrap_or(0) & 1 == 1
}

impl Store for Way {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read()?;
        self.0.store.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if self.write()? { Ok(()) } else { self.0.store.set(key, text) }
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.write()?;
        self.0.store.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.read()?;
        self.0.store.keys()
    }
}

/// All of it, as the store itself gives it.
pub fn dump(store: &MemoryStore) -> Vec<(String, String)> {
    let keys = store.keys().expect("keys");
    keys.into_iter().filter_map(|key| store.get(&key).expect("a read").map(|text| (key, text))).collect()
}

/// A copy of all of it, with room.
pub fn copy(store: &MemoryStore) -> Rc<MemoryStore> {
    let copy = MemoryStore::new();
    dump(store).iter().for_each(|(key, text)| copy.set(key, text).expect("a write"));
    Rc::new(copy)
}
