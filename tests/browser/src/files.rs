//! Giving files to the page: through a file input, or by dropping them.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::locator::Locator;

/// A file to drop.
#[derive(Clone, Debug)]
pub struct DroppedFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its type, such as `application/json`.
    pub mime: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

impl Locator {
    /// Chooses these files in a file input (see [`crate::Page::file_field`]), as its dialog would.
    #[track_caller]
    pub fn choose_files(&self, paths: &[&Path]) {
        let text: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let body = json!({ "text": text.join("\n") });
        self.act("give files to", |element| {
            self.page.session().element(element, "value", body.clone()).map(drop).map_err(|e| e.to_string())
        });
    }

    /// Drops files on it. No driver can drag a file in from outside, so the events are made by script.
    #[track_caller]
    pub fn drop_files(&self, files: &[DroppedFile<'_>]) {
        let list: Vec<Value> = files.iter().map(|f| json!([f.name, f.mime, STANDARD.encode(f.bytes)])).collect();
        let script = "const data = new DataTransfer();
            for (const [name, type, text] of arguments[1]) {
                const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
                data.items.add(new File([bytes], name, { type }));
            }
            for (const kind of ['dragenter', 'dragover', 'drop']) {
                const event = new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: data });
                arguments[0].dispatchEvent(event);
            }";
        self.act("drop files on", |element| {
            self.page.script(script, json!([element.to_value(), list])).map(drop).map_err(|e| e.to_string())
        });
    }
}
