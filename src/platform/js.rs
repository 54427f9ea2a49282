//! What the browser has under a name: read, set and called by that name. For what some browsers lack, where `web-sys`
//! would hand out nothing as if it were something, and for what only later parts of the app use: a binding for each
//! name would be in the script of a first visit.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What an object has under a name; `undefined` for nothing.
pub fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The object that an object has under a name.
pub fn object(of: &JsValue, name: &str) -> Option<JsValue> {
    Some(get(of, name)).filter(JsValue::is_object)
}

/// The function that an object has under a name.
pub fn function(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name).dyn_into().ok()
}

/// Puts something under a name.
///
/// # Errors
/// As the browser says: not everything is an object that takes things.
pub fn set(of: &JsValue, name: &str, value: &JsValue) -> Result<(), JsValue> {
    Reflect::set(of, &name.into(), value).map(drop)
}

/// Calls a method.
///
/// # Errors
/// What the method throws; `undefined` where there is no such method.
pub fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    function(of, name).ok_or(JsValue::UNDEFINED)?.apply(of, &list(arguments))
}

/// Calls a method that answers later; none where there is no such method, or it refuses at once.
pub fn ask(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsFuture> {
    let answer: Promise = call(of, name, arguments).ok()?.dyn_into().ok()?;
    Some(JsFuture::from(answer))
}

/// Makes an object of a class; none where the browser has no such class.
pub fn make(class: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let class = function(web_sys::window()?.as_ref(), class)?;
    Reflect::construct(&class, &list(arguments)).ok()
}

fn list(of: &[&JsValue]) -> Array {
    let list = Array::new();
    for it in of {
        list.push(it);
    }
    list
}
