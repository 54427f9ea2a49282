//! The harvest: notes are sorted into themes by tap, by keyboard and by drag, by two people at once, among ten
//! thousand.

use crate::board::{
    CHEESE, NOISE, PICTURES, TABLES, TEASPOON, column, expect_column, move_by_tap, open_unsorted, with_themes,
};
use crate::bundles;
use crate::steps::*;
use browser_tests::{
    Browser, Can, Key, Options, Server, any, containing, in_each_engine, in_each_engine_that, in_engines_together,
    in_one_engine,
};
use nappe_core::example::Language;
use serde_json::json;
use std::path::Path;

#[test]
fn notes_are_sorted_into_themes_by_tap_and_every_step_goes_back() {
    let server = Server::of_the_app();
    in_one_engine("sorting by tap", &Options::english().desk(), |browser| {
        let page = open_unsorted(browser, &server);
        // A set is chosen and changed.
        page.field("Start from").choose("Why and how");
        let lines = page.field("Themes, one on each line");
        assert_eq!(lines.value(), "Why\nPrerequisites\nDifficulties\nTools");
        lines.fill("Why\nHow");
        page.button("Add these 2 themes").click();
        page.wait_sees("2 themes were added.");
        move_by_tap(browser, TEASPOON, "Why");
        page.wait_sees("1 note moved to “Why”.");
        expect_column(&page, "Why", &[TEASPOON]);
        page.wait_sees("1 of 13 sorted");
        // Several at once, into a theme that is made for them.
        for words in [NOISE, TABLES, CHEESE] {
            note(browser, words).checkbox("Select this note").click();
        }
        page.region("3 notes selected").button("Move to…").click();
        page.field("Into a new theme").type_text("The room");
        page.button("Make it and move").click();
        page.wait_sees("3 notes moved to “The room”.");
        expect_column(&page, "The room", &[NOISE, TABLES, CHEESE]);
        // A theme is split.
        note(browser, CHEESE).checkbox("Select this note").click();
        page.region("1 note selected").button("Move to…").click();
        page.field("Into a new theme").type_text("Taste");
        page.button("Make it and move").click();
        expect_column(&page, "Taste", &[CHEESE]);
        // Renamed, described, put elsewhere, joined, taken away.
        page.button("Change the theme How").click();
        page.field("Name").fill("In which way");
        page.field(containing("What it is about")).type_text("What helps");
        page.button("Save").click();
        page.button("Change the theme In which way").click();
        page.button("Move it back").click();
        page.wait_sees("Place 3 of 4");
        page.button("Close").click();
        column(&page, "In which way").wait();
        page.wait_sees("What helps");
        page.button("Change the theme Taste").click();
        page.field("Join it to another theme").choose("The room");
        page.button("Join").click();
        expect_column(&page, "The room", &[NOISE, TABLES, CHEESE]);
        page.button("Change the theme Why").click();
        page.button("Remove this theme").click();
        page.wait_sees("3 of 13 sorted");
        // Notes that say the same.
        for words in [NOISE, TABLES] {
            note(browser, words).checkbox("Select this note").click();
        }
        page.region("2 notes selected").button("Gather").click();
        expect_column(&page, "The room", &[NOISE, CHEESE]);
        page.wait_sees("2 notes gathered");
        note(browser, NOISE).item(containing(TABLES)).wait();
        // Back, step by step, and forward again.
        let undo = || page.button(containing("Undo")).click();
        undo();
        expect_column(&page, "The room", &[NOISE, TABLES, CHEESE]);
        undo();
        expect_column(&page, "Why", &[TEASPOON]);
        undo();
        expect_column(&page, "Taste", &[CHEESE]);
        page.wait_sees("Undone: joining of themes.");
        // A step that was taken under another question leads there: nobody would see what it changed.
        page.region("Questions").button(containing("Question 2")).click();
        column(&page, "The room").wait_gone();
        page.button(containing("Redo")).click();
        expect_column(&page, "The room", &[NOISE, TABLES, CHEESE]);
        // The join, the order, the words, the split, the new theme, the first note, the set.
        for _ in 0..7 {
            undo();
        }
        page.wait_sees("0 of 13 sorted");
        page.button("Add this theme").wait();
        assert!(!column(&page, "Why").exists());
        assert!(!page.button(containing("Undo")).is_enabled());
        browser.expect_no_errors();
    });
}

