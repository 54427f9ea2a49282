//! What was written in the last minutes, kept a second time where it is on the disk at once. A start after the browser
//! was killed puts back what `localStorage` lost (`core::storage`, `recover`).
//!
//! The journal begins when the last part of the app is there; what was written before is in it from then on. Where the
//! browser has no such thing, the app does without.

use super::{AppState, Session};
use crate::core::storage::Store;
use crate::platform;
use crate::platform::journal::{Entry, Journal};
use crate::storage::recent;
use leptos::task::spawn_local;
use std::cell::Cell;

/// The number of what was lost and found no room in the store: greater than any that a write gets, so that each start
/// tries again. A whole number that JavaScript still counts exactly.
const WAITING: u64 = (1 << 53) - 1;
/// How long what was written stays in the journal, in milliseconds: Chromium may gather writes for about a minute.
const KEPT_FOR: f64 = 600_000.0;

/// Where a page that puts something back tells the next one, which is loaded at once, to say so.
const RECOVERED: &str = "recovered";
const YES: &str = "yes";

thread_local! {
    static JOURNAL: Cell<Option<&'static Journal>> = const { Cell::new(None) };
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

impl AppState {
    /// Puts back what was lost, and keeps the journal from now on.
    pub(super) fn keep_journal(self) {
        spawn_local(async move {
            let repository = self.repository();
            if repository.setting(RECOVERED).is_ok_and(|said| said.as_deref() == Some(YES)) {
                drop(repository.keep_setting(RECOVERED, ""));
                self.say(self.lang().now().ready().recovered);
            }
            let Some(journal) = Journal::open().await else {
                self.journal_asked.set(true);
                recent::release_texts();
                return recent::on_write(|| drop(recent::take()));
            };
            let (now, mut lost) = (platform::now() as f64, false);
            let (mut old, mut waiting, mut last) = (Vec::new(), Vec::new(), 0);
            let entries = journal.read().await;
            // Asked after the journal was read: another tab numbers its writes in the store first.
            let has = repository.journaled().unwrap_or(u64::MAX);
            for entry in entries {
                let (key, text) = (&entry.key, entry.text.as_deref());
                let is_known = entry.number <= has;
                let done = match (is_known, text) {
                    (true, _)
                        if recent::was_read(key, text)
                            || repository.store().get(key).is_ok_and(|stored| stored.as_deref() == text) =>
                    {
                        old.extend(((now - entry.at).abs() > KEPT_FOR).then_some(entry.key));
                        continue;
                    }
                    (true, Some(text)) => repository.mend(key, text),
                    (true, None) => Ok(false),
                    (false, _) => repository.recover(key, text, recent::is_new(key)),
                };
                match done {
                    Ok(changed) => {
                        lost |= changed;
                        // The journal takes over what the store has now. Words that were erased go from it, too: a page
                        // may have been left before the journal had its last writes.
                        recent::wrote(key);
                        last = last.max(if entry.number == WAITING { 0 } else { entry.number });
                    }
                    Err(_) => {
                        self.hold(repository.record_in(key, text.unwrap_or_default()));
                        // What the store had once is tried again as it is: a person may take its café off by then.
                        waiting.extend((!is_known).then_some(Entry { number: WAITING, ..entry }));
                    }
                }
            }
            recent::release_texts();
            journal.drop(&old).await;
            if journal.write(&waiting).await {
                drop(repository.has_writes_until(last));
            }
            JOURNAL.set(Some(Box::leak(Box::new(journal))));
            recent::on_write(follow);
            follow();
            // Everything begins anew: the device may be another one, and cafés may be there again.
            if lost {
                drop(repository.keep_setting(RECOVERED, YES));
            }
            let stays = self.sessions().into_iter().any(Session::would_lose) || !platform::address::reload_if(lost);
            if lost && stays {
                drop(repository.keep_setting(RECOVERED, ""));
                self.say(self.lang().now().ready().recovered);
                self.sessions().into_iter().for_each(Session::reload);
            }
            if stays {
                self.journal_asked.set(true);
            }
        });
    }
}

/// Brings the journal up to date with the store, unless that is being done.
fn follow() {
    let Some(journal) = JOURNAL.get() else { return };
    if WRITING.replace(true) {
        return;
    }
    spawn_local(async move {
        let repository = super::use_app().repository();
        loop {
            let keys = recent::take();
            if keys.is_empty() {
                break;
            }
            // Before the values are read: what is written after that has a later number.
            let number = repository.number_writes();
            let number = number.unwrap_or_else(|_| repository.journaled().unwrap_or_default().saturating_add(1));
            let at = platform::now() as f64;
            // What cannot be read now is not said to be gone.
            let entry = |key: String| Some(Entry { text: repository.store().get(&key).ok()?, key, at, number });
            let entries: Vec<Entry> = keys.into_iter().filter_map(entry).collect();
            if !journal.write(&entries).await {
                // They come with what is written next.
                entries.iter().for_each(|entry| recent::wrote(&entry.key));
                break;
            }
        }
        WRITING.set(false);
    });
}
