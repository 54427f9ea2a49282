//! Devices, their stores and tabs, and people elsewhere: a sequence is played here and checked at every start.

use super::device::Device;
use super::ledger::{self, Fate, Ledger, Said};
use super::store::{self, Trouble};
use super::tab::{Person, Tab};
use super::tally::Tally;
use super::{Act, CAFE, HOUR, Jump, NOW, Step};
use crate::histories;
use nappe::core::domain::*;
use nappe::core::storage::{Loaded, MemoryStore, Repository, Store, keys};
use std::rc::Rc;
use std::sync::LazyLock;

/// The most devices: one, and two copies of its profile.
const DEVICES: usize = 3;

/// A bundle of more than one segment.
fn crowd() -> String {
    static CROWD: LazyLock<String> = LazyLock::new(|| {
        let mut person = Person::new(77, 77, histories::beginning());
        for number in 0..120 {
            person.act(Act::Write { example: false }, NOW, &format!("crowd{number}"), &mut Said::default());
        }
        histories::bytes(&person.cafe)
    });
    CROWD.clone()
}

/// All of it.
pub struct World {
    devices: Vec<Device>,
    elsewhere: Person,
    bag: Vec<String>,
    said: Said,
    next: u64,
    pub tally: Tally,
}

impl World {
    /// A device with two saved notes, and a bundle of somebody who has them too, changed one and wrote two more.
    fn begin() -> Self {
        let (mut said, mut ledger) = <(Said, Ledger)>::default();
        let mut own = Person::new(11, 11, histories::beginning());
        let write = Act::Write { example: false };
        own.act(write, NOW, "own1", &mut said);
        own.act(write, NOW, "own2", &mut said);
        let store = Rc::new(MemoryStore::new());
        for record in own.cafe.records() {
            ledger.tried.insert(record.id());
            ledger.saved.add(&Repository::new(&*store).save(CAFE, record).expect("a sound store"));
        }
        let mut elsewhere = Person::new(50, 50, own.cafe);
        elsewhere.act(Act::Rewrite { note: 0, stale: false }, NOW, "theirs1", &mut said);
        elsewhere.act(write, NOW, "theirs2", &mut said);
        elsewhere.act(write, NOW, "theirs3", &mut said);
        let bag = vec![histories::bytes(&elsewhere.cafe)];
        let devices = vec![Device::new(store, NOW, ledger)];
        Self { devices, elsewhere, bag, said, next: 100, tally: Tally::default() }
    }

    /// Plays a sequence. An error is a broken promise.
    pub fn play(steps: &[Step]) -> Result<Tally, String> {
        let mut world = Self::begin();
        for (number, step) in steps.iter().enumerate() {
            world.step(*step).map_err(|what| format!("at step {number}, {step:?}: {what}"))?;
        }
        world.end()?;
        Ok(world.tally)
    }

    fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    fn word(&mut self) -> String {
        let flavour = ["", " é\u{202f}!", "\nex. deux", " <b>&\"\\"][self.next as usize % 4];
        format!("word{:05}x{flavour}", self.fresh())
    }

    fn place(&self, tab: u8) -> (usize, usize) {
        (usize::from(tab / 2) % self.devices.len(), usize::from(tab % 2))
    }

    /// The device of a tab, and the tab, opened if it is not; none when the store does not let it be opened.
    fn open(&mut self, tab: u8) -> Result<Option<(&mut Device, usize, &mut Said)>, String> {
        let (device, tab) = self.place(tab);
        let writer = self.fresh();
        let Self { devices, said, tally, .. } = self;
        let device = &mut devices[device];
        if device.tabs[tab].is_none() {
            let way = device.ways[tab].clone();
            let unread = way.unread();
            // Whoever opens it wants it back.
            drop(Repository::new(way.clone()).put_back(CAFE));
            match Repository::new(way.clone()).load(CAFE) {
                Ok(loaded) => {
                    tally.starts += 1;
                    // A store that refuses is asked again at the next start.
                    drop(Repository::new(way.clone()).unfinished(CAFE, device.now));
                    device.ledger.check(&loaded, said)?;
                    let person = Person::new(11, writer, Cafe::new(CAFE));
                    device.tabs[tab] = Some(Tab::new(way.clone(), person, loaded, writer));
                }
                Err(_) if way.unread() > unread || way.is_dead() => tally.refused_starts += 1,
                Err(error) => return Err(format!("it could be read, and does not open: {error}")),
            }
        }
        Ok(device.tabs[tab].is_some().then_some((device, tab, said)))
    }

