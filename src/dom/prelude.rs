//! What a file with views imports: views, signals, components.

pub use super::{Children, CollectView, IntoView, NodeRef, View, each};
pub use crate::reactive::{ArcRwSignal, Callback, Effect, Memo, RwSignal, Signal, StoredValue, on_cleanup, untrack};
pub use leptos::prelude::{
    event_target, event_target_value, request_animation_frame, set_timeout, window_event_listener,
};
pub use leptos::{component, ev};
pub use view_macro::view;
