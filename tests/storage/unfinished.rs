//! Imports without a manifest: they do not count, and nothing in them that the café lacks goes before a person
//! decides.

use crate::device::{CAFE, NOW, SECRET, Tab, before_an_import, dump, holds, import, load, manifest, store_of};
use nappe::core::domain::*;
use nappe::core::storage::{Damaged, Harm, ImportState, Importing, MemoryStore, Repository, Store, Unfinished, keys};

/// An hour and a little after the import began.
const LATER: u64 = NOW + 3_600_001;

/// Writes the segments of an import and leaves them; gives back its id.
fn leave(store: &impl Store, number: u128, incoming: &Cafe) -> Id {
    let mut importing = Importing::new(CAFE, manifest(number), incoming.records().cloned().collect());
    while importing.step(store).unwrap() {}
    manifest(number).id
}

/// A store with the segments of an import and no manifest of it; with the import's id, and what it brings.
fn left() -> (MemoryStore, Id, Cafe) {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let id = leave(&store, 1, &incoming);
    (store, id, incoming)
}

/// A tab was frozen in the middle of an import, and another one took in what was there: its writer may wake up.
fn taken_in_meanwhile() -> (MemoryStore, Importing, Cafe) {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    importing.step(&store).unwrap();
    let repository = Repository::new(&store);
    let found = repository.unfinished(CAFE, LATER).unwrap();
    assert_eq!(repository.take_in(CAFE, only(&found)), Ok(true));
    assert_ne!(load(&store), load(&store_of(&start)));
    (store, importing, incoming)
}

fn only(found: &[Unfinished]) -> &Unfinished {
    assert_eq!(found.len(), 1, "{found:?}");
    &found[0]
}

#[test]
fn segments_without_a_manifest_do_not_count_and_stay_until_a_person_decides() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let before = load(&store);
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    importing.step(&store).unwrap();
    assert_eq!(load(&store), before);
    let (repository, left) = (Repository::new(&store), dump(&store));
    assert_eq!(repository.load(CAFE).unwrap().unfinished, [manifest(1).id]);
    assert_eq!(repository.unfinished(CAFE, NOW), Ok(Vec::new()), "another tab may be at it");
    for late in [LATER, LATER + 1_000_000 * 3_600_000] {
        let found = repository.unfinished(CAFE, late).unwrap();
        assert_eq!((only(&found).id, only(&found).segments), (manifest(1).id, 1));
        assert!((80..=100).contains(&only(&found).notes), "{found:?}");
        assert_eq!(dump(&store), left, "and stays, however often it is looked at");
        assert_eq!(load(&store), before);
    }
    repository.drop_unfinished(CAFE, manifest(1).id).unwrap();
    assert_eq!(dump(&store), start);
}

#[test]
fn an_import_whose_manifest_was_lost_can_be_taken_in_and_undone_like_any_other() {
    let (store, id, incoming) = left();
    let repository = Repository::new(&store);
    let found = repository.unfinished(CAFE, LATER).unwrap();
    assert_eq!(only(&found).segments, 3);
    assert_eq!(repository.take_in(CAFE, only(&found)), Ok(true));
    assert_eq!(load(&store), incoming);
    assert!(!holds(&dump(&store), SECRET), "what it erases is erased");
    assert_eq!(repository.unfinished(CAFE, LATER), Ok(Vec::new()));
    let import = repository.load(CAFE).unwrap().imports.remove(0);
    assert_eq!((import.id, import.state, import.at, import.segments), (id, ImportState::Done, NOW, 3));
    assert_eq!(import.new, found[0].notes);
    repository.set_import(CAFE, &import, ImportState::Undone).unwrap();
    assert_eq!(load(&store).records().len(), load(&store_of(&before_an_import().0)).records().len());
    assert_eq!(repository.take_in(CAFE, &found[0]), Ok(false), "its manifest says that it was undone");
    assert_eq!(repository.load(CAFE).unwrap().imports[0].state, ImportState::Undone);
}

#[test]
fn of_an_import_that_is_taken_in_a_missing_part_is_reported_until_a_person_was_told() {
    let (store, id, incoming) = left();
    let gone = keys::segment(CAFE, id, 1);
    store.remove(&gone).unwrap();
    let repository = Repository::new(&store);
    let found = repository.unfinished(CAFE, LATER).unwrap();
    repository.take_in(CAFE, only(&found)).unwrap();
    let loaded = repository.load(CAFE).unwrap();
    let harms: Vec<Harm> = loaded.damaged.iter().map(Damaged::harm).collect();
    assert_eq!((harms, &loaded.damaged[0].key), (vec![Harm::Missing(id)], &gone));
    let notes = loaded.cafe.contributions().count();
    // Told, and imported again.
    repository.close_gaps(&[gone.clone(), keys::record(CAFE, CAFE), "elsewhere".into()]).unwrap();
    assert_eq!(load(&store).contributions().count(), notes);
    assert_eq!(store.get("elsewhere"), Ok(None));
    import(&store, 2, &incoming).unwrap();
    assert_eq!(load(&store), incoming);
    // A part that is there is no gap.
    let there = dump(&store);
    repository.close_gaps(&[keys::segment(CAFE, id, 0)]).unwrap();
    assert_eq!(dump(&store), there);
}

