//! A field of the set-up that saves itself when the person is done with it.
//!
//! What is typed is a draft of its own until then, so it survives a reload. The field follows the café only while
//! nothing is typed in it and the person is elsewhere.

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

/// What is being typed in a field, and where it goes. Copy.
#[derive(Clone, Copy)]
struct Typing {
    session: Session,
    record: Id,
    slot: StoredValue<String>,
    /// What the field began with.
    base: StoredValue<Wording>,
    text: RwSignal<String>,
    state: RwSignal<State>,
    out_of_range: Option<Text>,
    read: Callback<(), Wording>,
    write: Callback<Wording, Result<(), Refusal>>,
}

impl Typing {
    /// Goes on with a draft that is there.
    fn restore(self) {
        let draft = Wording::from_draft(&self.slot.with_value(|slot| self.session.draft(slot)));
        if let Some(draft) = draft.filter(|draft| self.base.with_value(|base| base.text != draft.text)) {
            self.text.set(draft.text);
            self.base.update_value(|base| base.seen = draft.seen);
            self.state.set(State::Typing);
        }
    }

    fn is_clean(self) -> bool {
        self.text.with_untracked(|text| self.base.with_value(|base| *text == base.text))
    }

    fn is_wrong(self) -> bool {
        self.state.with(|state| matches!(state, State::Wrong(_)))
    }

    fn take(self, shown: Wording) {
        self.text.set(shown.text.clone());
        self.base.set_value(shown);
    }

    /// Shows what the café says, now and whenever that changes.
    fn follow(self) {
        let has_focus = move || platform::focused().is_some_and(|it| self.slot.with_value(|slot| it.id() == *slot));
        Effect::new(move || {
            let shown = self.read.run(());
            if self.is_clean() && !has_focus() && self.base.with_value(|base| *base != shown) {
                self.take(shown);
            }
        });
    }

    fn keep_draft(self, draft: &str) {
        let app = use_app();
        let kept = self.slot.with_value(|slot| self.session.keep_draft(slot, draft));
        if kept.is_err() && !draft.is_empty() && app.storage.with_untracked(Result::is_ok) {
            self.state.set(State::Wrong(app.lang().now().table().draft_not_kept.to_owned()));
        }
    }

    fn type_in(self, typed: String) {
        self.state.set(State::Typing);
        let draft = self.base.with_value(|base| Wording { text: typed.clone(), seen: base.seen.clone() });
        self.text.set(typed);
        self.keep_draft(&if self.is_clean() { String::new() } else { draft.to_draft() });
    }

    /// The person is done with the field: what was typed is saved.
    fn done(self) {
        // Browsers tell a field that it lost the focus even when it went away with its page.
        if self.text.is_disposed() {
            return;
        }
        if self.is_clean() {
            if self.state.with_untracked(|state| *state != State::Saved) {
                self.state.set(State::Quiet);
            }
            self.take(untrack(|| self.read.run(())));
            return;
        }
        let seen = self.base.with_value(|base| base.seen.clone());
        match self.write.run(Wording { text: self.text.get_untracked(), seen }) {
            Ok(()) => {
                self.take(untrack(|| self.read.run(())));
                self.state.set(State::Saved);
                self.slot.with_value(|slot| self.session.settle_draft(slot, self.record));
            }
            Err(refusal) => {
                let lang = use_lang();
                let said = self.out_of_range.filter(|_| refusal == Refusal::OutOfRange);
                let said = said.map(|text| text(lang.now()).to_owned());
                self.state.set(State::Wrong(said.unwrap_or_else(|| lang.refusal(refusal))));
            }
        }
    }
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
    let (lang, unsaved) = (use_lang(), session.unsaved());
    let base = untrack(|| read.run(()));
    let typing = Typing {
        session,
        record,
        slot: StoredValue::new(name.clone()),
        text: RwSignal::new(base.text.clone()),
        base: StoredValue::new(base),
        state: RwSignal::new(State::Quiet),
        out_of_range,
        read,
        write,
    };
    typing.restore();
    typing.follow();
    // Who leaves by the back button is done with it as well.
    on_cleanup(move || {
        if !typing.is_clean() {
            typing.done();
        }
    });
    let said = move || match typing.state.get() {
        State::Quiet => None,
        State::Typing => Some(view! { <Status kind="pending">{lang.t().prepare().typing}</Status> }.into_any()),
        State::Saved if unsaved.with(|unsaved| unsaved.contains_key(&record)) => {
            Some(view! { <Status kind="unsaved">{lang.t().common().not_saved}</Status> }.into_any())
        }
        State::Saved => Some(view! { <Status kind="saved">{lang.t().prepare().saved}</Status> }.into_any()),
        State::Wrong(why) => Some(view! { <span class="field-error">{why}</span> }.into_any()),
    };
    let state_id = format!("{name}-state");
    let control = control(typing, kind, placeholder, name.clone(), state_id.clone());
    let is_bare = short.is_none() && kind == FieldKind::Area;
    let is_short = short.is_some();
    let short = short.map(|short| view! { <span aria-hidden="true">{short}</span> });
    view! {
        <div class="field" class:field--short=kind == FieldKind::Number>
            <label class=if is_bare { "visually-hidden" } else { "field-label" } for=name>
                <span class:visually-hidden=is_short>{label}</span>
                {short}
            </label>
            {control}
            <p class="field-state" id=state_id aria-live="polite">{said}</p>
        </div>
    }
}

/// The box to type in.
fn control(typing: Typing, kind: FieldKind, placeholder: Signal<Option<String>>, id: String, state_id: String) -> View {
    if kind == FieldKind::Area {
        return view! {
            <textarea
                class="input"
                id=id
                rows="1"
                dir="auto"
                aria-describedby=state_id
                aria-invalid=move || typing.is_wrong().then_some("true")
                prop:value=typing.text
                on:input=move |event| typing.type_in(event_target_value(&event))
                on:blur=move |_| typing.done()
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                        event.prevent_default();
                        typing.done();
                    }
                }
            ></textarea>
        }
        .into_any();
    }
    view! {
        <input
            class="input"
            class:input--title=kind == FieldKind::Title
            type=match kind {
                FieldKind::Date => "date",
                FieldKind::Number => "number",
                _ => "text",
            }
            inputmode=(kind == FieldKind::Number).then_some("numeric")
            id=id
            dir="auto"
            placeholder=move || placeholder.get()
            aria-describedby=state_id
            aria-invalid=move || typing.is_wrong().then_some("true")
            prop:value=typing.text
            on:input=move |event| typing.type_in(event_target_value(&event))
            on:change=move |_| typing.done()
            on:blur=move |_| typing.done()
        />
    }
    .into_any()
}
