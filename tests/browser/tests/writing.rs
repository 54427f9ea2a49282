//! Writing at a table: the first note, drafts, corrections, languages, and all of it without a pointer.

use std::fs;

use crate::steps::*;
use browser_tests::{Key, Options, Server, containing, in_each_engine, in_one_engine};
use serde_json::json;

#[test]
fn the_first_note_is_saved_with_two_taps_beside_the_typing() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let message = format!(
        "<!doctype html><title>Message</title><link rel='icon' href='data:,'><a href='{}'>Table 3</a>",
        link_to_example(&server, 3)
    );
    fs::write(folder.path().join("index.html"), message).expect("a page");
    let messages = Server::of(folder.path());
    in_each_engine("two taps", &Options::french(), |browser| {
        let (page, finger) = (browser.open(&messages.url("/")), Finger::default());
        finger.tap(&page.link("Table 3"));
        the_box(browser).type_text("Une soupe chaque jour");
        finger.tap(&page.button("Ajouter"));
        assert_eq!(finger.taps(), 2);
        note(browser, "Une soupe chaque jour").wait();
        page.wait_sees("enregistrée ici");
        page.wait_sees("Enregistré sur cet appareil");
        page.wait_sees("1 note à remettre");
        browser.reload();
        note(browser, "Une soupe chaque jour").wait();
        assert_eq!(page.notes(), ["Une soupe chaque jour"]);
        browser.expect_no_errors();
    });
}

#[test]
fn a_reload_in_the_middle_of_typing_keeps_every_draft() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("drafts", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        the_box(browser).type_text("Half a sen");
        browser.reload();
        assert_eq!(the_box(browser).value(), "Half a sen");
        the_box(browser).type_text("tence");
        page.button("Add").click();
        note(browser, "Half a sentence").wait();
        assert_eq!(the_box(browser).value(), "");
        browser.reload();
        note(browser, "Half a sentence").wait();
        assert_eq!(the_box(browser).value(), "");
        // A correction that is not done yet.
        note(browser, "Half a sentence").button("Edit").click();
        let field = page.field("Your contribution, corrected");
        field.type_text(", and more");
        browser.reload();
        assert_eq!(field.value(), "Half a sentence, and more");
        page.button("Save").click();
        note(browser, "Half a sentence, and more").wait();
        // An example of it.
        note(browser, "Half a sentence").button("For example").click();
        page.field("An example of this").type_text("Like th");
        browser.reload();
        note(browser, "Half a sentence").button("For example").click();
        assert_eq!(page.field("An example of this").value(), "Like th");
        page.button("Cancel").click();
        // The form of a new café.
        let page = browser.open(&server.url("/#/new"));
        page.field("Title of the café").type_text("Autumn");
        page.field("Question 2").type_text("What n");
        browser.reload();
        assert_eq!(page.field("Title of the café").value(), "Autumn");
        assert_eq!(page.field("Question 2").value(), "What n");
        browser.expect_no_errors();
    });
}

#[test]
fn own_notes_are_corrected_and_erased_and_stay_so() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_one_engine("own notes", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        page.wait_sees("The tablecloth is still white.");
        write_note(browser, "Bread from the village");
        write_note(browser, "No more plastic\nnot even cups 🥤");
        assert!(!page.sees("edited"));
        rewrite_note(browser, "Bread from the village", "Bread from our baker");
        page.wait_sees("edited");
        // Second thoughts change nothing.
        note(browser, "No more plastic").button("Edit").click();
        page.field("Your contribution, corrected").type_text("!!!");
        page.button("Cancel").click();
        note(browser, "No more plastic").button("Erase").click();
        page.wait_sees("Erase these words for good?");
        page.button("Keep the note").click();
        assert_eq!(page.notes(), ["Bread from our baker", "No more plastic\nnot even cups 🥤"]);
        erase_note(browser, "No more plastic");
        page.wait_sees("The note was erased.");
        browser.reload();
        note(browser, "Bread from our baker").wait();
        assert_eq!(page.notes(), ["Bread from our baker"]);
        assert!(!page.stored().to_string().contains("plastic"), "erased words are still in the store");
        page.wait_for("the journal to have the note that is left, and not the erased one", || {
            let journal = page.journal();
            journal.contains("Bread from our baker") && !journal.contains("plastic")
        });
        browser.expect_no_errors();
    });
}

#[test]
fn a_switch_of_language_happens_at_once_and_keeps_what_is_typed() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_one_engine("languages", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "A garden");
        note(browser, "A garden").button("Edit").click();
        page.field("Your contribution, corrected").type_text(" with bees");
        the_box(browser).type_text("Still thinking");
        page.button("FR, français").click();
        page.link("Remettre mes notes").wait();
        assert_eq!(page.field("Votre contribution").value(), "Still thinking");
        assert_eq!(page.field("Votre contribution, corrigée").value(), "A garden with bees");
        assert_eq!(page.value_of("document.documentElement.lang"), "fr");
        page.field("Votre contribution").type_text(" of it");
        browser.reload();
        assert_eq!(page.field("Votre contribution").value(), "Still thinking of it");
        page.button("EN, English").click();
        page.button("Add").click();
        note(browser, "Still thinking of it").wait();
        page.button("Save").click();
        note(browser, "A garden with bees").wait();
        assert_eq!(page.value_of("document.documentElement.lang"), "en");
        browser.expect_no_errors();
    });
}

