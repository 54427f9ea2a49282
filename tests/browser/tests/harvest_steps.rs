//! The harvest: every step says what it takes back, and says so where it could not; whoever works by keyboard keeps the
//! focus, whatever goes.

use crate::board::{CHEESE, NOISE, TEASPOON, column, expect_column, move_by_tap, open_sorting, unsorted, with_themes};
use crate::steps::*;
use browser_tests::{Key, Options, Server, any, containing, in_each_engine, in_one_engine};
use nappe_core::domain::{Cafe, Clock, Command, DeviceId, Id, WriterId};

#[test]
fn a_step_that_somebody_changed_since_is_not_said_to_be_undone() {
    let server = Server::of_the_app();
    in_one_engine("steps of two", &Options::english().desk(), |browser| {
        let page = with_themes(browser, &server);
        move_by_tap(browser, NOISE, "Why");
        expect_column(&page, "Why", &[NOISE]);
        let undo = page.button(containing("Undo"));
        assert!(undo.text().contains("move of 1 note"), "{}", undo.text());
        let (here, address) = (browser.tab(), page.url());
        browser.new_tab();
        browser.open(&address);
        page.button(containing("Undo")).wait();
        assert!(!undo.is_enabled(), "what another window did is not undone here");
        move_by_tap(browser, NOISE, "Tools");
        expect_column(&page, "Tools", &[NOISE]);
        browser.switch_to(&here);
        expect_column(&page, "Tools", &[NOISE]);
        undo.click();
        page.wait_sees("Not undone: move of 1 note. Somebody changed it since.");
        expect_column(&page, "Tools", &[NOISE]);
        // Setting aside is a step as well.
        note(browser, CHEESE).button("Move to…").click();
        page.dialog("Move this note").button("Set aside").click();
        page.wait_sees("The note is set aside.");
        page.wait_for("the note to go", || !note(browser, CHEESE).exists());
        undo.click();
        page.wait_sees("Undone: setting aside.");
        note(browser, CHEESE).wait();
        page.button(containing("Redo")).click();
        page.wait_sees("Done again: setting aside.");
        page.wait_for("the note to go", || !note(browser, CHEESE).exists());
        // What is selected here and set aside there is selected no more: it would keep the rest from being moved.
        for words in [TEASPOON, "Menus in pictures"] {
            note(browser, words).checkbox("Select this note").click();
        }
        page.field("Find").type_text("teaspoon");
        page.region("2 notes selected").wait();
        page.wait_sees("(1 of them not shown)");
        browser.new_tab();
        browser.open(&address);
        note(browser, "Menus in pictures").button("Move to…").click();
        page.dialog("Move this note").button("Set aside").click();
        page.button("Set aside (2)").wait();
        browser.switch_to(&here);
        page.wait_sees("A selected note was erased or set aside meanwhile.");
        page.region("1 note selected").button("Move to…").click();
        page.dialog("Move this note").button(containing("Why")).click();
        page.wait_sees("1 note moved to “Why”.");
        browser.expect_no_errors();
    });
}

/// A café with a note and a key point that two devices corrected, and a second round from which only one table was
/// heard.
fn in_two_versions() -> Cafe {
    let (mut here, now) = (unsorted(), 1_780_150_000_000);
    let [mut ours, mut theirs] = [11, 12].map(|writer| Clock::new(WriterId::from_bits(writer)));
    let id = |number: u128| Id::from_bits((now as u128 - 9_000) << 80 | number);
    let (point, round, author) = (id(1), id(2), DeviceId::from_bits(7));
    let (question, table) = (here.questions()[1].id, here.tables()[0].id);
    let note = here.contributions().find(|note| note.words().starts_with(NOISE)).expect("a note").id;
    let text = "Small helpings".to_owned();
    for act in [
        Command::AddRound { id: round, minutes: 20, question: None },
        Command::WriteKeyPoint { id: point, author, table, round, text: text.clone() },
        Command::Write { id: id(3), author, question, table, round, text, name: String::new(), example_of: None },
    ] {
        here.apply(act, now, &mut ours).expect("an act");
    }
    let mut there = here.clone();
    for (cafe, clock, words) in [(&mut here, &mut ours, "seen here"), (&mut there, &mut theirs, "seen there")] {
        for id in [note, point] {
            let versions = cafe.words_of(id).expect("words");
            let (seen, text) = (versions.seen(), format!("{}, {words}", versions.latest()));
            cafe.apply(Command::Rewrite { id, seen, text }, now + 1, clock).expect("a correction");
        }
    }
    here.join(there);
    here
}

