//! What `cargo xtask bench` measures from outside. The app that is shipped does not have it.

use nappe::core::bundle;
use nappe::core::domain::{Cafe, Scope};
use nappe::core::merge::Plan;
use nappe::core::storage::{Import, ImportState, Importing};
use nappe::storage::BrowserStore;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_split_helpers::wasm_split;

/// The bytes of two bundles in, the bytes of the merged café out; with `keep`, what the second one brings is stored as an
/// import does. The bench compares it with plain JavaScript. Nothing comes out when one of them cannot
/// be read or stored.
#[wasm_bindgen]
pub fn merge_bundles(a: Vec<u8>, b: Vec<u8>, keep: bool, done: js_sys::Function) {
    leptos::task::spawn_local(async move {
        let merged = merged(a, b, keep).await.unwrap_or_default();
        drop(done.call1(&JsValue::NULL, &js_sys::Uint8Array::from(&*merged)));
    });
}

#[wasm_split(rest)]
fn merged(a: Vec<u8>, b: Vec<u8>, keep: bool) -> Option<Vec<u8>> {
    let mut merged = bundle::decode(&a).ok()?.into_cafe();
    let brought = bundle::decode(&b).ok()?;
    if keep {
        let store = BrowserStore::open();
        let mut plan = Plan::default();
        plan.add(&merged, brought.records);
        let (id, files, state) = (merged.id(), Vec::new(), ImportState::Done);
        let manifest = Import { id, state, at: 0, files, new: plan.len(), changed: 0, segments: 0 };
        let mut importing = Importing::new(id, manifest, plan.into_records());
        while importing.step(&store).ok()? {}
        let (_, records) = importing.commit(&store).ok()?;
        merged.join(Cafe::from_records(id, records));
    } else {
        merged.join(brought.into_cafe());
    }
    Some(bundle::encode(&merged, Scope::Whole).into_bytes())
}
