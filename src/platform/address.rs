//! The address of the page.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The part from `#` on.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Everything before `#`.
pub fn base() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to another screen; the one before stays behind the back button.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // The only error is an address that is none; routes write none of those.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another screen in place of this one.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// Whether the page was loaded again, by [`reload`] or by a person.
pub fn was_reloaded() -> bool {
    let performance = web_sys::window().and_then(|window| window.performance());
    let of = |value: &JsValue, name: &str| Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED);
    performance.is_some_and(|it| of(&of(&it, "navigation"), "type") == 1)
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}
