//! A café with ten thousand notes.

use crate::bundles::{self, Language};
use browser_tests::{Options, Server, in_one_engine};
use serde_json::json;

/// Counts what changes in the page and in the store from now on.
const WATCH: &str = "
    window.seen = { items: 0, gone: 0, rows: new Set(), keys: [] };
    const main = document.querySelector('#main');
    new MutationObserver((all) => all.forEach((one) => {
        const items = (nodes) => [...nodes].filter((it) => it.tagName === 'LI' || it.querySelector?.('li')).length;
        seen.items += items(one.addedNodes);
        seen.gone += items(one.removedNodes);
        const node = one.target.nodeType === Node.ELEMENT_NODE ? one.target : one.target.parentElement;
        const row = node?.closest('.note');
        if (row) seen.rows.add(row);
    })).observe(main, { subtree: true, childList: true, attributes: true, characterData: true });
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        seen.keys.push(key);
        return set.call(this, key, value);
    };";

/// Counts how often the page says how far the import is, and the longest time in which it could not answer.
const WATCH_IMPORT: &str = "
    window.importing = { steps: new Set(), longest: 0 };
    let last = performance.now();
    const tick = new MessageChannel();
    tick.port1.onmessage = () => {
        const now = performance.now();
        importing.longest = Math.max(importing.longest, now - last);
        last = now;
        const words = document.querySelector('.progress:not([hidden])')?.textContent.trim();
        if (words) importing.steps.add(words);
        if (!importing.done) setTimeout(() => tick.port2.postMessage(0), 4);
    };
    tick.port2.postMessage(0);";

#[test]
fn among_ten_thousand_notes_a_new_one_touches_only_its_own_row_and_record() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "large.json", bundles::example_and(Language::English, 10_000));
    in_one_engine("ten thousand notes", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.file_field("Import a bundle").choose_files(&[&bundle]);
        page.wait_sees("What would change");
        page.script(WATCH_IMPORT, json!([])).expect("a watch");
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        let seen = page.value_of("importing.done = true, [[...importing.steps].filter((it) => /Importing: step [1-9]/.test(it)).length, importing.longest]");
        println!(
            "an import of ten thousand notes in {}: {} steps seen, no answer for {} ms at most",
            browser.engine(),
            seen[0],
            seen[1].as_f64().unwrap_or_default().round()
        );
        assert!(seen[0].as_u64() > Some(1), "progress was never seen: {seen}");
        page.go_to_table(0);
        let latest = page.notes().len();
        assert!((76..=125).contains(&latest), "{latest} notes are shown at first");
        page.button("Show earlier ones").click();
        page.wait_for("all notes of the table", || page.notes().len() > 3_300);
        assert_eq!(page.value_of("document.activeElement.id"), json!("notes"), "the button is gone, the focus is not");
        let before = page.notes().len();
        page.field("Your contribution").paste_text("The note that was added");
        page.script(WATCH, json!([])).expect("a watch");
        page.button("Add").click();
        page.wait_for("the note to be shown", || {
            page.notes().last().is_some_and(|note| note == "The note that was added")
        });
        page.wait_for("the note to be stored", || page.stored().to_string().contains("The note that was added"));
        assert_eq!(page.notes().len(), before + 1);
        assert_eq!(page.value_of("[seen.items, seen.gone]"), json!([1, 0]), "list items added and removed");
        let others = "[...seen.rows].filter((row) => !row.textContent.includes('The note that was added')).length";
        assert_eq!(page.value_of(others), json!(0), "other rows that changed");
        let keys = page.value_of("seen.keys");
        let records = keys.as_array().into_iter().flatten().filter(|it| it.to_string().contains("/record/")).count();
        assert_eq!(records, 1, "{keys}");
        let heavy =
            |it: &&serde_json::Value| it.to_string().contains("/segment/") || it.to_string().contains("/import/");
        assert_eq!(keys.as_array().into_iter().flatten().filter(heavy).count(), 0, "{keys}");
        browser.reload();
        page.wait_for("the latest notes after a reload", || {
            page.notes().last().is_some_and(|note| note == "The note that was added")
        });
        assert!(page.notes().len() < 126, "{} notes are shown after a reload", page.notes().len());
        // By this clock the note comes before all others, where no note is shown.
        page.script("window.Date.now = () => 0", json!([])).expect("a clock");
        page.field("Your contribution").paste_text("A note of 1970");
        page.button("Add").click();
        page.wait_for("the note to be shown", || page.notes().first().is_some_and(|note| note == "A note of 1970"));
        assert_eq!(page.notes().len(), before + 2);
        browser.expect_no_errors();
    });
}
