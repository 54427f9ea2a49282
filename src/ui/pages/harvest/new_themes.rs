//! Making themes: from a set that is chosen and changed, or from one's own words.

use super::lines::{self, MOST, named};
use super::modal::{Says, dialog_for};
use super::sorting::{Opened, Sorting};
use crate::core::domain::{Id, Refusal};
use crate::core::harvest::Act;
use crate::dom::prelude::*;
use crate::platform;
use crate::ui::components::focus_next_frame;

/// The dialog in which themes are made.
#[component]
pub fn NewThemesDialog(cx: Sorting) -> impl IntoView {
    let is_mine = |open: &Opened| *open == Opened::NewThemes;
    let node = dialog_for(cx, is_mine);
    let open = Memo::new(move || cx.open.with(|open| open.as_ref().is_some_and(is_mine)));
    let body = move || {
        // Followed first: on a fresh page there is no question yet when this runs for the first time.
        let question = open.get().then(|| cx.question.get_untracked()).flatten()?;
        Some(view! {
            <div class="dialog-body">
                <ThemeMaker cx question id="more" />
                <Says cx />
                <div class="dialog-actions">
                    <button class="button" on:click=move |_| cx.open.set(None)>{cx.lang.now().common().close}</button>
                </div>
            </div>
        })
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby="make-more"
            node_ref=node
            on:close=move |_| if open.get_untracked() { cx.open.set(None) }
        >
            {body}
        </dialog>
    }
}

/// A set to start from, its lines to be changed, and the button.
#[component]
pub fn ThemeMaker(
    cx: Sorting,
    question: Id,
    /// Told apart from another one on the page.
    id: &'static str,
) -> impl IntoView {
    let t = cx.lang.now().harvest_themes();
    let lines = lines::left(cx, question, format!("themes-{question}"));
    let (set_id, lines_id, error_id) = (format!("set-{id}"), format!("lines-{id}"), format!("lines-error-{id}"));
    let start = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        let set = place.and_then(|place| t.sets.get(place)).map(|(_, themes)| themes.as_slice()).unwrap_or_default();
        lines.typed(lines::with_set(&lines.now(), set, &t.sets.map(|(_, themes)| themes)));
    };
    let option = |(place, (name, _)): (usize, &(&'static str, [&'static str; 4]))| {
        view! { <option value=place.to_string()>{*name}</option> }
    };
    let count = move || lines.text.with(|lines| named(lines).len());
    let field = StoredValue::new(lines_id.clone());
    let refused = move |why: String| {
        lines.error.set(Some(why));
        field.with_value(|field| platform::page::focus(field));
    };
    let add = move |event: web_sys::Event| {
        event.prevent_default();
        let names = named(&lines.now());
        if names.len() > MOST {
            return refused((t.too_many)(MOST));
        }
        if names.is_empty() {
            return refused(cx.lang.refusal(Refusal::Empty));
        }
        let themes: Vec<(Id, String)> = names.into_iter().map(|name| (cx.session.new_id(), name)).collect();
        let ids: Vec<Id> = themes.iter().map(|(id, _)| *id).collect();
        match cx.session.act(&Act::AddThemes { question, themes }) {
            Ok(()) => {
                cx.done((t.added)(ids.len()));
                lines::added(cx, lines, &ids);
                cx.open.set(None);
                focus_next_frame("l-none");
            }
            Err(refusal) => refused(cx.lang.refusal(refusal)),
        }
    };
    view! {
        <form class="stack" on:submit=add>
            <h3 id=format!("make-{id}")>{t.make}</h3>
            <p class="muted">{t.make_help}</p>
            <div class="field">
                <label class="field-label" for=set_id.clone()>{t.starter}</label>
                <select class="input" id=set_id on:change=start>
                    <option value="">{t.starter_none}</option>
                    {t.sets.iter().enumerate().map(option).collect_view()}
                </select>
            </div>
            <div class="field">
                <label class="field-label" for=lines_id.clone()>{t.lines}</label>
                <p class="field-hint">{t.lines_hint}</p>
                <textarea
                    class="input"
                    id=lines_id
                    rows="4"
                    dir="auto"
                    aria-describedby=error_id.clone()
                    aria-invalid=move || lines.error.with(Option::is_some).then_some("true")
                    prop:value=lines.text
                    on:input=move |event| lines.typed(event_target_value(&event))
                ></textarea>
                <p class="field-error" id=error_id aria-live="polite">{move || lines.error.get()}</p>
            </div>
            <div class="cluster">
                <button class="button button--primary">{move || (t.add)(count().max(1))}</button>
            </div>
        </form>
    }
}
