//! Who sits where: planned, proposed, changed when people come late or do not come, and shown to the room.

use crate::bundles;
use crate::steps::import;
use browser_tests::app::open_example;
use browser_tests::{Options, Server, in_one_engine};
use nappe_core::bundle::encode;
use nappe_core::domain::{Cafe, Clock, Command, Form, Id, RoundClock, Scope, SeatPlan, Seats, WriterId};
use serde_json::json;

#[test]
fn a_plan_that_was_proposed_before_a_round_began_is_looked_at_once_more() {
    let server = Server::of_the_app();
    in_one_engine("overtaken proposal", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("seats");
        let seats = page.url();
        page.field("Number of people").fill("12");
        page.button("Make a plan").click();
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        page.field("Who comes late").fill("13");
        page.button("See what changes").click();
        page.button("Use this plan").wait();
        let first = browser.tab();
        let second = browser.new_tab();
        browser.open(&seats.replace("/seats", "/run"));
        page.button("Start round 1 (20 min)").click();
        page.button("End the round").wait();
        browser.switch_to(&first);
        page.wait_sees("Round 1 has begun");
        page.button("Use this plan").click();
        page.wait_sees("A round has begun since.");
        assert!(!page.button("Use this plan").exists());
        page.button("See what changes").click();
        page.wait_sees("from round 2 on");
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        browser.switch_to(&second);
        browser.expect_no_errors();
    });
}

/// A café with this many tables and rounds, and one question; then these commands.
fn large(tables: u16, rounds: u16, more: impl IntoIterator<Item = Command>) -> Cafe {
    let mut clock = Clock::new(WriterId::from_bits(11));
    let id = Id::from_bits(1 + (u128::from(tables) << 90) + (u128::from(rounds) << 80));
    let mut cafe = Cafe::create(id, "Many", Form::QuestionPerTable, clock.next(1, None));
    let ids = |from: u128, count: u16| (0..u128::from(count)).map(move |place| Id::from_bits(from + place));
    let mut commands = vec![Command::AddQuestion { id: Id::from_bits(2), text: "What should we keep?".into() }];
    commands.extend(ids(10, rounds).map(|id| Command::AddRound { id, minutes: 20, question: None }));
    commands.extend(ids(100, tables).map(|id| Command::AddTable { id, name: String::new(), question: None }));
    for command in commands.into_iter().chain(more) {
        cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
    }
    cafe
}

/// A café of this many tables with five people each, when its first round is over.
fn between_two_rounds(tables: u16) -> Cafe {
    let round = |round: u16| Seats {
        tables: (0..tables * 5).map(|person| (person + round * (person / tables + 1)) % tables + 1).collect(),
        hosts: Vec::new(),
    };
    let plan = SeatPlan { tables, rounds: (0..3).map(round).collect(), ..SeatPlan::default() };
    large(tables, 3, [Command::SetSeats(plan), Command::SetClock(RoundClock::Over { round: Id::from_bits(10) })])
}

