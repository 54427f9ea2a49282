//! Themes as texts that people write: nothing that was typed goes, nobody's version is chosen by mistake, what was
//! taken away comes back, and the dialogs say inside what became of an act.

use crate::board::{NOISE, TEASPOON, open_sorting, open_unsorted, unsorted};
use crate::bundles;
use crate::steps::*;
use browser_tests::{Browser, Key, Locator, Options, Page, Server, any, containing, in_one_engine};
use nappe_core::bundle::encode;
use nappe_core::domain::{Cafe, Clock, Id, Scope, WriterId};
use nappe_core::harvest::{Act, Harvest, carry_out};

const THEME: Id = Id::from_bits(1_780_140_000_000 << 80 | 900);
const STEP: Id = Id::from_bits(1_780_140_000_000 << 80 | 901);

/// Carries out these acts on a device of its own.
fn acted(cafe: &Cafe, writer: u64, acts: &[Act]) -> Cafe {
    let (mut cafe, mut clock) = (cafe.clone(), Clock::new(WriterId::from_bits(writer)));
    for act in acts {
        carry_out(&mut cafe, act, 1_780_140_000_000 + writer, &mut clock).expect("an act");
    }
    cafe
}

/// The café in which nothing is sorted, with the theme "Taste" under its first question, and a next step.
fn with_taste() -> Cafe {
    let cafe = unsorted();
    let question = cafe.questions()[0].id;
    let theme = Act::AddThemes { question, themes: vec![(THEME, "Taste".into())] };
    let step = Act::AddStep { id: STEP, what: "Meet again".into(), who: String::new(), when: String::new() };
    acted(&cafe, 6, &[theme, step])
}

/// The same, its theme named and described anew by a device that knew nothing of what happened here.
fn named_there(cafe: &Cafe, name: &str, about: &str) -> Cafe {
    let harvest = Harvest::of(cafe);
    let seen = harvest.theme(THEME).map(|it| it.name.seen()).expect("the theme");
    let name = Act::NameTheme { theme: THEME, seen, name: name.into() };
    acted(cafe, 7, &[name, Act::DescribeTheme { theme: THEME, seen: Vec::new(), about: about.into() }])
}

/// Takes in what another device has, and comes back to the harvest.
#[track_caller]
fn take_in(browser: &Browser, cafe: &Cafe) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = bundles::file(&folder, "there.json", encode(cafe, Scope::Whole));
    to_step(browser, "Collect");
    lay_out(browser, &[&file]);
    import(browser);
    to_step(browser, "Harvest");
}

#[track_caller]
fn open_theme(page: &Page, label: &str) -> Locator {
    page.button(label).click();
    page.dialog(containing("Theme “")).wait().clone()
}

fn about(page: &Page) -> Locator {
    page.field(containing("What it is about"))
}

#[track_caller]
fn expect_value(page: &Page, field: &Locator, value: &str) {
    page.wait_for(&format!("{value:?} in {}", field.describe()), || field.value() == value);
}

#[track_caller]
fn expect_refused(page: &Page, field: &Locator) {
    page.wait_for("the error at its field", || field.attribute("aria-invalid").as_deref() == Some("true"));
}

#[test]
fn what_was_typed_about_a_theme_and_what_was_written_elsewhere_both_stay_until_somebody_chooses() {
    let server = Server::of_the_app();
    in_one_engine("a theme in two versions", &Options::english().desk(), |browser| {
        let cafe = with_taste();
        let page = open_sorting(browser, &server, &cafe);
        open_theme(&page, "Change the theme Taste");
        page.field("Name").fill("Tasting");
        page.button("Close").click();
        // Meanwhile somebody else named it: the name that was begun here knows nothing of that.
        take_in(browser, &named_there(&cafe, "Good taste", ""));
        open_theme(&page, "Change the theme Good taste");
        expect_value(&page, &page.field("Name"), "Tasting");
        page.button("Save").click();
        let waits = containing("two versions wait for a choice");
        page.button(waits.clone()).wait();
        // A description alone chooses no name, and neither does one that is refused.
        page.button(waits.clone()).click();
        let dialog = page.dialog(containing("Theme “"));
        about(&page).paste_text(&"a".repeat(501));
        page.button("Save").click();
        expect_refused(&page, &about(&page));
        assert_eq!(page.field("Name").attribute("aria-invalid"), None, "the name is not what is wrong");
        about(&page).fill("How it tastes");
        page.button("Save").click();
        page.wait_sees("How it tastes");
        page.button(waits.clone()).click();
        dialog.item(containing("Good taste")).wait();
        // Who keeps one has seen it: the open form shows it, and what was typed beside it stays.
        about(&page).fill("How it smells");
        dialog.item(containing("Good taste")).button("Keep this one").click();
        page.wait_for("the choice to be said in the dialog", || dialog.text().contains("The theme was changed."));
        expect_value(&page, &page.field("Name"), "Good taste");
        expect_value(&page, &about(&page), "How it smells");
        page.button("Save").click();
        page.button("Change the theme Good taste").wait();
        page.wait_sees("How it smells");
        browser.expect_no_errors();
    });
}

