//! Chromium, through chromedriver.
//!
//! What it cannot do under test: its driver types no characters beyond the basic plane (emoji), see
//! [`crate::Locator::paste_text`].
//!
//! `localStorage` throws a `SecurityError` when storage is blocked.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::folders::Folders;
use crate::options::{Options, PlainHttp, Scheme};
use crate::programs;
use crate::session::{Answer, Session};

/// The driver and the browser.
pub fn programs() -> Result<(PathBuf, PathBuf), String> {
    let browser = programs::find("NAPPE_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?;
    Ok((programs::find("NAPPE_CHROMEDRIVER", &["chromedriver"])?, browser))
}

/// How to start the driver on `port`, and what to ask of it.
pub fn plan(options: &Options, folders: &Folders, port: u16) -> Result<(Command, Value), String> {
    let (driver, browser) = programs()?;
    let mut command = Command::new(driver);
    command.arg(format!("--port={port}"));
    command.env("LANGUAGE", options.language.tags()[1]).env("HOME", folders.home());
    let scheme = if options.scheme == Scheme::Dark { 0 } else { 1 };
    let tags = options.language.tags().join(",");
    let mut args = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--no-proxy-server".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        format!("--user-data-dir={}", folders.profile().display()),
        format!("--lang={}", options.language.tags()[0]),
        format!("--accept-lang={tags}"),
        format!("--blink-settings=preferredColorScheme={scheme}"),
    ];
    if let Some(PlainHttp { host, .. }) = &options.plain_http {
        args.push(format!("--host-resolver-rules=MAP {host} 127.0.0.1"));
    }
    let mut prefs = json!({
        "intl.accept_languages": tags,
        "intl.selected_languages": tags,
        "download.default_directory": folders.downloads(),
        "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1,
        "credentials_enable_service": false,
    });
    let cookies = if options.blocked_storage { 2 } else { 1 };
    prefs["profile.default_content_setting_values.cookies"] = cookies.into();
    let capabilities = json!({
        "goog:chromeOptions": { "binary": browser, "args": args, "prefs": prefs },
        "goog:loggingPrefs": { "browser": "ALL" },
        "unhandledPromptBehavior": "ignore",
    });
    Ok((command, capabilities))
}

/// A command of the Chrome DevTools protocol.
pub fn devtools(session: &Session, command: &str, params: Value) -> Answer {
    session.post("goog/cdp/execute", json!({ "cmd": command, "params": params }))
}

/// What every tab has to be told again, and after every start.
pub fn prepare(session: &Session, options: &Options, folders: &Folders) -> Answer {
    let folder = json!({ "behavior": "allow", "downloadPath": folders.downloads() });
    devtools(session, "Browser.setDownloadBehavior", folder)?;
    set_size(session, options.size.0, options.size.1)
}

/// Gives the page this size, also a smaller one than a window can have.
pub fn set_size(session: &Session, width: u32, height: u32) -> Answer {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false });
    devtools(session, "Emulation.setDeviceMetricsOverride", size)
}

/// What the console said that is an error, since the last time it was asked.
pub fn errors(session: &Session) -> Vec<String> {
    let answer = session.post("se/log", json!({ "type": "browser" })).unwrap_or_default();
    let entries = answer.as_array().into_iter().flatten();
    let severe = entries.filter(|entry| entry["level"] == "SEVERE");
    severe.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect()
}

impl Browser {
    /// Makes the processor this many times slower for the page in front. Chromium only.
    #[track_caller]
    pub fn slow_down(&self, times: f64) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// Pretends a medium (`print`, `screen` or empty) and media features such as
    /// `("prefers-reduced-motion", "reduce")`, for the page in front. Chromium only.
    #[track_caller]
    pub fn emulate_media(&self, medium: &str, features: &[(&str, &str)]) {
        let list: Value = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": list }));
    }

    /// A command of the Chrome DevTools protocol. Chromium only.
    #[track_caller]
    pub fn devtools(&self, command: &str, params: Value) -> Value {
        self.is_changed.set(true);
        match devtools(self.page().session(), command, params) {
            Ok(value) => value,
            Err(why) => panic!("{} cannot {command}: {why}", self.engine()),
        }
    }
}
