//! Values that are followed.

use super::Memo;
use super::slot::Slot;
use leptos::prelude::{ArcTrigger, Notify, Track};
use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug)]
struct Held<T> {
    trigger: ArcTrigger,
    value: RefCell<T>,
}

/// A value that can be set and followed; it lives as long as somebody holds it.
#[derive(Debug)]
pub struct ArcRwSignal<T>(Rc<Held<T>>);

impl<T> Clone for ArcRwSignal<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for ArcRwSignal<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Default> Default for ArcRwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> ArcRwSignal<T> {
    /// Holds this value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(Held { trigger: ArcTrigger::new(), value: RefCell::new(value) }))
    }

    /// Reads the value and follows it. Do not set it inside.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.0.trigger.track();
        self.with_untracked(read)
    }

    /// Reads the value. Do not set it inside.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.value.borrow())
    }

    /// Sets the value.
    pub fn set(&self, value: T) {
        self.0.value.replace(value);
        self.0.trigger.notify();
    }

    /// Changes the value. Do not read it elsewhere inside.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.value.borrow_mut());
        self.0.trigger.notify();
    }
}

impl<T: Clone> ArcRwSignal<T> {
    /// The value; follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value that can be set and followed; it lives as long as its owner. Copy.
#[derive(Debug)]
pub struct RwSignal<T>(Slot<ArcRwSignal<T>>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: 'static> RwSignal<T> {
    /// Holds this value.
    pub fn new(value: T) -> Self {
        Self(Slot::new(Rc::new(ArcRwSignal::new(value))))
    }

    /// Whether its owner was cleaned up.
    pub fn is_disposed(self) -> bool {
        self.0.is_disposed()
    }

    /// Reads the value and follows it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.get().with(read)
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.0.get().with_untracked(read)
    }

    /// Sets the value; nothing happens where its owner was cleaned up.
    pub fn set(self, value: T) {
        if let Some(signal) = self.0.try_get() {
            signal.set(value);
        }
    }

    /// Changes the value; nothing happens where its owner was cleaned up.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(signal) = self.0.try_get() {
            signal.update(change);
        }
    }

    /// Takes the value out and leaves the default; none where its owner was cleaned up.
    pub fn take(self) -> Option<T>
    where
        T: Default,
    {
        let signal = self.0.try_get()?;
        let mut taken = None;
        signal.update(|value| taken = Some(std::mem::take(value)));
        taken
    }
}

impl<T: Default + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// The value; follows it.
    pub fn get(self) -> T {
        self.0.get().get()
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        self.0.get().get_untracked()
    }
}

/// Something to follow, whatever it is made of. Copy.
#[expect(missing_debug_implementations, reason = "a closure shows nothing")]
pub struct Signal<T>(Slot<Box<dyn Fn() -> T>>);

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: 'static> Signal<T> {
    /// What a closure gives, each time anew; whoever reads it follows what the closure reads.
    pub fn derive(read: impl Fn() -> T + 'static) -> Self {
        Self(Slot::new(Rc::new(Box::new(read))))
    }

    /// The value; follows it.
    pub fn get(self) -> T {
        (self.0.get())()
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        leptos::prelude::untrack(|| self.get())
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + PartialEq + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

/// What a component may be given: a text, or none.
impl Default for Signal<Option<String>> {
    fn default() -> Self {
        Self::derive(|| None)
    }
}

impl From<Signal<String>> for Signal<Option<String>> {
    fn from(text: Signal<String>) -> Self {
        Self::derive(move || Some(text.get()))
    }
}

impl From<&'static str> for Signal<Option<String>> {
    fn from(text: &'static str) -> Self {
        Self::derive(move || Some(text.to_owned()))
    }
}

/// A closure that gives a text: what `Lang::text` makes.
impl<F: Fn() -> &'static str + 'static> From<F> for Signal<&'static str> {
    fn from(read: F) -> Self {
        Self::derive(read)
    }
}