#[test]
fn what_is_typed_in_the_dialogs_of_themes_waits_there_until_it_is_saved() {
    let server = Server::of_the_app();
    in_one_engine("drafts of themes", &Options::english().desk(), |browser| {
        let page = open_unsorted(browser, &server);
        let lines = || page.field("Themes, one on each line");
        lines().type_text("Water");
        lines().press(Key::Enter);
        page.type_keys("Air");
        // To another question and back, in another language and back.
        page.region("Questions").button(containing("Question 2")).click();
        expect_value(&page, &lines(), "");
        page.region("Questions").button(containing("Question 1")).click();
        expect_value(&page, &lines(), "Water\nAir");
        page.button("FR, français").click();
        expect_value(&page, &page.field("Thèmes, un par ligne"), "Water\nAir");
        page.button("EN, English").click();
        lines().wait();
        browser.reload();
        lines().wait();
        expect_value(&page, &lines(), "Water\nAir");
        // In the dialog it is the same draft; a set comes behind what was written.
        page.button("Add themes").click();
        expect_value(&page, &lines(), "Water\nAir");
        page.field("Start from").choose("Keep and change");
        expect_value(&page, &lines(), "Water\nAir\nKeep\nChange\nStop\nTry");
        lines().fill("Water\nAir");
        page.press(Key::Escape);
        page.dialog(containing("Add themes")).wait_gone();
        page.button("Add these 2 themes").click();
        page.wait_sees("2 themes were added.");
        // A set that nobody changed is no words of anybody: another one takes its place.
        page.button("Add themes").click();
        expect_value(&page, &lines(), "");
        page.field("Start from").choose("Why and how");
        page.field("Start from").choose("Keep and change");
        expect_value(&page, &lines(), "Keep\nChange\nStop\nTry");
        page.field("Start from").choose("my own words");
        expect_value(&page, &lines(), "");
        page.button("Close").click();

        // Name and description.
        open_theme(&page, "Change the theme Water");
        page.field("Name").fill("Water and rain");
        about(&page).type_text("What falls");
        page.press(Key::Escape);
        page.dialog(containing("Theme “")).wait_gone();
        browser.reload();
        open_theme(&page, "Change the theme Water");
        expect_value(&page, &page.field("Name"), "Water and rain");
        expect_value(&page, &about(&page), "What falls");
        page.wait_sees("Not saved yet.");
        page.button("Put back what was there").click();
        expect_value(&page, &page.field("Name"), "Water");
        expect_value(&page, &about(&page), "");
        page.button("Close").click();
        open_theme(&page, "Change the theme Water");
        expect_value(&page, &page.field("Name"), "Water");

        // On a full store it stays in the dialog until there is room.
        page.field("Name").fill("Water and rain");
        page.fill_store(0);
        page.button("Save").click();
        page.wait_for("the dialog to say so", || {
            page.dialog(containing("Theme “")).text().contains("Not saved. The browser’s storage is full.")
        });
        page.free_store();
        page.button("Save").click();
        page.dialog(containing("Theme “")).wait_gone();
        browser.reload();
        open_theme(&page, "Change the theme Water and rain");
        expect_value(&page, &page.field("Name"), "Water and rain");
        assert!(!page.sees("Not saved yet."), "what is saved is no draft");
        page.button("Close").click();

        // The name of a theme that is made for a note.
        note(browser, TEASPOON).button("Move to…").click();
        page.field("Into a new theme").type_text("Courage");
        page.press(Key::Escape);
        page.dialog("Move this note").wait_gone();
        browser.reload();
        note(browser, TEASPOON).button("Move to…").click();
        expect_value(&page, &page.field("Into a new theme"), "Courage");
        page.button("Make it and move").click();
        page.wait_sees("1 note moved to “Courage”.");
        note(browser, NOISE).button("Move to…").click();
        expect_value(&page, &page.field("Into a new theme"), "");
        page.button("Close").click();
        let drafts = page.stored_if("(key) => key.includes('/draft/') && key.includes('theme')");
        assert_eq!(drafts.as_object().map(|it| it.len()), Some(0), "{drafts}");
        browser.expect_no_errors();
    });
}

