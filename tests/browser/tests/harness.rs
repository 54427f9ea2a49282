//! The harness tests itself on a small page, in every engine. What needs a browser of its own (blocked storage, plain
//! http, a profile that is kept, dark colours) is shown by the app's tests, which could not pass without it.

use std::path::Path;

use serde_json::json;

use browser_tests::{Can, DroppedFile, Key, Options, Server, any, containing, in_each_engine, in_each_engine_that};

fn server() -> Server {
    Server::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"))
}

#[test]
fn a_form_is_filled_in_by_what_it_says() {
    let server = server();
    in_each_engine("form", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        assert_eq!(page.title(), "Harness");
        page.heading("The harness tests itself").wait();
        page.field("Votre contribution :").type_text("Un banc,\nà l'ombre");
        page.field("Votre contribution :").paste_text(" 🌳");
        assert_eq!(page.field("Votre contribution :").value(), "Un banc,\nà l'ombre 🌳");
        assert!(page.field("Short is good.").exists());
        page.field("Table").choose("Two words");
        page.checkbox("Ready").click();
        assert!(page.checkbox("Ready").is_checked());
        page.region("Tint").radio("Sky").click();
        page.button("Ajouter").click();
        page.by_role("list", "Notes").item(containing("Un banc")).wait();
        page.wait_sees("à l'ombre 🌳 | Two words | true | b");
        assert!(page.button("Remove everything").exists());
        assert!(!page.sees("Not to be seen"));
        page.field("Votre contribution :").fill("autre chose");
        assert_eq!(page.field("Votre contribution :").value(), "autre chose");
        browser.expect_no_errors();
    });
}

#[test]
fn the_keyboard_reaches_everything() {
    let server = server();
    in_each_engine("keyboard", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.tab_to("Votre contribution :", 3);
        assert_eq!(page.focused().role, "textbox");
        page.type_keys("Du pain");
        page.tab_to("Ready", 5);
        page.press(Key::Space);
        page.tab_to("Straw", 2);
        page.press(Key::Down);
        assert!(page.radio("Sky").is_checked());
        page.tab_to("Ajouter", 2);
        page.press(Key::Enter);
        page.wait_sees("Du pain | One | true | b");
        page.press_with(&[Key::Shift], Key::Tab);
        assert_eq!(page.focused().name, "Sky");
    });
}

#[test]
fn files_go_in_and_come_out() {
    let server = server();
    let folder = tempfile::tempdir().expect("a folder");
    let [one, two] = ["one.json", "two.json"].map(|name| folder.path().join(name));
    std::fs::write(&one, "first").expect("a file");
    std::fs::write(&two, "second").expect("a file");
    in_each_engine("files", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.file_field("Choose bundles").choose_files(&[&one, &two]);
        page.wait_sees("one.json: first");
        page.wait_sees("two.json: second");
        let third = DroppedFile { name: "three.json", mime: "application/json", bytes: "thé".as_bytes() };
        page.region("Drop here").drop_files(&[third]);
        page.wait_sees("three.json: thé");
        assert!(page.file_field(any()).exists());
        for _ in 0..2 {
            page.button("Export").click();
            let (name, text) = browser.wait_download_text();
            assert_eq!(name, "bundle.json");
            assert_eq!(text, r#"{"note":"café ☕"}"#);
        }
    });
}

#[test]
fn tabs_share_a_store_and_dialogs_are_answered() {
    let server = server();
    in_each_engine("tabs", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.wait_sees("visits: 1");
        let first = browser.tab();
        browser.new_tab();
        browser.open(&server.url("/")).wait_sees("visits: 2");
        assert_eq!(page.size(), (1024, 768));
        browser.close_tab();
        browser.switch_to(&first).wait_sees("visits: 1");
        page.link("Second page in a new tab").click();
        browser.switch_to_new_tab(std::slice::from_ref(&first));
        page.heading("The second page").wait();
        page.link("Back").click();
        page.wait_sees("visits: 3");
        browser.switch_to(&first);
        page.button("Ask").click();
        assert_eq!(page.alert_text(), "Really?");
        page.accept_alert();
        page.wait_sees("yes");
        page.button("Ask").click();
        page.dismiss_alert();
        page.wait_for("no", || page.by_role("status", any()).text() == "no");
    });
}

#[test]
fn things_are_dragged_and_the_page_is_drawn() {
    let server = server();
    in_each_engine("drag", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        page.button("Export").drag_to(&page.region("Drop here"));
        page.wait_for("the drag", || page.by_role("status", any()).text() == "export to drop");
        let frames = page.script_async("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))", json!([]));
        assert!(frames.expect("a script").is_number());
        let picture = page.screenshot(&browser_tests::run::pictures_folder(), &format!("harness-{}", browser.engine()));
        assert!(picture.is_file());
    });
}

#[test]
fn errors_are_heard() {
    let server = server();
    in_each_engine("errors", &Options::english(), |browser| {
        browser.retire();
        let page = browser.open(&server.url("/"));
        page.button("Fail").wait();
        browser.expect_no_errors();
        page.button("Fail").click();
        let mut heard = String::new();
        page.wait_for("both errors", || {
            heard += &browser.errors().join("\n");
            heard.contains("said on the console") && heard.contains("thrown on a click")
        });
        assert!(browser.errors().is_empty());
        page.script("fetch('http://127.0.0.1:9/elsewhere').catch(() => 0)", json!([])).expect("a script");
        page.wait_for("the security policy", || browser.errors().join("\n").contains("127.0.0.1:9"));
    });
}

#[test]
fn the_server_remembers_and_stops() {
    in_each_engine("server", &Options::english(), |browser| {
        let mut server = server();
        let page = browser.open(&server.url("/"));
        page.wait_sees("visits: 1");
        let paths: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
        assert!(paths.contains(&"/".to_owned()) && paths.contains(&"/page.js".to_owned()), "{paths:?}");
        assert!(server.requests().iter().all(|request| request.status == 200), "{:?}", server.requests());
        server.stop();
        let script = "const done = arguments[0]; fetch('/page.js', { cache: 'no-store' }).then(() => done('there'), () => done('gone'))";
        assert_eq!(page.script_async(script, json!([])).expect("a script"), "gone");
        server.start();
        assert_eq!(page.script_async(script, json!([])).expect("a script"), "there");
    });
}

#[test]
fn accessibility_rules_are_checked() {
    let server = server();
    in_each_engine("axe", &Options::english(), |browser| {
        let page = browser.open(&server.url("/second.html"));
        if let Some(broken) = page.axe() {
            assert!(broken.iter().any(|rule| rule.starts_with("image-alt")), "{broken:?}");
        }
    });
}

#[test]
fn chromium_can_be_slowed_and_printed() {
    let server = server();
    in_each_engine_that(Can::SlowDown, "devtools", &Options::english(), |browser| {
        let page = browser.open(&server.url("/"));
        browser.slow_down(4.0);
        browser.emulate_media("print", &[("prefers-reduced-motion", "reduce")]);
        assert!(page.matches_media("print") && page.matches_media("(prefers-reduced-motion: reduce)"));
        assert!(browser.can(Can::EmulateMedia));
    });
}
