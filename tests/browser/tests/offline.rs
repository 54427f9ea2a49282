//! Without a network: the server is stopped for real.

use crate::steps::*;
use browser_tests::app::open_example;
use browser_tests::{
    Browser, Can, Options, Page, Server, in_each_engine, in_each_engine_that, in_one_engine, programs,
};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

pub const READY: &str = "Ready to work without a network";

/// Opens the first screen and waits for the proof.
#[track_caller]
pub fn open_until_ready(browser: &Browser, server: &Server) -> Page {
    let page = browser.open(&server.url("/"));
    page.wait_sees(READY);
    page
}

/// Loads the page again as a person does. The driver's own way goes past the service worker in Firefox.
#[track_caller]
pub fn reload(browser: &Browser) -> Page {
    let page = browser.page();
    page.script("window.isOld = true; location.reload()", json!([])).expect("a reload");
    let state = "return window.isOld || document.readyState";
    page.wait_for("the page to be loaded again", || page.script(state, json!([])).is_ok_and(|it| it == "complete"));
    page
}

#[test]
fn the_app_starts_with_no_network_once_that_was_proved() {
    in_each_engine("no network", &Options::english(), |browser| {
        let mut server = Server::of_the_app();
        let link = link_to_example(&server, 2);
        open_until_ready(browser, &server);
        // All of a start comes from the device. Browsers look for a newer worker by themselves.
        server.forget_requests();
        reload(browser).wait_sees(READY);
        let asked: Vec<String> = server.requests().into_iter().map(|it| it.path).collect();
        assert!(asked.iter().all(|path| path == "/service-worker.js"), "{asked:?}");
        server.stop();
        let page = reload(browser);
        page.wait_sees(READY);
        open_example(browser, &server);
        page.wait_sees("39 contributions");
        // An invitation that was never opened here before.
        let page = open_link(browser, &link);
        write_note(browser, "Written in the cellar");
        reload(browser);
        the_box(browser).wait();
        note(browser, "Written in the cellar").wait();
        page.go("#/ready");
        page.button("Check again").click();
        page.wait_sees(READY);
        page.wait_sees("What you write is stored on this device");
        page.wait_sees("Room for about");
        browser.expect_no_errors();
    });
}

/// The browser says only after some time that a worker has begun to rule.
#[test]
fn on_a_first_visit_no_newer_version_is_offered() {
    in_one_engine("first visit, no update", &Options::english(), |browser| {
        let server = Server::of_the_app();
        let page = open_until_ready(browser, &server);
        page.wait_for("the worker to rule", || page.value_of("navigator.serviceWorker.controller !== null") == true);
        page.script("navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))", json!([]))
            .expect("an event");
        page.go("#/ready");
        page.wait_sees("Check again");
        assert!(!page.sees("Use it now"), "{}", page.text());
    });
}

/// Forty phones share a weak network: a first download that takes longer than any answer may is no failure.
#[test]
fn a_first_visit_that_is_slow_is_waited_for() {
    // Patience ends when the test says so.
    const CLOCK: &str = "window.ends = [];
        const wait = window.setTimeout.bind(window);
        window.setTimeout = (act, ms, ...all) => ms < 20000 ? wait(act, ms, ...all) : ends.push(act);";
    in_each_engine_that(Can::EmulateMedia, "slow first visit", &Options::english(), |browser| {
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": CLOCK }));
        let server = Server::of_the_app();
        server.hold("/nappe.fr.webmanifest");
        let page = browser.open(&server.url("/#/ready"));
        for _ in 0..2 {
            page.wait_for("the page to wait", || page.value_of("ends.length > 0") == true);
            page.script("window.ends.splice(0).forEach((end) => end())", json!([])).expect("the end of its patience");
        }
        page.wait_for("the page to wait on", || page.value_of("ends.length > 0") == true);
        page.wait_sees("Looking at the files of the app");
        server.release();
        page.wait_sees(READY);
    });
}

