//! A whole café in three browsers, and the ways into one.

use std::fs;

use crate::bundles;
use crate::steps::*;
use browser_tests::app::open_example;
use browser_tests::{Browser, Options, Server, containing, in_engines_together, in_one_engine};
use nappe_core::bundle::encode;
use nappe_core::domain::Scope;
use nappe_core::example;

const TITLE: &str = "Le quartier en 2030";
const QUESTIONS: [&str; 3] = ["Que garder ?", "Que changer ?", "Qui commence ?"];

/// The texts of a table, before anything is changed.
const FIRST: [&str; 3] = ["Le marché du samedi", "Les bancs à l’ombre 🌳", "Une note à effacer"];
const SECOND: [&str; 2] = ["Moins de voitures", "شارع هادئ للأطفال"];

#[test]
fn three_devices_exchange_their_notes_until_all_three_export_the_same_bytes() {
    let server = Server::of_the_app();
    let languages = [Options::english(), Options::french(), Options::english()];
    in_engines_together("a whole café", &languages, |browsers| {
        let [facilitator, one, two] = browsers else { panic!("three browsers") };

        // The invitation.
        let desk = create_cafe(facilitator, &server, TITLE, &QUESTIONS);
        desk.wait_sees("The café is ready.");
        let links = ["Table 1", "Table 2"].map(|card| read_link(facilitator, card));
        for ((browser, link), (question, texts)) in
            [one, two].into_iter().zip(&links).zip([(QUESTIONS[0], &FIRST[..]), (QUESTIONS[1], &SECOND)])
        {
            let page = open_link(browser, link);
            page.heading(question).wait();
            texts.iter().for_each(|text| write_note(browser, text));
            assert_eq!(page.notes(), texts);
            page.wait_sees(if texts.len() == 3 { "3 notes à remettre" } else { "2 notes to hand over" });
        }

        // The first exchange, and what it would change.
        let files = [one, two].map(|browser| hand_over_file(browser));
        one.page().wait_sees("tout est remis");
        two.page().wait_sees("all handed over");
        let files: Vec<_> = files.iter().map(|file| file.as_path()).collect();
        to_step(facilitator, "Collect");
        let preview = lay_out(facilitator, &files);
        expect_counts(&preview[0], [3, 0, 0, 0, 0, 0]);
        expect_counts(&preview[1], [2, 0, 0, 0, 0, 0]);
        desk.wait_sees("All files together: 5 new");
        import(facilitator);
        desk.wait_sees("2 files were imported. 5 new");
        expect_texts(facilitator, &[&FIRST[..], &SECOND].concat());

        // Once more changes nothing; undone and redone leaves nothing behind.
        to_step(facilitator, "Collect");
        let preview = lay_out(facilitator, &files);
        expect_counts(&preview[0], [0, 0, 3, 0, 0, 0]);
        expect_counts(&preview[1], [0, 0, 2, 0, 0, 0]);
        desk.wait_sees("Everything in these files is already here: there is nothing to import.");
        assert!(!desk.button("Import").is_enabled());
        desk.button("Import nothing").click();
        desk.button("Undo").click();
        desk.wait_sees("The import was undone.");
        to_step(facilitator, "Harvest");
        desk.wait_sees("There is nothing to harvest yet.");
        to_step(facilitator, "Collect");
        desk.button("Redo").click();
        desk.wait_sees("The import counts again.");
        expect_texts(facilitator, &[&FIRST[..], &SECOND].concat());

        // The same notes are changed on two devices at once.
        to_step(facilitator, "Harvest");
        rewrite_note(facilitator, FIRST[0], "Le marché, le samedi matin");
        desk.region("Questions").button(containing("Question 2")).click();
        rewrite_note(facilitator, SECOND[0], "Moins d’autos");
        rewrite_note(one, FIRST[0], "Le marché couvert");
        erase_note(one, FIRST[2]);
        rewrite_note(two, SECOND[0], "Des rues sans voiture");
        let files = [one, two].map(|browser| hand_over_file(browser));
        let files: Vec<_> = files.iter().map(|file| file.as_path()).collect();
        to_step(facilitator, "Collect");
        let preview = lay_out(facilitator, &files);
        expect_counts(&preview[0], [0, 1, 1, 1, 1, 0]);
        expect_counts(&preview[1], [0, 1, 1, 1, 0, 0]);
        import(facilitator);

        // Both texts stay until somebody chooses.
        let disputed = ["Le marché, le samedi matin", "Le marché couvert", "Moins d’autos", "Des rues sans voiture"];
        expect_texts(facilitator, &[&disputed[..], &[FIRST[1], SECOND[1]]].concat());
        to_step(facilitator, "Report");
        desk.wait_sees("2 texts are in two versions; the report shows both.");
        to_step(facilitator, "Harvest");
        desk.button("Two versions (2)").click();
        disputed.iter().for_each(|text| desk.wait_sees(text));
        let versions = note(facilitator, disputed[0]);
        versions.by_role("listitem", containing(disputed[1])).button("Keep this one").click();
        desk.button("Two versions (1)").wait();
        note(facilitator, disputed[2]).button("Keep both").click();
        desk.wait_sees("Nothing is in two versions.");
        let settled = [disputed[1], disputed[2], disputed[3], FIRST[1], SECOND[1]];
        expect_texts(facilitator, &settled);
        for gone in [disputed[0], FIRST[2]] {
            assert!(!desk.sees(gone), "{gone} is still in the report");
        }
        desk.wait_sees("Nobody answered this question.");

        // Back to the tables: everybody has the same.
        to_overview(facilitator);
        let merged = export_cafe(facilitator);
        for browser in [one, two] {
            leave_table(browser);
            to_step(browser, say(browser, "Collect", "Collecter"));
            lay_out(browser, &[&merged]);
            import(browser);
            to_overview(browser);
            let export = export_cafe(browser);
            let [ours, theirs] = [&merged, &export].map(|file| fs::read_to_string(file).expect("a bundle"));
            assert!(ours == theirs, "{} exports something else:\n{ours}\n{theirs}", browser.engine());
        }
        browsers.iter().for_each(Browser::expect_no_errors);
    });
}

