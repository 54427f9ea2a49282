//! The arena: one kind of entry, whatever is in it.

use leptos::prelude::{GetValue, IsDisposed, LocalStorage, StoredValue};
use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

type Entry = StoredValue<Rc<dyn Any>, LocalStorage>;

/// A handle on a value of this type that lives as long as the owner in which it was made. Copy.
#[derive(Debug)]
pub(super) struct Slot<T>(Entry, PhantomData<fn() -> T>);

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Slot<T> {}

impl<T> PartialEq for Slot<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

fn put(value: Rc<dyn Any>) -> Entry {
    StoredValue::new_local(value)
}

fn look_up(entry: Entry) -> Option<Rc<dyn Any>> {
    entry.try_get_value()
}

impl<T: 'static> Slot<T> {
    pub fn new(value: Rc<T>) -> Self {
        Self(put(value), PhantomData)
    }

    /// The value; none after its owner was cleaned up.
    pub fn try_get(self) -> Option<Rc<T>> {
        look_up(self.0)?.downcast().ok()
    }

    /// The value.
    ///
    /// # Panics
    /// After its owner was cleaned up: a view outlived what it shows.
    pub fn get(self) -> Rc<T> {
        self.try_get().expect("a handle that lives")
    }

    pub fn is_disposed(self) -> bool {
        self.0.is_disposed()
    }
}
