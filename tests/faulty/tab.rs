//! A person with a café in memory, and a tab: the same over a store, as `src/state/session` has it.

use super::ledger::{Entry, Fate, Ledger, Said, Source};
use super::store::Way;
use super::{Act, CAFE};
use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::import::Plan;
use nappe::core::storage::{Import, ImportState, Importing, Loaded, Repository};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody with a café in memory.
pub struct Person {
    pub device: DeviceId,
    pub cafe: Cafe,
    clock: Clock,
    ids: IdMaker,
    random: u64,
    /// For each text what the screen showed before the last change: a person may act on that.
    stale: BTreeMap<Id, Vec<Stamp>>,
}

impl Person {
    pub fn new(device: u64, writer: u64, cafe: Cafe) -> Self {
        let (device, clock) = (DeviceId::from_bits(device), Clock::new(WriterId::from_bits(writer)));
        Self { device, cafe, clock, ids: IdMaker::default(), random: writer << 32, stale: BTreeMap::new() }
    }

    pub fn new_id(&mut self, now: u64) -> Id {
        self.random += 1;
        self.ids.next(now, u128::from(self.random) << 64)
    }

    fn nth(&self, which: u8, wanted: fn(&Record) -> bool) -> Option<Id> {
        let ids: Vec<Id> = self.cafe.records().filter(|it| wanted(it)).map(Record::id).collect();
        (!ids.is_empty()).then(|| ids[usize::from(which) % ids.len()])
    }

    pub fn note(&self, which: u8) -> Option<Id> {
        self.nth(which, |it| matches!(it, Record::Contribution(_)))
    }

    fn command(&mut self, act: Act, now: u64, word: &str) -> Option<Command> {
        let (question, table) =
            (|it: &Record| matches!(it, Record::Question(_)), |it: &Record| matches!(it, Record::Table(_)));
        let seen = |id| self.cafe.record(id).and_then(Record::versions).map(|it| it.seen()).unwrap_or_default();
        let text = word.to_owned();
        Some(match act {
            Act::Write { example } => Command::Write {
                author: self.device,
                question: self.nth(0, question).unwrap_or(CAFE),
                table: self.nth(self.random as u8, table).unwrap_or(CAFE),
                round: CAFE,
                name: format!("name-{word}"),
                example_of: if example { self.note(0) } else { None },
                text,
                id: self.new_id(now),
            },
            Act::Rewrite { note, stale } => {
                let id = self.note(note)?;
                let shown = self.stale.get(&id).filter(|_| stale).cloned();
                Command::Rewrite { id, seen: shown.unwrap_or_else(|| seen(id)), text }
            }
            Act::Pick(note) => {
                let id = self.note(note)?;
                let seen = seen(id);
                Command::Pick { id, version: *seen.first()?, seen }
            }
            Act::KeepBoth(note) => self.note(note).map(|id| Command::KeepBoth { id, seen: seen(id) })?,
            Act::Hide(note, hidden) => Command::SetHidden { id: self.note(note)?, hidden },
            Act::Sign(note) => Command::Sign { id: self.note(note)?, name: text },
            Act::Erase(which) => {
                let own = self.cafe.contributions().filter(|it| it.author == self.device);
                let ids: Vec<Id> = own.map(|it| it.id).collect();
                Command::Erase { id: *ids.get(usize::from(which) % ids.len().max(1))?, by: self.device }
            }
            Act::Title => Command::SetTitle(text),
            Act::Word(which) => {
                self.nth(which, question).map(|id| Command::WordQuestion { id, seen: seen(id), text })?
            }
            Act::AddTable => Command::AddTable { id: self.new_id(now), name: text, question: None },
            Act::NameTable(which) => Command::NameTable { id: self.nth(which, table)?, name: text },
            Act::MoveTable(which, place) => Command::Move { id: self.nth(which, table)?, place: place.into() },
            Act::RemoveTable(which, removed) => Command::SetRemoved { id: self.nth(which, table)?, removed },
        })
    }

    /// Acts; says which records that changed.
    pub fn act(&mut self, act: Act, now: u64, word: &str, said: &mut Said) -> BTreeSet<Id> {
        let Some(command) = self.command(act, now, word) else { return BTreeSet::new() };
        for record in self.cafe.records() {
            self.stale.extend(record.versions().map(|it| (record.id(), it.seen())));
        }
        let (of, seen) = match &command {
            Command::Rewrite { id, seen, .. } | Command::Pick { id, seen, .. } => (Some(*id), seen.clone()),
            Command::WordQuestion { id, seen, .. } => (Some(*id), seen.clone()),
            _ => (None, Vec::new()),
        };
        let erased = if let Command::Erase { id, .. } = command { Some(id) } else { None };
        let Ok(changes) = self.cafe.apply(command, now, &mut self.clock) else { return BTreeSet::new() };
        said.erased.extend(erased);
        said.replaced.extend(seen.into_iter().filter_map(|at| Some((of?, at))));
        for &id in &changes.0 {
            if matches!(self.cafe.record(id), Some(Record::Contribution(_))) {
                said.words.entry(id).or_default().insert(word.to_owned());
            }
        }
        changes.0.into_iter().collect()
    }

