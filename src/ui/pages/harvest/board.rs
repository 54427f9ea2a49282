//! The board: a question, its columns side by side, and what opens over them.

use super::bar::ActBar;
use super::column::{Column, Filler};
use super::drag::{self, Ghost};
use super::find::{Find, NothingFound};
use super::keys::{self, KeyHelp};
use super::namesakes::Namesakes;
use super::new_themes::{NewThemesDialog, ThemeMaker};
use super::note_dialog::NoteDialog;
use super::questions::{Heading, Questions};
use super::sorting::{Opened, Shown, Sorting};
use super::taken::TakenThemes;
use super::theme_dialog::ThemeDialog;
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::state::Session;
use crate::ui::components::{Icon, MissingTables};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The sorting of a café.
#[component]
pub fn BoardOfNotes(session: Session) -> impl IntoView {
    let cx = Sorting::new(session);
    drag::listen(cx);
    cx.prune();
    Effect::new(move || session.past().look_at(cx.question.get()));
    on_cleanup(move || session.past().look_at(None));
    let board = move || {
        // All of it in the language of the moment: then no note has to follow it.
        cx.lang.locale();
        cx.question.get().map(|question| view! { <UnderQuestion cx question /> })
    };
    view! {
        <MissingTables session to_collect=true />
        <Questions cx />
        <Find cx />
        {board}
        <ActBar cx />
        <KeyHelp cx />
        <NoteDialog cx />
        <ThemeDialog cx />
        <NewThemesDialog cx />
        <Ghost cx />
    }
}

/// One question: what is asked, its themes as chips, its columns.
#[component]
fn UnderQuestion(cx: Sorting, question: Id) -> impl IntoView {
    let themes = Memo::new(move || cx.themes(question));
    let has_themes = Memo::new(move || themes.with(|themes| !themes.is_empty()));
    let has_notes = Memo::new(move || cx.board.progress.with(|all| all.contains_key(&question)));
    let filler = Filler::default();
    let columns = {
        let filler = filler.clone();
        each(
            move || themes.get(),
            |id| id.bits(),
            move |id| view! { <Column cx question theme=Some(id) filler=filler.clone() /> },
        )
    };
    // The same in a dialog has the same draft: only one of them is there at a time.
    let in_dialog = Memo::new(move || cx.open.with(|open| *open == Some(Opened::NewThemes)));
    let maker = move || {
        (!has_themes.get() && has_notes.get() && !in_dialog.get()).then(|| {
            view! {
                <div class="board-maker">
                    <ThemeMaker cx question id="first" />
                </div>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="sorted-question">
            <Heading cx question />
            <Namesakes cx question />
            <Chips cx question themes />
            <NothingFound cx question />
            <div
                class="board-scroll"
                class:board-scroll--one=move || cx.shown.get() != Shown::All
                on:click=move |event| clicked(cx, &event)
                on:change=move |event| changed(cx, &event)
                on:keydown=move |event| keys::pressed(cx, &event)
            >
                <Column cx question theme=None filler />
                {columns}
                {maker}
            </div>
            <TakenThemes cx question />
        </section>
    }
}

/// What an event is about. Where that turns out not to be an element, looking around it fails, and nothing happens.
pub fn target(event: &web_sys::Event) -> Option<Element> {
    event.target().map(JsCast::unchecked_into)
}

/// The note around an element.
pub fn note_at(element: &Element) -> Option<Id> {
    let slip = element.closest(".slip").ok().flatten()?;
    Id::parse(slip.id().strip_prefix("n-")?)
}

/// A click anywhere on the board: the notes have no handlers of their own, since there may be ten thousand of them.
fn clicked(cx: Sorting, event: &web_sys::Event) {
    let Some(button) = target(event).and_then(|it| it.closest("[data-act]").ok().flatten()) else { return };
    match button.get_attribute("data-act").as_deref() {
        Some("open") => {
            if let Some(note) = note_at(&button) {
                cx.open.set(Some(Opened::Notes(cx.with_chosen(note))));
            }
        }
        // One that stands under another: what is selected has nothing to do with it.
        Some("change") => {
            if let Some(note) = button.get_attribute("data-one").and_then(|id| Id::parse(&id)) {
                cx.open.set(Some(Opened::Notes(vec![note])));
            }
        }
        Some("part") => {
            if let Some(note) = button.get_attribute("data-note").and_then(|id| Id::parse(&id)) {
                cx.part(note);
            }
        }
        _ => {}
    }
}

/// A check box of a note.
fn changed(cx: Sorting, event: &web_sys::Event) {
    if let Some(note) = target(event).as_ref().and_then(note_at) {
        cx.chosen.put(note, !cx.chosen.has(note));
    }
}

/// The columns as a row of buttons: which is shown, how many notes are in each. Notes can be dropped on them.
#[component]
fn Chips(cx: Sorting, question: Id, themes: Memo<Vec<Id>>) -> impl IntoView {
    let lang = cx.lang;
    // A theme that went is no longer shown alone.
    Effect::new(move || {
        if let Shown::One(Some(theme)) = cx.shown.get()
            && themes.with(|themes| !themes.contains(&theme))
        {
            cx.shown.set(Shown::All);
        }
    });
    let chip = move |shown: Shown, name: Signal<String>| {
        let drop = match shown {
            Shown::All => None,
            Shown::One(column) => Some(drag::name_of(column)),
        };
        let count = match shown {
            Shown::All => None,
            Shown::One(column) => Some(cx.board.list(question, column).len),
        };
        let is_over = move || matches!(shown, Shown::One(column) if drag::is_over(cx, column));
        view! {
            <button
                class="button chip"
                class:chip--over=is_over
                data-drop=drop
                aria-pressed=move || (cx.shown.get() == shown).to_string()
                on:click=move |_| cx.shown.set(shown)
            >
                <span dir="auto">{name}</span>
                {count.map(|count| view! { <small>{count}</small> })}
            </button>
        }
    };
    let all = lang.words(|t| t.harvest_board().all_columns);
    let to_sort = lang.words(|t| t.harvest_board().to_sort);
    let of_themes = each(
        move || themes.get(),
        |id| id.bits(),
        move |id| {
            let name = Signal::derive(move || cx.theme(id, |theme| theme.title().to_owned()));
            chip(Shown::One(Some(id)), name)
        },
    );
    view! {
        <div class="chips chips--columns filters" role="group" aria-label=lang.text(|t| t.harvest_board().columns)>
            {chip(Shown::All, all)}
            {chip(Shown::One(None), to_sort)}
            {of_themes}
            <button class="button button--ghost chip" on:click=move |_| cx.open.set(Some(Opened::NewThemes))>
                <Icon name="plus" />
                {lang.text(|t| t.harvest_themes().make)}
            </button>
        </div>
    }
}
