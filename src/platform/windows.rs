//! Several windows of one browser: opening a second one, telling the others something, and one doing what all would do.

use js_sys::{Array, Function, Promise, Reflect};
use std::cell::RefCell;
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

/// What one window does for all: a name that is one window's at a time (a Web Lock). The next one's turn comes when this is
/// dropped or the window closes. Where the browser has no such thing, as over plain http, it is everybody's turn.
#[derive(Debug)]
pub struct Turn(Rc<RefCell<Step>>);

#[derive(Debug)]
enum Step {
    Waits,
    /// It has come; the function ends it.
    Come(Option<Function>),
    Gone,
}

impl Turn {
    /// Waits for its turn; `then` is done when it has come, unless that is at once.
    pub fn ask(name: &str, then: impl Fn() + 'static) -> Self {
        let step = Rc::new(RefCell::new(Step::Waits));
        let comes = {
            let step = step.clone();
            Closure::once_into_js(move |_: JsValue| {
                if matches!(*step.borrow(), Step::Gone) {
                    return JsValue::UNDEFINED;
                }
                let mut end = None;
                let lasts = Promise::new(&mut |resolve, _| end = Some(resolve));
                step.replace(Step::Come(end));
                then();
                lasts.into()
            })
        };
        if request(name, &comes).is_none() {
            step.replace(Step::Come(None));
        }
        Self(step)
    }

    /// Whether it is this window's turn.
    pub fn has_come(&self) -> bool {
        matches!(*self.0.borrow(), Step::Come(_))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Step::Come(Some(end)) = self.0.replace(Step::Gone) {
            let _ = end.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Asks the browser for the lock of this name.
fn request(name: &str, comes: &JsValue) -> Option<()> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    let asked = request.call2(&locks, &name.into(), comes).ok()?;
    let ends = wasm_bindgen_futures::JsFuture::from(asked.dyn_into::<Promise>().ok()?);
    // It is rejected for a page that goes, whose turn ends anyway.
    wasm_bindgen_futures::spawn_local(async { drop(ends.await) });
    Some(())
}
