//! One note.

use super::note_edit::{AddingExample, Erasing, Mode, Rewriting};
use super::note_parts::{SetAside, aside_button, mode_button, tint, words};
use super::{Icon, Status, table_by_number};
use crate::core::domain::{Cafe, Id};
use crate::dom::prelude::*;
use crate::state::{Note, Session, use_app, use_lang};
use crate::transfer;
use leptos::task::spawn_local;

/// What a row of notes shows beside the words, and what may be done with it there.
#[derive(Clone, Copy, Debug)]
pub enum NoteUse {
    /// At a table: the author edits and erases.
    Table,
    /// Reading through: the facilitator corrects, sets aside and shows again. How, the harvest says: this row is in the
    /// part of the app that people write with, and the harvest is not.
    Harvest(SetAside),
}

/// One note.
#[component]
pub fn NoteRow(
    /// The open café.
    session: Session,
    /// Its id.
    id: Id,
    /// What may be done with it.
    #[prop(default = NoteUse::Table)]
    purpose: NoteUse,
) -> impl IntoView {
    let note = session.note(id)?;
    let mode = RwSignal::new(Mode::left(session, id));
    let state = {
        let note = note.clone();
        move || {
            note.with(|note| match mode.get() {
                Mode::Editing | Mode::AddingExample => "editing",
                Mode::Erasing => "erasing",
                Mode::Reading if !note.saved => "unsaved",
                Mode::Reading if note.contribution.is_hidden() => "hidden",
                Mode::Reading if note.contribution.is_disputed() => "versions",
                Mode::Reading => "",
            })
        }
    };
    let body = {
        let note = note.clone();
        move || match mode.get() {
            Mode::Editing => view! { <Rewriting session id mode /> }.into_any(),
            _ => words_of(session, &note.get()),
        }
    };
    let below = {
        let note = note.clone();
        move || match mode.get() {
            Mode::Erasing => view! { <Erasing session id mode /> }.into_any(),
            Mode::AddingExample => view! { <AddingExample session id mode /> }.into_any(),
            Mode::Editing => ().into_any(),
            Mode::Reading => actions(session, &note.get(), mode, purpose),
        }
    };
    Some(view! {
        <article class="note" data-tint=tint(id) data-state=state>
            {body}
            <Examples session id purpose />
            <Meta session note purpose />
            {below}
        </article>
    })
}

fn words_of(session: Session, note: &Note) -> View {
    let it = &note.contribution;
    words(session, it.id, &it.text, it.is_disputed(), it.is_hidden().then_some(|t| t.table().hidden))
}

/// Who, where and when, and whether it is safe.
#[component]
fn Meta(session: Session, note: ArcRwSignal<Note>, purpose: NoteUse) -> impl IntoView {
    let lang = use_lang();
    let handed_over = session.handed_over();
    move || {
        let t = lang.t();
        let Note { contribution: it, saved } = note.get();
        let own = it.author == session.device();
        let who = match (own, it.signature()) {
            (true, None) => Some(t.table().you.to_owned()),
            (true, Some(name)) => Some(format!("{} ({name})", t.table().you)),
            (false, name) => name.map(str::to_owned),
        };
        let round = session.setup(|cafe| Cafe::number_of(&cafe.rounds(), it.round));
        let table = matches!(purpose, NoteUse::Harvest(_))
            .then(|| table_by_number(t, session.setup(|cafe| Cafe::number_of(&cafe.tables(), it.table))));
        let edited = it.is_edited().then_some(t.table().edited);
        let kept = match saved {
            true => view! { <Status kind="saved">{t.common().saved_here}</Status> },
            false => view! { <Status kind="unsaved">{t.common().not_saved}</Status> },
        };
        let handed = own.then(|| match handed_over.with(|handed_over| handed_over.has(&it)) {
            true => view! { <Status kind="handed">{t.table().handed_over}</Status> },
            false => view! { <Status kind="pending">{t.table().not_handed_over}</Status> },
        });
        view! {
            <footer class="note-meta">
                {who.map(|who| view! { <span dir="auto">{who}</span> })}
                {table.map(|table| view! { <span>{table}</span> })}
                {round.map(|round| view! { <span>{(t.common().round)(round)}</span> })}
                {edited.map(|edited| view! { <span>{edited}</span> })}
                {kept}
                {handed}
            </footer>
        }
    }
}

/// The examples of a note, each a note of its own.
#[component]
fn Examples(session: Session, id: Id, purpose: NoteUse) -> impl IntoView {
    let lang = use_lang();
    let ids = session.examples(id);
    let row = move |example| {
        view! {
            <div class="note-example">
                <b>{lang.text(|t| t.table().example)}</b>
                {example_row(session, example, purpose)}
            </div>
        }
    };
    view! {
        {each(move || ids.get(), |id| id.bits(), row)}
    }
}

/// Cuts the knot of a type that would contain itself.
fn example_row(session: Session, id: Id, purpose: NoteUse) -> View {
    let Some(note) = session.note(id) else { return ().into_any() };
    let mode = RwSignal::new(Mode::left(session, id));
    let body = {
        let note = note.clone();
        move || match mode.get() {
            Mode::Editing => view! { <Rewriting session id mode /> }.into_any(),
            Mode::Erasing => view! { <Erasing session id mode /> }.into_any(),
            _ => words_of(session, &note.get()),
        }
    };
    let below = {
        let note = note.clone();
        move || (mode.get() == Mode::Reading).then(|| actions(session, &note.get(), mode, purpose))
    };
    view! { {body} <Meta session note purpose /> {below} }.into_any()
}

fn actions(session: Session, note: &Note, mode: RwSignal<Mode>, purpose: NoteUse) -> View {
    let it = &note.contribution;
    let own = it.author == session.device();
    let may_edit = (own || matches!(purpose, NoteUse::Harvest(_))) && !it.is_disputed();
    let set_aside = if let NoteUse::Harvest(set_aside) = purpose { Some(set_aside) } else { None };
    let hide = set_aside.map(|set_aside| aside_button(session, it.id, it.is_hidden(), set_aside));
    let unsaved = (!note.saved).then(|| view! { <Unsaved session words=it.words().to_owned() /> });
    let empty = !may_edit && hide.is_none() && unsaved.is_none();
    if empty {
        return ().into_any();
    }
    let example = may_edit && it.example_of.is_none() && matches!(purpose, NoteUse::Table);
    view! {
        <div class="note-actions">
            {unsaved}
            {may_edit.then(|| mode_button(mode, "edit", |t| t.common().edit, Mode::Editing))}
            {example.then(|| mode_button(mode, "plus", |t| t.table().example, Mode::AddingExample))}
            {own.then(|| mode_button(mode, "erase", |t| t.common().erase, Mode::Erasing))}
            {hide}
        </div>
    }
    .into_any()
}

/// A note that the store did not take: its words can be copied, and saving tried again.
#[component]
pub fn Unsaved(
    /// The open café.
    session: Session,
    /// What it says.
    words: String,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let copy = move |_| {
        let text = words.clone();
        spawn_local(async move {
            let done = transfer::copy(&text).await;
            let t = lang.now();
            app.say(if done { t.common().copied } else { t.table().not_copied });
        });
    };
    view! {
        <button class="button" on:click=copy><Icon name="copy" />{lang.text(|t| t.table().copy_text)}</button>
        <button class="button button--primary" on:click=move |_| { session.retry(); }>
            {lang.text(|t| t.common().retry)}
        </button>
    }
}
