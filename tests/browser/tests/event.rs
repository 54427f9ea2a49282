//! Running the rounds. Time is moved, not waited for: the page asks its browser for it, and the browser is told what to say.

use crate::bundles;
use crate::steps::{import, link_to_example, note, open_link, the_box, write_note};
use browser_tests::app::open_example;
use browser_tests::{Key, Options, Page, Server, any, in_each_engine, in_one_engine};
use nappe_core::bundle::encode;
use nappe_core::domain::{Cafe, Clock, Command, Form, Id, RoundClock, Scope, SeatPlan, Seats, WriterId};
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

/// Puts something in the place of the browser's promise to keep the screen on, and counts what is asked of it.
fn watch_the_screen(page: &Page) {
    let script = "
        const { navigator, Promise, Object } = window;
        window.awake = { asked: 0, held: 0, last: null };
        const request = () => {
            const lock = { released: false, release: () => {
                if (!lock.released) window.awake.held -= 1;
                lock.released = true;
                return Promise.resolve();
            } };
            window.awake.asked += 1;
            window.awake.held += 1;
            window.awake.last = lock;
            return Promise.resolve(lock);
        };
        Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });";
    page.script(script, json!([])).expect("the screen to be watched");
}

/// Counts the tones and the vibrations, and by what sound is allowed.
fn listen(page: &Page) {
    let script = "
        const { AudioContext, navigator, Object } = window;
        window.heard = { tones: 0, shakes: 0, allowed: [] };
        const listen = (name, hear) => {
            const original = AudioContext.prototype[name];
            AudioContext.prototype[name] = function () { hear(); return original.call(this); };
        };
        listen('createOscillator', () => window.heard.tones += 1);
        listen('resume', () => window.heard.allowed.push(window.event?.type ?? 'nothing'));
        Object.defineProperty(navigator, 'vibrate', { configurable: true, value: () => (window.heard.shakes += 1) > 0 });";
    page.script(script, json!([])).expect("a page that is listened to");
}

#[test]
fn a_round_is_started_stopped_lengthened_and_ended_by_the_clock() {
    let server = Server::of_the_app();
    in_one_engine("a round", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        page.wait_sees("No round has begun.");
        assert!(!page.button("Back one step").exists(), "there is nothing to take back");
        watch_the_screen(&page);
        page.button("Start round 1 (20 min)").press(Key::Enter);
        page.wait_sees("Round 1 of 3");
        page.wait_sees("19:5");
        // By keyboard one goes on where one is: a second that passes takes the focus nowhere.
        page.wait_for("the focus on the next button", || page.focused().name == "Pause");
        let face = || page.by_role("timer", any()).text();
        let before = face();
        page.wait_for("a second to pass", || face() != before);
        assert_eq!(page.focused().name, "Pause");
        pass(&page, 5);
        page.wait_sees("14:5");
        page.press(Key::Enter);
        page.wait_sees("Paused");
        assert_eq!(page.focused().name, "Go on");
        pass(&page, 60);
        page.wait_sees("14:5");
        // A pause by mistake, noticed late: the round has the time that it had.
        page.button("Back one step").click();
        page.wait_sees_not("Paused");
        page.wait_sees("14:5");
        page.button("Back one step").wait_gone();
        page.button("Pause").click();
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
        page.wait_sees("Go on to another table.");
        page.button("Start round 2 (20 min)").click();
        page.wait_sees("Round 2 of 3");
        page.button("Back one step").click();
        page.wait_sees("Change tables");
        // The screen stays on, also after another page was in front of this one.
        page.wait_for("the screen to stay on", || page.value_of("window.awake.held") == 1);
        let come_back = "window.awake.last.release();
            window.document.dispatchEvent(new window.Event('visibilitychange', { bubbles: true }))";
        page.script(come_back, json!([])).expect("to come back");
        page.wait_for("the screen to stay on again", || page.value_of("window.awake.held") == 1);
        for round in [2, 3] {
            page.button(format!("Start round {round} (20 min)").as_str()).click();
            page.button("End the round").click();
        }
        page.wait_sees("The last round is over");
        page.go_in_cafe("run");
        page.wait_for("the screen to go dark", || page.value_of("window.awake.held") == 0);
        // After a rehearsal: from the first round on, and nothing of it without a question.
        page.button("Start again from round 1").click();
        page.wait_sees("Nothing that was written is touched");
        page.button("Cancel").click();
        page.wait_sees("The last round is over");
        page.button("Start again from round 1").press(Key::Enter);
        page.button("Start again").press(Key::Enter);
        page.wait_sees("No round has begun.");
        page.wait_for("the focus on the start", || page.focused().name == "Start round 1 (20 min)");
        page.button("Back one step").click();
        page.wait_sees("The last round is over");
        // A week later nobody takes the copy for one of today.
        move_clocks(&page, 7 * 24 * 60, 0);
        page.go_in_cafe("");
        page.go_in_cafe("run");
        let says_day = "/last export [^·]*20\\d\\d/.test(document.querySelector('.truth').textContent)";
        page.wait_for("the day of the copy", || page.value_of(says_day) == true);
        browser.reload();
        page.wait_sees("The last round is over");
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
        page.go_in_cafe(&format!("table/{table}"));
        page.wait_sees("Round 3 has begun.");
        // What is added belongs to the round on the screen, also in the instant in which its time is over for good.
        the_box(browser).paste_text("Added at the last moment");
        let at_the_last_moment =
            "window.wall.by += 240000; window.document.querySelector('.composer .button--primary').click()";
        pass(&page, 0);
        page.script(at_the_last_moment, json!([])).expect("a note at the last moment");
        // The page was left open, and goes on by itself; what stands in the box stays.
        the_box(browser).paste_text("In the third round");
        page.wait_sees("What you write goes to round 3 now.");
        page.wait_sees_not("has begun");
        assert_eq!(page.field("Round").chosen(), "Round 3 of 3");
        assert_eq!(the_box(browser).value(), "In the third round");
        page.button("Add").click();
        note(browser, "In the third round").wait();
        // More time that is given to the round calls nobody back.
        page.go_in_cafe("run");
        page.button("+ 5 min").click();
        page.go_in_cafe(&format!("table/{table}"));
        assert_eq!(page.field("Round").chosen(), "Round 3 of 3");
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
        assert_eq!(round_of("Added at the last moment"), rounds[2]);
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
        // The clock of the room is not at hand on a participant's phone.
        page.go_in_cafe("run");
        page.wait_sees("Whoever facilitates runs the clock.");
        let start = page.button("Start round 1 (20 min)");
        assert!(!start.exists());
        page.button("Run the clock from here").click();
        start.wait();
        browser.expect_no_errors();
    });
}

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