/// The six figures of a preview: new, changed, already here, two versions (of the new and changed), erased, set-up.
#[track_caller]
fn expect_counts(preview: &str, counts: [usize; 6]) {
    let [new, changed, same, versions, erased, setup] = counts;
    let says = format!(
        "new {new} changed {changed} already here {same} two versions {versions} erased {erased} set-up {setup}"
    );
    assert!(preview.to_lowercase().ends_with(&says), "{preview:?} does not say {says:?}");
}

/// Goes to the report, which has these texts and no other.
#[track_caller]
fn expect_texts(browser: &Browser, texts: &[&str]) {
    to_step(browser, say(browser, "Report", "Restituer"));
    let page = browser.page();
    texts.iter().for_each(|text| page.wait_sees(text));
    let count = page.notes().len();
    assert_eq!(count, texts.len(), "{:?}", page.notes());
}

#[test]
fn the_example_opens_full_in_both_languages() {
    let server = Server::of_the_app();
    for (options, table, report) in
        [(Options::english(), "Table 1", "Report"), (Options::french(), "Table 1", "Restituer")]
    {
        in_one_engine(&format!("the example, {report}"), &options, |browser| {
            let page = open_example(browser, &server);
            page.wait_sees("3 tables");
            page.wait_sees("39 contributions");
            to_step(browser, report);
            let notes = page.notes().len();
            assert!(notes > 30, "{notes} notes in the report");
            to_overview(browser);
            page.link(say(browser, "Write at a table on this device", "Écrire à une table sur cet appareil")).click();
            page.link(containing(table)).click();
            the_box(browser).wait();
            assert!(notes_on_screen(browser) > 5);
            browser.expect_no_errors();
        });
    }
}

