//! The clipboard.

use crate::platform::js;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// Copies a text; says whether that worked. It does not on a plain-http page: then the text in a box is to be selected.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // On an insecure page the property is absent, and web-sys would call a method of nothing.
    js::object(&navigator, "clipboard").is_some()
        && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Selects all text of a box and tries the old way of copying, which plain-http pages still have; says whether it
/// worked. The text stays selected for the person's own "copy".
pub fn select_all(area: &HtmlTextAreaElement) -> bool {
    use wasm_bindgen::JsCast;
    let _ = area.focus();
    area.select();
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<web_sys::HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}
