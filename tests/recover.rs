//! A browser is killed and its store has lost what was written last, or holds it damaged; the journal has it
//! whole. Everything that was called
//! saved is there again, and nothing that was erased.

use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::storage::{Import, ImportState, Importing, MemoryStore, Repository, Store, StoreError, keys};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::cell::RefCell;
use std::collections::BTreeMap;

const NOW: u64 = 1_795_000_000_000;
const CAFE: Id = Id::from_bits(0xCAFE << 80);
const ME: DeviceId = DeviceId::from_bits(11);

type Map = BTreeMap<String, String>;

/// A store that remembers how it was after every change, and a journal of it: under each key what was written, and its
/// number.
#[derive(Default)]
struct Journaled {
    inner: MemoryStore,
    film: RefCell<Vec<Map>>,
    journal: RefCell<BTreeMap<String, (Option<String>, u64)>>,
}

impl Journaled {
    fn now(&self) -> Map {
        let keys = self.inner.keys().unwrap();
        keys.into_iter().map(|key| (key.clone(), self.inner.get(&key).unwrap().unwrap())).collect()
    }

    fn wrote(&self, key: &str, text: Option<&str>) {
        self.film.borrow_mut().push(self.now());
        let number = Repository::new(&self.inner).number_writes().unwrap();
        self.journal.borrow_mut().insert(key.into(), (text.map(str::to_owned), number));
        self.film.borrow_mut().push(self.now());
    }
}

impl Store for Journaled {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.inner.set(key, text)?;
        self.wrote(key, Some(text));
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)?;
        self.wrote(key, None);
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
}

#[derive(Clone, Debug)]
enum Deed {
    Write(String),
    Rewrite(usize, String),
    Erase(usize),
    Draft(usize, String),
}

fn deed() -> impl Strategy<Value = Deed> {
    let words = "[a-z]{3,12}";
    prop_oneof![
        3 => words.prop_map(Deed::Write),
        3 => (any::<usize>(), words).prop_map(|(which, text)| Deed::Rewrite(which, text)),
        1 => any::<usize>().prop_map(Deed::Erase),
        1 => (any::<usize>(), words).prop_map(|(which, text)| Deed::Draft(which, text)),
    ]
}

/// A café with a table, and these deeds done in it; each is stored before the next one.
fn live(repository: &Repository<&Journaled>, deeds: &[Deed]) -> Cafe {
    let (mut clock, mut notes) = (Clock::new(WriterId::from_bits(3)), Vec::new());
    let mut cafe = Cafe::create(CAFE, "Killed", Form::QuestionPerTable, clock.next(NOW, None));
    let (question, table, round) = (Id::from_bits(1 << 80), Id::from_bits(2 << 80), Id::from_bits(3 << 80));
    repository.save(CAFE, cafe.record(CAFE).unwrap()).unwrap();
    let mut act = |cafe: &mut Cafe, at: u64, command: Command| {
        if let Ok(changes) = cafe.apply(command, NOW + at, &mut clock) {
            changes.0.iter().for_each(|id| drop(repository.save(CAFE, cafe.record(*id).unwrap()).unwrap()));
        }
    };
    act(&mut cafe, 1, Command::AddQuestion { id: question, text: "Why?".into() });
    act(&mut cafe, 2, Command::AddTable { id: table, name: String::new(), question: Some(question) });
    act(&mut cafe, 3, Command::AddRound { id: round, minutes: 20, question: None });
    for (at, deed) in deeds.iter().enumerate() {
        let at = at as u64 + 4;
        let pick = |which: &usize, notes: &[Id]| notes.get(which % notes.len().max(1)).copied();
        match deed {
            Deed::Write(text) => {
                let id = Id::from_bits(u128::from(at) << 80 | 7);
                notes.push(id);
                let (text, name) = (text.clone(), String::new());
                let note = Command::Write { id, author: ME, question, table, round, text, name, example_of: None };
                act(&mut cafe, at, note);
            }
            Deed::Rewrite(which, text) => {
                let Some(id) = pick(which, &notes) else { continue };
                let Ok(seen) = cafe.words_of(id).map(|words| words.seen()) else { continue };
                act(&mut cafe, at, Command::Rewrite { id, seen, text: text.clone() });
            }
            Deed::Erase(which) => {
                let Some(id) = pick(which, &notes) else { continue };
                act(&mut cafe, at, Command::Erase { id, by: ME });
            }
            Deed::Draft(which, text) => {
                // Nobody writes over words that were erased.
                let Some(id) = pick(which, &notes).filter(|id| cafe.words_of(*id).is_ok()) else { continue };
                repository.keep_draft(CAFE, &id.to_string(), text).unwrap();
            }
        }
    }
    cafe
}