#[test]
fn a_pasted_link_leads_to_its_table_whatever_stands_around_it() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 2);
    in_one_engine("joining", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.button(containing("Join with a link")).click();
        let field = page.field("Link to the café");
        field.paste_text(&link[..link.len() - 9]);
        page.button("Join").click();
        page.wait_for("the field to be marked", || field.attribute("aria-invalid").as_deref() == Some("true"));
        assert!(page.url().ends_with("#/join"), "{}", page.url());
        field.clear();
        field.paste_text(&format!("Come to our table: {link} See you!"));
        page.button("Join").click();
        the_box(browser).wait();
        page.wait_sees("Table 2");
        write_note(browser, "I found the way");
        // "Back" leads to where the link was pasted, not to the link, which would lead here again.
        browser.back();
        page.wait_for("the way back", || page.url().ends_with("#/join"));
        browser.expect_no_errors();
    });
}

#[test]
fn a_bundle_that_came_as_text_is_pasted_and_imported() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    let text = encode(&example::cafe(example::Language::English), Scope::Whole);
    in_one_engine("pasting", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        assert_eq!(notes_on_screen(browser), 0);
        leave_table(browser);
        to_step(browser, "Collect");
        page.button("Paste a text instead").click();
        let field = page.field("Paste the text of a bundle");
        field.paste_text(&text[..text.len() / 2]);
        page.button("Read the text").click();
        page.wait_sees("This file cannot be imported.");
        page.wait_sees("None of these files can be imported here.");
        page.button("Import nothing").click();
        field.clear();
        field.paste_text(&format!("\n {text}\n\n"));
        page.button("Read the text").click();
        // Forty notes and thirteen key points.
        page.wait_sees("All files together: 53 new");
        import(browser);
        page.wait_sees("1 file was imported.");
        to_overview(browser);
        page.wait_sees("39 contributions");
        browser.expect_no_errors();
    });
}

#[test]
fn before_an_import_the_cafe_is_exported_in_one_tap() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let more = bundles::example_and(bundles::Language::English, 2);
    let file = bundles::file(&folder, "more.json", &more);
    in_one_engine("a backup copy", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        to_step(browser, "Collect");
        lay_out(browser, &[file.as_ref()]);
        page.button("Export a copy").click();
        let copy = fs::read_to_string(browser.wait_download()).expect("a bundle");
        assert!(copy == encode(&example::cafe(example::Language::English), Scope::Whole), "another café was exported");
        page.wait_sees("last export");
        // What was laid out is still there.
        import(browser);
        page.wait_sees("1 file was imported.");
        browser.expect_no_errors();
    });
}

/// The tap on a field before typing is counted as a tap.
#[test]
fn from_a_template_to_printable_invitations_in_few_taps() {
    let server = Server::of_the_app();
    in_one_engine("few taps", &Options::english(), |browser| {
        let (page, finger) = (browser.open(&server.url("/")), Finger::default());
        page.script("window.print = () => { window.printed = true }", serde_json::json!([]))
            .expect("a printer that is quiet");
        finger.tap(&page.button(containing("Create a café")));
        finger.tap(&page.radio(containing("Going round")));
        finger.type_into(&page.field("Title of the café"), TITLE);
        for (line, question) in QUESTIONS.iter().enumerate() {
            finger.type_into(&page.field(format!("Question {}", line + 1).as_str()), question);
        }
        finger.tap(&page.button("Create the café"));
        finger.tap(&page.button("Print"));
        page.wait_for("the print dialog", || page.value_of("window.printed === true") == true);
        // A card for the café, and one for each table.
        assert_eq!(page.button(containing("Larger: ")).count(), 4);
        let (taps, fields) = (finger.taps(), finger.fields());
        println!("from a template to printable invitations: {taps} taps, {fields} typed fields");
        assert_eq!((taps, fields), (8, 4));
        browser.expect_no_errors();
    });
}
