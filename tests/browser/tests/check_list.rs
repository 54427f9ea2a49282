//! The check-list of a device: each line says what is so, whatever the browser and the clock say.

use crate::faults::set_clock;
use crate::offline::{READY, open_until_ready};
use crate::steps::{link_to_example, open_link, write_note};
use browser_tests::{Browser, Options, Page, Server, in_each_engine, in_one_engine};
use serde_json::json;

/// What the browser says of keeping what is stored, and what it answers when it is asked to.
fn say_of_keeping(page: &Page, storage: &str) {
    let script =
        format!("Object.defineProperty(window.navigator, 'storage', {{ configurable: true, value: {storage} }})");
    page.script(&script, json!([])).expect("a browser that says so");
}

/// Leaves the check-list and comes back to it.
#[track_caller]
fn look_again(browser: &Browser) -> Page {
    let page = browser.page();
    page.go("#/");
    page.go("#/ready");
    page.wait_sees("Before you leave");
    page
}

#[test]
fn each_line_of_the_check_list_says_what_is_so() {
    let server = Server::of_the_app();
    in_each_engine("the check-list", &Options::english(), |browser| {
        let page = open_until_ready(browser, &server);
        page.go("#/ready");
        page.wait_sees(READY);
        page.wait_sees("Every file of the app was found on this device and compared.");
        page.wait_sees("What you write is stored on this device");
        page.wait_sees("Room for about");
        let year = page.value_of("String(new Date().getFullYear())");
        page.wait_sees("This device says it is");
        page.wait_sees(year.as_str().unwrap_or_default());
        page.wait_sees("Notes are put in order by this clock.");
        // The version is the digest in the name of the script that runs.
        let script = page.value_of("document.querySelector('script[type=module]').src.split('-').pop().slice(0, 8)");
        page.wait_sees(&format!("Version {} {}.", env!("CARGO_PKG_VERSION"), script.as_str().unwrap_or_default()));
        page.wait_sees("You can install it as an app");
        page.wait_sees("On iPhone, iPad and Mac the installed app begins empty: hand over first");
        // What is stored is kept, or may be cleared, or the browser does not say.
        const KEPT: &str = "The browser promised to keep this data";
        const CLEARED: &str = "The browser may clear this data";
        const UNKNOWN: &str = "The browser does not say whether it keeps this data";
        for (storage, says) in [
            ("{ persisted: () => Promise.resolve(true) }", KEPT),
            ("undefined", UNKNOWN),
            ("{ persisted: () => Promise.reject(new TypeError()) }", UNKNOWN),
            ("{ persisted: () => Promise.resolve(false), persist: () => Promise.resolve(window.promises) }", CLEARED),
        ] {
            say_of_keeping(&page, storage);
            look_again(browser).wait_sees(says);
            for other in [KEPT, CLEARED, UNKNOWN] {
                assert!(other == says || !page.sees(other), "{storage}: {}", page.text());
            }
        }
        page.script("window.promises = false", json!([])).expect("a refusal");
        page.button("Ask the browser to keep it").click();
        page.wait_sees("The browser did not promise it. Hand over after each round.");
        page.wait_sees(CLEARED);
        page.script("window.promises = true", json!([])).expect("a promise");
        page.button("Ask the browser to keep it").click();
        page.wait_sees(KEPT);
        browser.expect_no_errors();
    });
}

#[test]
fn a_clock_that_is_behind_the_last_note_of_the_device_is_said_on_the_check_list() {
    const BEHIND: &str = "That is earlier than the last note written here (";
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_one_engine("behind the last note", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        page.go("#/ready");
        page.wait_sees("Notes are put in order by this clock.");
        open_link(browser, &link);
        write_note(browser, "Written by a clock that was right");
        for (time, is_said) in [
            ("real - 9 * 60_000", false),
            ("real - 12 * 60_000", true),
            ("real - 2 * 86_400_000", true),
            ("real + 365 * 86_400_000", false),
        ] {
            // Also of a page that was just loaded, which has not seen the clock go.
            browser.reload();
            set_clock(&page, time);
            let page = look_again(browser);
            page.wait_sees("This device says it is");
            let says = if is_said { BEHIND } else { "Notes are put in order by this clock." };
            page.wait_sees(says);
            assert_eq!(page.sees(BEHIND), is_said, "{time}");
        }
        // A time that cannot be is said before.
        set_clock(&page, "real % 86_400_000");
        look_again(browser).wait_sees("This clock cannot be right");
        assert!(!page.sees(BEHIND));
    });
}
