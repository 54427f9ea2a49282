//! Notes that are gathered, set aside, and carry dots.

use super::*;
use crate::harvest::{Each, MOST_DOTS, MOST_VOTERS, Phase, Voting, ballot_id, shown};

fn hide(desk: &mut Desk, note: u128, hidden: bool) {
    desk.command(Command::SetHidden { id: id(note), hidden });
}

fn gather(desk: &mut Desk, notes: &[u128]) {
    desk.act(&Act::Gather { notes: notes.iter().map(|note| id(*note)).collect() });
}

fn dots(desk: &mut Desk, person: u32, on: &[u128]) {
    let on = on.iter().map(|note| id(*note)).collect();
    desk.act(&Act::PlaceDots { device: DEVICE, person, question: QUESTION, on });
}

fn budget(desk: &mut Desk, budget: u32) {
    desk.act(&Act::SetVoting(Voting { budget, phase: Phase::Open, ..Voting::default() }));
}

#[test]
fn gathering_pulls_no_note_out_of_a_theme_that_stands() {
    let mut desk = Desk::with_notes(&[41, 42, 43]);
    desk.theme(51, "Eau");
    desk.theme(52, "Pain");
    desk.sort(41, 51);
    desk.sort(42, 52);
    desk.set_removed(51, true);
    gather(&mut desk, &[41, 42]);
    assert_eq!((desk.theme_of(41), desk.theme_of(42)), (Some(id(52)), Some(id(52))));
}

#[test]
fn a_note_that_came_with_a_joined_theme_goes_with_it_again_after_gathering() {
    let mut desk = Desk::with_notes(&[41, 42]);
    desk.theme(51, "Eau");
    desk.theme(52, "Pain");
    desk.sort(41, 51);
    desk.sort(42, 52);
    desk.join(51, 52);
    gather(&mut desk, &[41, 42]);
    desk.act(&Act::Part { note: id(42) });
    desk.act(&Act::PartTheme { theme: id(51) });
    assert_eq!((desk.theme_of(41), desk.theme_of(42)), (Some(id(51)), Some(id(52))));
}

#[test]
fn notes_that_one_device_gathers_while_another_one_sorts_stand_where_that_one_put_them() {
    let mut here = Desk::with_notes(&[41, 42, 43]);
    here.theme(51, "Pourquoi");
    here.theme(52, "Comment");
    let mut there = here.copy();
    gather(&mut here, &[41, 42, 43]);
    there.sort(42, 51);
    there.sort(43, 52);
    here.meet(&mut there);
    let all = |desk: &Desk| [41, 42, 43].map(|note| desk.theme_of(note));
    assert_eq!(all(&here), [Some(id(51)); 3], "the first of them that is in one");
    assert_eq!(here.harvest().progress(&here.cafe)[&QUESTION].sorted, 3);
    hide(&mut here, 42, true);
    assert_eq!(all(&here), [Some(id(52)); 3], "the first that is shown");
    hide(&mut here, 42, false);
    here.act(&Act::Sort { notes: vec![id(41)], theme: None });
    assert_eq!(all(&here), [None; 3], "out of all themes are all of them");
}

#[test]
fn what_was_set_aside_is_in_no_shown_group_and_among_no_shown_examples() {
    let mut desk = Desk::with_notes(&[41, 42, 43]);
    desk.write(44, Some(41));
    desk.write(45, Some(41));
    gather(&mut desk, &[41, 42, 43]);
    hide(&mut desk, 42, true);
    hide(&mut desk, 45, true);
    let harvest = desk.harvest();
    let group = |note| harvest.shown_group(&desk.cafe, id(note));
    assert_eq!((group(41), group(43), harvest.group(id(41)).len()), (vec![id(41), id(43)], vec![id(41), id(43)], 3));
    assert_eq!(shown(&desk.cafe, &[id(44), id(45), id(99)]), [id(44)]);
    hide(&mut desk, 41, true);
    assert!(desk.harvest().shown_group(&desk.cafe, id(43)).is_empty(), "it is shown alone");
    hide(&mut desk, 41, false);
    hide(&mut desk, 42, false);
    assert_eq!(desk.harvest().shown_group(&desk.cafe, id(43)).len(), 3);
}

