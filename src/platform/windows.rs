//! Several windows of one browser: opening a second one, telling the others something, and one doing what all would do.

use super::js;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

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
        let channel = js::make("BroadcastChannel", &[&name.into()])?;
        let hear = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            hear(super::events::text(&event, "data"))
        });
        js::set(&channel, "onmessage", hear.as_ref()).ok()?;
        Some(Self { channel, _hear: hear })
    }

    /// Tells the other windows.
    pub fn say(&self, text: &str) {
        let _ = js::call(&self.channel, "postMessage", &[&text.into()]);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        let _ = js::set(&self.channel, "onmessage", &JsValue::NULL);
        let _ = js::call(&self.channel, "close", &[]);
    }
}

/// What one window does for all: a name that is one window's at a time (a Web Lock). The next one's turn comes when
/// this is dropped or the window closes. Where the browser has no such thing, as over plain http, it is everybody's
/// turn.
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
        let then = Rc::new(then);
        let comes = {
            let (step, then) = (step.clone(), then.clone());
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
        match request(name, &comes) {
            None => drop(step.replace(Step::Come(None))),
            // A browser that has locks may refuse them, for example where storage is blocked. (A page that goes is
            // refused, too, and its turn ends anyway.)
            Some(ends) => wasm_bindgen_futures::spawn_local({
                let step = step.clone();
                async move {
                    if ends.await.is_err() && matches!(*step.borrow(), Step::Waits) {
                        step.replace(Step::Come(None));
                        then();
                    }
                }
            }),
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

/// Asks the browser for the lock of this name; what it gives lasts as long as the turn.
fn request(name: &str, comes: &JsValue) -> Option<JsFuture> {
    let locks = js::get(&web_sys::window()?.navigator(), "locks");
    js::ask(&locks, "request", &[&name.into(), comes])
}
