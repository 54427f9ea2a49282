//! Themes and next steps that were taken away or joined to others.

use super::*;
use crate::harvest::NextStep;

/// Notes 41 and 42 in themes 51 and 52.
fn sorted() -> Desk {
    let mut desk = Desk::with_notes(&[41, 42]);
    desk.theme(51, "Eau");
    desk.theme(52, "Pain");
    desk.sort(41, 51);
    desk.sort(42, 52);
    desk
}

#[test]
fn a_theme_that_was_joined_to_one_that_another_device_took_away_still_stands() {
    let mut here = sorted();
    let mut there = here.copy();
    here.join(51, 52);
    there.set_removed(52, true);
    here.meet(&mut there);
    assert_eq!((here.themes(), here.taken()), (vec!["Eau".to_owned()], vec!["Pain".to_owned()]));
    assert_eq!((here.theme_of(41), here.theme_of(42)), (Some(id(51)), None));
    let back = here.harvest().taken_away(QUESTION)[0].back();
    here.act(&back);
    assert_eq!(here.themes(), ["Pain"], "the joining holds as soon as both are there");
    assert_eq!(here.theme_of(41), Some(id(52)));
}

#[test]
fn a_chain_of_joinings_ends_at_the_last_theme_that_stands_and_a_ring_at_the_least() {
    let mut desk = sorted();
    desk.theme(53, "Feu");
    desk.join(51, 52);
    desk.join(52, 53);
    let mut other = desk.copy();
    // Somebody who knew nothing of the joinings takes the end of the chain away; the ring is of two who joined at once.
    other.act(&Act::PartTheme { theme: id(52) });
    other.set_removed(53, true);
    assert_eq!(other.themes(), ["Pain"]);
    assert_eq!(other.theme_of(41), Some(id(52)));
    let (mut here, mut there) = (sorted(), sorted().copy());
    there.cafe = here.cafe.clone();
    here.join(51, 52);
    there.join(52, 51);
    here.meet(&mut there);
    assert_eq!((here.themes(), here.taken()), (vec!["Eau".to_owned()], vec!["Pain".to_owned()]));
    here.set_removed(51, true);
    there.act(&Act::PartTheme { theme: id(52) });
    here.meet(&mut there);
    assert_eq!(here.taken(), ["Eau", "Pain"], "the first device took the column away, whatever was in it");
}

#[test]
fn words_about_a_theme_that_was_taken_away_at_the_same_time_are_listed_and_can_be_put_back() {
    let mut here = sorted();
    let mut there = here.copy();
    here.set_removed(51, true);
    there.name(51, "L’eau du puits");
    there.act(&Act::DescribeTheme { theme: id(51), seen: Vec::new(), about: "Qui puise".into() });
    here.meet(&mut there);
    let taken = here.harvest().taken_away(QUESTION);
    let told: Vec<_> = taken.iter().map(|it| (it.theme.title(), it.theme.about.latest(), it.joined_to)).collect();
    assert_eq!(told, [("L’eau du puits", "Qui puise", None)]);
    here.act(&taken[0].back());
    assert_eq!(here.themes(), ["L’eau du puits", "Pain"]);
    assert_eq!(here.theme_of(41), Some(id(51)));
}

#[test]
fn a_theme_that_was_joined_to_another_is_listed_and_stands_again_with_its_notes() {
    let mut desk = sorted();
    desk.join(51, 52);
    assert_eq!((desk.themes(), desk.theme_of(41)), (vec!["Pain".to_owned()], Some(id(52))));
    let taken = desk.harvest().taken_away(QUESTION);
    assert_eq!((taken[0].theme.title(), taken[0].joined_to), ("Eau", Some(id(52))));
    let back = desk.act(&taken[0].back());
    assert_eq!((desk.themes(), desk.theme_of(41)), (vec!["Eau".to_owned(), "Pain".to_owned()], Some(id(51))));
    desk.undo(&back);
    assert_eq!(desk.themes(), ["Pain"]);
}

#[test]
fn one_theme_of_a_ring_stands_again_and_takes_nothing_with_it() {
    let mut here = sorted();
    let mut there = here.copy();
    here.join(51, 52);
    there.join(52, 51);
    here.meet(&mut there);
    let back = here.harvest().taken_away(QUESTION)[0].back();
    here.act(&back);
    assert_eq!(here.themes(), ["Eau", "Pain"]);
    assert_eq!((here.theme_of(41), here.theme_of(42)), (Some(id(51)), Some(id(52))));
}

