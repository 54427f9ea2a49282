//! What was promised about one store, kept apart from the store, and compared with what a start finds there.

use super::CAFE;
use nappe::core::bundle;
use nappe::core::domain::{Cafe, Id, Record, Stamp};
use nappe::core::merge::Join;
use nappe::core::storage::{ImportState, Loaded, MemoryStore, keys};
use std::collections::{BTreeMap, BTreeSet};

/// What people did, on whatever device.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Versions that a person saw when another was written or picked in their place.
    pub replaced: BTreeSet<(Id, Stamp)>,
    /// What its author erased.
    pub erased: BTreeSet<Id>,
    /// Every word that was ever part of a note, its drafts among them.
    pub words: BTreeMap<Id, BTreeSet<String>>,
}

/// Records from one place: those saved one by one, or those of an import.
#[derive(Clone, Debug, Default)]
pub struct Source {
    records: BTreeMap<Id, Record>,
    words: BTreeMap<(Id, Stamp), String>,
}

impl Source {
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut source = Self::default();
        records.into_iter().for_each(|record| source.add(record));
        source
    }

    pub fn add(&mut self, record: &Record) {
        let id = record.id();
        for version in record.versions().map(|it| it.live()).unwrap_or_default() {
            self.words.insert((id, version.at), version.is.to_string());
        }
        match self.records.get_mut(&id) {
            Some(own) => drop(own.join(record)),
            None => drop(self.records.insert(id, record.clone())),
        }
    }

    pub fn forget(&mut self, id: Id) {
        self.records.remove(&id);
        self.words.retain(|(of, _), _| *of != id);
    }

    fn erasures(&self) -> Vec<Record> {
        self.records.values().filter(|it| matches!(it, Record::Erased(_))).cloned().collect()
    }

    /// Whether a café has all of it, but for what people replaced or erased themselves.
    pub fn stands_in(&self, cafe: &Cafe, said: &Said) -> Result<(), String> {
        for ((id, at), text) in &self.words {
            let stands = match cafe.record(*id) {
                Some(Record::Erased(_)) => said.erased.contains(id),
                Some(record) => record.versions().is_some_and(|versions| {
                    versions.live().iter().any(|it| it.at == *at && *it.is == **text)
                        || said.replaced.contains(&(*id, *at))
                            && versions.replaced().contains(at)
                            && !versions.live().is_empty()
                }),
                None => false,
            };
            if !stands {
                return Err(format!("lost: {text:?} of {id} ({at}), found {:?}", cafe.record(*id)));
            }
        }
        for (id, record) in &self.records {
            let Some(found) = cafe.record(*id) else { return Err(format!("lost: {record:?}")) };
            if matches!(record, Record::Erased(_)) && !matches!(found, Record::Erased(_)) {
                return Err(format!("erased words are back: {found:?}"));
            }
            if found.clone().join(record) {
                return Err(format!("lost: a part of {record:?}, found {found:?}"));
            }
        }
        Ok(())
    }
}

/// What is known of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A tab is at it.
    Running,
    /// It was broken off, and whether it counts was not said.
    Unsure,
    Done,
    Undone,
    /// It is one of both.
    Either,
    /// It was broken off for good.
    Gone,
    /// Its manifest was damaged: all its words count.
    Unlisted,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub records: Source,
    pub fate: Fate,
}

/// A value changed by hand: its key, what it says now, and whose words it may hold.
#[derive(Clone, Debug)]
pub struct Harm {
    pub key: String,
    pub text: String,
    pub of: Option<Id>,
}

/// What one store owes.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// What was said to be saved.
    pub saved: Source,
    /// What anybody tried to save here.
    pub tried: BTreeSet<Id>,
    pub imports: BTreeMap<Id, Entry>,
    pub harms: Vec<Harm>,
    /// For each box and each tab what of its words is kept: one of these.
    pub drafts: BTreeMap<(String, u64), Vec<String>>,
    /// Unfinished imports that were taken in.
    pub taken_in: usize,
}

