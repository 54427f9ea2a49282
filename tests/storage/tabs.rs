//! Several tabs on one store.

use crate::device::{CAFE, Map, SECRET, Tab, dump, holds, load};
use nappe::core::domain::*;
use nappe::core::merge::Join;
use nappe::core::storage::{MemoryStore, Repository, StoreError};

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
fn three_tabs_with_words_in_the_same_box_all_keep_them() {
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for order in orders {
        let store = MemoryStore::new();
        let repository = Repository::new(&store);
        let keep = |text: &str, mine: &str| repository.keep_own_draft(CAFE, "box", text, mine);
        let words = ["Of the first", "Of the second", "Of the third"];
        for (at, word) in words.iter().enumerate() {
            keep("Of", "").unwrap();
            keep(word, "Of").unwrap();
            let kept = dump(&store);
            assert!(words[..=at].iter().all(|it| holds(&kept, it)), "{kept:?}");
        }
        // Each takes its own words away, and nothing of the others.
        for (done, tab) in order.into_iter().enumerate() {
            keep("", words[tab]).unwrap();
            let left = repository.draft(CAFE, "box").unwrap();
            assert_eq!(left.is_none(), done == 2, "{left:?}");
            assert!(left.is_none_or(|left| order[done + 1..].iter().any(|it| words[*it] == left)));
        }
        assert_eq!(dump(&store), Map::new());
    }
}

/// What one tab takes away in the same instant does not come back by another one.
#[test]
fn a_tab_that_is_done_with_its_words_writes_nothing_of_the_others() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    let keep = |text: &str, mine: &str| repository.keep_own_draft(CAFE, "box", text, mine);
    for words in ["Of the first", "Of the second", "Of the third", "Of the fourth"] {
        keep(words, "").unwrap();
    }
    assert_eq!(keep("Of the fifth", ""), Err(StoreError::NotKept), "what is not kept is not said to be");
    store.capacity.set(Some(0));
    for words in ["Of the second", "Of the fourth", "Of the first", "Of the third"] {
        keep("", words).unwrap();
        assert!(!holds(&dump(&store), words));
    }
    assert_eq!(dump(&store), Map::new());
}

#[test]
fn a_tab_that_comes_back_to_a_box_finds_its_own_words_there() {
    let store = MemoryStore::new();
    let repository = Repository::new(&store);
    repository.keep_own_draft(CAFE, "box", "Aaa", "").unwrap();
    repository.keep_own_draft(CAFE, "box", "Bbb", "").unwrap();
    let of = |mine: &str| repository.own_draft(CAFE, "box", mine).unwrap().unwrap_or_default();
    assert_eq!((of("Aaa").as_str(), of("Bbb").as_str(), of("").as_str()), ("Aaa", "Bbb", "Bbb"));
    // It is done with them: the other one's stay, and stand in the box next.
    repository.keep_own_draft(CAFE, "box", "", "Aaa").unwrap();
    assert_eq!(of("Aaa"), "Bbb");
}
