//! Themes that were taken away or joined to others. Somebody who knew nothing of that may have written their words, so
//! these are shown, and each theme can be put back.

use super::sorting::Sorting;
use crate::core::domain::Id;
use crate::core::harvest::TakenTheme;
use crate::dom::prelude::*;
use crate::ui::components::{Icon, focus_next_frame};

/// The list of a question; nothing where no theme was taken away.
#[component]
pub fn TakenThemes(cx: Sorting, question: Id) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let taken = Memo::new(move || cx.board.harvest.with(|it| it.taken_away(question)));
    let item = move |taken: TakenTheme| view! { <Taken cx taken /> };
    view! {
        <details class="card" hidden=move || taken.with(Vec::is_empty)>
            <summary>{move || (t.taken)(taken.with(Vec::len))}</summary>
            <div class="stack">
                <p class="muted">{t.taken_help}</p>
                <ul class="versions">{move || taken.get().into_iter().map(item).collect_view()}</ul>
            </div>
        </details>
    }
}

#[component]
fn Taken(cx: Sorting, taken: TakenTheme) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let line = |text: &str, class: &'static str| view! { <p class=class dir="auto">{text.to_owned()}</p> };
    let names = taken.theme.name.texts().into_iter().map(|it| line(&it.is, "note-text")).collect_view();
    let abouts = taken.theme.about.texts().into_iter().filter(|it| !it.is.is_empty());
    let abouts = abouts.map(|it| line(&it.is, "muted")).collect_view();
    let joined = taken.joined_to.map(|into| {
        let name = move || (t.joined_to)(&cx.theme(into, |it| it.title().to_owned()));
        view! { <p class="note-label">{name}</p> }
    });
    view! { <li class="version">{names} {abouts} {joined} <PutBack cx taken /></li> }
}

/// The button that lets a theme stand again.
#[component]
pub fn PutBack(cx: Sorting, taken: TakenTheme) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let name = taken.theme.title().to_owned();
    let label = (t.put_back_label)(&name);
    let back = move |_| {
        if cx.act(&taken.back(), (t.back_again)(&name)) && cx.open.with_untracked(Option::is_none) {
            let theme = taken.theme.id;
            focus_next_frame(format!("t-{theme}"));
        }
    };
    view! {
        <button type="button" class="button button--ghost" aria-label=label on:click=back>
            <Icon name="undo" />{t.put_back}
        </button>
    }
}
