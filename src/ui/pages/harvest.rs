//! The harvest: reading through what the tables wrote, settling two versions, setting aside.

use crate::core::domain::{Cafe, Id};
use crate::dom::prelude::*;
use crate::route::{Route, Step};
use crate::state::{Filter, Session, use_lang, use_session};
use crate::ui::components::{CountsTable, Icon, NoteSections, NoteUse, StepPage, table_label};
use std::collections::BTreeSet;

/// What is read through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    All,
    Disputed,
    Hidden,
}

/// The screen.
#[component]
pub fn Harvest() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let reading = RwSignal::new(Reading::All);
    let all = session.list(Filter::All).len;
    let is_empty = {
        let all = all.clone();
        Memo::new(move || all.get() == 0)
    };
    let notes = move || match reading.get() {
        Reading::All if is_empty.get() => view! { <Nothing session /> }.into_any(),
        Reading::All => view! { <PerTable session /> }.into_any(),
        Reading::Disputed => view! { <Few session filter=Filter::Disputed /> }.into_any(),
        Reading::Hidden => view! { <Few session filter=Filter::Hidden /> }.into_any(),
    };
    let counts = move || (!is_empty.get()).then(|| view! { <section class="card"><CountsTable session /></section> });
    view! {
        <StepPage session step=Step::Harvest help=Signal::derive(move || lang.t().harvest().lede.to_owned())>
            {counts}
            <Filters session reading />
            {notes}
        </StepPage>
    }
}

/// What to read: all, or what waits for a decision.
#[component]
fn Filters(session: Session, reading: RwSignal<Reading>) -> impl IntoView {
    let lang = use_lang();
    let of = |filter| session.list(filter).len;
    let (all, disputed, hidden) = (of(Filter::All), of(Filter::Disputed), of(Filter::Hidden));
    let labels: [(Reading, Signal<String>); 3] = [
        (Reading::All, Signal::derive(move || (lang.t().harvest().all)(all.get()))),
        (Reading::Disputed, Signal::derive(move || (lang.t().harvest().disputed)(disputed.get()))),
        (Reading::Hidden, Signal::derive(move || (lang.t().harvest().hidden)(hidden.get()))),
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

/// The tables of the set-up, and behind them those that are only named by notes.
fn tables(cafe: &Cafe) -> Vec<Id> {
    let mut tables: Vec<Id> = cafe.tables().iter().map(|table| table.id).collect();
    let listed: BTreeSet<Id> = tables.iter().copied().collect();
    let others: BTreeSet<Id> = cafe.contributions().map(|note| note.table).filter(|id| !listed.contains(id)).collect();
    tables.extend(others);
    tables
}

/// All notes, table by table.
#[component]
fn PerTable(session: Session) -> impl IntoView {
    let tables = Memo::new(move || session.content(tables));
    each(move || tables.get(), |id| id.bits(), move |table| view! { <TableNotes session table /> })
}

#[component]
fn TableNotes(session: Session, table: Id) -> impl IntoView {
    let lang = use_lang();
    let list = session.list(Filter::Table(table));
    let len = list.len.clone();
    let number = move || session.setup(|cafe| Cafe::number_of(&cafe.tables(), table));
    let name = move || session.setup(|cafe| cafe.table(table).map(|it| it.name.is.to_string())).unwrap_or_default();
    let heading = move || match (number(), name()) {
        (Some(number), name) => table_label(lang, number, &name),
        (None, name) if name.is_empty() => lang.t().common().other_table.to_owned(),
        (None, name) => name,
    };
    let elsewhere = move || number().is_none().then(|| view! { <p class="muted">{lang.t().harvest().elsewhere}</p> });
    let count = len.clone();
    let none = move || (len.get() == 0).then(|| view! { <p class="muted">{lang.t().harvest().empty_table}</p> });
    view! {
        <section class="stack">
            <h2 class="section-title"><span dir="auto">{heading}</span> <small>{move || count.get()}</small></h2>
            {elsewhere}
            {none}
            <NoteSections session list purpose=NoteUse::Harvest />
        </section>
    }
}

/// The notes that wait for a decision, or for a second look.
#[component]
fn Few(session: Session, filter: Filter) -> impl IntoView {
    let lang = use_lang();
    let list = session.list(filter);
    let len = list.len.clone();
    let words = move || {
        let t = lang.t().harvest();
        match (filter == Filter::Disputed, len.get() == 0) {
            (true, false) => view! { <p class="muted">{t.disputed_help}</p> }.into_any(),
            (false, false) => view! { <p class="muted">{t.hidden_help}</p> }.into_any(),
            (true, true) => empty(t.no_disputed, t.no_disputed_help),
            (false, true) => empty(t.no_hidden, t.no_hidden_help),
        }
    };
    view! {
        <section class="stack">
            {words}
            <NoteSections session list purpose=NoteUse::Harvest />
        </section>
    }
}

fn empty(title: &'static str, help: &'static str) -> View {
    view! { <div class="empty"><Icon name="check" /><b>{title}</b><p>{help}</p></div> }.into_any()
}
