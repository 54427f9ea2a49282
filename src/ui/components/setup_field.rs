//! A field of the set-up that saves itself when the person is done with it.
//!
//! What is typed is a draft of its own until then, so it survives a reload. The field follows the café only while nothing
//! is typed in it and the person is elsewhere.

use super::Status;
use crate::core::domain::{Id, Refusal};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::state::{Session, Wording, use_app, use_lang};

/// How a field is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Line,
    /// One line in the type of titles.
    Title,
    /// A day.
    Date,
    /// A number.
    Number,
    /// Several lines.
    Area,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Quiet,
    Typing,
    Saved,
    Wrong(String),
}

/// The field with its label, and what became of what was typed.
#[component]
pub fn SetupField(
    /// The open café.
    session: Session,
    /// The record that it belongs to.
    record: Id,
    /// A name for it, fresh within the café: of its draft, and its id on the page.
    #[prop(into)]
    name: String,
    /// How it is edited.
    #[prop(default = FieldKind::Line)]
    kind: FieldKind,
    /// Its name for those who do not see the page.
    #[prop(into)]
    label: Signal<String>,
    /// Its name on the page, where the place says the rest; none to show nothing.
    #[prop(optional, into)]
    short: Option<Signal<String>>,
    /// Shown while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<Option<String>>,
    /// Said of a number that is out of its range, where that is not the minutes of a round.
    #[prop(optional)]
    out_of_range: Option<Text>,
    /// Reads the set-up and follows it.
    #[prop(into)]
    read: Callback<(), Wording>,
    /// Changes the set-up.
    #[prop(into)]
    write: Callback<Wording, Result<(), Refusal>>,
) -> impl IntoView {
    let (app, lang, unsaved) = (use_app(), use_lang(), session.unsaved());
    let slot = StoredValue::new(name);
    let base = StoredValue::new(untrack(|| read.run(())));
    let draft = Wording::from_draft(&slot.with_value(|slot| session.draft(slot)));
    let text = RwSignal::new(base.with_value(|base| base.text.clone()));
    let state = RwSignal::new(State::Quiet);
    if let Some(draft) = draft.filter(|draft| base.with_value(|base| base.text != draft.text)) {
        text.set(draft.text);
        base.update_value(|base| base.seen = draft.seen);
        state.set(State::Typing);
    }
    let is_clean = move || text.with_untracked(|text| base.with_value(|base| *text == base.text));
    let has_focus = move || platform::focused().is_some_and(|it| slot.with_value(|slot| it.id() == *slot));
    let take = move |shown: Wording| {
        text.set(shown.text.clone());
        base.set_value(shown);
    };
    Effect::new(move || {
        let shown = read.run(());
        if is_clean() && !has_focus() && base.with_value(|base| *base != shown) {
            take(shown);
        }
    });
    let keep_draft = move |draft: &str| {
        let kept = slot.with_value(|slot| session.keep_draft(slot, draft));
        if kept.is_err() && !draft.is_empty() && app.storage.with_untracked(Result::is_ok) {
            state.set(State::Wrong(lang.now().table().draft_not_kept.to_owned()));
        }
    };
    let typed = move |typed: String| {
        state.set(State::Typing);
        let draft = base.with_value(|base| Wording { text: typed.clone(), seen: base.seen.clone() });
        text.set(typed);
        keep_draft(&if is_clean() { String::new() } else { draft.to_draft() });
    };
    let done = move || {
        // Browsers tell a field that it lost the focus even when it went away with its page.
        if text.is_disposed() {
            return;
        }
        if is_clean() {
            if state.with_untracked(|state| *state != State::Saved) {
                state.set(State::Quiet);
            }
            take(untrack(|| read.run(())));
            return;
        }
        let seen = base.with_value(|base| base.seen.clone());
        match write.run(Wording { text: text.get_untracked(), seen }) {
            Ok(()) => {
                take(untrack(|| read.run(())));
                state.set(State::Saved);
                slot.with_value(|slot| session.settle_draft(slot, record));
            }
            Err(refusal) => {
                let said =
                    out_of_range.filter(|_| refusal == Refusal::OutOfRange).map(|text| text(lang.now()).to_owned());
                state.set(State::Wrong(said.unwrap_or_else(|| lang.refusal(refusal))));
            }
        }
    };
    // Who leaves by the back button is done with it as well.
    on_cleanup(move || {
        if !is_clean() {
            done();
        }
    });
    let is_wrong = move || state.with(|state| matches!(state, State::Wrong(_)));
    let said = move || match state.get() {
        State::Quiet => None,
        State::Typing => Some(view! { <Status kind="pending">{lang.t().prepare().typing}</Status> }.into_any()),
        State::Saved if unsaved.with(|unsaved| unsaved.contains_key(&record)) => {
            Some(view! { <Status kind="unsaved">{lang.t().common().not_saved}</Status> }.into_any())
        }
        State::Saved => Some(view! { <Status kind="saved">{lang.t().prepare().saved}</Status> }.into_any()),
        State::Wrong(why) => Some(view! { <span class="field-error">{why}</span> }.into_any()),
    };
    let id = slot.get_value();
    let state_id = format!("{id}-state");
    let control = match kind {
        FieldKind::Area => view! {
            <textarea
                class="input"
                id=id.clone()
                rows="1"
                dir="auto"
                aria-describedby=state_id.clone()
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=text
                on:input=move |event| typed(event_target_value(&event))
                on:blur=move |_| done()
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                        event.prevent_default();
                        done();
                    }
                }
            ></textarea>
        }
        .into_any(),
        _ => view! {
            <input
                class="input"
                class:input--title=kind == FieldKind::Title
                type=match kind {
                    FieldKind::Date => "date",
                    FieldKind::Number => "number",
                    _ => "text",
                }
                inputmode=(kind == FieldKind::Number).then_some("numeric")
                id=id.clone()
                dir="auto"
                placeholder=move || placeholder.get()
                aria-describedby=state_id.clone()
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=text
                on:input=move |event| typed(event_target_value(&event))
                on:change=move |_| done()
                on:blur=move |_| done()
            />
        }
        .into_any(),
    };
    let is_bare = short.is_none() && kind == FieldKind::Area;
    let is_short = short.is_some();
    let short = short.map(|short| view! { <span aria-hidden="true">{short}</span> });
    view! {
        <div class="field" class:field--short=kind == FieldKind::Number>
            <label class=if is_bare { "visually-hidden" } else { "field-label" } for=id>
                <span class:visually-hidden=is_short>{label}</span>
                {short}
            </label>
            {control}
            <p class="field-state" id=state_id aria-live="polite">{said}</p>
        </div>
    }
}
