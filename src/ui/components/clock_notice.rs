//! Said above any page: this device's clock cannot be right, or was set far off.

use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::device_clock::{self, ClockFault};
use crate::state::{use_app, use_lang};

/// The notice, until it is closed or the clock is right.
#[component]
pub fn ClockNotice() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let fault = RwSignal::new(device_clock::look());
    Effect::watch(
        move || app.ticks.get(),
        move |_| {
            let now = device_clock::look();
            if fault.get_untracked() != now {
                fault.set(now);
            }
        },
    );
    // The check-list has a line about a time that cannot be.
    let is_list = app.route.with_untracked(|route| *route == Route::Ready);
    let close = move |_| {
        device_clock::close();
        fault.set(None);
        // The button goes with the notice.
        platform::page::focus("main");
    };
    move || {
        let fault = fault.get().filter(|fault| !(is_list && *fault == ClockFault::Wrong))?;
        let t = lang.t().ready();
        let words = match fault {
            ClockFault::Wrong => t.clock_broken.to_owned(),
            ClockFault::Back(minutes) => (t.set_back)(minutes),
            ClockFault::Ahead(minutes) => (t.set_ahead)(minutes),
            ClockFault::Jumped(minutes) => (t.jumped)(minutes),
        };
        Some(view! {
            <div class="notice no-print" data-kind="warning" role="status">
                <b>{words}</b>
                <p>{t.clock_moved_help}</p>
                <div class="cluster">
                    <button class="button button--quiet" on:click=close>{lang.t().common().close}</button>
                </div>
            </div>
        })
    }
}
