//! How views become elements of the page: what the `view!` macro calls.
//!
//! Leptos's signals, effects, owners and components, without its renderer. A view is made once, as real elements; what
//! changes later are the attributes, texts and regions that were given as closures, each followed by one effect. None
//! of these functions is generic beyond a thin shell, so the code for building a page exists once and not once for each
//! view: that is what lets the app fit a first visit.
//!
//! # The map
//! - [`View`], [`IntoView`]: what may stand in a page.
//! - [`attribute()`], [`class`], [`IntoProperty`]: what stands on an element.
//! - [`on`]: events. [`NodeRef`]: an element to reach later.
//! - [`each`]: lists in which rows come, go and move.
//! - [`prelude`]: what a file with views imports, in place of Leptos's own prelude.
//!
//! # What always holds
//! - **Text is text**: nothing here parses markup.
//! - Effects and handlers live as long as the owner in which the view was made; when that is cleaned up, they are gone
//!   before its elements leave the page.

mod attribute;
mod each;
mod element;
pub mod on;
pub mod prelude;
mod view;

pub use attribute::{Attribute, Flag, IntoAttribute, IntoFlag, IntoProperty, attribute, class, set, variable};
pub use each::each;
pub use element::{NodeRef, append, element, mount, svg_element};
pub use view::{Children, CollectView, IntoView, View, side_by_side};
