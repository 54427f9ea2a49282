//! Running the rounds. Time is moved, not waited for: the page asks its browser for it, and the browser is told what to say.

use crate::steps::{link_to_example, open_link, write_note};
use browser_tests::app::open_example;
use browser_tests::{Options, Page, Server, in_each_engine, in_one_engine};
use serde_json::json;

/// Moves the wall clock by so many minutes, and the steady one by as many or not at all.
fn move_clocks(page: &Page, wall: i64, steady: i64) {
    let script = "
        // The page's own, which a script of the driver does not see by their bare names in every engine.
        const { Date, performance } = window;
        window.wall ??= { ask: Date.now.bind(Date), by: 0 };
        window.steady ??= { ask: performance.now.bind(performance), by: 0 };
        window.wall.by += arguments[0] * 60000;
        window.steady.by += arguments[1] * 60000;
        Date.now = () => window.wall.ask() + window.wall.by;
        performance.now = () => window.steady.ask() + window.steady.by;";
    page.script(script, json!([wall, steady])).expect("the clocks to be moved");
}

/// Time passes.
fn pass(page: &Page, minutes: i64) {
    move_clocks(page, minutes, minutes);
}

#[test]
fn a_round_is_started_stopped_lengthened_and_ended_by_the_clock() {
    let server = Server::of_the_app();
    in_each_engine("a round", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        page.wait_sees("No round has begun.");
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("Round 1 of 3");
        page.wait_sees("19:5");
        pass(&page, 5);
        page.wait_sees("14:5");
        page.button("Pause").click();
        page.wait_sees("Paused");
        pass(&page, 60);
        page.wait_sees("14:5");
        page.button("Go on").click();
        page.wait_sees_not("Paused");
        page.button("+ 5 min").click();
        page.wait_sees("19:5");
        // Whoever looks at another screen, or loads the page again, finds the same time.
        page.go_in_cafe("projector");
        page.wait_sees("19:5");
        pass(&page, 19);
        page.wait_sees("0:5");
        pass(&page, 1);
        page.wait_sees("Time is up");
        // The moment for a safety copy: beside the buttons, not in the picture.
        page.button("Export this café first").click();
        browser.wait_download();
        page.wait_sees("last export");
        let beside = "!!document.querySelector('.projector-bar .button [data-icon=download]')";
        assert_eq!(page.value_of(beside), true);
        page.button("End the round").click();
        page.wait_sees("Hosts stay and welcome the next guests.");
        page.button("Start round 2 (20 min)").click();
        page.wait_sees("Round 2 of 3");
        page.button("Back one step").click();
        page.wait_sees("Change tables");
        // A week later nobody takes that copy for one of today.
        move_clocks(&page, 7 * 24 * 60, 0);
        page.go_in_cafe("run");
        let says_day = "/last export [^·]*20\\d\\d/.test(document.querySelector('.truth').textContent)";
        page.wait_for("the day of the copy", || page.value_of(says_day) == true);
        browser.reload();
        page.wait_sees("Change tables");
        browser.expect_no_errors();
    });
}

#[test]
fn a_clock_that_is_set_while_a_round_runs_takes_no_time_from_it() {
    let server = Server::of_the_app();
    in_each_engine("a clock is set", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("19:5");
        move_clocks(&page, -60, 0);
        page.wait_sees("The clock of this device was set back.");
        page.wait_sees("19:5");
        // Ahead: nobody but a person knows whether the device slept.
        move_clocks(&page, 10, 0);
        page.wait_sees("The clock of this device went ahead by 10 min.");
        page.wait_sees("9:5");
        page.button("It was set: give the time back").click();
        page.wait_sees("19:5");
        move_clocks(&page, 10, 0);
        page.button("It slept").click();
        page.wait_sees("9:5");
        page.wait_sees_not("went ahead");
        browser.expect_no_errors();
    });
}

#[test]
fn a_table_follows_the_round_by_one_tap_and_after_a_while_by_itself() {
    let server = Server::of_the_app();
    in_one_engine("a table follows", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        let table = page.go_to_table(0);
        write_note(browser, "In the first round");
        let start = |round: u32| {
            page.go_in_cafe("run");
            page.button(format!("Start round {round} (20 min)").as_str()).click();
            page.wait_sees(&format!("Round {round} of 3"));
            page.button("End the round").wait();
        };
        start(1);
        page.button("End the round").click();
        start(2);
        page.go_in_cafe(&format!("table/{table}"));
        page.wait_sees("Round 2 has begun.");
        write_note(browser, "A last word to the first round");
        page.button("Write in round 2 now").click();
        page.wait_sees("What you write goes to round 2 now.");
        write_note(browser, "In the second round");
        page.go_in_cafe("run");
        page.button("End the round").click();
        start(3);
        pass(&page, 4);
        page.go_in_cafe(&format!("table/{table}"));
        page.wait_sees_not("has begun");
        write_note(browser, "In the third round");
        // Who goes back by hand stays there, also after the page was loaded again.
        page.field("Round").choose("Round 1 of 3");
        write_note(browser, "An afterthought");
        pass(&page, 10);
        write_note(browser, "And another one");
        browser.reload();
        write_note(browser, "And the last");
        let round_of = |words: &str| {
            let script = "return Object.entries(localStorage).filter(([key, text]) => key.includes('/record/')
                && text.includes(arguments[0])).map(([, text]) => JSON.parse(text.split('\\n')[1]).round)[0]";
            page.script(script, json!([words])).expect("a round").as_str().unwrap_or_default().to_owned()
        };
        let rounds =
            ["In the first round", "A last word to the first round", "In the second round", "In the third round"]
                .map(round_of);
        assert_eq!(rounds[0], rounds[1]);
        assert!(rounds[1] < rounds[2] && rounds[2] < rounds[3], "{rounds:?}");
        for words in ["An afterthought", "And another one", "And the last"] {
            assert_eq!(round_of(words), rounds[0], "{words}");
        }
        browser.expect_no_errors();
    });
}

