//! Taking a café off this device, which can be undone for a day.
//!
//! A mark is written and nothing else: the café is no longer listed, its records stay. A start after a day notes that
//! they are due, and one after another hour takes them away, and the mark last, so that one that breaks off is gone on
//! with: a clock that is wrong for a moment takes nothing away. Opening the café in any way puts it back.
//!
//! The mark holds a digest of all that the café had. A tab that slept while another one took it off may still write
//! into it: then the digest fits no longer, and the café comes back in place of going, with every word. So a live edit
//! need not ask whether its café is marked.

use super::{Repository, Store, StoreError, keys};
use crate::bundle;
use crate::domain::{Id, sorted};

/// How long a café can be put back, in milliseconds: a day.
pub const PUT_BACK_FOR: u64 = 24 * 60 * 60 * 1000;

/// How long it is due before it goes, in milliseconds: an hour.
const DUE_FOR: u64 = 60 * 60 * 1000;

/// Characters that are kept free for a mark: twice what one takes with its key.
const RESERVE: usize = 160;

/// Stands in place of the digest once a café is being taken away for good.
const GOING: &str = "going";

/// What stands under the key of a café that was taken off.
struct Mark {
    /// When it was, in milliseconds since 1970.
    since: u64,
    /// The digest of all that it had, or [`GOING`]. Another text fits no café, which is put back then.
    digest: String,
    /// Since when it is due.
    due: Option<u64>,
}

impl Mark {
    fn going(since: u64) -> Self {
        Self { since, digest: GOING.to_owned(), due: None }
    }

    /// What cannot be read counts as made now.
    fn parse(text: &str, now: u64) -> Self {
        let mut parts = text.split(' ');
        let since = parts.next().and_then(|since| since.parse().ok()).unwrap_or(now);
        let digest = parts.next().unwrap_or_default().to_owned();
        Self { since, digest, due: parts.next().and_then(|due| due.parse().ok()) }
    }

    fn to_text(&self) -> String {
        let Self { since, digest, .. } = self;
        self.due.map_or_else(|| format!("{since} {digest}"), |due| format!("{since} {digest} {due}"))
    }

    fn is_going(&self) -> bool {
        self.digest == GOING
    }
}

impl<S: Store> Repository<S> {
    fn take_away(&self, cafe: Id) -> Result<(), StoreError> {
        self.keys_of(cafe)?.iter().try_for_each(|key| self.store().remove(key))?;
        self.put_back(cafe)
    }

    /// Marks a café as taken off this device. A full store takes the mark, too: for the room that was kept for it.
    ///
    /// # Errors
    /// As the store; then it is still there.
    pub fn remove_cafe(&self, cafe: Id, now: u64) -> Result<(), StoreError> {
        let mark = Mark { since: now, digest: self.digest_of(cafe)?, due: None };
        let (key, mark) = (keys::removed(cafe), mark.to_text());
        match self.store().keep(&key, &mark) {
            Err(StoreError::Full) => {
                self.store().remove(keys::RESERVE)?;
                self.store().keep(&key, &mark)
            }
            done => done,
        }
    }

    /// Keeps room for the mark of a café that is taken off: what is typed fills a store to its last character.
    ///
    /// # Errors
    /// As the store, which may be full already.
    pub fn keep_reserve(&self) -> Result<(), StoreError> {
        match self.store().get(keys::RESERVE)? {
            Some(_) => Ok(()),
            None => self.store().keep(keys::RESERVE, &" ".repeat(RESERVE)),
        }
    }

    /// The keys of a café and of what was put aside of it, in order.
    fn keys_of(&self, cafe: Id) -> Result<Vec<String>, StoreError> {
        let (own, aside) = (keys::of_cafe(cafe, ""), keys::aside(&keys::of_cafe(cafe, "")));
        let mut keys = self.store().keys()?;
        keys.retain(|key| key.starts_with(&own) || key.starts_with(&aside));
        sorted::sort_unique(&mut keys);
        Ok(keys)
    }

    fn mark_of(&self, cafe: Id, now: u64) -> Result<Mark, StoreError> {
        Ok(Mark::parse(&self.store().get(&keys::removed(cafe))?.unwrap_or_default(), now))
    }

    fn digest_of(&self, cafe: Id) -> Result<String, StoreError> {
        let mut texts = Vec::new();
        for key in self.keys_of(cafe)? {
            let text = self.store().get(&key)?.unwrap_or_default();
            texts.extend([key, text]);
        }
        Ok(bundle::digest_of_all(&texts).to_string())
    }

    /// Takes the mark away.
    ///
    /// # Errors
    /// As the store; then the café is still marked.
    pub fn put_back(&self, cafe: Id) -> Result<(), StoreError> {
        self.store().remove(&keys::removed(cafe))
    }

    /// The cafés that are marked, and since when; an unreadable mark counts as made now.
    ///
    /// # Errors
    /// As the store.
    pub fn removed(&self, now: u64) -> Result<Vec<(Id, u64)>, StoreError> {
        let mut removed = Vec::new();
        for key in self.store().keys()? {
            if let Some(cafe) = keys::removed_cafe(&key) {
                removed.push((cafe, self.mark_of(cafe, now)?.since));
            }
        }
        Ok(removed)
    }

    /// Takes a marked café away for good at once, for the room that it takes: asked for by a person. Where something
    /// was written into it since it was marked, it is put back instead. Says whether it went.
    ///
    /// # Errors
    /// As the store. What is left is taken away by a later start.
    pub fn remove_for_good(&self, cafe: Id, now: u64) -> Result<bool, StoreError> {
        let mark = self.mark_of(cafe, now)?;
        if !mark.is_going() && mark.digest != self.digest_of(cafe)? {
            return self.put_back(cafe).map(|()| false);
        }
        // Shorter than what is there: a full store takes it, too. At its time a later start goes on with it.
        let since = now.saturating_sub(PUT_BACK_FOR + 1);
        self.store().keep(&keys::removed(cafe), &Mark::going(since).to_text())?;
        self.take_away(cafe).map(|()| true)
    }

    /// Takes away for good what was marked a day ago or longer and has been due for an hour, and puts back what was
    /// written into since; says which cafés are still marked. A clock that was set back keeps them longer.
    ///
    /// # Errors
    /// As the store. A later start goes on here.
    pub fn clear_removed(&self, now: u64) -> Result<Vec<Id>, StoreError> {
        let mut kept = Vec::new();
        for (cafe, since) in self.removed(now)? {
            if now.saturating_sub(since) <= PUT_BACK_FOR {
                kept.push(cafe);
                continue;
            }
            let key = keys::removed(cafe);
            let mark = self.mark_of(cafe, now)?;
            if !mark.is_going() && mark.due.is_none_or(|due| now < due.saturating_add(DUE_FOR)) {
                // A clock that is behind now was ahead when it said so: the day begins anew.
                let was_ahead = mark.due.is_some_and(|due| now < due);
                if was_ahead || mark.due.is_none() {
                    let (since, due) = if was_ahead { (now, None) } else { (since, Some(now)) };
                    self.store().keep(&key, &Mark { since, due, ..mark }.to_text())?;
                }
                kept.push(cafe);
                continue;
            }
            if mark.is_going() {
                self.take_away(cafe)?;
            } else if mark.digest == self.digest_of(cafe)? {
                // Said first: a start that breaks off leaves less than the digest knows.
                self.store().keep(&key, &Mark::going(since).to_text())?;
                self.take_away(cafe)?;
            } else {
                self.put_back(cafe)?;
            }
        }
        Ok(kept)
    }
}