/// However slow the device: the search is cut by time, so a slower one only has more pieces.
#[test]
fn while_a_plan_is_looked_for_the_page_answers() {
    // What else waits in the page gets its turn between two pieces of the search.
    const WATCH: &str = "let turns = 0, last = performance.now(), longest = 0;
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
            turns += 1;
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
            channel.port2.postMessage(0);
        };
        channel.port2.postMessage(0);
        const bar = document.querySelector('progress'), pieces = [];
        new MutationObserver(() => pieces.push([bar.value, turns])).observe(bar, { attributes: true });
        window.watched = () => ({ pieces, longest: Math.round(longest) })";
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    in_one_engine("a long search", &Options::english(), |browser| {
        // The largest event of the planner's grid, and one of those that it has to look for longest.
        for (tables, people, is_hard) in [(30, 300, false), (6, 32, true)] {
            let cafe = large(tables, 6, []);
            let file = bundles::file(&folder, &format!("{tables}.json"), encode(&cafe, Scope::Whole));
            let page = browser.open(&server.url("/"));
            page.file_field("Import a bundle").choose_files(&[&file]);
            import(browser);
            page.go_in_cafe("seats");
            page.field("Number of people").fill(&people.to_string());
            page.script(WATCH, json!([])).expect("a watch");
            page.button("Make a plan").click();
            page.wait_sees("The plan is ready.");
            let watched = page.value_of("watched()");
            let turns: Vec<u64> =
                watched["pieces"].as_array().into_iter().flatten().filter_map(|it| it[1].as_u64()).collect();
            let pieces = turns.windows(2).filter(|pair| pair[0] < pair[1]).count();
            println!(
                "{people} people at {tables} tables: {pieces} pieces; longest turn of the page {} ms",
                watched["longest"]
            );
            assert!(!is_hard || pieces >= 2, "{watched}");
        }
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
        // Who has no card finds the first seat there, too.
        page.button("Who sits where").click();
        page.wait_sees("Your number is beside your table.");
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("Your number is beside your table.");
        page.button("End the round").click();
        page.wait_sees("Your number is beside your next table.");
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
        page.button("Back to the previous plan").click();
        page.wait_sees("The previous plan is kept in the café again.");
        page.button("Back to the previous plan").click();
        page.wait_sees("14\u{a0}Zoé");
        // A new plan in the middle leaves what is over, and who has left, unless it is told not to.
        page.button("What to plan").click();
        page.button("Make a plan").click();
        page.wait_sees("Round 1 stays as it was, and those who have left stay out.");
        page.button("Discard it").click();
        page.go_in_cafe("projector");
        page.wait_for("ten people", || page.value_of(seats) == 10);
        // However many the tables are, nobody has to scroll.
        let folder = tempfile::tempdir().expect("a folder");
        let file = bundles::file(&folder, "large.json", encode(&between_two_rounds(30), Scope::Whole));
        browser.open(&server.url("/"));
        page.file_field("Import a bundle").choose_files(&[&file]);
        import(browser);
        page.go_in_cafe("projector");
        page.wait_sees("Your number is beside your next table.");
        for (width, height) in [(1280, 720), (1920, 1080), (1024, 768)] {
            browser.set_size(width, height);
            let fits = "(() => {
                const cut = (it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
                const inside = (it) => it.getBoundingClientRect().bottom <= innerHeight + 1;
                const rows = [...document.querySelectorAll('.projector-seats li')];
                const bar = document.querySelector('.projector-bar');
                const large = parseFloat(getComputedStyle(rows[0]).fontSize) * 70 > innerWidth;
                return rows.length === 30 && rows.every(inside) && !rows.some(cut) && inside(bar) && large;
            })()";
            page.wait_for(&format!("all tables on a screen of {width} × {height}"), || page.value_of(fits) == true);
        }
        browser.expect_no_errors();
    });
}

#[test]
fn a_list_of_people_comes_from_a_file_too() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    // As a spreadsheet on Windows writes it.
    let people = bundles::file(&folder, "people.csv", b"Ville;Nom\r\nThi\xe8s;Awa N\x92Diaye\r\nLyon;Dia\r\n");
    let workbook = bundles::file(&folder, "people.txt", b"PK\x03\x04\x14\x00\x06\x00");
    in_one_engine("a list from a file", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("seats");
        page.file_field("Choose a CSV file").choose_files(&[&people]);
        page.wait_sees("2 people in the list, 2 groups. The first one: “Awa N’Diaye”, group “Thiès”.");
        page.file_field("Choose a CSV file").choose_files(&[&workbook]);
        page.wait_sees("This file is empty, or what is in it is no text.");
        page.wait_sees("2 people in the list, 2 groups.");
        browser.reload();
        page.wait_sees("2 people in the list, 2 groups.");
        // A file takes the place of what was typed, which comes back in one tap.
        page.field("List of people").fill("Zoé; Lyon");
        page.wait_sees("1 person in the list");
        page.file_field("Choose a CSV file").choose_files(&[&people]);
        page.wait_sees("2 people in the list, 2 groups.");
        page.button("Back to the previous list").click();
        assert_eq!(page.field("List of people").value(), "Zoé; Lyon");
        browser.expect_no_errors();
    });
}

#[test]
fn who_did_not_come_stays_away_in_a_new_plan() {
    let server = Server::of_the_app();
    in_one_engine("did not come", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("seats");
        page.field("Number of people").fill("12");
        page.button("Make a plan").click();
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        page.field("Who left or did not come").fill("5");
        page.button("See what changes").click();
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        page.button("Make a plan").click();
        page.wait_sees("The plan is ready.");
        page.button("Use this plan").click();
        page.wait_sees("The plan is kept in the café.");
        page.go_in_cafe("projector");
        page.button("Who sits where").click();
        let seats = "[...document.querySelectorAll('.projector-seats span')].flatMap(it => it.textContent.split(' · ')).sort().join()";
        page.wait_for("everybody but number 5", || page.value_of(seats) == "1,10,11,12,2,3,4,6,7,8,9");
        browser.expect_no_errors();
    });
}