#[test]
fn notes_are_sorted_by_keyboard_alone() {
    let server = Server::of_the_app();
    in_each_engine("sorting by keyboard", &Options::english(), |browser| {
        let page = with_themes(browser, &server);
        let press = |key| page.press(key);
        press(Key::Down);
        press(Key::Char('1'));
        page.wait_sees("1 note moved to “Why”.");
        // The focus goes on to the next note.
        page.wait_for("the focus on a note", || page.focused().role == "article");
        press(Key::Char('x'));
        press(Key::Down);
        press(Key::Char('x'));
        page.wait_sees("2 notes selected");
        press(Key::Char('3'));
        page.wait_sees("2 notes moved to “Difficulties”.");
        page.wait_sees("3 of 13 sorted");
        // The dialog, by its key; a digit works there, too.
        page.wait_for("the focus on a note", || page.focused().role == "article");
        press(Key::Char('m'));
        page.dialog("Move this note").wait();
        press(Key::Char('4'));
        page.wait_sees("1 note moved to “Tools”.");
        page.wait_for("the focus on a note", || page.focused().role == "article");
        press(Key::Char('h'));
        page.wait_sees("1 note highlighted.");
        press(Key::Char('g'));
        page.wait_sees("Select two notes or more first");
        press(Key::Right);
        page.wait_for("the focus in the next column", || page.focused().name.contains(TEASPOON));
        press(Key::Char('0'));
        page.wait_sees("1 note back to sort.");
        page.press_with(&[Key::Control], Key::Char('z'));
        page.wait_sees("Undone: move of 1 note.");
        page.press_with(&[Key::Control, Key::Shift], Key::Char('z'));
        page.wait_sees("Done again: move of 1 note.");
        page.wait_sees("3 of 13 sorted");
        // Finding; a letter in the box is a letter.
        page.field("Find").focus();
        page.type_keys("MX");
        page.wait_sees("No note matches.");
        press(Key::Escape);
        page.type_keys("tables of SIX");
        page.wait_sees("1 note found of 13");
        page.button("Select it").press(Key::Enter);
        page.wait_sees("1 note selected");
        browser.expect_no_errors();
    });
}

#[test]
fn notes_are_dragged_to_a_column_and_to_a_chip() {
    let server = Server::of_the_app();
    in_each_engine("sorting by drag", &Options::english().desk(), |browser| {
        let page = with_themes(browser, &server);
        note(browser, TEASPOON).drag_to(&column(&page, "Why"));
        expect_column(&page, "Why", &[TEASPOON]);
        for words in [NOISE, PICTURES] {
            note(browser, words).checkbox("Select this note").click();
        }
        note(browser, PICTURES).drag_to(&page.region("Columns").button(containing("Tools")));
        page.wait_sees("2 notes moved to “Tools”.");
        expect_column(&page, "Tools", &[NOISE, PICTURES]);
        note(browser, TEASPOON).drag_to(&column(&page, "To sort"));
        page.wait_sees("2 of 13 sorted");
        browser.expect_no_errors();
    });
}

#[test]
fn on_a_phone_one_column_is_shown_at_a_time_and_everything_is_accessible() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::EmulateMedia, "sorting on a phone", &Options::french().phone().dark(), |browser| {
        let page = open_unsorted(browser, &server);
        // At the end of the page its bar lies over nothing.
        let look = |what: &str| {
            page.script("scrollTo({ top: 1e6, behavior: 'instant' })", json!([])).expect("the end");
            assert!(!page.overflows_sideways(), "{what} is too wide");
            let broken = page.axe().unwrap_or_default();
            assert!(broken.is_empty(), "{what} breaks rules of accessibility:\n{}", broken.join("\n"));
        };
        page.field("Partir de").choose("Pourquoi et comment");
        page.button("Ajouter ces 4 thèmes").click();
        page.wait_sees("4 thèmes sont ajoutés.");
        let columns = page.region("Colonnes");
        columns.button(containing("À classer")).click();
        column(&page, "Pourquoi").wait_gone();
        let first = page.by_role("article", any()).nth(0);
        first.button("Déplacer…").click();
        page.dialog("Déplacer cette note").wait();
        look("moving a note");
        page.dialog("Déplacer cette note").button("Outils").click();
        page.wait_sees("1 note déplacée vers «\u{202f}Outils\u{202f}».");
        columns.button(containing("Outils")).click();
        column(&page, "À classer").wait_gone();
        assert_eq!(notes_on_screen(browser), 1);
        page.button("Modifier le thème Outils").click();
        page.dialog(containing("Outils")).wait();
        look("changing a theme");
        page.button("Fermer").click();
        page.button("Filtres").click();
        page.by_role("article", any()).checkbox("Sélectionner cette note").click();
        page.region("1 note sélectionnée").wait();
        look("a column alone, filters, a selection");
        browser.expect_no_errors();
    });
}

