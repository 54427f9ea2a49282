//! Links that are short enough to be typed: the set-up lies in a file beside the app.

use super::card::{Card, Laid};
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform::beside::{self, Answer};
use crate::state::{use_app, use_lang};
use crate::transfer;
use crate::ui::components::Icon;
use leptos::task::spawn_local;
use std::cell::Cell;

/// How to have short links: the file, where it goes, and whether it is there.
#[component]
pub fn ShortLinks(
    /// The cards; the last one is for the whole café.
    cards: Memo<Vec<Card>>,
    /// What was found beside the app; none before anybody looked.
    laid: RwSignal<Option<Laid>>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let looks = RwSignal::new(false);
    let whole = move || cards.with_untracked(|cards| cards.last().cloned());
    let download = move |_| {
        let done = whole().is_some_and(|card| transfer::download(beside::NAME, &card.link(), "text/plain"));
        let t = lang.now().hand_over();
        app.say(if done { (t.downloaded)(beside::NAME) } else { t.not_downloaded.to_owned() });
    };
    let look = move |_| {
        looks.set(true);
        spawn_local(async move {
            let answer = beside::read().await;
            if !looks.is_disposed() {
                looks.set(false);
                laid.set(whole().map(|card| match answer {
                    Answer::Text(text) => card.laid_in(&text),
                    Answer::Absent => Laid::Nothing,
                    Answer::Silent => Laid::Unknown,
                }));
            }
        });
    };
    let found = move || {
        let t = lang.t().invite();
        if looks.get() {
            return Some(view! { <p>{t.looking_beside}</p> }.into_any());
        }
        let (kind, words) = match laid.get()? {
            Laid::Here => ("ok", t.laid),
            Laid::Older => ("warning", t.laid_older),
            Laid::Other => ("warning", t.laid_other),
            Laid::Nothing => ("warning", t.laid_not),
            Laid::Unknown => ("warning", t.laid_unknown),
        };
        Some(view! { <p class="notice" data-kind=kind>{words}</p> }.into_any())
    };
    view! {
        <details class="card no-print">
            <summary>{lang.text(|t| t.invite().short)}</summary>
            <div class="stack">
                <p>{lang.text(|t| t.invite().short_help)}</p>
                <ol class="host-script">
                    <li>{lang.text(|t| t.invite().short_how[0])}</li>
                    <li>{lang.text(|t| t.invite().short_how[1])}</li>
                    <li>{lang.text(|t| t.invite().short_how[2])}</li>
                </ol>
                <div role="status">{found}</div>
                <div class="cluster">
                    <button class="button" on:click=download>
                        <Icon name="download" />{lang.text(|t| t.invite().short_file)}
                    </button>
                    <button class="button" on:click=look>{lang.text(|t| t.invite().short_check)}</button>
                </div>
            </div>
        </details>
    }
}

thread_local! {
    /// What was found last, and for which café: the cards say so again when the page is left and opened once more.
    static FOUND: Cell<Option<(Id, Laid)>> = const { Cell::new(None) };
}

/// What lies beside the app, as it was found for this café; none where nobody looked since the set-up was changed.
pub fn laid_for(cafe: Id, cards: Memo<Vec<Card>>) -> RwSignal<Option<Laid>> {
    let laid = RwSignal::new(FOUND.get().filter(|(of, _)| *of == cafe).map(|(_, laid)| laid));
    Effect::watch(move || laid.get(), move |laid| FOUND.set(laid.map(|laid| (cafe, laid))));
    Effect::watch(move || cards.with(|_| ()), move |()| laid.set(None));
    laid
}

/// Whether short links lead to this café.
pub fn leads_here(laid: RwSignal<Option<Laid>>) -> bool {
    matches!(laid.get(), Some(Laid::Here | Laid::Older))
}
