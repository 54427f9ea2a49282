//! A thin W3C WebDriver client: JSON over HTTP to a driver on this machine.

use std::fmt;
use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::Engine;

/// The key under which WebDriver hands elements over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a driver may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// And to print: ten thousand notes are hundreds of sheets.
const PRINTING: Duration = Duration::from_secs(600);

/// What a driver refused, and why.
#[derive(Clone, Debug)]
pub struct DriverError {
    /// WebDriver's code, such as `stale element reference`; `transport` when the driver did not answer.
    pub code: String,
    /// The driver's sentence.
    pub message: String,
}

impl fmt::Display for DriverError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.code, self.message.lines().next().unwrap_or_default())
    }
}

impl std::error::Error for DriverError {}

/// An answer of the driver.
pub type Answer = Result<Value, DriverError>;

/// An element of the page, as WebDriver names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(pub String);

impl Element {
    /// The element in an answer, if it is one.
    pub fn from_value(value: &Value) -> Option<Element> {
        Some(Element(value.get(ELEMENT)?.as_str()?.to_owned()))
    }

    /// The element as an argument of a script.
    pub fn to_value(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// The HTTP side of a driver.
#[derive(Clone)]
pub struct Wire {
    agent: ureq::Agent,
    base: String,
}

impl Wire {
    /// A driver that listens on this port.
    pub fn new(port: u16) -> Wire {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .max_idle_connections(0)
            .timeout_global(Some(PATIENCE));
        Wire { agent: config.build().into(), base: format!("http://127.0.0.1:{port}") }
    }

    /// One request; `body` for POST.
    pub fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let lost = |e: ureq::Error| DriverError { code: "transport".into(), message: format!("{method} {path}: {e}") };
        let url = format!("{}{path}", self.base);
        let mut response = match (method, body) {
            ("GET", _) => self.agent.get(url).call(),
            ("DELETE", _) => self.agent.delete(url).call(),
            (_, body) => {
                let text = body.map_or_else(|| "{}".to_owned(), Value::to_string);
                let patience = if path.ends_with("/cdp/execute") { PRINTING } else { PATIENCE };
                let request = self.agent.post(url).config().timeout_global(Some(patience)).build();
                request.header("content-type", "application/json; charset=utf-8").send(text)
            }
        }
        .map_err(lost)?;
        let text = response.body_mut().with_config().limit(256 << 20).read_to_string().map_err(lost)?;
        let mut answer: Value = serde_json::from_str(&text)
            .map_err(|e| DriverError { code: "transport".into(), message: format!("{method} {path}: {e}: {text}") })?;
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        match value.get("error").and_then(Value::as_str) {
            Some(code) if response.status().as_u16() >= 400 => {
                let message = value.get("message").and_then(Value::as_str).unwrap_or_default();
                Err(DriverError { code: code.to_owned(), message: message.to_owned() })
            }
            _ => Ok(value),
        }
    }
}

/// One browser under a driver's control.
#[derive(Clone)]
pub struct Session {
    wire: Wire,
    id: String,
    engine: Engine,
}

impl Session {
    /// Starts a browser with these capabilities.
    pub fn start(wire: &Wire, engine: Engine, capabilities: Value) -> Result<Session, DriverError> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = wire.call("POST", "/session", Some(&body))?;
        let id = answer.get("sessionId").and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Session { wire: wire.clone(), id, engine })
    }

    /// The engine of the browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A GET of this session, such as `url`.
    pub fn get(&self, path: &str) -> Answer {
        self.wire.call("GET", &format!("/session/{}/{path}", self.id), None)
    }

    /// A POST of this session, such as `refresh`.
    pub fn post(&self, path: &str, body: Value) -> Answer {
        self.wire.call("POST", &format!("/session/{}/{path}", self.id), Some(&body))
    }

    /// A DELETE of this session, such as `window`.
    pub fn delete(&self, path: &str) -> Answer {
        self.wire.call("DELETE", &format!("/session/{}/{path}", self.id), None)
    }

    /// Closes the browser.
    pub fn quit(&self) -> Answer {
        self.wire.call("DELETE", &format!("/session/{}", self.id), None)
    }

    /// Runs the body of a function in the page.
    pub fn script(&self, body: &str, args: Value) -> Answer {
        self.post("execute/sync", json!({ "script": body, "args": args }))
    }

    /// Runs the body of a function in the page; its last argument is the function to call with the result.
    pub fn script_async(&self, body: &str, args: Value) -> Answer {
        self.post("execute/async", json!({ "script": body, "args": args }))
    }

    /// A POST to an element, such as `click`.
    pub fn element(&self, element: &Element, path: &str, body: Value) -> Answer {
        self.post(&format!("element/{}/{path}", element.0), body)
    }
}
