//! A store that is blocked, full or damaged; other pages of the site; another tab.

use crate::bundles::{self, Language};
use crate::steps::{wait_no_note, wait_note};
use browser_tests::app::open_example;
use browser_tests::{Engine, Key, Options, Page, Server, any, containing, in_each_engine};
use serde_json::{Value, json};

/// Writes a note with the box at the foot.
#[track_caller]
fn write(page: &Page, text: &str) {
    page.field("Your contribution").paste_text(text);
    page.button("Add").click();
    wait_note(page, text);
}

/// The row of a note.
fn row(page: &Page, text: &str) -> browser_tests::Locator {
    page.by_role("article", containing(text))
}

#[test]
fn with_blocked_storage_the_app_says_so_and_a_note_can_be_written_and_handed_over() {
    let server = Server::of_the_app();
    in_each_engine("blocked storage", &Options::english().blocked_storage(), |browser| {
        let page = browser.open(&server.url("/"));
        page.wait_sees("This browser does not let Nappe store anything.");
        page.wait_sees("You can write and hand over, but everything is gone when this page closes.");
        let page = open_example(browser, &server);
        page.go_to_table(0);
        page.wait_sees("This browser does not let Nappe store anything.");
        write(&page, "Only in memory");
        assert!(row(&page, "Only in memory").exists());
        page.wait_sees("not saved");
        assert!(!page.sees("Saved on this device"), "{}", page.text());
        page.link("Hand over").click();
        page.button("Download the bundle").click();
        let (name, text) = browser.wait_download_text();
        assert!(name.ends_with(".json"), "{name}");
        assert!(text.contains("Only in memory"), "{text}");
        page.wait_sees(&format!("The file {name} was downloaded."));
        // Back from the hand-over nothing is lost.
        page.link("Back to the table").click();
        page.wait_sees("Only in memory");
        browser.expect_no_errors();
    });
}

#[test]
fn a_store_that_gets_nearly_full_while_somebody_writes_says_how_many_notes_still_fit() {
    let server = Server::of_the_app();
    in_each_engine("nearly full", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        write(&page, "Before it was full");
        page.fill_store(600_000);
        page.field("Your contribution").type_text(&"a letter and ".repeat(9));
        page.wait_sees("There is room for only about");
    });
}

/// WebKit takes two bytes for each letter of a text that has one beyond Latin-1, and counts bytes.
#[test]
fn the_room_that_is_left_is_told_as_the_browser_counts_it() {
    let server = Server::of_the_app();
    in_each_engine("wide letters", &Options::english(), |browser| {
        let page = browser.open(&server.other_page());
        page.script("localStorage.setItem('fill/wide', '’'.repeat(2_200_000))", json!([])).expect("a long text");
        let page = browser.open(&server.url("/#/ready"));
        let said = if browser.engine() == Engine::WebKit { "There is room for only about" } else { "44% used" };
        page.wait_sees(said);
    });
}

#[test]
fn on_a_full_store_a_note_stays_on_screen_as_not_saved_until_there_is_room() {
    let server = Server::of_the_app();
    in_each_engine("full store", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        write(&page, "Before it was full");
        let before = page.stored();
        page.fill_store(0);
        page.field("Your contribution").paste_text("Written on a full store");
        page.wait_sees("The text in the box is not stored: copy it before you leave.");
        page.button("Add").click();
        let notice = page.by_role("alert", any());
        page.wait_sees("1 change not saved. The browser’s storage is full.");
        assert!(row(&page, "Written on a full store").text().contains("not saved"));
        assert!(row(&page, "Before it was full").text().contains("saved here"));
        row(&page, "Written on a full store").button("Copy the text").wait();
        // Nothing that was stored is harmed, and trying again does not lie.
        notice.button("Try again").click();
        page.wait_sees("1 change not saved. The browser’s storage is full.");
        let kept = "(key) => key.includes('/record/')";
        let records = |all: &Value| -> usize {
            all.as_object().into_iter().flatten().filter(|(key, _)| key.contains("/record/")).count()
        };
        assert_eq!(records(&page.stored_if(kept)), records(&before));
        notice.link("Hand over").press(Key::Enter);
        page.button("Download the bundle").click();
        assert!(browser.wait_download_text().1.contains("Written on a full store"));
        page.free_store();
        notice.button("Try again").click();
        page.wait_sees("Saved on this device");
        page.wait_sees_not("not saved");
        assert_eq!(records(&page.stored_if(kept)), records(&before) + 1);
        browser.reload();
        page.go_to_table(0);
        page.wait_sees("Written on a full store");
        assert!(row(&page, "Written on a full store").text().contains("saved here"));
        browser.expect_no_errors();
    });
}

#[test]
fn the_words_of_a_note_that_could_not_be_saved_can_be_copied() {
    let server = Server::of_the_app();
    in_each_engine("copy of an unsaved note", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        page.fill_store(0);
        write(&page, "Copy me out of here");
        row(&page, "Copy me out of here").button("Copy the text").click();
        let area = page.field("Your contribution");
        page.wait_for("the words in the box", || {
            area.clear();
            area.focus();
            page.press_with(&[browser_tests::Key::Control], browser_tests::Key::Char('v'));
            area.value() == "Copy me out of here"
        });
        page.free_store();
        row(&page, "Copy me out of here").button("Try again").click();
        page.wait_sees_not("not saved.");
    });
}

