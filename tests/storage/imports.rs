//! Imports: all or nothing, undone and redone.

use crate::device::{
    CAFE, Filmed, NOW, SECRET, Tab, before_an_import, dump, holds, import, load, manifest, store_of, words,
};
use nappe::core::domain::*;
use nappe::core::storage::{ImportState, Importing, MemoryStore, Repository, Store, StoreError};

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
fn a_clock_that_jumps_takes_no_segment_from_an_import_in_another_tab() {
    let (start, incoming, _) = before_an_import();
    let store = store_of(&start);
    let mut importing = Importing::new(CAFE, manifest(1), incoming.records().cloned().collect());
    while importing.step(&store).unwrap() {}
    assert_eq!(Repository::new(&store).unfinished(CAFE, 5).unwrap().len(), 1);
    importing.commit(&store).unwrap();
    assert_eq!(load(&store), incoming);
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
    Importing::new(CAFE, manifest(1), incoming.records().cloned().collect()).step(&store).unwrap();
    import(&store, 2, &incoming).unwrap();
    assert!(Repository::new(&store).unfinished(CAFE, NOW + 3_600_001).is_err());
    assert_eq!(load(&store), incoming);
}
