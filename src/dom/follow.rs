//! Running something again when what it reads changes.

use leptos::prelude::{RenderEffect, on_cleanup};

/// Runs at once, and again whenever a signal changes that it read, until the owner is cleaned up.
pub(super) fn follow(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}
