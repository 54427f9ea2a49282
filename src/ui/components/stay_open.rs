//! Said above any page that came over plain http: nothing of the app is kept, so this tab must stay.

use crate::dom::prelude::*;
use crate::i18n::ready::Withheld;
use crate::platform;
use crate::route::Route;
use crate::state::{Readiness, use_app, use_lang};

/// The setting that says that somebody has read it on this device.
const READ: &str = "stay-open";
const YES: &str = "read";

/// The notice, until somebody has read it. Participants come by a code, and never see the check-list.
#[component]
pub fn StayOpen() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let is_read = RwSignal::new(app.repository().setting(READ).ok().flatten().as_deref() == Some(YES));
    let is_list = app.route.with_untracked(|route| *route == Route::Ready);
    let is_shown = Memo::new(move || {
        !is_list && !is_read.get() && app.readiness.with(|it| *it == Readiness::Withheld(Withheld::Insecure))
    });
    let close = move |_| {
        // Not remembered on a full store: it is said once more.
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
