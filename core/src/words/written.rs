//! Which of its written forms stands for a word.

use std::collections::BTreeMap;

/// How one word was written, and how often.
#[derive(Clone, Debug, Default)]
pub(super) struct Written<'a> {
    forms: BTreeMap<&'a str, usize>,
    /// Whether it ever stood with a small letter, and with a capital that begins no sentence.
    small: bool,
    name: bool,
}

impl<'a> Written<'a> {
    /// Counts a word and looks at what stands before it.
    pub fn count(&mut self, word: &'a str, before: &str) {
        *self.forms.entry(word).or_default() += 1;
        if word.chars().next().is_some_and(char::is_uppercase) {
            self.name |= !begins_sentence(before);
        } else {
            self.small = true;
        }
    }

    /// The form that is written most often, without its capital unless it is always written with one: at the beginning
    /// of a sentence every word has one, so somewhere else too. Of forms written as often, the first by its letters.
    pub fn form(&self) -> String {
        let as_name = self.name && !self.small;
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for (form, count) in &self.forms {
            let form = if as_name { (*form).to_owned() } else { form.to_lowercase() };
            *counts.entry(form).or_default() += count;
        }
        counts.into_iter().rev().max_by_key(|it| it.1).map(|it| it.0).unwrap_or_default()
    }
}

/// Whether a sentence begins behind this text: only spaces and signs part it from the end of the last one.
fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(|it: char| !it.is_alphanumeric() && !ENDS.contains(&it));
    before.is_empty() || before.ends_with(ENDS)
}

const ENDS: [char; 5] = ['.', '!', '?', ':', '\n'];
