//! The page in front: what it says, scripts, the focus, pictures, alerts. Finding things is in `locator.rs`.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use serde_json::{Value, json};

use crate::locator::FINDER;
use crate::session::{Answer, DriverError, Session};
use crate::wait;

/// The page in front. A cheap handle: it stays good over navigation, reload and change of tab.
#[derive(Clone)]
pub struct Page {
    session: Session,
}

/// What has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focused {
    /// Its role; `document` when nothing has the focus.
    pub role: String,
    /// Its accessible name.
    pub name: String,
}

/// White space of any kind and amount made one space, as the browser side does.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    pub(crate) fn new(session: Session) -> Page {
        Page { session }
    }

    /// The raw WebDriver session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    #[track_caller]
    pub(crate) fn must(&self, what: &str, answer: Answer) -> Value {
        match answer {
            Ok(value) => value,
            Err(why) => panic!("cannot {what}: {why}"),
        }
    }

    /// Runs the body of a function in the page, with `arguments`.
    pub fn script(&self, body: &str, args: Value) -> Answer {
        self.session.script(body, args)
    }

    /// Runs the body of a function in the page that calls its last argument with the result.
    pub fn script_async(&self, body: &str, args: Value) -> Answer {
        self.session.script_async(body, args)
    }

    /// The value of a JavaScript expression; panics when it throws.
    #[track_caller]
    pub fn value_of(&self, expression: &str) -> Value {
        self.must("evaluate", self.script(&format!("return {expression}"), json!([])))
    }

    /// The value of an expression that may use the functions of `locator.js`.
    pub(crate) fn look(&self, expression: &str, args: Value) -> Answer {
        self.look_body(&format!("return {expression}"), args)
    }

    /// The same for the body of a function.
    pub(crate) fn look_body(&self, body: &str, args: Value) -> Answer {
        self.script(&format!("{FINDER}\n{body}"), args)
    }

    /// The address.
    #[track_caller]
    pub fn url(&self) -> String {
        self.must("read the address", self.session.get("url")).as_str().unwrap_or_default().to_owned()
    }

    /// The title.
    #[track_caller]
    pub fn title(&self) -> String {
        self.must("read the title", self.session.get("title")).as_str().unwrap_or_default().to_owned()
    }

    /// All that can be read on it, white space squeezed. Empty while it is being loaded.
    pub fn text(&self) -> String {
        let text = self.look("squeeze(document.body?.innerText)", json!([]));
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether this text can be read at this moment.
    pub fn sees(&self, text: &str) -> bool {
        self.text().contains(&squeeze(text))
    }

    /// Waits until this text can be read.
    #[track_caller]
    pub fn wait_sees(&self, text: &str) {
        let found = wait::poll(wait::DEADLINE, || {
            let page = self.text();
            if page.contains(&squeeze(text)) { Ok(()) } else { Err(page) }
        });
        if let Err(page) = found {
            panic!("the page does not say {text:?}. It says: {page:?}");
        }
    }

    /// Waits until this text can no longer be read.
    #[track_caller]
    pub fn wait_sees_not(&self, text: &str) {
        wait::wait_for(&format!("{text:?} to go away"), || !self.sees(text));
    }

    /// Waits until a condition holds.
    #[track_caller]
    pub fn wait_for(&self, what: &str, condition: impl FnMut() -> bool) {
        wait::wait_for(what, condition);
    }

    /// What has the focus.
    #[track_caller]
    pub fn focused(&self) -> Focused {
        let found = self.must("read the focus", self.look("describe(document.activeElement)", json!([])));
        let part = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
        Focused { role: part("role"), name: part("name") }
    }

    /// Width and height of the visible part, in CSS pixels.
    #[track_caller]
    pub fn size(&self) -> (u32, u32) {
        let size = self.value_of("[innerWidth, innerHeight]");
        let number = |i: usize| size[i].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
        (number(0), number(1))
    }

    /// Whether the page is wider than the window, so that it would have to be moved sideways.
    #[track_caller]
    pub fn overflows_sideways(&self) -> bool {
        self.value_of("document.documentElement.scrollWidth > document.documentElement.clientWidth") == json!(true)
    }

    /// Whether a media query applies.
    #[track_caller]
    pub fn matches_media(&self, query: &str) -> bool {
        self.must("ask", self.script("return matchMedia(arguments[0]).matches", json!([query]))) == json!(true)
    }

    /// The page's markup as it is now.
    pub fn source(&self) -> String {
        let answer = self.session.get("source").ok();
        answer.and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// A picture of the visible part, as PNG.
    pub fn picture(&self) -> Result<Vec<u8>, DriverError> {
        let answer = self.session.get("screenshot")?;
        let text = answer.as_str().unwrap_or_default();
        let bad = |e: base64::DecodeError| DriverError { code: "screenshot".into(), message: e.to_string() };
        base64::engine::general_purpose::STANDARD.decode(text).map_err(bad)
    }

    /// The page as it is printed, as PDF, on sheets of this size in centimetres.
    #[track_caller]
    pub fn print(&self, (width, height): (f64, f64)) -> Vec<u8> {
        let body = serde_json::json!({ "page": { "width": width, "height": height } });
        let answer = self.session.post("print", body).unwrap_or_else(|why| panic!("cannot print: {why}"));
        let text = answer.as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD.decode(text).expect("a PDF in base64")
    }

    /// Saves a picture of the visible part as `folder/name.png`.
    #[track_caller]
    pub fn screenshot(&self, folder: &Path, name: &str) -> PathBuf {
        let bytes = self.picture().unwrap_or_else(|why| panic!("cannot take a picture: {why}"));
        std::fs::create_dir_all(folder).expect("a folder for pictures");
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, bytes).expect("a picture to be written");
        path
    }

    /// Waits for an alert, confirmation or prompt, and gives its text.
    #[track_caller]
    pub fn alert_text(&self) -> String {
        let text = wait::poll(wait::DEADLINE, || self.session.get("alert/text").map_err(|e| e.to_string()));
        match text {
            Ok(text) => text.as_str().unwrap_or_default().to_owned(),
            Err(why) => panic!("no alert: {why}"),
        }
    }

    /// Says yes to the alert, which is waited for.
    #[track_caller]
    pub fn accept_alert(&self) {
        self.alert_text();
        self.must("accept the alert", self.session.post("alert/accept", json!({})));
    }

    /// Says no to the alert, which is waited for.
    #[track_caller]
    pub fn dismiss_alert(&self) {
        self.alert_text();
        self.must("dismiss the alert", self.session.post("alert/dismiss", json!({})));
    }
}
