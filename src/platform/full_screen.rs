//! The whole screen for the page, where the browser lets a page have it: iPhones do not.

use super::js;
use wasm_bindgen::prelude::*;

fn document() -> Option<JsValue> {
    Some(web_sys::window()?.document()?.into())
}

fn root() -> Option<JsValue> {
    Some(web_sys::window()?.document()?.document_element()?.into())
}

/// By which of these names the method is there: WebKit had names of its own for long.
fn method(of: &JsValue, names: [&'static str; 2]) -> Option<&'static str> {
    names.into_iter().find(|name| js::function(of, name).is_some())
}

fn call(on: Option<JsValue>, names: [&'static str; 2]) {
    let Some(on) = on else { return };
    let Some(name) = method(&on, names) else { return };
    // A browser that refuses now leaves the page as it is, which shows the same in its window.
    if let Some(asked) = js::ask(&on, name, &[]) {
        wasm_bindgen_futures::spawn_local(async { drop(asked.await) });
    }
}

/// Whether the browser lets a page have the whole screen.
pub fn is_possible() -> bool {
    root().is_some_and(|root| method(&root, ["requestFullscreen", "webkitRequestFullscreen"]).is_some())
}

/// Whether the page has it.
pub fn is_on() -> bool {
    document().is_some_and(|document| {
        let is_there = |name| js::object(&document, name).is_some();
        is_there("fullscreenElement") || is_there("webkitFullscreenElement")
    })
}

/// Takes it, after a person's tap or key.
pub fn enter() {
    call(root(), ["requestFullscreen", "webkitRequestFullscreen"]);
}

/// Gives it back.
pub fn leave() {
    if is_on() {
        call(document(), ["exitFullscreen", "webkitExitFullscreen"]);
    }
}
