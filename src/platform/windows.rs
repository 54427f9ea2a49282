//! Several windows of one browser: opening a second one, and telling the others something.

use js_sys::{Array, Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Opens an address of the app in a window of its own, or brings it there where that window is open. Says whether the
/// browser did: it may hold back what it takes for an advertisement.
pub fn open_beside(hash: &str, name: &str) -> bool {
    let address = format!("{}{hash}", super::address::base());
    let features = "popup,width=1080,height=720";
    web_sys::window()
        .and_then(|window| window.open_with_url_and_target_and_features(&address, name, features).ok().flatten())
        .is_some()
}

/// What all windows of this browser hear that listen by the same name. It keeps nothing, and needs no store.
#[derive(Debug)]
pub struct Channel {
    channel: JsValue,
    _hear: Closure<dyn FnMut(web_sys::Event)>,
}

impl Channel {
    /// Listens; none where the browser has no such thing.
    pub fn open(name: &str, hear: Rc<dyn Fn(String)>) -> Option<Self> {
        let window: JsValue = web_sys::window()?.into();
        let make = Reflect::get(&window, &"BroadcastChannel".into()).ok()?.dyn_into::<Function>().ok()?;
        let channel = Reflect::construct(&make, &Array::of1(&name.into())).ok()?;
        let hear = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            hear(super::events::text(&event, "data"))
        });
        Reflect::set(&channel, &"onmessage".into(), hear.as_ref()).ok()?;
        Some(Self { channel, _hear: hear })
    }

    /// Tells the other windows.
    pub fn say(&self, text: &str) {
        if let Some(post) = self.method("postMessage") {
            let _ = post.call1(&self.channel, &text.into());
        }
    }

    fn method(&self, name: &str) -> Option<Function> {
        Reflect::get(&self.channel, &name.into()).ok()?.dyn_into().ok()
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.channel, &"onmessage".into(), &JsValue::NULL);
        if let Some(close) = self.method("close") {
            let _ = close.call0(&self.channel);
        }
    }
}
