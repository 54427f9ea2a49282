//! What a component is given to call.

use super::slot::Slot;
use std::rc::Rc;

/// A closure behind a handle. Copy.
#[expect(missing_debug_implementations, reason = "a closure shows nothing")]
pub struct Callback<A, R = ()>(Slot<Box<dyn Fn(A) -> R>>);

impl<A, R> Clone for Callback<A, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A, R> Copy for Callback<A, R> {}

impl<A: 'static, R: 'static> Callback<A, R> {
    /// Keeps the closure as long as the owner lives.
    pub fn new(call: impl Fn(A) -> R + 'static) -> Self {
        Self(Slot::new(Rc::new(Box::new(call))))
    }

    /// Calls it.
    pub fn run(self, with: A) -> R {
        (self.0.get())(with)
    }
}

impl<A: 'static, R: 'static, F: Fn(A) -> R + 'static> From<F> for Callback<A, R> {
    fn from(call: F) -> Self {
        Self::new(call)
    }
}
