//! Starts the app.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    // Leptos starts its reactive system; the page is ours.
    leptos::mount::mount_to_body(nappe::ui::start);
}

/// The bytes of two bundles in, the bytes of the merged café out: the work that `cargo xtask bench` compares with plain
/// JavaScript. Nothing comes out when one of them cannot be read.
#[wasm_bindgen]
pub fn merge_bundles(a: &[u8], b: &[u8]) -> Option<Vec<u8>> {
    use nappe::core::{bundle, domain::Scope};
    let mut merged = bundle::decode(a).ok()?.into_cafe();
    merged.join(bundle::decode(b).ok()?.into_cafe());
    Some(bundle::encode(&merged, Scope::Whole).into_bytes())
}
