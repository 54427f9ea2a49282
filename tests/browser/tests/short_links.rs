//! Links that are short enough to be typed: the set-up lies in a file beside the app.

use crate::offline::{app, copy_app};
use crate::steps::{create_cafe, link_to_example, note, open_link, the_box, write_note};
use browser_tests::{Key, Options, Server, containing, in_one_engine};
use std::fs;

#[test]
fn a_short_link_leads_to_the_table_once_the_set_up_lies_beside_the_app() {
    in_one_engine("short links", &Options::english(), |browser| {
        let space = tempfile::tempdir().expect("a web space");
        copy_app(&app(), space.path(), |name| name != "cafe.txt");
        let mut server = Server::of(space.path());
        let page = create_cafe(browser, &server, "Lunch", &["What would you cook?", "Who would you ask?"]);
        page.button("Short links, to be typed").click();
        page.button("Check").click();
        page.wait_sees("No “cafe.txt” with an invitation lies beside Nappe yet.");
        page.button("Download “cafe.txt”").click();
        let file = browser.wait_download();
        let laid = space.path().join("cafe.txt");
        fs::copy(&file, &laid).expect("a file beside the app");
        page.button("Check").click();
        page.wait_sees("The file is there.");
        let short = server.url("/#2");
        assert!(page.sees(&format!("type {short} into a browser")), "{}", page.text());

        let phone = browser.another();
        open_link(&phone, &short);
        phone.page().wait_sees("Who would you ask?");
        write_note(&phone, "My grandmother");
        // The cards still say so when they are looked at once more.
        page.go_in_cafe("run");
        page.go_in_cafe("invite");
        page.wait_sees(&format!("type {short} into a browser"));
        // What was changed since is said, wherever that was done.
        page.go_in_cafe("prepare");
        page.field("Question 1").fill("What would you bake?");
        page.press(Key::Tab);
        page.go_in_cafe("invite");
        page.button("Short links, to be typed").click();
        page.wait_sees("The file is there, of before you changed the set-up.");
        page.go_in_cafe("run");
        page.go_in_cafe("invite");
        // The facilitator is told of another café in the place of this one, and of a text that is no invitation.
        page.button("Short links, to be typed").click();
        for (text, said) in [
            (link_to_example(&server, 1), "The file of another café lies there."),
            ("https://nappe.example/".to_owned(), "No “cafe.txt” with an invitation lies beside Nappe yet."),
        ] {
            fs::write(&laid, text).expect("another file");
            page.button("Check").click();
            page.wait_sees(said);
            assert!(!page.sees(&short), "{}", page.text());
        }

        // Whoever comes too late, or without a network, is told why, and has ways on.
        let phone_page = phone.page();
        phone_page.go("#1");
        phone_page.wait_sees("No café waits at this address");
        server.stop();
        phone_page.button("Try again").click();
        phone_page.wait_sees("This address does not answer");
        server.start();
        fs::copy(&file, &laid).expect("the file once more");
        phone_page.button("Try again").click();
        the_box(&phone).wait();
        phone_page.wait_sees("What would you cook?");
        phone_page.go("#2");
        note(&phone, "My grandmother").wait();
        phone_page.go("#0");
        phone_page.link(containing("Table 2")).wait();
    });
}
