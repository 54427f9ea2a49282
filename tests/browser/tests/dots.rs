//! Dots: two devices, one device for several people, and nothing seen before the end.

use std::path::{Path, PathBuf};

use crate::steps::{download_bundle, link_to_example, open_example_before_the_harvest, open_link};
use browser_tests::{
    Browser, Can, Key, Locator, Options, Page, Server, any, containing, in_each_engine_that, in_one_engine,
};

const TEASPOON: &str = "Let them help themselves";
const PEELED: &str = "If you peeled it in the morning";
const SPICE: &str = "A spice week";

/// The button that gives a dot to a note.
fn give(page: &Page, words: &str) -> Locator {
    page.button(containing(&format!("Give a dot: {words}")))
}

/// The button that takes one back.
fn take(page: &Page, words: &str) -> Locator {
    page.button(containing(&format!("Take a dot back: {words}")))
}

/// A note, while dots are given or among the results.
fn note(page: &Page, words: &str) -> Locator {
    page.by_role("article", containing(words))
}

/// The whole café as a file.
#[track_caller]
fn export(browser: &Browser) -> PathBuf {
    browser.page().go_in_cafe("hand-over");
    download_bundle(browser)
}

/// Takes in a file.
#[track_caller]
fn take_in(browser: &Browser, file: &Path) {
    let page = browser.page();
    page.go_in_cafe("collect");
    page.file_field("Choose files").choose_files(&[file]);
    page.wait_sees("What would change");
    let has_news = !page.sees("there is nothing to import");
    let button = page.button(if has_news { "Import" } else { "Import nothing" });
    button.click();
    button.wait_gone();
}

/// What came out: the notes with dots, in order, each with its figure in front.
#[track_caller]
fn results(page: &Page) -> Vec<String> {
    page.go_in_cafe("dots");
    page.button("Results").click();
    page.wait_sees("gave dots.");
    let first =
        "[...document.querySelectorAll('.dot-result')].map((it) => it.querySelector('.dot-figure > b').textContent
        + ' ' + it.querySelector('.note-text').textContent)";
    let lines = page.value_of(first);
    lines.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
}

#[test]
fn dots_of_two_devices_come_together_and_each_counts_once() {
    let server = Server::of_the_app();
    in_one_engine("dots of two devices", &Options::english(), |browser| {
        let page = open_example_before_the_harvest(browser, &server);
        page.go_in_cafe("");
        page.link("Give dots").click();
        page.wait_sees("Dots cannot be given yet.");
        page.button("Let people give dots").click();
        page.wait_sees("3 of 3 dots left");
        let opened = export(browser);

        let other = browser.another();
        let theirs = open_link(&other, &link_to_example(&server, 1));
        take_in(&other, &opened);
        theirs.go_in_cafe("dots");
        for words in [TEASPOON, TEASPOON, SPICE] {
            give(&theirs, words).click();
        }
        theirs.wait_sees("0 of 3 dots left");
        give(&theirs, PEELED).click();
        theirs.wait_sees("Take one back to place it elsewhere.");
        theirs.button("Question 2 · 3 left").wait();
        // That they are on this device is said only while they are.
        theirs.wait_sees("They are on this device.");
        take(&theirs, SPICE).click();
        theirs.wait_sees("1 of 3 dots left");
        theirs.fill_store(0);
        give(&theirs, SPICE).click();
        theirs.wait_sees("They are not saved on this device.");
        assert!(!theirs.sees("They are on this device."));
        theirs.free_store();
        theirs.by_role("alert", any()).button("Try again").click();
        theirs.wait_sees("They are on this device.");
        let from_them = export(&other);

        page.go_in_cafe("dots");
        // The search leaves what has the words; a note is found without its accents and capitals.
        page.field("Find a note").type_text("SPICE week");
        page.wait_sees("1 note found");
        give(&page, SPICE).click();
        page.button("Show all notes").click();
        give(&page, PEELED).click();
        take(&page, PEELED).click();
        page.wait_sees("2 of 3 dots left");
        page.button(containing("Undo")).click();
        page.wait_sees("1 of 3 dots left");
        page.button(containing("Redo")).click();
        page.wait_sees("2 of 3 dots left");
        let from_us = export(browser);

        let expected = |lines: Vec<String>| {
            assert_eq!(lines.len(), 2, "{lines:?}");
            assert!(lines[0].starts_with(&format!("2 {TEASPOON}")), "{lines:?}");
            assert!(lines[1].starts_with(&format!("2 {SPICE}")), "{lines:?}");
        };
        // The same file twice, and an older one after it.
        for file in [&from_them, &from_them, &opened] {
            take_in(browser, file);
        }
        expected(results(&page));
        page.wait_sees("2 people gave dots.");
        take_in(&other, &from_us);
        take_in(&other, &from_us);
        expected(results(&theirs));
        theirs.wait_sees("2 people gave dots.");
        browser.expect_no_errors();
        other.expect_no_errors();
    });
}

