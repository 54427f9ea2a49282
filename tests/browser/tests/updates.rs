//! A newer version of the app: offered, never forced, whole or not at all.

use crate::offline::{READY, another_version, app, copy_app, is_newer, open_until_ready, reload};
use crate::steps::*;
use browser_tests::app::open_example;
use browser_tests::{Browser, Mishap, Options, Page, Server, any, containing, in_each_engine, in_one_engine};
use serde_json::json;
use std::fs;

const OFFER: &str = "A newer Nappe is on this device.";

/// Waits until the files of one version are left.
#[track_caller]
fn wait_for_older_files_to_go(page: &Page) {
    let versions = "const done = arguments[0];
        caches.keys().then((names) => done(names.filter((name) => !/ (chosen|received)$/.test(name)).length))";
    page.wait_for("the older files to go", || page.script_async(versions, json!([])).expect("a count") == 1);
}

#[test]
fn an_update_is_offered_and_used_when_the_person_says_so() {
    in_each_engine("update", &Options::english(), |browser| {
        let app = app();
        let folder = tempfile::tempdir().expect("a folder");
        another_version(&app, folder.path());
        let server = Server::of(&app);
        let page = open_until_ready(browser, &server);
        let link = link_to_example(&server, 1);
        open_link(browser, &link);
        write_note(browser, "From the older version");
        server.serve(folder.path());
        // One of its files is late: the page that hears of the whole was not there when it was found.
        server.forget_requests();
        server.hold("/nappe.fr.webmanifest");
        page.go("#/ready");
        page.button("Check again").click();
        page.wait_for("the update to be on its way", || {
            server.requests().iter().any(|it| it.path.ends_with("/nappe.fr.webmanifest"))
        });
        let page = reload(browser);
        page.wait_sees(READY);
        assert!(!page.sees(OFFER));
        server.release();
        page.wait_sees(OFFER);
        // No café is on the screen: the bar leads to a copy of each.
        page.link(containing("Go to the export of")).wait();
        // It is not forced: the older version starts again, and goes on.
        let page = reload(browser);
        page.wait_sees(OFFER);
        assert!(!is_newer(&page));
        // And in another tab, too.
        let (first, second) = (browser.tab(), browser.new_tab());
        open_link(browser, &link);
        page.wait_sees(OFFER);
        the_box(browser).paste_text("Half a thought");
        browser.switch_to(&first);
        page.button("Use it now").click();
        page.wait_for("the newer version", || is_newer(&page));
        page.wait_sees(READY);
        open_link(browser, &link);
        note(browser, "From the older version").wait();
        wait_for_older_files_to_go(&page);
        // The older page goes on beside the newer one, and can be left for it when its turn has come.
        browser.switch_to(&second);
        assert!(!is_newer(&page));
        page.button("Add").click();
        note(browser, "Half a thought").wait();
        the_box(browser).paste_text("and the other half");
        page.wait_sees(OFFER);
        page.button("Use it now").click();
        page.wait_for("the newer version", || is_newer(&page));
        assert_eq!(the_box(browser).value(), "and the other half");
        browser.switch_to(&first);
        note(browser, "Half a thought").wait();
    });
}

