//! By the keyboard alone: what a facilitator does before and after an event.

use crate::offline::{another_version, app, is_newer, open_until_ready};
use crate::steps::{create_cafe, tab_to};
use browser_tests::{Key, Options, Page, Server, containing, in_each_engine, in_one_engine};

/// Goes to something by the Tab key and presses Enter.
#[track_caller]
fn enter(page: &Page, name: &str) {
    tab_to(page, name);
    page.press(Key::Enter);
}

#[test]
fn the_check_list_and_an_update_need_no_pointer() {
    let app = app();
    let folder = tempfile::tempdir().expect("a folder");
    another_version(&app, folder.path());
    in_each_engine("keys before leaving", &Options::english(), |browser| {
        let server = Server::of(&app);
        let page = open_until_ready(browser, &server);
        enter(&page, "Check this device");
        page.button("Check again").wait();
        server.serve(folder.path());
        enter(&page, "Check again");
        page.wait_sees("A newer Nappe is on this device.");
        enter(&page, "Use it now");
        page.wait_for("the newer version", || is_newer(&page));
        page.wait_sees("Ready to work without a network");
    });
}

#[test]
fn a_cafe_is_taken_off_and_put_back_without_a_pointer() {
    let server = Server::of_the_app();
    in_one_engine("keys, taking off", &Options::english(), |browser| {
        let page = create_cafe(browser, &server, "Autumn meeting", &["What now?"]);
        page.go_in_cafe("");
        enter(&page, "Remove this café from this device");
        tab_to(&page, "To confirm, type its title");
        page.type_keys("Another");
        page.press(Key::Enter);
        page.wait_sees("This is not its title.");
        for _ in 0.."Another".len() {
            page.press(Key::Backspace);
        }
        page.type_keys("Autumn meeting");
        enter(&page, "Remove it");
        page.wait_sees("For a day you can put it back here.");
        enter(&page, "Put back: Autumn meeting");
        page.heading(containing("Autumn meeting")).wait();
        browser.expect_no_errors();
    });
}
