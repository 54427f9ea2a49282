//! Elements, and reaching them.

use super::View;
use crate::reactive::{Effect, RwSignal};
use leptos::prelude::document as leptos_document;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

pub(super) fn document() -> Document {
    leptos_document()
}

pub(super) fn text_node(text: &str) -> web_sys::Text {
    document().create_text_node(text)
}

/// Makes an element of HTML.
///
/// # Panics
/// Where the name cannot be one: the macro takes it from the source.
pub fn element(name: &str) -> Element {
    document().create_element(name).expect("a name of an element")
}

/// Makes an element of SVG.
///
/// # Panics
/// As [`element`].
pub fn svg_element(name: &str) -> Element {
    document().create_element_ns(Some(SVG), name).expect("a name of an element")
}

/// Puts a view at the end of a node.
pub fn append(parent: &Node, view: View) {
    let node = match view {
        View::Nothing => return,
        View::Text(text) => text_node(&text).into(),
        View::Node(node) => node,
    };
    // It fails only where a node would contain itself.
    drop(parent.append_child(&node));
}

/// Takes a node out of the page.
pub(super) fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        drop(parent.remove_child(node));
    }
}

/// Puts the app onto the page.
pub fn mount(view: View) {
    if let Some(body) = document().body() {
        append(&body, view);
    }
}

/// An element to reach later: none until the view is made. Copy, and followed like a signal.
#[derive(Debug)]
pub struct NodeRef<T: 'static = HtmlElement>(RwSignal<Option<T>>);

impl<T> Clone for NodeRef<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for NodeRef<T> {}

impl<T: 'static> Default for NodeRef<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: 'static> NodeRef<T> {
    /// Refers to nothing yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }
}

impl<T: JsCast + Clone> NodeRef<T> {
    /// From now on this element is meant.
    pub fn refer_to(self, element: &Element) {
        self.0.set(Some(element.clone().unchecked_into()));
    }

    /// The element; tracks.
    pub fn get(self) -> Option<T> {
        self.0.get()
    }

    /// Does something with the element as soon as it stands in the page.
    pub fn on_load(self, act: fn(T)) {
        Effect::new(move || self.get().into_iter().for_each(act));
    }

    /// The element; does not track.
    pub fn get_untracked(self) -> Option<T> {
        self.0.get_untracked()
    }
}
