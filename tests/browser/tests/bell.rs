//! The bell of a round: when it rings, and in which window. Time is moved, not waited for.

use crate::event::{listen, pass};
use browser_tests::app::open_example;
use browser_tests::{Browser, Options, Page, Server, in_one_engine};
use serde_json::json;

/// What the page sounded, ordered and called off, and how often it shook the device.
fn heard(page: &Page, what: &str) -> serde_json::Value {
    page.value_of(&format!("window.heard.{what}"))
}

/// How many tones are on their way.
fn coming(page: &Page) -> serde_json::Value {
    heard(page, "ordered.length - window.heard.calledOff")
}

/// The facilitator's screen of the example, with an ear on it.
fn listening(browser: &Browser, server: &Server) -> Page {
    let page = open_example(browser, server);
    page.go_in_cafe("run");
    listen(&page);
    page
}

/// The first round begins, and its tones are ordered.
fn begin(page: &Page) {
    page.button("Start round 1 (20 min)").click();
    page.wait_for("the order", || coming(page) == 4);
}

/// In the background a page may act once a minute, so the clock of the sound is told in time.
#[test]
fn the_tones_of_a_round_are_ordered_when_it_starts_and_called_off_when_it_stops() {
    let server = Server::of_the_app();
    in_one_engine("tones are ordered", &Options::english(), |browser| {
        let page = listening(browser, &server);
        // A sound that begins late is ordered once more, in the place of what was ordered before.
        // One a minute before the end, three at the end.
        let is_ordered = || {
            let seconds = heard(&page, "ordered.slice(-4)");
            let seconds: Vec<u64> = seconds.as_array().into_iter().flatten().filter_map(|it| it.as_u64()).collect();
            let fits = |(is, want): (&u64, u64)| is.abs_diff(want) <= 15;
            coming(&page) == 4 && seconds.iter().zip([1_140, 1_200, 1_201, 1_201]).all(fits)
        };
        page.button("Start round 1 (20 min)").click();
        page.wait_for("the order", is_ordered);
        page.button("Pause").click();
        page.wait_for("the order to be called off", || coming(&page) == 0);
        page.button("Resume").click();
        page.wait_for("another order", is_ordered);
        // They are on their way on other screens, too.
        page.go_in_cafe("collect");
        page.wait_for("the order of this screen", is_ordered);
        // The clock of the sound stood still: the page rings itself, once.
        pass(&page, 20);
        page.wait_for("three tones", || heard(&page, "tones") == 3);
        page.wait_for("nothing else to come", || coming(&page) == 0);
        page.go_in_cafe("run");
        page.wait_sees("Time is up");
        assert_eq!(heard(&page, "tones"), 3);
        browser.expect_no_errors();
    });
}

/// The facilitator's screen and the projector are two windows of one laptop.
#[test]
fn of_two_windows_of_one_device_one_rings_and_the_other_one_after_it() {
    let server = Server::of_the_app();
    in_one_engine("one bell", &Options::english(), |browser| {
        let page = listening(browser, &server);
        let (first, address) = (browser.tab(), page.url());
        begin(&page);
        let second = browser.new_tab();
        browser.open(&address);
        page.wait_sees("19:");
        listen(&page);
        page.button("Vibration: on").click();
        pass(&page, 20);
        page.wait_sees("Time is up");
        let sounds = |page: &Page| (heard(page, "tones"), heard(page, "ordered.length"));
        assert_eq!(sounds(&page), (json!(0), json!(0)), "it is the other one's turn");
        browser.switch_to(&first);
        pass(&page, 20);
        page.wait_for("three tones", || heard(&page, "tones") == 3);
        page.button("End the round").click();
        page.button("Start round 2 (20 min)").click();
        page.wait_for("the next order", || coming(&page) == 4);
        // The sound is a setting of the device.
        for (now, tones) in [("Sound: on", 0), ("Sound: off", 4)] {
            browser.switch_to(&second);
            page.button(now).click();
            browser.switch_to(&first);
            page.wait_for("the other window to hear of it", || coming(&page) == tones);
        }
        browser.close_tab();
        browser.switch_to(&second);
        page.wait_for("the order of the one that is left", || coming(&page) == 4);
        browser.expect_no_errors();
    });
}

/// It was loaded while the round runs, so it never asked whether it may sound.
#[test]
fn a_window_that_nobody_tapped_leaves_the_bell_to_the_other_one() {
    let server = Server::of_the_app();
    in_one_engine("an untapped window", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        let address = page.url();
        page.button("Start round 1 (20 min)").click();
        browser.new_tab();
        browser.open(&address);
        page.wait_sees("19:");
        listen(&page);
        pass(&page, 20);
        page.wait_sees("Time is up");
        assert_eq!(heard(&page, "tones"), json!(0));
        browser.expect_no_errors();
    });
}

/// As on phones after a call: what was held back would sound at the next tap, in the middle of the next round.
#[test]
fn a_bell_that_the_browser_holds_back_does_not_ring_later() {
    let server = Server::of_the_app();
    in_one_engine("held back", &Options::english(), |browser| {
        let page = listening(browser, &server);
        begin(&page);
        let hold = "const { AudioContext, Object, Promise } = window;
            Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });
            AudioContext.prototype.resume = () => new Promise(() => {});";
        page.script(hold, json!([])).expect("a browser that holds sound back");
        pass(&page, 20);
        page.wait_sees("Time is up");
        page.wait_for("the order to be called off", || coming(&page) == 0);
        page.button("End the round").click();
        page.button("Start round 2 (20 min)").click();
        page.wait_sees("Round 2 of 3");
        assert_eq!(heard(&page, "tones"), json!(0));
        browser.expect_no_errors();
    });
}

/// As where storage is blocked, and for pages from a file in some browsers.
#[test]
fn a_browser_that_refuses_the_turn_rings_all_the_same() {
    let server = Server::of_the_app();
    in_one_engine("no turns", &Options::english(), |browser| {
        let page = listening(browser, &server);
        let refuse = "const { LockManager, DOMException, Promise } = window;
            LockManager.prototype.request = () => Promise.reject(new DOMException('no', 'SecurityError'));";
        page.script(refuse, json!([])).expect("a browser that refuses");
        begin(&page);
        pass(&page, 20);
        page.wait_for("three tones", || heard(&page, "tones") == 3);
        browser.expect_no_errors();
    });
}
