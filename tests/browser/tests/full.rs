//! A store that fills up while somebody is in the middle of a text.

use crate::steps::{link_to_example, note, open_link, the_box, wait_note, write_note};
use browser_tests::{Browser, Locator, Options, Server, in_each_engine};

const HALF: &str = "Bread should be baked in the village";
const REST: &str = ", by people who live here";
const NOT_KEPT: &str = "The text in the box is not stored: copy it before you leave.";

/// Types half a text into a box, and the rest when the store is full; then the page is loaded again. What was kept of
/// it, and never said to be more, is there.
#[track_caller]
fn fill_up_in_the_middle(browser: &Browser, typed: &Locator, half: &str) {
    let page = browser.page();
    let least = format!("{}{half}", typed.value());
    typed.type_text(half);
    assert!(!page.sees(NOT_KEPT), "{}", page.text());
    page.fill_store(0);
    typed.type_text(REST);
    page.wait_sees(NOT_KEPT);
    let whole = format!("{least}{REST}");
    assert_eq!(typed.value(), whole, "what is not stored stays on the screen");
    browser.reload();
    let kept = typed.value();
    assert!(whole.starts_with(&kept) && kept.starts_with(&least) && kept != whole, "{kept:?}");
    // Said again as soon as there is something to say.
    assert!(!page.sees(NOT_KEPT), "{}", page.text());
    typed.type_text(&whole[kept.len()..]);
    page.wait_sees(NOT_KEPT);
}

#[test]
fn a_store_that_fills_up_in_the_middle_of_a_note_keeps_the_half_and_says_so() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("full in a note", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Before it was full");
        fill_up_in_the_middle(browser, &the_box(browser), HALF);
        // With room again, what is typed next is kept, and nothing else is said.
        page.free_store();
        the_box(browser).type_text(".");
        page.wait_sees_not(NOT_KEPT);
        page.button("Add").click();
        let whole = format!("{HALF}{REST}.");
        wait_note(&page, &whole);
        page.wait_for("it to be saved", || note(browser, HALF).text().contains("saved here"));
        assert_eq!(the_box(browser).value(), "");
        browser.reload();
        wait_note(&page, &whole);
        wait_note(&page, "Before it was full");
        assert_eq!((page.notes().len(), the_box(browser).value().as_str()), (2, ""));
        browser.expect_no_errors();
    });
}

#[test]
fn a_store_that_fills_up_in_the_middle_of_a_correction_keeps_the_half_and_says_so() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("full in a correction", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Bread");
        note(browser, "Bread").button("Edit").click();
        let typed = page.field("Your contribution, corrected");
        fill_up_in_the_middle(browser, &typed, &HALF["Bread".len()..]);
        page.free_store();
        typed.type_text(".");
        page.wait_sees_not(NOT_KEPT);
        page.button("Save").click();
        typed.wait_gone();
        let whole = format!("{HALF}{REST}.");
        wait_note(&page, &whole);
        page.wait_for("it to be saved", || note(browser, HALF).text().contains("saved here"));
        browser.reload();
        wait_note(&page, &whole);
        assert_eq!(page.notes().len(), 1);
        browser.expect_no_errors();
    });
}
