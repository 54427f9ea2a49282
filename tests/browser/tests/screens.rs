//! Every screen: accessible, as narrow as an old phone, quiet on the network, and in proper French.

use crate::bundles::{self, Language};
use browser_tests::app::open_example;
use browser_tests::{
    Browser, Can, Key, Options, Page, Server, any, containing, in_each_engine, in_each_engine_that, in_one_engine,
};
use serde_json::{Value, json};

/// The screens of a café, by their addresses; nothing is the overview.
const SCREENS: [&str; 16] = [
    "",
    "prepare",
    "invite",
    "run",
    "collect",
    "harvest",
    "report",
    "tables",
    "hand-over",
    "projector",
    "seats",
    "dots",
    "next-steps",
    "similar",
    "present",
    "speaker",
];

/// Goes to each screen there is, and looks at each with `look`.
#[track_caller]
fn on_each_screen(browser: &Browser, server: &Server, look: impl Fn(&Page, &str)) -> Page {
    let page = browser.open(&server.url("/"));
    page.wait_for("the first screen", || page.button(any()).count() > 4);
    // Else a screen that is new might be looked at before its part of the app is there.
    page.wait_for("all parts", || page.value_of("document.querySelectorAll('link[rel=stylesheet]').length") == 1);
    look(&page, "home");
    for screen in ["#/new", "#/ready", "#/join", "#/join/1/NONSENSE", "#/nowhere", "#/cafe/00000000000000000000000001"]
    {
        page.go(screen);
        look(&page, screen);
    }
    let page = open_example(browser, server);
    for screen in SCREENS {
        page.go_in_cafe(screen);
        look(&page, if screen.is_empty() { "overview" } else { screen });
    }
    let table = page.go_to_table(0);
    look(&page, "table");
    page.go_in_cafe(&format!("host/{table}"));
    look(&page, "host");
    page.go_in_cafe(&format!("hand-over/{table}"));
    look(&page, "hand-over of a table");
    page.go("#/");
    look(&page, "home with a café");
    page
}

/// What a person may open on a screen, by the words on the buttons.
struct Words {
    language: Language,
    add: &'static str,
    contribution: &'static str,
    erase: &'static str,
    edit: &'static str,
    example: &'static str,
    menu: &'static str,
    files: &'static str,
    paste: &'static str,
    preview: &'static str,
    create: &'static str,
    refused: &'static str,
}

const ENGLISH: Words = Words {
    language: Language::English,
    add: "Add",
    contribution: "Your contribution",
    erase: "Erase",
    edit: "Edit",
    example: "For example",
    menu: "Menu",
    files: "Choose files",
    paste: "Paste a text instead",
    preview: "What would change",
    create: "Create the café",
    refused: "Give the café a title.",
};

const FRENCH: Words = Words {
    language: Language::French,
    add: "Ajouter",
    contribution: "Votre contribution",
    erase: "Effacer",
    edit: "Modifier",
    example: "Par exemple",
    menu: "Menu",
    files: "Choisir des fichiers",
    paste: "Plutôt coller un texte",
    preview: "Ce qui changerait",
    create: "Créer le café",
    refused: "Donnez un titre au café.",
};

/// The same with something open: a note being written, edited or erased, the menu, a preview, errors in a form.
#[track_caller]
fn with_something_open(browser: &Browser, server: &Server, t: &Words, look: impl Fn(&Page, &str)) {
    let folder = tempfile::tempdir().expect("a folder");
    let good = bundles::example_and(t.language, 3);
    let files = [("good.json", good.as_str()), ("cut.json", &good[..2_000]), ("other.json", "{}")];
    let files = files.map(|(name, text)| bundles::file(&folder, name, text));
    let page = browser.open(&server.url("/"));
    page.wait_for("the first screen", || page.button(any()).count() > 4);
    page.go("#/new");
    page.button(t.create).click();
    page.wait_sees(t.refused);
    look(&page, "create with errors");
    let page = open_example(browser, server);
    page.go_to_table(0);
    page.field(t.contribution).paste_text(&"Une idée assez longue. ".repeat(60));
    page.button(t.add).click();
    let own = || page.by_role("article", containing("Une idée assez longue."));
    own().button(t.erase).click();
    look(&page, "table with an erase question");
    page.reload_screen();
    own().button(t.edit).click();
    look(&page, "table with a note being edited");
    page.reload_screen();
    page.press(browser_tests::Key::Escape);
    own().button(t.example).click();
    look(&page, "table with an example being written");
    page.button(t.menu).click();
    page.field(t.contribution).paste_text(&"é".repeat(1_950));
    look(&page, "table with its menu open and a long text");
    page.field(t.contribution).clear();
    page.go_in_cafe("collect");
    page.button(t.paste).click();
    let files: Vec<&std::path::Path> = files.iter().map(AsRef::as_ref).collect();
    page.file_field(t.files).choose_files(&files);
    page.wait_sees(t.preview);
    look(&page, "collect with a preview");
}

