//! Links that are short enough to be typed: the set-up lies in a file beside the app.

use super::card::{Card, Laid};
use crate::dom::prelude::*;
use crate::platform::beside::{self, Answer};
use crate::state::{use_app, use_lang};
use crate::transfer;
use crate::ui::components::Icon;
use leptos::task::spawn_local;
use std::cell::RefCell;

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
                laid.set(whole().map(|card| match &answer {
                    Answer::Text(text) => card.laid_in(text),
                    Answer::Absent => Laid::Nothing,
                    Answer::Silent => Laid::Unknown,
                }));
                FOUND.set(if let Answer::Text(text) = answer { Some(text) } else { None });
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
    /// The file that was found last: the cards say so again when the page is left and opened once more.
    static FOUND: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What the file that was found last is for the cards as they are; none where nobody found one.
pub fn laid_for(cards: Memo<Vec<Card>>) -> RwSignal<Option<Laid>> {
    let laid = move || {
        let whole = cards.with(|cards| cards.last().cloned())?;
        let found = FOUND.with_borrow(|found| found.as_ref().map(|text| whole.laid_in(text)))?;
        Some(found).filter(|laid| *laid != Laid::Other)
    };
    let signal = RwSignal::new(untrack(laid));
    Effect::watch(laid, move |now| signal.set(*now));
    signal
}

/// Whether short links lead to this café.
pub fn leads_here(laid: RwSignal<Option<Laid>>) -> bool {
    matches!(laid.get(), Some(Laid::Here | Laid::Older))
}
