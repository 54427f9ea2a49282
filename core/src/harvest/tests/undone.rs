//! Acts that are taken back, and acts that are refused.

use super::*;

/// Two devices gave theme 51 different names and did not know of each other.
fn disputed() -> Desk {
    let mut here = Desk::with_notes(&[41]);
    here.theme(51, "Flots");
    let mut there = here.copy();
    here.name(51, "Eau");
    there.now += 10;
    there.name(51, "Eaux");
    here.meet(&mut there);
    here.now = there.now;
    assert_eq!(names(&here), ["Eau", "Eaux"]);
    here
}

/// The names of theme 51 that stand, the oldest first.
fn names(desk: &Desk) -> Vec<String> {
    desk.read(51).name.texts().iter().map(|version| version.is.to_string()).collect()
}

#[test]
fn undoing_a_choice_between_two_names_puts_both_back() {
    let mut desk = disputed();
    let done = desk.name(51, "Eau");
    assert_eq!(names(&desk), ["Eau"]);
    let again = desk.undo(&done);
    assert_eq!(names(&desk), ["Eau", "Eaux"]);
    assert!(desk.read(51).is_disputed());
    let done = desk.undo(&again);
    assert_eq!(names(&desk), ["Eau"]);
    desk.undo(&done);
    assert_eq!(names(&desk), ["Eau", "Eaux"]);
}

#[test]
fn a_choice_is_not_undone_where_somebody_worded_it_anew() {
    let mut desk = disputed();
    let done = desk.name(51, "Eau");
    desk.name(51, "Rivières");
    assert!(desk.undo(&done).changes.is_empty());
    assert_eq!(names(&desk), ["Rivières"]);
}

#[test]
fn a_choice_is_not_made_again_where_only_one_of_both_names_stands() {
    let mut desk = disputed();
    let done = desk.name(51, "Mer");
    let again = desk.undo(&done);
    let seen = vec![desk.read(51).name.live()[0].at];
    desk.act(&Act::NameTheme { theme: id(51), seen, name: "Source".into() });
    assert!(desk.undo(&again).changes.is_empty());
    assert_eq!(names(&desk), ["Eaux", "Source"]);
}

#[test]
fn undoing_a_first_description_leaves_none_that_could_be_one_of_two() {
    let mut here = disputed();
    let mut there = here.copy();
    let describe = |about: &str| Act::DescribeTheme { theme: id(51), seen: Vec::new(), about: about.into() };
    let done = here.act(&describe("Qui puise"));
    let again = here.undo(&done);
    assert!(here.read(51).about.live().is_empty());
    there.act(&describe("Qui paie"));
    here.meet(&mut there);
    let abouts = |desk: &Desk| desk.read(51).about.seen().len();
    assert_eq!((here.read(51).about.latest(), abouts(&here)), ("Qui paie", 1));
    assert!(here.undo(&again).changes.is_empty(), "somebody described it since");
}

#[test]
fn a_step_that_is_refused_at_its_last_act_changes_nothing_at_all() {
    let mut desk = disputed();
    let before = desk.cafe.clone();
    let seen = desk.read(51).name.seen();
    let acts = [
        Act::NameTheme { theme: id(51), seen, name: "Eaux".into() },
        Act::AddThemes { question: QUESTION, themes: vec![(id(59), "Neuf".into())] },
        Act::Sort { notes: vec![id(41)], theme: Some(id(59)) },
        Act::DescribeTheme { theme: id(51), seen: Vec::new(), about: "x".repeat(501) },
    ];
    assert_eq!(desk.try_all(&acts), Err(Refusal::TooLong(500)));
    assert_eq!(desk.cafe, before);
    assert_eq!(names(&desk), ["Eau", "Eaux"]);
    assert!(desk.cafe.rare_records().eq(before.rare_records()));
    let done = desk.try_all(&acts[..3]).expect("all but the last");
    assert_eq!((names(&desk), desk.theme_of(41)), (vec!["Eaux".to_owned()], Some(id(59))));
    desk.undo(&done);
    assert_eq!((names(&desk), desk.theme_of(41)), (vec!["Eau".to_owned(), "Eaux".to_owned()], None));
}

#[test]
fn undoing_the_making_of_a_theme_leaves_it_where_somebody_wrote_in_it_since() {
    let mut here = Desk::with_notes(&[]);
    let made = here.theme(51, "Eau");
    let mut there = here.copy();
    there.name(51, "L’eau du puits");
    here.meet(&mut there);
    assert!(here.undo(&made).changes.is_empty());
    assert_eq!(here.themes(), ["L’eau du puits"]);
    let add = Act::AddStep { id: id(61), what: "Creuser".into(), who: String::new(), when: String::new() };
    let made = here.act(&add);
    here.act(&Act::AssignStep { id: id(61), who: "Awa".into(), when: String::new() });
    assert!(here.undo(&made).changes.is_empty());
    assert_eq!(here.harvest().steps.len(), 1);
}

#[test]
fn undoing_the_making_of_a_theme_takes_it_away_where_its_words_are_as_they_were() {
    let mut desk = Desk::with_notes(&[]);
    let made = desk.theme(51, "Eau");
    let named = desk.name(51, "Mer");
    desk.undo(&named);
    let again = desk.undo(&made);
    assert_eq!((desk.themes().len(), desk.taken()), (0, vec!["Eau".to_owned()]));
    desk.undo(&again);
    assert_eq!(desk.themes(), ["Eau"]);
}
