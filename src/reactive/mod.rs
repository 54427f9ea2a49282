//! Leptos's reactive system, with values held behind handles of one shape.
//!
//! What follows what is decided by Leptos's graph: its triggers, memos, effects, owners and contexts. What is *held* is
//! not: Leptos compiles locks, guards and an arena anew for each type of value (about three kilobytes a type). Here a
//! value lies in one arena as `Rc<dyn Any>`, and reading it is a look-up that exists once, a check of its type and a
//! borrow. The page has one thread, so there are no locks.
//!
//! Names and meaning are Leptos's: [`RwSignal`], [`ArcRwSignal`], [`Memo`], [`Signal`], [`StoredValue`], [`Callback`],
//! [`Effect`]. All but [`ArcRwSignal`] are Copy and live as long as the owner in which they were made.

mod callback;
mod effect;
mod memo;
mod signal;
mod slot;
mod stored;

pub use callback::Callback;
pub use effect::{Effect, follow, on_cleanup};
pub use leptos::prelude::{ArcTrigger, Notify, Owner, Track, untrack};
pub use memo::Memo;
pub use signal::{ArcRwSignal, RwSignal, Signal};
pub use stored::StoredValue;
