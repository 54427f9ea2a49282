//! Firefox, through geckodriver.
//!
//! What it cannot do under test: slow the processor down; pretend to print.
//!
//! `localStorage` throws a `SecurityError` when storage is blocked. A window is never narrower than about 450 pixels,
//! so a smaller page is made as Firefox's own tools do it: by shrinking the page inside the window, in the privileged
//! context of the browser. The same context reports the errors; what pages say by `console.error` is read from what the
//! browser writes to its output.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::folders::Folders;
use crate::options::{Options, PlainHttp, Scheme};
use crate::programs;
use crate::session::{Answer, Session};

/// Types that are saved without a question.
const SAVED: &str = "application/json,text/plain,text/markdown,text/html,text/csv,application/octet-stream,\
    application/zip,image/png,image/svg+xml,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The preferences for what [`prefer`] changes.
const LANGUAGES: &str = "intl.accept_languages";
const SCHEME: &str = "layout.css.prefers-color-scheme.content-override";

/// The driver and the browser.
pub fn programs() -> Result<(PathBuf, PathBuf), String> {
    let browser = programs::find("NAPPE_FIREFOX", &["firefox-esr", "firefox"])?;
    Ok((programs::find("NAPPE_GECKODRIVER", &["geckodriver"])?, browser))
}

/// How to start the driver on `port`, and what to ask of it.
pub fn plan(options: &Options, folders: &Folders, port: u16) -> Result<(Command, Value), String> {
    let (driver, browser) = programs()?;
    let mut command = Command::new(driver);
    command.args(["--port", &port.to_string(), "--allow-system-access"]).env("HOME", folders.home());
    let mut prefs = json!({
        LANGUAGES: languages(options),
        SCHEME: scheme(options),
        "network.cookie.cookieBehavior": if options.blocked_storage { 2 } else { 5 },
        "network.proxy.type": 0,
        "browser.download.folderList": 2,
        "browser.download.dir": folders.downloads(),
        "browser.download.useDownloadDir": true,
        "browser.download.alwaysOpenPanel": false,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.helperApps.neverAsk.saveToDisk": SAVED,
        "pdfjs.disabled": true,
        // As with everybody: each file has a store of its own. The driver would let all files share one.
        "security.fileuri.strict_origin_policy": true,
        "accessibility.tabfocus": 7,
        // No process is kept at hand for a site that no test goes to.
        "dom.ipc.processPrelaunch.enabled": false,
        "devtools.console.stdout.chrome": false,
        "devtools.console.stdout.content": true,
    });
    if let Some(PlainHttp { host, .. }) = &options.plain_http {
        prefs["network.dns.localDomains"] = host.as_str().into();
    }
    let capabilities = json!({
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless", "-profile", folders.profile()],
            "prefs": prefs,
        },
        "unhandledPromptBehavior": "ignore",
    });
    Ok((command, capabilities))
}

fn languages(options: &Options) -> String {
    options.language.tags().join(", ")
}

fn scheme(options: &Options) -> u8 {
    if options.scheme == Scheme::Dark { 0 } else { 1 }
}

/// Tells a running browser which language and scheme its next pages are to find, as its settings would.
pub fn prefer(session: &Session, options: &Options) -> Answer {
    let script = "const [languages, list, scheme, number] = arguments;
        Services.prefs.setStringPref(languages, list);
        Services.prefs.setIntPref(scheme, number);";
    privileged(session, script, json!([LANGUAGES, languages(options), SCHEME, scheme(options)]))
}

/// Runs a script in the browser itself, not in the page.
fn privileged(session: &Session, script: &str, args: Value) -> Answer {
    session.post("moz/context", json!({ "context": "chrome" }))?;
    let answer = session.script(script, args);
    session.post("moz/context", json!({ "context": "content" }))?;
    answer
}

/// The id of the process that the page in front runs in. Its end is not to end the browser, as the driver wants it.
pub fn page_process(session: &Session) -> Option<u32> {
    let script = "Services.env.set('MOZ_CRASHREPORTER_SHUTDOWN', '');
        return gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid";
    privileged(session, script, json!([])).ok()?.as_u64()?.try_into().ok()
}

/// Presses Tab where the focus is. From the last element of a page it goes on to Firefox's own buttons, and from the
/// last of those to the first element of the page; but the driver sends every key to the page, also when the focus has
/// left it, where it leads back to the element that had it last and never to the first.
pub fn press_tab(session: &Session, actions: Value) -> Answer {
    if session.script("return document.hasFocus()", json!([]))? == json!(true) {
        return session.post("actions", actions);
    }
    session.post("moz/context", json!({ "context": "chrome" }))?;
    let answer = session.post("actions", actions);
    session.post("moz/context", json!({ "context": "content" }))?;
    answer
}

/// Gives the page in front this size, also a smaller one than a window can have.
pub fn set_size(session: &Session, width: u32, height: u32) -> Answer {
    let script = "const [width, height] = arguments;
        const style = gBrowser.selectedBrowser.style;
        for (const [side, size] of [['width', width], ['height', height]]) {
            style.setProperty(`min-${side}`, `${size}px`);
            style.setProperty(`max-${side}`, `${size}px`);
        }";
    session.post("window/rect", json!({ "width": width.max(500) + 40, "height": height + 200 }))?;
    privileged(session, script, json!([width, height]))
}

/// What pages said by `console.error`, in what the browser has written: the first two lines of each. The browser's
/// own complaints have the name of a part of it there, where pages have a text in quotes.
pub fn said(output: &str) -> Vec<String> {
    let lines: Vec<&str> = output.lines().collect();
    let ours = |line: &str| line.starts_with("console.error: \"") || !line.trim_end().ends_with(':');
    let found = lines.iter().enumerate().filter(|(_, line)| line.starts_with("console.error: ") && ours(line));
    found.map(|(i, line)| format!("{line} {}", lines.get(i + 1).unwrap_or(&""))).collect()
}

/// Uncaught errors, refused requests and broken policies, since the last time it was asked.
pub fn errors(session: &Session) -> Vec<String> {
    let script = "const found = [];
        for (const one of Services.console.getMessageArray()) {
            if (!(one instanceof Ci.nsIScriptError) || one.flags & 1) continue;
            // A load without an address is one that the page gave up, since it was left meanwhile.
            if (/^Failed to load ‘’\\. A ServiceWorker/.test(one.errorMessage)) continue;
            const ours = /^(http|file|blob|wasm)/.test(one.sourceName) || /javascript$|Security/.test(one.category);
            if (ours && !/^(chrome|resource|moz)/.test(one.sourceName)) {
                found.push(`${one.category}: ${one.errorMessage} ${one.sourceName}:${one.lineNumber}`);
            }
        }
        Services.console.reset();
        return found;";
    let answer = privileged(session, script, json!([])).unwrap_or_else(|why| json!([why.to_string()]));
    let list = answer.as_array().into_iter().flatten();
    list.filter_map(|entry| entry.as_str().map(str::to_owned)).collect()
}
