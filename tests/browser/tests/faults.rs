//! What happens to a device: its clock is set, its profile is copied, its tabs are closed.

use crate::steps::{
    download_bundle, import, lay_out, link_to_example, note, open_link, rewrite_note, the_box, wait_note, write_note,
};
use browser_tests::{Browser, Options, Page, Server, in_each_engine};
use serde_json::json;

/// What the page takes for the present, from now on: a JavaScript expression of the true time `real`.
#[track_caller]
pub fn set_clock(page: &Page, time: &str) {
    // The page's own `Date`, which a script of the driver does not see by its bare name in every engine.
    let script = format!(
        "const {{ Date }} = window;
        window.realNow ??= Date.now.bind(Date); Date.now = () => {{ const real = window.realNow(); return {time}; }}"
    );
    page.script(&script, json!([])).expect("a clock");
}

#[test]
fn with_a_clock_that_jumps_everything_that_is_written_is_saved_and_stays() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("a clock that jumps", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "At the right time");
        for (time, name, said) in [
            // A sleep looks the same.
            ("real + 3_600_000", "an hour ahead", "jumped ahead by 60\u{a0}min, or the device slept."),
            ("real + 365 * 86_400_000", "a year ahead", "was set ahead by 36"),
            ("real - 3_600_000", "an hour behind", "was set back by 365\u{a0}days"),
            ("real % 86_400_000", "in 1970", "The clock of this device cannot be right"),
        ] {
            set_clock(&page, time);
            write_note(browser, &format!("Written {name}"));
            rewrite_note(browser, &format!("Written {name}"), &format!("Corrected {name}"));
            page.wait_sees("Saved on this device");
            page.wait_sees(said);
        }
        // What the clock of a year ahead wrote can be corrected and erased by the clock of 1970, and again by the right
        // one.
        rewrite_note(browser, "Corrected a year ahead", "Corrected from 1970");
        browser.reload();
        wait_note(&page, "Corrected from 1970");
        rewrite_note(browser, "Corrected from 1970", "Corrected at the right time");
        let mut all = page.notes();
        all.sort();
        let want = [
            "At the right time",
            "Corrected an hour ahead",
            "Corrected an hour behind",
            "Corrected at the right time",
            "Corrected in 1970",
        ];
        assert_eq!(all, want);
        browser.reload();
        wait_note(&page, "Corrected at the right time");
        assert_eq!(page.notes().len(), want.len());
        assert!(!page.sees("not saved"), "{}", page.text());
        browser.expect_no_errors();
    });
}

/// Gives a browser the store of another one, as a backup that is put back on a new device does.
#[track_caller]
fn copy_profile(server: &Server, from: &Page, to: &Browser) {
    let all = from.stored_if("() => true");
    let page = to.open(&server.other_page());
    let script = "for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value)";
    page.script(script, json!([all])).expect("a copied store");
}

#[test]
fn two_devices_with_a_copied_profile_keep_what_either_writes() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("a copied profile", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Before the profile was copied");
        let (address, cafe) = (page.url(), page.cafe());
        let copy = browser.another();
        copy_profile(&server, &page, &copy);
        let copied = copy.open(&address);
        wait_note(&copied, "Before the profile was copied");
        // Both are the same device now, and both correct the same note.
        rewrite_note(browser, "Before the profile was copied", "As the first one has it");
        write_note(browser, "Only on the first one");
        rewrite_note(&copy, "Before the profile was copied", "As the copy has it");
        // A new device may take some time to know what day it is.
        set_clock(&copied, "real % 86_400_000");
        write_note(&copy, "Only on the copy");
        copied.go_in_cafe("hand-over");
        let bundle = download_bundle(&copy);
        page.go_in_cafe("hand-over");
        let of_the_first = download_bundle(browser);
        // Who collects from both is told, and hears of clocks that cannot both be right.
        let who_collects = browser.another();
        open_link(&who_collects, &link);
        let collecting = who_collects.open(&server.url(&format!("/#/cafe/{cafe}/collect")));
        set_clock(&collecting, "real - 3_600_000");
        lay_out(&who_collects, &[&of_the_first]);
        collecting.wait_sees(
            "The clock of a device that wrote some of these notes is ahead of this one by at least 59\u{a0}min",
        );
        assert!(!collecting.sees("seems to exist twice"), "{}", collecting.text());
        import(&who_collects);
        collecting.wait_sees("1 file was imported.");
        lay_out(&who_collects, &[&bundle]);
        collecting.wait_sees("1 device seems to exist twice");
        collecting.wait_sees("Some of these notes are dated before the café was set up: a clock was wrong.");
        import(&who_collects);
        collecting.wait_sees("1 file was imported.");
        who_collects.expect_no_errors();
        browser.open(&server.url(&format!("/#/cafe/{cafe}/collect")));
        let says = lay_out(browser, &[&bundle]);
        assert!(says[0].contains("new 1") && says[0].contains("two versions 1"), "{says:?}");
        page.wait_sees("1 note carries the mark of this device, which does not know it");
        import(browser);
        page.wait_sees("1 file was imported.");
        for text in ["As the first one has it", "As the copy has it", "Only on the first one", "Only on the copy"] {
            assert!(page.stored().to_string().contains(text), "{text:?} is not stored");
        }
        browser.open(&address);
        wait_note(&page, "Only on the copy");
        wait_note(&page, "Only on the first one");
        let both = note(browser, "As the copy has it");
        both.wait();
        assert!(both.text().contains("As the first one has it"), "{}", both.text());
        copy.expect_no_errors();
        browser.expect_no_errors();
    });
}

#[test]
fn three_tabs_that_write_and_close_at_once_lose_nothing() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("three tabs", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "Of all three");
        let address = page.url();
        let first = browser.tab();
        for number in 2..=3 {
            browser.new_tab();
            browser.open(&address);
            // Closed in the instant of the tap, with something else in the box.
            the_box(browser).paste_text(&format!("The last thing in tab {number}"));
            page.button("Add").click();
            if number == 3 {
                the_box(browser).paste_text("Half a thought");
            }
            browser.close_tab();
            browser.switch_to(&first);
        }
        wait_note(&page, "The last thing in tab 2");
        wait_note(&page, "The last thing in tab 3");
        browser.reload();
        wait_note(&page, "Of all three");
        assert_eq!(the_box(browser).value(), "Half a thought");
        the_box(browser).clear();
        write_note(browser, "And one in the first");
        browser.reload();
        wait_note(&page, "And one in the first");
        assert_eq!(page.notes().len(), 4);
        browser.expect_no_errors();
    });
}
