//! The service worker, seen from the page: it keeps the app's files on this device (`service-worker.js`).

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// What this device can do without a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Files that would not be answered from this device.
    pub missing: Vec<String>,
}

/// How long an answer of the worker may take, in milliseconds: it reads and digests every file.
const PATIENCE: i32 = 20_000;

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
    Reflect::get(&navigator, &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
    Some(navigator.service_worker())
}

/// Whether this window of the browser has service workers at all.
pub fn is_supported() -> bool {
    container().is_some()
}

/// The worker of this page. Copy of a handle; it lives as long as the page.
#[derive(Clone, Debug)]
pub struct Worker(ServiceWorkerRegistration);

/// Registers the worker and waits until it has all files; none where that fails, for example without a network.
pub async fn register() -> Option<Worker> {
    let container = container()?;
    let registered = JsFuture::from(container.register("./service-worker.js")).await.ok()?;
    let worker = Worker(registered.dyn_into().ok()?);
    if worker.0.active().is_none() {
        // A first download that fails ends the registration, and `ready` would wait for ever.
        let ready = container.ready().ok()?;
        or_nothing(&ready).await?;
    }
    Some(worker)
}

/// What a promise gives; nothing when it fails or takes too long.
async fn or_nothing(promise: &Promise) -> Option<JsValue> {
    let clock = Promise::new(&mut |_, reject| {
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE));
        }
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &clock))).await.ok()
}

fn question(ask: &str, script: &str) -> Object {
    let question = Object::new();
    for (name, value) in [("ask", ask), ("script", script)] {
        drop(Reflect::set(&question, &name.into(), &value.into()));
    }
    question
}

async fn ask(worker: &ServiceWorker, question: &Object) -> Option<JsValue> {
    let channel = MessageChannel::new().ok()?;
    let answer = Promise::new(&mut |resolve, _| {
        let hear = Closure::once_into_js(move |event: MessageEvent| resolve.call1(&JsValue::NULL, &event.data()));
        channel.port1().set_onmessage(Some(hear.unchecked_ref()));
    });
    worker.post_message_with_transferable(question, &Array::of1(&channel.port2())).ok()?;
    or_nothing(&answer).await
}

/// The file name of the script that runs: it holds a digest, so it names the version.
pub fn script() -> String {
    let script = web_sys::window().and_then(|window| window.document());
    let script = script.and_then(|document| document.query_selector("script[type=module]").ok().flatten());
    let src = script.and_then(|script| script.get_attribute("src")).unwrap_or_default();
    src.rsplit('/').next().unwrap_or_default().to_owned()
}

impl Worker {
    /// Lets the worker look at every file that it keeps.
    pub async fn check(&self) -> Option<Check> {
        let answer = ask(&self.0.active()?, &question("check", &script())).await?;
        let missing = Reflect::get(&answer, &"missing".into()).ok()?;
        let missing = Array::from(&missing).iter().filter_map(|name| name.as_string()).collect();
        Some(Check { missing })
    }

    /// Tells the worker that a page of this version runs: what older versions left can go.
    pub async fn say_running(&self) {
        if let Some(active) = self.0.active() {
            ask(&active, &question("running", &script())).await;
        }
    }

    /// Whether a newer version is on this device, complete, and waits to be used.
    pub fn has_update(&self) -> bool {
        self.0.waiting().is_some() && self.0.active().is_some()
    }

    /// Looks for a newer version, where there is a network.
    pub async fn look(&self) {
        if let Ok(looking) = self.0.update() {
            drop(JsFuture::from(looking).await);
        }
    }

    /// Tells whenever a newer version may have become complete.
    pub fn on_update(&self, tell: impl Fn() + Clone + 'static) {
        let registration = self.0.clone();
        let found = Closure::<dyn FnMut()>::new(move || {
            let Some(coming) = registration.installing() else { return };
            let tell = tell.clone();
            let changed = Closure::<dyn FnMut()>::new(tell);
            coming.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
            changed.forget();
        });
        self.0.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
        found.forget();
    }

    /// Uses the newer version: the page is loaded anew as soon as it rules.
    pub fn apply_update(&self) {
        let (Some(waiting), Some(container)) = (self.0.waiting(), container()) else { return };
        let reload = Closure::once_into_js(|| {
            if let Some(window) = web_sys::window() {
                drop(window.location().reload());
            }
        });
        container.set_oncontrollerchange(Some(reload.unchecked_ref()));
        drop(waiting.post_message(&question("apply", "")));
    }

    /// Files that another app shared with this one: name and content.
    pub async fn received(&self) -> Vec<(String, Vec<u8>)> {
        let Some(active) = self.0.active() else { return Vec::new() };
        let Some(answer) = ask(&active, &question("received", "")).await else { return Vec::new() };
        let file = |file: JsValue| {
            let name = Reflect::get(&file, &"name".into()).ok()?.as_string()?;
            let bytes = Reflect::get(&file, &"bytes".into()).ok()?;
            Some((name, js_sys::Uint8Array::new(&bytes).to_vec()))
        };
        Array::from(&answer).iter().filter_map(file).collect()
    }

    /// Says that the shared files were taken.
    pub async fn say_taken(&self) {
        if let Some(active) = self.0.active() {
            ask(&active, &question("taken", "")).await;
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
    Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    Some(navigator.storage())
}
