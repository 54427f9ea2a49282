//! The harvest: sorting what the tables wrote into themes, settling two versions, setting aside.
//!
//! - [`sorting`]: what the parts share, and every act.
//! - [`board`], [`column`], [`slip`]: columns of notes.
//! - [`keys`], [`drag`]: by keyboard and by pointer.
//! - [`note_dialog`], [`theme_dialog`], [`new_themes`]: what opens.
//! - [`find`], [`questions`], [`bar`]: finding, how far it is, steps back.
//! - [`disputed`], [`aside`], [`taken`]: what waits for a decision, and what can be put back.
//! - [`settled`]: what is said of it.

mod aside;
mod bar;
mod board;
mod chosen;
mod column;
mod disputed;
mod disputes;
mod drag;
mod find;
mod kept_text;
mod keys;
mod lines;
mod modal;
mod namesakes;
mod new_themes;
mod note_dialog;
mod questions;
mod settled;
mod slip;
mod sorting;
mod taken;
mod theme_dialog;
mod theme_words;

use self::aside::Hidden;
use self::board::BoardOfNotes;
use self::disputed::Disputed;
use crate::core::harvest::{Waiting, is_set_aside};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::route::{Route, Screen, Step};
use crate::state::{Filter, Session, use_lang, use_session};
use crate::ui::components::{Icon, StepPage};

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Sort,
    Disputed,
    Hidden,
}

/// The screen.
#[component]
pub fn Harvest() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let reading = RwSignal::new(Reading::Sort);
    // The board is built anew whenever somebody comes back to it from what waits for a decision.
    session.keep_words_as_steps();
    settled::tell(session, reading);
    let all = session.list(Filter::All).len;
    let is_empty = Memo::new(move || all.get() == 0);
    let notes = move || match reading.get() {
        Reading::Sort if is_empty.get() => view! { <Nothing session /> }.into_any(),
        Reading::Sort => view! { <BoardOfNotes session /> }.into_any(),
        Reading::Disputed => view! { <Disputed session /> }.into_any(),
        Reading::Hidden => view! { <Hidden session /> }.into_any(),
    };
    view! {
        <StepPage
            session
            step=Step::Harvest
            help=lang.words(|t| t.harvest().lede)
            wide=true
        >
            <div class="harvest-head">
                <Views session reading />
                <Beside session />
            </div>
            {notes}
        </StepPage>
    }
}

/// What to look at: the sorting, or what waits for a decision.
#[component]
fn Views(session: Session, reading: RwSignal<Reading>) -> impl IntoView {
    let lang = use_lang();
    let of = |filter| session.list(filter).len;
    let (disputed, hidden) = (of(Filter::Disputed), of(Filter::Hidden));
    let waiting = Memo::new(move || session.content(|cafe| Waiting::of(cafe).len()));
    let points = Memo::new(move || session.content(|cafe| cafe.all_key_points().filter(|it| is_set_aside(it)).count()));
    let labels: [(Reading, Signal<String>); 3] = [
        (Reading::Sort, lang.words(|t| t.harvest().sort)),
        (Reading::Disputed, Signal::derive(move || (lang.t().harvest().disputed)(disputed.get() + waiting.get()))),
        (Reading::Hidden, Signal::derive(move || (lang.t().harvest().hidden)(hidden.get() + points.get()))),
    ];
    let button = move |(which, label): (Reading, Signal<String>)| {
        view! {
            <button
                class="button"
                aria-pressed=move || (reading.get() == which).to_string()
                on:click=move |_| reading.set(which)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="cluster filters" role="group" aria-label=lang.text(|t| t.harvest().show)>
            {labels.map(button).into_iter().collect_view()}
        </div>
    }
}

/// Where else the harvest is made.
#[component]
fn Beside(session: Session) -> impl IntoView {
    let lang = use_lang();
    let link = |screen, label: Text| {
        view! {
            <a class="button button--quiet" href=Route::Screen(session.id(), screen).href()>
                {lang.text(label)}
                <Icon name="next" />
            </a>
        }
    };
    view! {
        <nav class="cluster" aria-label=lang.text(|t| t.harvest().beside)>
            {link(Screen::Similar, |t| t.harvest().similar)}
            {link(Screen::Dots, |t| t.harvest().dots)}
            {link(Screen::NextSteps, |t| t.harvest().next_steps)}
        </nav>
    }
}

/// Says what will stand here.
#[component]
fn Nothing(session: Session) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="empty">
            <Icon name="cup" />
            <b>{lang.text(|t| t.harvest().empty)}</b>
            <p>{lang.text(|t| t.harvest().empty_help)}</p>
            <a class="button button--primary" href=Route::Step(session.id(), Step::Collect).href()>
                {lang.text(|t| t.harvest().to_collect)}
            </a>
        </div>
    }
}
