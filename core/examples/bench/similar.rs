//! How often suggestions of similar notes are right, beside plain word overlap, and how long they take.

use crate::similar_set::{HELD_OUT, Half, Score, TUNED, notes};
use nappe_core::domain::Id;
use nappe_core::words::{recurring, suggest};
use std::collections::BTreeSet;
use std::time::Instant;

fn with_ids<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<(Id, &'a str)> {
    (1u128..).map(Id::from_bits).zip(texts).collect()
}

fn suggested(half: &Half) -> Vec<Vec<usize>> {
    let notes = with_ids(notes(half).into_iter().map(|it| it.0));
    suggest(&notes).iter().map(|it| it.notes.iter().map(|id| id.bits() as usize - 1).collect()).collect()
}

/// The baseline: pairs of notes that share so much of their words, in lower case and with nothing else done to them.
fn by_words(half: &Half, least: f64) -> Vec<Vec<usize>> {
    let split = |text: &str| -> BTreeSet<String> {
        text.to_lowercase()
            .split(|it: char| !it.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let words: Vec<_> = notes(half).iter().map(|it| split(it.0)).collect();
    let pairs = (0..words.len()).flat_map(|a| (a + 1..words.len()).map(move |b| (a, b)));
    let alike = pairs.filter(|&(a, b)| {
        let common = words[a].intersection(&words[b]).count() as f64;
        common >= least * (words[a].len() + words[b].len()) as f64 - least * common
    });
    alike.map(|(a, b)| vec![a, b]).collect()
}

fn line(name: &str, half: &str, score: Score) {
    println!("{name:<24} {half:<9} {:>9.3} {:>6.3} {:>5.3}", score.precision, score.recall, score.f1());
}

/// This many notes of three to fourteen words, drawn from the words of the set by a fixed rule. A third of the words
/// get another ending, as a large café has more words than the set.
fn recombined(count: usize) -> Vec<String> {
    let pool: Vec<&str> =
        [&TUNED, &HELD_OUT].into_iter().flat_map(notes).flat_map(|it| it.0.split_whitespace()).collect();
    let mut state = 0x2545_f491_4f6c_dd1du64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut note = || {
        let words = (0..3 + draw(12)).map(|_| {
            let word = pool[draw(pool.len())];
            if draw(3) == 0 {
                format!("{word}{}", ["ot", "ul", "ane", "ib", "oc", "um", "ag", "il"][draw(8)])
            } else {
                word.into()
            }
        });
        words.collect::<Vec<_>>().join(" ")
    };
    (0..count).map(|_| note()).collect()
}

/// Prints the suggestions that are wrong, and the groups that were not found whole.
fn mistakes(half: &Half) {
    let all = notes(half);
    let texts = |group: &[usize]| group.iter().map(|&it| all[it].0).collect::<Vec<_>>();
    let found = suggested(half);
    for group in &found {
        let of: BTreeSet<_> = group.iter().map(|&it| all[it].1).collect();
        if of.len() > 1 || of.contains(&None) {
            println!("wrong: {:#?}", texts(group));
        }
    }
    for wanted in 0..half.groups.len() {
        let group: Vec<usize> = (0..all.len()).filter(|&it| all[it].1 == Some(wanted)).collect();
        if !found.iter().any(|it| group.iter().all(|note| it.contains(note))) {
            println!("not whole: {:#?}", texts(&group));
        }
    }
}

/// Prints what is wrong or missing in the half that may be looked at, then the figures of both, then times.
pub fn print() {
    if std::env::args().any(|it| it == "similar") {
        mistakes(&TUNED);
    }
    println!("\nsimilar notes: pairs            precision recall    F1");
    for (half, name) in [(&TUNED, "tuned on"), (&HELD_OUT, "held out")] {
        line("suggestions", name, Score::of(half, &suggested(half)));
    }
    let best = (1..20).map(|it| f64::from(it) / 20.0).max_by(|a, b| {
        Score::of(&TUNED, &by_words(&TUNED, *a)).f1().total_cmp(&Score::of(&TUNED, &by_words(&TUNED, *b)).f1())
    });
    for (half, name) in [(&TUNED, "tuned on"), (&HELD_OUT, "held out")] {
        let least = best.unwrap_or(0.5);
        line(&format!("words in common ({least:.2})"), name, Score::of(half, &by_words(half, least)));
    }
    for count in [100, 1_000, 10_000] {
        let texts = recombined(count);
        let notes = with_ids(texts.iter().map(String::as_str));
        let start = Instant::now();
        let found = std::hint::black_box(suggest(&notes)).len();
        let similar = start.elapsed().as_secs_f64() * 1e3;
        let start = Instant::now();
        std::hint::black_box(recurring(texts.iter().map(String::as_str), 40));
        let words = start.elapsed().as_secs_f64() * 1e3;
        println!("{count:>6} notes: {found} suggestions in {similar:.1} ms, words that recur in {words:.1} ms");
    }
}
