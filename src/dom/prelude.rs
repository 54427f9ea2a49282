//! What a file with views imports: this module's views with Leptos's signals and components.

pub use super::{Children, CollectView, IntoView, NodeRef, View, each};
pub use leptos::prelude::{
    ArcRwSignal, Callable, Callback, Dispose, Effect, Get, GetUntracked, GetValue, IsDisposed, LocalStorage, MaybeProp,
    Memo, Owner, ReadUntracked, ReadValue, RwSignal, Set, SetValue, Signal, StoredValue, Track, Update, UpdateValue,
    With, WithUntracked, WithValue, event_target, event_target_value, expect_context, on_cleanup, provide_context,
    request_animation_frame, set_timeout, untrack, use_context, window_event_listener,
};
pub use leptos::{component, ev};
pub use view_macro::view;
