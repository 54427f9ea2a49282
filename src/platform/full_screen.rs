//! The whole screen for the page, where the browser lets a page have it: iPhones do not.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

fn document() -> Option<JsValue> {
    Some(web_sys::window()?.document()?.into())
}

fn root() -> Option<JsValue> {
    Some(web_sys::window()?.document()?.document_element()?.into())
}

/// The first of these members that is what is looked for: WebKit had names of its own for long.
fn member<T: JsCast>(of: &JsValue, names: [&str; 2]) -> Option<T> {
    names.into_iter().find_map(|name| Reflect::get(of, &name.into()).ok()?.dyn_into::<T>().ok())
}

fn call(on: Option<JsValue>, names: [&str; 2]) {
    let Some(on) = on else { return };
    let Some(method) = member::<Function>(&on, names) else { return };
    // A browser that refuses now leaves the page as it is, which shows the same in its window.
    if let Some(asked) = method.call0(&on).ok().and_then(|it| it.dyn_into::<Promise>().ok()) {
        wasm_bindgen_futures::spawn_local(async { drop(JsFuture::from(asked).await) });
    }
}

/// Whether the browser lets a page have the whole screen.
pub fn is_possible() -> bool {
    root().is_some_and(|root| member::<Function>(&root, ["requestFullscreen", "webkitRequestFullscreen"]).is_some())
}

/// Whether the page has it.
pub fn is_on() -> bool {
    document().is_some_and(|document| {
        member::<web_sys::HtmlElement>(&document, ["fullscreenElement", "webkitFullscreenElement"]).is_some()
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