    /// What a bundle would change.
    pub fn plan(&self, bundle: &str) -> Vec<Record> {
        let decoded = bundle::decode(bundle.as_bytes()).expect("an own bundle can be read");
        let mut plan = Plan::default();
        plan.add(&self.cafe, decoded.records);
        plan.into_records()
    }

    pub fn take(&mut self, records: Vec<Record>) {
        for record in records {
            self.cafe.join_record(record);
        }
    }
}

/// An open café.
pub struct Tab {
    pub person: Person,
    pub repository: Repository<Way>,
    pub unsaved: BTreeSet<Id>,
    pub imports: Vec<Import>,
    pub importing: Option<(Id, Importing)>,
    /// What was written here since it was opened.
    pub wrote: Source,
}

impl Tab {
    pub fn new(way: Way, person: Person, loaded: Loaded) -> Self {
        let repository = Repository::new(way);
        let (unsaved, wrote) = Default::default();
        let mut tab = Self { person, repository, unsaved, imports: Vec::new(), importing: None, wrote };
        tab.take_loaded(loaded);
        tab
    }

    fn take_loaded(&mut self, loaded: Loaded) {
        let unsaved: Vec<Record> = self.unsaved.iter().filter_map(|id| self.person.cafe.record(*id).cloned()).collect();
        self.person.cafe = loaded.cafe;
        self.imports = loaded.imports;
        self.person.take(unsaved);
    }

    /// Reads everything again; what is not stored is kept. Gives back what was found, if it could be read.
    pub fn reload(&mut self) -> Option<Loaded> {
        let loaded = self.repository.load(CAFE).ok()?;
        self.take_loaded(loaded.clone());
        Some(loaded)
    }

    pub fn commit(&mut self, act: Act, now: u64, word: &str, said: &mut Said, ledger: &mut Ledger) {
        let changed = self.person.act(act, now, word, said);
        changed.iter().filter_map(|id| self.person.cafe.record(*id)).for_each(|it| self.wrote.add(it));
        self.save(&changed, ledger);
    }

    pub fn save(&mut self, ids: &BTreeSet<Id>, ledger: &mut Ledger) {
        for &id in ids {
            let Some(record) = self.person.cafe.record(id).cloned() else { continue };
            ledger.tried.insert(id);
            match self.repository.save(CAFE, &record) {
                Ok(stored) => {
                    ledger.saved.add(&record);
                    ledger.saved.add(&stored);
                    self.unsaved.remove(&id);
                    self.person.cafe.join_record(stored);
                }
                Err(_) => drop(self.unsaved.insert(id)),
            }
        }
    }

    pub fn begin(&mut self, bundle: &str, now: u64, ledger: &mut Ledger) {
        let records = self.person.plan(bundle);
        if records.is_empty() || self.importing.is_some() {
            return;
        }
        let id = self.person.new_id(now);
        ledger.imports.insert(id, Entry { records: Source::of(&records), fate: Fate::Running });
        let (files, state) = (vec!["a.json".to_owned()], ImportState::Done);
        let manifest = Import { id, state, at: now, files, new: records.len(), changed: 0, segments: 0 };
        self.importing = Some((id, Importing::new(CAFE, manifest, records)));
    }

    /// Writes a piece of the import, or all that is left of it. A failure breaks it off.
    pub fn go_on(&mut self, to_the_end: bool, ledger: &mut Ledger) {
        let Some((id, mut importing)) = self.importing.take() else { return };
        let way = self.repository.store().clone();
        let written = loop {
            match importing.step(&way) {
                Ok(true) if to_the_end => {}
                other => break other,
            }
        };
        if written.is_ok() && !to_the_end {
            self.importing = Some((id, importing));
            return;
        }
        let Ok((import, records)) = written.and_then(|_| importing.commit(&way)) else {
            let aborted = importing.abort(&way).is_ok();
            return ledger.set_fate(id, if aborted { Fate::Gone } else { Fate::Unsure });
        };
        ledger.set_fate(id, Fate::Done);
        self.imports.push(import);
        // What an erasure could not reach yet is erased by the next start.
        self.repository.settle_erasures(CAFE, &records).ok();
        self.person.take(records);
    }

    pub fn set_import(&mut self, which: u8, undo: bool, ledger: &mut Ledger) -> Option<Loaded> {
        let import = self.imports.get(usize::from(which) % self.imports.len().max(1))?.clone();
        let state = if undo { ImportState::Undone } else { ImportState::Done };
        let set = self.repository.set_import(CAFE, &import, state);
        let fate = match (&set, ledger.imports.get(&import.id).map(|it| it.fate)) {
            (Ok(_), _) if undo => Fate::Undone,
            (Ok(_), _) => Fate::Done,
            (Err(_), Some(Fate::Unlisted)) => Fate::Unlisted,
            (Err(_), _) => Fate::Either,
        };
        ledger.set_fate(import.id, fate);
        set.ok().and_then(|_| self.reload())
    }

    pub fn keep_draft(&mut self, slot: &str, text: &str, ledger: &mut Ledger) {
        let allowed = ledger.drafts.entry(slot.to_owned()).or_insert_with(|| vec![String::new()]);
        if self.repository.keep_draft(CAFE, slot, text).is_ok() {
            allowed.clear();
        }
        allowed.push(text.to_owned());
    }
}
