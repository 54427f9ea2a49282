//! Handing over: what is said of it and when, and what an export does and is called.

use crate::faults::set_clock;
use crate::steps::*;
use browser_tests::app::open_example;
use browser_tests::{Key, Options, Server, containing, in_one_engine};

#[test]
fn an_erasure_has_to_be_handed_over_as_well() {
    let server = Server::of_the_app();
    in_one_engine("erased after it was handed over", &Options::english(), |browser| {
        let page = open_link(browser, &link_to_example(&server, 1));
        write_note(browser, "Said in the heat of the moment");
        page.wait_sees("1 note to hand over");
        hand_over_file(browser);
        page.wait_sees("all handed over");
        erase_note(browser, "Said in the heat of the moment");
        page.wait_sees("changes to hand over");
        browser.reload();
        page.wait_sees("changes to hand over");
        page.link("Hand over").click();
        page.wait_sees("1 erasure is in the bundle");
        download_bundle(browser);
        page.wait_sees("all handed over");
        // What never left needs no erasure to travel.
        page.link("Back to the table").click();
        write_note(browser, "Never handed over");
        page.wait_sees("1 note to hand over");
        erase_note(browser, "Never handed over");
        page.wait_sees("all handed over");
        browser.expect_no_errors();
    });
}

#[test]
fn what_is_sorted_after_an_export_is_not_said_to_be_handed_over() {
    let server = Server::of_the_app();
    in_one_engine("sorted after an export", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        export_cafe(browser);
        page.wait_sees("all handed over");
        page.go_in_cafe("next-steps");
        page.field("What").type_text("Ask the baker");
        page.button("Add").click();
        page.wait_sees("changes to hand over");
        page.wait_sees("only here since");
        browser.reload();
        page.wait_sees("changes to hand over");
        page.go_in_cafe("");
        page.button(containing("Remove this café from this device")).click();
        page.wait_sees("What has been changed here since the last export exists only here.");
        export_cafe(browser);
        page.wait_sees("all handed over");
        // The clock of the rounds is nothing that anybody wrote.
        page.go_in_cafe("run");
        page.button(containing("Start round 1")).click();
        page.wait_sees("19:5");
        page.go_in_cafe("");
        page.wait_sees("all handed over");
        browser.expect_no_errors();
    });
}

#[test]
fn an_export_changes_no_record() {
    let server = Server::of_the_app();
    in_one_engine("an export", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        write_note(browser, "Written before the export");
        let records = || page.stored_if("(key) => /\\/(record|segment|import)\\//.test(key)");
        let before = records();
        assert!(before.to_string().contains("Written before the export"));
        hand_over_file(browser);
        page.go_in_cafe("");
        export_cafe(browser);
        page.wait_sees("all handed over");
        assert_eq!(records(), before);
        browser.reload();
        page.wait_sees("all handed over");
        assert_eq!(records(), before);
        browser.expect_no_errors();
    });
}

#[test]
fn since_when_notes_are_only_here_is_said_by_the_clock() {
    let server = Server::of_the_app();
    in_one_engine("only here since", &Options::english(), |browser| {
        let page = open_link(browser, &link_to_example(&server, 1));
        // The same day, whatever the time of this machine is.
        let at = |time: &str| format!("new window.Date(real).setHours({time}, 0, 0)");
        set_clock(&page, &at("9, 5"));
        write_note(browser, "The first of the morning");
        page.wait_sees("1 note to hand over");
        set_clock(&page, &at("14, 20"));
        write_note(browser, "The second one");
        let table = page.url();
        let table = &table[table.find('#').expect("an address behind #")..];
        page.go_in_cafe("");
        page.wait_sees("2 notes to hand over");
        page.wait_sees("only here since 9:05 AM");
        page.go(table);
        hand_over_file(browser);
        page.go_in_cafe("");
        page.wait_sees("all handed over");
        assert!(!page.sees("only here since"), "{}", page.text());
        page.go(table);
        set_clock(&page, &at("16, 45"));
        write_note(browser, "The third one");
        page.go_in_cafe("");
        page.wait_sees("1 note to hand over");
        page.wait_sees("only here since 4:45 PM");
    });
}

#[test]
fn before_a_cafe_is_taken_off_it_can_be_exported() {
    let server = Server::of_the_app();
    in_one_engine("export it first", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        write_note(browser, "Written and not handed over");
        page.go_in_cafe("");
        page.button("Remove this café from this device").click();
        page.wait_sees("1 note written here has not been handed over yet.");
        page.link("Export it first").click();
        page.button("Download the bundle").click();
        let (_, bundle) = browser.wait_download_text();
        for words in ["Written and not handed over", "Less noise! Nobody enjoys a meal"] {
            assert!(bundle.contains(words), "{words} is not in {bundle}");
        }
        page.go_in_cafe("");
        page.button("Remove this café from this device").click();
        page.button("Remove it").wait();
        assert!(!page.sees("not been handed over yet"), "{}", page.text());
        browser.expect_no_errors();
    });
}

#[test]
fn the_name_of_a_device_stands_on_its_files() {
    let server = Server::of_the_app();
    in_one_engine("a device with a name", &Options::french(), |browser| {
        let page = browser.open(&server.url("/"));
        page.link("Vérifier cet appareil").click();
        page.field("Un nom pour cet appareil").type_text("Téléphone 12");
        page.press(Key::Tab);
        page.wait_sees("Cet appareil\u{202f}: Téléphone 12, ");
        let page = open_example(browser, &server);
        page.go("#/ready");
        assert_eq!(page.field("Un nom pour cet appareil").value(), "Téléphone 12");
        let page = open_example(browser, &server);
        page.link("Exporter le café").wait();
        let file = export_cafe(browser);
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(name.contains("-téléphone-12-"), "{name}");
        browser.expect_no_errors();
    });
}