#[test]
fn dots_on_what_was_set_aside_count_again_when_it_is_shown_again() {
    let mut desk = Desk::with_notes(&[41, 42]);
    budget(&mut desk, 3);
    gather(&mut desk, &[41, 42]);
    dots(&mut desk, 1, &[41, 42, 42]);
    let counted = |desk: &Desk| desk.harvest().dots_of_group(id(41));
    assert_eq!(counted(&desk), 3);
    hide(&mut desk, 42, true);
    assert_eq!(counted(&desk), 1);
    assert_eq!(desk.harvest().given(&desk.cafe, DEVICE, 1, QUESTION), [id(41)], "and can be given anew");
    let hidden = Act::PlaceDots { device: DEVICE, person: 2, question: QUESTION, on: vec![id(42)] };
    assert_eq!(desk.try_act(&hidden), Err(Refusal::Missing));
    hide(&mut desk, 42, false);
    assert_eq!(counted(&desk), 3);
}

#[test]
fn who_gave_dots_sees_as_his_own_just_those_that_count() {
    let mut desk = Desk::with_notes(&[41, 42, 43]);
    budget(&mut desk, 3);
    dots(&mut desk, 1, &[41, 42, 43]);
    desk.command(Command::Erase { id: id(41), by: DEVICE });
    budget(&mut desk, 2);
    let harvest = desk.harvest();
    assert_eq!(harvest.given(&desk.cafe, DEVICE, 1, QUESTION), [id(42), id(43)]);
    assert_eq!((harvest.dots(id(42)), harvest.dots(id(43))), (1, 1));
}

#[test]
fn a_forged_ballot_of_the_last_number_of_all_does_not_move_a_device_on_to_it() {
    let mut desk = Desk::with_notes(&[41]);
    budget(&mut desk, MOST_DOTS);
    dots(&mut desk, 1, &[41]);
    let mut forged = desk.cafe.record(ballot_id(desk.cafe.id(), QUESTION, DEVICE, 1)).expect("a ballot").clone();
    if let crate::domain::Record::Carried(it) = &mut forged {
        it.id = ballot_id(desk.cafe.id(), QUESTION, DEVICE, u32::MAX);
        it.extra.insert("person".into(), crate::harvest::fields::string(&u32::MAX.to_string()));
    }
    desk.cafe.join_record(forged);
    assert_eq!((desk.harvest().people_of(DEVICE), desk.harvest().voters()), (MOST_VOTERS, 1));
    let beyond = Act::PlaceDots { device: DEVICE, person: MOST_VOTERS + 1, question: QUESTION, on: Vec::new() };
    assert_eq!(desk.try_act(&beyond), Err(Refusal::OutOfRange));
}

#[test]
fn where_each_device_has_dots_those_of_its_first_person_count_until_each_person_has_some_again() {
    let mut desk = Desk::with_notes(&[41, 42]);
    let each = |desk: &mut Desk, each| {
        desk.act(&Act::SetVoting(Voting { each, phase: Phase::Open, ..Voting::default() }));
    };
    each(&mut desk, Each::Person);
    dots(&mut desk, 1, &[41, 42]);
    dots(&mut desk, 2, &[41, 41]);
    dots(&mut desk, 3, &[42]);
    let counted = |desk: &Desk| {
        let harvest = desk.harvest();
        let given = [1, 2, 3].map(|person| harvest.given(&desk.cafe, DEVICE, person, QUESTION).len());
        (harvest.dots(id(41)), harvest.dots(id(42)), harvest.voters(), given)
    };
    assert_eq!(counted(&desk), (3, 2, 3, [2, 2, 1]));
    each(&mut desk, Each::Device);
    assert_eq!(counted(&desk), (1, 1, 1, [2, 0, 0]));
    assert_eq!(desk.harvest().people_of(DEVICE), 3, "whoever is next is not one of those");
    each(&mut desk, Each::Person);
    assert_eq!(counted(&desk), (3, 2, 3, [2, 2, 1]));
}

#[test]
fn a_highlight_on_any_shown_note_of_a_group_lights_all_and_goes_from_all() {
    let mut desk = Desk::with_notes(&[41, 42, 43, 44]);
    let light = |desk: &mut Desk, note, on| desk.act(&Act::Highlight { note: id(note), on });
    light(&mut desk, 42, true);
    light(&mut desk, 44, true);
    gather(&mut desk, &[41, 42, 43]);
    let lit = |desk: &Desk| [41, 42, 43, 44].map(|note| desk.harvest().is_lit(&desk.cafe, id(note)));
    assert_eq!(lit(&desk), [true; 4]);
    hide(&mut desk, 42, true);
    assert!(!lit(&desk)[0], "what is not shown lights nothing");
    hide(&mut desk, 42, false);
    let done = light(&mut desk, 41, false);
    assert_eq!(lit(&desk), [false, false, false, true]);
    desk.undo(&done);
    assert_eq!(lit(&desk), [true; 4]);
    assert!(light(&mut desk, 43, false).undo.len() == 1 && light(&mut desk, 43, false).changes.is_empty());
}
