//! What a browser needs to install the app. That it then offers to is its own decision.

use crate::offline::open_until_ready;
use browser_tests::{Engine, Options, Server, in_each_engine, in_one_engine};
use serde_json::json;

#[test]
fn the_manifest_speaks_the_language_of_the_app() {
    let server = Server::of_the_app();
    in_each_engine("the manifest", &Options::french(), |browser| {
        let page = browser.open(&server.url("/"));
        let manifest = || page.value_of("document.querySelector('link[rel=manifest]').getAttribute('href')");
        page.wait_for("the French manifest", || manifest() == json!("nappe.fr.webmanifest"));
        if browser.engine() == Engine::Chromium {
            expect_installable(browser);
        }
        page.button("EN, English").click();
        page.wait_for("the English manifest", || manifest() == json!("nappe.webmanifest"));
        if browser.engine() == Engine::Chromium {
            expect_installable(browser);
        }
        browser.expect_no_errors();
    });
}

/// Chromium understands every member of the manifest, finds the icons, and would install the app.
#[track_caller]
fn expect_installable(browser: &browser_tests::Browser) {
    let manifest = browser.devtools("Page.getAppManifest", json!({}));
    assert_eq!(manifest["errors"], json!([]), "{manifest}");
    assert!(manifest["url"].as_str().is_some_and(|url| url.ends_with(".webmanifest")), "{manifest}");
    let errors = browser.devtools("Page.getInstallabilityErrors", json!({}));
    assert_eq!(errors["installabilityErrors"], json!([]));
}

/// The browser's offer is played: no engine under a driver makes one by itself.
#[test]
fn installing_is_offered_on_the_check_list_alone_and_asks_the_browser_once() {
    let server = Server::of_the_app();
    in_one_engine("install hint", &Options::english(), |browser| {
        let page = open_until_ready(browser, &server);
        let offer = "const offer = new Event('beforeinstallprompt', { cancelable: true });
            window.asked = 0;
            offer.prompt = () => { window.asked += 1; return Promise.resolve(); };
            window.dispatchEvent(offer);
            return offer.defaultPrevented";
        assert_eq!(
            page.script(offer, json!([])).expect("an answer"),
            json!(true),
            "the browser shows no bar of its own"
        );
        assert!(!page.text().to_lowercase().contains("install"), "{}", page.text());
        page.go("#/ready");
        let install = page.button("Install Nappe");
        install.click();
        page.wait_for("the browser to be asked", || page.value_of("window.asked") == json!(1));
        install.wait_gone();
        page.wait_sees("You can install it as an app");
        browser.expect_no_errors();
    });
}
