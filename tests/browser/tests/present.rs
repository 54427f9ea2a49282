//! Presenting: by keyboard, by remote control, by touch, in two windows that keep in step; a note is hidden and
//! highlighted while the room looks on.

use browser_tests::app::open_example;
use browser_tests::{Key, Options, Page, Server, any, containing, in_each_engine, in_one_engine};
use serde_json::json;

/// The title of the slide that is shown, and which one it is.
fn shown(page: &Page) -> (String, usize) {
    let title = page.value_of("document.querySelector('.slide-title > span')?.textContent ?? ''");
    let counter = page.value_of("document.querySelector('.present-counter, .speaker-turn > p')?.textContent ?? ''");
    let number = counter.as_str().unwrap_or_default().split(|it: char| !it.is_ascii_digit()).find(|it| !it.is_empty());
    (title.as_str().unwrap_or_default().to_owned(), number.and_then(|it| it.parse().ok()).unwrap_or_default())
}

#[track_caller]
fn wait_number(page: &Page, number: usize) {
    page.wait_for(&format!("slide {number}, not {:?}", shown(page)), || shown(page).1 == number);
}

/// A key as remote controls send it, by its name in the page.
fn send(page: &Page, key: &str) {
    let script = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";
    page.script(script, json!([key])).expect("a key");
}

fn count(page: &Page) -> usize {
    let all = page.value_of("document.querySelector('.present-counter').textContent");
    let all = all.as_str().unwrap_or_default().split('/').nth(1).unwrap_or_default().trim().to_owned();
    let digits: String = all.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

#[test]
fn slides_are_turned_by_keys_by_a_remote_control_and_by_touch() {
    let server = Server::of_the_app();
    in_each_engine("slides", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("report");
        page.link("Present").click();
        wait_number(&page, 1);
        let all = count(&page);
        assert!(all > 12, "{all} slides");
        for (key, number) in
            [(Key::Right, 2), (Key::Space, 3), (Key::Down, 4), (Key::Left, 3), (Key::End, all), (Key::Home, 1)]
        {
            page.press(key);
            wait_number(&page, number);
        }
        for (key, number) in [("PageDown", 2), ("PageDown", 3), ("PageUp", 2), ("Backspace", 1)] {
            send(&page, key);
            wait_number(&page, number);
        }
        // Dark, and the first turn lights the slide that was there.
        page.press(Key::Char('b'));
        page.wait_sees("The screen is dark.");
        page.press(Key::Right);
        page.wait_sees_not("The screen is dark.");
        wait_number(&page, 1);
        // The zones are buttons: a tap at the right goes on, at the left back.
        page.button("Next slide").click();
        wait_number(&page, 2);
        page.button("Previous slide").click();
        wait_number(&page, 1);
        // After a click the space bar turns slides: it does not press the same button once more.
        page.press(Key::Space);
        wait_number(&page, 2);
        page.button("Dark").click();
        page.wait_sees("The screen is dark.");
        page.press(Key::Space);
        page.wait_sees_not("The screen is dark.");
        page.press(Key::Left);
        wait_number(&page, 1);
        let swipe = "const [from, to] = arguments;
            const stage = document.querySelector('.present-zone');
            const at = (kind, x) => stage.dispatchEvent(new PointerEvent(kind,
                { bubbles: true, pointerType: 'touch', isPrimary: true, clientX: x, clientY: 200 }));
            at('pointerdown', from); at('pointerup', to);";
        page.script(swipe, json!([600, 300])).expect("a swipe");
        wait_number(&page, 2);
        page.script(swipe, json!([300, 600])).expect("a swipe");
        wait_number(&page, 1);
        // By the list to any slide, and the keyboard is back at the slides.
        page.press(Key::Char('l'));
        page.region("All slides").button(containing("Have a hand in it")).nth(0).click();
        page.wait_for("the theme", || shown(&page).0 == "Have a hand in it");
        page.press(Key::Right);
        page.wait_for("the slide after it", || shown(&page).0 != "Have a hand in it" || page.sees("2/2"));
        // Whoever loads the page again is where they were.
        let (title, number) = shown(&page);
        browser.reload();
        page.wait_for("the same slide", || shown(&page) == (title.clone(), number));
        page.press(Key::Escape);
        page.link("Present").wait();
        browser.expect_no_errors();
    });
}

/// What fits is reckoned in letters; here it is measured.
#[test]
fn no_slide_is_higher_than_the_screen_that_it_is_shown_on() {
    let server = Server::of_the_app();
    in_one_engine("slides that fit", &Options::french(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("present");
        wait_number(&page, 1);
        for (width, height) in [(1280, 720), (1024, 768), (1920, 1080)] {
            browser.set_size(width, height);
            page.press(Key::Home);
            for number in 1..=count(&page) {
                wait_number(&page, number);
                // The map fills its slide, and the list behind it is for those who hear the page.
                let cut = "(document.querySelector('.slide-map') ? { scrollHeight: 0, clientHeight: 0 } : document.querySelector('.slide-page'))";
                let cut = format!("(({{ scrollHeight, clientHeight }}) => scrollHeight - clientHeight){cut}");
                let cut = page.value_of(&cut).as_i64().unwrap_or(i64::MAX);
                assert!(cut <= 1, "slide {number}, {:?}, is {cut} px too high at {width} × {height}", shown(&page).0);
                page.press(Key::Right);
            }
        }
        browser.expect_no_errors();
    });
}

