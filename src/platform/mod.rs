//! Every contact with the environment: clock, random bytes, languages, the window's address and events.
//!
//! Nothing here decides anything. Small functions, one for each thing that the browser can do.

pub mod address;
pub mod attention;
pub mod beside;
pub mod events;
pub mod full_screen;
pub mod install;
pub mod journal;
pub mod js;
pub mod offline;
pub mod page;
mod print;
pub mod windows;

pub use self::print::{prints_feet, set_feet};

use wasm_bindgen::prelude::*;

/// Milliseconds since 1970, by this device's clock.
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// Milliseconds by a clock that nobody can set; it may stand still while the device sleeps.
pub fn steady() -> u64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now()).max(0.0) as u64
}

/// Something that is done again and again, until it is stopped.
#[derive(Debug)]
pub struct Repeated {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Repeated {
    /// Every so many milliseconds; less often in a page that is not in front.
    pub fn every(milliseconds: i32, act: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut()>::new(act);
        let act = closure.as_ref().unchecked_ref();
        let id = web_sys::window()?.set_interval_with_callback_and_timeout_and_arguments_0(act, milliseconds).ok()?;
        Some(Self { id, _closure: closure })
    }
}

impl Drop for Repeated {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// 128 random bits. `getRandomValues` also exists on plain-http pages, where `randomUUID` does not.
pub fn random() -> u128 {
    let mut bytes = [0u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // No engine that runs wasm lacks it; should one, ids must still differ.
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    u128::from_be_bytes(bytes)
}

/// Whether the browser is made of WebKit, as all are on iPhones.
pub fn is_webkit() -> bool {
    let vendor = |window: web_sys::Window| js::get(&window.navigator(), "vendor").as_string();
    web_sys::window().and_then(vendor).is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// The languages that the person wants, the most wanted first.
pub fn languages() -> Vec<String> {
    let window = web_sys::window();
    window.map_or_else(Vec::new, |window| {
        window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
    })
}

/// How a moment is written, for [`written`].
const DAY_AND_TIME: [(&str, &str); 2] = [("dateStyle", "medium"), ("timeStyle", "short")];

/// When something was, as this device writes it in a language: "14:05"; with the day, unless it was today.
pub fn moment(instant: u64, language: &str) -> String {
    let (day, time) = DAY_AND_TIME.split_at(1);
    let is_today = written(instant, language, day) == written(now(), language, day);
    written(instant, language, if is_today { time } else { &DAY_AND_TIME })
}

/// The day and the time at an instant, as this device writes them in a language.
pub fn day_and_time(instant: u64, language: &str) -> String {
    written(instant, language, &[("dateStyle", "long"), ("timeStyle", "short")])
}

/// As in the person's country, where the browser knows it: "en" alone is taken for that of the United States. What is
/// no tag of a language (Chromium names "en-US@posix" where the system names none) would be an error.
fn regional(language: &str) -> String {
    let is_tag = |tag: &str| tag.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    let is_it = |tag: &String| tag.split('-').next() == Some(language) && is_tag(tag);
    languages().into_iter().find(is_it).unwrap_or_else(|| language.to_owned())
}

fn written(instant: u64, language: &str, styles: &[(&str, &str)]) -> String {
    let date = js_sys::Date::new(&(instant as f64).into());
    let options = js_sys::Object::new();
    for &(name, value) in styles {
        let _ = js::set(&options, name, &value.into());
    }
    date.to_locale_string(&regional(language), &options).into()
}

/// Lets the page draw and answer before going on: a task of its own, not merely a microtask.
pub async fn breathe() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0);
        }
    });
    // A rejected or lost timer only means that the page does not draw in between.
    drop(wasm_bindgen_futures::JsFuture::from(promise).await);
}

/// The element with the focus.
pub fn focused() -> Option<web_sys::HtmlElement> {
    web_sys::window()?.document()?.active_element()?.dyn_into().ok()
}
