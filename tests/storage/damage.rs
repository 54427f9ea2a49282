//! What cannot be read: damaged, cut, or of a newer app.

use crate::device::{CAFE, Map, Tab, before_an_import, dump, holds, import, load, store_of, words};
use nappe::core::bundle::DecodeError;
use nappe::core::domain::*;
use nappe::core::storage::{Harm, ImportState, MemoryStore, Repository, Store, StoreError, keys};

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
        assert_eq!(rescued.values().any(|it| it == damage), !damage.is_empty(), "what has text can be downloaded");
        let harm = if damage.starts_with("99") { Harm::Newer } else { Harm::Damaged };
        assert_eq!(loaded.damaged[0].harm(), harm, "{damage}");
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
    assert_eq!(loaded.damaged[0].harm(), Harm::Missing(done.id));
    assert_eq!(Repository::new(&store).rescue(&loaded.damaged).unwrap(), "{\n}", "and is nothing to download");
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
