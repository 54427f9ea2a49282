//! Prints how long the app's work takes in Chromium; no figure makes it fail. What counts are ratios within one run,
//! since machines differ.
//!
//! The merge runs beside plain JavaScript in the same page, in turns: of 10,000 notes A holds 60 %, B 60 %, 20 % are
//! shared and half of those edited on both sides; the bytes of A and B go in, the bytes of the merged café come out.

use browser_tests::{Browser, Engine, Options, Page, Server};
use nappe_core::bundle::encode;
use nappe_core::domain::Scope;
use serde_json::{Value, json};

mod sorting;
#[path = "../../../../../core/examples/bench/work.rs"]
mod work;

const MERGE: &str = include_str!("merge.js");

fn main() {
    // One of them alone, while working on it.
    match std::env::args().nth(1).as_deref() {
        Some("sorting") => return sort(&Server::of_the_app()),
        Some("adding") => return adding(&Server::of_the_app()),
        Some("planning") => return planning(&Server::of_the_app()),
        Some("starting") => return starting(&Server::of_the_app()),
        _ => (),
    }
    start();
    let server = Server::of_the_app();
    let browser = Browser::start(Engine::Chromium, &Options::english());
    let page = first_screen(&browser, &server);
    println!("two bundles in, the merged café out (ms); then the same with what changed stored");
    println!("  notes       app      JavaScript   app/JS          app      JavaScript   app/JS   kB out");
    for notes in [100, 1_000, 10_000] {
        merge(&page, notes);
    }
    println!("\nof that work alone, in Chromium (ms, the best of seven): export, reading a bundle, import plan");
    for notes in [100, 1_000, 10_000] {
        parts(&page, notes);
    }
    println!();
    plan(&page);
    starting(&server);
    adding(&server);
    sort(&server);
}

fn first_screen(browser: &Browser, server: &Server) -> Page {
    let page = browser.open(&server.url("/"));
    page.wait_sees("Open an example");
    page
}

fn planning(server: &Server) {
    let browser = Browser::start(Engine::Chromium, &Options::english());
    plan(&first_screen(&browser, server));
}

fn starting(server: &Server) {
    println!("start at a table with what is stored, processor slowed four times: until the first letter is shown");
    for notes in [0, 1_000, 10_000] {
        stored(server, notes);
    }
    println!();
}

fn adding(server: &Server) {
    println!("adding a note, processor slowed four times: from click to the next frame");
    let few = add(server, 20);
    let many = add(server, 10_000);
    println!("café of 20 notes {few:.1} ms, of 10,000 notes {many:.1} ms: {:.2} times", many / few);
    println!();
}

fn sort(server: &Server) {
    let [bundle, _] = bundles(10_000 * 10 / 6);
    sorting::measure(server, &bundle);
}

/// From opening a link at a table to the first letter in its box, on the screen: the first visit, the next one, and one
/// with the server stopped. The processor is slowed four times; the network is this computer's own, so it costs
/// nothing.
fn start() {
    let mut server = Server::of_the_app();
    let browser = Browser::start(Engine::Chromium, &Options::english());
    browser.slow_down(4.0);
    let letters = nappe_core::invite::write(&nappe_core::example::cafe(nappe_core::example::Language::English));
    let link = server.url(&format!("/#/join/1/{}", letters.unwrap_or_default()));
    println!("start at a table, processor slowed four times: from opening the link until the first letter is shown");
    let visit = |name: &str| {
        let page = browser.open(&link);
        let millis = page.script_async(include_str!("start.js"), json!([])).unwrap_or(Value::Null);
        println!("{name:>24} {:>8.0} ms", millis.as_f64().unwrap_or(f64::NAN));
        page
    };
    let page = visit("first visit");
    let asked: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
    println!("{:>24} {:>8} {}", "requests", asked.len(), asked.join(" "));
    page.go("#/ready");
    page.wait_sees("Ready to work without a network");
    for name in ["with a network", "and again"] {
        browser.open("about:blank");
        visit(name);
    }
    server.stop();
    for name in ["with no network", "and again"] {
        browser.open("about:blank");
        visit(name);
    }
    println!();
}

