//! The service worker, seen from the page: it keeps the app's files on this device (`service-worker.js`).

use super::{address, js};
use js_sys::{Array, Function, Object, Promise};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// What this device can do without a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Files that would not be answered from this device.
    pub missing: Vec<String>,
}

/// How long an answer may take, in milliseconds: the worker reads and digests every file.
const PATIENCE: i32 = 20_000;
/// How long a download of what is missing may take: browsers end a worker that is busy with one thing for longer.
const DOWNLOAD: i32 = 5 * 60_000;

/// Whether the page is a file.
pub fn is_file() -> bool {
    web_sys::window().is_some_and(|window| window.location().protocol().is_ok_and(|protocol| protocol == "file:"))
}

/// Whether the page came over https, or from this very computer.
pub fn is_secure() -> bool {
    web_sys::window().is_some_and(|window| window.is_secure_context())
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    // Absent in some private windows; web-sys would hand out nothing as if it were something.
    js::object(&navigator, "serviceWorker")?;
    Some(navigator.service_worker())
}

/// Whether this window of the browser has service workers at all.
pub fn is_supported() -> bool {
    container().is_some()
}

/// The worker of this page. Copy of a handle; it lives as long as the page.
#[derive(Clone, Debug)]
pub struct Worker {
    registration: ServiceWorkerRegistration,
    /// The worker that was active when the page began: of this page's version, or of a newer one that nobody chose yet.
    own: Option<ServiceWorker>,
    /// Whether the worker said that its version is newer than this page's, which nobody has left yet.
    is_newer: Rc<Cell<bool>>,
}

/// A file that another app shared with this one.
#[derive(Clone, Debug)]
pub struct Shared {
    /// By what the worker knows it.
    pub at: String,
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The worker that keeps the app on this device already. Asking for it needs no network; registering it anew would look
/// for a newer version, at each start.
pub async fn registered() -> Option<Worker> {
    let registration = JsFuture::from(container()?.get_registration()).await.ok()?;
    let registration: ServiceWorkerRegistration = registration.dyn_into().ok()?;
    // Not that of another app, in a folder above this one.
    let base = address::base();
    let folder = base.split('?').next()?.rsplit_once('/')?.0;
    let is_ours = registration.scope().strip_suffix('/') == Some(folder) && registration.active().is_some();
    is_ours.then(|| Worker::of(registration))
}

/// Registers the worker and waits until it has all files; none where that fails, for example without a network.
pub async fn register() -> Option<Worker> {
    let container = container()?;
    let registered = JsFuture::from(container.register("./service-worker.js")).await.ok()?;
    let registration: ServiceWorkerRegistration = registered.dyn_into().ok()?;
    // A first download that fails ends the registration, and `ready` would wait for ever. One that is slow goes on:
    // forty phones may share a weak network.
    while registration.active().is_none() {
        let ready = container.ready().ok()?;
        if or_nothing(&ready).await.is_none() && registration.installing().is_none() {
            return None;
        }
    }
    Some(Worker::of(registration))
}

/// Whether the browser believes that there is a network. It may be wrong about that, but not when it says that there is
/// none.
fn is_online() -> bool {
    web_sys::window().is_none_or(|window| js::get(&window.navigator(), "onLine") != JsValue::FALSE)
}

/// Whether a worker answers what this page asks for.
pub fn is_ruled() -> bool {
    container().is_some_and(|it| js::object(&it, "controller").is_some())
}

/// What a promise gives; nothing when it fails or takes too long.
pub(super) async fn or_nothing(promise: &Promise) -> Option<JsValue> {
    within(PATIENCE, promise).await
}

async fn within(patience: i32, promise: &Promise) -> Option<JsValue> {
    let clock = Promise::new(&mut |_, reject| {
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, patience));
        }
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &clock))).await.ok()
}

fn question(ask: &str, script: &str) -> Object {
    let question = Object::new();
    for (name, value) in [("ask", ask), ("script", script)] {
        drop(js::set(&question, name, &value.into()));
    }
    question
}

async fn ask(worker: &ServiceWorker, question: &Object) -> Option<JsValue> {
    ask_within(PATIENCE, worker, question).await
}

async fn ask_within(patience: i32, worker: &ServiceWorker, question: &Object) -> Option<JsValue> {
    let channel = MessageChannel::new().ok()?;
    let answer = Promise::new(&mut |resolve, _| {
        let hear = Closure::once_into_js(move |event: MessageEvent| resolve.call1(&JsValue::NULL, &event.data()));
        channel.port1().set_onmessage(Some(hear.unchecked_ref()));
    });
    worker.post_message_with_transferable(question, &Array::of1(&channel.port2())).ok()?;
    within(patience, &answer).await
}

/// The file name of the script that runs: it holds a digest, so it names the version.
pub fn script() -> String {
    let script = web_sys::window().and_then(|window| window.document());
    let script = script.and_then(|document| document.query_selector("script[type=module]").ok().flatten());
    let src = script.and_then(|script| script.get_attribute("src")).unwrap_or_default();
    src.rsplit('/').next().unwrap_or_default().to_owned()
}

impl Worker {
    fn of(registration: ServiceWorkerRegistration) -> Self {
        Self { own: registration.active(), registration, is_newer: Rc::default() }
    }

