//! Which notes seem to say the same. What comes out is a suggestion: a person reads the notes and decides.
//!
//! # How two notes are compared
//! A note is a set of meanings: its words without stop words and endings, with words of the two languages that mean the
//! same taken together ([`super::bridge`]). A meaning weighs the more the fewer notes have it, so what the whole café
//! is about counts little. Words that the other note does not have look for the closest one there by their letters,
//! which finds misspellings, compounds and families of words. The likeness is the cosine of the two, with some weight
//! on how much of the shorter one is in the longer one; it is less where one denies or wants the contrary.
//!
//! # How groups come about
//! Only notes that share a meaning of few notes are compared, and each with a bounded number of others: the time grows
//! with the notes and not with their pairs. Pairs that are alike enough come together, the closest first, while the
//! average likeness of a group holds ([`super::groups`]). That was preferred to taking all that hangs together, where
//! a chain of likenesses ends far from where it began.
//!
//! # What it cannot
//! It knows no grammar and no world: the same said in quite other words is not found, and who does what to whom is not
//! seen. `core/examples/bench/similar_set.rs` says how often it is right.

use super::fold::fold;
use super::groups::{Groups, MOST};
use super::pairs::{ALIKE, Pairs, WHOLE};
use crate::domain::Id;
use std::collections::BTreeMap;

/// Notes that seem to say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Two to eight notes, by their ids.
    pub notes: Vec<Id>,
    /// How like each other they are on average, in percent; 100 only where all have the same text but for case, accents
    /// and spaces.
    pub likeness: u8,
    /// Up to four words that most of them have, as they are written most often; of words that mean the same, one.
    pub shared: Vec<String>,
}

/// Groups of similar notes, the most alike first (then by their first id). A note is in one group at most. The order of
/// the notes does not matter; of notes with one id only one counts.
pub fn suggest(notes: &[(Id, &str)]) -> Vec<Suggestion> {
    let mut search = Search::new(notes.to_vec());
    while !search.step() {}
    search.into_suggestions()
}

/// How like each other two texts are, and their places.
type Pair = (u32, usize, usize);

/// What is done next; the numbers are places to go on from.
#[derive(Debug)]
enum Stage {
    /// Putting notes with the same text together.
    Folding(usize, BTreeMap<String, Vec<usize>>),
    /// Reading the texts.
    Reading(usize),
    /// Looking for what is worth comparing.
    Seeking(usize, Vec<(usize, usize)>),
    /// Comparing.
    Comparing(Vec<(usize, usize)>, Vec<Pair>),
    /// Putting together what is alike, from the end on.
    Joining(Vec<Pair>),
    /// Listing what came together.
    Listing(Vec<Vec<usize>>),
    /// Saying which words they share.
    Naming,
    /// Nothing.
    Done,
}

/// The number of pairs that are compared in a step.
const PAIRS_AT_ONCE: usize = 16;

/// The search for groups in short steps, between which a page can go on. Each step does a bounded amount of work (but
/// for the few that sort), and the number of steps grows with the notes, not with their pairs.
#[derive(Debug)]
pub struct Search<T> {
    /// By id.
    notes: Vec<(Id, T)>,
    /// Each text once: the first note that has it, and those that are not in a group of equal ones yet.
    texts: Vec<(usize, Vec<usize>)>,
    pairs: Pairs,
    groups: Groups,
    /// How alike, and which notes.
    found: Vec<(u32, Vec<usize>)>,
    told: Vec<Suggestion>,
    stage: Stage,
}

impl<T: AsRef<str> + Ord> Search<T> {
    /// The search among these notes, each with its words.
    pub fn new(mut notes: Vec<(Id, T)>) -> Self {
        notes.sort_unstable();
        notes.dedup_by_key(|it| it.0);
        Self {
            notes,
            texts: Vec::new(),
            pairs: Pairs::default(),
            groups: Groups::new(Vec::new()),
            found: Vec::new(),
            told: Vec::new(),
            stage: Stage::Folding(0, BTreeMap::new()),
        }
    }