#[test]
fn a_choice_a_correction_and_a_key_point_set_aside_are_steps_that_go_back() {
    let server = Server::of_the_app();
    in_one_engine("words as steps", &Options::english().desk(), |browser| {
        let page = open_sorting(browser, &server, &in_two_versions());
        page.wait_sees("Table 2: nothing from round 2");
        let undo = |said: &str| {
            page.button(containing("Undo")).click();
            page.wait_sees(&format!("Undone: {said}."));
        };
        let expect_focus = |name: &str| page.wait_for(&format!("the focus on {name}"), || page.focused().name == name);
        // A correction on the board.
        rewrite_note(browser, TEASPOON, "Half a teaspoon is enough");
        page.wait_sees("The words are corrected.");
        undo("correction");
        note(browser, TEASPOON).wait();
        page.button(containing("Redo")).click();
        note(browser, "Half a teaspoon").wait();
        // A choice, which is heard, and after which the keyboard goes on in the list.
        page.button("Two versions (2)").click();
        let version = note(browser, NOISE).item(containing("seen here"));
        version.button("Keep this one").press(Key::Enter);
        page.wait_sees("Settled: one wording stays.");
        expect_focus("Two versions");
        note(browser, NOISE).wait_gone();
        undo("choice of a version");
        note(browser, NOISE).item(containing("seen there")).wait();
        page.button("Two versions (2)").wait();
        // Both are kept, of a key point.
        note(browser, "Small helpings").button("Keep both").press(Key::Enter);
        page.wait_sees("Both texts stay, side by side.");
        expect_focus("Two versions");
        undo("keeping of both versions");
        note(browser, "Small helpings").item(containing("seen there")).wait();
        // Set aside, it waits there, and goes back.
        note(browser, "Small helpings").button("Set aside").press(Key::Enter);
        page.wait_sees("The key point is set aside.");
        expect_focus("Two versions");
        page.button("Set aside (1)").click();
        note(browser, "Small helpings").button("Show again").press(Key::Enter);
        page.wait_sees("The key point is shown again.");
        expect_focus("Set aside");
        note(browser, "Small helpings").wait_gone();
        undo("showing of a key point again");
        note(browser, "Small helpings").wait();
        undo("setting aside of a key point");
        note(browser, "Small helpings").wait_gone();
        page.button("Two versions (2)").wait();
        // What is missing is told where it can be collected.
        to_step(browser, "Collect");
        page.wait_sees("Table 2: nothing from round 2");
        browser.expect_no_errors();
    });
}

/// The café in which nothing is sorted, with an example of its first note.
fn with_an_example() -> Cafe {
    let (mut cafe, now) = (unsorted(), 1_780_150_000_000);
    let of = cafe.contributions().find(|note| note.words().starts_with(TEASPOON)).expect("a note");
    let write = Command::Write {
        id: Id::from_bits((now as u128 - 9_000) << 80 | 1),
        author: DeviceId::from_bits(8),
        question: of.question,
        table: of.table,
        round: of.round,
        text: "A drop of sauce".into(),
        name: String::new(),
        example_of: Some(of.id),
    };
    cafe.apply(write, now, &mut Clock::new(WriterId::from_bits(11))).expect("an example");
    cafe
}

