//! Prints how long the app's work takes in Chromium; no figure makes it fail. What counts are ratios within one run,
//! since machines differ.
//!
//! The merge runs beside plain JavaScript in the same page, in turns: of 10,000 notes A holds 60 %, B 60 %, 20 % are
//! shared and half of those edited on both sides; the bytes of A and B go in, the bytes of the merged café come out.

use browser_tests::app::SEEN;
use browser_tests::{Browser, Engine, Options, Page, Server};
use nappe_core::bundle::encode;
use nappe_core::domain::Scope;
use nappe_core::storage::{MemoryStore, Repository, Store};
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
        Some("starting") => {
            start();
            return starting(&Server::of_the_app());
        }
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
    say_how();
    for (notes, how) in
        [(0, Stored::Imported), (1_000, Stored::Imported), (1_000, Stored::Live), (10_000, Stored::Imported)]
    {
        stored(server, notes, how);
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

/// How a café comes to lie in a store.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stored {
    /// Some records to a key, as an import leaves them.
    Imported,
    /// Each under a key of its own, as if all had been written there.
    Live,
}

/// The middle one of three.
fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut all = [0; 3].map(|_| measure());
    all.sort_by(f64::total_cmp);
    all[1]
}

/// Opens an address, and gives the milliseconds until the first letter that is typed there is on the screen.
fn first_letter(browser: &Browser, address: &str) -> f64 {
    browser.slow_down(4.0);
    let page = browser.open(address);
    let millis = page.script_async(include_str!("start.js"), json!([])).unwrap_or(Value::Null);
    millis.as_f64().unwrap_or(f64::NAN)
}

/// The same by a browser that was closed and is opened for that.
fn cold(browser: &mut Browser, address: &str) -> f64 {
    browser.reopen();
    first_letter(browser, address)
}

/// What follows was measured in this way.
fn say_how() {
    println!("start at a table: from opening its link until the first letter is shown, the median of three;");
    println!(
        "each by a browser that was just opened, unless it says otherwise; the processor is slowed four times for"
    );
    println!("the page, not for its worker or the browser around it; the network is this computer's own");
}

/// A first visit by an invitation, the next one, and one with the server stopped.
fn start() {
    let mut server = Server::of_the_app();
    let letters = nappe_core::invite::write(&nappe_core::example::cafe(nappe_core::example::Language::English));
    let link = server.url(&format!("/#/join/1/{}", letters.unwrap_or_default()));
    say_how();
    let tell = |name: &str, millis: f64| println!("{name:>32} {millis:>8.0} ms");
    let mut browser = Browser::start(Engine::Chromium, &Options::english());
    let mut asked = Value::Null;
    let first = median(|| {
        browser = Browser::start(Engine::Chromium, &Options::english());
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SEEN }));
        let millis = first_letter(&browser, &link);
        asked = browser.page().script(include_str!("asked.js"), json!([])).unwrap_or(Value::Null);
        millis
    });
    tell("first visit", first);
    let number = |name: &str| asked[name].as_u64().unwrap_or_default();
    println!(
        "{:>32} {:>8} bytes as they lie in the folder (gzipped: see above)",
        "asked for until the box is there",
        number("bytes")
    );
    println!("{:>32} {:>8} {}", "requests", number("requests"), asked["names"].as_str().unwrap_or_default());
    let page = browser.page();
    page.go("#/ready");
    page.wait_sees("Ready to work without a network");
    tell("with a network", median(|| cold(&mut browser, &link)));
    server.stop();
    tell("with no network", median(|| cold(&mut browser, &link)));
    let again = || {
        browser.open("about:blank");
        first_letter(&browser, &link)
    };
    tell("again, the browser being open", median(again));
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

/// A browser that has a café of this many notes, at a table; prints how long a start there takes until the first letter
/// is shown.
fn stored(server: &Server, notes: usize, how: Stored) -> Browser {
    let mut browser = Browser::start(Engine::Chromium, &Options::english());
    let page = browser.open(&server.url("/"));
    let address = match how {
        Stored::Imported => import(&page, notes),
        Stored::Live => write(&page, notes),
    };
    page.go("#/ready");
    page.wait_sees("Ready to work without a network");
    let millis = median(|| cold(&mut browser, &server.url(&address)));
    let how = if how == Stored::Live { "live" } else { "imported" };
    println!("{:>32} {millis:>8.0} ms", format!("{notes} notes, {how}"));
    browser
}

/// Imports a café of this many notes; gives the address of its table.
fn import(page: &Page, notes: usize) -> String {
    let [bundle, _] = bundles(notes * 10 / 6);
    let file = std::env::temp_dir().join(format!("nappe-bench-{notes}.json"));
    std::fs::write(&file, bundle).expect("a bundle to import");
    page.file_field("Import a bundle").choose_files(&[&file]);
    page.button("Import").click();
    page.wait_sees("Imported so far");
    page.wait_for("the import is done", || page.sees("Undo"));
    drop(std::fs::remove_file(&file));
    let (cafe, table) = (page.cafe(), page.go_to_table(0));
    format!("/#/cafe/{cafe}/table/{table}")
}

/// Puts a café of this many notes into the page's store, a key for each; gives the address of its table.
fn write(page: &Page, notes: usize) -> String {
    let [cafe, _] = work::overlapping_cafes(notes * 10 / 6);
    let repository = Repository::new(MemoryStore::new());
    for record in cafe.records() {
        repository.save(cafe.id(), record).expect("room in memory");
    }
    let text = |key: String| Some((key.clone(), Value::from(repository.store().get(&key).ok()??)));
    let texts: serde_json::Map<_, _> =
        repository.store().keys().unwrap_or_default().into_iter().filter_map(text).collect();
    page.script("Object.assign(localStorage, arguments[0])", json!([texts])).expect("a store");
    format!("/#/cafe/{}/table/{}", cafe.id(), cafe.tables()[0].id)
}

/// Milliseconds from the click on "Add" to the next frame (`add.js`), in a café of this many notes.
fn add(server: &Server, notes: usize) -> f64 {
    let browser = stored(server, notes, Stored::Imported);
    let page = browser.page();
    let answer = page.script_async(include_str!("add.js"), json!([])).unwrap_or(Value::Null);
    answer.as_f64().unwrap_or(f64::NAN)
}
