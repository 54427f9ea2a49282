//! Values that are kept and not followed.

use super::slot::Slot;
use std::cell::RefCell;
use std::rc::Rc;

/// A value that lives as long as its owner; nobody is told when it changes. Copy.
#[derive(Debug)]
pub struct StoredValue<T>(Slot<RefCell<T>>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Keeps this value.
    pub fn new(value: T) -> Self {
        Self(Slot::new(Rc::new(RefCell::new(value))))
    }

    /// Reads the value.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.get().borrow())
    }

    /// Changes the value.
    pub fn update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.get().borrow_mut())
    }

    /// Sets the value.
    pub fn set_value(self, value: T) {
        self.0.get().replace(value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// The value.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// The value; none after its owner was cleaned up.
    pub fn try_get_value(self) -> Option<T> {
        self.0.try_get().map(|value| value.borrow().clone())
    }
}
