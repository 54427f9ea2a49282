//! A person with a café in memory, and a tab: the same over a store, as `src/state/session` has it.

use super::ledger::{self, Entry, Fate, Ledger, Said, Source};
use super::store::Way;
use super::{Act, CAFE};
use crate::histories::harvest::{Sorting, act_of};
use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::harvest;
use nappe::core::import::Plan;
use nappe::core::storage::{Import, ImportState, Importing, Loaded, Repository, Store, keys};
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

    /// A note or a key point.
    pub fn written(&self, which: u8) -> Option<Id> {
        self.nth(which, |it| matches!(it, Record::Contribution(_) | Record::KeyPoint(_)))
    }

    fn command(&mut self, act: Act, now: u64, word: &str) -> Option<Command> {
        let question = |it: &Record| matches!(it, Record::Question(_));
        let table = |it: &Record| matches!(it, Record::Table(_));
        let round = |it: &Record| matches!(it, Record::Round(_));
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
                let id = self.written(note)?;
                let shown = self.stale.get(&id).filter(|_| stale).cloned();
                Command::Rewrite { id, seen: shown.unwrap_or_else(|| seen(id)), text }
            }
            Act::Pick(note) => {
                let id = self.written(note)?;
                let seen = seen(id);
                Command::Pick { id, version: *seen.first()?, seen }
            }
            Act::KeepBoth(note) => self.written(note).map(|id| Command::KeepBoth { id, seen: seen(id) })?,
            Act::Hide(note, hidden) => Command::SetHidden { id: self.note(note)?, hidden },
            Act::Sign(note) => Command::Sign { id: self.note(note)?, name: text },
            Act::Erase(which) => {
                let own = |it: &Record| match it {
                    Record::Contribution(note) => note.author == self.device,
                    Record::KeyPoint(point) => point.author == self.device,
                    _ => false,
                };
                let ids: Vec<Id> = self.cafe.records().filter(|it| own(it)).map(Record::id).collect();
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
            Act::AddRound => Command::AddRound { id: self.new_id(now), minutes: 10, question: None },
            Act::Minutes(which, minutes) => {
                Command::SetMinutes { id: self.nth(which, round)?, minutes: u32::from(minutes) + 1 }
            }
            Act::RemoveRound(which, removed) => Command::SetRemoved { id: self.nth(which, round)?, removed },
            Act::Clock(which, how) => {
                let round = self.nth(which, round)?;
                let clock = RoundClock::begin(round, 20, now);
                let clocks = [clock, clock.paused(now), RoundClock::Over { round }];
                clocks.get(usize::from(how) % 4).map_or(Command::ClearClock, |clock| Command::SetClock(*clock))
            }
            Act::Seats(people, tables) => {
                let tables = u16::from(tables % 4) + 1;
                let seats = (0..u16::from(people % 6)).map(|person| person % tables + 1).collect();
                let rounds = vec![Seats { tables: seats, hosts: Vec::new() }];
                Command::SetSeats(SeatPlan { tables, rounds, ..SeatPlan::default() })
            }
            Act::KeyPoint(which) => {
                let (table, round) = (self.nth(which, table)?, self.nth(which, round)?);
                Command::WriteKeyPoint { id: self.new_id(now), author: self.device, table, round, text }
            }
            Act::Harvest(_) => return None,
        })
    }

    /// Acts; says which records that changed.
    pub fn act(&mut self, act: Act, now: u64, word: &str, said: &mut Said) -> BTreeSet<Id> {
        if let Act::Harvest(sorting) = act {
            return self.sort(&sorting, now, word);
        }
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
            if matches!(self.cafe.record(id), Some(Record::Contribution(_) | Record::KeyPoint(_))) {
                said.words.entry(id).or_default().insert(word.to_owned());
            }
        }
        changes.0.into_iter().collect()
    }

    /// Acts at the harvest, as `Session::act` does.
    fn sort(&mut self, sorting: &Sorting, now: u64, word: &str) -> BTreeSet<Id> {
        let fresh = self.new_id(now);
        let Some(act) = act_of(&self.cafe, self.device, sorting, word.to_owned(), fresh) else {
            return BTreeSet::new();
        };
        let done = harvest::carry_out_all(&mut self.cafe, &[act], now, &mut self.clock);
        done.map(|done| done.changes.0.into_iter().collect()).unwrap_or_default()
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
    /// By text box what this tab last found or kept there.
    drafts: BTreeMap<String, String>,
    /// Which tab this is of all there ever were.
    owner: u64,
}

