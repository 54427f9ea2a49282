//! Running something again when what it reads changes.

use leptos::prelude::{Effect as Of, RenderEffect, on_cleanup, untrack};

/// Runs at once, and again whenever something changes that it read, until the owner is cleaned up: how the page follows
/// signals.
pub fn follow(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}

fn later(mut run: Box<dyn FnMut()>) {
    Of::new(move || run());
}

/// What touches the world outside the page's own views. It runs a moment later, when they stand.
#[derive(Clone, Copy, Debug)]
pub struct Effect;

impl Effect {
    /// Runs soon, and again after something changes that it read.
    pub fn new(run: impl FnMut() + 'static) {
        later(Box::new(run));
    }

    /// Tells of each new value that the first closure gives after its first one. What the second reads is not followed.
    pub fn watch<T: 'static>(mut what: impl FnMut() -> T + 'static, mut tell: impl FnMut(&T) + 'static) {
        let mut first = true;
        later(Box::new(move || {
            let value = what();
            if !std::mem::take(&mut first) {
                untrack(|| tell(&value));
            }
        }));
    }
}
