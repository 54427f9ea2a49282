//! A record that is damaged or gone, and that the journal of the last writes still has whole.

use browser_tests::app::open_example;
use browser_tests::{Options, Page, Server, containing, in_each_engine};
use serde_json::json;

const NOTE: &str = "Written shortly before the storm, and longer than what is left of it";
const DAMAGE: &str = "1\n{\"torn\":\"pi";

/// Tears what the store has of the note, and leaves no room to mend it.
#[track_caller]
fn tear_and_fill(page: &Page) {
    let script = "const key = Object.keys(localStorage)
            .find((key) => key.includes('/record/') && localStorage[key].includes(arguments[0]));
        localStorage[key] = arguments[1]";
    page.script(script, json!([NOTE, DAMAGE])).expect("a stored record");
    page.fill_store(0);
}

#[test]
fn what_is_mended_without_room_is_shown_as_not_saved_and_the_damage_is_offered_on_the_check_list() {
    let server = Server::of_the_app();
    in_each_engine("mended", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        page.field("Your contribution").paste_text(NOTE);
        page.button("Add").click();
        let row = || page.by_role("article", containing(NOTE));
        row().wait();
        page.wait_for("the journal to have the note", || page.journal().contains(NOTE));
        let address = page.url();
        tear_and_fill(&browser.open(&server.other_page()));

        browser.open(&address);
        page.wait_sees("1 change not saved. The browser’s storage is full.");
        let is_said = |words: &str| row().exists() && row().text().contains(words);
        page.wait_for("the note to be shown as not saved", || is_said("not saved"));
        // A second start does not lose it either, and one with room stores it.
        browser.open(&server.other_page());
        browser.open(&address);
        page.wait_for("the note to be shown as not saved", || is_said("not saved"));
        browser.open(&server.other_page()).free_store();
        browser.open(&address);
        page.wait_sees("It was put back.");
        page.wait_for("the note to be saved", || is_said("saved here"));

        page.go("#/ready");
        page.wait_sees("1 stored piece could not be read and was put aside.");
        assert!(!page.sees("Delete for good"), "before it was downloaded");
        page.button("Download what cannot be read").click();
        let (_, rescued) = browser.wait_download_text();
        assert!(rescued.contains("torn"), "{rescued}");
        page.button("Delete for good").click();
        page.wait_sees_not("put aside");
        assert_eq!(page.stored_if("(key) => key.startsWith('nappe/aside/')"), json!({}));
    });
}

#[test]
fn a_note_that_is_gone_from_the_store_is_put_back_by_the_journal() {
    let server = Server::of_the_app();
    in_each_engine("put back", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        page.field("Your contribution").paste_text(NOTE);
        page.button("Add").click();
        page.by_role("article", containing(NOTE)).wait();
        page.wait_for("the journal to have the note", || page.journal().contains(NOTE));
        let address = page.url();
        browser.open(&server.other_page());
        let script = "const key = Object.keys(localStorage)
                .find((key) => key.includes('/record/') && localStorage[key].includes(arguments[0]));
            localStorage.removeItem(key);
            return key";
        let key = page.script(script, json!([NOTE])).expect("a stored record");
        assert!(key.as_str().is_some_and(|key| key.contains("/record/")), "{key}");
        assert!(!page.stored().to_string().contains(NOTE));
        browser.open(&address);
        page.wait_sees("It was put back.");
        page.by_role("article", containing(NOTE)).wait();
        assert!(page.stored().to_string().contains(NOTE));
        browser.expect_no_errors();
    });
}
