//! What is written, and on a store that is full, blocked or forgetful.

use crate::device::{CAFE, NOW, SECRET, Tab, dump, holds, import, load, words};
use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::storage::{MemoryStore, Repository, Store, StoreError, keys};

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
    assert_eq!(repository.cafes(NOW), Err(StoreError::Blocked));
    assert_eq!(repository.load(CAFE).err(), Some(StoreError::Blocked));
    assert_eq!(repository.draft(CAFE, "box"), Err(StoreError::Blocked));
    assert_eq!(import(&store, 1, &tab.cafe), Err(StoreError::Blocked));
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
    assert_eq!(Repository::new(&store).cafes(NOW).unwrap(), [CAFE]);
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
