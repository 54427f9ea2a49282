//! Words in the middle of being typed, while others change the same: both are there in the end.

use crate::steps::*;
use browser_tests::app::open_example;
use browser_tests::{Key, Options, Server, any, containing, in_one_engine};

#[test]
fn a_correction_left_open_replaces_only_what_its_writer_saw() {
    let server = Server::of_the_app();
    in_one_engine("left open", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        let (cafe, table) = (page.cafe(), page.go_to_table(0));
        write_note(browser, "A garden");
        note(browser, "A garden").button("Edit").click();
        page.field("Your contribution, corrected").fill("A garden with bees");
        // Escape is not giving up.
        page.press(Key::Escape);
        note(browser, "A garden").button("Edit").click();
        assert_eq!(page.field("Your contribution, corrected").value(), "A garden with bees");
        let first = browser.tab();
        let second = browser.new_tab();
        browser.open(&server.url(&format!("/#/cafe/{cafe}/table/{table}")));
        page.button("Cancel").wait();
        // In the other tab it is read anew, and corrected to something else.
        page.button("Cancel").click();
        rewrite_note(browser, "A garden", "A garden with a pond");
        browser.switch_to(&first);
        page.field("Your contribution, corrected").type_text(" and trees");
        browser.reload();
        assert_eq!(page.field("Your contribution, corrected").value(), "A garden with bees and trees");
        page.button("Save").click();
        page.wait_sees("A garden with bees and trees");
        page.wait_sees("A garden with a pond");
        page.wait_for("both to choose from", || page.button("Keep this one").count() >= 2);
        browser.switch_to(&second);
        browser.expect_no_errors();
    });
}

#[test]
fn a_correction_that_a_full_store_did_not_take_is_there_after_a_reload() {
    let server = Server::of_the_app();
    in_one_engine("full under a correction", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_to_table(0);
        write_note(browser, "A bench");
        note(browser, "A bench").button("Edit").click();
        page.field("Your contribution, corrected").fill("A bench in the shade of the lime trees");
        page.fill_store(0);
        page.button("Save").click();
        page.wait_sees("1 change not saved. The browser’s storage is full.");
        note(browser, "A bench in the shade").wait();
        browser.reload();
        assert_eq!(page.field("Your contribution, corrected").value(), "A bench in the shade of the lime trees");
        page.free_store();
        page.button("Save").click();
        page.wait_sees("Saved on this device");
        browser.reload();
        note(browser, "A bench in the shade").button("Edit").wait();
    });
}

#[test]
fn a_next_step_that_is_removed_elsewhere_while_it_is_edited_keeps_its_words() {
    let server = Server::of_the_app();
    in_one_engine("removed elsewhere", &Options::english(), |browser| {
        let page = open_example_before_the_harvest(browser, &server);
        let cafe = page.cafe();
        page.go_in_cafe("next-steps");
        page.field("What").type_text("Ask the insurers");
        page.press(Key::Enter);
        page.button("Edit next step 1").click();
        let form = page.region("Edit next step 1");
        form.field("Who").type_text("Nan Olive");
        let first = browser.tab();
        let second = browser.new_tab();
        browser.open(&server.url(&format!("/#/cafe/{cafe}/next-steps")));
        page.region("Edit next step 1").button("Cancel").click();
        page.button("Remove next step 1").click();
        page.wait_sees("No next step yet");
        browser.switch_to(&first);
        page.wait_sees("Somebody removed this step meanwhile.");
        assert_eq!(form.field("Who").value(), "Nan Olive");
        form.field("By when").type_text("June");
        browser.reload();
        assert_eq!(form.field("Who").value(), "Nan Olive");
        page.button("Put it back").click();
        let row = page.by_role("article", containing("Ask the insurers"));
        row.wait();
        assert!(row.text().contains("Nan Olive") && row.text().contains("June"), "{}", row.text());
        assert_eq!(page.by_role("article", any()).count(), 1);
        browser.switch_to(&second);
        page.wait_for("it to be back", || page.text().contains("Ask the insurers"));
        browser.expect_no_errors();
    });
}

#[test]
fn who_and_when_of_a_next_step_may_come_from_two_tabs() {
    let server = Server::of_the_app();
    in_one_engine("who and when", &Options::english(), |browser| {
        let page = open_example_before_the_harvest(browser, &server);
        let cafe = page.cafe();
        page.go_in_cafe("next-steps");
        page.field("What").type_text("Measure the noise");
        page.press(Key::Enter);
        page.button("Edit next step 1").click();
        let first = browser.tab();
        browser.new_tab();
        browser.open(&server.url(&format!("/#/cafe/{cafe}/next-steps")));
        page.button("Edit next step 1").click();
        let form = page.region("Edit next step 1");
        form.field("Who").type_text("Awa");
        form.button("Save").click();
        form.wait_gone();
        browser.switch_to(&first);
        form.field("By when").type_text("June");
        form.button("Save").click();
        form.wait_gone();
        let row = page.by_role("article", containing("Measure the noise"));
        page.wait_for("both", || row.text().contains("Awa") && row.text().contains("June"));
        browser.expect_no_errors();
    });
}
