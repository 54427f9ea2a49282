//! The harvest: every step says what it takes back, and says so where it could not; whoever works by keyboard keeps the
//! focus, whatever goes.

use crate::harvest::{CHEESE, NOISE, TEASPOON, column, expect_column, move_by_tap, with_themes};
use crate::steps::*;
use browser_tests::{Key, Options, Server, containing, in_each_engine, in_one_engine};

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
