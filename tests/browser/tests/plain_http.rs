//! Over plain http, as from a laptop in the venue: browsers withhold a part of what the app uses.

use crate::board::{expect_column, move_by_tap};
use crate::bundles::{self, Language};
use crate::faults::set_clock;
use crate::offline::{READY, reload};
use crate::steps::*;
use browser_tests::{Options, Server, Venue, containing, in_each_engine, programs};
use serde_json::json;
use std::cell::RefCell;

#[test]
fn over_plain_http_the_app_works_and_says_what_the_browser_withholds() {
    let server = Server::of_the_app();
    let options = Options::english().plain_http("cafe.test", server.port());
    let folder = tempfile::tempdir().expect("a folder");
    let more = bundles::file(&folder, "more.json", bundles::example_and(Language::English, 3));
    in_each_engine("plain http", &options, |browser| {
        let page = browser.open(&server.url_on("cafe.test", "/#/ready"));
        page.wait_sees("This page came over an unprotected connection (http)");
        assert!(!page.sees(READY));
        let link = link_to_example(&server, 1).replace(&server.url("/"), &server.url_on("cafe.test", "/"));
        open_link(browser, &link);
        // Who came by a code hears it, too, on the page that came first; and of a clock that nothing over https would
        // take.
        page.wait_sees("Leave this tab open");
        set_clock(&page, "real % 86_400_000");
        page.wait_sees("The clock of this device cannot be right");
        set_clock(&page, "real");
        page.wait_sees_not("The clock of this device cannot be right");
        write_note(browser, "Over plain http");
        reload(browser);
        note(browser, "Over plain http").wait();
        // The ways around what is withheld: a file, and a text to copy by hand.
        page.link("Hand over").click();
        let file = download_bundle(browser);
        page.button("Copy the bundle").click();
        page.wait_for("the copy, or how to make it", || {
            page.sees("was copied as text") || page.sees("The text is selected")
        });
        assert!(page.field("The bundle as text").value().contains("Over plain http"));
        // A café is made here, and somebody's bundle taken in.
        let address = server.url_on("cafe.test", "/");
        create_cafe_at(browser, &address, "Under the lime trees", &["What shall we keep?"]);
        read_link(browser, "Table 1");
        browser.open(&address);
        page.file_field("Import a bundle").choose_files(&[&file]);
        page.wait_sees("there is nothing to import");
        page.file_field("Choose files").choose_files(&[&more]);
        page.wait_sees("more.json");
        import(browser);
        page.wait_sees("2 files were imported.");
        browser.expect_no_errors();
    });
}

/// Over plain http nothing is kept for later but what the page has loaded: so it loads all of itself at once.
#[test]
fn over_plain_http_a_page_that_is_open_needs_no_network_to_hand_over() {
    let server = Server::of_the_app();
    let options = Options::english().plain_http("cafe.test", server.port());
    let link = link_to_example(&server, 1).replace(&server.url("/"), &server.url_on("cafe.test", "/"));
    let server = RefCell::new(server);
    in_each_engine("plain http, then nothing", &options, |browser| {
        let mut server = server.borrow_mut();
        server.start();
        server.forget_requests();
        let page = open_link(browser, &link);
        write_note(browser, "Before the network went");
        // The part of the first screen comes last.
        page.wait_for("the other parts", || server.requests().iter().any(|it| it.path.contains("part-home-")));
        page.wait_for("them to be there", || {
            page.value_of("document.querySelectorAll('link[rel=stylesheet]').length") == 1
        });
        server.stop();
        page.link("Hand over").click();
        page.button("Download the bundle").wait();
        page.wait_sees("1 note to hand over");
    });
}

/// By the command that people type, at the address that it prints.
#[test]
fn an_event_goes_through_at_the_address_that_the_laptop_prints() {
    const NOTE: &str = "The well behind the school";
    let Some(venue) = Venue::start() else {
        assert!(!programs::required(), "this machine is in no network: it has no address of its own");
        return println!("own address: skipped: this machine is in no network");
    };
    in_each_engine("own address", &Options::english().desk(), |browser| {
        let desk = create_cafe_at(browser, venue.address(), "Under the lime trees", &["What shall we keep?"]);
        assert_eq!(desk.value_of("isSecureContext"), json!(false), "{}", desk.url());
        let link = read_link(browser, "Table 1");
        assert!(link.starts_with(venue.address()) && !link.contains("127.0.0.1"), "{link}");
        to_step(browser, "Run");
        desk.button(containing("Start round 1")).click();
        desk.wait_sees("Round 1 of 3");
        // A phone joins by the link, and what it wrote comes back as a file.
        let phone = browser.another();
        let page = open_link(&phone, &link);
        assert_eq!(page.value_of("isSecureContext"), json!(false));
        write_note(&phone, NOTE);
        let file = hand_over_file(&phone);
        page.wait_sees("all handed over");
        to_step(browser, "Collect");
        lay_out(browser, &[&file]);
        import(browser);
        desk.wait_sees("1 file was imported. 1 new");
        to_step(browser, "Harvest");
        desk.field("Start from").choose("Why and how");
        desk.button("Add these 4 themes").click();
        move_by_tap(browser, NOTE, "Why");
        expect_column(&desk, "Why", &[NOTE]);
        to_step(browser, "Report");
        desk.button("Markdown file").click();
        let (name, text) = browser.wait_download_text();
        assert!(name.ends_with("report.md") && text.contains("Why") && text.contains(NOTE), "{name}: {text}");
        browser.expect_no_errors();
    });
}
