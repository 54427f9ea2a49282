//! At the foot of the board, always in reach: what was done last, one step back, one forward, and the selection.

use super::sorting::{Opened, Sorting};
use crate::dom::prelude::*;
use crate::state::Acts;
use crate::ui::components::UndoRedo;

/// The bar.
#[component]
pub fn ActBar(cx: Sorting) -> impl IntoView {
    let go_to = Callback::new(move |question| cx.go_to(question));
    view! {
        <div class="act-bar">
            <p class="act-said" role="status">{cx.said}</p>
            <ChosenNotes cx />
            <UndoRedo session=cx.session acts=Signal::derive(|| Acts::Sorting) said=cx.said go_to />
        </div>
    }
}

/// How many notes are selected, and what can be done with them.
#[component]
fn ChosenNotes(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let count = Memo::new(move || cx.chosen.ids.with(Vec::len));
    let unseen = Memo::new(move || cx.chosen.ids.with(|ids| cx.unseen(ids)));
    let not_shown = move || {
        let unseen = unseen.get();
        (unseen > 0).then(|| view! { " " <span role="status">{(lang.t().harvest_board().not_shown)(unseen)}</span> })
    };
    let open = move |_| cx.open.set(Some(Opened::Notes(cx.chosen.ids.get_untracked())));
    move || {
        let count = count.get();
        let t = lang.t().harvest_board();
        let gather = (count > 1).then(|| {
            view! {
                <button class="button" on:click=move |_| cx.gather(cx.chosen.ids.get_untracked())>{t.gather_short}</button>
            }
        });
        (count > 0).then(|| {
            view! {
                <div class="cluster act-chosen" role="group" aria-label=(t.selected)(count)>
                    <p><b>{(t.selected)(count)}</b>{not_shown}</p>
                    <button class="button button--primary" on:click=open>{t.move_to}</button>
                    {gather}
                    <button class="button button--quiet" on:click=move |_| cx.choose_none()>{t.select_none}</button>
                </div>
            }
        })
    }
}
