//! What a start costs: each record is read once, and nothing is asked of a network. These are rules about the app's own
//! code, so one engine shows them.

use crate::bundles::{self, Language};
use crate::offline::open_until_ready;
use crate::steps::{import, link_to_example, write_note};
use browser_tests::app::open_example;
use browser_tests::{Can, Options, Server, in_each_engine_that};
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

#[test]
fn a_start_reads_each_record_once_and_asks_nothing_of_a_network_that_is_not_there() {
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
        // Also what the journal has of the last minutes, to see whether the store has it.
        browser.open(&server.other_page());
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COUNT }));
        server.stop();
        let of_cafe = ["", "/tables", "/collect", "/run", "/harvest", "/report"].map(|it| format!("#/cafe/{cafe}{it}"));
        let others = ["#/", "#/new", "#/ready"].map(str::to_owned);
        let table = format!("#/cafe/{cafe}/table/{table}");
        let link = link_to_example(&server, 1).replace(&server.url("/"), "");
        for start in others.into_iter().chain(of_cafe).chain([table, link]) {
            browser.open("about:blank");
            let page = browser.open(&server.url(&format!("/{start}")));
            // Before the worker is asked for its files, the store was measured. The journal compares when it is read.
            let is_over = "counted.journal && counted.said.includes('check')";
            page.wait_for("the start to be over", || page.value_of(is_over) == true);
            let records = "Object.entries(counted.reads).filter(([key]) => /.record.|.segment.|.import./.test(key))";
            let twice = page.value_of(&format!("{records}.filter(([, count]) => count > 1)"));
            assert_eq!(twice, json!([]), "{start}: read more than once");
            let read = page.value_of(&format!("{records}.length")).as_u64().unwrap_or_default();
            assert!(read > 40, "{start}: the whole store was read, {read} keys");
            page.go("#/ready");
            page.wait_sees("Ready to work without a network");
            assert_eq!(page.value_of("counted.asked"), json!([]), "{start}");
            let lacking = "performance.getEntriesByType('resource').filter((it) => it.responseStatus !== 200)";
            assert_eq!(page.value_of(&format!("{lacking}.map((it) => it.name)")), json!([]), "{start}");
        }
    });
}
