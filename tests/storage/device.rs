//! A device of these tests: stores, a tab, an import as the app does it.

use nappe::core::domain::*;
use nappe::core::import::Plan;
use nappe::core::storage::{
    Import, ImportState, Importing, MemoryStore, Repository, SEGMENT_RECORDS, Store, StoreError,
};
use std::cell::RefCell;
use std::collections::BTreeMap;

pub const NOW: u64 = 1_795_000_000_000;
pub const CAFE: Id = Id::from_bits(0xCAFE << 80);
pub const ME: DeviceId = DeviceId::from_bits(11);
pub const SECRET: &str = "secret-words";

pub type Map = BTreeMap<String, String>;

pub fn dump(store: &impl Store) -> Map {
    store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
}

pub fn store_of(map: &Map) -> MemoryStore {
    let store = MemoryStore::new();
    map.iter().for_each(|(key, text)| store.set(key, text).unwrap());
    store
}

/// A store that keeps a copy of itself as it was before and after every change.
#[derive(Default)]
pub struct Filmed {
    pub inner: MemoryStore,
    pub film: RefCell<Vec<Map>>,
}

impl Filmed {
    pub fn of(map: &Map) -> Self {
        Self { inner: store_of(map), film: RefCell::new(vec![map.clone()]) }
    }
    fn shoot(&self) {
        self.film.borrow_mut().push(dump(&self.inner));
    }
}

impl Store for Filmed {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.inner.set(key, text)?;
        self.shoot();
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)?;
        self.shoot();
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
}

/// A tab: a café in memory, and its clock.
pub struct Tab {
    pub cafe: Cafe,
    pub clock: Clock,
    pub ids: IdMaker,
}

impl Tab {
    pub fn new(writer: u64) -> Self {
        let mut clock = Clock::new(WriterId::from_bits(writer));
        let cafe = Cafe::create(CAFE, "Café", Form::default(), clock.next(NOW, None));
        Self { cafe, clock, ids: IdMaker::default() }
    }
    pub fn open(store: &impl Store, writer: u64) -> Self {
        let loaded = Repository::new(store).load(CAFE).unwrap();
        Self { cafe: loaded.cafe, clock: Clock::new(WriterId::from_bits(writer)), ids: IdMaker::default() }
    }
    pub fn write(&mut self, text: &str) -> Id {
        let id = self.ids.next(NOW, u128::from(self.clock.next(NOW, None).writer().bits()) << 64);
        let (name, text) = ("".into(), text.into());
        let write =
            Command::Write { id, author: ME, question: CAFE, table: CAFE, round: CAFE, text, name, example_of: None };
        self.cafe.apply(write, NOW, &mut self.clock).unwrap();
        id
    }
    pub fn rewrite(&mut self, id: Id, text: &str) {
        let seen = self.cafe.contribution(id).unwrap().text.seen();
        self.cafe.apply(Command::Rewrite { id, seen, text: text.into() }, NOW, &mut self.clock).unwrap();
    }
    pub fn erase(&mut self, id: Id) {
        self.cafe.apply(Command::Erase { id, by: ME }, NOW, &mut self.clock).unwrap();
    }
    pub fn save(&self, store: &impl Store, id: Id) -> Result<Record, StoreError> {
        Repository::new(store).save(CAFE, self.cafe.record(id).unwrap())
    }
    pub fn save_all(&self, store: &impl Store) {
        self.cafe.records().for_each(|it| drop(Repository::new(store).save(CAFE, it).unwrap()));
    }
}

pub fn manifest(id: u128) -> Import {
    let id = Id::from_bits(u128::from(NOW) << 80 | id);
    Import { id, state: ImportState::Done, at: NOW, files: vec!["a.json".into()], new: 0, changed: 0, segments: 0 }
}

/// An import as the app does it. A failure is followed by `abort`.
pub fn import(store: &impl Store, number: u128, incoming: &Cafe) -> Result<Import, StoreError> {
    let repository = Repository::new(store);
    let local = repository.load(CAFE)?.cafe;
    let mut plan = Plan::default();
    plan.add(&local, incoming.records().cloned().collect());
    let mut importing = Importing::new(CAFE, manifest(number), plan.into_records());
    let done = (|| {
        while importing.step(store)? {}
        importing.commit(store)
    })();
    match done {
        Ok((import, records)) => repository.settle_erasures(CAFE, &records).map(|()| import),
        Err(error) => {
            importing.abort(store).ok();
            Err(error)
        }
    }
}

pub fn load(store: &impl Store) -> Cafe {
    let loaded = Repository::new(store).load(CAFE).unwrap();
    assert_eq!(loaded.damaged, []);
    loaded.cafe
}

pub fn words(store: &impl Store, id: Id) -> String {
    load(store).contribution(id).map(|it| it.words().to_owned()).unwrap_or_default()
}

pub fn holds(map: &Map, text: &str) -> bool {
    map.iter().any(|(key, value)| key.contains(text) || value.contains(text))
}

/// A device with two notes, and a bundle that changes one, erases the other, and brings many.
pub fn before_an_import() -> (Map, Cafe, [Id; 2]) {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let (kept, gone) = (tab.write("mine"), tab.write(SECRET));
    tab.save_all(&store);
    let mut other = Tab { cafe: tab.cafe.clone(), clock: Clock::new(WriterId::from_bits(2)), ids: IdMaker::default() };
    other.rewrite(kept, "theirs");
    other.erase(gone);
    for number in 0..5 * SEGMENT_RECORDS / 2 {
        other.write(&format!("note {number}"));
    }
    (dump(&store), other.cafe, [kept, gone])
}
