//! Bundles that other apps give to the installed one: by its share target, and by opening a file with it.

use crate::bundles::{self, Language};
use crate::offline::{self, open_until_ready, reload};
use crate::steps::import;
use browser_tests::app::open_example;
use browser_tests::{Can, Options, Page, Server, in_each_engine, in_each_engine_that};
use serde_json::json;

/// Sends these files from the page in front as the system does when they are shared with the app: with a form, to the
/// address in the manifest. The app's own pages may send no forms.
#[track_caller]
fn share(page: &Page, enctype: &str, files: &[(&str, &str)]) {
    let script = "const [enctype, files] = arguments;
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: '/share', enctype });
        const input = Object.assign(document.createElement('input'), { type: 'file', name: 'bundle', multiple: true });
        const all = new DataTransfer();
        for (const [name, text] of files) all.items.add(new File([text], name, { type: 'application/json' }));
        input.files = all.files;
        form.append(input);
        document.body.append(form);
        form.submit();";
    page.script(script, json!([enctype, files])).expect("a form to be sent");
}

/// How files are sent by a form.
const FILES: &str = "multipart/form-data";

/// Put before the worker: the device has no room for a file of this name.
const FULL: &str = "const put = Cache.prototype.put;
    Cache.prototype.put = function (request, response) {
        const refuses = String(request.url ?? request).endsWith('/cut.json');
        return refuses ? Promise.reject(new DOMException('', 'QuotaExceededError')) : put.call(this, request, response);
    };";

#[test]
fn a_bundle_shared_to_the_app_opens_its_preview_with_no_network() {
    let more = bundles::example_and(Language::English, 3);
    let folder = tempfile::tempdir().expect("a folder");
    offline::copy_app(&offline::app(), folder.path(), |_| true);
    let worker = folder.path().join("service-worker.js");
    let text = std::fs::read_to_string(&worker).expect("a worker");
    std::fs::write(worker, format!("{FULL}\n{text}")).expect("a worker on a full device");
    in_each_engine("shared", &Options::english(), |browser| {
        let mut server = Server::of(folder.path());
        open_until_ready(browser, &server);
        let cafe = open_example(browser, &server).cafe();
        let page = browser.open(&server.other_page());
        server.stop();
        share(&page, FILES, &[("more.json", &more), ("cut.json", "{")]);
        page.wait_sees("What would change");
        assert!(page.url().ends_with(&format!("#/cafe/{cafe}/collect")), "{}", page.url());
        page.wait_sees("more.json");
        page.wait_sees("The file stops in the middle. Ask for it again.");
        // Nothing was decided yet: whoever leaves the page finds it there again.
        reload(browser);
        page.wait_sees("more.json");
        import(browser);
        page.wait_sees("1 file was imported. 3 new");
        // What was taken does not arrive again.
        page.go("#/received");
        page.wait_sees("No bundle arrived.");
        // Nor does what somebody decided against.
        server.start();
        share(&browser.open(&server.other_page()), FILES, &[("again.json", &more)]);
        page.wait_sees("again.json");
        page.button("Import nothing").click();
        // "Back" leads to where the file came from, not to the screen that took it in.
        browser.back();
        page.wait_for("the page that shared", || page.url() == server.other_page());
        browser.open(&server.url("/"));
        page.go("#/received");
        page.wait_sees("No bundle arrived.");
        // What cannot be read at all leads to the app as well, which says so.
        share(&browser.open(&server.other_page()), "text/plain", &[("more.json", &more)]);
        page.wait_sees("No bundle arrived.");
        browser.expect_no_errors();
    });
}

/// No driver opens a file with an installed app: the queue that the browser would fill is filled here.
#[test]
fn a_bundle_that_is_opened_with_the_app_opens_its_preview() {
    let server = Server::of_the_app();
    let more = bundles::example_and(Language::English, 3);
    in_each_engine_that(Can::EmulateMedia, "opened", &Options::english(), |browser| {
        let cafe = open_example(browser, &server).cafe();
        let text = serde_json::to_string(&more).expect("a text");
        let script = format!(
            "const file = {{ getFile: async () => new File([{text}], 'opened.json') }};
             Object.defineProperty(window, 'launchQueue', {{ value: {{ setConsumer: (tell) => tell({{ files: [file] }}) }} }});"
        );
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        let page = browser.open(&server.other_page());
        browser.open(&server.url("/"));
        page.wait_sees("What would change");
        assert!(page.url().ends_with(&format!("#/cafe/{cafe}/collect")), "{}", page.url());
        page.wait_sees("opened.json");
        import(browser);
        page.wait_sees("1 file was imported. 3 new");
        browser.expect_no_errors();
    });
}
