//! A way to a shared store that fails as it is told, and that may forget its last changes.

use nappe::core::storage::keys::JOURNAL;
use nappe::core::storage::{MemoryStore, Repository, Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
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

/// What a device did last: what its browser forgets when it is killed, and the journal, which it does not forget.
#[derive(Default)]
pub struct Past {
    /// For each change of the store its key, and what was there before.
    changes: Vec<(String, Option<String>)>,
    /// What was written last under each key, and the number of that write.
    journal: BTreeMap<String, (Option<String>, u64)>,
}

/// The store as one tab sees it.
#[derive(Clone)]
pub struct Way(Rc<Inner>);

struct Inner {
    store: Rc<MemoryStore>,
    past: Rc<RefCell<Past>>,
    trouble: Cell<Trouble>,
    writes: Cell<u32>,
    reads: Cell<u32>,
    dead: Cell<bool>,
    unread: Cell<usize>,
}

impl Way {
    pub fn to(store: Rc<MemoryStore>, past: Rc<RefCell<Past>>) -> Self {
        let (trouble, writes, reads) = (Cell::default(), Cell::new(0), Cell::new(0));
        Self(Rc::new(Inner { store, past, trouble, writes, reads, dead: Cell::new(false), unread: Cell::new(0) }))
    }

    /// Notes a change, as `src/state/journal.rs` does.
    fn note(&self, key: &str, before: Option<String>) {
        let Inner { store, past, .. } = &*self.0;
        past.borrow_mut().changes.push((key.to_owned(), before));
        if key == JOURNAL {
            return;
        }
        let repository = Repository::new(&**store);
        let before = store.get(JOURNAL).expect("a read");
        let number = match repository.number_writes() {
            Ok(number) => {
                past.borrow_mut().changes.push((JOURNAL.to_owned(), before));
                number
            }
            Err(_) => repository.journaled().expect("a read").saturating_add(1),
        };
        past.borrow_mut().journal.insert(key.to_owned(), (store.get(key).expect("a read"), number));
    }

    /// The browser is killed, and so many changes were not on the disk yet; the next start puts back what the journal
    /// has. Says how many changes were forgotten.
    pub fn kill(&self, back: usize) -> usize {
        let Inner { store, past, .. } = &*self.0;
        let all = past.borrow().changes.len();
        let forgotten = past.borrow_mut().changes.split_off(all.saturating_sub(back));
        for (key, before) in forgotten.iter().rev() {
            let done = match before {
                Some(text) => store.set(key, text),
                None => store.remove(key),
            };
            done.expect("a sound store");
        }
        let repository = Repository::new(self.clone());
        let has = repository.journaled().expect("a read");
        let journal = past.borrow().journal.clone();
        let lost = journal.into_iter().filter(|(_, (_, number))| *number > has);
        let (mut last, mut keys) = (0, Vec::new());
        for (key, (text, number)) in lost {
            repository.recover(&key, text.as_deref(), false).expect("a sound store");
            last = last.max(number);
            keys.push(key);
        }
        repository.has_writes_until(last).expect("a sound store");
        // The journal takes over what the store has now: a segment that was deleted may be back.
        for key in keys {
            self.note(&key, store.get(&key).expect("a read"));
        }
        forgotten.len()
    }

    /// The store itself, without troubles.
    pub fn store(&self) -> &MemoryStore {
        &self.0.store
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
        let is_forgotten = self.write()?;
        let before = self.0.store.get(key)?;
        if !is_forgotten {
            self.0.store.set(key, text)?;
        }
        self.note(key, before);
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.write()?;
        let before = self.0.store.get(key)?;
        self.0.store.remove(key)?;
        self.note(key, before);
        Ok(())
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
