//! Names of themes that are not there yet, as they stand in a box: one on each line, kept until the themes are stored.

use super::kept_text::KeptText;
use super::sorting::Sorting;
use crate::core::domain::Id;
use crate::dom::prelude::*;

/// At most this many themes can be made at once: nobody can keep an eye on more columns.
pub const MOST: usize = 12;

/// The names in these lines.
pub fn named(lines: &str) -> Vec<String> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What was left in a box for names of new themes.
pub fn left(cx: Sorting, question: Id, slot: String) -> KeptText {
    let lines = KeptText::of_new(cx.session, slot);
    let themes: Vec<Id> = untrack(|| cx.themes(question));
    let are_there = {
        let there: Vec<String> = themes.iter().map(|id| cx.name(*id)).collect();
        let left = named(&lines.now());
        !left.is_empty() && left.iter().all(|name| there.contains(name))
    };
    // It waited for a store that was full when the themes were made, and by now may have them.
    if are_there {
        lines.text.set(String::new());
        if is_saved(cx, &themes) {
            lines.forget();
        }
    }
    lines
}

/// These themes were made of what stood in a box: the draft goes, unless it is all that the store has of them.
pub fn added(cx: Sorting, lines: KeptText, themes: &[Id]) {
    lines.text.set(String::new());
    lines.error.set(None);
    if is_saved(cx, themes) {
        lines.forget();
    }
}

fn is_saved(cx: Sorting, ids: &[Id]) -> bool {
    cx.session.unsaved().with_untracked(|unsaved| !ids.iter().any(|id| unsaved.contains_key(id)))
}

/// What stands in the box when a set is chosen to start from: the set, in the place of another one that nobody changed,
/// and behind what a person wrote.
pub fn with_set(lines: &str, set: &[&str], sets: &[[&str; 4]]) -> String {
    let mut names = named(lines);
    if sets.iter().any(|other| names == *other) {
        names.clear();
    } else if set.is_empty() {
        return lines.to_owned();
    }
    for name in set {
        if !names.iter().any(|other| other == name) {
            names.push((*name).to_owned());
        }
    }
    names.join("\n")
}