/// Draws the screen again as it is when one comes to it.
trait Again {
    fn reload_screen(&self);
}

impl Again for Page {
    fn reload_screen(&self) {
        let url = self.url();
        let (_, here) = url.split_once('#').expect("a screen");
        self.go("#/join");
        self.go(&format!("#{here}"));
    }
}

#[track_caller]
fn expect_accessible(page: &Page, screen: &str) {
    let broken = page.axe().unwrap_or_default();
    assert!(broken.is_empty(), "{screen} breaks rules of accessibility:\n{}", broken.join("\n"));
}

/// What sticks out of the window, unless it stands in something that can be moved sideways on its own.
fn sticking_out(page: &Page) -> Value {
    let script = "const wide = document.documentElement.clientWidth;
        const scrolls = (el) => el && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(el).overflowX)
            && el !== document.body && el !== document.documentElement || scrolls(el.parentElement));
        return [...document.body.querySelectorAll('*')].filter((el) => {
            const { left, right, width } = el.getBoundingClientRect();
            const hidden = el.closest('[aria-hidden=true], .visually-hidden, .skip-link, details:not([open]) > :not(summary)');
            return width > 0 && (left < -1 || right > wide + 1) && !hidden && !scrolls(el.parentElement);
        }).map((el) => el.outerHTML.slice(0, 160));";
    page.script(script, json!([])).expect("a measure")
}

fn expect_narrow(page: &Page, screen: &str) {
    for direction in ["ltr", "rtl"] {
        page.script("document.dir = arguments[0]", json!([direction])).expect("a direction");
        let out = sticking_out(page);
        assert!(!page.overflows_sideways(), "{screen} is too wide in {direction}: {out:#}");
        assert_eq!(out, json!([]), "{screen}, {direction}");
    }
    page.script("document.dir = ''", json!([])).expect("a direction");
}

fn expect_no_network(browser: &Browser, server: &Server) {
    let page = browser.page();
    let asked = page.value_of("performance.getEntriesByType('resource').map((it) => it.name)");
    let base = server.url("/");
    for address in asked.as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(address.starts_with(&base) || address.starts_with("data:"), "the page asked for {address}");
    }
    let requests = server.requests();
    assert!(requests.len() >= 3, "{requests:?}");
    for request in requests {
        let known = request.method == "GET" && (request.status == 200 || request.path == "/favicon.ico");
        assert!(known && !request.path.contains('?'), "{request:?}");
    }
    // Somebody who would answer is asked nothing.
    let other = Server::of_the_app();
    let ask = "const [address, done] = arguments;
        window.document.addEventListener('securitypolicyviolation', () => done('forbidden'), { once: true });
        window.fetch(address, { mode: 'no-cors' }).then(() => done('sent'), () => {});";
    assert_eq!(page.script_async(ask, json!([other.url("/")])).expect("an answer"), json!("forbidden"));
    assert_eq!(other.requests().len(), 0);
}

