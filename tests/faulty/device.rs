//! A device: its store, what the store owes, its tabs.

use super::ledger::{self, Fate, Harm, Ledger, Said};
use super::store::{Trouble, Way};
use super::tab::Tab;
use nappe::core::bundle;
use nappe::core::storage::{MemoryStore, Store, keys};
use std::rc::Rc;

/// A device: a clock that may jump, and a store that its tabs share.
pub struct Device {
    pub store: Rc<MemoryStore>,
    pub now: u64,
    pub ledger: Ledger,
    pub ways: [Way; 2],
    pub tabs: [Option<Tab>; 2],
}

impl Device {
    pub fn new(store: Rc<MemoryStore>, now: u64, ledger: Ledger) -> Self {
        let past = Rc::default();
        let ways = [0, 1].map(|_| Way::to(store.clone(), Rc::clone(&past)));
        Self { store, now, ledger, ways, tabs: [None, None] }
    }

    /// A start on a copy of the store, without faults.
    pub fn check(&mut self, said: &Said) -> Result<(), String> {
        let (loaded, texts) = ledger::start(&self.store, self.now)?;
        self.ledger.check(&loaded, said)?;
        self.ledger.check_store(&loaded, &texts, said)
    }

    /// The tab is gone, and with it what it was at.
    pub fn leave(&mut self, tab: usize) {
        if let Some((import, _)) = self.tabs[tab].take().and_then(|it| it.importing) {
            self.ledger.set_fate(import, Fate::Unsure);
        }
    }

    /// The browser is killed, and forgets so many of the last changes. Says how many it forgot.
    pub fn kill(&mut self, back: usize) -> usize {
        (0..self.tabs.len()).for_each(|tab| self.leave(tab));
        self.ways.iter().for_each(|way| way.set_trouble(Trouble::default()));
        self.store.capacity.set(None);
        // The journal takes no import away: one that was broken off last may stand again.
        let broken = self.ledger.imports.values_mut().filter(|it| it.fate == Fate::Gone);
        broken.for_each(|it| it.fate = Fate::Unsure);
        self.ways[0].kill(back)
    }

    /// Cuts the end off a stored value, or off one line of it: what is left cannot be read.
    /// Says whether it did.
    pub fn damage(&mut self, which: u8, how: u8) -> bool {
        let Self { store, ledger, tabs, .. } = self;
        let parts = |key: &String| keys::parse(key).filter(|it| !matches!(it, keys::Key::Other(_)));
        let all: Vec<String> = store.keys().expect("keys").into_iter().filter(|key| parts(key).is_some()).collect();
        let key = all[usize::from(which) % all.len()].clone();
        let text = store.get(&key).expect("a read").expect("a value");
        // In the middle, or just before the end: then the words are still in it.
        let cut = |text: &str| {
            let count = text.chars().count();
            text.chars().take(if how.is_multiple_of(2) { count / 2 } else { count - 1 }).collect::<String>()
        };
        let (of, left, whole) = match parts(&key) {
            Some(keys::Key::Record(_, id)) => {
                let Ok(record) = bundle::decode_record(text.lines().last().unwrap_or(""), 1) else { return false };
                ledger.forget_saved(&record);
                (Some(id), cut(&text), cut(&text))
            }
            Some(keys::Key::Segment(_, import, _)) => {
                let fate = ledger.imports.get(&import).map(|it| it.fate);
                let lines: Vec<&str> = text.lines().collect();
                let line = lines[usize::from(how / 2) % lines.len()];
                let Ok(record) = bundle::decode_record(line, 1) else { return false };
                // A segment that no manifest counts yet may be written again.
                if !matches!(fate, Some(Fate::Done | Fate::Undone | Fate::Unlisted)) {
                    return false;
                }
                ledger.forget_imported(import, record.id());
                (Some(record.id()), cut(line), text.replace(line, &cut(line)))
            }
            Some(keys::Key::Import(_, import)) => {
                let fate = ledger.imports.get(&import).map(|it| it.fate);
                if !matches!(fate, Some(Fate::Done | Fate::Undone)) {
                    return false;
                }
                ledger.set_fate(import, Fate::Unlisted);
                (None, cut(&text), cut(&text))
            }
            _ => return false,
        };
        store.capacity.set(None);
        store.set(&key, &whole).expect("a write");
        ledger.harms.push(Harm { key, text: left, of });
        for tab in tabs.iter_mut().flatten() {
            of.into_iter().for_each(|id| tab.wrote.forget(id));
        }
        true
    }
}
