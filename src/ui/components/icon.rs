//! Icons and the words of state beside them.

use crate::dom::prelude::*;

/// A drawing beside a word; never alone, so it is silent to screen readers.
#[component]
pub fn Icon(
    /// See `style/icon.css`.
    name: &'static str,
) -> impl IntoView {
    view! { <span class="icon" data-icon=name aria-hidden="true"></span> }
}

/// A state in a word, with its sign.
#[component]
pub fn Status(
    /// `saved`, `unsaved`, `handed`, `pending` or `info`.
    kind: &'static str,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! { <span class="status" data-kind=kind>{children()}</span> }
}
