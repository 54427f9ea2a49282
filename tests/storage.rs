//! What lies in a store, through faults of every sort: full, blocked, forgetful, failing in the middle, left in the
//! middle, damaged, written by a newer app, shared with another tab. Nothing that someone wrote is lost, and nothing that
//! its author erased stays.

use nappe::core::bundle::{self, DecodeError};
use nappe::core::domain::*;
use nappe::core::merge::{Join, Plan};
use nappe::core::storage::{
    Import, ImportState, Importing, MemoryStore, Repository, SEGMENT_RECORDS, Store, StoreError, keys,
};
use std::cell::RefCell;
use std::collections::BTreeMap;

const NOW: u64 = 1_795_000_000_000;
const CAFE: Id = Id::from_bits(0xCAFE << 80);
const ME: DeviceId = DeviceId::from_bits(11);
const SECRET: &str = "secret-words";

type Map = BTreeMap<String, String>;

fn dump(store: &impl Store) -> Map {
    store.keys().unwrap().into_iter().map(|key| (key.clone(), store.get(&key).unwrap().unwrap())).collect()
}

fn store_of(map: &Map) -> MemoryStore {
    let store = MemoryStore::new();
    map.iter().for_each(|(key, text)| store.set(key, text).unwrap());
    store
}

/// A store that keeps a copy of itself as it was before and after every change.
#[derive(Default)]
struct Filmed {
    inner: MemoryStore,
    film: RefCell<Vec<Map>>,
}

