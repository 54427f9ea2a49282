//! Files in and out.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, Url};

/// A file that a person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIn {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

pub(super) fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&parts, &options)
}

/// Hands a text to the browser as a download. Says whether the browser took it; whether the person kept the file, no
/// page can know.
pub fn download(name: &str, text: &str, kind: &str) -> bool {
    save(name, blob(text, kind))
}

/// Hands bytes to the browser as a download, as [`download`] does a text.
pub fn download_bytes(name: &str, bytes: &[u8], kind: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    save(name, Blob::new_with_u8_array_sequence_and_options(&parts, &options))
}

/// Hands over what the browser made, as [`download`] does a text.
pub fn download_blob(name: &str, blob: &Blob) -> bool {
    save(name, Ok(blob.clone()))
}

fn save(name: &str, blob: Result<Blob, JsValue>) -> bool {
    let attempt = || -> Result<(), JsValue> {
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let url = Url::create_object_url_with_blob(&blob?)?;
        let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        anchor.set_href(&url);
        anchor.set_download(name);
        // Firefox follows only an anchor that is in the document.
        let body = document.body().ok_or(JsValue::NULL)?;
        body.append_child(&anchor)?;
        anchor.click();
        anchor.remove();
        // Some browsers begin reading after the click; the address must live until then.
        let free = wasm_bindgen::closure::Closure::once_into_js(move || Url::revoke_object_url(&url));
        if let Some(window) = web_sys::window() {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(free.unchecked_ref(), 60_000)?;
        }
        Ok(())
    };
    attempt().is_ok()
}

/// Reads a file; an unreadable one (a folder, a vanished file) gives no bytes and so "the file is empty". Of one that
/// is longer than any bundle no more is read than shows that it is: a film would not fit into the app's memory.
pub async fn read(file: File) -> FileIn {
    let name = file.name();
    let most = crate::core::bundle::limits::FILE_BYTES as f64 + 1.0;
    let buffer = file.slice_with_f64_and_f64(0.0, most).map(|beginning| beginning.array_buffer());
    let bytes = match JsFuture::from(buffer.unwrap_or_else(|error| js_sys::Promise::reject(&error))).await {
        Ok(buffer) => js_sys::Uint8Array::new(&buffer).to_vec(),
        Err(_) => Vec::new(),
    };
    FileIn { name, bytes }
}

fn files(list: Option<FileList>) -> Vec<File> {
    list.map_or_else(Vec::new, |list| (0..list.length()).filter_map(|at| list.get(at)).collect())
}

/// The files chosen in an input of type file, which is emptied so that the same file can be chosen again.
pub fn read_picked(input: &web_sys::HtmlInputElement) -> Vec<File> {
    let chosen = files(input.files());
    input.set_value("");
    chosen
}

/// The files dropped on the page.
pub fn read_dropped(event: &web_sys::DragEvent) -> Vec<File> {
    files(event.data_transfer().and_then(|data| data.files()))
}

/// Whether files, and not words or a picture of the page, are being dragged.
pub fn holds_files(event: &web_sys::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}