fn bytes(cafe: &Cafe) -> String {
    bundle::encode(cafe, Scope::Whole)
}

/// A failing history shrinks, and its seed is kept.
fn config() -> ProptestConfig {
    let kept = FileFailurePersistence::Direct("tests/regressions/recover.txt");
    ProptestConfig { cases: 1_000, failure_persistence: Some(Box::new(kept)), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_a_killed_browser_lost_comes_back_from_the_journal(
        deeds in prop::collection::vec(deed(), 1..14), lost in any::<prop::sample::Index>(),
    ) {
        let store = Journaled::default();
        let repository = Repository::new(&store);
        let cafe = live(&repository, &deeds);
        // The disk has some moment of the past.
        let film = store.film.borrow();
        let disk = MemoryStore::new();
        film[lost.index(film.len())].iter().for_each(|(key, text)| disk.set(key, text).unwrap());
        let repository = Repository::new(&disk);
        let has = repository.journaled().unwrap();
        for (key, (text, _)) in store.journal.borrow().iter().filter(|(_, (_, number))| *number > has) {
            repository.recover(key, text.as_deref(), false).unwrap();
        }
        // Letter for letter, so what an erasure took away stays away, wherever it lay.
        let as_it_was = |key: &str| key != keys::JOURNAL;
        let mut restored: Map = Map::new();
        for key in disk.keys().unwrap().into_iter().filter(|key| as_it_was(key)) {
            restored.insert(key.clone(), disk.get(&key).unwrap().unwrap());
        }
        let mut before = store.now();
        before.retain(|key, _| as_it_was(key));
        prop_assert_eq!(restored, before);
        prop_assert_eq!(bytes(&repository.load(CAFE).unwrap().cafe), bytes(&cafe));
    }
}

#[test]
fn what_is_not_ours_or_unreadable_is_left_alone() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let record = format!("nappe/cafe/{CAFE}/record/{CAFE}");
    store.set(&record, "garbage").unwrap();
    let garbage = [(record.as_str(), Some("other garbage")), (record.as_str(), None)];
    for (key, text) in [("elsewhere", Some("text")), ("elsewhere", None)].into_iter().chain(garbage) {
        assert_eq!(repository.recover(key, text, false), Ok(false), "{key}");
    }
    assert_eq!(store.get("elsewhere"), Ok(None));
    assert_eq!(store.get(&record), Ok(Some("garbage".into())));
}

#[test]
fn a_device_is_who_it_was() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let first = repository.device(1).unwrap();
    let text = store.get("nappe/device").unwrap();
    store.remove("nappe/device").unwrap();
    assert_ne!(repository.device(2).unwrap(), first);
    assert_eq!(repository.recover("nappe/device", text.as_deref(), true), Ok(true));
    assert_eq!(repository.device(3).unwrap(), first);
}

#[test]
fn numbers_of_writes_rise_and_take_no_room_that_they_had_not() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    assert_eq!((repository.journaled(), repository.number_writes()), (Ok(0), Ok(1)));
    let room = store.used();
    assert!((2..2_000).all(|number| repository.number_writes() == Ok(number)));
    assert_eq!(store.used(), room);
}