impl Filmed {
    fn of(map: &Map) -> Self {
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
struct Tab {
    cafe: Cafe,
    clock: Clock,
    ids: IdMaker,
}

impl Tab {
    fn new(writer: u64) -> Self {
        let mut clock = Clock::new(WriterId::from_bits(writer));
        let cafe = Cafe::create(CAFE, "Café", Form::default(), clock.next(NOW, None));
        Self { cafe, clock, ids: IdMaker::default() }
    }
    fn open(store: &impl Store, writer: u64) -> Self {
        let loaded = Repository::new(store).load(CAFE).unwrap();
        Self { cafe: loaded.cafe, clock: Clock::new(WriterId::from_bits(writer)), ids: IdMaker::default() }
    }
    fn write(&mut self, text: &str) -> Id {
        let id = self.ids.next(NOW, u128::from(self.clock.next(NOW, None).writer().bits()) << 64);
        let (name, text) = ("".into(), text.into());
        let write =
            Command::Write { id, author: ME, question: CAFE, table: CAFE, round: CAFE, text, name, example_of: None };
        self.cafe.apply(write, NOW, &mut self.clock).unwrap();
        id
    }
    fn rewrite(&mut self, id: Id, text: &str) {
        let seen = self.cafe.contribution(id).unwrap().text.seen();
        self.cafe.apply(Command::Rewrite { id, seen, text: text.into() }, NOW, &mut self.clock).unwrap();
    }
    fn erase(&mut self, id: Id) {
        self.cafe.apply(Command::Erase { id, by: ME }, NOW, &mut self.clock).unwrap();
    }
    fn save(&self, store: &impl Store, id: Id) -> Result<Record, StoreError> {
        Repository::new(store).save(CAFE, self.cafe.record(id).unwrap())
    }
    fn save_all(&self, store: &impl Store) {
        self.cafe.records().for_each(|it| drop(Repository::new(store).save(CAFE, it).unwrap()));
    }
}

fn manifest(id: u128) -> Import {
    let id = Id::from_bits(u128::from(NOW) << 80 | id);
    Import { id, state: ImportState::Done, at: NOW, files: vec!["a.json".into()], new: 0, changed: 0, segments: 0 }
}

/// An import as the app does it. A failure is followed by `abort`.
fn import(store: &impl Store, number: u128, incoming: &Cafe) -> Result<Import, StoreError> {
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

fn load(store: &impl Store) -> Cafe {
    let loaded = Repository::new(store).load(CAFE).unwrap();
    assert_eq!(loaded.damaged, []);
    loaded.cafe
}

fn words(store: &impl Store, id: Id) -> String {
    load(store).contribution(id).map(|it| it.words().to_owned()).unwrap_or_default()
}

fn holds(map: &Map, text: &str) -> bool {
    map.iter().any(|(key, value)| key.contains(text) || value.contains(text))
}

#[test]
fn a_note_added_to_ten_thousand_is_one_write_of_that_note() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    for number in 0..10_000 {
        tab.write(&format!("note {number}"));
    }
    tab.save_all(&store);
    let note = tab.write("one more");
    store.reset_counters();
    tab.save(&store, note).unwrap();
    let own = keys::record(CAFE, note).len() + bundle::encode_record(tab.cafe.record(note).unwrap()).len() + 2;
    assert_eq!((store.writes.get(), store.written.get()), (1, own));
    assert_eq!(store.reads.get(), 2, "what lies there, and what was written");
    tab.rewrite(note, "one more, edited");
    store.reset_counters();
    tab.save(&store, note).unwrap();
    assert_eq!(store.writes.get(), 1);
    assert!(store.written.get() < 600);
    assert_eq!(load(&store), tab.cafe);
}

#[test]
fn saved_is_said_only_after_the_write_was_read_back() {
    let store = MemoryStore::new();
    store.forgets.set(true);
    let mut tab = Tab::new(1);
    let note = tab.write("forgotten");
    let repository = Repository::new(&store);
    assert_eq!(tab.save(&store, note), Err(StoreError::NotKept));
    assert_eq!(repository.keep_draft(CAFE, "box", "half a sen"), Err(StoreError::NotKept));
    assert_eq!(repository.keep_setting("language", "fr"), Err(StoreError::NotKept));
    assert_eq!(repository.device(5), Err(StoreError::NotKept));
    assert!(import(&store, 1, &tab.cafe).is_err());
}

#[test]
fn a_full_store_keeps_what_it_has_and_says_so() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("short");
    tab.save_all(&store);
    store.capacity.set(Some(store.used() + 10));
    let before = dump(&store);
    tab.rewrite(note, &"long ".repeat(100));
    assert_eq!(tab.save(&store, note), Err(StoreError::Full));
    let other = tab.write("another");
    assert_eq!(tab.save(&store, other), Err(StoreError::Full));
    assert_eq!(dump(&store), before);
    assert_eq!(words(&store, note), "short");
    let mut rest = Tab::new(2);
    for number in 0..300 {
        rest.write(&format!("note {number}"));
    }
    assert_eq!(import(&store, 1, &rest.cafe), Err(StoreError::Full));
    assert_eq!(dump(&store), before, "a broken import leaves nothing behind");
    tab.erase(note);
    assert!(tab.save(&store, note).is_ok(), "an erasure fits where the words were");
}

#[test]
fn a_blocked_store_is_an_answer_not_a_panic() {
    let store = MemoryStore::new();
    store.blocked.set(true);
    let mut tab = Tab::new(1);
    let note = tab.write("x");
    let repository = Repository::new(&store);
    assert_eq!(tab.save(&store, note), Err(StoreError::Blocked));
    assert_eq!(repository.cafes(), Err(StoreError::Blocked));
    assert_eq!(repository.load(CAFE).err(), Some(StoreError::Blocked));
    assert_eq!(repository.draft(CAFE, "box"), Err(StoreError::Blocked));
    assert_eq!(import(&store, 1, &tab.cafe), Err(StoreError::Blocked));
}

/// A device with two notes, and a bundle that changes one, erases the other, and brings many.
fn before_an_import() -> (Map, Cafe, [Id; 2]) {
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

#[test]
fn an_import_that_fails_at_any_write_is_all_or_nothing() {
    let (start, incoming, _) = before_an_import();
    let before = load(&store_of(&start));
    let whole = store_of(&start);
    import(&whole, 1, &incoming).unwrap();
    let after = load(&whole);
    let mut outcomes = [0, 0];
    for fails_at in 0..whole.writes.get() {
        let store = store_of(&start);
        store.writes_left.set(Some(fails_at));
        let done = import(&store, 1, &incoming);
        let found = Repository::new(&store).load(CAFE).unwrap();
        store.writes_left.set(None);
        assert_eq!(found.damaged, []);
        assert!(found.cafe == before || found.cafe == after, "half an import at write {fails_at}");
        outcomes[usize::from(found.cafe == after)] += 1;
        if found.cafe == before {
            assert_eq!(done, Err(StoreError::Full));
            assert_eq!(dump(&store), start, "nothing is left behind");
            import(&store, 2, &incoming).unwrap();
            assert_eq!(load(&store), after, "and it can be done again");
        }
    }
    assert!(outcomes[0] >= 4, "three segments and the manifest: {outcomes:?}");
}

#[test]
fn a_tab_killed_between_any_two_writes_reopens_with_everything_that_was_acknowledged() {
    let (start, incoming, [kept, gone]) = before_an_import();
    let before = load(&store_of(&start));
    let film = Filmed::of(&start);
    import(&film, 1, &incoming).unwrap();
    let after = load(&film.inner);
    for (number, frame) in film.film.borrow().iter().enumerate() {
        let store = store_of(frame);
        let cafe = load(&store);
        assert!(cafe == before || cafe == after, "after write {number}");
        if cafe == after {
            assert!(!holds(&dump(&store), SECRET), "after write {number} and a start the erased words are still here");
        }
    }
    // Live edits and an erasure, each acknowledged before the next one begins.
    let film = Filmed::of(&start);
    let mut tab = Tab::open(&film, 3);
    let mut acknowledged = vec![(0, before)];
    let repository = Repository::new(&film);
    repository.keep_draft(CAFE, &gone.to_string(), SECRET).unwrap();
    tab.rewrite(kept, "edited");
    tab.save(&film, kept).unwrap();
    acknowledged.push((film.film.borrow().len(), tab.cafe.clone()));
    let new = tab.write("new");
    tab.save(&film, new).unwrap();
    acknowledged.push((film.film.borrow().len(), tab.cafe.clone()));
    tab.erase(gone);
    tab.save(&film, gone).unwrap();
    acknowledged.push((film.film.borrow().len(), tab.cafe.clone()));
    for (number, frame) in film.film.borrow().iter().enumerate() {
        let store = store_of(frame);
        let cafe = load(&store);
        for (_, state) in acknowledged.iter().filter(|(at, _)| *at <= number + 1) {
            let mut more = cafe.clone();
            assert!(more.join(state.clone()).is_empty(), "frame {number} lacks something acknowledged");
        }
        if matches!(cafe.record(gone), Some(Record::Erased(_))) {
            assert!(!holds(&dump(&store), SECRET), "frame {number}: the start finishes the erasure");
        }
    }
}

#[test]
fn a_damaged_record_is_reported_left_alone_and_moved_aside_before_it_is_written_over() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let (note, other) = (tab.write("whole"), tab.write("other"));
    tab.save_all(&store);
    let key = keys::record(CAFE, note);
    for (damage, number) in
        [("1\n{\"kind\":\"contribution\",\"id\"", 1), ("garbage é", 2), ("", 3), ("1", 4), ("99\n{}", 5)]
    {
        store.set(&key, damage).unwrap();
        let loaded = Repository::new(&store).load(CAFE).unwrap();
        assert_eq!(loaded.damaged.len(), 1, "{damage}");
        assert_eq!((&loaded.damaged[0].key, &*loaded.damaged[0].text), (&key, damage));
        assert!(loaded.cafe.contribution(other).is_some(), "the others are read");
        assert_eq!(store.get(&key).unwrap().as_deref(), Some(damage), "it stays where it is");
        tab.save(&store, note).unwrap();
        assert_eq!(words(&store, note), "whole");
        let asides: Vec<String> =
            dump(&store).into_iter().filter(|(key, _)| keys::is_aside(key)).map(|(_, text)| text).collect();
        assert_eq!(asides.len(), number, "what was moved aside earlier stays: {asides:?}");
        assert!(asides.iter().any(|it| it == damage));
        let rescue = Repository::new(&store).rescue(&loaded.damaged).unwrap();
        let rescued: Map = serde_json::from_str(&rescue).unwrap();
        assert!(rescued.values().any(|it| it == damage), "it can be downloaded");
    }
    tab.erase(note);
    tab.save(&store, note).unwrap();
    assert!(!dump(&store).keys().any(|key| keys::is_aside(key)), "erasing reaches what was put aside");
}

#[test]
fn what_cannot_be_moved_aside_is_not_written_over() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("new");
    store.set(&keys::record(CAFE, note), "old and unreadable").unwrap();
    store.writes_left.set(Some(0));
    assert_eq!(tab.save(&store, note), Err(StoreError::Full));
    assert_eq!(store.get(&keys::record(CAFE, note)).unwrap().as_deref(), Some("old and unreadable"));
}

