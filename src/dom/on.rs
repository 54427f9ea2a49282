//! Events of elements: `on:click=…` in a `view!` calls [`click`].

use crate::reactive::StoredValue;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

type Handler = Closure<dyn FnMut(Event)>;

/// A handler on an element, until it is dropped.
struct Listener {
    element: Element,
    name: &'static str,
    handler: Handler,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        drop(self.element.remove_event_listener_with_callback(self.name, handler));
    }
}

fn listen(element: &Element, name: &'static str, handle: Box<dyn FnMut(Event)>) {
    let handler = Handler::wrap(handle);
    drop(element.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref()));
    // The owner takes it away with the view.
    StoredValue::new(Listener { element: element.clone(), name, handler });
}

macro_rules! events {
    ($($name:ident: $event:ident),*) => {$(
        #[doc = concat!("Listens for `", stringify!($name), "`.")]
        pub fn $name(element: &Element, mut handle: impl FnMut(web_sys::$event) + 'static) {
            listen(element, stringify!($name), Box::new(move |event| handle(event.unchecked_into())));
        }
    )*};
}
events!(blur: Event, change: Event, click: Event, close: Event, copy: Event, input: Event, keydown: KeyboardEvent, submit: Event);
