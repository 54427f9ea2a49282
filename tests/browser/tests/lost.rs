//! Records of a newer app, records that are gone, an import that was not finished, a store of an earlier day: each is
//! said in its own words, and nothing goes before a person decides.

use crate::bundles::{self, Language};
use crate::steps::{import, lay_out, wait_note, write_note};
use browser_tests::app::open_example;
use browser_tests::{Browser, Options, Page, Server, in_each_engine};
use serde_json::{Map, Value, json};

const FIRST: &str = "Note 0: a sentence of the usual length about what we eat at noon.";
const LAST: &str = "Note 147: a sentence of the usual length about what we eat at noon.";

/// The example café with 150 notes more, which came in a file.
#[track_caller]
fn open_and_import(browser: &Browser, server: &Server, bundle: &std::path::Path) -> Page {
    let page = open_example(browser, server);
    page.go_in_cafe("collect");
    lay_out(browser, &[bundle]);
    import(browser);
    page.wait_sees("1 file was imported.");
    page
}

/// The values under these keys.
#[track_caller]
fn values(page: &Page, keys: &Value) -> Value {
    page.script("return arguments[0].map((key) => localStorage.getItem(key))", json!([keys])).expect("values")
}

#[test]
fn records_that_are_gone_or_of_a_newer_app_cost_only_themselves() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "more.json", bundles::example_and(Language::English, 150));
    in_each_engine("gone and newer", &Options::english(), |browser| {
        let page = open_and_import(browser, &server, &bundle);
        let table = page.go_to_table(0);
        write_note(browser, "Of a newer Nappe soon");
        write_note(browser, "It stays");
        let address = page.url();
        // Nobody is there to put anything back meanwhile, and what was written is long ago.
        let page = browser.open(&server.other_page());
        page.forget_journal();
        let script = "const keys = Object.keys(localStorage).sort();
            const with_words = (words) => keys.find((it) => it.includes('/record/') && localStorage[it].includes(words));
            const newer = with_words('Of a newer Nappe soon');
            localStorage[newer] = localStorage[newer].replace(/^1/, '9');
            const segments = keys.filter((it) => it.includes('/segment/'));
            const gone = [segments[segments.length - 1] ?? null, keys.find((it) => it.endsWith('/card')) ?? null,
                keys.find((it) => it.endsWith(`/record/${arguments[0]}`) && localStorage[it].includes('\"kind\":\"table\"'))
                    ?? null];
            gone.filter(Boolean).forEach((it) => localStorage.removeItem(it));
            return [[newer], gone];";
        let changed = page.script(script, json!([table])).expect("a store that lost things");
        let (newer, gone) = (&changed[0], &changed[1]);
        assert!(gone.as_array().is_some_and(|all| all.len() == 3 && all.iter().all(Value::is_string)), "{gone}");
        assert_eq!(values(&page, gone), json!([null, null, null]), "they are gone");
        let of_newer = values(&page, newer);
        assert!(of_newer[0].as_str().is_some_and(|text| text.starts_with('9')), "{of_newer}");

        browser.open(&address);
        wait_note(&page, "It stays");
        page.wait_sees("A newer Nappe wrote one piece of this café.");
        page.wait_sees("It is safe: open the café in the newest version.");
        page.wait_sees("A part of the import of “more.json” is gone.");
        assert!(!page.sees("cannot be read"), "neither is damaged: {}", page.text());
        assert!(!page.notes().concat().contains("Of a newer Nappe soon"));
        write_note(browser, "Written beside what is missing");
        assert_eq!(values(&page, newer), of_newer, "what a newer Nappe wrote is as it was");
        page.button("Download a copy").click();
        let (_, text) = browser.wait_download_text();
        let downloaded: Map<String, Value> = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(downloaded.len(), 1, "what is missing has no text: {text}");
        assert!(text.contains("Of a newer Nappe soon"), "{text}");
        page.by_role("link", "Look for the newest version").click();
        page.wait_sees("Check this device");

        // The segment came in a file, and the file brings it again.
        browser.open(&address);
        page.by_role("link", "Import again").click();
        page.wait_sees("Choose files");
        lay_out(browser, &[&bundle]);
        import(browser);
        page.wait_sees("1 file was imported.");
        page.button("Close").click();
        page.wait_sees_not("is gone.");
        browser.open(&address);
        wait_note(&page, "Written beside what is missing");
        wait_note(&page, FIRST);
        wait_note(&page, LAST);
        page.wait_sees("A newer Nappe wrote one piece of this café.");
        assert!(!page.sees("is gone."), "told once: {}", page.text());
        browser.expect_no_errors();
    });
}

