//! "All handed over" is said only while it is so.

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
