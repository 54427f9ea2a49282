//! What stands on an element: attributes, classes, properties.

use crate::reactive::{RwSignal, Signal, follow};
use js_sys::Reflect;
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// The text of an attribute; none where the attribute is absent.
type Text = Option<Cow<'static, str>>;

/// The value of an attribute: once and for all, or followed.
#[expect(missing_debug_implementations, reason = "closures show nothing")]
pub enum Attribute {
    /// It never changes.
    Fixed(Text),
    /// It follows what the closure reads.
    Live(Box<dyn FnMut() -> Text>),
}

/// What a closure may give for an attribute.
pub trait IntoText {
    /// The text; none for no attribute.
    fn into_text(self) -> Text;
}

impl IntoText for &'static str {
    fn into_text(self) -> Text {
        Some(self.into())
    }
}

impl IntoText for String {
    fn into_text(self) -> Text {
        Some(self.into())
    }
}

impl IntoText for bool {
    fn into_text(self) -> Text {
        self.then_some("".into())
    }
}

impl<T: IntoText> IntoText for Option<T> {
    fn into_text(self) -> Text {
        self.and_then(T::into_text)
    }
}

/// Whatever may stand behind `name=` in a `view!`.
pub trait IntoAttribute {
    /// Makes it the value of an attribute.
    fn into_attribute(self) -> Attribute;
}

macro_rules! fixed {
    ($($kind:ty),*) => {$(
        impl IntoAttribute for $kind {
            fn into_attribute(self) -> Attribute {
                Attribute::Fixed(self.into_text())
            }
        }
    )*};
}
fixed!(&'static str, String, bool, Option<&'static str>, Option<String>);

impl<T: IntoText, F: FnMut() -> T + 'static> IntoAttribute for F {
    fn into_attribute(mut self) -> Attribute {
        Attribute::Live(Box::new(move || self().into_text()))
    }
}

macro_rules! followed {
    ($($kind:ty),*) => {$(
        impl IntoAttribute for $kind {
            fn into_attribute(self) -> Attribute {
                Attribute::Live(Box::new(move || self.get().into_text()))
            }
        }
    )*};
}
followed!(Signal<String>, Signal<&'static str>, Signal<Option<String>>, RwSignal<String>);

/// Sets an attribute once and for all.
pub fn set(element: &Element, name: &str, value: &str) {
    // It fails only for a name that cannot be one; the macro takes it from the source.
    drop(element.set_attribute(name, value));
}

fn set_or_remove(element: &Element, name: &str, value: Text) {
    match value {
        Some(value) => set(element, name, &value),
        None => drop(element.remove_attribute(name)),
    }
}

/// Sets an attribute, or follows it.
pub fn attribute(element: &Element, name: &'static str, value: Attribute) {
    match value {
        Attribute::Fixed(None) => {}
        Attribute::Fixed(value) => set_or_remove(element, name, value),
        Attribute::Live(mut read) => {
            let (element, mut before) = (element.clone(), None);
            follow(Box::new(move || {
                let value = read();
                if before.as_ref() != Some(&value) {
                    before = Some(value.clone());
                    set_or_remove(&element, name, value);
                }
            }));
        }
    }
}

/// Yes or no: once and for all, or followed.
#[expect(missing_debug_implementations, reason = "closures show nothing")]
pub enum Flag {
    /// It never changes.
    Fixed(bool),
    /// It follows what the closure reads.
    Live(Box<dyn FnMut() -> bool>),
}

/// Whatever may be a condition in a `view!`.
pub trait IntoFlag {
    /// Makes it a condition.
    fn into_flag(self) -> Flag;
}

impl IntoFlag for bool {
    fn into_flag(self) -> Flag {
        Flag::Fixed(self)
    }
}

impl<F: FnMut() -> bool + 'static> IntoFlag for F {
    fn into_flag(self) -> Flag {
        Flag::Live(Box::new(self))
    }
}

/// Gives an element a class while a condition holds.
pub fn class(element: &Element, name: &'static str, condition: Flag) {
    let classes = element.class_list();
    let set = move |holds| drop(if holds { classes.add_1(name) } else { classes.remove_1(name) });
    match condition {
        Flag::Fixed(false) => {}
        Flag::Fixed(true) => set(true),
        Flag::Live(mut holds) => follow(Box::new(move || set(holds()))),
    }
}

/// Sets a variable of the style sheet on an element. Not by the attribute `style`, which the page's policy forbids.
pub fn variable(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        drop(element.style().set_property(name, value));
    }
}

/// Whatever may stand behind `prop:name=` in a `view!`: a text or a truth of the element itself, such as what stands in
/// a field, which is not what its attribute says.
pub trait IntoProperty {
    /// Sets the property, or follows it.
    fn set_property(self, element: &Element, name: &'static str);
}

/// What a closure may give for a property.
pub trait IntoValue {
    /// As JavaScript sees it.
    fn into_value(self) -> JsValue;
}

impl IntoValue for String {
    fn into_value(self) -> JsValue {
        JsValue::from_str(&self)
    }
}

impl IntoValue for bool {
    fn into_value(self) -> JsValue {
        JsValue::from_bool(self)
    }
}

fn set_value(element: &Element, name: &str, value: &JsValue) {
    // Fails only for objects that are sealed; elements are not.
    drop(Reflect::set(element, &JsValue::from_str(name), value));
}

fn follow_value(element: &Element, name: &'static str, mut read: Box<dyn FnMut() -> JsValue>) {
    let element = element.clone();
    follow(Box::new(move || set_value(&element, name, &read())));
}

impl IntoProperty for String {
    fn set_property(self, element: &Element, name: &'static str) {
        set_value(element, name, &self.into_value());
    }
}

impl IntoProperty for RwSignal<String> {
    fn set_property(self, element: &Element, name: &'static str) {
        follow_value(element, name, Box::new(move || self.get().into_value()));
    }
}

impl<T: IntoValue, F: FnMut() -> T + 'static> IntoProperty for F {
    fn set_property(mut self, element: &Element, name: &'static str) {
        follow_value(element, name, Box::new(move || self().into_value()));
    }
}
