//! A café that is taken off the device.

use crate::device::{CAFE, Filmed, NOW, Tab, dump, store_of};
use nappe::core::storage::{MemoryStore, Repository, Store, StoreError};

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
    repository.keep_reserve().unwrap();
    let before = dump(&store.inner);

    repository.remove_cafe(CAFE, NOW).unwrap();
    assert_eq!(repository.cafes(NOW).unwrap(), []);
    assert_eq!(repository.clear_removed(NOW + DAY).unwrap(), [CAFE]);
    // A clock that was set back clears nothing.
    assert_eq!(repository.clear_removed(0).unwrap(), [CAFE]);
    repository.put_back(CAFE).unwrap();
    assert_eq!(dump(&store.inner), before);
    assert_eq!(repository.cafes(NOW).unwrap(), [CAFE]);
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
    assert_eq!(left, ["another page's key", "nappe/cafe/00000000000000000000000001/card", "nappe/reserve"]);
    // Left in the middle, a later start goes on and ends the same.
    for still in store.film.take() {
        let store = store_of(&still);
        assert_eq!(Repository::new(&store).cafes(NOW).unwrap(), []);
        Repository::new(&store).clear_removed(late + hour + 1).unwrap();
        assert_eq!(dump(&store).into_keys().collect::<Vec<_>>(), left);
    }
}

#[test]
fn a_cafe_can_be_taken_off_a_store_that_is_full_to_its_last_character() {
    let store = MemoryStore::new();
    let mut tab = Tab::new(1);
    let note = tab.write("Words that filled it");
    let repository = Repository::new(&store);
    repository.keep_reserve().unwrap();
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    repository.save(CAFE, tab.cafe.record(note).unwrap()).unwrap();
    store.capacity.set(Some(store.used()));
    assert_eq!(repository.keep_draft(CAFE, "slot", "x"), Err(StoreError::Full));
    repository.remove_cafe(CAFE, NOW).unwrap();
    assert_eq!(repository.cafes(NOW).unwrap(), []);
    assert!(repository.remove_for_good(CAFE, NOW).unwrap());
    assert_eq!(store.used(), 0, "all its room is free");
    repository.keep_reserve().unwrap();
    assert!(store.used() > 0, "room is kept for the next one");
}

#[test]
fn a_cafe_that_was_taken_off_goes_on_a_store_that_is_filled_meanwhile() {
    const HOUR: u64 = nappe::core::storage::PUT_BACK_FOR / 24;
    let store = MemoryStore::new();
    let tab = Tab::new(1);
    let repository = Repository::new(&store);
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    repository.remove_cafe(CAFE, NOW).unwrap();
    let full = || store.capacity.set(Some(store.used()));
    full();
    assert_eq!(repository.clear_removed(NOW + 25 * HOUR).unwrap(), [CAFE], "still to be put back");
    assert_eq!(repository.clear_removed(NOW + 27 * HOUR).unwrap(), []);
    assert_eq!(store.used(), 0);
    // A mark of an app that kept no room for the time since when it is due.
    store.capacity.set(None);
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    repository.remove_cafe(CAFE, NOW).unwrap();
    let key = format!("nappe/removed/{CAFE}");
    let mark = store.get(&key).unwrap().unwrap();
    store.set(&key, mark.trim_end()).unwrap();
    full();
    assert_eq!(repository.clear_removed(NOW + 25 * HOUR).unwrap(), [CAFE], "still to be put back");
    assert_eq!(repository.put_back(CAFE), Ok(()));
    assert_eq!(repository.cafes(NOW).unwrap(), [CAFE]);
}

#[test]
fn a_cafe_that_was_put_back_can_be_taken_off_a_full_store_again() {
    let store = MemoryStore::new();
    let tab = Tab::new(1);
    let repository = Repository::new(&store);
    repository.keep_reserve().unwrap();
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    store.capacity.set(Some(store.used()));
    for _ in 0..3 {
        repository.remove_cafe(CAFE, NOW).unwrap();
        repository.put_back(CAFE).unwrap();
        // Somebody types in what room is left.
        store.capacity.set(Some(store.used()));
    }
}

#[test]
fn a_cafe_that_was_taken_off_goes_at_once_when_a_person_wants_its_room() {
    let store = Filmed::default();
    let mut tab = Tab::new(1);
    let note = tab.write("Words that nobody needs any more");
    let repository = Repository::new(&store);
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    repository.save(CAFE, tab.cafe.record(note).unwrap()).unwrap();
    store.set("another page's key", "its value").unwrap();
    repository.remove_cafe(CAFE, NOW).unwrap();
    store.film.borrow_mut().clear();
    assert_eq!(repository.remove_for_good(CAFE, NOW + 1), Ok(true));
    let left = dump(&store.inner).into_keys().collect::<Vec<_>>();
    assert_eq!(left, ["another page's key"]);
    // Left in the middle, a later start goes on and ends the same.
    for still in store.film.take() {
        let store = store_of(&still);
        assert_eq!(Repository::new(&store).cafes(NOW).unwrap(), []);
        Repository::new(&store).clear_removed(NOW + 2).unwrap();
        assert_eq!(dump(&store).into_keys().collect::<Vec<_>>(), left);
    }
    // What was written into it since counts more.
    repository.save(CAFE, tab.cafe.record(CAFE).unwrap()).unwrap();
    repository.remove_cafe(CAFE, NOW).unwrap();
    repository.save(CAFE, tab.cafe.record(note).unwrap()).unwrap();
    assert_eq!(repository.remove_for_good(CAFE, NOW + 1), Ok(false));
    assert!(repository.load(CAFE).unwrap().cafe.contribution(note).is_some());
    assert_eq!(repository.cafes(NOW).unwrap(), [CAFE]);
    // It was not taken off: it stays.
    assert_eq!(repository.remove_for_good(CAFE, NOW + 1), Ok(false));
    assert_eq!(repository.cafes(NOW).unwrap(), [CAFE]);
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
    assert_eq!(repository.cafes(NOW).unwrap(), [CAFE]);
    assert!(repository.load(CAFE).unwrap().cafe.contribution(note).is_some());

    // Half a sentence counts as well.
    repository.remove_cafe(CAFE, NOW).unwrap();
    repository.keep_draft(CAFE, "slot", "half a sentence").unwrap();
    repository.clear_removed(due).unwrap();
    repository.clear_removed(day_after).unwrap();
    assert_eq!(repository.draft(CAFE, "slot").unwrap().as_deref(), Some("half a sentence"));
}