#[test]
fn what_an_unfinished_import_left_goes_once_the_cafe_has_every_word_of_it() {
    let (store, id, incoming) = left();
    import(&store, 2, &incoming).unwrap();
    let repository = Repository::new(&store);
    assert_eq!(repository.unfinished(CAFE, LATER), Ok(Vec::new()));
    assert!(!dump(&store).keys().any(|key| key.contains(&id.to_string())), "it takes no room any more");
    assert_eq!(load(&store), incoming);
    // One word more, and it stays.
    let mut more = Tab::open(&store, 9);
    more.write("One word more");
    leave(&store, 3, &more.cafe);
    assert_eq!(only(&repository.unfinished(CAFE, LATER).unwrap()).notes, 1);
    // A line that cannot be read is not known to be here.
    repository.drop_unfinished(CAFE, manifest(3).id).unwrap();
    store.set(&keys::segment(CAFE, manifest(4).id, 0), "1\n{\"torn\":").unwrap();
    let found = repository.unfinished(CAFE, LATER).unwrap();
    assert_eq!((only(&found).notes, only(&found).others), (0, 1));
}

#[test]
fn an_erasure_reaches_the_words_in_an_unfinished_import() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write(SECRET);
    tab.save_all(&store);
    let mut other = Tab { cafe: tab.cafe.clone(), clock: Clock::new(WriterId::from_bits(2)), ids: IdMaker::default() };
    other.write("Beside it");
    let other = other.cafe;
    leave(&store, 1, &other);
    tab.erase(note);
    tab.save(&store, note).unwrap();
    assert!(!holds(&dump(&store), SECRET));
    // Left behind after the erasure, by a tab that did not know of it: the next start finishes it.
    leave(&store, 2, &other);
    assert!(holds(&dump(&store), SECRET));
    load(&store);
    assert!(!holds(&dump(&store), SECRET));
    let repository = Repository::new(&store);
    for it in repository.unfinished(CAFE, LATER).unwrap() {
        repository.take_in(CAFE, &it).unwrap();
    }
    assert!(matches!(load(&store).record(note), Some(Record::Erased(_))));
    assert!(load(&store).contributions().any(|it| it.words() == "Beside it"));
    assert!(!holds(&dump(&store), SECRET));
}

#[test]
fn an_import_that_another_tab_finishes_is_neither_taken_in_nor_deleted() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let repository = Repository::new(&store);
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    while importing.step(&store).unwrap() {}
    // By a clock that jumped it looks abandoned.
    let found = repository.unfinished(CAFE, 5).unwrap();
    let (done, _) = importing.commit(&store).unwrap();
    assert_eq!(repository.take_in(CAFE, only(&found)), Ok(false));
    repository.drop_unfinished(CAFE, done.id).unwrap();
    assert_eq!(load(&store), incoming);
    assert_eq!(repository.load(CAFE).unwrap().imports, [done]);
}

#[test]
fn a_cafe_of_which_nothing_but_an_unfinished_import_is_left_is_listed() {
    let store = MemoryStore::new();
    leave(&store, 1, &Tab::new(1).cafe);
    let repository = Repository::new(&store);
    assert_eq!(repository.cafes(NOW), Ok(Vec::new()), "another tab may be at it");
    assert_eq!(repository.cafes(LATER), Ok(vec![CAFE]));
    assert_eq!(only(&repository.unfinished(CAFE, LATER).unwrap()).others, 1);
    repository.remove_cafe(CAFE, LATER).unwrap();
    assert_eq!(repository.cafes(LATER), Ok(Vec::new()));
}

#[test]
fn an_import_that_was_taken_in_meanwhile_stays_whatever_becomes_of_its_writer() {
    let (store, mut importing, _) = taken_in_meanwhile();
    let taken_in = load(&store);
    // What it still writes counts as well; then it finds no room.
    importing.step(&store).unwrap();
    let mut all = taken_in.clone();
    all.join(load(&store));
    assert_eq!(load(&store), all);
    assert_ne!(all, taken_in);
    importing.abort(&store).unwrap();
    assert_eq!(load(&store), all);
}

#[test]
fn an_import_that_was_taken_in_and_undone_meanwhile_stays_undone() {
    let (store, mut importing, incoming) = taken_in_meanwhile();
    let repository = Repository::new(&store);
    let import = repository.load(CAFE).unwrap().imports.remove(0);
    repository.set_import(CAFE, &import, ImportState::Undone).unwrap();
    // But for erasures, which no undo takes back.
    let undone = load(&store);
    while importing.step(&store).unwrap() {}
    let (import, records) = importing.commit(&store).unwrap();
    assert_eq!((import.state, records.len()), (ImportState::Undone, 0));
    assert_eq!(load(&store), undone);
    repository.set_import(CAFE, &import, ImportState::Done).unwrap();
    assert_eq!(load(&store), incoming);
}