#[test]
fn a_record_of_a_newer_app_is_kept_untouched() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("x");
    tab.save_all(&store);
    let key = keys::record(CAFE, note);
    let newer = "2\n{\"kind\":\"contribution\",\"everything\":\"else\"}";
    store.set(&key, newer).unwrap();
    let loaded = Repository::new(&store).load(CAFE).unwrap();
    assert_eq!(loaded.damaged[0].why, DecodeError::NewerVersion { version: 2 });
    assert_eq!(store.get(&key).unwrap().as_deref(), Some(newer));
}

#[test]
fn one_damaged_line_of_a_segment_costs_only_itself() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let done = import(&store, 1, &incoming).unwrap();
    let key = keys::segment(CAFE, done.id, 1);
    let text = store.get(&key).unwrap().unwrap();
    store.set(&key, &text.replacen("\"author\"", "\"auth", 1)).unwrap();
    let loaded = Repository::new(&store).load(CAFE).unwrap();
    assert_eq!(loaded.damaged.len(), 1);
    assert_eq!(loaded.cafe.contributions().count(), incoming.contributions().count() - 1);
    store.remove(&key).unwrap();
    let loaded = Repository::new(&store).load(CAFE).unwrap();
    assert_eq!(
        (&loaded.damaged[0].key, &loaded.damaged[0].why),
        (&key, &DecodeError::Empty),
        "a missing one is reported"
    );
}

