//! Installing the app: asking the browser, where it lets a page ask.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

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
    let prompt = Reflect::get(&offer, &"prompt".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    let asked = prompt.and_then(|prompt| prompt.call0(&offer).ok()).and_then(|it| it.dyn_into::<Promise>().ok());
    if let Some(asked) = asked {
        drop(JsFuture::from(asked).await);
    }
}