/// Loading the page anew disturbs a round, and takes words that are not stored.
#[test]
fn an_update_waits_for_the_end_of_the_round_and_offers_a_copy_first() {
    in_one_engine("update and round", &Options::english(), |browser| {
        let app = app();
        let folder = tempfile::tempdir().expect("a folder");
        another_version(&app, folder.path());
        let server = Server::of(&app);
        open_until_ready(browser, &server);
        let page = open_example(browser, &server);
        page.go_in_cafe("run");
        page.button("Start round 1 (20 min)").click();
        page.wait_sees("Round 1 of 3");
        server.serve(folder.path());
        server.forget_requests();
        let cafe = page.cafe();
        page.go("#/ready");
        page.button("Check again").click();
        page.wait_for("the newer version to be complete", || {
            let waiting = "const done = arguments[0];
                navigator.serviceWorker.getRegistration().then((it) => done(it.waiting !== null))";
            page.script_async(waiting, json!([])).is_ok_and(|it| it == true)
        });
        page.wait_sees(READY);
        assert!(!page.sees(OFFER), "in the middle of a round");
        page.go(&format!("#/cafe/{cafe}/run"));
        page.button("Pause").click();
        page.button("Resume").wait();
        assert!(!page.sees(OFFER), "a round that is stopped is not over");
        // A page that has not opened the café does not know of its round; whoever takes the offer is told.
        page.go("#/ready");
        reload(browser).wait_sees(OFFER);
        page.button("Use it now").click();
        page.wait_sees("A round is on in");
        assert!(!is_newer(&page));
        page.go(&format!("#/cafe/{cafe}/run"));
        page.button("Resume").wait();
        page.wait_sees_not(OFFER);
        page.button("End the round").click();
        page.wait_sees(OFFER);
        // Not while a text is pasted that only the page has.
        page.go_in_cafe("collect");
        page.wait_sees(OFFER);
        page.button("Paste a text instead").click();
        page.field("Paste the text of a bundle").paste_text("{\"format\":");
        page.wait_sees_not(OFFER);
        page.field("Paste the text of a bundle").clear();
        page.wait_sees(OFFER);
        page.go_in_cafe("tables");
        page.button("Export a copy").click();
        let (name, copy) = browser.wait_download_text();
        assert!(name.ends_with(".json") && copy.contains(&cafe), "{name}: {copy}");
        // Not while something is not stored, either.
        page.go_to_table(0);
        page.wait_sees(OFFER);
        let block = "window.kept = Storage.prototype.setItem;
            Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError') }";
        page.script(block, json!([])).expect("a store that is blocked");
        the_box(browser).paste_text("Written while nothing was stored");
        page.button("Add").click();
        page.wait_sees("1 change not saved.");
        page.wait_sees_not(OFFER);
        page.script("Storage.prototype.setItem = window.kept", json!([])).expect("a store that is free");
        page.by_role("alert", any()).button("Try again").click();
        page.wait_sees("Saved on this device");
        // Who does not want it now is not asked again in this page.
        page.button("Later").click();
        page.wait_sees_not(OFFER);
        browser.expect_no_errors();
    });
}

/// Two versions of the app in the folder `a/b` of a site, so that the worker rules no other page of it.
struct Versions {
    older: tempfile::TempDir,
    newer: tempfile::TempDir,
}

impl Versions {
    fn new() -> Self {
        let site = || tempfile::tempdir().expect("a site");
        let both = Self { older: site(), newer: site() };
        copy_app(&app(), &both.older.path().join("a/b"), |_| true);
        another_version(&app(), &both.newer.path().join("a/b"));
        both
    }
}

/// The older one is used, and a note written with it; then the newer one comes, and all pages are closed: its worker
/// rules, since browsers ask nobody. Gives the server, which is stopped, the address of the app, and the link to the
/// note's table.
#[track_caller]
fn close_everything_before_the_newer_one_is_chosen(
    browser: &mut Browser,
    versions: &Versions,
) -> (Server, String, String) {
    let mut server = Server::of(versions.older.path());
    let address = server.url("/a/b/");
    let page = browser.open(&address);
    page.wait_sees(READY);
    let link = link_to_example(&server, 1).replace(&server.url("/"), &address);
    open_link(browser, &link);
    write_note(browser, "From the older version");
    server.serve(versions.newer.path());
    page.go("#/ready");
    page.button("Check again").click();
    page.wait_sees(OFFER);
    // No page of the app is left, also none that one could go back to.
    let first = browser.tab();
    browser.new_tab();
    browser.open(&server.other_page());
    browser.switch_to(&first);
    browser.close_tab();
    let rules = "const [scope, done] = arguments;
        navigator.serviceWorker.getRegistration(scope)
            .then((it) => done(!it.waiting && it.active?.state === 'activated'))";
    page.wait_for("the newer worker to rule", || {
        page.script_async(rules, json!([address])).is_ok_and(|rules| rules == true)
    });
    server.stop();
    (server, address, link)
}

