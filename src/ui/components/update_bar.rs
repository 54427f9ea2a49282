//! A newer version is here: offered, never forced.

use super::ExportNow;
use crate::dom::prelude::*;
use crate::state::{use_app, use_lang};

/// The bar, while a newer version waits and nothing would be lost by loading the page anew.
#[component]
pub fn UpdateBar() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    move || {
        (app.update.get() && app.may_update()).then(|| {
            let t = lang.t().ready();
            view! {
                <div class="notice no-print" data-kind="info" role="status">
                    <b>{t.update}</b>
                    <div class="cluster">
                        {app.session_on_screen().map(|session| view! { <ExportNow session /> })}
                        <button class="button" on:click=move |_| app.apply_update()>{t.use_update}</button>
                        <button class="button button--quiet" on:click=move |_| app.update.set(false)>{t.later}</button>
                    </div>
                </div>
            }
        })
    }
}
