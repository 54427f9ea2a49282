//! Next steps: filled by keyboard during the plenary, moved, corrected, taken away, and settled where two devices
//! differ.

use browser_tests::{Key, Locator, Options, Page, Server, any, containing, in_one_engine};
use nappe_core::bundle::encode;
use nappe_core::domain::{Clock, Id, Scope, WriterId};
use nappe_core::example::{self, Language};
use nappe_core::harvest::{Act, Harvest, carry_out};

use crate::bundles;
use crate::steps::open_example_before_the_harvest;

fn steps(page: &Page) -> Vec<String> {
    let words = page.value_of("[...document.querySelectorAll('.step-words')].map((it) => it.textContent)");
    words.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
}

fn row(page: &Page, words: &str) -> Locator {
    page.by_role("article", containing(words))
}

#[test]
fn the_list_is_filled_by_keyboard_and_set_right() {
    let server = Server::of_the_app();
    in_one_engine("next steps", &Options::english(), |browser| {
        let page = open_example_before_the_harvest(browser, &server);
        page.go_in_cafe("next-steps");
        page.wait_sees("No next step yet");
        page.button("Large, for the room").click();
        page.field("What").focus();
        for [what, who, when] in [
            ["Write to the growers", "Jo", "before Easter"],
            ["Ask the insurers", "", ""],
            ["Measure the noise", "Year 5", "next week"],
        ] {
            page.type_keys(what);
            page.press(Key::Tab);
            page.type_keys(who);
            page.press(Key::Tab);
            page.type_keys(when);
            page.press(Key::Enter);
            page.wait_for("the step", || steps(&page).iter().any(|it| it == what));
            page.wait_for("the box again", || page.focused().name == "What");
        }
        page.wait_sees("There are 3 next steps.");
        assert!(row(&page, "Ask the insurers").text().contains("nobody yet"));
        page.field("What").type_text("Half a thou");
        page.press(Key::Escape);
        page.button("Large, for the room").wait();
        browser.reload();
        assert_eq!(page.field("What").value(), "Half a thou", "the draft is kept");

        page.button("Move next step 3 up").click();
        page.wait_for("the new order", || {
            steps(&page) == ["Write to the growers", "Measure the noise", "Ask the insurers"]
        });
        page.wait_for("the focus to go along", || page.focused().name == "Move next step 2 up");
        page.button("Edit next step 3").click();
        let form = page.region("Edit next step 3");
        form.field("What").fill("Ask the insurers about cooking parents");
        form.field("Who").type_text("Nan Olive");
        form.field("Who").press(Key::Enter);
        form.wait_gone();
        page.wait_sees("Nan Olive");
        page.button(containing("Undo")).click();
        page.wait_for("both to be taken back at once", || !row(&page, "Ask the insurers").text().contains("Nan Olive"));
        assert_eq!(steps(&page)[2], "Ask the insurers");
        page.button("Remove next step 1").click();
        page.wait_for("the step to go", || steps(&page).len() == 2);
        page.button(containing("Undo")).click();
        page.wait_for("the step to come back", || steps(&page).first().is_some_and(|it| it == "Write to the growers"));
        page.field("What").fill(" ");
        page.button("Add").click();
        let is_refused = || page.field("What").attribute("aria-invalid").as_deref() == Some("true");
        page.wait_for("nothing to be no step", is_refused);
        assert_eq!(page.by_role("article", any()).count(), 3);
        page.wait_for("the focus on what is wrong", || page.focused().name == "What");
        // What is wrong is said at its own box.
        page.field("What").fill("Short");
        page.field("Who").fill(&"long ".repeat(30));
        page.button("Add").click();
        let invalid = |name: &str| page.field(name).attribute("aria-invalid").as_deref() == Some("true");
        page.wait_for("the names to be too many", || invalid("Who"));
        assert!(!invalid("What") && !invalid("By when"));
        page.wait_for("the focus there", || page.focused().name == "Who");
        browser.expect_no_errors();
    });
}

/// The example with a next step that two devices worded differently.
fn two_wordings() -> String {
    let mut one = example::before_the_harvest(Language::English);
    let (id, now) = (Id::from_bits(1_780_140_000_000 << 80 | 5), 1_780_150_000_000);
    let mut clocks = [1, 2].map(|writer| Clock::new(WriterId::from_bits(writer)));
    let add = Act::AddStep { id, what: "Meet again".into(), who: String::new(), when: String::new() };
    carry_out(&mut one, &add, now, &mut clocks[0]).expect("a step");
    let seen = Harvest::of(&one).steps[0].what.seen();
    let mut other = one.clone();
    let word = |what: &str| Act::WordStep { id, seen: seen.clone(), what: what.into() };
    carry_out(&mut one, &word("Meet again in May"), now + 1, &mut clocks[0]).expect("a wording");
    carry_out(&mut other, &word("Meet again with the cooks"), now + 2, &mut clocks[1]).expect("a wording");
    one.join(other);
    encode(&one, Scope::Whole)
}

#[test]
fn two_wordings_of_a_step_wait_for_a_person() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let file = bundles::file(&folder, "wordings.json", two_wordings());
    in_one_engine("two wordings", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.file_field("Import a bundle").choose_files(&[&file]);
        page.wait_sees("What would change");
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        page.go_in_cafe("next-steps");
        page.wait_sees("Two wordings");
        // Behind the item of the step itself stand those of its wordings.
        page.by_role("listitem", containing("Meet again in May")).nth(1).button("Keep this one").click();
        page.wait_sees_not("Two wordings");
        assert_eq!(steps(&page), ["Meet again in May"]);
        page.button(containing("Undo")).click();
        // The choice is taken back, so both stand again; neither was chosen by anybody.
        page.wait_sees("Two wordings");
        assert_eq!(steps(&page).len(), 2);
        browser.expect_no_errors();
    });
}
