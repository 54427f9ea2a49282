//! A page that is killed, not closed; a store that went back to an older state.

use crate::steps::{link_to_example, note, open_link, rewrite_note, the_box, wait_note, write_note};
use browser_tests::{Can, Options, Server, in_each_engine, in_each_engine_that};
use serde_json::json;

#[test]
fn a_page_that_is_killed_right_after_add_and_in_the_middle_of_typing_loses_nothing() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine_that(Can::KillPage, "page killed", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "To be worded anew");
        rewrite_note(browser, "To be worded anew", "Worded anew");
        let address = page.url();
        let first = browser.tab();
        let [second, third] = [(); 2].map(|()| browser.new_tab());
        browser.switch_to(&first);
        the_box(browser).paste_text("The last thing before it was killed");
        page.button("Add").click();
        browser.kill_page();

        browser.switch_to(&second);
        browser.open(&address);
        wait_note(&page, "The last thing before it was killed");
        assert!(note(browser, "The last thing").text().contains("saved here"));
        assert_eq!(the_box(browser).value(), "");
        note(browser, "Worded anew").button("Edit").click();
        page.field("Your contribution, corrected").type_text(" and ane");
        the_box(browser).type_text("Half a thou");
        browser.kill_page();

        browser.switch_to(&third);
        browser.open(&address);
        wait_note(&page, "The last thing before it was killed");
        assert_eq!(the_box(browser).value(), "Half a thou");
        assert_eq!(page.field("Your contribution, corrected").value(), "Worded anew and ane");
        the_box(browser).type_text("ght");
        page.button("Add").click();
        wait_note(&page, "Half a thought");
    });
}

/// What a browser that is killed does to its store, without the chance that it does it: the last writes are gone, and
/// the mark of the journal is as old as the rest.
#[test]
fn a_store_that_goes_back_to_an_older_state_gets_its_last_writes_again_and_the_page_says_so() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("older store", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Before the battery got low");
        write_note(browser, "To be worded anew");
        page.wait_for("the journal to have both", || page.journal().contains("To be worded anew"));
        let older = page.stored_if("() => true");
        assert!(older["nappe/journal"].is_string(), "{older}");
        write_note(browser, "Saved, and then the battery was empty");
        rewrite_note(browser, "To be worded anew", "Worded anew at the last moment");
        the_box(browser).type_text("Still being typed");
        page.wait_for("the journal to have it", || page.journal().contains("Still being typed"));
        let address = page.url();

        browser.open(&server.other_page());
        let script = "localStorage.clear();
            for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)";
        page.script(script, json!([older])).expect("an older store");
        browser.open(&address);
        page.wait_sees("The browser had lost what was stored here last. It was put back.");
        wait_note(&page, "Saved, and then the battery was empty");
        wait_note(&page, "Worded anew at the last moment");
        page.wait_for("the draft", || the_box(browser).value() == "Still being typed");
        assert_eq!(page.notes().len(), 3);
        assert!(note(browser, "Saved, and then").text().contains("saved here"));

        // It is in the store again, and the next start has nothing to say.
        let stored = page.stored().to_string();
        for words in ["Saved, and then the battery", "Worded anew at the last", "Still being typed"] {
            assert!(stored.contains(words), "{words:?} is not stored");
        }
        browser.reload();
        page.wait_for("the draft", || the_box(browser).value() == "Still being typed");
        wait_note(&page, "Worded anew at the last moment");
        assert!(!page.sees("It was put back."), "{}", page.text());
        browser.expect_no_errors();
    });
}
