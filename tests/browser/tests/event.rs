//! Running the rounds. Time is moved, not waited for: the page asks its browser for it, and the browser is told what to
//! say.

use crate::steps::{link_to_example, note, open_link, the_box, write_note};
use browser_tests::app::open_example;
use browser_tests::{Key, Options, Page, Server, any, containing, in_one_engine};
use serde_json::json;

/// Moves the wall clock by this many minutes, and the steady one by as many or not at all.
pub fn move_clocks(page: &Page, wall: i64, steady: i64) {
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
pub fn pass(page: &Page, minutes: i64) {
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
pub fn listen(page: &Page) {
    let script = "
        const { AudioContext, GainNode, OscillatorNode, navigator, Object } = window;
        // Tones that sound at once, that were ordered (in how many seconds), and how many of all were called off.
        window.heard = { tones: 0, ordered: [], calledOff: 0, shakes: 0, allowed: [] };
        const listen = (type, name, hear) => {
            const original = type.prototype[name];
            type.prototype[name] = function (...all) { hear(this, ...all); return original.apply(this, all); };
        };
        listen(OscillatorNode, 'start', (tone, at) => {
            const wait = at - tone.context.currentTime;
            if (wait < 5) window.heard.tones += 1; else window.heard.ordered.push(Math.round(wait));
        });
        listen(GainNode, 'disconnect', () => window.heard.calledOff += 1);
        // Where there is no loudspeaker, some browsers keep waiting for one.
        Object.defineProperty(AudioContext.prototype, 'state', { configurable: true, get: () => 'running' });
        listen(AudioContext, 'resume', () => window.heard.allowed.push(window.event?.type ?? 'nothing'));
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
        assert_eq!(page.focused().name, "Resume");
        pass(&page, 60);
        page.wait_sees("14:5");
        // A pause by mistake, noticed late: the round has the time that it had.
        page.button("Back one step").click();
        page.wait_sees_not("Paused");
        page.wait_sees("14:5");
        page.button("Back one step").wait_gone();
        page.button("Pause").click();
        page.button("Resume").click();
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
        // The moment for a backup copy: beside the buttons, not in the picture.
        page.button("Export a copy").click();
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
    in_one_engine("a clock is set", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("19:5");
        move_clocks(&page, -60, 0);
        page.wait_sees("The clock of this device was set back.");
        page.wait_sees("19:5");
        // Ahead: nobody but a person knows whether the device slept.
        move_clocks(&page, 15, 0);
        page.wait_sees("The clock of this device jumped ahead by 15 min.");
        page.wait_sees("4:5");
        // On other screens the same is asked, and answered once.
        page.go_in_cafe("collect");
        page.wait_sees("The clock of this device jumped ahead by 15 min.");
        page.button("It was set: give the time back").click();
        page.wait_sees_not("jumped ahead");
        page.go_in_cafe("run");
        page.wait_sees("19:5");
        page.wait_sees_not("jumped ahead");
        move_clocks(&page, 15, 0);
        page.button("It was asleep").click();
        page.wait_sees("4:5");
        page.wait_sees_not("jumped ahead");
        browser.expect_no_errors();
    });
}

#[test]
fn the_time_of_a_round_and_its_bell_go_along_to_the_other_steps() {
    let server = Server::of_the_app();
    in_one_engine("time on all steps", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        listen(&page);
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("19:5");
        // The overview leads to the step of the round that is on.
        page.go_in_cafe("");
        page.link(containing("Run Round 1 of 3 next")).wait();
        page.go_in_cafe("collect");
        let line = page.link(containing("Round 1 of 3"));
        line.wait();
        pass(&page, 19);
        page.wait_sees("0:5");
        page.wait_for("the bell", || page.value_of("heard.tones > 0") == true);
        pass(&page, 1);
        page.wait_sees("Time is up");
        line.click();
        page.button("End the round").click();
        // The walk to the next table has its time, too.
        let face = || page.by_role("timer", any()).text();
        page.wait_for("the time to walk", || face().contains("Change tables") && face().contains("2:5"));
        pass(&page, 3);
        page.wait_sees("Please sit down");
        page.go_in_cafe("harvest");
        page.heading("Harvest").wait();
        assert!(!line.exists());
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
        page.wait_sees("The facilitator runs the clock.");
        let start = page.button("Start round 1 (20 min)");
        assert!(!start.exists());
        page.button("Run the clock from here").click();
        start.wait();
        // That is for good: this device facilitates now.
        browser.reload();
        start.wait();
        assert!(!page.sees("The facilitator runs the clock."));
        browser.expect_no_errors();
    });
}

#[test]
fn a_whole_event_runs_from_a_template_to_the_report() {
    let server = Server::of_the_app();
    in_one_engine("a whole event", &Options::english(), |browser| {
        let page = browser.open(&server.url("/#/new"));
        page.field("Title of the café").type_text("Autumn");
        page.field("Question 1").type_text("What should we keep?");
        // A template leaves what was written.
        page.radio("Large").click();
        assert_eq!(page.field("Number of tables").value(), "24");
        page.radio("Classic").click();
        assert_eq!(page.field("Number of tables").value(), "5");
        assert_eq!(page.field("Number of rounds").value(), "3", "one question is asked in all of them");
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