/// What breaks the rules of French typography in the words of the page and in its labels.
fn faults(page: &Page) -> Value {
    let script = "const texts = [document.title];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode());) {
            const skipped = node.parentElement.closest('script, style, noscript, textarea, code, .file-name, [lang=en]');
            if (!skipped) texts.push(node.data);
        }
        for (const el of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
            for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                if (el.getAttribute(name)) texts.push(el.getAttribute(name));
        const bad = [/['\"]/, / [?!:;»]/, /« /, /[^\\s\\u202f\\u00a0?!][?!;»]/u, /\\.\\.\\./, /[\\p{L}]:/u, /«[^\\u00a0\\u202f]/];
        return texts.map((text) => text.replace(/https?:\\/\\/\\S+/g, ''))
            .filter((text) => bad.some((rule) => rule.test(text)));";
    page.script(script, json!([])).expect("the faults")
}

fn expect_typography(page: &Page, screen: &str) {
    assert_eq!(faults(page), json!([]), "{screen}");
}

#[test]
fn every_screen_is_accessible_in_the_light() {
    let server = Server::of_the_app();
    in_one_engine("English, light, laptop", &Options::english(), |browser| {
        on_each_screen(browser, &server, expect_accessible);
        with_something_open(browser, &server, &ENGLISH, expect_accessible);
        browser.expect_no_errors();
    });
}

#[test]
fn every_french_screen_is_accessible_in_the_dark_fits_an_old_phone_and_asks_for_nothing_but_the_files_of_the_app() {
    let server = Server::of_the_app();
    in_each_engine("French, dark, phone", &Options::french().dark().phone(), |browser| {
        server.forget_requests();
        let look = |page: &Page, screen: &str| {
            // What the rules look at and the words are no engine's own.
            if browser.can(Can::EmulateMedia) {
                expect_accessible(page, screen);
                expect_typography(page, screen);
            }
            expect_narrow(page, screen);
        };
        on_each_screen(browser, &server, look);
        assert!(browser.page().matches_media("(prefers-color-scheme: dark)"));
        with_something_open(browser, &server, &FRENCH, look);
        browser.expect_no_errors();
        // Last, because it tries something that the browser reports.
        expect_no_network(browser, &server);
    });
}

#[test]
fn every_english_screen_fits_an_old_phone() {
    let server = Server::of_the_app();
    // One engine: what lines up how was looked at in all three with the French words, which are longer.
    in_each_engine_that(Can::EmulateMedia, "English, phone", &Options::english().phone(), |browser| {
        on_each_screen(browser, &server, expect_narrow);
        with_something_open(browser, &server, &ENGLISH, expect_narrow);
    });
}

#[test]
fn what_the_app_says_of_a_blocked_store_follows_french_typography() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::EmulateMedia, "French, blocked", &Options::french().blocked_storage(), |browser| {
        on_each_screen(browser, &server, expect_typography);
    });
}

/// Whoever works by keyboard, or listens, goes on where the new screen begins.
#[test]
fn every_screen_takes_the_focus_that_went_with_the_one_before() {
    let server = Server::of_the_app();
    in_one_engine("focus", &Options::english(), |browser| {
        on_each_screen(browser, &server, |page, screen| {
            let has_focus = || page.value_of("!!document.activeElement?.closest('#main')") == json!(true);
            // The first one took it from nobody.
            if screen != "home" {
                page.wait_for(&format!("the focus on {screen}"), has_focus);
            }
        });
        let page = open_example(browser, &server);
        page.go_in_cafe("next-steps");
        for button in ["Large, for the room", "Back to the usual view"] {
            page.button(button).press(Key::Enter);
            page.wait_for("the focus on the list", || page.value_of("document.activeElement?.id") == json!("main"));
        }
        browser.expect_no_errors();
    });
}

/// Chromium names a language that is none where the system names none, for example in a kiosk.
#[test]
fn a_system_that_names_no_language_is_told_the_time_all_the_same() {
    let server = Server::of_the_app();
    in_one_engine("no language", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("hand-over");
        let none = "Object.defineProperty(window.navigator, 'languages', { value: ['en-US@posix'] })";
        page.script(none, json!([])).expect("a browser that names none");
        for screen in ["report", "hand-over", "collect"] {
            page.go_in_cafe(screen);
        }
        page.wait_sees("Collect");
        browser.expect_no_errors();
    });
}