#[test]
fn a_version_that_nobody_chose_does_not_start_after_everything_was_closed() {
    let versions = Versions::new();
    in_each_engine("nobody chose", &Options::english(), |browser| {
        let (_server, address, link) = close_everything_before_the_newer_one_is_chosen(browser, &versions);
        let page = browser.open(&format!("{address}#/ready"));
        page.wait_sees(READY);
        assert!(!is_newer(&page));
        page.wait_sees(OFFER);
        // Nor does it start with the next page. Screens whose part was not loaded yet are there, too.
        let page = reload(browser);
        page.wait_sees(OFFER);
        assert!(!is_newer(&page));
        open_link(browser, &link);
        note(browser, "From the older version").wait();
        write_note(browser, "Still from the older version");
        page.link("Hand over").click();
        page.wait_sees("2 notes to hand over");
        page.go("#/ready");
        page.wait_sees(READY);
        page.button("Use it now").click();
        page.wait_for("the newer version", || is_newer(&page));
        page.wait_sees(READY);
        wait_for_older_files_to_go(&page);
        let page = reload(browser);
        page.wait_sees(READY);
        assert!(is_newer(&page) && !page.sees(OFFER));
        open_link(browser, &link);
        note(browser, "Still from the older version").wait();
    });
}

/// A version that does not start any more cannot offer the newer one.
#[test]
fn a_version_that_does_not_start_any_more_makes_way_for_the_newer_one() {
    // In the cache of the older version: its app is damaged, or one of its files is gone.
    const DAMAGE: &str = "const [kind, done] = arguments;
        (async () => {
            const names = (await caches.keys()).filter((name) => !/ (chosen|received)$/.test(name));
            for (const name of names) {
                const cache = await caches.open(name);
                if ((await (await cache.match(new URL('a/b/', location))).text()).includes('<!-- newer -->')) continue;
                const file = (await cache.keys()).map(({ url }) => url).find((url) => /nappe-[0-9a-f]{16}\\.wasm$/.test(url));
                if (kind === 'gone') await cache.delete(file);
                else await cache.put(file, new Response('no app', { headers: { 'Content-Type': 'application/wasm' } }));
            }
        })().then(() => done('damaged'), (error) => done(String(error)))";
    let versions = Versions::new();
    in_one_engine("makes way", &Options::english(), |browser| {
        for kind in ["damaged", "gone"] {
            let (_server, address, link) = close_everything_before_the_newer_one_is_chosen(browser, &versions);
            let page = browser.page();
            assert_eq!(page.script_async(DAMAGE, json!([kind])).expect("damage"), json!("damaged"));
            let page = browser.open(&address);
            assert!(!is_newer(&page), "the older version is still the one to start");
            if kind == "damaged" {
                page.wait_sees("Nappe has stopped.");
            }
            page.wait_for("the newer version", || is_newer(&reload(browser)));
            page.wait_sees(READY);
            open_link(browser, &link);
            note(browser, "From the older version").wait();
        }
    });
}

/// The app asks nothing of the network at a start: browsers look for a newer worker by themselves.
#[test]
fn a_newer_version_is_found_by_a_start() {
    in_each_engine("found by a start", &Options::english(), |browser| {
        let folder = tempfile::tempdir().expect("a folder");
        another_version(&app(), folder.path());
        let server = Server::of_the_app();
        open_until_ready(browser, &server);
        server.serve(folder.path());
        reload(browser).wait_sees(OFFER);
    });
}