#[test]
fn a_theme_that_is_taken_away_takes_along_what_was_joined_to_it_and_brings_its_notes_back() {
    let mut desk = sorted();
    desk.join(51, 52);
    let done = desk.set_removed(52, true);
    assert_eq!((desk.themes().len(), desk.taken().len(), desk.theme_of(41)), (0, 2, None));
    desk.undo(&done);
    assert_eq!((desk.themes(), desk.theme_of(41)), (vec!["Pain".to_owned()], Some(id(52))));
    desk.set_removed(52, true);
    desk.set_removed(52, false);
    assert_eq!((desk.themes(), desk.theme_of(41)), (vec!["Pain".to_owned()], Some(id(52))));
}

#[test]
fn what_is_said_about_a_theme_or_a_next_step_that_does_not_stand_is_refused() {
    let mut desk = sorted();
    desk.theme(53, "Feu");
    desk.join(53, 52);
    desk.set_removed(51, true);
    let (what, who) = ("Creuser".to_owned(), "Awa".to_owned());
    desk.act(&Act::AddStep { id: id(61), what: what.clone(), who: who.clone(), when: String::new() });
    desk.act(&Act::SetStepRemoved { id: id(61), removed: true });
    let before = desk.cafe.clone();
    for theme in [51, 53].map(id) {
        for act in [
            Act::NameTheme { theme, seen: Vec::new(), name: "Autre".into() },
            Act::DescribeTheme { theme, seen: Vec::new(), about: "Autre".into() },
            Act::MoveTheme { theme, place: 0 },
        ] {
            assert_eq!(desk.try_act(&act), Err(Refusal::Missing), "{act:?}");
        }
    }
    for act in [
        Act::Sort { notes: vec![id(41)], theme: Some(id(51)) },
        Act::JoinThemes { from: id(52), into: id(51) },
        Act::WordStep { id: id(61), seen: Vec::new(), what },
        Act::AssignStep { id: id(61), who, when: String::new() },
        Act::MoveStep { id: id(61), place: 0 },
    ] {
        assert_eq!(desk.try_act(&act), Err(Refusal::Missing), "{act:?}");
    }
    assert_eq!(desk.cafe, before);
}

#[test]
fn a_next_step_that_was_taken_away_is_listed_and_can_be_put_back() {
    let mut here = Desk::with_notes(&[]);
    here.act(&Act::AddStep { id: id(61), what: "Creuser".into(), who: String::new(), when: String::new() });
    let mut there = here.copy();
    here.act(&Act::SetStepRemoved { id: id(61), removed: true });
    let seen = there.harvest().steps[0].what.seen();
    there.act(&Act::WordStep { id: id(61), seen, what: "Creuser le puits".into() });
    here.meet(&mut there);
    let words = |steps: &[NextStep]| steps.iter().map(|step| step.what.latest().to_owned()).collect::<Vec<_>>();
    assert_eq!(words(here.harvest().steps_taken_away()), ["Creuser le puits"]);
    here.act(&Act::SetStepRemoved { id: id(61), removed: false });
    assert_eq!(words(&here.harvest().steps), ["Creuser le puits"]);
    assert!(here.harvest().steps_taken_away().is_empty());
}

#[test]
fn themes_whose_names_are_spelt_in_two_ways_or_are_one_of_two_are_offered_for_joining() {
    let mut here = Desk::with_notes(&[]);
    for (theme, name) in
        [(51, "Manque d'eau"), (52, "Pourquoi ?"), (53, "manque  d’eau"), (54, "Pourquoi\u{202f}?"), (55, "Puits")]
    {
        here.theme(theme, name);
    }
    let pairs = |desk: &Desk| desk.harvest().namesakes(QUESTION);
    assert_eq!(pairs(&here), [[id(51), id(53)], [id(52), id(54)]]);
    let mut there = here.copy();
    here.name(55, "Forage");
    there.name(55, "POURQUOI?");
    here.name(54, "Comment");
    here.meet(&mut there);
    assert_eq!(pairs(&here), [[id(51), id(53)], [id(52), id(55)]]);
    here.join(55, 52);
    assert_eq!(pairs(&here), [[id(51), id(53)]]);
}
