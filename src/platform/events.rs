//! Events of the window that outlive any view. Each listener is for the life of the page.

use super::js;
use wasm_bindgen::prelude::*;

fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(name: &str, callback: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(E)>::new(callback);
    if let Some(window) = web_sys::window() {
        // It fails only for an event name that is not a text.
        let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// The address changed behind `#`.
pub fn on_hash_change(mut callback: impl FnMut() + 'static) {
    listen("hashchange", move |_: web_sys::Event| callback());
}

/// Another tab wrote to the store: the key, or none when everything was cleared.
pub fn on_storage(mut callback: impl FnMut(Option<String>) + 'static) {
    listen("storage", move |event: web_sys::StorageEvent| callback(event.key()));
}

/// The page came back from the browser's memory (back button, sleeping tab): events of other tabs were missed.
pub fn on_return(mut callback: impl FnMut() + 'static) {
    listen("pageshow", move |event: web_sys::PageTransitionEvent| {
        if event.persisted() {
            callback();
        }
    });
}

/// The page went out of sight, or came back: another tab, the device was locked.
pub fn on_hiding(mut callback: impl FnMut() + 'static) {
    listen("visibilitychange", move |_: web_sys::Event| callback());
}

/// The person is about to leave while something is not saved: asks the browser to ask. `is_unsaved` decides.
pub fn guard_leaving(is_unsaved: impl Fn() -> bool + 'static) {
    listen("beforeunload", move |event: web_sys::BeforeUnloadEvent| {
        if is_unsaved() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
}

/// The installed app was opened with files: a bundle was tapped in another app. Only some browsers tell.
pub fn on_launch(tell: impl Fn(Vec<web_sys::File>) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(queue) = js::object(&window, "launchQueue") else { return };
    let consume = Closure::<dyn FnMut(JsValue)>::new(move |launch: JsValue| {
        let handles = js::object(&launch, "files").map(|files| js_sys::Array::from(&files));
        let tell = tell.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut files = Vec::new();
            for handle in handles.iter().flat_map(js_sys::Array::iter) {
                files.extend(file_behind(&handle).await);
            }
            if !files.is_empty() {
                tell(files);
            }
        });
    });
    // A browser that refuses its own consumer tells nothing.
    let _ = js::call(&queue, "setConsumer", &[consume.as_ref()]);
    consume.forget();
}

/// The file that a handle stands for.
async fn file_behind(handle: &JsValue) -> Option<web_sys::File> {
    js::ask(handle, "getFile", &[])?.await.ok()?.dyn_into().ok()
}

/// Keeps `--keyboard` on the root: how much of the page the on-screen keyboard covers where the browser does not make
/// the page smaller (iOS).
pub fn follow_keyboard() {
    let Some(viewport) = web_sys::window().and_then(|window| window.visual_viewport()) else { return };
    let measured = viewport.clone();
    let measure = Closure::<dyn FnMut()>::new(move || {
        let Some(window) = web_sys::window() else { return };
        let inner = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let covered = (inner - measured.height() * measured.scale() - measured.offset_top()).max(0.0);
        super::page::set_root_property("--keyboard", &format!("{covered:.0}px"));
    });
    for name in ["resize", "scroll"] {
        let _ = viewport.add_event_listener_with_callback(name, measure.as_ref().unchecked_ref());
    }
    measure.forget();
}

/// Whether an event says yes to this: `shiftKey`, `isPrimary`.
pub fn flag(event: &web_sys::Event, name: &str) -> bool {
    js::get(event, name).as_bool().unwrap_or_default()
}

/// A number that an event holds: `clientX`.
pub fn number(event: &web_sys::Event, name: &str) -> f64 {
    js::get(event, name).as_f64().unwrap_or_default()
}

/// A text that an event holds: `pointerType`.
pub fn text(event: &web_sys::Event, name: &str) -> String {
    js::get(event, name).as_string().unwrap_or_default()
}

/// Whether an event happened to an element that fits a selector, or inside one.
pub fn is_within(event: &web_sys::Event, selector: &str) -> bool {
    js::call(&js::get(event, "target"), "closest", &[&selector.into()]).is_ok_and(|found| found.is_object())
}
