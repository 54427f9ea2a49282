//! WebKitGTK: its small browser MiniBrowser, through WebKitWebDriver, on an X server without a screen.
//!
//! What it cannot do under test: keep a profile (under automation its store is always in memory and gone with the
//! browser); go on when a page was killed (its driver ends with the page); slow the processor down; pretend to print;
//! report the errors on the console. Errors are therefore collected by a script in the page, from when
//! [`crate::Browser::open`] has loaded it: earlier ones are not heard.
//!
//! When storage is blocked, `localStorage` is missing (`null`), where the other two throw.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::display::Display;
use crate::folders::Folders;
use crate::options::{Options, PlainHttp, Scheme};
use crate::programs;
use crate::session::{Answer, DriverError, Session};
use crate::wait::{DEADLINE, poll};

/// Makes the tool bar small, so that the window can be as narrow as a phone.
const NARROW: &str = "* { min-width: 0; padding: 0; margin: 0; border: none; font-size: 1px; }\n";

/// The driver and the browser.
pub fn programs() -> Result<(PathBuf, PathBuf), String> {
    Ok((programs::find("NAPPE_WEBKITDRIVER", &["WebKitWebDriver"])?, programs::find_minibrowser()?))
}

/// How to start the driver on `port`, and what to ask of it.
pub fn plan(options: &Options, folders: &Folders, port: u16, display: &Display) -> Result<(Command, Value), String> {
    let (driver, browser) = programs()?;
    let home = folders.home();
    let locale = format!("{}.UTF-8", options.language.tags()[0].replace('-', "_"));
    let config = home.join(".config");
    fs::create_dir_all(&config).map_err(|e| e.to_string())?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folders.downloads().display());
    fs::write(config.join("user-dirs.dirs"), downloads).map_err(|e| e.to_string())?;
    fs::create_dir_all(config.join("gtk-3.0")).map_err(|e| e.to_string())?;
    fs::write(config.join("gtk-3.0/gtk.css"), NARROW).map_err(|e| e.to_string())?;
    let mut command = Command::new(driver);
    command.arg(format!("--port={port}"));
    command
        .env("DISPLAY", &display.name)
        .env("GDK_BACKEND", "x11")
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", &config)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("LANG", &locale)
        .env("LANGUAGE", options.language.tags().join(":").replace('-', "_"))
        .env("NO_AT_BRIDGE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // There is no graphics card: drawing by pretending that there is one takes twice as long.
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
        // The app is opened hundreds of times, and most of it runs once: what is not called often is not worth
        // compiling. A fifth less work, and what runs long (ten thousand notes) is as fast.
        .env("JSC_thresholdForBBQOptimizeAfterWarmUp", "20000")
        // With either of these the page is never drawn, and a screenshot never comes.
        .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
        .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES");
    if let Some(folder) = locales(&home, &locale) {
        command.env("LOCPATH", folder);
    }
    let mut args = vec!["--automation".to_owned()];
    if options.scheme == Scheme::Dark {
        args.push("--dark-mode".to_owned());
    }
    if options.blocked_storage {
        args.push("--enable-html5-local-storage=false".to_owned());
        args.push("--cookies-policy=never".to_owned());
    }
    if let Some(PlainHttp { port, .. }) = &options.plain_http {
        args.push(format!("--proxy=http://127.0.0.1:{port}"));
        args.push("--ignore-host=127.0.0.1".to_owned());
    }
    let capabilities = json!({
        "webkitgtk:browserOptions": { "binary": browser, "args": args },
        "unhandledPromptBehavior": "ignore",
    });
    Ok((command, capabilities))
}

/// WebKit takes its language from the C library's locale, which a machine may not have: the neutral one that every
/// machine has goes by the wanted name, in a folder of our own. (Only the name matters here.)
fn locales(home: &Path, name: &str) -> Option<PathBuf> {
    let neutral = ["/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8"].map(Path::new);
    let neutral = neutral.into_iter().find(|folder| folder.is_dir())?;
    let folder = home.join("locales");
    fs::create_dir_all(&folder).ok()?;
    let link = folder.join(name);
    if !link.exists() {
        std::os::unix::fs::symlink(neutral, link).ok()?;
    }
    Some(folder)
}

/// Gives the page this size: the window is made as much larger as its frame takes.
pub fn set_size(session: &Session, width: u32, height: u32) -> Answer {
    let number = |value: &Value| value.as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    let reached = poll(DEADLINE, || {
        let words = |e: DriverError| e.to_string();
        let page = session.script("return [innerWidth, innerHeight]", json!([])).map_err(words)?;
        let (wide, high) = (number(&page[0]), number(&page[1]));
        if (wide, high) == (width, height) {
            return Ok(());
        }
        let rect = session.get("window/rect").map_err(words)?;
        let size = json!({
            "width": (number(&rect["width"]) + width).saturating_sub(wide),
            "height": (number(&rect["height"]) + height).saturating_sub(high),
        });
        session.post("window/rect", size).map_err(words)?;
        Err(format!("the page stays {wide} × {high}"))
    });
    reached.map(|()| Value::Null).map_err(|message| DriverError { code: "window size".to_owned(), message })
}

/// Begins to collect errors in the page in front, if that was not done yet.
pub fn listen(session: &Session) -> Answer {
    let script = "if (window.nappe_errors) return;
        const heard = window.nappe_errors = [];
        addEventListener('error', (event) => heard.push(`error: ${event.message} ${event.filename}:${event.lineno}`));
        addEventListener('unhandledrejection', (event) => heard.push(`unhandled rejection: ${event.reason}`));
        document.addEventListener('securitypolicyviolation', (event) =>
            heard.push(`security policy: ${event.violatedDirective} ${event.blockedURI}`));
        const say = console.error.bind(console);
        console.error = (...args) => { heard.push(`console.error: ${args.join(' ')}`); say(...args); };";
    session.script(script, json!([]))
}

/// The errors in the page in front since the last time it was asked.
pub fn errors(session: &Session) -> Vec<String> {
    let answer = session.script("return window.nappe_errors ? window.nappe_errors.splice(0) : []", json!([]));
    let list = answer.unwrap_or_default();
    let _ = listen(session);
    list.as_array().into_iter().flatten().filter_map(|entry| entry.as_str().map(str::to_owned)).collect()
}
