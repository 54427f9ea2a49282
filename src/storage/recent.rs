//! Which keys were written since somebody asked last. Browsers gather what is written to `localStorage` and put it on the
//! disk seconds later; until then a journal has it as well (`state::journal`), once the part of the app that keeps one is there.

use crate::core::storage::keys::JOURNAL;
use std::cell::{Cell, RefCell};

/// After so many writes, whoever wants to know now and then is told.
const NOW_AND_THEN: usize = 100;
/// Of so many texts the length is kept until somebody asks.
const MOST_LENGTHS: usize = 50_000;

thread_local! {
    static LENGTHS: RefCell<Option<Vec<(String, usize)>>> = const { RefCell::new(Some(Vec::new())) };
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

/// From now on a text with a letter beyond Latin-1 counts twice: WebKit stores one byte for each unit of a text as long as
/// that is enough, and two otherwise (measured: it takes 5.24 million units of the one kind, and 2.62 of the other).
pub fn count_wide_twice() {
    WIDE.set(2);
}

/// How much more a text takes that is not in Latin-1: once or twice as much.
pub fn wide() -> usize {
    WIDE.get()
}

/// So many units, of which browsers let a site store a number, a text takes: those of UTF-16, see [`count_wide_twice`].
pub fn units(text: &str) -> usize {
    let each = if text.chars().any(|letter| letter > '\u{ff}') { WIDE.get() } else { 1 };
    each * text.chars().map(char::len_utf16).sum::<usize>()
}

/// Notes how long a text is that was read. A start reads what it shows, and then wants to know how full the store is:
/// what it has read need not be read again.
pub fn read(key: &str, text: &str) {
    LENGTHS.with_borrow_mut(|lengths| {
        if let Some(lengths) = lengths.as_mut().filter(|lengths| lengths.len() < MOST_LENGTHS) {
            lengths.push((key.to_owned(), units(text)));
        }
    });
}

/// The lengths of what was read since the start, the latest last; nothing is noted from now on.
pub fn take_lengths() -> Vec<(String, usize)> {
    LENGTHS.take().unwrap_or_default()
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
