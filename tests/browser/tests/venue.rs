//! What a venue does to a device in the middle of it: a tab that sleeps, a store that is taken away, two tabs
//! at work, a browser that is killed, a journal that is closed.

use crate::bundles::{self, Language};
use crate::faults::set_clock;
use crate::steps::{lay_out, link_to_example, note, open_link, rewrite_note, the_box, wait_note, write_note};
use browser_tests::app::open_example;
use browser_tests::{Can, Engine, Options, Server, any, in_each_engine, in_each_engine_that};
use serde_json::json;

#[test]
fn a_tab_that_comes_back_from_sleep_shows_and_keeps_what_others_wrote() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("asleep", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Before it slept");
        write_note(browser, "To be worded anew");
        let asleep = browser.tab();
        // A tab that sleeps hears of nothing.
        let deaf = "window.sleep = (event) => event.stopImmediatePropagation();
            addEventListener('storage', window.sleep, true)";
        page.script(deaf, json!([])).expect("a deaf tab");
        the_box(browser).type_text("Half a sen");
        let awake = browser.new_tab();
        open_link(browser, &link);
        // A new tab takes the draft of the table up.
        the_box(browser).clear();
        rewrite_note(browser, "To be worded anew", "Worded anew meanwhile");
        write_note(browser, "Written meanwhile");
        browser.switch_to(&asleep);
        // In Chromium the events arrive all the same.
        if browser.engine() != Engine::Chromium {
            assert!(!page.notes().concat().contains("meanwhile"), "it was not asleep");
        }
        let wake = "removeEventListener('storage', window.sleep, true);
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
        page.script(wake, json!([])).expect("a tab that wakes up");
        wait_note(&page, "Written meanwhile");
        wait_note(&page, "Worded anew meanwhile");
        assert_eq!(the_box(browser).value(), "Half a sen");
        the_box(browser).type_text("tence");
        page.button("Add").click();
        note(browser, "Half a sentence").wait();
        browser.switch_to(&awake);
        wait_note(&page, "Half a sentence");
        // For real, and until the next day: away to another page and back again, from memory or not.
        browser.switch_to(&asleep);
        let until_tomorrow = "window.slept = false;
            const now = window.Date.now.bind(window.Date);
            window.Date.now = () => now() + (window.slept ? 86_400_000 : 0);
            addEventListener('pageshow', () => { window.slept = true }, true)";
        page.script(until_tomorrow, json!([])).expect("a page that sleeps for a day");
        browser.open(&server.other_page());
        browser.switch_to(&awake);
        set_clock(&page, "real + 86_000_000");
        write_note(browser, "While it was away");
        rewrite_note(browser, "Worded anew meanwhile", "Worded anew the next day");
        browser.switch_to(&asleep);
        browser.back();
        wait_note(&page, "While it was away");
        wait_note(&page, "Worded anew the next day");
        // WebKit and Chromium wake the page up as it was. Firefox loads it again: it keeps no page that may ask before
        // it is left.
        let as_it_was = page.value_of("window.slept === true") == true;
        assert_eq!(as_it_was, browser.engine() != Engine::Firefox);
        if !as_it_was {
            set_clock(&page, "real + 86_400_000");
        }
        write_note(browser, "After a day");
        // It slept: nothing was done to its clock.
        assert!(!page.sees("The clock of this device"), "{}", page.text());
        let all = [
            "Before it slept",
            "Worded anew the next day",
            "Written meanwhile",
            "Half a sentence",
            "While it was away",
            "After a day",
        ];
        assert_eq!(page.notes(), all);
        browser.reload();
        wait_note(&page, "After a day");
        assert_eq!(page.notes(), all);
        browser.expect_no_errors();
    });
}

