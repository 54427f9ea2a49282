//! A next step in its list.

use super::form::Editing;
use super::{Steps, focus_box};
use crate::core::domain::Id;
use crate::core::harvest::{Act, NextStep};
use crate::dom::prelude::*;
use crate::i18n::{Messages, Text};
use crate::state::{use_app, use_lang};
use crate::ui::components::{Icon, Status, focus_next_frame};

/// The name of a button, by the number of the step.
type Name = fn(Messages) -> fn(usize) -> String;

/// One step: its words, who and when, and what can be done with it.
#[component]
pub fn StepRow(steps: Steps, id: Id) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let session = steps.session;
    let (step, number) = (steps.get(id), steps.number(id));
    let editing = RwSignal::new(steps.open.with_untracked(|open| open.contains(&id)));
    let begin = move |_| {
        steps.open.update(|open| open.push(id));
        editing.set(true);
    };
    let unsaved = session.unsaved();
    let act = move |act: Act| match session.act(&act) {
        Ok(()) => true,
        Err(refusal) => {
            app.say_refusal(refusal);
            false
        }
    };
    let shift = move |up: bool| {
        let (number, all) = (number.get_untracked(), steps.ids.with_untracked(Vec::len));
        let place = if up { number.checked_sub(2) } else { Some(number).filter(|place| *place < all) };
        let Some(place) = place else { return };
        if act(Act::MoveStep { id, place }) {
            app.say((lang.now().next_steps().moved)(place + 1));
        }
        // A row that moves in the document loses the focus.
        let button = format!("{}-step-{id}", if up { "up" } else { "down" });
        focus_next_frame(button);
    };
    let remove = move |_| {
        let was = number.get_untracked();
        if act(Act::SetStepRemoved { id, removed: true }) {
            app.say((lang.now().next_steps().removed)(was));
            focus_box();
        }
    };
    let tool = move |icon: &'static str, name: Name| (icon, move || name(lang.t())(number.get()));
    let tools = move || {
        let [(up, up_name), (down, down_name), (edit, edit_name), (erase, erase_name)] = [
            tool("up", |t| t.next_steps().up),
            tool("down", |t| t.next_steps().down),
            tool("edit", |t| t.next_steps().edit),
            tool("erase", |t| t.next_steps().remove),
        ];
        view! {
            <div class="row-tools">
                <button type="button" class="button button--quiet button--icon" id=format!("edit-step-{id}")
                    aria-label=edit_name on:click=begin><Icon name=edit /></button>
                <button type="button" class="button button--quiet button--icon" id=format!("up-step-{id}")
                    aria-label=up_name aria-disabled=move || (number.get() <= 1).to_string()
                    on:click=move |_| shift(true)><Icon name=up /></button>
                <button type="button" class="button button--quiet button--icon" id=format!("down-step-{id}")
                    aria-label=down_name
                    aria-disabled=move || (number.get() >= steps.ids.with(Vec::len)).to_string()
                    on:click=move |_| shift(false)><Icon name=down /></button>
                <button type="button" class="button button--quiet button--icon"
                    aria-label=erase_name on:click=remove><Icon name=erase /></button>
            </div>
        }
    };
    let body = move || {
        if editing.get() {
            // What is being typed stays when the step changes meanwhile.
            let step = step.get_untracked()?;
            return Some(view! { <Editing steps step number editing /> }.into_any());
        }
        let step = step.get()?;
        let words = if step.what.is_disputed(None) {
            view! { <Wordings steps step=step.clone() /> }.into_any()
        } else {
            view! { <p class="step-words" dir="auto">{step.what.latest().to_owned()}</p> }.into_any()
        };
        let kept = unsaved.with(|unsaved| unsaved.contains_key(&id));
        let kept = kept.then(|| view! { <Status kind="unsaved">{lang.t().next_steps().not_saved}</Status> });
        Some(view! { <div class="step-body">{words}{assigned(&step)}{kept}</div> {tools()} }.into_any())
    };
    view! {
        <article class="row next-step">
            <span class="row-number" aria-hidden="true">{move || number.get().to_string()}</span>
            {body}
        </article>
    }
}

/// Who does it and by when; what is open is said quietly.
fn assigned(step: &NextStep) -> View {
    let lang = use_lang();
    let part = |label: Text, text: &str, none| {
        let text = text.to_owned();
        let is_open = text.is_empty();
        let words = if is_open { lang.text(none)().to_owned() } else { text };
        view! {
            <span class="step-part">
                <small>{lang.text(label)}</small> <span class:step-open=is_open dir="auto">{words}</span>
            </span>
        }
    };
    view! {
        <p class="step-assigned">
            {part(|t| t.next_steps().who, &step.who, |t| t.next_steps().nobody)}
            {part(|t| t.next_steps().when, &step.when, |t| t.next_steps().no_date)}
        </p>
    }
    .into_any()
}

/// Two devices worded it: a person keeps one, or makes one of both.
#[component]
fn Wordings(steps: Steps, step: NextStep) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let (id, seen) = (step.id, step.what.seen());
    let choice = move |what: String| {
        let seen = seen.clone();
        let keep = {
            let what = what.clone();
            move |_| {
                let word = Act::WordStep { id, seen: seen.clone(), what: what.clone() };
                if let Err(refusal) = steps.session.act(&word) {
                    app.say_refusal(refusal);
                }
            }
        };
        view! {
            <li class="version">
                <p class="step-words" dir="auto">{what}</p>
                <button type="button" class="button button--ghost" on:click=keep>{lang.text(|t| t.common().keep_this)}</button>
            </li>
        }
    };
    let texts: Vec<String> = step.what.texts().iter().map(|version| version.is.to_string()).collect();
    view! {
        <p class="note-label"><Icon name="copy" />{lang.text(|t| t.next_steps().wordings)}</p>
        <p class="muted">{lang.text(|t| t.next_steps().wordings_help)}</p>
        <ul class="versions">{texts.into_iter().map(choice).collect_view()}</ul>
    }
}
