//! Running something again when what it reads changes.

use super::slot::Slot;
use leptos::prelude::{Effect as Of, RenderEffect, on_cleanup as leptos_on_cleanup, untrack};
use std::cell::RefCell;
use std::rc::Rc;

/// Runs at once, and again whenever something changes that it read, until the owner is cleaned up: how the page follows
/// signals.
pub fn follow(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    leptos_on_cleanup(move || drop(effect));
}

/// Does this when the owner is cleaned up; what the owner holds can still be read then.
pub fn on_cleanup(act: impl FnOnce() + 'static) {
    at_the_end(Box::new(act));
}

fn at_the_end(act: Box<dyn FnOnce()>) {
    let act = Slot::new(Rc::new(RefCell::new(Some(act))));
    leptos_on_cleanup(move || {
        if let Some(act) = act.try_get().and_then(|act| act.take()) {
            act();
        }
    });
}

fn later(run: Box<dyn FnMut()>) -> Effect {
    Of::new(run);
    Effect
}

/// What touches the world outside the page's own views. It runs a moment later, when they stand.
#[derive(Clone, Copy, Debug)]
pub struct Effect;

impl Effect {
    /// Runs soon, and again after something changes that it read.
    pub fn new(run: impl FnMut() + 'static) -> Self {
        later(Box::new(run))
    }

    /// Tells of each new value that the first closure gives after its first one. What the second reads is not followed.
    pub fn watch<T: 'static>(mut what: impl FnMut() -> T + 'static, mut tell: impl FnMut(&T) + 'static) -> Self {
        let mut first = true;
        later(Box::new(move || {
            let value = what();
            if !std::mem::take(&mut first) {
                untrack(|| tell(&value));
            }
        }))
    }
}
