//! Said above any page that came over plain http: nothing of the app is kept, so this tab must stay.

use crate::dom::prelude::*;
use crate::i18n::ready::Withheld;
use crate::platform;
use crate::route::Route;
use crate::state::{Readiness, use_app, use_lang};
use std::cell::Cell;

/// The setting that says that somebody has read it on this device.
const READ: &str = "stay-open";
const YES: &str = "read";

thread_local! {
    /// The same for as long as the page is open, where the store does not take it.
    static IS_READ: Cell<bool> = const { Cell::new(false) };
}

/// The notice, until somebody has read it. Participants come by a code, and never see the check-list.
#[component]
pub fn StayOpen() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let is_kept = || app.repository().setting(READ).ok().flatten().as_deref() == Some(YES);
    let is_read = RwSignal::new(IS_READ.get() || is_kept());
    let is_list = app.route.with_untracked(|route| *route == Route::Ready);
    let is_shown = Memo::new(move || {
        !is_list && !is_read.get() && app.readiness.with(|it| *it == Readiness::Withheld(Withheld::Insecure))
    });
    let close = move |_| {
        // Not remembered on a full store: the next page says it once more.
        IS_READ.set(true);
        drop(app.repository().keep_setting(READ, YES));
        is_read.set(true);
        // The button goes with the notice.
        platform::page::focus("main");
    };
    move || {
        is_shown.get().then(|| {
            view! {
                <div class="notice no-print" data-kind="info" role="status">
                    <b>{lang.text(|t| t.ready().stay_open)}</b>
                    <div class="cluster">
                        <button class="button button--quiet" on:click=close>{lang.text(|t| t.common().close)}</button>
                    </div>
                </div>
            }
        })
    }
}
