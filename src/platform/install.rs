//! Installing the app: asking the browser, where it lets a page ask.

use super::js;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What the browser handed out to ask with.
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer for when a person wants it, in place of the bar that it would show by itself.
pub fn keep_offer(tell: impl Fn() + 'static) {
    let keep = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        event.prevent_default();
        OFFER.replace(Some(event.into()));
        tell();
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("beforeinstallprompt", keep.as_ref().unchecked_ref());
    }
    keep.forget();
}

/// Whether the app runs in a window of its own, as installed apps do.
pub fn is_installed() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(display-mode: standalone)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Asks the browser to install the app; an offer can be used once.
pub async fn ask() {
    let Some(offer) = OFFER.take() else { return };
    if let Some(asked) = js::ask(&offer, "prompt", &[]) {
        drop(asked.await);
    }
}