/// As after a reload that goes past the worker: nothing tells such a page that another worker rules.
#[test]
fn a_page_that_no_worker_rules_writes_and_uses_an_update() {
    in_each_engine("no worker rules", &Options::english(), |browser| {
        let app = app();
        let folder = tempfile::tempdir().expect("a folder");
        another_version(&app, folder.path());
        let server = Server::of(&app);
        // Where an older version left files, a new worker waits for the next page.
        let leave = "const done = arguments[0]; caches.open('nappe / older').then(() => done('left'))";
        let left = browser.open(&server.other_page()).script_async(leave, json!([])).expect("a cache");
        assert_eq!(left, "left");
        let page = open_until_ready(browser, &server);
        let ruled = "navigator.serviceWorker.controller !== null";
        assert_eq!(page.value_of(ruled), json!(false));
        let link = link_to_example(&server, 1);
        page.go(&link[link.find('#').expect("a fragment")..]);
        write_note(browser, "With no worker");
        server.serve(folder.path());
        page.go("#/ready");
        page.button("Check again").click();
        page.wait_sees("A newer Nappe is on this device.");
        assert_eq!(page.value_of(ruled), json!(false));
        page.button("Use it now").click();
        page.wait_for("the newer version", || is_newer(&page));
        open_link(browser, &link);
        note(browser, "With no worker").wait();
    });
}

/// On a device that has no room for one of the files. Put before the worker.
const FULL: &str = "const put = Cache.prototype.put;
    Cache.prototype.put = function (request, response) {
        const refuses = String(request.url ?? request).endsWith('/icon.svg');
        return refuses ? Promise.reject(new DOMException('', 'QuotaExceededError')) : put.call(this, request, response);
    };";

/// The versions of which anything is on this device, and whether one is on its way or waits.
fn versions(page: &Page) -> serde_json::Value {
    let script = "const done = arguments[0];
        (async () => {
            const kept = (await caches.keys()).filter((name) => !/ (chosen|received)$/.test(name));
            const { installing, waiting } = await navigator.serviceWorker.getRegistration();
            return [kept.length, installing !== null, waiting !== null];
        })().then(done)";
    page.script_async(script, json!([])).expect("the versions")
}

#[test]
fn an_update_that_fails_in_the_middle_leaves_the_older_version_working() {
    in_each_engine("half an update", &Options::english(), |browser| {
        let (app, folder) = (app(), tempfile::tempdir().expect("a folder"));
        another_version(&app, folder.path());
        let full = tempfile::tempdir().expect("a folder");
        copy_app(folder.path(), full.path(), |_| true);
        let worker = full.path().join("service-worker.js");
        let text = fs::read_to_string(&worker).expect("a worker");
        // Of the same version: once there is room, it is installed.
        fs::write(&worker, format!("{FULL}\n{text}")).expect("a worker on a full device");
        for mishap in [Some(Mishap::Gone), Some(Mishap::LoginPage), Some(Mishap::Cut), None] {
            let mut server = Server::of(&app);
            let page = open_until_ready(browser, &server);
            server.serve(if mishap.is_some() { folder.path() } else { full.path() });
            if let Some(mishap) = mishap {
                server.spoil("/icon.svg", mishap);
            }
            server.forget_requests();
            page.go("#/ready");
            page.button("Check again").click();
            page.wait_for("the attempt", || {
                server.requests().iter().any(|request| request.path.ends_with("/icon.svg"))
            });
            page.wait_for(&format!("it to be over, {mishap:?}"), || versions(&page) == json!([1, false, false]));
            page.wait_sees(READY);
            assert!(!page.sees(OFFER), "{mishap:?}");
            server.stop();
            let page = reload(browser);
            page.wait_sees("Before you leave");
            page.wait_sees(READY);
            assert!(!is_newer(&page), "{mishap:?}");
            // What failed once stands in nobody's way.
            server.heal();
            server.serve(folder.path());
            server.start();
            page.button("Check again").click();
            page.wait_sees(OFFER);
            page.button("Use it now").click();
            page.wait_for("the newer version", || is_newer(&page));
            page.wait_sees(READY);
        }
    });
}
