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
const RESERVED: usize = 160;

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

    /// As long without the time since when it is due as with it: a full store takes that, too.
    fn to_text(&self) -> String {
        let due = self.due.map(|due| due.to_string()).unwrap_or_default();
        format!("{} {} {due:13}", self.since, self.digest)
    }

    fn is_going(&self) -> bool {
        self.digest == GOING
    }
}

impl<S: Store> Repository<S> {
    fn take_away(&self, cafe: Id) -> Result<(), StoreError> {
        self.keys_of(cafe)?.iter().try_for_each(|key| self.store().remove(key))?;
        self.store().remove(&keys::removed(cafe))
    }

    /// Marks a café as taken off this device. A full store takes the mark, too: for the room that was kept for it.
    ///
    /// # Errors
    /// As the store; then it is still there.
    pub fn remove_cafe(&self, cafe: Id, now: u64) -> Result<(), StoreError> {
        self.keep_mark(cafe, &Mark { since: now, digest: self.digest_of(cafe)?, due: None })
    }

    fn keep_mark(&self, cafe: Id, mark: &Mark) -> Result<(), StoreError> {
        let (key, mark) = (keys::removed(cafe), mark.to_text());
        match self.store().keep(&key, &mark) {
            Err(StoreError::Full) => {
                self.store().remove(keys::RESERVE)?;
                // Where even that is too little, the room is kept on for another try.
                self.store().keep(&key, &mark).inspect_err(|_| drop(self.keep_reserve()))
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
            None => self.store().keep(keys::RESERVE, &" ".repeat(RESERVED)),
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

    /// Whether a café is marked.
    ///
    /// # Errors
    /// As the store.
    pub fn is_removed(&self, cafe: Id) -> Result<bool, StoreError> {
        Ok(self.store().get(&keys::removed(cafe))?.is_some())
    }

    /// Takes the mark away, where there is one.
    ///
    /// # Errors
    /// As the store; then the café is still marked.
    pub fn put_back(&self, cafe: Id) -> Result<(), StoreError> {
        if self.is_removed(cafe)? {
            self.store().remove(&keys::removed(cafe))?;
            // Its room is free now for the next one, if it was that.
            drop(self.keep_reserve());
        }
        Ok(())
    }

    /// The marks; an unreadable one counts as made now.
    fn marks(&self, now: u64) -> Result<Vec<(Id, Mark)>, StoreError> {
        let keys = self.store().keys()?;
        let marked = keys.iter().filter_map(|key| keys::removed_cafe(key));
        marked.map(|cafe| Ok((cafe, self.mark_of(cafe, now)?))).collect()
    }

    /// The cafés that are marked, and since when; an unreadable mark counts as made now.
    ///
    /// # Errors
    /// As the store.
    pub fn removed(&self, now: u64) -> Result<Vec<(Id, u64)>, StoreError> {
        Ok(self.marks(now)?.into_iter().map(|(cafe, mark)| (cafe, mark.since)).collect())
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
        // At its time a later start goes on with it.
        self.keep_mark(cafe, &Mark::going(now.saturating_sub(PUT_BACK_FOR + 1)))?;
        self.take_away(cafe).map(|()| true)
    }

    /// Takes away for good what was marked a day ago or longer and has been due for an hour, and puts back what was
    /// written into since; says which cafés are still marked. A clock that was set back keeps them longer. Where the
    /// store refuses, a café stays marked, and a later start goes on with it.
    ///
    /// # Errors
    /// As the store, when the marks cannot be read.
    pub fn clear_removed(&self, now: u64) -> Result<Vec<Id>, StoreError> {
        let mut marked = self.marks(now)?;
        marked.retain(|(cafe, mark)| {
            let is_young = now.saturating_sub(mark.since) <= PUT_BACK_FOR;
            is_young || self.clear(*cafe, mark, now).unwrap_or(true)
        });
        Ok(marked.into_iter().map(|(cafe, _)| cafe).collect())
    }

    /// One step with a café that was marked a day ago or longer; says whether it is still marked.
    fn clear(&self, cafe: Id, mark: &Mark, now: u64) -> Result<bool, StoreError> {
        let since = mark.since;
        match mark.due {
            _ if mark.is_going() => self.take_away(cafe)?,
            None => {
                self.keep_mark(cafe, &Mark { since, digest: mark.digest.clone(), due: Some(now) })?;
                return Ok(true);
            }
            // A clock that is behind now was ahead when it said so: the day begins anew.
            Some(due) if now < due => {
                self.keep_mark(cafe, &Mark { since: now, digest: mark.digest.clone(), due: None })?;
                return Ok(true);
            }
            Some(due) if now < due.saturating_add(DUE_FOR) => return Ok(true),
            Some(_) if mark.digest == self.digest_of(cafe)? => {
                // Said first: a start that breaks off leaves less than the digest knows.
                self.keep_mark(cafe, &Mark::going(since))?;
                self.take_away(cafe)?;
            }
            Some(_) => self.put_back(cafe)?,
        }
        Ok(false)
    }
}