#[test]
fn a_damaged_manifest_costs_no_words() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let done = import(&store, 1, &incoming).unwrap();
    store.set(&keys::import(CAFE, done.id), "{\"state\":").unwrap();
    let loaded = Repository::new(&store).load(CAFE).unwrap();
    assert_eq!(loaded.damaged.len(), 1);
    assert_eq!(loaded.cafe, incoming);
}

#[test]
fn a_damaged_manifest_is_moved_aside_before_an_undo_writes_over_it() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let repository = Repository::new(&store);
    // A tab that has the import in its list.
    let done = import(&store, 1, &incoming).unwrap();
    let key = keys::import(CAFE, done.id);
    store.set(&key, "{\"state\":").unwrap();
    store.writes_left.set(Some(0));
    assert_eq!(repository.set_import(CAFE, &done, ImportState::Done), Err(StoreError::Full));
    assert_eq!(store.get(&key).unwrap().as_deref(), Some("{\"state\":"));
    store.writes_left.set(None);
    repository.set_import(CAFE, &done, ImportState::Undone).unwrap();
    assert_eq!(store.get(&keys::aside(&key)).unwrap().as_deref(), Some("{\"state\":"));
    assert_eq!(repository.load(CAFE).unwrap().imports[0].state, ImportState::Undone);
}

#[test]
fn an_import_can_be_undone_and_redone() {
    let (start, incoming, [kept, gone]) = before_an_import();
    let store = store_of(&start);
    let repository = Repository::new(&store);
    let before = load(&store);
    let done = import(&store, 1, &incoming).unwrap();
    let after = load(&store);
    assert_eq!(words(&store, kept), "theirs");
    let undone = repository.set_import(CAFE, &done, ImportState::Undone).unwrap();
    let back = load(&store);
    assert_eq!(words(&store, kept), "mine");
    assert_eq!(back.records().len(), before.records().len());
    assert!(matches!(back.record(gone), Some(Record::Erased(_))), "an erasure is not undone");
    assert!(!holds(&dump(&store), SECRET), "and the words are nowhere");
    assert_eq!(repository.load(CAFE).unwrap().cafe, back, "an undone import is not abandoned");
    repository.set_import(CAFE, &undone, ImportState::Done).unwrap();
    assert_eq!(load(&store), after);
}

#[test]
fn an_edit_after_an_import_survives_its_undoing() {
    let (start, incoming, [kept, _]) = before_an_import();
    let store = store_of(&start);
    let done = import(&store, 1, &incoming).unwrap();
    let mut tab = Tab::open(&store, 7);
    let arrived = tab.cafe.contributions().find(|it| it.words() == "note 7").unwrap().id;
    tab.rewrite(arrived, "edited here");
    tab.rewrite(kept, "over theirs");
    tab.save(&store, arrived).unwrap();
    tab.save(&store, kept).unwrap();
    Repository::new(&store).set_import(CAFE, &done, ImportState::Undone).unwrap();
    assert_eq!(words(&store, arrived), "edited here");
    assert_eq!(words(&store, kept), "over theirs");
}

