//! What a start has read, and which keys were written since somebody asked last. Browsers gather what is written to
//! `localStorage` and put it on the disk seconds later; until then a journal has it as well (`state::journal`), once
//! the part of the app that keeps one is there.

use crate::core::storage::keys::JOURNAL;
use std::cell::{Cell, RefCell};

/// After this many writes, whoever wants to know now and then is told.
const NOW_AND_THEN: usize = 100;
/// At most this many texts that were read are kept, until nobody needs them any more.
const MOST_TEXTS: usize = 50_000;

thread_local! {
    static TEXTS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    /// How many of those are in order.
    static SORTED: Cell<usize> = const { Cell::new(0) };
    /// Who still needs them: how full the store is, and the journal.
    static NEEDED_BY: Cell<u8> = const { Cell::new(2) };
    static IS_MEASURED: Cell<bool> = const { Cell::new(false) };
    static WIDE: Cell<usize> = const { Cell::new(1) };
    static WRITES: Cell<usize> = const { Cell::new(0) };
    static TELL_NOW_AND_THEN: Cell<fn()> = const { Cell::new(|| ()) };
    static KEYS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static TELL: Cell<fn()> = const { Cell::new(|| ()) };
}

/// Notes that something was written under a key, or taken away.
pub fn wrote(key: &str) {
    KEYS.with_borrow_mut(|keys| keys.push(key.to_owned()));
    TELL.get()();
    WRITES.set(WRITES.get() + 1);
    if WRITES.get().is_multiple_of(NOW_AND_THEN) {
        TELL_NOW_AND_THEN.get()();
    }
}

/// From now on this is told after every hundred writes.
pub fn on_many_writes(tell: fn()) {
    TELL_NOW_AND_THEN.set(tell);
}

/// From now on a text with a letter beyond Latin-1 counts twice: WebKit stores one byte for each unit of a text as long
/// as that is enough, and two otherwise (measured: it takes 5.24 million units of the one kind, and 2.62 of the other).
pub fn count_wide_twice() {
    WIDE.set(2);
}

/// How much more a text takes that is not in Latin-1: once or twice as much.
pub fn wide() -> usize {
    WIDE.get()
}

/// The number of units that a text takes, of which browsers let a site store only so many: those of UTF-16, see
/// [`count_wide_twice`].
pub fn units(text: &str) -> usize {
    let each = if text.chars().any(|letter| letter > '\u{ff}') { WIDE.get() } else { 1 };
    each * text.chars().map(char::len_utf16).sum::<usize>()
}

/// Notes a text that was read. A start reads what it shows; then it wants to know how full the store is, and whether
/// the journal has anything that the store lost: what it has read need not be read again.
pub fn read(key: &str, text: &str) {
    if NEEDED_BY.get() > 0 {
        TEXTS.with_borrow_mut(|texts| {
            if texts.len() < MOST_TEXTS {
                texts.push((key.to_owned(), text.to_owned()));
            }
        });
    }
}

/// What was read since the start, by key, the latest of a key last.
fn in_order<R>(ask: impl FnOnce(&[(String, String)]) -> R) -> R {
    TEXTS.with_borrow_mut(|texts| {
        if SORTED.replace(texts.len()) < texts.len() {
            texts.sort_by(|a, b| a.0.cmp(&b.0));
        }
        ask(texts)
    })
}

/// The lengths of what was read since the start, by key, the latest of a key last; of none, once nobody needs it any
/// more.
pub fn lengths() -> Vec<(String, usize)> {
    in_order(|texts| texts.iter().map(|(key, text)| (key.clone(), units(text))).collect())
}

/// Whether a start has read this text under this key. That it has not, says nothing.
pub fn was_read(key: &str, text: Option<&str>) -> bool {
    in_order(|texts| last_of(texts, key).is_some_and(|it| Some(it) == text))
}

/// What a start has read under a key. That there is nothing, says nothing.
pub fn text(key: &str) -> Option<String> {
    in_order(|texts| last_of(texts, key).map(|text| text.to_owned()))
}

fn last_of<'a>(texts: &'a [(String, String)], key: &str) -> Option<&'a str> {
    let before = texts.partition_point(|it| *it.0 <= *key);
    before.checked_sub(1).map(|at| &texts[at]).filter(|it| it.0 == key).map(|it| &*it.1)
}

/// How full the store is, was measured.
pub fn measured() {
    if !IS_MEASURED.replace(true) {
        release_texts();
    }
}

/// One of the two that need what a start has read is done with it: the journal, or how full the store is. Once both
/// are, it is dropped.
pub fn release_texts() {
    NEEDED_BY.set(NEEDED_BY.get().saturating_sub(1));
    if NEEDED_BY.get() == 0 {
        TEXTS.take();
        SORTED.set(0);
    }
}

/// The keys that were written since, each once.
pub fn take() -> Vec<String> {
    let mut keys = KEYS.take();
    keys.retain(|key| key != JOURNAL);
    keys.sort();
    keys.dedup();
    keys
}

/// Whether something was written under a key since somebody asked last.
pub fn is_new(key: &str) -> bool {
    KEYS.with_borrow(|keys| keys.iter().any(|it| it == key))
}

/// From now on this is told of each write.
pub fn on_write(tell: fn()) {
    TELL.set(tell);
}