#[test]
fn a_phone_that_knows_no_clock_follows_the_room_by_one_tap() {
    let server = Server::of_the_app();
    in_one_engine("one tap", &Options::english(), |browser| {
        let page = open_link(browser, &link_to_example(&server, 1));
        page.button("Round 2 starts now").click();
        page.wait_sees("What you write goes to round 2 now.");
        page.button("Round 3 starts now").click();
        page.wait_sees_not("starts now");
        write_note(browser, "In the third round");
        browser.expect_no_errors();
    });
}

#[test]
fn who_sits_where_is_planned_kept_shown_and_changed_when_somebody_is_late() {
    let server = Server::of_the_app();
    in_one_engine("who sits where", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("seats");
        page.field("Number of people").fill("1");
        page.button("Make a plan").click();
        page.wait_sees("Write a number from 2 to 1000.");
        page.field("Number of people").fill("12");
        page.button("Make a plan").click();
        page.wait_sees("The plan is ready.");
        page.wait_sees("66 pairs");
        page.wait_sees("It would be the first plan of this café.");
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        browser.reload();
        page.wait_sees("The plan of this café");
        // Between two rounds the projector says where to go.
        page.go_in_cafe("projector");
        page.button("Start round 1 (20 min)").click();
        page.button("End the round").click();
        page.wait_sees("Your number stands beside your next table.");
        let seats =
            "[...document.querySelectorAll('.projector-seats span')].flatMap(it => it.textContent.split(' · ')).length";
        assert_eq!(page.value_of(seats), 12, "everybody has a table");
        // Somebody comes late: no round that has begun changes.
        page.go_in_cafe("seats");
        page.wait_sees("Round 1 has begun");
        page.button("See what changes").click();
        page.wait_sees("Write who comes or who left: numbers or names.");
        page.field("Who left or did not come").fill("3, 7, 9-10, Zoé");
        page.button("See what changes").click();
        page.wait_sees("Nobody in the plan is called “Zoé”.");
        // Several at once, in one plan.
        page.field("Who left or did not come").fill("3, 7, 9-10");
        page.field("Who comes late").fill("13, Zoé");
        page.button("See what changes").click();
        page.wait_sees("Numbers 13 and 14\u{a0}Zoé come, numbers 3, 7, 9 and 10 leave, from round 2 on");
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        page.button("Back to the plan before").click();
        page.wait_sees("The plan before is kept in the café again.");
        page.button("Back to the plan before").click();
        page.wait_sees("14\u{a0}Zoé");
        // A new plan in the middle leaves what is over, and who has left, unless it is told not to.
        page.button("What to plan").click();
        page.button("Make a plan").click();
        page.wait_sees("Round 1 stays as it was, and who has left stays away.");
        page.button("Discard it").click();
        page.go_in_cafe("projector");
        page.wait_for("ten people", || page.value_of(seats) == 10);
        browser.expect_no_errors();
    });
}

#[test]
fn a_template_fills_the_form_and_leaves_what_was_written() {
    let server = Server::of_the_app();
    in_one_engine("templates", &Options::english(), |browser| {
        let page = browser.open(&server.url("/#/new"));
        page.field("Title of the café").type_text("Autumn");
        page.field("Question 1").type_text("What should we keep?");
        page.radio("Large").click();
        assert_eq!(page.field("Number of tables").value(), "24");
        page.radio("Classic").click();
        assert_eq!(page.field("Number of tables").value(), "5");
        assert_eq!(page.field("Number of rounds").value(), "1", "one for each question");
        page.radio("Short").click();
        assert_eq!(page.field("Minutes per round").value(), "15");
        assert_eq!(page.field("Title of the café").value(), "Autumn");
        page.button("Create the café").click();
        page.heading("Invite").wait();
        page.go_in_cafe("run");
        page.button("Start round 1 (15 min)").wait();
        browser.expect_no_errors();
    });
}