#[test]
fn one_device_is_passed_on_and_nothing_is_seen_before_the_end() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::EmulateMedia, "dots, passed on", &Options::english(), |browser| {
        let page = open_example_before_the_harvest(browser, &server);
        page.go_in_cafe("dots");
        page.button("Settings").click();
        page.radio("Each person").click();
        page.checkbox("Hidden until closed").click();
        page.button("One dot fewer").click();
        page.button("Let people give dots").click();
        page.wait_sees("2 of 2 dots left");
        page.wait_sees("The dots of others are hidden until dots are closed.");
        assert!(!page.button("Results").exists());
        // By keyboard alone: the keys on a note, wherever in it the focus is.
        give(&page, TEASPOON).focus();
        page.type_keys("++");
        page.wait_sees("0 of 2 dots left");
        page.type_keys("-");
        page.wait_sees("1 of 2 dots left");
        take(&page, TEASPOON).focus();
        page.press(Key::Enter);
        page.wait_sees("2 of 2 dots left");
        page.wait_for("the focus to stay with the note", || page.focused().name.starts_with("Give a dot: Let them"));
        page.press(Key::Enter);
        page.button("Next person").click();
        page.wait_sees("Person 2: 2 dots for you.");
        assert!(!take(&page, TEASPOON).exists(), "what others gave is not theirs");
        assert!(!page.button("Previous person").exists(), "nobody goes back to what others gave in secret");
        let undo = page.button(containing("Undo"));
        assert!(!undo.is_enabled(), "what others gave is not theirs to take back");
        for words in [TEASPOON, PEELED] {
            give(&page, words).click();
        }
        page.wait_sees("0 of 2 dots left");
        undo.click();
        page.wait_sees("Undone: dots.");
        page.wait_sees("1 of 2 dots left");
        page.button("Question 2 · 2 left").click();
        page.wait_sees("2 of 2 dots left");
        assert!(!undo.is_enabled(), "nobody sees what would be taken back under another question");
        page.button("Question 1 · 1 left").click();
        page.wait_sees("1 of 2 dots left");
        page.button(containing("Redo")).click();
        page.wait_sees("0 of 2 dots left");
        assert!(!note(&page, TEASPOON).text().contains("in all"));
        // Whoever loads the page again does not see what the last person gave, and begins as the next one.
        browser.reload();
        page.wait_sees("Person 2 had this device last");
        assert!(
            !take(&page, TEASPOON).exists() && !page.sees("of 2 dots left"),
            "what others gave is not theirs to see"
        );
        page.button("Next person").click();
        page.wait_sees("Person 3: 2 dots for you.");
        page.wait_sees("2 of 2 dots left");
        assert!(!undo.is_enabled(), "the page was loaded anew");
        // Without the secret one can go back, to set something right.
        page.button("Settings").click();
        page.checkbox("Hidden until closed").click();
        page.button("Previous person").click();
        page.wait_sees("Person 2: 2 dots for you.");
        page.wait_sees("0 of 2 dots left");
        page.checkbox("Hidden until closed").click();
        page.button("Previous person").wait_gone();
        // On the board nothing tells which notes have dots, before the end.
        page.go_in_cafe("harvest");
        page.button("Filters").click();
        page.field("Which notes").choose("with dots");
        page.wait_sees("No note matches.");
        assert!(!page.button(containing("Undo")).is_enabled(), "dots are not taken back here");
        page.go_in_cafe("dots");
        page.button("Stop giving dots").click();
        page.wait_sees("2 people gave dots.");
        undo.click();
        page.wait_sees("Undone: closing of the dots.");
        page.wait_sees("Dots can be given now.");
        page.button("Stop giving dots").click();
        page.wait_sees("2 people gave dots.");
        assert!(note(&page, TEASPOON).text().contains("2 dots in all"));
        assert!(note(&page, PEELED).text().contains("1 dot in all"));
        assert_eq!(page.by_role("article", any()).count(), 2);
        browser.expect_no_errors();
    });
}