/// The planner in the page: how many events reach the bound, and how long the slowest take.
fn plan(page: &Page) {
    let answer = page.script_async(include_str!("plan.js"), json!([])).unwrap_or(Value::Null);
    let mut lines: Vec<&Value> = answer.as_array().into_iter().flatten().collect();
    let number = |line: &Value, name: &str| line[name].as_f64().unwrap_or(f64::NAN);
    let at_bound = lines.iter().filter(|it| number(it, "s2") <= number(it, "bound")).count();
    let seconds = lines.iter().filter(|it| number(it, "second") > 0.0).count();
    let quick = lines.iter().filter(|it| number(it, "ms") <= 100.0).count();
    println!(
        "who sits where: {} events, {at_bound} at the bound, {seconds} with second visits, {quick} within 100 ms",
        lines.len()
    );
    lines.sort_by(|a, b| number(b, "ms").total_cmp(&number(a, "ms")));
    for it in lines.iter().take(5) {
        println!(
            "  {} people, {} tables, {} rounds, hosts {}: S2 {} of {}, {:.0} ms",
            it["people"],
            it["tables"],
            it["rounds"],
            ["none", "stay", "change"][it["hosts"].as_u64().unwrap_or(0).min(2) as usize],
            it["s2"],
            it["bound"],
            number(it, "ms")
        );
    }
    println!();
}

/// Two bundles of a café, as texts.
fn bundles(notes: usize) -> [String; 2] {
    work::overlapping_cafes(notes).map(|cafe| encode(&cafe, Scope::Whole))
}

fn merge(page: &Page, notes: usize) {
    let [a, b] = bundles(notes);
    let answer = page.script_async(MERGE, json!([a, b])).unwrap_or(Value::Null);
    let number = |name: &str| answer[name].as_f64().unwrap_or(f64::NAN);
    let (app, js) = (number("app"), number("js"));
    let (app_kept, js_kept) = (number("appKept"), number("jsKept"));
    println!(
        "{notes:>7} {app:>9.1} {js:>15.1} {:>8.2} {app_kept:>12.1} {js_kept:>15.1} {:>8.2} {:>8.0}",
        app / js,
        app_kept / js_kept,
        number("bytes") / 1000.0
    );
}

/// What encoding, decoding and planning an import take, each alone.
fn parts(page: &Page, notes: usize) {
    let [a, b] = bundles(notes);
    let answer = page.script_async(include_str!("parts.js"), json!([a, b])).unwrap_or(Value::Null);
    let number = |place: usize| answer[place].as_f64().unwrap_or(f64::NAN);
    println!("{notes:>7} {:>9.1} {:>9.1} {:>9.1}", number(0), number(1), number(2));
}

/// A browser that has a café of this many notes, started anew at a table with the processor slowed four times; prints
/// how long that takes until the first letter is shown.
fn stored(server: &Server, notes: usize) -> Browser {
    let browser = Browser::start(Engine::Chromium, &Options::english());
    let [bundle, _] = bundles(notes * 10 / 6);
    let page = browser.open(&server.url("/"));
    let file = std::env::temp_dir().join(format!("nappe-bench-{notes}.json"));
    std::fs::write(&file, bundle).expect("a bundle to import");
    page.file_field("Import a bundle").choose_files(&[&file]);
    page.button("Import").click();
    page.wait_sees("Imported so far");
    page.wait_for("the import is done", || page.sees("Undo"));
    drop(std::fs::remove_file(&file));
    let (cafe, table) = (page.cafe(), page.go_to_table(0));
    browser.slow_down(4.0);
    browser.open("about:blank");
    let page = browser.open(&server.url(&format!("/#/cafe/{cafe}/table/{table}")));
    let millis = page.script_async(include_str!("start.js"), json!([])).unwrap_or(Value::Null);
    println!("{:>24} {:>8.0} ms", format!("{notes} stored notes"), millis.as_f64().unwrap_or(f64::NAN));
    browser
}

/// Milliseconds from the click on "Add" to the next frame (`add.js`), in a café of this many notes.
fn add(server: &Server, notes: usize) -> f64 {
    let browser = stored(server, notes);
    let page = browser.page();
    let answer = page.script_async(include_str!("add.js"), json!([])).unwrap_or(Value::Null);
    answer.as_f64().unwrap_or(f64::NAN)
}