    /// Lets something happen in a tab. A tab that died in the middle is gone, and a new start finds what was promised.
    fn in_tab(
        &mut self,
        at: u8,
        act: impl FnOnce(&mut Tab, &mut Ledger, &mut Said, u64) -> Option<Loaded>,
    ) -> Result<(), String> {
        let mut found = None;
        if let Some((device, tab, said)) = self.open(at)? {
            let Device { tabs, ledger, now, .. } = device;
            found = tabs[tab].as_mut().and_then(|tab| act(tab, ledger, said, *now));
        }
        let (device, tab) = self.place(at);
        let device = &mut self.devices[device];
        if let Some(loaded) = found {
            device.ledger.check(&loaded, &self.said)?;
        }
        if device.ways[tab].take_death() {
            self.tally.deaths += 1;
            device.leave(tab);
            let unsure = device.ledger.imports.values().any(|it| it.fate == Fate::Unsure);
            self.tally.deaths_in_imports += usize::from(unsure);
            device.check(&self.said)?;
        }
        Ok(())
    }

    fn step(&mut self, step: Step) -> Result<(), String> {
        self.devices.iter_mut().for_each(|device| device.now += 700);
        match step {
            Step::Do(tab, act) => {
                let word = self.word();
                let mut is_done = false;
                self.in_tab(tab, |tab, ledger, said, now| {
                    is_done = tab.commit(act, now, &word, said, ledger);
                    None
                })?;
                self.tally.sorted += usize::from(is_done && matches!(act, Act::Harvest(_)));
            }
            Step::Draft(tab, slot, empty) => {
                let text = if empty { String::new() } else { self.word() };
                self.tally.drafts += 1;
                self.in_tab(tab, |tab, ledger, said, _| {
                    let note = if slot < 2 { None } else { tab.person.note(slot) };
                    if let Some(id) = note.filter(|_| !empty) {
                        said.words.entry(id).or_default().insert(text.clone());
                    }
                    tab.keep_draft(&note.map_or_else(|| format!("box{slot}"), |id| id.to_string()), &text, ledger);
                    None
                })?;
            }
            Step::Retry(tab) => self.in_tab(tab, |tab, ledger, _, _| {
                let ids = tab.unsaved.clone();
                tab.save(&ids, ledger);
                None
            })?,
            Step::Hear(tab, which) => self.hear(tab, which)?,
            Step::Export(tab) => {
                if let Some((device, tab, _)) = self.open(tab)?
                    && let Some(tab) = &device.tabs[tab]
                {
                    let bundle = histories::bytes(&tab.person.cafe);
                    self.bag.push(bundle);
                }
            }
            Step::Import(tab, which) | Step::Begin(tab, which) => {
                let Some(bundle) = self.nth_bundle(which) else { return Ok(()) };
                let whole = matches!(step, Step::Import(..));
                self.in_tab(tab, |tab, ledger, _, now| {
                    tab.begin(&bundle, now, ledger);
                    tab.go_on(whole, ledger);
                    None
                })?;
            }
            Step::Piece(tab) | Step::Finish(tab) => {
                let whole = matches!(step, Step::Finish(_));
                self.in_tab(tab, |tab, ledger, _, _| {
                    tab.go_on(whole, ledger);
                    None
                })?;
            }
            Step::SetImport(tab, which, undo) => {
                self.in_tab(tab, |tab, ledger, _, _| tab.set_import(which, undo, ledger))?;
            }
            Step::Settle(tab, which, take_in) => {
                self.in_tab(tab, |tab, ledger, _, now| tab.settle(which, take_in, now + HOUR, ledger))?;
            }
            Step::TakeOff(tab) => {
                let (device, tab) = self.place(tab);
                self.devices[device].leave(tab);
                self.devices[device].take_off(tab);
            }
            Step::Home(tab) => {
                let (device, tab) = self.place(tab);
                self.devices[device].leave(tab);
                self.tally.cleared += usize::from(self.devices[device].clear(tab)?);
            }
            Step::Elsewhere(act) => {
                let word = self.word();
                self.elsewhere.act(act, NOW + self.next, &word, &mut self.said);
            }
            Step::ElsewhereTakes(which) => {
                if let Some(bundle) = self.nth_bundle(which) {
                    let records = self.elsewhere.plan(&bundle);
                    self.elsewhere.take(records);
                }
            }
            Step::ElsewhereExports => self.bag.push(histories::bytes(&self.elsewhere.cafe)),
            Step::Crowd => self.bag.push(crowd()),
            Step::Restart(at) => {
                let (device, tab) = self.place(at);
                self.devices[device].leave(tab);
                self.devices[device].check(&self.said)?;
                self.in_tab(at, |_, _, _, _| None)?;
            }
            Step::Trouble(tab, trouble) => {
                let (device, tab) = self.place(tab);
                self.devices[device].ways[tab].set_trouble(trouble);
            }
            Step::Room(tab, room) => {
                let store = &self.devices[self.place(tab).0].store;
                store.capacity.set(room.map(|room| store.used() + usize::from(room)));
            }
            Step::Clock(tab, jump) => {
                let device = self.place(tab).0;
                let now = &mut self.devices[device].now;
                *now = match jump {
                    Jump::Hour => *now + HOUR,
                    Jump::Year => *now + 31_557_600_000,
                    Jump::HourBack => now.saturating_sub(HOUR),
                    Jump::To1970 => 1_000,
                    Jump::Right => NOW + self.next * 700,
                };
            }
            Step::Damage(tab, key, how) => {
                let device = self.place(tab).0;
                self.tally.damaged += usize::from(self.devices[device].damage(key, how));
            }
            Step::Kill(tab, back) => {
                let device = self.place(tab).0;
                self.tally.forgotten += self.devices[device].kill(back.into());
                self.devices[device].check(&self.said)?;
            }
            Step::Clone(tab) => {
                if self.devices.len() < DEVICES {
                    let of = &self.devices[self.place(tab).0];
                    let mut ledger = of.ledger.clone();
                    let running = ledger.imports.values_mut().filter(|it| it.fate == Fate::Running);
                    running.for_each(|it| it.fate = Fate::Unsure);
                    let taken_off = of.taken_off.clone();
                    let copy = Device::new(store::copy(&of.store), of.now, ledger);
                    self.devices.push(Device { taken_off, ..copy });
                    self.tally.clones += 1;
                }
            }
        }
        Ok(())
    }