#[test]
fn words_erased_while_an_import_is_undone_do_not_come_back_with_it() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("first words");
    tab.save_all(&store);
    let mut other = Tab { cafe: tab.cafe.clone(), clock: Clock::new(WriterId::from_bits(2)), ids: IdMaker::default() };
    other.rewrite(note, SECRET);
    let done = import(&store, 1, &other.cafe).unwrap();
    let undone = Repository::new(&store).set_import(CAFE, &done, ImportState::Undone).unwrap();
    assert!(holds(&dump(&store), SECRET), "it can be redone");
    let film = Filmed::of(&dump(&store));
    let mut tab = Tab::open(&film, 3);
    tab.erase(note);
    tab.save(&film, note).unwrap();
    assert!(!holds(&dump(&film), SECRET));
    Repository::new(&film).set_import(CAFE, &undone, ImportState::Done).unwrap();
    assert!(!holds(&dump(&film), SECRET));
    assert!(matches!(load(&film).record(note), Some(Record::Erased(_))));
    for (number, frame) in film.film.borrow().iter().enumerate() {
        let store = store_of(frame);
        let erased = matches!(load(&store).record(note), Some(Record::Erased(_)));
        assert!(!erased || !holds(&dump(&store), SECRET), "frame {number}: a killed tab leaves no words");
    }
}

#[test]
fn an_erasure_that_an_import_brings_reaches_a_record_that_cannot_be_read() {
    let (start, incoming, [_, gone]) = before_an_import();
    let store = store_of(&start);
    let key = keys::record(CAFE, gone);
    let text = store.get(&key).unwrap().unwrap();
    store.set(&key, &text[..text.len() - 1]).unwrap();
    // The tab is killed right after the import counts.
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    while importing.step(&store).unwrap() {}
    importing.commit(&store).unwrap();
    assert!(holds(&dump(&store), SECRET));
    Repository::new(&store).load(CAFE).unwrap();
    assert!(!holds(&dump(&store), SECRET), "the next start finishes it");
    assert_eq!(load(&store), incoming);
}

#[test]
fn an_erasure_that_an_import_brings_reaches_a_line_of_another_that_cannot_be_read() {
    let store = MemoryStore::new();
    Tab::new(1).save_all(&store);
    let mut other = Tab::open(&store, 2);
    let note = other.write(SECRET);
    let first = import(&store, 1, &other.cafe).unwrap();
    let key = keys::segment(CAFE, first.id, 0);
    let text = store.get(&key).unwrap().unwrap();
    store.set(&key, &text[..text.len() - 1]).unwrap();
    other.erase(note);
    // The tab is killed right after the import counts.
    let mut importing = Importing::new(CAFE, manifest(2), other.cafe.records().cloned().collect());
    importing.step(&store).unwrap();
    importing.commit(&store).unwrap();
    assert!(holds(&dump(&store), SECRET));
    Repository::new(&store).load(CAFE).unwrap();
    assert!(!holds(&dump(&store), SECRET), "the next start finishes it");
    assert_eq!(load(&store), other.cafe);
}

#[test]
fn scrubbing_takes_the_words_of_the_erased_and_of_nobody_else() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let (gone, other) = (tab.write(SECRET), tab.write("stays"));
    // A newer app's fields mention the erased id, and look like an erasure.
    let mut mention = tab.cafe.record(other).unwrap().clone();
    let object = |fields: [(&str, String); 2]| {
        Json::Object(fields.into_iter().map(|(name, it)| (name.into(), Json::String(it.into()))).collect())
    };
    let looks = object([("kind", "erased".into()), ("id", gone.to_string())]);
    if let Record::Contribution(note) = &mut mention {
        note.extra.insert("about".into(), looks.clone());
    }
    tab.cafe.join_record(mention);
    let mut own = tab.cafe.record(gone).unwrap().clone();
    if let Record::Contribution(note) = &mut own {
        note.extra.insert("about".into(), looks);
    }
    tab.cafe.join_record(own);
    import(&store, 1, &tab.cafe).unwrap();
    let mut tab = Tab::open(&store, 5);
    tab.erase(gone);
    tab.save(&store, gone).unwrap();
    assert!(!holds(&dump(&store), SECRET));
    assert_eq!(words(&store, other), "stays");
    assert_eq!(load(&store), tab.cafe);
}

