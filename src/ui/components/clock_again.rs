//! After a rehearsal, or an event that is held twice: the rounds from the first one on, once more.

use super::{focus_next_frame, modal};
use crate::dom::prelude::*;
use crate::state::{ClockPhase, Ticking, use_app, use_lang};

/// The button, between two rounds and after the last one, and the question that it asks first.
#[component]
pub fn StartAgain(
    /// The clock.
    ticking: Ticking,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let open = RwSignal::new(false);
    let node = modal(open);
    let is_there = Memo::new(move || match (ticking.kind.get(), ticking.place.get()) {
        (ClockPhase::Over, Some(_)) => true,
        (ClockPhase::TimeUp(_), Some(place)) => place.is_last(),
        _ => false,
    });
    let button = move || {
        is_there.get().then(|| {
            view! {
                <button class="button button--quiet" id="clock-again" on:click=move |_| open.set(true)>
                    {lang.text(|t| t.clock().again)}
                </button>
            }
        })
    };
    let begin = move |_| match ticking.begin_again() {
        // The dialog gives the focus back to a button that is gone by then.
        Ok(()) => focus_next_frame("clock-start"),
        Err(why) => app.say_refusal(why),
    };
    view! {
        {button}
        <dialog
            class="dialog"
            aria-labelledby="clock-again-title"
            aria-describedby="clock-again-help"
            node_ref=node
            on:close=move |_| open.set(false)
        >
            <form method="dialog">
                <h2 id="clock-again-title">{lang.text(|t| t.clock().again_title)}</h2>
                <p id="clock-again-help">{lang.text(|t| t.clock().again_help)}</p>
                <p class="muted">{lang.text(|t| t.clock().again_phones)}</p>
                <div class="dialog-actions">
                    <button class="button">{lang.text(|t| t.common().cancel)}</button>
                    <button class="button button--primary" on:click=begin>{lang.text(|t| t.clock().again_yes)}</button>
                </div>
            </form>
        </dialog>
    }
}