#[test]
fn a_damaged_record_costs_only_itself_and_can_be_downloaded() {
    let server = Server::of_the_app();
    in_each_engine("damaged record", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        let all = page.notes().len();
        let lost = "Never force, always offer.";
        // Of the last minutes the journal would have it whole.
        let address = page.url();
        browser.open(&server.other_page()).forget_journal();
        let script = "const key = Object.keys(localStorage)
                .find((key) => key.includes('/record/') && localStorage[key].includes(arguments[0]));
            localStorage[key] = '1\\n{\"kind\":\"contribution\",\"id\":\"garb\u{e4}ge <b>';
            return key;";
        let key = page.script(script, json!([lost])).expect("a stored record");
        let garbage = page.script("return localStorage[arguments[0]]", json!([key])).expect("garbage");
        let before = page.stored_if("(key) => key.includes('/record/')");
        browser.open(&address);
        page.wait_sees("One stored piece of this café cannot be read.");
        assert_eq!(page.notes().len(), all - 1);
        assert!(!page.sees(lost));
        page.wait_sees("Less noise! Nobody enjoys a meal when they can’t hear their neighbour.");
        assert_eq!(page.stored_if("(key) => key.includes('/record/')"), before, "nothing is touched");
        page.button("Download what cannot be read").click();
        let (name, text) = browser.wait_download_text();
        assert!(name.contains("rescue"), "{name}");
        let rescue: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        let inside = |want: &Value| contains(&rescue, want);
        assert!(inside(&garbage) && inside(&key), "{text}");
        // Life goes on beside it, and a bundle of the rest brings the lost note back to nobody.
        write(&page, "Written beside the damage");
        browser.reload();
        page.wait_sees("Written beside the damage");
        page.wait_sees("One stored piece of this café cannot be read.");
        browser.expect_no_errors();
    });
}

/// Whether a text stands anywhere in a JSON value, as a value or as a key.
fn contains(value: &Value, want: &Value) -> bool {
    match value {
        Value::Array(all) => all.iter().any(|it| contains(it, want)),
        Value::Object(all) => all.iter().any(|(key, it)| want == key.as_str() || contains(it, want)),
        other => other == want,
    }
}

#[test]
fn the_keys_of_other_pages_of_the_site_are_never_touched() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "more.json", bundles::example_and(Language::English, 5));
    in_each_engine("keys of others", &Options::english(), |browser| {
        let page = browser.open(&server.other_page());
        let script = "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)";
        let others = json!({ "": "empty key", "nappe": "not ours", "nappe2/cafe/x/record/y": "1\n{}", "other/🍽": "é\u{0}",
            "record/1": "1", "cafe/1/record/2": "1\nbroken", "NAPPE/device": "x" });
        page.script(script, json!([others])).expect("keys to be set");
        let keep = "(key) => !key.startsWith('nappe/')";
        let before = page.stored_if(keep);
        assert_eq!(before, others);
        let page = open_example(browser, &server);
        page.go_to_table(0);
        write(&page, "To be erased");
        row(&page, "To be erased").button("Erase").click();
        page.button("Erase for good").click();
        wait_no_note(&page, "To be erased");
        page.go_in_cafe("collect");
        page.file_field("Choose files").choose_files(&[&bundle]);
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        page.button("Undo this import").nth(0).click();
        page.wait_sees("The import was undone.");
        browser.reload();
        page.wait_sees("Imported so far");
        assert!(!page.sees("cannot be read"));
        assert_eq!(page.stored_if(keep), others);
        browser.expect_no_errors();
    });
}

#[test]
fn a_note_written_in_one_tab_appears_in_the_other() {
    let server = Server::of_the_app();
    in_each_engine("two tabs", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        let address = page.url();
        let first = browser.tab();
        let second = browser.new_tab();
        browser.open(&address);
        write(&page, "Written in the second tab");
        browser.switch_to(&first);
        wait_note(&page, "Written in the second tab");
        write(&page, "Answered in the first tab");
        browser.switch_to(&second);
        wait_note(&page, "Answered in the first tab");
        row(&page, "Written in the second tab").button("Erase").click();
        page.button("Erase for good").click();
        browser.switch_to(&first);
        wait_no_note(&page, "Written in the second tab");
        // Somebody clears the site's data: the tab that has everything puts it back.
        browser.switch_to(&second);
        browser.open(&server.other_page());
        page.script("localStorage.clear()", json!([])).expect("a cleared store");
        page.wait_for("the first tab to store everything again", || {
            page.stored().to_string().contains("Answered in the first tab")
        });
        browser.open(&address);
        wait_note(&page, "Answered in the first tab");
        wait_no_note(&page, "Written in the second tab");
        browser.expect_no_errors();
    });
}

#[test]
fn an_app_that_stopped_says_so_and_what_is_safe() {
    let server = Server::of_the_app();
    in_each_engine("stopped", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.wait_for("the first screen", || page.button(any()).count() > 4);
        assert!(!page.sees("Nappe has stopped."));
        // What a browser says when WebAssembly stops in the middle.
        let stop = "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
        page.script(stop, json!([])).expect("an event");
        page.wait_sees("Nappe has stopped.");
        page.wait_sees("What was saved is on this device.");
    });
}