/// Leaves the app, and takes the record of the import away; what is left of it began long ago.
#[track_caller]
fn lose_the_import(browser: &Browser, server: &Server) {
    let page = browser.open(&server.other_page());
    page.forget_journal();
    let script = "const keys = Object.keys(localStorage);
        const manifest = keys.find((it) => it.includes('/import/'));
        const id = manifest.split('/import/')[1], old = '01M0000000' + id.slice(10);
        localStorage.removeItem(manifest);
        const segments = keys.filter((it) => it.includes(`/segment/${id}/`));
        for (const segment of segments) {
            const text = localStorage[segment];
            localStorage.removeItem(segment);
            localStorage[segment.replace(id, old)] = text;
        }
        return segments.length";
    let count = page.script(script, json!([])).expect("an import");
    assert_eq!(count, json!(2), "a hundred notes in each");
}

#[test]
fn an_import_that_was_not_finished_is_taken_in_undone_or_deleted_and_never_goes_by_itself() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "more.json", bundles::example_and(Language::English, 150));
    in_each_engine("unfinished", &Options::english(), |browser| {
        let page = open_and_import(browser, &server, &bundle);
        page.go_to_table(0);
        wait_note(&page, FIRST);
        let (address, segments) = (page.url(), "(key) => key.includes('/segment/')");
        lose_the_import(browser, &server);
        let left = page.stored_if(segments);

        browser.open(&address);
        page.wait_sees("2026");
        page.wait_sees("was not finished, or its record was lost.");
        page.wait_sees("150 notes from it are here, but not in the café.");
        assert!(!page.notes().concat().contains(FIRST), "it does not count");
        // Asked once more before anything goes; leaving the page decides nothing.
        page.button("Delete them").click();
        page.wait_sees("Whatever is nowhere else is then gone for good.");
        page.button("Keep them").click();
        page.wait_sees_not("Whatever is nowhere else");
        browser.reload();
        page.wait_sees("150 notes from it are here, but not in the café.");
        assert_eq!(page.stored_if(segments), left);
        page.button("Take them in").click();
        page.wait_sees("What was left of the import is in the café now.");
        page.wait_sees_not("was not finished");
        wait_note(&page, FIRST);
        wait_note(&page, LAST);
        browser.reload();
        wait_note(&page, LAST);
        // As any other import, it can be undone.
        page.go_in_cafe("collect");
        page.wait_sees("Import that was not finished");
        page.button("Undo").click();
        page.wait_sees("The import was undone.");
        browser.open(&address);
        page.wait_for("the notes to be gone", || !page.notes().concat().contains(FIRST));

        lose_the_import(browser, &server);
        browser.open(&address);
        page.wait_sees("150 notes from it are here, but not in the café.");
        page.button("Delete them").click();
        page.button("Delete for good").click();
        page.wait_sees_not("was not finished");
        assert_eq!(page.stored_if(segments), json!({}));
        browser.expect_no_errors();
    });
}

#[test]
fn a_store_of_an_earlier_day_opens_with_its_notes() {
    let server = Server::of_the_app();
    let text = include_str!("../../golden/store-1-harvested.json");
    let store: Value = serde_json::from_str(text).expect("a golden store");
    in_each_engine("a golden store", &Options::english(), |browser| {
        let page = browser.open(&server.other_page());
        let script = "for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text)";
        page.script(script, json!([store])).expect("a store");
        browser.open(&server.url("/"));
        // Its language and its cafés; the one that was taken off is not among them.
        page.by_role("link", browser_tests::containing("Le café de la nappe")).click();
        page.wait_for("the café", || page.url().contains("#/cafe/"));
        page.go_to_table(0);
        wait_note(&page, "Écrit deux fois");
        // A correction that was half typed.
        assert_eq!(page.field("Votre contribution, corrigée").value(), "Écrit ici, et corr");
        page.go_to_table(1);
        wait_note(&page, "from an import, 99");
        assert!(!page.notes().concat().contains("from an import that was"), "{:?}", page.notes());
        page.wait_sees("2 notes de cet import sont ici sans être dans le café.");
        assert!(!page.sees("illisible"), "{}", page.text());
        page.go_in_cafe("harvest");
        page.wait_sees("Nouveau thème");
        browser.expect_no_errors();
    });
}