impl Tab {
    pub fn new(way: Way, person: Person, loaded: Loaded, owner: u64) -> Self {
        let repository = Repository::new(way);
        let (unsaved, wrote, drafts) = Default::default();
        let (imports, importing) = (Vec::new(), None);
        let mut tab = Self { person, repository, unsaved, imports, importing, wrote, drafts, owner };
        tab.take_loaded(loaded);
        tab
    }

    pub fn owner(&self) -> u64 {
        self.owner
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

    /// A person acts; says whether that changed anything.
    pub fn commit(&mut self, act: Act, now: u64, word: &str, said: &mut Said, ledger: &mut Ledger) -> bool {
        let changed = self.person.act(act, now, word, said);
        changed.iter().filter_map(|id| self.person.cafe.record(*id)).for_each(|it| self.wrote.add(it));
        self.save(&changed, ledger);
        !changed.is_empty()
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

    /// What lies here of an import that nobody finished is taken in, or deleted. Says whether the store did it.
    pub fn settle(&mut self, which: u8, take_in: bool, now: u64, ledger: &mut Ledger) -> Option<Loaded> {
        let mut found = self.repository.unfinished(CAFE, now).ok()?;
        // A clock that jumped makes one look abandoned that the other tab is at: `tests/storage`.
        found.retain(|it| ledger.imports.get(&it.id).is_some_and(|it| matches!(it.fate, Fate::Gone | Fate::Unsure)));
        let it = *found.get(usize::from(which) % found.len().max(1))?;
        if !take_in {
            let dropped = self.repository.drop_unfinished(CAFE, it.id);
            ledger.set_fate(it.id, if dropped.is_ok() { Fate::Gone } else { Fate::Unsure });
            return None;
        }
        // What there is of it counts from now on, and all of that.
        let there = ledger::segments(&super::store::dump(self.repository.store().store()), it.id);
        ledger.imports.insert(it.id, Entry { records: Source::of(&there), fate: Fate::Unsure });
        match self.repository.take_in(CAFE, &it) {
            Ok(_) => {
                ledger.taken_in += 1;
                ledger.set_fate(it.id, Fate::Done);
                self.reload()
            }
            Err(_) => None,
        }
    }

    /// As `Session::draft` and `Session::keep_draft`: what a box had when it was first looked at is this tab's.
    pub fn keep_draft(&mut self, slot: &str, text: &str, ledger: &mut Ledger) {
        let key = keys::draft(CAFE, slot);
        if !self.drafts.contains_key(slot) {
            let lies_there = self.repository.store().store().get(&key).expect("a read").unwrap_or_default();
            let found = self.repository.draft(CAFE, slot);
            let owner = if found.is_ok() { self.owner } else { 0 };
            ledger.pass_on_draft(slot, owner, &lies_there);
            self.drafts.insert(slot.to_owned(), found.ok().flatten().unwrap_or_default());
        }
        let mine = self.drafts[slot].clone();
        ledger.write_over_draft(slot, self.owner, &mine);
        let kept = self.repository.keep_own_draft(CAFE, slot, text, &mine);
        if kept.is_ok() {
            self.drafts.insert(slot.to_owned(), text.to_owned());
        }
        ledger.keep_draft(slot, self.owner, text, kept.is_ok());
    }
}
