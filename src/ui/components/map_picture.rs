//! The harvest map as elements of the page, so that it prints as sharp as the text around it and has the page's
//! colours.

use crate::core::report::Words;
use crate::core::report::map::{self, Picture};
use crate::dom::{self, prelude::*};

/// The picture; its name has this id, which is fresh within the page.
pub(super) fn drawn(picture: &Picture, words: &Words, id: &str, class: &str) -> View {
    let svg = dom::svg_element("svg");
    map::attributes(picture).iter().for_each(|(name, value)| dom::set(&svg, name, value));
    dom::set(&svg, "class", class);
    let title = dom::svg_element("title");
    dom::set(&title, "id", id);
    dom::set(&svg, "aria-labelledby", id);
    dom::append(&title, format!("{} – {}", words.map.name, picture.told.question).into_any());
    dom::append(&svg, View::Node(title.into()));
    for mark in &picture.marks {
        let (name, attributes, text) = mark.element();
        let element = dom::svg_element(name);
        attributes.iter().for_each(|(name, value)| dom::set(&element, name, value));
        dom::append(&element, text.into_any());
        dom::append(&svg, View::Node(element.into()));
    }
    View::Node(svg.into())
}