#[test]
fn a_participant_needs_no_pointer() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 2);
    in_each_engine("keys of a participant", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        tab_to(&page, "Your contribution");
        page.type_keys("By keys");
        tab_to(&page, "Add");
        page.press(Key::Enter);
        note(browser, "By keys").wait();
        // The box has the focus again, for the next thought.
        assert_eq!(page.focused().name, "Your contribution");
        page.type_keys("Ctrl, Enter");
        page.press_with(&[Key::Control], Key::Enter);
        note(browser, "Ctrl, Enter").wait();
        tab_to(&page, "Edit");
        page.press(Key::Enter);
        page.wait_for("the box", || page.focused().name == "Your contribution, corrected");
        page.press(Key::End);
        page.type_keys(" only");
        tab_to(&page, "Save");
        page.press(Key::Space);
        note(browser, "By keys only").wait();
        tab_to(&page, "Erase");
        page.press(Key::Enter);
        // Not on the button that erases.
        page.wait_for("the question", || page.focused().name == "Keep the note");
        page.press(Key::Enter);
        tab_to(&page, "Hand over");
        page.press(Key::Enter);
        page.heading("Hand over").wait();
        tab_to(&page, "Download the bundle");
        page.press(Key::Enter);
        let (_, text) = browser.wait_download_text();
        assert!(text.contains("By keys only") && text.contains("Ctrl, Enter"), "{text}");
        tab_to(&page, "FR, français");
        page.press(Key::Space);
        page.heading("Remettre les notes").wait();
        browser.expect_no_errors();
    });
}

#[test]
fn a_facilitator_needs_no_pointer() {
    let server = Server::of_the_app();
    in_each_engine("keys of a facilitator", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.button(containing("Create a café")).wait();
        tab_to(&page, "Create a café");
        page.press(Key::Enter);
        page.heading("Create a café").wait();
        tab_to(&page, "Title of the café");
        page.type_keys("Été");
        tab_to(&page, "One question per table");
        page.press(Key::Down);
        assert!(page.radio("One question per round").is_checked());
        for question in 1..=2 {
            tab_to(&page, &format!("Question {question}"));
            page.type_keys("Why?");
        }
        tab_to(&page, "Add a question");
        page.press(Key::Enter);
        page.wait_for("the new line", || page.focused().name == "Question 4");
        tab_to(&page, "Create the café");
        page.press(Key::Space);
        page.heading("Invite").wait();
        tab_to(&page, "Larger: Table 1");
        page.press(Key::Enter);
        let dialog = page.dialog("Table 1");
        dialog.wait();
        page.press(Key::Escape);
        dialog.wait_gone();
        assert_eq!(page.focused().name, "Larger: Table 1");
        tab_to(&page, "Collect");
        page.press(Key::Enter);
        page.heading("Collect").wait();
        tab_to(&page, "Choose files");
        tab_to(&page, "Paste a text instead");
        page.press(Key::Enter);
        page.field("Paste the text of a bundle").wait();
        tab_to(&page, "Back");
        page.press(Key::Enter);
        page.heading("Été").wait();
        browser.expect_no_errors();
    });
}

#[test]
fn a_cafe_is_taken_off_the_device_by_its_title_and_put_back() {
    let server = Server::of_the_app();
    in_one_engine("taking off", &Options::english(), |browser| {
        let page = create_cafe(browser, &server, "Autumn meeting", &["What now?"]);
        page.go_to_table(0);
        write_note(browser, "Words to come back to");
        page.go_in_cafe("");
        page.button("Remove this café from this device").click();
        page.wait_sees("1 note written here has not been handed over yet.");
        let field = page.field(containing("To confirm, type its title"));
        field.type_text("Another café");
        page.button("Remove it").click();
        page.wait_sees("This is not its title.");
        field.clear();
        field.type_text("Autumn meeting");
        page.button("Remove it").click();
        page.wait_sees("For a day you can put it back here.");
        let page = browser.reload();
        page.button(containing("Put back")).wait();
        assert!(!page.link(containing("Autumn meeting")).exists());
        page.button("Put back: Autumn meeting").click();
        page.wait_sees("1 contribution");
        browser.open(&server.url("/"));
        page.link(containing("Autumn meeting")).click();
        // Its room is wanted now: asked for twice, and everything of it goes.
        page.button("Remove this café from this device").wait();
        let cafe = page.cafe();
        page.fill_store(0);
        page.button("Remove this café from this device").click();
        page.field(containing("To confirm, type its title")).type_text("Autumn meeting");
        page.button("Remove it").click();
        page.button("Delete now · Autumn meeting").click();
        page.wait_sees("Nobody can bring them back.");
        page.button("Cancel").click();
        page.button("Delete now · Autumn meeting").click();
        page.button("Delete for good").click();
        page.wait_sees("The café was deleted.");
        assert!(!page.button(containing("Put back")).exists());
        let left = || page.stored_if("(key) => key.includes('/record/') || key.includes('/removed/')");
        assert_eq!(left(), json!({}));
        // What the page still knew of it does not come back when somebody goes there by the browser's button.
        page.go(&format!("#/cafe/{cafe}"));
        page.wait_sees("This café is not on this device.");
        assert_eq!(left(), json!({}));
        browser.open(&server.url("/"));
        page.button(containing("Create a café")).wait();
        assert!(!page.sees("Autumn meeting"));
        browser.expect_no_errors();
    });
}
