//! Events of the window that outlive any view. Each listener is for the life of the page.

use wasm_bindgen::prelude::*;

fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(name: &str, callback: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(E)>::new(callback);
    if let Some(window) = web_sys::window() {
        // It fails only for an event name that is no text.
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

/// The person is about to leave while something is not saved: asks the browser to ask. `is_unsaved` decides.
pub fn guard_leaving(is_unsaved: impl Fn() -> bool + 'static) {
    listen("beforeunload", move |event: web_sys::BeforeUnloadEvent| {
        if is_unsaved() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
}

/// Keeps `--keyboard` on the root: how much of the page the on-screen keyboard covers where the browser does not make the
/// page smaller (iOS).
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