    fn nth_bundle(&self, which: u8) -> Option<String> {
        self.bag.get(usize::from(which) % self.bag.len().max(1)).cloned()
    }

    /// As `Session::another_tab_wrote`.
    fn hear(&mut self, at: u8, which: u8) -> Result<(), String> {
        let keys = self.devices[self.place(at).0].store.keys().expect("keys");
        let key = keys.get(usize::from(which) % keys.len().max(1)).and_then(|key| keys::parse(key));
        self.in_tab(at, |tab, _, _, _| match key {
            Some(keys::Key::Record(_, id)) => {
                let record = tab.repository.read(CAFE, id).ok().flatten();
                tab.person.take(record.into_iter().collect());
                None
            }
            Some(keys::Key::Import(..)) => tab.reload(),
            _ => None,
        })
    }

    /// The faults end. What was in memory is stored, everything promised is there, and the devices agree.
    fn end(&mut self) -> Result<(), String> {
        let mut all = Cafe::new(CAFE);
        for device in &mut self.devices {
            device.check(&self.said).map_err(|what| format!("at the end: {what}"))?;
            device.store.capacity.set(None);
            for way in &device.ways {
                way.set_trouble(Trouble::default());
            }
            let Device { tabs, ledger, .. } = device;
            for tab in tabs.iter_mut().flatten() {
                self.tally.unsaved += tab.unsaved.len();
                tab.go_on(true, ledger);
                tab.save(&tab.unsaved.clone(), ledger);
                if !tab.unsaved.is_empty() {
                    return Err("a sound store does not take what was in memory".into());
                }
                let (loaded, _) = ledger::start(&device.store, device.now)?;
                let wrote = tab.wrote.stands_in(&loaded.cafe, &self.said);
                wrote.map_err(|what| format!("written in a tab: {what}"))?;
            }
            device.check(&self.said).map_err(|what| format!("after the end: {what}"))?;
            let load = || Repository::new(&*device.store).load(CAFE).map_err(|error| error.to_string());
            let (first, second) = (load()?, load()?);
            if first.cafe != second.cafe {
                return Err("two starts find two cafés".into());
            }
            all.join(second.cafe);
            let fates = device.ledger.imports.values().map(|it| it.fate);
            for fate in fates {
                self.tally.imports += usize::from(fate == Fate::Done);
                self.tally.undone += usize::from(fate == Fate::Undone);
                self.tally.broken_imports += usize::from(fate == Fate::Gone);
            }
            self.tally.tried += device.ledger.tried.len();
            self.tally.taken_in += device.ledger.taken_in;
        }
        self.tally.erased += self.said.erased.len();
        for device in &self.devices {
            device
                .ledger
                .saved
                .stands_in(&all, &self.said)
                .map_err(|what| format!("of all devices together: {what}"))?;
        }
        Ok(())
    }
}
