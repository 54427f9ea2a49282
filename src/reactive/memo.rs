//! Values that are calculated from others, and noticed only when they come out different.

use super::slot::Slot;
use leptos::prelude::{ArcMemo, Get, LocalStorage, StoredValue, UpdateValue};
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug)]
struct Held<T> {
    /// Counts how often the value came out different.
    version: ArcMemo<usize>,
    value: Rc<RefCell<Option<T>>>,
}

/// A value that is calculated when somebody reads it and something it read has changed. Copy.
#[derive(Debug)]
pub struct Memo<T>(Slot<Held<T>>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A memo of a count that rises whenever the closure says that something changed.
fn version(calculate: Box<dyn FnMut() -> bool>) -> ArcMemo<usize> {
    let calculate: StoredValue<_, LocalStorage> = StoredValue::new_local(calculate);
    ArcMemo::new(move |before: Option<&usize>| {
        let changed = calculate.try_update_value(|calculate| calculate());
        before.map_or(0, |before| before + usize::from(changed == Some(true)))
    })
}

impl<T: PartialEq + 'static> Memo<T> {
    /// What the closure gives, calculated again when something that it read has changed.
    pub fn new(calculate: impl Fn() -> T + 'static) -> Self {
        let value = Rc::new(RefCell::new(None));
        let held = value.clone();
        let version = version(Box::new(move || {
            let fresh = Some(calculate());
            let changed = *held.borrow() != fresh;
            if changed {
                held.replace(fresh);
            }
            changed
        }));
        Self(Slot::new(Rc::new(Held { version, value })))
    }

    /// Reads the value and follows it.
    ///
    /// # Panics
    /// Where the value is read while it is calculated.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let held = self.0.get();
        held.version.get();
        read(held.value.borrow().as_ref().expect("a calculated value"))
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        leptos::prelude::untrack(|| self.with(read))
    }
}

impl<T: PartialEq + Clone + 'static> Memo<T> {
    /// The value; follows it.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        leptos::prelude::untrack(|| self.get())
    }
}