/// The service worker takes what the page has just downloaded. WebKitGTK keeps nothing between the two under test,
/// where its profile is in memory.
#[test]
fn a_first_visit_downloads_the_app_once() {
    in_each_engine_that(Can::KeepProfile, "once", &Options::english(), |browser| {
        let server = Server::of_the_app();
        open_until_ready(browser, &server);
        let large = |path: &str| path.ends_with(".wasm") || path.ends_with(".js") && !path.contains("service-worker");
        let mut asked: Vec<String> = server.requests().into_iter().map(|it| it.path).filter(|it| large(it)).collect();
        asked.sort();
        assert!(asked.len() > 4, "{asked:?}");
        assert!(asked.windows(2).all(|pair| pair[0] != pair[1]), "{asked:?}");
    });
}

#[test]
fn a_browser_that_was_closed_starts_again_with_no_network() {
    in_each_engine_that(Can::KeepProfile, "closed, no network", &Options::english(), |browser| {
        // In a folder of a site, as on any web space.
        let site = tempfile::tempdir().expect("a folder");
        copy_app(&app(), &site.path().join("a/b"), |_| true);
        let mut server = Server::of(site.path());
        browser.open(&server.url("/a/b/")).wait_sees(READY);
        let link = link_to_example(&server, 1).replace(&server.url("/"), &server.url("/a/b/"));
        open_link(browser, &link);
        write_note(browser, "Before the phone was put away");
        server.stop();
        browser.reopen();
        open_link(browser, &link);
        note(browser, "Before the phone was put away").wait();
    });
}

#[test]
fn ready_is_not_said_when_a_file_is_missing_until_it_was_downloaded_again() {
    in_each_engine("a file is missing", &Options::english(), |browser| {
        let mut server = Server::of_the_app();
        let page = open_until_ready(browser, &server);
        // What the worker has of a part: nothing any more, or what is not the file.
        let take = "const [is_spoilt, done] = arguments;
            caches.keys().then(async (names) => {
                for (const name of names) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) if (/part-rest-.*wasm/.test(request.url)) {
                        await (is_spoilt ? cache.put(request, new Response('', { status: 404 })) : cache.delete(request));
                    }
                }
                done('taken');
            })";
        let take = |is_spoilt: bool| {
            assert_eq!(page.script_async(take, json!([is_spoilt])).expect("a script"), "taken");
        };
        page.go("#/ready");
        page.wait_sees(READY);
        take(true);
        // The next page lacks it, as an older one does whose worker is of a newer version: to try again loads the page
        // anew.
        reload(browser);
        page.wait_sees("It needs the network once, unless a newer Nappe is here already: try again.");
        page.script("window.isOld = true", json!([])).expect("a mark");
        take(false);
        page.button("Try again").click();
        page.wait_sees("1 file of the app is not on this device yet");
        assert_eq!(page.value_of("!window.isOld"), true);
        assert!(!page.sees(READY));
        // A start downloads nothing; a person may ask for it.
        page.button("Check again").click();
        page.wait_sees(READY);
        server.stop();
        reload(browser).wait_sees(READY);
    });
}

/// Whatever lies in the cache: the proof goes the way that a start goes.
#[test]
fn ready_is_not_said_where_the_worker_would_not_answer_a_start() {
    in_each_engine("a worker that does not answer", &Options::english(), |browser| {
        let folder = tempfile::tempdir().expect("a folder");
        copy_app(&app(), folder.path(), |_| true);
        let worker = folder.path().join("service-worker.js");
        let text = fs::read_to_string(&worker).expect("a worker");
        let deaf = text.replace("\"GET\"", "\"GOT\"");
        assert_ne!(deaf, text, "the worker looks at requests in another way now");
        fs::write(&worker, deaf).expect("a worker that answers no request");
        let server = Server::of(folder.path());
        let page = browser.open(&server.url("/#/ready"));
        page.wait_sees("files of the app are not on this device yet");
        page.wait_sees("(./, ");
        assert!(!page.sees(READY));
    });
}

/// What a page does when its patience ends, is done when the test says so.
const PATIENCE: &str = "window.ends = [];
    const wait = window.setTimeout.bind(window);
    window.setTimeout = (act, ms, ...all) => ms < 20000 ? wait(act, ms, ...all) : ends.push([ms, act]);
    window.end = (most) => {
        const due = ends.filter(([ms]) => ms <= most);
        window.ends = ends.filter(([ms]) => ms > most);
        due.forEach(([, act]) => act());
    };";

