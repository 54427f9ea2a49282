//! How like each other two notes are, and which of many are worth comparing.

use super::bridge::Bridge;
use super::stem::stem;
use super::stop::StopWords;
use super::written::Written;
use std::collections::BTreeMap;

/// From here on two notes are worth a place in one group, in [`WHOLE`].
pub(super) const ALIKE: u32 = 4_300;
/// The likeness of two notes with the same words.
pub(super) const WHOLE: u32 = 10_000;
/// How much of it is what the two have in common beside all that either says; the rest is how much of the shorter one
/// the longer one says too.
const COSINE: f32 = 0.75;
/// From here on two words that are not the same are taken for forms or misspellings of one.
const CLOSE: f32 = 0.58;
/// What is left where only one of the two denies something.
const DENIED: f32 = 0.72;
/// What is left where they lead contrary ways: even the same words are not alike enough then.
const CONTRARY: f32 = 0.42;
/// From here on they are the same words, and only one of them denying is the contrary.
const SAME: f32 = 0.9;
/// A note is compared with at most this many others, those with which it shares most.
const COMPARED: usize = 24;
/// At most this many words of a note count, the first ones: long texts must not take time without bound.
const SAID: usize = 48;

/// A word: words with one meaning are taken for the same; others are compared by the letters of their stems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    meaning: u32,
    stem: u32,
}

/// What stands for a note when it is compared.
#[derive(Clone, Debug, Default)]
struct Sketch {
    /// The words that say something, each meaning once, sorted.
    words: Vec<Word>,
    direction: u64,
    /// Length of the note as a vector.
    norm: f32,
}

/// Notes, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    stop: StopWords,
    bridge: Bridge,
    /// For each meaning of the bridge that occurred its number here.
    known: BTreeMap<u16, u32>,
    words: BTreeMap<String, Word>,
    sketches: Vec<Sketch>,
    /// For each meaning the notes that have it, and its weight: what few say weighs more.
    postings: Vec<Vec<u32>>,
    weights: Vec<f32>,
    /// For each stem its letters two by two, sorted.
    letters: Vec<Vec<[char; 2]>>,
    /// For each note what it shares with the one that is looked at; all zero in between.
    sums: Vec<f32>,
}

impl Pairs {
    /// Reads one more text; a note is from here on its place among them. After the last one, [`Pairs::weigh`].
    pub fn read(&mut self, text: &str) {
        let said = self.stop.said_or_all(text);
        let mut found: Vec<Word> = said.iter().take(SAID).map(|said| self.word(&said.folded)).collect();
        found.sort_unstable();
        found.dedup_by_key(|it| it.meaning);
        let direction = self.bridge.direction(text);
        self.sketches.push(Sketch { words: found, direction, norm: 0.0 });
    }

    /// The word as a number, the same for all its forms, and its meaning as another.
    fn word(&mut self, folded: &str) -> Word {
        let stem = stem(folded);
        if let Some(word) = self.words.get(&stem) {
            return *word;
        }
        let next = self.postings.len() as u32;
        let meaning = self.bridge.meaning(&stem).map_or(next, |it| *self.known.entry(it).or_insert(next));
        if meaning == next {
            self.postings.push(Vec::new());
        }
        let word = Word { meaning, stem: self.letters.len() as u32 };
        self.letters.push(two_by_two(&stem));
        self.words.insert(stem, word);
        word
    }

    /// Weighs the words, once all texts were read.
    pub fn weigh(&mut self) {
        for (note, sketch) in (0..).zip(&self.sketches) {
            sketch.words.iter().for_each(|it| self.postings[it.meaning as usize].push(note));
        }
        let notes = self.sketches.len() as f32;
        self.weights = self.postings.iter().map(|it| (1.0 + notes / it.len() as f32).ln()).collect();
        for sketch in &mut self.sketches {
            sketch.norm = sketch.words.iter().map(|it| self.weights[it.meaning as usize].powi(2)).sum::<f32>().sqrt();
        }
        self.sums = vec![0.0; self.sketches.len()];
    }

    /// The notes that are worth comparing with this one: those that share most with it.
    pub fn worth_comparing(&mut self, note: usize) -> Vec<usize> {
        // A word that every tenth note has says little, and would have everybody compared with everybody.
        let most = (self.sketches.len() / 10).clamp(40, 400);
        let mut touched: Vec<u32> = Vec::new();
        for &Word { meaning, .. } in &self.sketches[note].words {
            let (posting, weight) = (&self.postings[meaning as usize], self.weights[meaning as usize]);
            for &other in posting.iter().filter(|_| posting.len() <= most) {
                if self.sums[other as usize] == 0.0 {
                    touched.push(other);
                }
                self.sums[other as usize] += weight * weight;
            }
        }
        let mut others: Vec<(f32, usize)> = touched
            .into_iter()
            .map(|it| it as usize)
            .map(|other| (std::mem::take(&mut self.sums[other]) / self.sketches[other].norm, other))
            .filter(|it| it.1 != note)
            .collect();
        let order = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if others.len() > COMPARED {
            others.select_nth_unstable_by(COMPARED, order);
            others.truncate(COMPARED);
        }
        others.into_iter().map(|it| it.1).collect()
    }