#[test]
fn an_erasure_that_an_import_brings_is_never_made_earlier_by_undoing() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write(SECRET);
    tab.save_all(&store);
    let (mut early, mut late) = (tab.cafe.clone(), tab.cafe.clone());
    early.apply(Command::Erase { id: note, by: ME }, NOW + 5, &mut tab.clock).unwrap();
    late.apply(Command::Erase { id: note, by: ME }, NOW + 9, &mut tab.clock).unwrap();
    let first = import(&store, 1, &early).unwrap();
    let second = import(&store, 2, &late).unwrap();
    for import in [second, first] {
        Repository::new(&store).set_import(CAFE, &import, ImportState::Undone).unwrap();
    }
    assert_eq!(load(&store).record(note), late.record(note));
}

#[test]
fn segments_without_a_manifest_do_not_count_and_go_after_an_hour() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let before = load(&store);
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    importing.step(&store).unwrap();
    assert_eq!(load(&store), before);
    let repository = Repository::new(&store);
    repository.sweep(NOW).unwrap();
    assert!(dump(&store).len() > start.len(), "another tab may be at it");
    repository.sweep(NOW + 3_600_001).unwrap();
    assert_eq!(dump(&store), start);
}

#[test]
fn a_clock_that_jumps_takes_no_segment_from_an_import_in_another_tab() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    while importing.step(&store).unwrap() {}
    Repository::new(&store).sweep(5).unwrap();
    importing.commit(&store).unwrap();
    assert_eq!(load(&store), incoming);
}

#[test]
fn two_tabs_that_write_the_same_record_both_keep_their_words() {
    let store = MemoryStore::new();
    let mut one = Tab::new(1);
    let note = one.write("first");
    one.save_all(&store);
    let mut two = Tab::open(&store, 2);
    one.rewrite(note, "by one");
    two.rewrite(note, "by two");
    one.save(&store, note).unwrap();
    let stored = two.save(&store, note).unwrap();
    let mut both = one.cafe.record(note).unwrap().clone();
    both.join(two.cafe.record(note).unwrap());
    assert_eq!(stored, both);
    let cafe = load(&store);
    let texts: Vec<&str> = cafe.contribution(note).unwrap().text.texts().iter().map(|it| &*it.is).collect();
    assert_eq!(texts, ["by one", "by two"]);
    one.erase(note);
    one.save(&store, note).unwrap();
    two.rewrite(note, SECRET);
    let stored = two.save(&store, note).unwrap();
    assert!(matches!(stored, Record::Erased(_)), "the other tab's erasure stands");
    assert!(!holds(&dump(&store), SECRET));
}

#[test]
fn two_tabs_with_words_in_the_same_box_both_keep_them() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let keep = |text: &str, mine: &str| repository.keep_own_draft(CAFE, "box", text, mine).unwrap();
    let lies_there = || repository.draft(CAFE, "box").unwrap();
    keep("A long thought", "");
    // Another tab, which found an empty box, writes something short and adds it.
    keep("Yes", "");
    assert_eq!(lies_there().as_deref(), Some("Yes"));
    keep("", "Yes");
    assert_eq!(lies_there().as_deref(), Some("A long thought"));
    // The first one goes on, and adds its own.
    keep("A long thought, ended", "A long thought");
    keep("", "A long thought, ended");
    assert_eq!(lies_there(), None);
    assert_eq!(dump(&store), Map::new());
    // One adds while the other one's words lie there.
    keep("First", "");
    keep("Second", "");
    keep("", "First");
    assert_eq!(lies_there().as_deref(), Some("Second"));
}

#[test]
fn a_draft_of_another_tab_goes_with_the_words_that_were_erased() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("To be erased");
    tab.save_all(&store);
    let repository = Repository::new(&store);
    for (text, mine) in [("To be erased, one", ""), ("To be erased, two", "")] {
        repository.keep_own_draft(CAFE, &note.to_string(), text, mine).unwrap();
    }
    tab.erase(note);
    tab.save(&store, note).unwrap();
    assert!(!holds(&dump(&store), "To be erased"));
}

