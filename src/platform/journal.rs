//! A second memory of the browser (IndexedDB), which puts what it is given on the disk before it says so.
//! `localStorage` does not: a browser that is killed loses what was written in the last seconds.

use super::js;
use js_sys::{Array, Object, Promise};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "nappe-journal";
/// The one store in it: under each key a text, when it was written, and its number.
const STORE: &str = "recent";

/// A write; times are milliseconds since 1970.
#[derive(Debug)]
pub struct Entry {
    /// The key in `localStorage`.
    pub key: String,
    /// What was under it; none for nothing.
    pub text: Option<String>,
    /// Since when.
    pub at: f64,
    /// Its number.
    pub number: u64,
}

/// The journal, as the browser opened it last.
#[derive(Debug)]
pub struct Journal(RefCell<JsValue>);

/// Waits until one of the first events comes, or an error.
async fn wait(of: &JsValue, good: &str) -> Result<(), JsValue> {
    let mut listens = Ok(());
    let promise = Promise::new(&mut |then, fail| {
        for (name, act) in [(good, &then), ("onerror", &fail), ("onabort", &fail), ("onblocked", &fail)] {
            listens = listens.clone().and(js::set(of, name, act));
        }
    });
    listens?;
    JsFuture::from(promise).await.map(drop)
}

async fn answer(request: &JsValue) -> Result<JsValue, JsValue> {
    wait(request, "onsuccess").await?;
    Ok(js::get(request, "result"))
}

impl Journal {
    /// Opens it; none where the browser has no such thing, or does not let this page have it.
    pub async fn open() -> Option<Self> {
        Self::connect().await.map(|base| Self(RefCell::new(base)))
    }

    async fn connect() -> Option<JsValue> {
        let factory = js::object(web_sys::window()?.as_ref(), "indexedDB")?;
        let request = js::call(&factory, "open", &[&NAME.into(), &1.into()]).ok()?;
        let fresh = request.clone();
        let make = Closure::once(move || {
            // Without it nothing can be read or written, which is said there.
            let _ = js::call(&js::get(&fresh, "result"), "createObjectStore", &[&STORE.into()]);
        });
        js::set(&request, "onupgradeneeded", make.as_ref()).ok()?;
        answer(&request).await.ok()
    }

    fn begin(&self, mode: &str) -> Result<(JsValue, JsValue), JsValue> {
        let options = Object::new();
        // On the disk, not only with the system: batteries get empty.
        js::set(&options, "durability", &"strict".into())?;
        let work = js::call(&self.0.borrow(), "transaction", &[&STORE.into(), &mode.into(), &options])?;
        let store = js::call(&work, "objectStore", &[&STORE.into()])?;
        Ok((work, store))
    }

    /// Everything in it; nothing where it cannot be read.
    pub async fn read(&self) -> Vec<Entry> {
        self.try_read().await.unwrap_or_default()
    }

    async fn try_read(&self) -> Result<Vec<Entry>, JsValue> {
        let (_, store) = self.begin("readonly")?;
        let (keys, values) = (js::call(&store, "getAllKeys", &[])?, js::call(&store, "getAll", &[])?);
        let (keys, values) = (Array::from(&answer(&keys).await?), Array::from(&answer(&values).await?));
        let entry = |(key, value): (JsValue, JsValue)| {
            let value = Array::from(&value);
            let number = value.get(2).as_f64()? as u64;
            Some(Entry { key: key.as_string()?, text: value.get(0).as_string(), at: value.get(1).as_f64()?, number })
        };
        Ok(keys.iter().zip(values.iter()).filter_map(entry).collect())
    }

    /// Writes entries in place of those of the same keys, all or none. Says whether they are on the disk.
    pub async fn write(&self, entries: &[Entry]) -> bool {
        let put = |store: &JsValue, it: &Entry| {
            let text = it.text.as_ref().map_or(JsValue::NULL, JsValue::from);
            let value = Array::of3(&text, &it.at.into(), &(it.number as f64).into());
            js::call(store, "put", &[&value, &(&it.key).into()])
        };
        if self.each(entries, put).await.is_ok() {
            return true;
        }
        // A browser closes it by itself, for example behind a phone's locked screen.
        let Some(base) = Self::connect().await else { return false };
        self.0.replace(base);
        self.each(entries, put).await.is_ok()
    }

    /// Drops the entries of these keys.
    pub async fn drop(&self, keys: &[String]) {
        let drop_one = |store: &JsValue, key: &String| js::call(store, "delete", &[&key.into()]);
        let _ = self.each(keys, drop_one).await;
    }

    async fn each<T>(&self, all: &[T], act: impl Fn(&JsValue, &T) -> Result<JsValue, JsValue>) -> Result<(), JsValue> {
        let (work, store) = self.begin("readwrite")?;
        for it in all {
            act(&store, it)?;
        }
        wait(&work, "oncomplete").await
    }
}