    /// Whether a newer version is active already: since another tab began to use it, since no worker rules this page
    /// and so none had to wait for it, or since all pages were closed and the browser asks nobody then.
    fn is_outrun(&self) -> bool {
        let is_other = |active: ServiceWorker| self.own.as_ref().is_none_or(|own| !Object::is(&active, own));
        self.is_newer.get() || self.registration.active().is_some_and(is_other)
    }

    /// Lets the worker look at every file of the version that starts next time. It says, too, whether its own is newer.
    pub async fn check(&self) -> Option<Check> {
        let script = script();
        let answer = ask(&self.registration.active()?, &question("check", &script)).await?;
        let missing = js::object(&answer, "missing")?;
        let mut missing: Vec<String> = Array::from(&missing).iter().filter_map(|name| name.as_string()).collect();
        if js::get(&answer, "newer") == JsValue::TRUE {
            self.is_newer.set(true);
        } else if self.is_outrun() {
            // The next start is of the newer version; that this page's own script is not in it says nothing.
            missing.retain(|name| *name != script);
        }
        Some(Check { missing })
    }

    /// Tells the worker that a page of this version runs: what older versions left can go.
    pub async fn say_running(&self) {
        if let Some(active) = self.registration.active() {
            ask(&active, &question("running", &script())).await;
        }
    }

    /// Lets the worker download what the browser lost of the app, where there is a network.
    pub async fn mend(&self) {
        if let Some(active) = self.registration.active().filter(|_| is_online()) {
            ask_within(DOWNLOAD, &active, &question("mend", &script())).await;
        }
    }

    /// Whether a newer version than this page's is on this device, complete.
    pub fn has_update(&self) -> bool {
        self.is_outrun() || self.registration.waiting().is_some() && self.registration.active().is_some()
    }

    /// Looks for a newer version, where there is a network.
    pub async fn look(&self) {
        let looking = is_online().then(|| self.registration.update().ok()).flatten();
        if let Some(looking) = looking {
            drop(JsFuture::from(looking).await);
        }
    }

    /// Tells whenever a newer version may have become complete, or another tab has begun to use it.
    pub fn on_update(&self, tell: impl Fn() + Clone + 'static) {
        let Some(container) = container() else { return };
        // These listen for the life of the page.
        let changed: Function = Closure::<dyn FnMut()>::new(tell.clone()).into_js_value().unchecked_into();
        let follow = {
            let registration = self.registration.clone();
            move || {
                if let Some(coming) = registration.installing() {
                    coming.set_onstatechange(Some(&changed));
                }
            }
        };
        // One that was on its way before anybody listened is found no more.
        follow();
        let found: Function = Closure::<dyn FnMut()>::new(follow).into_js_value().unchecked_into();
        self.registration.set_onupdatefound(Some(&found));
        let ruled: Function = Closure::<dyn FnMut()>::new(tell).into_js_value().unchecked_into();
        container.set_oncontrollerchange(Some(&ruled));
    }

    /// Uses the newer version: the page is loaded anew as soon as it rules; where it does already, as soon as it has
    /// heard.
    pub fn apply_update(&self) {
        let (Some(waiting), Some(container)) = (self.registration.waiting(), container()) else {
            let active = self.registration.active();
            return wasm_bindgen_futures::spawn_local(async move {
                if let Some(active) = active {
                    ask(&active, &question("apply", "")).await;
                }
                address::reload();
            });
        };
        let reload: Function = Closure::<dyn FnMut()>::new(address::reload).into_js_value().unchecked_into();
        container.set_oncontrollerchange(Some(&reload));
        if !is_ruled() {
            // A page that was loaded past the worker hears only of the worker's own change.
            waiting.set_onstatechange(Some(&reload));
        }
        drop(waiting.post_message(&question("apply", "")));
    }

    /// Files that another app shared with this one, and that are not settled.
    pub async fn received(&self) -> Vec<Shared> {
        let Some(active) = self.registration.active() else { return Vec::new() };
        let Some(answer) = ask(&active, &question("received", "")).await else { return Vec::new() };
        let file = |file: JsValue| {
            let of = |name: &str| js::get(&file, name);
            // A worker of an older version says no address.
            let at = of("at").as_string().unwrap_or_default();
            let bytes = js_sys::Uint8Array::new(&of("bytes")).to_vec();
            Some(Shared { at, name: of("name").as_string()?, bytes })
        };
        Array::from(&answer).iter().filter_map(file).collect()
    }

    /// Says that shared files were imported or put away.
    pub async fn say_taken(&self, files: &[String]) {
        let question = question("taken", "");
        let files: Array = files.iter().map(|at| JsValue::from(at.as_str())).collect();
        drop(js::set(&question, "files", &files));
        if let Some(active) = self.registration.active() {
            ask(&active, &question).await;
        }
    }
}

/// Whether the browser promised not to clear the storage by itself; none where it does not say.
pub async fn is_persistent() -> Option<bool> {
    let storage = storage_manager()?;
    JsFuture::from(storage.persisted().ok()?).await.ok()?.as_bool()
}

/// Asks the browser not to clear the storage by itself; says whether it promised.
pub async fn ask_to_persist() -> bool {
    let Some(asking) = storage_manager().and_then(|storage| storage.persist().ok()) else { return false };
    JsFuture::from(asking).await.ok().and_then(|it| it.as_bool()).unwrap_or_default()
}

fn storage_manager() -> Option<web_sys::StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // Absent on plain-http pages.
    js::object(&navigator, "storage")?;
    Some(navigator.storage())
}
