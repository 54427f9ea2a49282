//! A file beside the app, in the folder that it came from.

use super::offline::or_nothing;
use wasm_bindgen::JsCast;
use web_sys::{RequestCache, RequestInit, Response};

/// The file that short links are about. It holds an invitation to the whole café, as a link.
pub const NAME: &str = "cafe.txt";

/// The only answers that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What stands in the file.
    Text(String),
    /// There is no such file.
    Absent,
    /// The folder gave no answer: there is no network, or it lets nobody read the file.
    Silent,
}

/// Asks for the file, past every cache: it may have been replaced a minute ago.
pub async fn read() -> Answer {
    let fresh = RequestInit::new();
    fresh.set_cache(RequestCache::NoStore);
    let Some(window) = web_sys::window() else { return Answer::Silent };
    let Some(response) = or_nothing(&window.fetch_with_str_and_init(NAME, &fresh)).await else { return Answer::Silent };
    let Ok(response) = response.dyn_into::<Response>() else { return Answer::Silent };
    if matches!(response.status(), 404 | 410) {
        return Answer::Absent;
    }
    let text = match response.text() {
        Ok(text) if response.ok() => or_nothing(&text).await.and_then(|text| text.as_string()),
        _ => None,
    };
    text.map_or(Answer::Silent, Answer::Text)
}