#[test]
fn two_facilitators_sort_different_questions_and_join_what_has_one_name() {
    let server = Server::of_the_app();
    in_engines_together("two facilitators", &[Options::english(), Options::english()], |browsers| {
        let [one, two] = browsers else { panic!("two browsers") };
        let page = with_themes(one, &server);
        move_by_tap(one, TEASPOON, "Why");
        expect_column(&page, "Why", &[TEASPOON]);
        let other = with_themes(two, &server);
        move_by_tap(two, NOISE, "Why");
        expect_column(&other, "Why", &[NOISE]);
        // Meanwhile the second one goes on with another question.
        other.region("Questions").button(containing("Question 2")).click();
        other.field("Start from").choose("Keep and change");
        other.button("Add these 4 themes").click();
        move_by_tap(two, "Lentils once a week", "Try");
        expect_column(&other, "Try", &["Lentils"]);
        to_overview(two);
        let file = export_cafe(two);
        to_step(one, "Collect");
        lay_out(one, &[file.as_ref() as &Path]);
        import(one);
        to_step(one, "Harvest");
        // Nothing was joined by itself; it is offered.
        page.wait_sees("2 of 13 sorted");
        page.wait_sees("Two themes are called “Why”.");
        assert_eq!(page.button("Join them").count(), 4);
        page.button("Join them").nth(0).click();
        expect_column(&page, "Why", &[TEASPOON, NOISE]);
        page.button("Leave them apart").nth(0).click();
        page.wait_for("the offer to go", || page.button("Join them").count() == 2);
        page.region("Questions").button(containing("Question 2")).click();
        expect_column(&page, "Try", &["Lentils"]);
        page.region("Questions").button(containing("Question 1")).click();
        expect_column(&page, "Why", &[TEASPOON, NOISE]);
        page.wait_for("what was left apart to stay so", || page.button("Join them").count() == 2);
        browsers.iter().for_each(Browser::expect_no_errors);
    });
}

/// Marks the rows that are there, and counts those that come and go from now on.
const WATCH: &str = "
    window.rows = { came: 0, went: 0, kept: new Set(document.querySelectorAll('.slip')) };
    const count = (nodes) => [...nodes].reduce((sum, it) => sum + (it.matches?.('.slip') ? 1 : 0)
        + (it.querySelectorAll?.('.slip').length ?? 0), 0);
    new MutationObserver((all) => all.forEach((one) => {
        rows.came += count(one.addedNodes);
        rows.went += count(one.removedNodes);
    })).observe(document.querySelector('#main'), { subtree: true, childList: true });";

#[test]
fn typing_in_the_filter_touches_only_the_rows_that_change() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "large.json", bundles::example_and(Language::English, 10_000));
    in_each_engine_that(Can::SlowDown, "finding among ten thousand", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.file_field("Import a bundle").choose_files(&[&bundle]);
        page.wait_sees("What would change");
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        to_step(browser, "Harvest");
        page.wait_sees("of 3347 sorted");
        let rows = "document.querySelectorAll('.slip').length";
        page.wait_for("all notes to be there", || page.value_of(rows) == json!(3_347));
        let find = page.field("Find");
        find.type_text("note 99");
        page.wait_sees("notes found of 3347");
        let settled = |before: u64| {
            page.wait_for("what is found", || page.value_of(rows).as_u64().is_some_and(|now| now < before));
            page.value_of(rows).as_u64().unwrap_or_default()
        };
        let some = settled(3_347);
        page.script(WATCH, json!([])).expect("a watch");
        find.type_text("9");
        let fewer = settled(some);
        assert!(fewer > 0 && fewer < some, "{fewer} of {some}");
        assert_eq!(page.value_of("[rows.came, rows.went]"), json!([0, some - fewer]));
        let same = "[...document.querySelectorAll('.slip')].every((it) => rows.kept.has(it))";
        assert_eq!(page.value_of(same), json!(true), "rows that stay are the same");
        browser.expect_no_errors();
    });
}