/// The records in the segments of an import that are in a store.
pub fn segments(store: &[(String, String)], import: Id) -> Vec<Record> {
    let of_it = |key: &str| matches!(keys::parse(key), Some(keys::Key::Segment(_, it, _)) if it == import);
    let lines = store.iter().filter(|(key, _)| of_it(key)).flat_map(|(_, text)| text.lines().skip(1));
    lines.filter_map(|line| bundle::decode_record(line, 1).ok()).collect()
}

impl Ledger {
    /// A live record was damaged. Where it was an erasure, the words are nowhere else either.
    pub fn forget_saved(&mut self, record: &Record) {
        let id = record.id();
        self.saved.forget(id);
        for entry in self.imports.values_mut().filter(|_| matches!(record, Record::Erased(_))) {
            if !matches!(entry.records.records.get(&id), Some(Record::Erased(_))) {
                entry.records.forget(id);
            }
        }
    }

    pub fn forget_imported(&mut self, import: Id, id: Id) {
        if let Some(entry) = self.imports.get_mut(&import) {
            entry.records.forget(id);
        }
    }

    /// A tab looks at a box for the first time: what lies there is on its screen, and its own from now on. What closed
    /// tabs left there is not told apart any more.
    pub fn pass_on_draft(&mut self, slot: &str, owner: u64, lies_there: &str) {
        self.drafts.retain(|(of, _), one_of| of != slot || !one_of.iter().any(|it| it == lies_there));
        self.drafts.insert((slot.to_owned(), owner), vec![lies_there.to_owned()]);
    }

    /// A tab writes in a box over what it takes for its own: another one may have found the same there.
    pub fn write_over_draft(&mut self, slot: &str, owner: u64, mine: &str) {
        self.drafts.retain(|(of, by), one_of| of != slot || *by == owner || !one_of.iter().any(|it| it == mine));
    }

    /// What was kept of a tab's words; a store that refused has what it had, or the new ones.
    pub fn keep_draft(&mut self, slot: &str, owner: u64, text: &str, is_kept: bool) {
        let nothing = || vec![String::new()];
        let one_of = self.drafts.entry((slot.to_owned(), owner)).or_insert_with(nothing);
        if is_kept {
            one_of.clear();
        }
        one_of.push(text.to_owned());
    }

    /// A tab is gone. Its words are there until another one takes them up.
    pub fn close_drafts(&mut self, owner: u64) {
        let closed: Vec<_> = self.drafts.keys().filter(|(_, of)| *of == owner).cloned().collect();
        for (slot, _) in closed {
            let one_of = self.drafts.remove(&(slot.clone(), owner)).unwrap_or_default();
            self.drafts.insert((slot, 0), one_of);
        }
    }

    pub fn set_fate(&mut self, import: Id, fate: Fate) {
        let Some(entry) = self.imports.get_mut(&import) else { return };
        if entry.fate == fate {
            return;
        }
        entry.fate = fate;
        if fate == Fate::Undone {
            // The erasures that it brought last.
            entry.records.erasures().iter().for_each(|erasure| self.saved.add(erasure));
        }
    }

    /// Compares what a start found with what was promised. Learns what became of imports whose fate was not known.
    pub fn check(&mut self, loaded: &Loaded, said: &Said) -> Result<(), String> {
        let ids: Vec<Id> = self.imports.keys().copied().collect();
        for id in ids {
            let listed = loaded.imports.iter().find(|it| it.id == id).map(|it| it.state);
            let fate = self.imports[&id].fate;
            let found = match (fate, listed) {
                (Fate::Unsure | Fate::Done | Fate::Either | Fate::Unlisted, Some(ImportState::Done)) => Fate::Done,
                (Fate::Undone | Fate::Either | Fate::Unlisted, Some(ImportState::Undone)) => Fate::Undone,
                (Fate::Unsure | Fate::Gone, None) => Fate::Gone,
                (Fate::Running | Fate::Unlisted, None) => fate,
                _ => return Err(format!("the import {id} is {fate:?}, and the start found {listed:?}")),
            };
            self.set_fate(id, found);
            if found == Fate::Done || found == Fate::Unlisted {
                let all = self.imports[&id].records.stands_in(&loaded.cafe, said);
                all.map_err(|what| format!("half an import, {fate:?}: {what}"))?;
            } else if let Some(one) = self.only_of(id).into_iter().find(|it| loaded.cafe.contribution(*it).is_some()) {
                return Err(format!("half an import: it is {found:?}, and {one} of it is here"));
            }
        }
        self.saved.stands_in(&loaded.cafe, said)
    }

