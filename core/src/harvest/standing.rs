//! The words of a note, a key point or a question as they stand, so that a correction or a choice can be taken back.
//!
//! They are not fields of the harvest but registers of the record itself: whoever corrects them at the harvest writes
//! over what they saw, as everywhere, and a step back writes again what stood there.

use crate::domain::{Cafe, Clock, Extra, Id, Record, Stamp};
use crate::merge::{Latest, Version, Versions};

/// What the words of a record are. No stamps: words that were changed and put back are the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The different texts, the oldest first, with what a newer app keeps in each.
    texts: Vec<(Box<str>, Extra)>,
    /// Whether somebody decided to leave them side by side.
    kept: bool,
}

impl Standing {
    /// The words of a note, a key point or a question; none where it is something else, or was erased.
    pub fn of(cafe: &Cafe, id: Id) -> Option<Self> {
        let record = cafe.record(id)?;
        Some(Self::read(record.versions()?, record.kept()))
    }

    fn read(versions: &Versions, kept: Option<&Latest<Vec<Stamp>>>) -> Self {
        let texts: Vec<_> = versions.texts().into_iter().map(|it| (it.is.clone(), it.extra.clone())).collect();
        let kept = texts.len() > 1 && !versions.is_disputed(kept);
        Self { texts, kept }
    }

    /// Whether the same words stand, in whatever order.
    fn says(&self, other: &Self) -> bool {
        let words = |of: &Self| {
            let mut words: Vec<Box<str>> = of.texts.iter().map(|(text, _)| text.clone()).collect();
            words.sort_unstable();
            words
        };
        words(self) == words(other)
    }
}

/// Writes these words in the place of others, if just those stand: whatever somebody wrote since stays. Says whether it
/// did.
pub(super) fn put(cafe: &mut Cafe, id: Id, over: &Standing, is: &Standing, now: u64, clock: &mut Clock) -> bool {
    let Some((versions, kept)) = cafe.record_mut(id).and_then(Record::versions_mut) else { return false };
    let stands = Standing::read(versions, kept.as_ref());
    if !stands.says(over) || stands.kept != over.kept {
        return false;
    }
    if !over.says(is) {
        let seen = versions.seen();
        let (mut last, mut live) = (versions.last_stamp(), Vec::new());
        for (text, extra) in &is.texts {
            let at = clock.next_version(now, last, &seen);
            last = last.max(Some(at));
            live.push(Version { at, is: text.clone(), extra: extra.clone() });
        }
        let gone = versions.replaced().iter().copied().chain(seen).collect();
        *versions = Versions::from_parts(live, gone);
    }
    if Standing::read(versions, kept.as_ref()).kept != is.kept {
        let side_by_side = if is.kept { versions.seen() } else { Vec::new() };
        *kept = Some(Latest::new(clock.next(now, kept.as_ref().map(|kept| kept.at)), side_by_side));
    }
    true
}
