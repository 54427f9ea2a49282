//! The whole screen for a page that others look at.

use super::Icon;
use crate::dom::prelude::*;
use crate::platform::full_screen as platform;
use crate::state::use_lang;
use leptos::ev;

/// Whether the page has the whole screen, as long as this screen is open; it is given back afterwards.
pub fn full_screen() -> RwSignal<bool> {
    let full = RwSignal::new(platform::is_on());
    let changed = window_event_listener(ev::fullscreenchange, move |_| full.set(platform::is_on()));
    on_cleanup(move || {
        changed.remove();
        platform::leave();
    });
    full
}

/// Takes the whole screen, or gives it back.
pub fn toggle_full_screen() {
    if platform::is_on() { platform::leave() } else { platform::enter() }
}

/// The button, where the browser lets a page have it.
#[component]
pub fn FullScreenButton(
    /// Whether the page has it.
    full: RwSignal<bool>,
) -> impl IntoView {
    let lang = use_lang();
    platform::is_possible().then(|| {
        let label = move || if full.get() { lang.t().present().not_full } else { lang.t().present().full };
        view! {
            <button class="button button--quiet" on:click=move |_| toggle_full_screen()>
                <Icon name="full" /><span class="present-label">{label}</span>
            </button>
        }
    })
}