    /// Notes that could have come from this import only.
    fn only_of(&self, import: Id) -> Vec<Id> {
        let others = |id: &Id| self.imports.iter().any(|(of, it)| *of != import && it.records.records.contains_key(id));
        let records = &self.imports[&import].records.records;
        let notes = records.values().filter(|it| matches!(it, Record::Contribution(_))).map(Record::id);
        notes.filter(|id| !self.tried.contains(id) && !others(id)).collect()
    }

    /// What must hold in the store after a start without faults: erased words are nowhere, and what cannot be read is
    /// reported and still there.
    pub fn check_store(&self, loaded: &Loaded, store: &[(String, String)], said: &Said) -> Result<(), String> {
        let counted = self.imports.values().filter(|it| matches!(it.fate, Fate::Done | Fate::Unlisted));
        let sources = counted.map(|it| &it.records).chain([&self.saved]);
        let erased: BTreeSet<Id> = sources.flat_map(Source::erasures).map(|it| it.id()).collect();
        for word in erased.iter().filter_map(|id| said.words.get(id)).flatten() {
            if let Some((key, _)) = store.iter().find(|(_, text)| text.contains(word)) {
                return Err(format!("the erased words {word:?} are still under {key}"));
            }
        }
        for Harm { key, text, of } in &self.harms {
            if of.is_some_and(|of| said.erased.contains(&of)) {
                continue;
            }
            let holds = |value: &str| value == text || value.lines().any(|line| line == text);
            let aside = keys::aside(key);
            if !store.iter().any(|(at, value)| (at == key || at.starts_with(&aside)) && holds(value)) {
                return Err(format!("what cannot be read is gone: {text:?} under {key}"));
            }
            let in_place = store.iter().any(|(at, value)| at == key && holds(value));
            let counts = match keys::parse(key) {
                Some(keys::Key::Segment(_, import, _)) => {
                    self.imports.get(&import).is_some_and(|it| it.fate != Fate::Undone)
                }
                _ => true,
            };
            if in_place && counts && !loaded.damaged.iter().any(|it| it.key == *key) {
                return Err(format!("what cannot be read is not reported: {text:?} under {key}"));
            }
        }
        for ((slot, _), one_of) in &self.drafts {
            if Id::parse(slot).is_some_and(|id| said.erased.contains(&id)) {
                continue;
            }
            let key = keys::draft(CAFE, slot);
            let places = keys::places(&key);
            let found: Vec<&str> =
                store.iter().filter(|(at, _)| places.contains(at)).map(|(_, text)| text.as_str()).collect();
            if !one_of.iter().any(|it| it.is_empty() || found.contains(&it.as_str())) {
                return Err(format!("lost: one of {one_of:?} in the box {slot}, found {found:?}"));
            }
        }
        Ok(())
    }
}

/// A fresh start on a copy of a store.
pub fn start(store: &MemoryStore, now: u64) -> Result<(Loaded, Vec<(String, String)>), String> {
    let copy = super::store::copy(store);
    let repository = nappe::core::storage::Repository::new(&*copy);
    let loaded = repository.load(CAFE).map_err(|error| format!("it does not open: {error}"))?;
    let before = super::store::dump(&copy);
    repository.unfinished(CAFE, now).map_err(|error| format!("it cannot be looked through: {error}"))?;
    let after = super::store::dump(&copy);
    for (key, _) in before.iter().filter(|(key, _)| !after.iter().any(|(it, _)| it == key)) {
        let Some(keys::Key::Segment(_, import, _)) = keys::parse(key) else {
            return Err(format!("a start took {key} away"));
        };
        for record in segments(&before, import) {
            if loaded.cafe.record(record.id()).is_none_or(|found| found.clone().join(&record)) {
                return Err(format!("a start took words away that nobody else has: {record:?}"));
            }
        }
    }
    Ok((loaded, after))
}