    /// Goes on a little; says whether the search is done.
    pub fn step(&mut self) -> bool {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Folding(at, same) => self.fold(at, same),
            Stage::Reading(at) => self.read(at),
            Stage::Seeking(at, worth) => self.seek(at, worth),
            Stage::Comparing(rest, alike) => self.compare(rest, alike),
            Stage::Joining(alike) => self.join(alike),
            Stage::Listing(rest) => self.list(rest),
            Stage::Naming => self.name(),
            Stage::Done => Stage::Done,
        };
        matches!(self.stage, Stage::Done)
    }

    /// What was found, once the search is done.
    pub fn into_suggestions(self) -> Vec<Suggestion> {
        self.told
    }

    fn fold(&mut self, at: usize, mut same: BTreeMap<String, Vec<usize>>) -> Stage {
        if let Some((_, text)) = self.notes.get(at) {
            let folded = fold(text.as_ref()).split_whitespace().collect::<Vec<_>>().join(" ");
            if !folded.is_empty() {
                same.entry(folded).or_default().push(at);
            }
            return Stage::Folding(at + 1, same);
        }
        for mut equal in same.into_values() {
            let first = equal[0];
            let rest = equal.split_off(equal.len() - equal.len() % MOST);
            self.found.extend(equal.chunks(MOST).map(|it| (WHOLE, it.to_vec())));
            self.texts.push((first, rest));
        }
        self.texts.sort_unstable();
        Stage::Reading(0)
    }

    fn read(&mut self, at: usize) -> Stage {
        if at < self.texts.len() {
            self.pairs.read(self.notes[self.texts[at].0].1.as_ref());
            return Stage::Reading(at + 1);
        }
        self.pairs.weigh();
        self.groups = Groups::new(self.texts.iter().map(|it| it.1.len()).collect());
        Stage::Seeking(0, Vec::new())
    }

    fn seek(&mut self, at: usize, mut worth: Vec<(usize, usize)>) -> Stage {
        if at < self.texts.len() {
            let others = self.pairs.worth_comparing(at).into_iter();
            worth.extend(others.map(|other| (at.min(other), at.max(other))));
            return Stage::Seeking(at + 1, worth);
        }
        worth.sort_unstable();
        worth.dedup();
        Stage::Comparing(worth, Vec::new())
    }

    fn compare(&self, mut rest: Vec<(usize, usize)>, mut alike: Vec<Pair>) -> Stage {
        let now = rest.split_off(rest.len().saturating_sub(PAIRS_AT_ONCE));
        let pairs = now.into_iter().map(|(a, b)| (self.pairs.likeness(a, b), a, b));
        alike.extend(pairs.filter(|it| it.0 >= ALIKE));
        if !rest.is_empty() {
            return Stage::Comparing(rest, alike);
        }
        // The most alike at the end, then in the order of the notes.
        alike.sort_unstable_by_key(|&(likeness, a, b)| (likeness, usize::MAX - a, usize::MAX - b));
        Stage::Joining(alike)
    }

    fn join(&mut self, mut alike: Vec<Pair>) -> Stage {
        if let Some((_, a, b)) = alike.pop() {
            self.groups.join(&self.pairs, a, b);
            return Stage::Joining(alike);
        }
        Stage::Listing(self.groups.take())
    }

    fn list(&mut self, mut rest: Vec<Vec<usize>>) -> Stage {
        if let Some(group) = rest.pop() {
            let mut notes: Vec<usize> = group.iter().flat_map(|&it| self.texts[it].1.iter().copied()).collect();
            notes.sort_unstable();
            self.found.push((self.average(&group), notes));
            return Stage::Listing(rest);
        }
        // The best at the end.
        self.found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
        Stage::Naming
    }

    fn name(&mut self) -> Stage {
        let Some((likeness, notes)) = self.found.pop() else { return Stage::Done };
        let texts: Vec<&str> = notes.iter().map(|&it| self.notes[it].1.as_ref()).collect();
        self.told.push(Suggestion {
            likeness: (likeness * 100 / WHOLE) as u8,
            shared: self.pairs.shared(&texts, 4),
            notes: notes.into_iter().map(|it| self.notes[it].0).collect(),
        });
        Stage::Naming
    }

    /// The average likeness of all pairs of a group. Only notes with the same text are wholly alike.
    fn average(&self, group: &[usize]) -> u32 {
        let (mut sum, mut count) = (0, 0);
        for (place, &a) in group.iter().enumerate() {
            let times = self.texts[a].1.len();
            let own = (times * times.saturating_sub(1) / 2) as u32;
            sum += own * WHOLE;
            count += own;
            for &b in &group[place + 1..] {
                let links = (times * self.texts[b].1.len()) as u32;
                sum += links * self.pairs.likeness(a, b).min(WHOLE * 99 / 100);
                count += links;
            }
        }
        let whole = if group.len() > 1 { WHOLE * 99 / 100 } else { WHOLE };
        (sum / count.max(1)).min(whole)
    }
}
