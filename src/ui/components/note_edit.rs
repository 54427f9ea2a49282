//! What a note turns into while its author edits it, erases it or adds an example.

use super::{Growing, Icon, focus_next_frame, not_kept};
use crate::core::domain::{Command, Id};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::state::{Session, Wording, use_app, use_lang};

/// What the row of a note is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Showing the words.
    Reading,
    /// The words are in a box.
    Editing,
    /// Asking whether the words should go for good.
    Erasing,
    /// There is a box for an example.
    AddingExample,
}

impl Mode {
    /// How the row of a note or key point was left: somebody may have been in the middle of editing it.
    pub fn left(session: Session, id: Id) -> Self {
        if session.rewriting(id).is_some() { Self::Editing } else { Self::Reading }
    }
}

/// The note's words in a box. What stands in it is kept as a draft until it is stored or given up.
#[component]
pub fn Rewriting(
    /// The open café.
    session: Session,
    /// The note.
    id: Id,
    /// What the row is doing.
    mode: RwSignal<Mode>,
    /// What the box is for.
    #[prop(default = |t| t.table().edit_label)]
    label: Text,
) -> impl IntoView {
    let lang = use_lang();
    let Wording { text, seen } = session.rewriting(id).unwrap_or_else(|| session.words(id));
    let text = RwSignal::new(text);
    let error = RwSignal::new(None::<String>);
    let done = move |keep: bool| {
        if !keep {
            drop(session.keep_draft(&id.to_string(), ""));
        }
        mode.set(Mode::Reading);
    };
    let seen = StoredValue::new(seen);
    let save = move || {
        let rewrite = Command::Rewrite { id, seen: seen.get_value(), text: text.get_untracked() };
        match session.commit(rewrite) {
            Ok(_) => {
                session.settle_draft(&id.to_string(), id);
                mode.set(Mode::Reading);
            }
            Err(refusal) => error.set(Some(lang.refusal(refusal))),
        }
    };
    let keep = move |text: String| {
        let draft = Wording { text, seen: seen.get_value() }.to_draft();
        error.set(not_kept(session.keep_draft(&id.to_string(), &draft)));
    };
    let node = NodeRef::new();
    node.on_load(|area: web_sys::HtmlTextAreaElement| drop(area.focus()));
    let field = format!("edit-{id}");
    view! {
        <form
            class="stack"
            on:submit=move |event| { event.prevent_default(); save(); }
            on:keydown=move |event| if closes(&event) { done(true) }
        >
            <div class="field">
                <label class="visually-hidden" for=field.clone()>{lang.text(label)}</label>
                <Growing
                    id=field
                    value=text
                    node
                    on_input=Callback::new(keep)
                    on_submit=Callback::new(move |()| save())
                />
                <p class="field-error" aria-live="polite">{move || error.get()}</p>
            </div>
            <div class="note-actions note-actions--open">
                <button class="button button--primary">{lang.text(|t| t.common().save)}</button>
                <button type="button" class="button" on:click=move |_| done(false)>{lang.text(|t| t.common().cancel)}</button>
            </div>
        </form>
    }
}

/// Whether a key closes the box and leaves its words for later. Escape in the middle of composing a letter means the
/// letter; and a dialog around the box stays open.
pub fn closes(event: &web_sys::KeyboardEvent) -> bool {
    let closes = event.key() == "Escape" && !event.is_composing();
    if closes {
        event.prevent_default();
    }
    closes
}

/// Asks once before words are gone for good.
#[component]
pub fn Erasing(
    /// The open café.
    session: Session,
    /// The note.
    id: Id,
    /// What the row is doing.
    mode: RwSignal<Mode>,
    /// On the button that changes nothing.
    #[prop(default = |t| t.table().keep_note)]
    keep: Text,
    /// Said afterwards.
    #[prop(default = |t| t.table().erased)]
    erased: Text,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let erase = move |_| match session.commit(Command::Erase { id, by: session.device() }) {
        Ok(_) => {
            app.say(erased(lang.now()));
            focus_next_frame("main");
        }
        Err(refusal) => app.say_refusal(refusal),
    };
    let node = NodeRef::new();
    node.on_load(|button: web_sys::HtmlButtonElement| drop(button.focus()));
    view! {
        <p><b>{lang.text(|t| t.table().erase_question)}</b> " " {lang.text(|t| t.table().erase_help)}</p>
        <div class="note-actions note-actions--open">
            <button class="button button--danger" on:click=erase>
                <Icon name="erase" />{lang.text(|t| t.table().erase_for_good)}
            </button>
            <button class="button" node_ref=node on:click=move |_| mode.set(Mode::Reading)>
                {lang.text(keep)}
            </button>
        </div>
    }
}

/// A box for an example of a note.
#[component]
pub fn AddingExample(
    /// The open café.
    session: Session,
    /// The note.
    id: Id,
    /// What the row is doing.
    mode: RwSignal<Mode>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let text = RwSignal::new(session.draft(&format!("example-{id}")));
    let error = RwSignal::new(None::<String>);
    let keep = move |text: String| error.set(not_kept(session.keep_draft(&format!("example-{id}"), &text)));
    let done = move |keep: bool| {
        if !keep {
            drop(session.keep_draft(&format!("example-{id}"), ""));
        }
        mode.set(Mode::Reading);
    };
    let add = move || {
        let Some((question, table, round)) =
            session.cafe(|cafe| cafe.contribution(id).map(|it| (it.question, it.table, it.round)))
        else {
            return;
        };
        let new = session.new_id();
        let command = Command::Write {
            id: new,
            author: session.device(),
            question,
            table,
            round,
            text: text.get_untracked(),
            name: app.pseudonym(),
            example_of: Some(id),
        };
        match session.commit(command) {
            Ok(_) => {
                session.settle_draft(&format!("example-{id}"), new);
                mode.set(Mode::Reading);
            }
            Err(refusal) => error.set(Some(lang.refusal(refusal))),
        }
    };
    let node = NodeRef::new();
    node.on_load(|area: web_sys::HtmlTextAreaElement| drop(area.focus()));
    let field = format!("example-{id}");
    view! {
        <form
            class="stack"
            on:submit=move |event| { event.prevent_default(); add(); }
            on:keydown=move |event| if closes(&event) { done(true) }
        >
            <div class="field">
                <label class="field-label" for=field.clone()>{lang.text(|t| t.table().example_label)}</label>
                <Growing
                    id=field
                    value=text
                    node
                    on_input=Callback::new(keep)
                    on_submit=Callback::new(move |()| add())
                />
                <p class="field-error" aria-live="polite">{move || error.get()}</p>
            </div>
            <div class="note-actions note-actions--open">
                <button class="button button--primary">{lang.text(|t| t.common().add)}</button>
                <button type="button" class="button" on:click=move |_| done(false)>{lang.text(|t| t.common().cancel)}</button>
            </div>
        </form>
    }
}