/// Chromium freezes tabs in the background, and tells them what was written meanwhile when it thaws them.
#[test]
fn a_frozen_tab_shows_what_others_wrote_once_it_is_thawed() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine_that(Can::EmulateMedia, "frozen", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Before it was frozen");
        let (frozen, awake) = (browser.tab(), browser.new_tab());
        open_link(browser, &link);
        browser.switch_to(&frozen);
        browser.devtools("Page.setWebLifecycleState", json!({ "state": "frozen" }));
        browser.switch_to(&awake);
        write_note(browser, "While it was frozen");
        browser.switch_to(&frozen);
        browser.devtools("Page.setWebLifecycleState", json!({ "state": "active" }));
        wait_note(&page, "While it was frozen");
        browser.expect_no_errors();
    });
}

/// Takes the store away from an open page: only what writes, as some browsers do in a full profile, or all of it, as
/// where somebody switches site data off.
const BLOCKS: [(&str, &str); 2] = [
    ("writes", "window.block(Storage.prototype, 'setItem')"),
    (
        "all of it",
        "for (const name of ['getItem', 'setItem', 'removeItem']) window.block(Storage.prototype, name);
         window.block(window, 'localStorage')",
    ),
];

#[test]
fn a_store_that_becomes_blocked_is_said_and_what_is_written_then_is_kept_once_it_is_not() {
    let server = Server::of_the_app();
    in_each_engine("blocked later", &Options::english(), |browser| {
        let page = open_link(browser, &link_to_example(&server, 1));
        let before = "Before it was blocked";
        write_note(browser, before);
        for (which, block) in BLOCKS {
            let written = &format!("Written while the browser refused {which}");
            let make = "window.kept = [];
                window.block = (of, name) => {
                    const no = () => { throw new DOMException('no', 'SecurityError') };
                    window.kept.push([of, name, Object.getOwnPropertyDescriptor(of, name)]);
                    const how = name === 'localStorage' ? { get: no } : { value: no };
                    Object.defineProperty(of, name, { ...how, configurable: true });
                };";
            page.script(&format!("{make}{block}"), json!([])).expect("a store that is blocked");
            the_box(browser).paste_text(written);
            page.wait_sees("The text in the box is not stored: copy it before you leave.");
            page.button("Add").click();
            page.wait_sees("1 change not saved.");
            let row = note(browser, written);
            let says = |words: &str, what: &str| {
                page.wait_for(&format!("{words:?} to be {what}"), || note(browser, words).text().contains(what));
            };
            says(written, "not saved");
            says(before, "saved here");
            row.button("Copy the text").wait();
            page.by_role("alert", any()).button("Try again").click();
            page.wait_sees("1 change not saved.");
            page.by_role("alert", any()).link("Hand over").click();
            page.button("Download the bundle").click();
            let (_, text) = browser.wait_download_text();
            assert!(text.contains(before) && text.contains(written.as_str()), "{text}");
            browser.back();
            row.wait();
            let free = "for (const [of, name, as] of window.kept) {
                    delete of[name];
                    if (as) Object.defineProperty(of, name, as);
                }";
            page.script(free, json!([])).expect("a store that is free");
            page.by_role("alert", any()).button("Try again").click();
            page.wait_sees("Saved on this device");
            page.wait_sees_not("not saved");
            browser.reload();
            row.wait();
            says(written, "saved here");
            assert_eq!(the_box(browser).value(), "", "what is a note need not be written again");
        }
        browser.expect_no_errors();
    });
}

