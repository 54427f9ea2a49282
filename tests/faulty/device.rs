//! A device: its store, what the store owes, its tabs.

use super::ledger::{self, Fate, Harm, Ledger, Said};
use super::store::{Trouble, Way};
use super::tab::Tab;
use super::{CAFE, HOUR};
use nappe::core::bundle;
use nappe::core::storage::{MemoryStore, PUT_BACK_FOR, Repository, Store, keys};
use std::rc::Rc;

/// A device: a clock that may jump, and a store that its tabs share.
pub struct Device {
    pub store: Rc<MemoryStore>,
    pub now: u64,
    pub ledger: Ledger,
    pub ways: [Way; 2],
    pub tabs: [Option<Tab>; 2],
    /// What the store had of the café when it was taken off last.
    pub taken_off: Option<Vec<(String, String)>>,
}

impl Device {
    pub fn new(store: Rc<MemoryStore>, now: u64, ledger: Ledger) -> Self {
        let past = Rc::default();
        let ways = [0, 1].map(|_| Way::to(store.clone(), Rc::clone(&past)));
        Self { store, now, ledger, ways, tabs: [None, None], taken_off: None }
    }

    /// A start on a copy of the store, without faults.
    pub fn check(&mut self, said: &Said) -> Result<(), String> {
        let (loaded, texts) = ledger::start(&self.store, self.now)?;
        self.ledger.check(&loaded, said)?;
        self.ledger.check_store(&loaded, &texts, said)
    }

    /// The tab is gone, and with it what it was at.
    pub fn leave(&mut self, tab: usize) {
        let Some(tab) = self.tabs[tab].take() else { return };
        self.ledger.close_drafts(tab.owner());
        if let Some((import, _)) = tab.importing {
            self.ledger.set_fate(import, Fate::Unsure);
        }
    }

    /// The café is taken off the device, unless the store refuses.
    pub fn take_off(&mut self, tab: usize) {
        // What was refused may be marked all the same: the write was taken, and could not be read back.
        drop(Repository::new(self.ways[tab].clone()).remove_cafe(CAFE, self.now));
        self.taken_off = Some(self.of_cafe());
        self.ways[tab].take_death();
    }

    /// As the first screen does. What is taken away has nothing that was written since it was taken off; says whether
    /// it was taken away, and nothing is owed any more.
    pub fn clear(&mut self, tab: usize) -> Result<bool, String> {
        let before = self.of_cafe();
        let mark = self.store.get(&keys::removed(CAFE)).expect("a read").unwrap_or_default();
        let due = self.now + PUT_BACK_FOR + HOUR;
        for later in [due, due + HOUR] {
            drop(Repository::new(self.ways[tab].clone()).clear_removed(later));
        }
        self.ways[tab].take_death();
        let left = self.of_cafe();
        if left.len() == before.len() {
            return Ok(false);
        }
        // What broke off on its way out goes on.
        if self.taken_off.as_ref() != Some(&before) && !mark.ends_with("going") {
            return Err("a café was taken away that somebody had written into".into());
        }
        // Left in the middle, a later start goes on.
        Repository::new(&*self.store).clear_removed(due + 2 * HOUR).map_err(|error| error.to_string())?;
        (0..self.tabs.len()).for_each(|tab| self.leave(tab));
        // A browser that is killed may have it again.
        let tried = std::mem::take(&mut self.ledger.tried);
        self.ledger = Ledger { tried, ..Ledger::default() };
        if self.of_cafe().is_empty() { Ok(true) } else { Err("a café is half taken away".into()) }
    }

    /// All that the store has of the café.
    fn of_cafe(&self) -> Vec<(String, String)> {
        let of_cafe = keys::of_cafe(CAFE, "");
        let mut all = super::store::dump(&self.store);
        all.retain(|(key, _)| key.contains(of_cafe.trim_start_matches(keys::ROOT)));
        all
    }

    /// The browser is killed, and forgets so many of the last changes. Says how many it forgot.
    pub fn kill(&mut self, back: usize) -> usize {
        (0..self.tabs.len()).for_each(|tab| self.leave(tab));
        for way in &self.ways {
            way.set_trouble(Trouble::default());
            way.take_death();
        }
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
        if all.is_empty() {
            return false;
        }
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
