//! What a start costs: each record is read once, and nothing is asked of a network. And what a first visit
//! asks for: what the budget counts. These are rules about the app's own
//! code, so one engine shows them.

use crate::bundles::{self, Language};
use crate::offline::open_until_ready;
use crate::steps::{import, link_to_example, write_note};
use crate::visit::Visit;
use browser_tests::app::{SEEN, open_example};
use browser_tests::{Browser, Can, Options, Server, containing, in_each_engine_that};
use serde_json::json;

/// Counts, from the first line of a page on, what is read from the store, what would make the browser ask the network
/// for a newer worker, and what was asked for in vain. The browser believes in a network, as on a Wi-Fi without
/// internet.
const COUNT: &str = "
    window.counted = { reads: {}, asked: [], said: [], journal: false };
    const note = (type, name, tell) => {
        const does = type.prototype[name];
        type.prototype[name] = function (...all) { tell(all); return does.apply(this, all); };
    };
    note(Storage, 'getItem', ([key]) => { counted.reads[key] = (counted.reads[key] ?? 0) + 1; });
    note(ServiceWorker, 'postMessage', ([message]) => counted.said.push(message.ask));
    note(ServiceWorkerContainer, 'register', () => counted.asked.push('register'));
    note(ServiceWorkerRegistration, 'update', () => counted.asked.push('update'));
    const { getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function (...all) {
        const request = getAll.apply(this, all);
        request.addEventListener('success', () => setTimeout(() => { counted.journal = true; }));
        return request;
    };
    const fetches = window.fetch;
    window.fetch = (...all) => {
        const answer = fetches(...all);
        answer.then(null, () => counted.asked.push(String(all[0])));
        return answer;
    };
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });";

/// Every address of the app that asks nothing of the network: all but the short link, which looks for a file. `table`
/// is one of the café.
fn addresses(cafe: &str, table: &str, link: String) -> Vec<String> {
    let steps = ["prepare", "invite", "run", "collect", "harvest", "report"];
    let screens = ["projector", "seats", "dots", "next-steps", "similar", "present", "speaker"];
    let others = ["", "tables", "hand-over"].map(str::to_owned);
    let of_table = ["table", "host", "hand-over"].map(|it| format!("{it}/{table}"));
    let of_cafe = steps.into_iter().chain(screens).map(str::to_owned).chain(others).chain(of_table);
    let of_cafe = of_cafe.map(|it| format!("#/cafe/{cafe}/{it}").trim_end_matches('/').to_owned());
    let alone = ["#/", "#/new", "#/join", "#/ready", "#/received"].map(str::to_owned);
    alone.into_iter().chain([link]).chain(of_cafe).collect()
}

/// A start at an address of the server, with no network: what it does is counted.
#[track_caller]
fn start(browser: &Browser, server: &Server, address: &str) {
    browser.open("about:blank");
    let page = browser.open(&server.url(&format!("/{address}")));
    // Before the worker is asked for its files, the store was measured. The journal compares when it is read.
    let is_over = "counted.journal && counted.said.includes('check')";
    page.wait_for("the start to be over", || page.value_of(is_over) == true);
    let records = "Object.entries(counted.reads).filter(([key]) => /.record.|.segment.|.import./.test(key))";
    let twice = || page.value_of(&format!("{records}.filter(([, count]) => count > 1)"));
    assert_eq!(twice(), json!([]), "{address}: read more than once");
    let read = page.value_of(&format!("{records}.length")).as_u64().unwrap_or_default();
    assert!(read > 40, "{address}: the whole store was read, {read} keys");
    page.go("#/ready");
    page.wait_sees("Ready to work without a network");
    assert_eq!(page.value_of("counted.asked"), json!([]), "{address}");
    let lacking = "performance.getEntriesByType('resource').filter((it) => it.responseStatus !== 200)";
    assert_eq!(page.value_of(&format!("{lacking}.map((it) => it.name)")), json!([]), "{address}");
}