#[test]
fn a_note_is_hidden_and_highlighted_while_presenting() {
    let server = Server::of_the_app();
    in_one_engine("notes of a slide", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("present");
        page.press(Key::Char('l'));
        page.region("All slides").button(containing("Grow it, pick it")).click();
        page.wait_for("the theme", || shown(&page).0 == "Grow it, pick it");
        let on_slide = || {
            let texts = page.value_of(
                "[...document.querySelectorAll('.slide-item[data-role=note] .slide-text')].map((it) => it.textContent)",
            );
            texts.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect::<Vec<_>>()
        };
        let stars = || page.value_of("document.querySelectorAll('.slide-item--first').length");
        page.wait_for("its notes", || !on_slide().is_empty());
        let first = on_slide()[0].clone();
        page.press(Key::Char('n'));
        let notes = page.region("Notes");
        let row = || notes.item(containing(&first));
        let before = stars();
        row().button("Hide").click();
        page.wait_for("the note to go", || !on_slide().contains(&first));
        // By keyboard: the button keeps the focus, so that one key takes it back.
        page.wait_for("the focus to stay", || page.focused().name == "Show");
        page.press(Key::Space);
        page.wait_for("the note to come back", || on_slide().contains(&first));
        row().button("Highlight").click();
        page.wait_for("the star", || stars() != before);
        notes.button(containing("Undo")).click();
        page.wait_for("no star any more", || stars() == before);
        // What is hidden stays in the report, and out of the slides after a reload.
        row().button("Hide").click();
        page.wait_for("the note to go", || !on_slide().contains(&first));
        page.press(Key::Escape);
        browser.reload();
        page.wait_for("the theme", || shown(&page).0 == "Grow it, pick it");
        assert!(!on_slide().contains(&first));
        // Nor does the map quote it.
        let on_map =
            || page.value_of("[...document.querySelectorAll('.slide-map text')].map((it) => it.textContent).join(' ')");
        for _ in 0..20 {
            if on_map() != json!("") {
                break;
            }
            let number = shown(&page).1;
            page.press(Key::Right);
            wait_number(&page, number + 1);
        }
        let letters = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
        let (map, begin) =
            (letters(on_map().as_str().unwrap_or_default()), letters(&first.chars().take(16).collect::<String>()));
        assert!(map.contains("Growitpickit") && !map.contains(&begin), "{map}");
        page.go_in_cafe("report");
        page.wait_sees(&first);
        browser.expect_no_errors();
    });
}

#[test]
fn the_speakers_window_and_the_rooms_keep_in_step() {
    let server = Server::of_the_app();
    in_each_engine("two windows", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("present");
        wait_number(&page, 1);
        let address = page.url().replace("/present", "/speaker");
        // A browser that holds the second window back leaves a link.
        page.script("(window.wrappedJSObject ?? window).open = () => null", json!([])).expect("no windows");
        page.button("Speaker’s view").click();
        page.wait_sees("The browser held the second window back.");
        let link = page.link("Open the speaker’s view").attribute("href").unwrap_or_default();
        assert!(address.ends_with(&link) && link.ends_with("/speaker"), "{link}");
        let room = browser.tab();
        let speaker = browser.new_tab();
        browser.open(&address);
        page.heading("Speaker’s view").wait();
        wait_number(&page, 1);
        page.button("Next slide").click();
        wait_number(&page, 2);
        browser.switch_to(&room);
        wait_number(&page, 2);
        page.press(Key::Right);
        wait_number(&page, 3);
        browser.switch_to(&speaker);
        wait_number(&page, 3);
        // The time is an instant: a window that is loaded again counts the same.
        page.field("Minutes").fill("0");
        page.button("Start").click();
        page.wait_sees("A whole number of minutes, from 1 to 240.");
        page.wait_for("the focus on the box", || page.focused().name == "Minutes");
        page.field("Minutes").fill("12");
        page.press(Key::Enter);
        page.wait_sees("11:5");
        browser.reload();
        page.wait_sees("11:");
        wait_number(&page, 3);
        page.button("+ 1 min").click();
        page.wait_sees("12:");
        page.button("Stop the countdown").click();
        page.button("Start").wait();
        page.button("Dark").click();
        browser.switch_to(&room);
        page.wait_sees("The screen is dark.");
        browser.reload();
        page.wait_sees("The screen is dark.");
        wait_number(&page, 3);
        // Hidden in one window, gone in the other.
        browser.switch_to(&speaker);
        page.button(containing("Taste, never force")).nth(0).click();
        page.wait_for("the theme", || shown(&page).0 == "Taste, never force");
        let hidden = page.region("Notes").item(any()).nth(0).text();
        page.region("Notes").item(any()).nth(0).button("Hide").click();
        page.wait_sees("not on the slides");
        browser.switch_to(&room);
        page.wait_for("the theme", || shown(&page).0 == "Taste, never force");
        let words: String = hidden.chars().take(30).collect();
        page.wait_for("the note to go", || !page.sees(&words));
        browser.expect_no_errors();
    });
}

#[test]
fn after_a_rehearsal_with_its_time_the_presentation_begins_anew() {
    let server = Server::of_the_app();
    in_one_engine("a rehearsal", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("speaker");
        page.field("Minutes").fill("15");
        page.press(Key::Enter);
        page.wait_sees("14:5");
        page.go_in_cafe("present");
        page.press(Key::End);
        wait_number(&page, count(&page));
        // In the evening.
        page.script(
            "const now = window.Date.now; window.Date.now = () => now.call(window.Date) + 8 * 3600000",
            json!([]),
        )
        .expect("another hour");
        page.go_in_cafe("report");
        page.link("Present").click();
        wait_number(&page, 1);
        page.go_in_cafe("speaker");
        page.button("Start").wait();
        browser.expect_no_errors();
    });
}