#[test]
fn what_an_older_app_put_aside_is_read_by_one_that_can() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("Written by a newer app");
    tab.save_all(&store);
    let key = keys::record(CAFE, note);
    let text = store.get(&key).unwrap().unwrap();
    // Under its own key lies by now what somebody else has of it.
    store.remove(&key).unwrap();
    store.set(&keys::aside(&key), &text).unwrap();
    assert_eq!(words(&store, note), "Written by a newer app");
    tab.erase(note);
    tab.save(&store, note).unwrap();
    assert!(!holds(&dump(&store), "Written by a newer app"));
}

#[test]
fn unknown_fields_of_bundles_are_kept_and_damage_to_them_is_no_secret() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    Tab::new(1).save_all(&store);
    for name in ["later", "kind", "id"] {
        let mut extra = Extra::NONE;
        extra.insert(name.into(), Json::String(name.into()));
        repository.keep_extra(CAFE, &extra).unwrap();
    }
    assert_eq!(load(&store).extra.iter().count(), 3);
    let key = keys::of_cafe(CAFE, "extra");
    store.set(&key, "1\n{\"kind\"").unwrap();
    assert_eq!(repository.load(CAFE).unwrap().damaged[0].key, key);
    let mut extra = Extra::NONE;
    extra.insert("more".into(), Json::Null);
    repository.keep_extra(CAFE, &extra).unwrap();
    assert_eq!(store.get(&keys::aside(&key)).unwrap().as_deref(), Some("1\n{\"kind\""));
    assert_eq!(load(&store).extra.iter().count(), 1);
    let mut many = Extra::NONE;
    (0..300).for_each(|number| many.insert(format!("n{number}").into(), Json::Null));
    assert!(repository.keep_extra(CAFE, &many).is_err(), "what could not be read again is not written");
    assert_eq!(load(&store).extra.iter().count(), 1);
}

#[test]
fn a_start_that_cannot_write_opens_the_cafe_all_the_same() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write(SECRET);
    tab.save_all(&store);
    import(&store, 1, &{
        let mut other = Tab::open(&store, 2);
        other.rewrite(note, SECRET);
        other.write("more");
        other.cafe
    })
    .unwrap();
    tab.erase(note);
    // Killed right after the erasure was written.
    let erasure = format!("1\n{}", bundle::encode_record(tab.cafe.record(note).unwrap()));
    store.set(&keys::record(CAFE, note), &erasure).unwrap();
    store.writes_left.set(Some(0));
    assert!(matches!(load(&store).record(note), Some(Record::Erased(_))));
    store.writes_left.set(None);
    load(&store);
    assert!(!holds(&dump(&store), SECRET), "the next start finishes it");
}

/// A store that takes nothing away.
struct Keeps(MemoryStore);

impl Store for Keeps {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Failed("not now".into()))
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

#[test]
fn a_start_that_cannot_take_away_a_broken_import_opens_the_cafe_all_the_same() {
    let (start, incoming, _) = before_an_import();
    let store = Keeps(store_of(&start));
    let before = load(&store);
    Importing::new(CAFE, manifest(1), incoming.records().cloned().collect()).step(&store).unwrap();
    assert!(Repository::new(&store).sweep(NOW + 3_600_001).is_err());
    assert_eq!(load(&store), before);
}

#[test]
fn keys_of_other_pages_and_other_cafes_are_left_alone() {
    let store = MemoryStore::new();
    for key in ["other", "nappe/", "nappe/cafe/", "nappe/cafe/x/record/y", "nappe/cafe/é", "nappes/cafe/x"] {
        store.set(key, "not ours").unwrap();
    }
    let strangers = dump(&store);
    let mut tab = Tab::new(1);
    let note = tab.write("x");
    tab.save_all(&store);
    tab.erase(note);
    tab.save(&store, note).unwrap();
    load(&store);
    assert_eq!(Repository::new(&store).cafes().unwrap(), [CAFE]);
    assert!(strangers.iter().all(|(key, text)| store.get(key).unwrap().as_ref() == Some(text)));
}