#[test]
fn what_was_put_back_once_is_not_put_back_over_what_was_written_since() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let box_key = keys::draft(CAFE, "box");
    store.set(&box_key, "new").unwrap();
    assert_eq!(repository.number_writes(), Ok(1));
    // The journal has two batches more than the store; the page is left before it hears that they are back.
    assert_eq!(repository.recover(&box_key, Some("lost"), true), Ok(true));
    assert_eq!(repository.has_writes_until(3), Ok(()));
    assert_eq!(store.get(&box_key).unwrap().as_deref(), Some("lost\nnew"));
    assert!(repository.journaled().unwrap() >= 3, "the next start leaves them alone");
    assert_eq!(repository.has_writes_until(2), Ok(()));
    assert_eq!(repository.journaled(), Ok(3), "numbers never go back");
    assert_eq!(repository.number_writes(), Ok(4));
}

#[test]
fn a_record_that_is_damaged_is_mended_by_the_journal_and_put_aside() {
    let (store, whole) = (MemoryStore::new(), MemoryStore::new());
    let cafe = Cafe::create(CAFE, "Whole", Form::QuestionPerTable, Clock::new(WriterId::from_bits(3)).next(NOW, None));
    Repository::new(&whole).save(CAFE, cafe.record(CAFE).unwrap()).unwrap();
    let key = keys::record(CAFE, CAFE);
    let text = whole.get(&key).unwrap().unwrap();
    let repository = Repository::new(&store);
    for in_order in [true, false] {
        let heal = |key: &str, text: &str| match in_order {
            true => repository.mend(key, text),
            false => repository.recover(key, Some(text), false),
        };
        store.set(&key, "1\ngarbage").unwrap();
        assert_eq!(heal(&key, &text), Ok(true));
        assert_eq!(store.get(&key).unwrap().as_deref(), Some(text.as_str()));
        assert_eq!(store.get(&keys::aside(&key)).unwrap().as_deref(), Some("1\ngarbage"));
        assert_eq!(heal(&key, &text), Ok(false));
        // What a newer app wrote is not damaged.
        store.set(&key, "9\n{}").unwrap();
        assert_eq!(heal(&key, &text), Ok(false));
        assert_eq!(store.get(&key).unwrap().as_deref(), Some("9\n{}"));
    }
}

#[test]
fn a_record_that_is_gone_is_put_back_by_the_journal_unless_its_cafe_was_taken_off() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let mut clock = Clock::new(WriterId::from_bits(3));
    let mut cafe = Cafe::create(CAFE, "Whole", Form::QuestionPerTable, clock.next(NOW, None));
    let question = Id::from_bits(1 << 80);
    cafe.apply(Command::AddQuestion { id: question, text: "Why?".into() }, NOW, &mut clock).unwrap();
    cafe.records().for_each(|record| drop(repository.save(CAFE, record).unwrap()));
    let other = Id::from_bits(0xB << 80);
    let another = Cafe::create(other, "Another", Form::QuestionPerTable, clock.next(NOW, None));
    repository.save(other, another.record(other).unwrap()).unwrap();
    let key = keys::record(CAFE, question);
    let text = store.get(&key).unwrap().unwrap();
    store.remove(&key).unwrap();
    assert_eq!(repository.mend(&key, &text), Ok(true));
    assert_eq!(store.get(&key).unwrap().as_deref(), Some(text.as_str()));
    assert_eq!(repository.mend(&key, &text), Ok(false));
    store.remove(&key).unwrap();
    repository.remove_cafe(CAFE, NOW).unwrap();
    assert_eq!(repository.mend(&key, &text), Ok(false), "it is taken off");
    assert_eq!(repository.remove_for_good(CAFE, NOW), Ok(true));
    assert_eq!(repository.mend(&key, &text), Ok(false), "it is gone");
    assert_eq!(store.keys(), Ok(vec![keys::record(other, other)]));
}