#[test]
fn an_import_while_another_tab_edits_keeps_both() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "more.json", bundles::example_and(Language::English, 1_500));
    let same = bundles::file(&folder, "example.json", bundles::example_and(Language::English, 0));
    // WebKit draws no tab in the background.
    in_each_engine_that(Can::KeepProfile, "import and edit", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        let (cafe, table) = (page.cafe(), page.go_to_table(0));
        page.go_in_cafe("collect");
        lay_out(browser, &[&bundle, &same]);
        let importing = browser.tab();
        let editing = browser.new_tab();
        browser.open(&server.url(&format!("/#/cafe/{cafe}/table/{table}")));
        let first = "Before the import";
        write_note(browser, first);
        rewrite_note(browser, first, "Corrected before the import");
        browser.switch_to(&importing);
        // Once the first pieces are written, the import does not get to the next ones before it is let.
        let hold = "const [later, keep] = [window.setTimeout, Storage.prototype.setItem];
            window.held = [];
            window.setTimeout = (act, after, ...all) =>
                window.held && window.begun ? window.held.push(act) : later(act, after, ...all);
            Storage.prototype.setItem = function (key, text) {
                window.begun ||= key.includes('/segment/');
                return keep.call(this, key, text);
            };
            window.go_on = () => { const held = window.held; window.held = null; held.forEach((act) => later(act)); }";
        page.script(hold, json!([])).expect("an import that can be held");
        page.button("Import").click();
        page.wait_for("the import to have begun", || page.value_of("window.held.length > 0") == true);
        let is_half = || {
            let keys = page.stored_if("(key) => /\\/(segment|import)\\//.test(key)").to_string();
            keys.contains("/segment/") && !keys.contains("/import/")
        };
        browser.switch_to(&editing);
        assert!(is_half(), "the import is not in the middle");
        write_note(browser, "In the middle of the import");
        rewrite_note(browser, "Corrected before the import", "Corrected in the middle");
        assert!(is_half(), "the import is not in the middle any more");
        assert!(!page.notes().concat().contains("Note "), "half an import is shown");
        browser.switch_to(&importing);
        page.script("window.go_on()", json!([])).expect("an import that goes on");
        page.wait_sees("2 files were imported.");
        page.go_to_table(0);
        for text in ["In the middle of the import", "Corrected in the middle"] {
            wait_note(&page, text);
        }
        browser.switch_to(&editing);
        page.wait_for("the import in the other tab", || page.notes().concat().contains("Note 1497:"));
        browser.reload();
        page.wait_for("all of it", || {
            let notes = page.notes().concat();
            ["Note 1497:", "In the middle of the import", "Corrected in the middle"].iter().all(|it| notes.contains(it))
        });
        page.go_in_cafe("");
        page.wait_sees("1541 contributions");
        browser.expect_no_errors();
    });
}

#[test]
fn a_browser_that_is_killed_has_what_was_saved_and_what_was_being_typed() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::KeepProfile, "killed", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        let (cafe, table) = (page.cafe(), page.go_to_table(0));
        write_note(browser, "Saved, and then the battery was empty");
        page.field("Your contribution").type_text("Still being typed");
        page.wait_sees("Saved on this device");
        page.wait_for("the journal to have it", || page.journal().contains("Still being typed"));
        browser.crash_and_reopen();
        let page = browser.open(&server.url(&format!("/#/cafe/{cafe}/table/{table}")));
        // The journal is read beside the page, which may be loaded again for it.
        page.wait_for("the note", || page.notes().concat().contains("Saved, and then the battery was empty"));
        page.wait_for("the draft", || page.field("Your contribution").value() == "Still being typed");
        note(browser, "Saved, and then").button("Erase").wait();
    });
}

/// As behind the locked screen of a phone: the browser closes its second memory by itself.
#[test]
fn a_journal_that_the_browser_closed_is_opened_again() {
    let server = Server::of_the_app();
    in_each_engine("journal closed", &Options::english(), |browser| {
        let page = open_link(browser, &link_to_example(&server, 1));
        let find = "const begin = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (...all) { window.base ??= this; return begin.apply(this, all); }";
        page.script(find, json!([])).expect("a journal that shows itself");
        write_note(browser, "Before it was closed");
        page.wait_for("the app's journal", || page.value_of("!!window.base") == true);
        page.wait_for("the first note in it", || page.journal().contains("Before it was closed"));
        page.script("window.base.close()", json!([])).expect("a journal that is closed");
        write_note(browser, "After it was closed");
        page.wait_for("the second note in it", || page.journal().contains("After it was closed"));
        browser.expect_no_errors();
    });
}