#[test]
fn an_example_is_corrected_and_set_aside_where_it_stands() {
    let server = Server::of_the_app();
    in_one_engine("an example on the board", &Options::english().desk(), |browser| {
        let page = open_sorting(browser, &server, &with_an_example());
        let expect_focus = |words: &str| {
            page.wait_for(&format!("the focus on {words}"), || page.focused().name.contains(words));
        };
        note(browser, TEASPOON).button("Change…").press(Key::Enter);
        let dialog = page.dialog("This example");
        assert!(!dialog.button("Highlight").exists() && !dialog.button(containing("Erase")).exists());
        dialog.button("Edit").click();
        let field = page.field("Your contribution, corrected");
        field.clear();
        field.paste_text("A drop of mustard");
        page.button("Save").click();
        page.wait_sees("The words are corrected.");
        note(browser, "A drop of mustard").wait();
        expect_focus(TEASPOON);
        note(browser, TEASPOON).button("Change…").press(Key::Enter);
        dialog.button("Set aside").press(Key::Enter);
        page.wait_sees("The note is set aside.");
        note(browser, "A drop of mustard").wait_gone();
        expect_focus(TEASPOON);
        page.button(containing("Undo")).click();
        note(browser, "A drop of mustard").wait();
        // Whoever sorts can add one, to the note of somebody else.
        note(browser, NOISE).button("Move to…").click();
        page.button("For example").click();
        page.field("An example of this").paste_text("The chairs on the tiles");
        page.button("Add").click();
        note(browser, &format!("{NOISE} For example The chairs on the tiles")).wait();
        // Under whichever note it stands: gathered with another one, its own keeps it.
        note(browser, NOISE).checkbox(any()).click();
        note(browser, TEASPOON).checkbox(any()).click();
        page.region("2 notes selected").button("Gather").click();
        page.wait_sees("2 notes gathered");
        for words in [NOISE, TEASPOON, "A drop of mustard"] {
            page.wait_sees(words);
        }
        browser.expect_no_errors();
    });
}

#[test]
fn whoever_works_by_keyboard_keeps_the_focus_and_can_take_notes_out_of_a_group() {
    let server = Server::of_the_app();
    in_each_engine("focus on the board", &Options::english().desk(), |browser| {
        let page = with_themes(browser, &server);
        let press = |key| page.press(key);
        let expect_focus = |words: &str| {
            page.wait_for(&format!("the focus on {words}"), || page.focused().name.contains(words));
        };
        // Gathered while the focus is on the second one: it goes to the first, under which both stand.
        press(Key::Down);
        press(Key::Char('x'));
        press(Key::Down);
        expect_focus(NOISE);
        press(Key::Char('x'));
        press(Key::Char('g'));
        page.wait_sees("2 notes gathered.");
        expect_focus(TEASPOON);
        // The way out by Tab and a key, and by the key on the first note itself.
        tab_to(&page, "Take out");
        press(Key::Char('t'));
        page.wait_sees("The note stands on its own again.");
        expect_focus(NOISE);
        page.press_with(&[Key::Control], Key::Char('z'));
        page.wait_sees("Undone: taking out of a group.");
        note(browser, TEASPOON).item(containing(NOISE)).wait();
        note(browser, TEASPOON).focus();
        press(Key::Char('t'));
        page.wait_sees("The note stands on its own again.");
        expect_focus(TEASPOON);
        press(Key::Char('t'));
        page.wait_sees("This note is not gathered with others.");
        // A step back moves the note that has the focus.
        press(Key::Char('1'));
        expect_column(&page, "Why", &[TEASPOON]);
        expect_focus(NOISE);
        note(browser, TEASPOON).focus();
        page.press_with(&[Key::Control], Key::Char('z'));
        expect_column(&page, "Why", &[]);
        expect_focus(TEASPOON);
        // The buttons for the selection go with it.
        press(Key::Char('x'));
        page.region("1 note selected").button("Clear the selection").press(Key::Enter);
        expect_focus(TEASPOON);
        // A column goes.
        page.button("Change the theme Tools").press(Key::Enter);
        page.field("Join it to another theme").choose("Why");
        page.button("Join").press(Key::Enter);
        column(&page, "Tools").wait_gone();
        expect_focus("Change the theme Why");
        browser.expect_no_errors();
    });
}
