//! Corrections and choices of words, taken back.

use super::*;
use crate::domain::Stamp;
use crate::harvest::{Edit, Standing};

const NOTE: u128 = 41;

/// Two devices corrected note 41 and did not know of each other.
fn disputed() -> Desk {
    let mut here = Desk::with_notes(&[NOTE]);
    let mut there = here.copy();
    here.rewrite("Flots");
    there.now += 10;
    there.rewrite("Ondes");
    here.meet(&mut there);
    here.now = there.now;
    assert_eq!(here.words(), ["Flots", "Ondes"]);
    here
}

impl Desk {
    fn words(&self) -> Vec<&str> {
        let note = self.cafe.contribution(id(NOTE)).expect("a note");
        note.text.texts().into_iter().map(|version| &*version.is).collect()
    }

    fn is_disputed(&self) -> bool {
        self.cafe.contribution(id(NOTE)).expect("a note").is_disputed()
    }

    fn seen(&self) -> Vec<Stamp> {
        self.cafe.contribution(id(NOTE)).expect("a note").text.seen()
    }

    fn rewrite(&mut self, text: &str) {
        let seen = self.seen();
        self.command(Command::Rewrite { id: id(NOTE), seen, text: text.into() });
    }

    fn standing(&self) -> Standing {
        Standing::of(&self.cafe, id(NOTE)).expect("words")
    }

    /// Does something to the words; what takes it back.
    fn step(&mut self, act: impl FnOnce(&mut Self)) -> Done {
        let before = self.standing();
        act(self);
        let undo = vec![Edit::Stand { id: id(NOTE), over: self.standing(), is: before }];
        Done { undo, ..Done::default() }
    }
}

#[test]
fn undoing_a_choice_between_two_versions_lets_both_stand_and_wait_again() {
    let mut desk = disputed();
    let picked = desk.step(|desk| {
        let seen = desk.seen();
        desk.command(Command::Pick { id: id(NOTE), version: seen[0], seen });
    });
    assert_eq!(desk.words(), ["Flots"]);
    let again = desk.undo(&picked);
    assert_eq!(desk.words(), ["Flots", "Ondes"]);
    assert!(desk.is_disputed());
    let back = desk.undo(&again);
    assert_eq!(desk.words(), ["Flots"]);
    desk.undo(&back);
    // Whoever has the choice and not the step back sees both all the same.
    let mut other = disputed();
    other.cafe.join(desk.cafe.clone());
    assert_eq!(other.words(), ["Flots", "Ondes"]);
}

#[test]
fn undoing_that_both_versions_are_kept_asks_again_and_redoing_asks_no_more() {
    let mut desk = disputed();
    let kept = desk.step(|desk| {
        let seen = desk.seen();
        desk.command(Command::KeepBoth { id: id(NOTE), seen });
    });
    assert!(!desk.is_disputed());
    let again = desk.undo(&kept);
    assert!(desk.is_disputed());
    assert_eq!(desk.words(), ["Flots", "Ondes"]);
    desk.undo(&again);
    assert!(!desk.is_disputed());
}

#[test]
fn undoing_a_correction_of_versions_that_were_kept_asks_nothing() {
    let mut desk = disputed();
    let seen = desk.seen();
    desk.command(Command::KeepBoth { id: id(NOTE), seen });
    let corrected = desk.step(|desk| desk.rewrite("Eau"));
    desk.undo(&corrected);
    assert_eq!(desk.words(), ["Flots", "Ondes"]);
    assert!(!desk.is_disputed(), "they had been left side by side");
}

#[test]
fn a_correction_is_not_undone_where_somebody_wrote_something_else_since() {
    let mut desk = Desk::with_notes(&[NOTE]);
    let mut other = desk.copy();
    let corrected = desk.step(|desk| desk.rewrite("Eau"));
    let mut later = desk.copy();
    later.rewrite("Mer");
    assert!(later.undo(&corrected).changes.is_empty());
    assert_eq!(later.words(), ["Mer"]);
    // Nor where somebody who knew nothing of it wrote beside it.
    other.now += 10;
    other.rewrite("Source");
    desk.meet(&mut other);
    assert!(desk.undo(&corrected).changes.is_empty());
    assert_eq!(desk.words(), ["Eau", "Source"]);
}

#[test]
fn erased_words_do_not_come_back_by_a_step_back() {
    let mut desk = Desk::with_notes(&[NOTE]);
    let corrected = desk.step(|desk| desk.rewrite("Eau"));
    desk.command(Command::Erase { id: id(NOTE), by: DEVICE });
    assert!(desk.undo(&corrected).changes.is_empty());
    assert!(desk.cafe.contribution(id(NOTE)).is_none());
}