#[test]
fn the_device_keeps_its_id_and_an_unreadable_one_is_put_aside() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let device = repository.device(5).unwrap();
    assert_eq!(repository.device(6).unwrap(), device);
    store.set(keys::DEVICE, "garbage").unwrap();
    assert_eq!(repository.device(7).unwrap(), DeviceId::from_bits(7));
    assert_eq!(store.get(&keys::aside(keys::DEVICE)).unwrap().as_deref(), Some("garbage"));
}

#[test]
fn a_cafe_that_was_taken_off_can_be_put_back_for_a_day_and_then_goes_whole() {
    const DAY: u64 = nappe::core::storage::PUT_BACK_FOR;
    let store = Filmed::default();
    let mut tab = Tab::new(1);
    let note = tab.write("Words to come back to");
    Repository::new(&store).save(CAFE, tab.cafe.record(note).unwrap()).unwrap();
    store.set("nappe/cafe/00000000000000000000000001/card", "{}").unwrap();
    store.set("another page's key", "its value").unwrap();
    let repository = Repository::new(&store);
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    repository.keep_draft(CAFE, "slot", "half a sentence").unwrap();
    let before = dump(&store.inner);

    repository.remove_cafe(CAFE, NOW).unwrap();
    assert_eq!(repository.cafes().unwrap(), []);
    assert_eq!(repository.clear_removed(NOW + DAY).unwrap(), [CAFE]);
    // A clock that was set back clears nothing.
    assert_eq!(repository.clear_removed(0).unwrap(), [CAFE]);
    repository.put_back(CAFE).unwrap();
    assert_eq!(dump(&store.inner), before);
    assert_eq!(repository.cafes().unwrap(), [CAFE]);
    assert!(repository.load(CAFE).unwrap().cafe.contribution(note).is_some());

    repository.remove_cafe(CAFE, NOW).unwrap();
    // A clock that is a year ahead for a moment takes nothing away, and the day begins anew.
    let (hour, year) = (DAY / 24, 365 * DAY);
    assert_eq!(repository.clear_removed(NOW + year).unwrap(), [CAFE]);
    assert_eq!(repository.clear_removed(NOW + DAY + 1).unwrap(), [CAFE]);
    let late = NOW + 2 * DAY + 2;
    assert_eq!(repository.clear_removed(late).unwrap(), [CAFE], "due now");
    assert_eq!(repository.clear_removed(late + hour - 1).unwrap(), [CAFE]);
    store.film.borrow_mut().clear();
    assert_eq!(repository.clear_removed(late + hour).unwrap(), []);
    let left: Vec<String> = dump(&store.inner).into_keys().collect();
    assert_eq!(left, ["another page's key", "nappe/cafe/00000000000000000000000001/card"]);
    // Left in the middle, a later start goes on and ends the same.
    for still in store.film.take() {
        let store = store_of(&still);
        assert_eq!(Repository::new(&store).cafes().unwrap(), []);
        Repository::new(&store).clear_removed(late + hour + 1).unwrap();
        assert_eq!(dump(&store).into_keys().collect::<Vec<_>>(), left);
    }
}

#[test]
fn words_written_into_a_cafe_that_another_tab_took_off_put_it_back() {
    let store = MemoryStore::new();
    let mut asleep = Tab::new(1);
    let repository = Repository::new(&store);
    repository.save(CAFE, asleep.cafe.record(CAFE).unwrap()).unwrap();
    let due = NOW + nappe::core::storage::PUT_BACK_FOR + 1;
    let day_after = due + 3_600_000;

    repository.remove_cafe(CAFE, NOW).unwrap();
    let note = asleep.write("Written after waking up");
    repository.save(CAFE, asleep.cafe.record(note).unwrap()).unwrap();
    assert_eq!(repository.clear_removed(due).unwrap(), [CAFE]);
    assert_eq!(repository.clear_removed(day_after).unwrap(), []);
    assert_eq!(repository.cafes().unwrap(), [CAFE]);
    assert!(repository.load(CAFE).unwrap().cafe.contribution(note).is_some());

    // Half a sentence counts as well.
    repository.remove_cafe(CAFE, NOW).unwrap();
    repository.keep_draft(CAFE, "slot", "half a sentence").unwrap();
    repository.clear_removed(due).unwrap();
    repository.clear_removed(day_after).unwrap();
    assert_eq!(repository.draft(CAFE, "slot").unwrap().as_deref(), Some("half a sentence"));
}
