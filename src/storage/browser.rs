//! `localStorage`: the only user of gloo-storage.

use super::recent;
use crate::core::storage::{Store, StoreError};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};

/// This origin's `localStorage`; or none, where the browser forbids it.
#[derive(Clone, Debug)]
pub struct BrowserStore(Option<web_sys::Storage>);

impl BrowserStore {
    /// Asks the browser first: gloo-storage panics where storage is blocked.
    pub fn open() -> Self {
        let probe = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        Self(probe.is_some().then(LocalStorage::raw))
    }

    fn raw(&self) -> Result<&web_sys::Storage, StoreError> {
        self.0.as_ref().ok_or(StoreError::Blocked)
    }
}

/// Each engine says "full" in its own way; all of them also by name.
fn error_of(error: JsValue) -> StoreError {
    let Some(exception) = error.dyn_ref::<web_sys::DomException>() else {
        return StoreError::Failed(format!("{error:?}"));
    };
    match (exception.name().as_str(), exception.code()) {
        ("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED", _) | (_, 22 | 1014) => StoreError::Full,
        ("SecurityError", _) => StoreError::Blocked,
        (name, _) => StoreError::Failed(name.to_owned()),
    }
}

impl Store for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.raw()?.get_item(key).map_err(error_of)?;
        if let Some(text) = &text {
            recent::read(key, text);
        }
        Ok(text)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.raw()?.set_item(key, text).map_err(error_of)?;
        recent::wrote(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.raw()?.remove_item(key).map_err(error_of)?;
        recent::wrote(key);
        Ok(())
    }

    /// `Object.keys` takes half the time of `key(i)` in a loop.
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let keys = js_sys::Object::keys(self.raw()?.as_ref());
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }
}
