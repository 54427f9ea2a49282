//! Words that come back.

use super::stem::stem;
use super::stop::StopWords;
use super::written::Written;
use std::collections::{BTreeMap, BTreeSet};

/// The words that stand in at least two of these notes, with the number of notes, most first (then by their letters),
/// at most `most` of them. Forms of a word are one word, shown as it is written most often; a note counts it once.
/// Words that say nothing on their own, and numbers, are left out.
pub fn recurring<'a>(texts: impl Iterator<Item = &'a str>, most: usize) -> Vec<(String, usize)> {
    let stop = StopWords::default();
    let mut found: BTreeMap<String, (Written<'a>, usize)> = BTreeMap::new();
    for text in texts {
        let mut counted = BTreeSet::new();
        for word in stop.said(text).into_iter().filter(|it| it.folded.contains(char::is_alphabetic)) {
            let stem = stem(&word.folded);
            let (written, notes) = found.entry(stem.clone()).or_default();
            written.count(word.written, word.before);
            *notes += usize::from(counted.insert(stem));
        }
    }
    let mut words: Vec<(String, usize)> =
        found.into_values().filter(|it| it.1 > 1).map(|(written, notes)| (written.form(), notes)).collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.truncate(most);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[&str], most: usize) -> Vec<(String, usize)> {
        recurring(texts.iter().copied(), most)
    }

    fn pairs(words: &[(&str, usize)]) -> Vec<(String, usize)> {
        words.iter().map(|&(word, notes)| (word.to_owned(), notes)).collect()
    }

    #[test]
    fn french_words_are_counted_once_a_note_and_shown_with_their_accents() {
        let notes = [
            "Un potager derrière l’école.",
            "École : un jardin à l’école, et un potager.",
            "Les écoles n’ont pas de potagers, ni d’école buissonnière.",
            "Faire plus avec moins",
        ];
        assert_eq!(of(&notes, 9), pairs(&[("potager", 3), ("école", 3)]));
        assert_eq!(of(&notes, 1).len(), 1);
    }

    #[test]
    fn english_words_are_counted_in_all_their_forms() {
        let notes =
            ["More meetings in the evening.", "Evening meetings aren’t for parents", "Meet the parents", "Do it"];
        assert_eq!(of(&notes, 9), pairs(&[("meetings", 3), ("evening", 2), ("parents", 2)]));
    }

    #[test]
    fn a_name_keeps_its_capital_and_the_beginning_of_a_sentence_gives_none() {
        let notes = ["Cantine fermée. Aldermere nous aide.", "Cantine à revoir, avec Aldermere", "Merci ! Cantine"];
        assert_eq!(of(&notes, 9), pairs(&[("cantine", 3), ("Aldermere", 2)]));
    }

    #[test]
    fn numbers_and_what_stands_in_one_note_do_not_recur() {
        assert_eq!(of(&["2026 2026 tilleul tilleul", "2026", "", "🙂 🙂"], 9), []);
    }
}