#[test]
fn a_part_of_an_import_that_is_gone_is_put_back_by_the_journal_where_the_import_counts() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let cafe = Cafe::create(CAFE, "Whole", Form::QuestionPerTable, Clock::new(WriterId::from_bits(3)).next(NOW, None));
    let id = Id::from_bits(u128::from(NOW) << 80);
    let manifest = Import { id, state: ImportState::Done, at: NOW, files: Vec::new(), new: 1, changed: 0, segments: 0 };
    let mut importing = Importing::new(CAFE, manifest, cafe.records().cloned().collect());
    while importing.step(&store).unwrap() {}
    let key = keys::segment(CAFE, id, 0);
    let text = store.get(&key).unwrap().unwrap();
    store.remove(&key).unwrap();
    assert_eq!(repository.mend(&key, &text), Ok(false), "no manifest: it was broken off");
    importing.commit(&store).unwrap();
    store.remove(&key).unwrap();
    assert_eq!(repository.mend(&key, &text), Ok(true));
    assert_eq!(repository.load(CAFE).unwrap().cafe, cafe);
}

#[test]
fn what_is_typed_before_the_journal_is_read_stays_behind_what_was_lost() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let (box_key, seat) = (keys::draft(CAFE, "box"), keys::of_cafe(CAFE, "seat"));
    store.set(&box_key, "hello").unwrap();
    store.set(&seat, "new").unwrap();
    assert_eq!(repository.recover(&box_key, Some("abc"), true), Ok(true));
    assert_eq!(store.get(&box_key).unwrap().as_deref(), Some("abc\nhello"));
    assert_eq!(repository.recover(&box_key, Some("abc"), true), Ok(false), "once is enough");
    assert_eq!(repository.recover(&box_key, None, true), Ok(false));
    assert_eq!(repository.recover(&seat, Some("old"), true), Ok(false));
    assert_eq!(store.get(&seat).unwrap().as_deref(), Some("new"));
    // What nobody wrote since the start is what the store lost.
    assert_eq!(repository.recover(&box_key, Some("abcd"), false), Ok(true));
    assert_eq!(store.get(&box_key).unwrap().as_deref(), Some("abcd"));
}

#[test]
fn an_import_whose_manifest_was_lost_is_whole_again_however_late_the_next_start_is() {
    let store = Journaled::default();
    let repository = Repository::new(&store);
    let cafe = live(&repository, &[Deed::Write("here before".into())]);
    let mut other = cafe.clone();
    let write = Command::Write {
        id: Id::from_bits(99 << 80),
        author: ME,
        question: Id::from_bits(1 << 80),
        table: Id::from_bits(2 << 80),
        round: Id::from_bits(3 << 80),
        text: "brought by a file".into(),
        name: String::new(),
        example_of: None,
    };
    other.apply(write, NOW + 50, &mut Clock::new(WriterId::from_bits(4))).unwrap();
    let id = Id::from_bits(u128::from(NOW) << 80);
    let manifest = Import { id, state: ImportState::Done, at: NOW, files: Vec::new(), new: 1, changed: 0, segments: 0 };
    let mut importing = Importing::new(CAFE, manifest, other.records().cloned().collect());
    while importing.step(&store).unwrap() {}
    let before_the_manifest = store.film.borrow().len();
    importing.commit(&store).unwrap();
    // The disk has the segments and not the manifest.
    let disk = MemoryStore::new();
    store.film.borrow()[before_the_manifest - 1].iter().for_each(|(key, text)| disk.set(key, text).unwrap());
    let repository = Repository::new(&disk);
    assert_eq!(bytes(&repository.load(CAFE).unwrap().cafe), bytes(&cafe));
    let has = repository.journaled().unwrap();
    for (key, (text, _)) in store.journal.borrow().iter().filter(|(_, (_, number))| *number > has) {
        repository.recover(key, text.as_deref(), false).unwrap();
    }
    assert_eq!(repository.unfinished(CAFE, NOW + 10 * 3_600_000), Ok(Vec::new()));
    assert_eq!(bytes(&repository.load(CAFE).unwrap().cafe), bytes(&other));
}
