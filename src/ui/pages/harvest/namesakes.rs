//! Themes of one name, however it is spelt, perhaps made on two devices: offered for joining, never joined by
//! themselves.

use super::sorting::Sorting;
use crate::core::domain::Id;
use crate::core::harvest::Act;
use crate::dom::prelude::*;
use crate::ui::components::Focus;

/// The offers of a question.
#[component]
pub fn Namesakes(cx: Sorting, question: Id) -> impl IntoView {
    let pairs = Memo::new(move || {
        let all = cx.board.harvest.with(|harvest| harvest.namesakes(question));
        cx.apart.with(|apart| all.into_iter().filter(|pair| !apart.contains(pair)).collect::<Vec<_>>())
    });
    let offer = move |pair: [Id; 2]| view! { <Offer cx pair /> };
    view! { <div class="stack" role="status">{move || pairs.get().into_iter().map(offer).collect_view()}</div> }
}

#[component]
fn Offer(cx: Sorting, pair: [Id; 2]) -> impl IntoView {
    let lang = cx.lang;
    let [into, from] = pair;
    let name = move |theme| cx.theme(theme, |theme| theme.title().to_owned());
    let join = move |_| {
        let said = (lang.now().harvest_themes().joined)(&cx.name(into));
        cx.act(&Act::JoinThemes { from, into }, said);
    };
    let leave = move |_| {
        let focus = Focus::now();
        cx.leave_apart(pair);
        focus.keep([format!("t-{into}")]);
    };
    view! {
        <div class="notice" data-kind="info">
            <b dir="auto">{move || (lang.t().harvest_themes().namesakes)(&name(into), &name(from))}</b>
            <p>{lang.text(|t| t.harvest_themes().namesakes_help)}</p>
            <div class="cluster">
                <button class="button button--primary" on:click=join>
                    {lang.text(|t| t.harvest_themes().join_both)}
                </button>
                <button class="button" on:click=leave>{lang.text(|t| t.harvest_themes().leave_apart)}</button>
            </div>
        </div>
    }
}
