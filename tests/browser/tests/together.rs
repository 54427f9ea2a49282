//! Several tabs of one browser that write in the same instant.

use crate::steps::{link_to_example, note, open_link, the_box, write_note};
use browser_tests::{Options, Server, in_each_engine};
use serde_json::json;

/// How long the tabs wait for each other, in milliseconds.
const SOON: u64 = 3_000;

#[test]
fn three_tabs_that_save_and_add_in_the_same_instant_keep_all_six_texts() {
    let server = Server::of_the_app();
    let link = link_to_example(&server, 1);
    in_each_engine("in the same instant", &Options::english(), |browser| {
        let page = open_link(browser, &link);
        write_note(browser, "What all three begin with");
        let address = page.url();
        let mut tabs = vec![browser.tab()];
        for _ in 0..2 {
            tabs.push(browser.new_tab());
            browser.open(&address);
            note(browser, "What all three begin with").wait();
        }
        let new: Vec<String> = (1..=3).map(|number| format!("New in tab {number}")).collect();
        let corrected: Vec<String> = (1..=3).map(|number| format!("As tab {number} has it")).collect();
        for (tab, (new, corrected)) in tabs.iter().zip(new.iter().zip(&corrected)) {
            browser.switch_to(tab);
            note(browser, "What all three begin with").button("Edit").click();
            for (field, words) in [(page.field("Your contribution, corrected"), corrected), (the_box(browser), new)] {
                field.clear();
                field.paste_text(words);
                assert_eq!(&field.value(), words);
            }
        }
        let at = page.value_of("Date.now()").as_u64().expect("a time") + SOON;
        for tab in &tabs {
            browser.switch_to(tab);
            let script = "const [at] = arguments;
                const find = (words) => [...document.querySelectorAll('button')].find((it) => it.textContent.trim() === words);
                const [save, add] = [find('Save'), find('Add')];
                setTimeout(() => { while (Date.now() < at); save.click(); add.click(); window.clicked = Date.now(); },
                    at - 50 - Date.now());
                return Boolean(save && add) && Date.now() < at";
            assert_eq!(page.script(script, json!([at])).expect("two buttons"), true, "too late");
        }
        let has_all = || {
            let notes = page.notes();
            new.iter().chain(&corrected).all(|words| notes.contains(words)) && notes.len() == 6
        };
        for tab in &tabs {
            browser.switch_to(tab);
            page.wait_for("the click", || page.value_of("!!window.clicked") == true);
            let late = page.value_of("window.clicked").as_u64().expect("a time") - at;
            assert!(late < 1_000, "not in the same instant: {late} ms late");
        }
        for tab in &tabs {
            browser.switch_to(tab);
            page.wait_for("all six texts", has_all);
            assert!(!page.sees("not saved"), "{}", page.text());
        }
        for tab in &tabs {
            browser.switch_to(tab);
            browser.reload();
            page.wait_for("all six texts", has_all);
            page.wait_for("the versions to choose from", || page.button("Keep this one").count() == 3);
            // What is saved does not stand in a box once more.
            assert_eq!(the_box(browser).value(), "");
            assert_eq!(page.stored_if("(key) => key.includes('/draft/')"), json!({}));
        }
        browser.expect_no_errors();
    });
}
