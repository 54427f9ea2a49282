//! The message of the moment, spoken to screen readers too.

use crate::dom::prelude::*;
use crate::state::use_app;
use std::time::Duration;

/// Long enough to read a sentence twice.
const SHOWN_FOR: Duration = Duration::from_secs(6);

/// Shows the message of the moment; the place is always there, so that screen readers listen to it.
#[component]
pub fn Toasts() -> impl IntoView {
    let app = use_app();
    let shown = StoredValue::new(0_u32);
    Effect::new(move || {
        if app.toast.with(Option::is_some) {
            shown.update_value(|count| *count += 1);
            let mine = shown.get_value();
            // Only the newest message goes by its own time.
            set_timeout(
                move || {
                    if shown.get_value() == mine {
                        app.toast.set(None);
                    }
                },
                SHOWN_FOR,
            );
        }
    });
    view! {
        <div class="toasts" role="status">
            {move || app.toast.get().map(|toast| view! { <p class="toast">{toast.0}</p> })}
        </div>
    }
}