    /// How like each other two notes are, of [`WHOLE`].
    pub fn likeness(&self, a: usize, b: usize) -> u32 {
        let (a, b) = (&self.sketches[a.min(b)], &self.sketches[a.max(b)]);
        if a.norm == 0.0 || b.norm == 0.0 {
            return 0;
        }
        let common = self.common(a, b);
        let cosine = common / (a.norm * b.norm);
        let contained = common / a.norm.min(b.norm).powi(2);
        let mut likeness = COSINE * cosine.min(1.0) + (1.0 - COSINE) * contained.min(1.0);
        if (a.direction ^ b.direction) >> 63 != 0 {
            likeness *= if likeness > SAME { CONTRARY } else { DENIED };
        }
        if contrary(a.direction, b.direction) {
            likeness *= CONTRARY;
        }
        (likeness * WHOLE as f32) as u32
    }

    /// The product of two notes: meanings that both have, and each other word with the closest one of the other note.
    fn common(&self, a: &Sketch, b: &Sketch) -> f32 {
        let weight = |it: &Word| self.weights[it.meaning as usize];
        let has = |words: &[Word], it: &Word| words.binary_search_by_key(&it.meaning, |it| it.meaning).is_ok();
        let letters = |it: &Word| &self.letters[it.stem as usize];
        let rest: Vec<_> = b.words.iter().filter(|it| !has(&a.words, it)).collect();
        let one = |word: &Word| {
            if has(&b.words, word) {
                return weight(word).powi(2);
            }
            let close = rest.iter().map(|it| (closeness(letters(word), letters(it)), weight(it)));
            let closest = close.fold((0.0, 0.0), |best, it| if it.0 > best.0 { it } else { best });
            if closest.0 >= CLOSE { closest.0 * closest.1 * weight(word) } else { 0.0 }
        };
        a.words.iter().map(one).sum()
    }

    /// Up to this many words that at least half of these notes have, and two: what most have first, then what few
    /// others have.
    pub fn shared(&self, texts: &[&str], most: usize) -> Vec<String> {
        let mut found: BTreeMap<u32, (Written<'_>, usize, usize)> = BTreeMap::new();
        for (note, text) in (1..).zip(texts) {
            for said in self.stop.said_or_all(text) {
                let Some(word) = self.words.get(&stem(&said.folded)) else { continue };
                let (written, notes, last) = found.entry(word.meaning).or_default();
                written.count(said.written, said.before);
                *notes += usize::from(std::mem::replace(last, note) != note);
            }
        }
        let weight = |meaning: &u32| self.weights[*meaning as usize];
        let mut shared: Vec<_> = found.iter().filter(|it| it.1.1 > 1 && it.1.1 * 2 >= texts.len()).collect();
        shared.sort_by(|a, b| b.1.1.cmp(&a.1.1).then(weight(b.0).total_cmp(&weight(a.0))).then(a.0.cmp(b.0)));
        shared.into_iter().take(most).map(|it| it.1.0.form()).collect()
    }
}

/// Whether one leads only one way where the other leads only the other.
fn contrary(a: u64, b: u64) -> bool {
    const FIRST: u64 = 0x1555_5555_5555_5555;
    let only = |it: u64| (it & !(it >> 1) & FIRST, (it >> 1) & !it & FIRST);
    let ((a_one, a_other), (b_one, b_other)) = (only(a), only(b));
    a_one & b_other | a_other & b_one != 0
}

/// The letters of a word two by two, with its beginning counted as a letter: words of a family begin alike.
fn two_by_two(word: &str) -> Vec<[char; 2]> {
    let mut pairs: Vec<[char; 2]> =
        std::iter::once('^').chain(word.chars()).zip(word.chars()).map(|(a, b)| [a, b]).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Dice's coefficient of two words of at least five letters: 1 for the same pairs of letters, 0 for none in common.
fn closeness(a: &[[char; 2]], b: &[[char; 2]]) -> f32 {
    let (short, all) = (a.len().min(b.len()), a.len() + b.len());
    if short < 5 || ((2 * short) as f32) < CLOSE * all as f32 {
        return 0.0;
    }
    let (mut at, mut common) = (0, 0);
    for pair in a {
        while at < b.len() && b[at] < *pair {
            at += 1;
        }
        common += usize::from(b.get(at) == Some(pair));
    }
    (2 * common) as f32 / all as f32
}
