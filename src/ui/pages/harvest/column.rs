//! A column: a theme with its notes, or the notes that are to sort.
//!
//! Its notes are made a hundred at a time, the first hundred of each column at once, so that ten thousand do not hold
//! up the page; all are made in the end, so that searching in the page, printing and reading aloud find them.

use super::drag;
use super::keys;
use super::slip::slip;
use super::sorting::{Opened, Shown, Sorting};
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::Section;
use crate::ui::components::Icon;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// Sections that wait for their notes to be made, one after the other.
#[derive(Clone, Default)]
pub struct Filler {
    waiting: Rc<RefCell<VecDeque<RwSignal<bool>>>>,
    runs: Rc<Cell<bool>>,
}

impl Filler {
    /// Sets the signal when its turn comes.
    fn later(&self, filled: RwSignal<bool>) {
        self.waiting.borrow_mut().push_back(filled);
        if self.runs.replace(true) {
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            loop {
                platform::breathe().await;
                let next = this.waiting.borrow_mut().pop_front();
                match next {
                    // One that went in the meantime is passed over.
                    Some(filled) => filled.set(true),
                    None => break,
                }
            }
            this.runs.set(false);
        });
    }
}

/// The place of a theme among those of its question, from 1.
fn number(cx: Sorting, question: Id, theme: Id) -> Option<usize> {
    let place = cx.board.harvest.with(|it| it.themes(question).iter().position(|it| it.id == theme));
    place.map(|place| place + 1)
}

/// A column.
#[component]
pub fn Column(cx: Sorting, question: Id, theme: Option<Id>, filler: Filler) -> impl IntoView {
    let lang = cx.lang;
    let list = cx.board.list(question, theme);
    let (sections, len) = (list.sections.clone(), list.len.clone());
    let key = drag::name_of(theme);
    let heading = format!("h-{key}");
    let hidden = move || match cx.shown.get() {
        Shown::All => false,
        Shown::One(column) => column != theme,
    };
    let name = move || match theme {
        Some(theme) => cx.theme(theme, |theme| theme.title().to_owned()),
        None => lang.t().harvest_board().to_sort.to_owned(),
    };
    let about = theme.map(|theme| {
        move || {
            let about = cx.theme(theme, |theme| theme.about.latest().to_owned());
            (!about.is_empty()).then(|| view! { <p class="muted" dir="auto">{about}</p> })
        }
    });
    let key_of = theme.map(|theme| {
        let number = Memo::new(move || number(cx, question, theme));
        move || number.get().filter(|it| *it < 10).map(|it| view! { <kbd aria-hidden="true">{it}</kbd> })
    });
    let change = theme.map(|theme| view! { <ChangeTheme cx theme /> });
    let empty = {
        let len = len.clone();
        move || {
            let looks = cx.board.wanted.with(|wanted| !wanted.is_all());
            let t = lang.t().harvest_board();
            let text = if theme.is_some() { t.empty_theme } else { t.empty_to_sort };
            (len.get() == 0 && !looks).then(|| view! { <p class="muted board-empty">{text}</p> })
        }
    };
    let section = {
        let sections = sections.clone();
        move |section: Section| {
            let first = sections.with_untracked(|all| all.first().is_some_and(|first| first.key == section.key));
            notes(cx, section, first, &filler)
        }
    };
    view! {
        <section
            class="board-column"
            class:board-column--unsorted=theme.is_none()
            class:board-column--over=move || drag::is_over(cx, theme)
            data-drop=key.clone()
            hidden=hidden
            aria-labelledby=heading.clone()
        >
            <header>
                <h3 id=heading.clone()>
                    {key_of}
                    <span dir="auto">{name}</span>
                </h3>
                <small>{len}</small>
                {change}
            </header>
            {about}
            <div
                class="board-list"
                id=keys::list_id(theme)
                tabindex="0"
                role="group"
                aria-labelledby=heading
                aria-describedby="board-keys"
            >
                {each(move || sections.get(), |section| section.key as u128, section)}
                {empty}
            </div>
        </section>
    }
}

/// Opens what can be done with a theme; says so where two names wait.
#[component]
fn ChangeTheme(cx: Sorting, theme: Id) -> impl IntoView {
    let lang = cx.lang;
    let disputed = Memo::new(move || cx.theme(theme, |it| it.is_disputed()));
    let label = move || {
        let name = cx.theme(theme, |it| it.title().to_owned());
        let t = lang.t().harvest_board();
        // The icon tells it to the eye only.
        if disputed.get() { (t.open_disputed)(&name) } else { (t.open_theme)(&name) }
    };
    let icon = move || if disputed.get() { "warning" } else { "edit" };
    view! {
        <button
            class="button button--quiet button--icon"
            id=format!("t-{theme}")
            aria-label=label
            on:click=move |_| cx.open.set(Some(Opened::Theme(theme)))
        >
            {move || view! { <Icon name=icon() /> }}
        </button>
    }
}

/// The notes of a section: at once, or when their turn comes.
fn notes(cx: Sorting, section: Section, at_once: bool, filler: &Filler) -> View {
    let filled = RwSignal::new(at_once);
    if !at_once {
        filler.later(filled);
    }
    let rows = move || {
        let ids = section.ids.clone();
        filled.get().then(|| each(move || ids.get(), |id| id.bits(), move |id| slip(cx, id)))
    };
    view! { <ul class="notes notes-section slips">{rows}</ul> }
}