#[test]
fn what_was_taken_away_or_joined_is_listed_with_its_words_and_put_back() {
    let server = Server::of_the_app();
    in_one_engine("taken away", &Options::english().desk(), |browser| {
        let cafe = with_taste();
        let page = open_sorting(browser, &server, &cafe);
        note(browser, TEASPOON).button("Move to…").click();
        page.dialog("Move this note").button(containing("Taste")).click();
        page.wait_sees("1 of 13 sorted");
        open_theme(&page, "Change the theme Taste");
        page.button("Remove this theme").click();
        page.wait_sees("0 of 13 sorted");
        // Somebody who knew nothing of that wrote on.
        take_in(browser, &named_there(&cafe, "Good taste", "What they dare to try"));
        page.button("Taken away (1)").click();
        page.wait_sees("What they dare to try");
        page.button("Put back the theme Good taste").click();
        page.button("Change the theme Good taste").wait();
        page.wait_sees("1 of 13 sorted");
        page.wait_sees("The theme “Good taste” stands again.");
        // The same for one that was joined to another.
        page.button("Add themes").click();
        page.field("Themes, one on each line").type_text("Food");
        page.button("Add this theme").click();
        page.button("Change the theme Food").wait();
        open_theme(&page, "Change the theme Good taste");
        page.field("Join it to another theme").choose("Food");
        page.button("Join").click();
        page.button("Change the theme Good taste").wait_gone();
        page.button("Taken away (1)").wait();
        page.wait_sees("Joined to “Food”");
        page.button("Put back the theme Good taste").click();
        page.button("Change the theme Good taste").wait();
        // And for a next step.
        page.go_in_cafe("next-steps");
        page.button("Remove next step 1").click();
        page.button("Taken away (1)").click();
        page.button("Put back the next step Meet again").click();
        page.button("Remove next step 1").wait();
        let undo = page.button(containing("Undo"));
        assert!(undo.text().contains("return of a step"), "{}", undo.text());
        browser.expect_no_errors();
    });
}

#[test]
fn a_dialog_over_the_board_says_inside_what_was_refused_and_what_was_done() {
    let server = Server::of_the_app();
    in_one_engine("dialogs that speak", &Options::english().desk(), |browser| {
        let page = open_sorting(browser, &server, &with_taste());
        page.button("Add themes").click();
        page.field("Themes, one on each line").type_text("Food");
        page.button("Add this theme").click();
        page.wait_sees("The theme was added.");
        // A theme without a name.
        note(browser, TEASPOON).button("Move to…").click();
        page.button("Make it and move").click();
        let name = page.field("Into a new theme");
        expect_refused(&page, &name);
        page.wait_for("the focus to be there", || page.focused().name == "Into a new theme");
        let why =
            name.script("return document.getElementById(arguments[0].getAttribute('aria-describedby')).textContent");
        assert_eq!(why, "Write something first.");
        name.type_text("M");
        page.wait_for("the error to go", || name.attribute("aria-invalid").is_none());
        page.button("Close").click();
        // Joining to nothing.
        let dialog = open_theme(&page, "Change the theme Taste");
        page.button("Join").click();
        expect_refused(&page, &page.field("Join it to another theme"));
        page.wait_sees("Choose the other theme first.");
        // What is done while it stays open.
        page.button("Move it back").click();
        let said = dialog.by_role("status", any());
        page.wait_for("the place to be said in the dialog", || said.text() == "Now at place 2 of 2.");
        page.button("Close").click();
        browser.expect_no_errors();
    });
}

#[test]
fn two_versions_of_themes_and_next_steps_are_counted_and_settled_with_those_of_notes() {
    let server = Server::of_the_app();
    in_one_engine("two versions of all kinds", &Options::english().desk(), |browser| {
        let cafe = with_taste();
        let seen = Harvest::of(&cafe).steps[0].what.seen();
        let word = |what: &str| Act::WordStep { id: STEP, seen: seen.clone(), what: what.into() };
        let mut both = acted(&named_there(&cafe, "Good taste", ""), 7, &[word("Meet again in May")]);
        let name = Act::NameTheme {
            theme: THEME,
            seen: Harvest::of(&cafe).theme(THEME).map(|it| it.name.seen()).unwrap_or_default(),
            name: "Tasting".into(),
        };
        both.join(acted(&cafe, 8, &[name, word("Meet again with the cooks")]));
        let page = open_sorting(browser, &server, &cafe);
        let folder = tempfile::tempdir().expect("a folder");
        let file = bundles::file(&folder, "both.json", encode(&both, Scope::Whole));
        to_step(browser, "Collect");
        let preview = lay_out(browser, &[&file]);
        assert!(preview[0].to_lowercase().contains("two versions 2"), "{preview:?}");
        import(browser);
        page.link("Two versions to settle: 2").wait();
        to_step(browser, "Report");
        page.wait_sees("2 texts are in two versions; the report shows both.");
        page.link("Settle them").click();
        page.button("Two versions (2)").click();
        page.item(containing("Tasting")).item(containing("Good taste")).button("Keep this one").click();
        page.button("Two versions (1)").wait();
        page.item(containing("Next step")).item(containing("in May")).button("Keep this one").click();
        page.wait_sees("Nothing is in two versions.");
        page.go_in_cafe("next-steps");
        page.wait_sees("Meet again in May");
        browser.expect_no_errors();
    });
}
