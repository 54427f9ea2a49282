//! What hosts keep of a round: written, read back, corrected, set aside by the facilitator, and safe on a full store.

use crate::bundles::{self, Language};
use crate::steps::{import, lay_out, link_to_example, open_link, write_note};
use browser_tests::app::open_example;
use browser_tests::{Options, Server, any, containing, in_one_engine};

#[test]
fn a_host_keeps_key_points_that_travel_to_the_report() {
    let server = Server::of_the_app();
    in_one_engine("a host", &Options::english(), |browser| {
        let page = open_link(browser, &link_to_example(&server, 1));
        let table = page.go_to_table(0);
        page.go_in_cafe(&format!("host/{table}"));
        page.heading("What we keep of this round").wait();
        page.wait_sees("You are the first group here.");
        page.wait_sees("This is the first round.");
        page.field("Key point").paste_text("Cook with what the season brings");
        browser.reload();
        page.wait_for("the draft", || page.field("Key point").value() == "Cook with what the season brings");
        page.button("Keep it").click();
        page.wait_sees("The key point was added.");
        page.wait_sees("1 key point to hand over");
        page.button("Read back").click();
        page.wait_sees("This is what we keep. Is something missing?");
        page.button("Close").click();
        page.go_in_cafe(&format!("table/{table}"));
        write_note(browser, "Beans in winter");
        page.go_in_cafe("report");
        page.wait_sees("Key points");
        page.wait_sees("Cook with what the season brings");
        // The next round hears what this one said.
        page.go_in_cafe(&format!("host/{table}"));
        page.field("Round").choose("Round 2 of 3");
        page.wait_sees("I’ll take one minute to tell you what the groups before you kept.");
        page.wait_sees_not("You are the first group here.");
        let earlier = page.region("From the earlier rounds");
        for words in ["Round 1", "Key points", "Cook with what the season brings", "Notes", "Beans in winter"] {
            page.wait_for(words, || earlier.text().contains(words));
        }
        page.field("Round").choose("Round 1 of 3");
        page.button("Edit").click();
        page.field("The key point, corrected").fill("Cook with the season");
        page.button("Save").click();
        page.wait_sees("Cook with the season");
        page.button("Erase").click();
        page.button("Erase for good").click();
        page.wait_sees("The key point was erased.");
        page.wait_sees("No key point yet.");
        page.wait_for("the words to be gone from the store", || {
            let script = "JSON.stringify(Object.values(localStorage)).includes('with the season')";
            page.value_of(script) == false
        });
        browser.expect_no_errors();
    });
}

#[test]
fn a_facilitator_settles_two_versions_of_a_key_point_and_sets_one_aside() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let (text, [here, there]) = bundles::example_with_a_key_point_in_two_versions(Language::English);
    let file = bundles::file(&folder, "two.json", text);
    in_one_engine("key points of others", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        let table = page.go_to_table(0);
        page.go_in_cafe("collect");
        lay_out(browser, &[&file]);
        import(browser);
        page.go_in_cafe(&format!("host/{table}"));
        let disputed = page.by_role("article", containing(here));
        disputed.by_role("listitem", containing(there)).button("Keep this one").click();
        page.wait_sees_not(here);
        let other = page.by_role("article", containing("The noise matters"));
        other.button("Set aside").click();
        page.wait_sees("Set aside by the facilitator");
        page.go_in_cafe("report");
        page.wait_sees(there);
        assert!(!page.sees("The noise matters"), "what is set aside is in the report");
        // The next group does not hear it either, and it can be shown again.
        page.go_in_cafe(&format!("host/{table}"));
        page.button("Read back").click();
        let read = page.dialog(any());
        read.item(containing(there)).wait();
        assert!(!read.item(containing("The noise matters")).exists());
        page.button("Close").click();
        other.button("Show again").click();
        page.wait_sees_not("Set aside by the facilitator");
        page.go_in_cafe("report");
        page.wait_sees("The noise matters");
        browser.expect_no_errors();
    });
}

#[test]
fn on_a_full_store_a_key_point_stays_on_screen_as_not_saved_until_there_is_room() {
    let server = Server::of_the_app();
    in_one_engine("full under a key point", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        let table = page.go_to_table(0);
        page.go_in_cafe(&format!("host/{table}"));
        page.field("Key point").wait();
        page.fill_store(0);
        page.field("Key point").paste_text("Kept on a full store");
        page.wait_sees("The text in the box is not stored: copy it before you leave.");
        page.button("Keep it").click();
        page.wait_sees("1 change not saved. The browser’s storage is full.");
        let own = page.by_role("article", containing("Kept on a full store"));
        assert!(own.text().contains("not saved"), "{}", own.text());
        own.button("Copy the text").wait();
        page.by_role("alert", any()).link("Hand over").click();
        page.button("Download the bundle").click();
        assert!(browser.wait_download_text().1.contains("Kept on a full store"));
        page.free_store();
        page.by_role("alert", any()).button("Try again").click();
        page.wait_sees_not("not saved");
        browser.reload();
        page.go_in_cafe(&format!("host/{table}"));
        own.wait();
        assert!(own.text().contains("saved here"));
        browser.expect_no_errors();
    });
}
