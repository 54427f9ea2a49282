//! Erased words go from everywhere, and do not come back.

use crate::device::{
    CAFE, Filmed, ME, NOW, SECRET, Tab, before_an_import, dump, holds, import, load, manifest, store_of, words,
};
use nappe::core::domain::*;
use nappe::core::storage::{ImportState, Importing, MemoryStore, Repository, Store, keys};

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
