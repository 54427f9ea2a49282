//! The share sheet. The file is made before the tap: browsers refuse to share when the tap is too long ago.

use crate::platform::js;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, ShareData};

/// A file that this browser is ready to share.
#[derive(Clone, Debug)]
pub struct Shareable(ShareData);

/// Prepares a bundle for the share sheet: as `.json` where the browser takes that, as `.txt` otherwise (browsers share
/// only listed types, and JSON is rarely among them). None where files cannot be shared.
pub fn prepare(name: &str, text: &str) -> Option<Shareable> {
    [("json", "application/json"), ("txt", "text/plain")]
        .into_iter()
        .find_map(|(ending, kind)| prepare_file(&format!("{name}.{ending}"), text.as_bytes(), kind))
}

/// Prepares a file for the share sheet. None where the browser shares no files of this kind.
pub fn prepare_file(name: &str, bytes: &[u8], kind: &str) -> Option<Shareable> {
    let navigator = web_sys::window()?.navigator();
    // Absent on plain-http pages and in some browsers.
    js::function(&navigator, "canShare")?;
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&js_sys::Array::of1(&file));
    data.set_title(name);
    navigator.can_share_with_data(&data).then_some(Shareable(data))
}

impl Shareable {
    /// Opens the share sheet; says whether the person shared. Must be called in answer to a tap.
    pub async fn share(&self) -> bool {
        let Some(window) = web_sys::window() else { return false };
        JsFuture::from(window.navigator().share_with_data(&self.0)).await.is_ok()
    }
}
