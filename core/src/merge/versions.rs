//! The register that never loses words: a multi-value register with explicit replacement.
//!
//! Each edit names the stamps of the versions its writer saw and replaced. A version that nobody replaced stays, so two
//! edits made without knowing of each other leave two versions. Naming stamps one by one costs 28 characters an edit;
//! a version vector would be shorter, but it assumes that a device is one writer, and a copied browser profile or a
//! second tab would then lose words.

use super::{Join, Latest};
use crate::domain::{Extra, Stamp, sorted};

/// One text, and when it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// When it was written.
    pub at: Stamp,
    /// The words.
    pub is: Box<str>,
    /// Fields of a newer app; they belong to this version.
    pub extra: Extra,
}

/// The versions of a text that nobody replaced, and the stamps of those that somebody did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    live: Vec<Version>,
    replaced: Vec<Stamp>,
}

impl Versions {
    /// A text with its first version.
    pub fn new(at: Stamp, text: Box<str>) -> Self {
        Self { live: vec![Version { at, is: text, extra: Extra::NONE }], replaced: Vec::new() }
    }

    /// From parts in any order, with any repetitions: sorts, and drops versions that are replaced.
    pub fn from_parts(mut live: Vec<Version>, mut replaced: Vec<Stamp>) -> Self {
        sorted::sort_unique(&mut replaced);
        sorted::sort_unique(&mut live);
        live.retain(|version| replaced.binary_search(&version.at).is_err());
        Self { live, replaced }
    }

    /// The versions that stand, the oldest first. More than one: written without knowing of each other.
    pub fn live(&self) -> &[Version] {
        &self.live
    }

    /// The stamps of the versions that were replaced, in order.
    pub fn replaced(&self) -> &[Stamp] {
        &self.replaced
    }

    /// The words of the latest version; empty if there is none.
    pub fn latest(&self) -> &str {
        self.live.last().map_or("", |version| &version.is)
    }

    /// The greatest stamp seen here: a new version must be later.
    pub fn last_stamp(&self) -> Option<Stamp> {
        self.live.last().map(|version| version.at).max(self.replaced.last().copied())
    }

    /// The stamps of the versions that stand: what a person who looks at them sees.
    pub fn seen(&self) -> Vec<Stamp> {
        self.live.iter().map(|version| version.at).collect()
    }

    /// Writes `text` over the versions with the stamps `seen`; the others stay.
    pub fn replace(&mut self, seen: &[Stamp], at: Stamp, text: Box<str>) {
        let mut live = std::mem::take(&mut self.live);
        live.push(Version { at, is: text, extra: Extra::NONE });
        let mut replaced = std::mem::take(&mut self.replaced);
        replaced.extend_from_slice(seen);
        *self = Self::from_parts(live, replaced);
    }

    /// Whether it was changed after it was first written.
    pub fn is_edited(&self) -> bool {
        !self.replaced.is_empty()
    }

    /// The different texts that stand, the oldest first: the same words written twice are one text.
    pub fn texts(&self) -> Vec<&Version> {
        let mut texts: Vec<&Version> = Vec::with_capacity(self.live.len());
        for version in &self.live {
            if !texts.iter().any(|earlier| earlier.is == version.is) {
                texts.push(version);
            }
        }
        texts
    }

    /// Whether different texts stand and nobody decided to keep them (`kept` names the stamps that were).
    pub fn is_disputed(&self, kept: Option<&Latest<Vec<Stamp>>>) -> bool {
        self.live.len() > 1
            && self.texts().len() > 1
            && !kept.is_some_and(|kept| self.live.iter().all(|version| kept.is.contains(&version.at)))
    }
}

impl Join for Versions {
    fn join(&mut self, other: &Self) -> bool {
        let replaced_grows = !is_subset(&other.replaced, &self.replaced);
        let live_grows = other.live.iter().any(|version| {
            self.live.binary_search(version).is_err() && self.replaced.binary_search(&version.at).is_err()
        });
        if !replaced_grows && !live_grows {
            return false;
        }
        let mut live = std::mem::take(&mut self.live);
        live.extend_from_slice(&other.live);
        let mut replaced = std::mem::take(&mut self.replaced);
        replaced.extend_from_slice(&other.replaced);
        *self = Self::from_parts(live, replaced);
        true
    }
}

fn is_subset(part: &[Stamp], whole: &[Stamp]) -> bool {
    part.len() <= whole.len() && part.iter().all(|stamp| whole.binary_search(stamp).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::WriterId;

    fn at(millis: u64, writer: u64) -> Stamp {
        Stamp::new(millis, 0, WriterId::from_bits(writer))
    }

    #[test]
    fn edits_that_did_not_know_of_each_other_both_stand() {
        let first = Versions::new(at(1, 1), "first".into());
        let (mut a, mut b) = (first.clone(), first);
        a.replace(&[at(1, 1)], at(2, 1), "by a".into());
        b.replace(&[at(1, 1)], at(3, 2), "by b".into());
        assert!(a.join(&b));
        assert_eq!(a.texts().len(), 2);
        assert!(a.is_disputed(None));
        assert!(!a.join(&b), "the second time changes nothing");
    }

    #[test]
    fn two_people_who_pick_at_once_never_leave_nothing() {
        let mut both = Versions::from_parts(vec![], vec![]);
        both.join(&Versions::new(at(1, 1), "one".into()));
        both.join(&Versions::new(at(1, 2), "two".into()));
        let (mut a, mut b) = (both.clone(), both);
        let seen = a.seen();
        a.replace(&seen, at(5, 1), "one".into());
        b.replace(&seen, at(5, 2), "two".into());
        a.join(&b);
        assert_eq!(a.texts().len(), 2);
    }

    #[test]
    fn the_same_words_written_twice_are_no_dispute() {
        let mut a = Versions::new(at(1, 1), "same".into());
        a.join(&Versions::new(at(2, 2), "same".into()));
        assert_eq!(a.live().len(), 2);
        assert!(!a.is_disputed(None));
    }
}