/// A café of so many tables with five people each, when its first round is over.
fn between_two_rounds(tables: u16) -> Cafe {
    let mut clock = Clock::new(WriterId::from_bits(11));
    let mut cafe = Cafe::create(
        Id::from_bits(1 + (u128::from(tables) << 90)),
        "Many",
        Form::QuestionPerTable,
        clock.next(1, None),
    );
    let ids = |from: u128, count: u16| (0..u128::from(count)).map(move |place| Id::from_bits(from + place));
    let mut commands = vec![Command::AddQuestion { id: Id::from_bits(2), text: "What should we keep?".into() }];
    commands.extend(ids(10, 3).map(|id| Command::AddRound { id, minutes: 20, question: None }));
    commands.extend(ids(100, tables).map(|id| Command::AddTable { id, name: String::new(), question: None }));
    let round = |round: u16| Seats {
        tables: (0..tables * 5).map(|person| (person + round * (person / tables + 1)) % tables + 1).collect(),
        hosts: Vec::new(),
    };
    commands.push(Command::SetSeats(SeatPlan { tables, rounds: (0..3).map(round).collect(), ..SeatPlan::default() }));
    commands.push(Command::SetClock(RoundClock::Over { round: Id::from_bits(10) }));
    for command in commands {
        cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
    }
    cafe
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
        page.wait_sees("Your number stands beside your table.");
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("Your number stands beside your table.");
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
        // However many the tables are, nobody has to scroll.
        let folder = tempfile::tempdir().expect("a folder");
        let file = bundles::file(&folder, "large.json", encode(&between_two_rounds(30), Scope::Whole));
        browser.open(&server.url("/"));
        page.file_field("Import a bundle").choose_files(&[&file]);
        import(browser);
        page.go_in_cafe("projector");
        page.wait_sees("Your number stands beside your next table.");
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
fn a_whole_event_runs_from_a_template_to_the_report() {
    let server = Server::of_the_app();
    in_each_engine("a whole event", &Options::english(), |browser| {
        let page = browser.open(&server.url("/#/new"));
        page.field("Title of the café").type_text("Autumn");
        page.field("Question 1").type_text("What should we keep?");
        // A template leaves what was written.
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
        // With the sound turned off, which is kept.
        page.go_in_cafe("run");
        page.button("Sound: on").click();
        page.button("Sound: off").wait();
        browser.reload();
        page.button("Sound: off").wait();
        listen(&page);
        page.button("Start round 1 (15 min)").click();
        page.wait_sees("Round 1 of 2");
        let table = page.go_to_table(0);
        write_note(browser, "The tables under the trees");
        page.go_in_cafe("run");
        page.wait_sees("14:5");
        pass(&page, 14);
        page.wait_sees("0:5");
        let heard = |what: &str| page.value_of(&format!("window.heard.{what}"));
        page.wait_for("a vibration before the end", || heard("shakes") == 1);
        assert_eq!((heard("tones"), heard("allowed.length")), (json!(0), json!(0)), "the sound is turned off");
        page.button("Sound: off").click();
        page.wait_for("a tone, to try it", || heard("tones") == 1);
        assert!(page.value_of("window.heard.allowed.every((by) => by === 'click')") == true, "by a tap");
        page.button("Vibration: on").click();
        pass(&page, 1);
        page.wait_sees("Time is up");
        page.wait_for("three tones at the end", || heard("tones") == 4);
        assert_eq!(heard("shakes"), 1, "the vibration is turned off");
        page.button("End the round").click();
        page.button("Start round 2 (15 min)").click();
        page.go_in_cafe(&format!("table/{table}"));
        page.button("Write in round 2 now").click();
        write_note(browser, "The soup of the first day");
        page.go_in_cafe(&format!("host/{table}"));
        page.wait_sees("The tables under the trees");
        page.field("Key point").paste_text("Eat outside");
        page.button("Keep it").click();
        page.go_in_cafe("run");
        page.wait_sees("14:5");
        pass(&page, 15);
        page.button("End the round").click();
        page.wait_sees("The last round is over");
        page.go_in_cafe("report");
        for words in ["What should we keep?", "The tables under the trees", "The soup of the first day", "Eat outside"]
        {
            page.wait_sees(words);
        }
        browser.expect_no_errors();
    });
}
