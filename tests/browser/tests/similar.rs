//! Similar notes: suggested, ticked, gathered into a theme, taken out again, or said to be different.

use browser_tests::{Options, Page, Server, any, containing, in_one_engine};
use nappe_core::bundle::encode;
use nappe_core::domain::{Clock, Command, DeviceId, Id, IdMaker, Scope, WriterId};
use nappe_core::example::{self, Language};
use nappe_core::harvest::{Act, carry_out};

use crate::bundles;

const ALIKE: [&str; 5] = [
    "Grow beans on the school roof",
    "Beans on the roof of our school",
    "Growing beans on the roof of the school",
    "A ping-pong table in the yard",
    "Ping-pong tables for the yard",
];

/// The example with notes that say the same, and a theme to sort them into.
pub fn cafe() -> String {
    let mut cafe = example::cafe(Language::English);
    let (table, round) = (cafe.tables()[0].id, cafe.rounds()[0].id);
    let question = cafe.question_at(table, round).expect("a question");
    let (mut ids, mut clock) = (IdMaker::default(), Clock::new(WriterId::from_bits(78)));
    for (place, text) in (0u64..).zip(ALIKE) {
        let now = 1_780_140_000_000 + place * 1_000;
        let id = ids.next(now, u128::from(place));
        let (author, name) = (DeviceId::from_bits(7), String::new());
        let write = Command::Write { id, author, question, table, round, text: text.into(), name, example_of: None };
        cafe.apply(write, now, &mut clock).expect("a note");
    }
    let themes = vec![(Id::from_bits(1_780_140_000_000 << 80 | 9), "In the yard".to_owned())];
    carry_out(&mut cafe, &Act::AddThemes { question, themes }, 1_780_150_000_000, &mut clock).expect("a theme");
    encode(&cafe, Scope::Whole)
}

/// Suggestions on the screen: headings that say so.
fn suggestions(page: &Page) -> usize {
    page.heading(containing("may say the same")).count()
}

#[test]
fn similar_notes_are_gathered_into_a_theme_by_a_person() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let file = bundles::file(&folder, "similar.json", cafe());
    in_one_engine("similar notes", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.file_field("Import a bundle").choose_files(&[&file]);
        page.wait_sees("What would change");
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        page.go_in_cafe("similar");
        page.wait_sees("2 suggestions wait for you.");
        let beans = page.by_role("article", "These 3 notes may say the same");
        let ping_pong = page.by_role("article", "These 2 notes may say the same");
        assert!(beans.text().contains("Beans on the roof") && ping_pong.text().contains("A ping-pong table"));
        // One is left out, the others go together into a theme, in one step.
        beans.checkbox(containing("Growing beans")).click();
        beans.field("Theme").choose("In the yard");
        beans.button("Gather 2 notes").click();
        page.wait_sees("2 notes are gathered in “In the yard”.");
        page.wait_sees("1 suggestion waits for you.");
        let group = page.by_role("article", containing("2 notes as one"));
        assert!(
            group.text().contains("Grow beans") && group.text().contains("Beans on the roof"),
            "every original is shown"
        );
        page.button(containing("Undo")).click();
        page.wait_sees("2 suggestions wait for you.");
        page.wait_sees("Nothing is gathered under this question yet.");
        page.button(containing("Redo")).click();
        page.wait_sees("1 suggestion waits for you.");
        group.button(containing("Take out: Beans on the roof")).click();
        page.wait_sees("The note stands on its own again.");
        page.wait_sees("Nothing is gathered under this question yet.");

        // What may say the same is looked for again: until then the rows move.
        page.wait_sees("2 suggestions wait for you.");
        ping_pong.button("Not the same").click();
        page.button("Not the same (1)").wait();
        // What was answered is not asked again, also on another day.
        browser.reload();
        page.button("Not the same (1)").click();
        assert_eq!(page.heading(containing("These 2 notes")).count(), 0);
        page.item(containing("A ping-pong table")).button("Suggest again").click();
        ping_pong.wait();
        assert_eq!(suggestions(&page), 2);
        page.button("Question 2").click();
        page.wait_for("another question", || !page.sees("ping-pong"));
        assert!(page.heading(any()).count() > 1);
        browser.expect_no_errors();
    });
}
