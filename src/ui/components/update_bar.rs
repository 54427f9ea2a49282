//! A newer version is here: offered, never forced.

use super::ExportNow;
use crate::core::domain::Id;
use crate::core::storage::Card;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::{AppState, Lang, use_app, use_lang};

/// Cafés that the bar offers a copy of, the newest, where none is on the screen: more would hide what it says.
const MOST_COPIES: usize = 4;

/// The bar, while a newer version waits and nothing would be lost by loading the page anew.
#[component]
pub fn UpdateBar() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let later = move |_| {
        app.update.set(false);
        // The button goes with the bar.
        platform::page::focus("main");
    };
    // What it follows is told every few seconds: the bar must not be made anew under a finger.
    let is_shown = Memo::new(move || app.update.get() && app.may_update());
    move || {
        is_shown.get().then(|| {
            let t = lang.t().ready();
            let copy = match app.session_on_screen() {
                Some(session) => view! { <ExportNow session /> }.into_any(),
                None => copies(app, lang),
            };
            view! {
                <div class="notice no-print" data-kind="info" role="status">
                    <b>{t.update}</b>
                    <div class="cluster">
                        {copy}
                        <button class="button" on:click=move |_| app.apply_update()>{t.use_update}</button>
                        <button class="button button--quiet" on:click=later>{t.later}</button>
                    </div>
                </div>
            }
        })
    }
}

/// Where no café is on the screen: the ways to a copy of those that are on this device.
fn copies(app: AppState, lang: Lang) -> View {
    let cafes = app.cafes().into_iter().take(MOST_COPIES);
    let way = |(id, card): (Id, Card)| {
        let t = lang.t();
        let title = if card.title.is_empty() { t.common().untitled } else { &card.title };
        view! {
            <a class="button button--quiet" href=Route::HandOver(id, None).href()>
                <span dir="auto">{(t.ready().copy_first)(title)}</span>
            </a>
        }
    };
    cafes.map(way).collect_view().into_any()
}