#[test]
fn a_start_reads_each_record_once_and_asks_nothing_of_a_network_that_is_not_there() {
    // In the place of a note that no journal has any more, and no invitation brings again, what nobody can read.
    const DAMAGE: &str = "const isNote = (it) => /.record./.test(it) && localStorage[it].includes('\"contribution\"');
        const key = Object.keys(localStorage).find(isNote);
        localStorage.setItem(key, localStorage.getItem(key).slice(0, -9));";
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "more.json", bundles::example_and(Language::English, 150));
    in_each_engine_that(Can::EmulateMedia, "starts", &Options::english(), |browser| {
        let mut server = Server::of_the_app();
        open_until_ready(browser, &server);
        let page = open_example(browser, &server);
        let cafe = page.cafe();
        page.go_in_cafe("collect");
        page.file_field("Choose files").choose_files(&[&bundle]);
        page.wait_sees("more.json");
        import(browser);
        page.wait_sees("1 file was imported.");
        let table = page.go_to_table(0);
        write_note(browser, "One more");
        let link = link_to_example(&server, 1).replace(&server.url("/"), "");
        let addresses = addresses(&cafe, &table, link);
        // Also what the journal has of the last minutes, to see whether the store has it.
        browser.open(&server.other_page());
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COUNT }));
        server.stop();
        for address in &addresses {
            start(browser, &server, address);
        }
        // The same of a store with an import that was undone, and a record that is damaged.
        let page = browser.page();
        page.go(&format!("#/cafe/{cafe}/collect"));
        page.button(containing("Undo")).click();
        page.button(containing("Redo")).wait();
        server.start();
        let page = browser.open(&server.other_page());
        server.stop();
        page.forget_journal();
        page.script(DAMAGE, json!([])).expect("damage");
        for address in &addresses {
            start(browser, &server, address);
        }
        page.go(&format!("#/cafe/{cafe}"));
        page.button("Download what cannot be read").wait();
    });
}

/// The budget counts what a browser really asks for until one can write, or until the first screen is there.
#[test]
fn a_first_visit_asks_for_what_the_budget_counts() {
    in_each_engine_that(Can::EmulateMedia, "first visits", &Options::french(), |browser| {
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SEEN }));
        for visit in [Visit::Invitation, Visit::Home] {
            let server = Server::of_the_app();
            let link = if visit == Visit::Home { server.url("/") } else { link_to_example(&server, 1) };
            let page = browser.open(&link);
            page.wait_for("the first screen", || page.value_of("window.seen > 0") == true);
            page.wait_for("everything else", || {
                server.requests().iter().any(|it| it.path.ends_with("/service-worker.js"))
            });
            let name = |path: &str| match path.rsplit('/').next() {
                Some("") | None => "index.html".to_owned(),
                Some(name) => name.to_owned(),
            };
            let asked = "performance.getEntriesByType('resource').filter((it) => it.startTime < window.seen)";
            let asked = page.value_of(&format!("{asked}.map((it) => new URL(it.name).pathname)"));
            let asked: Vec<String> =
                asked.as_array().into_iter().flatten().filter_map(|it| it.as_str()).map(name).collect();
            for name in &asked {
                assert!(visit.downloads(name), "{visit:?} asks for {name}, which the budget does not count");
            }
            // What the page loads by itself; of the page, its icon and its manifest only the server knows.
            let all: Vec<String> = server.requests().iter().map(|it| name(&it.path)).collect();
            let there = std::fs::read_dir(crate::offline::app()).expect("the app").flatten();
            let there = there.map(|it| it.file_name().to_string_lossy().into_owned());
            let counted: Vec<String> = there.filter(|it| visit.downloads(it) && it != "service-worker.js").collect();
            for name in &counted {
                assert!(all.contains(name), "{visit:?}: the budget counts {name}, which nobody asked for: {all:?}");
                let is_loaded = name.ends_with(".wasm") || name.ends_with(".js");
                assert!(!is_loaded || asked.contains(name), "{visit:?}: {name} is asked for later: {asked:?}");
            }
            println!("{visit:?}: {} requests until it is there: {}", asked.len() + 1, asked.join(" "));
        }
    });
}