#[test]
fn what_is_downloaded_again_is_not_called_missing_meanwhile_and_not_downloaded_twice() {
    const FILE: &str = "/nappe.fr.webmanifest";
    const LACKING: &str = "1 file of the app is not on this device yet";
    in_each_engine_that(Can::EmulateMedia, "a slow mending", &Options::english(), |browser| {
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PATIENCE }));
        let server = Server::of_the_app();
        let page = browser.open(&server.url("/#/ready"));
        page.wait_sees(READY);
        let lose = "const [file, done] = arguments;
            caches.keys().then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).delete(file))))
                .then(() => done('lost'))";
        let asked = || server.requests().iter().filter(|it| it.path == FILE).count();
        let begin = || {
            assert_eq!(page.script_async(lose, json!([FILE])).expect("a script"), "lost");
            server.forget_requests();
            server.hold(FILE);
            page.button("Check again").click();
            page.wait_for("the download to begin", || asked() == 1);
            page.wait_sees("Looking at the files of the app");
        };
        let end = |most: u32| drop(page.script("window.end(arguments[0])", json!([most])).expect("an end"));
        // It takes longer than any other answer may, and somebody presses again.
        begin();
        for _ in 0..2 {
            page.button("Check again").click();
            end(20_000);
            page.wait_sees("Looking at the files of the app");
            assert!(!page.sees(LACKING), "{}", page.text());
        }
        server.release();
        page.wait_sees(READY);
        assert_eq!(asked(), 1);
        // Nobody waits for ever; who asks then, waits for the download that goes on.
        begin();
        end(5 * 60_000);
        page.wait_sees(LACKING);
        page.button("Check again").click();
        page.wait_sees("Looking at the files of the app");
        server.release();
        page.wait_sees(READY);
        assert_eq!(asked(), 1);
    });
}

/// The folder of the built app.
pub fn app() -> PathBuf {
    programs::given("NAPPE_DIST").expect("NAPPE_DIST names the folder of the built app")
}

/// Copies the files of the app whose names are wanted into a folder.
pub fn copy_app(app: &Path, folder: &Path, wanted: impl Fn(&str) -> bool) {
    fs::create_dir_all(folder).expect("a folder");
    for entry in fs::read_dir(app).expect("the app").flatten().filter(|entry| entry.path().is_file()) {
        if wanted(&entry.file_name().to_string_lossy()) {
            fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
        }
    }
}

/// Copies the app into a folder and changes it: another version of it.
pub fn another_version(app: &Path, folder: &Path) {
    let worker = fs::read_to_string(app.join("service-worker.js")).expect("a service worker");
    copy_app(app, folder, |_| true);
    // As much of it as the worker has.
    let digest =
        |bytes: &[u8]| Sha256::digest(bytes)[..10].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let page = fs::read(app.join("index.html")).expect("a page");
    let mut newer = page.clone();
    let at = page.windows(7).position(|it| it == b"<title>").expect("a title");
    newer.splice(at..at, *b"<!-- newer -->");
    fs::write(folder.join("index.html"), &newer).expect("a newer page");
    // Digests have more digits, and names other letters as well.
    let is_version = |text: &&str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let version = worker.split('"').find(is_version).expect("a version").to_owned();
    let worker = worker.replace(&digest(&page), &digest(&newer)).replace(&version, &format!("f{version}"));
    fs::write(folder.join("service-worker.js"), worker).expect("a newer worker");
}

/// Whether the newer page is the one that runs.
pub fn is_newer(page: &Page) -> bool {
    page.value_of("!!document.documentElement?.outerHTML.includes('<!-- newer -->')") == true
}

#[test]
fn a_part_of_the_app_that_did_not_come_is_asked_for_again() {
    in_each_engine("a part is late", &Options::english(), |browser| {
        let app = app();
        let folder = tempfile::tempdir().expect("a folder");
        copy_app(&app, folder.path(), |name| !name.starts_with("part-rest-"));
        let server = Server::of(folder.path());
        let page = open_link(browser, &link_to_example(&server, 1));
        write_note(browser, "While the rest was on its way");
        page.link("Hand over").click();
        page.wait_sees("This screen has not arrived on this device yet.");
        page.button("Try again").click();
        page.wait_sees("This screen has not arrived on this device yet.");
        server.serve(&app);
        page.button("Try again").click();
        page.wait_sees("1 note to hand over");
    });
}
