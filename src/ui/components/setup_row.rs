//! A question, table or round in its list: its number, its fields, and the ways to move it and take it out.

use super::{Icon, focus_next_frame};
use crate::core::domain::{Cafe, Command, Id, Item};
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::state::{Session, use_app, use_lang};

/// The ids of the parts in the set-up, in order.
pub fn listed(cafe: &Cafe, part: Part) -> Vec<Id> {
    fn ids<T: Item>(items: Vec<&T>) -> Vec<Id> {
        items.into_iter().map(Item::id).collect()
    }
    match part {
        Part::Question => ids(cafe.questions()),
        Part::Table => ids(cafe.tables()),
        Part::Round => ids(cafe.rounds()),
    }
}

/// The parts that were taken out of the set-up, with what people call them.
fn removed(cafe: &Cafe, part: Part) -> Vec<(Id, String)> {
    match part {
        Part::Question => {
            cafe.all_questions().filter(|it| it.is_removed()).map(|it| (it.id, it.wording().to_owned())).collect()
        }
        Part::Table => {
            cafe.all_tables().filter(|it| it.is_removed()).map(|it| (it.id, it.name.is.to_string())).collect()
        }
        Part::Round => cafe.all_rounds().filter(|it| it.is_removed()).map(|it| (it.id, String::new())).collect(),
    }
}

/// How many contributions refer to a part.
fn written(cafe: &Cafe, part: Part, id: Id) -> usize {
    cafe.contributions()
        .filter(|note| match part {
            Part::Question => note.question == id,
            Part::Table => note.table == id,
            Part::Round => note.round == id,
        })
        .count()
}

const fn short(part: Part) -> &'static str {
    match part {
        Part::Question => "question",
        Part::Table => "table",
        Part::Round => "round",
    }
}

/// One part in its list.
#[component]
pub fn SetupRow(
    /// The open café.
    session: Session,
    /// What it is.
    part: Part,
    /// Its id.
    id: Id,
    /// Its place, from 1.
    #[prop(into)]
    number: Signal<usize>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let last = Memo::new(move || session.setup(|cafe| listed(cafe, part).len()));
    let shift = move |up: bool| {
        let place = number.get_untracked().saturating_sub(1);
        let target = if up { place.checked_sub(1) } else { Some(place + 1).filter(|it| *it < last.get_untracked()) };
        let Some(place) = target else { return };
        if let Err(refusal) = session.commit(Command::Move { id, place }) {
            app.say_refusal(refusal);
        }
        // Moving a row in the document takes the focus from its button.
        focus_next_frame(format!("{}-{id}", if up { "up" } else { "down" }));
    };
    let remove = move |_| {
        let count = session.cafe(|cafe| written(cafe, part, id));
        let place = number.get_untracked();
        match session.commit(Command::SetRemoved { id, removed: true }) {
            Ok(_) => app.say((lang.now().prepare().removed)(part, place, count)),
            Err(refusal) => app.say_refusal(refusal),
        }
        focus_next_frame(format!("{}-heading", short(part)));
    };
    view! {
        <li class="row">
            <span class="row-number" aria-hidden="true">{number}</span>
            <div class="row-main">{children()}</div>
            <div class="row-tools">
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    id=format!("up-{id}")
                    aria-label=move || (lang.t().prepare().move_up)(part, number.get())
                    aria-disabled=move || (number.get() <= 1).to_string()
                    on:click=move |_| shift(true)
                >
                    <Icon name="up" />
                </button>
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    id=format!("down-{id}")
                    aria-label=move || (lang.t().prepare().move_down)(part, number.get())
                    aria-disabled=move || (number.get() >= last.get()).to_string()
                    on:click=move |_| shift(false)
                >
                    <Icon name="down" />
                </button>
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    aria-label=move || (lang.t().prepare().remove)(part, number.get())
                    on:click=remove
                >
                    <Icon name="erase" />
                </button>
            </div>
        </li>
    }
}

/// The list of one sort of parts: heading, rows, what was taken out, and a way to add.
#[component]
pub fn SetupList(
    /// The open café.
    session: Session,
    /// What is in it.
    part: Part,
    /// The fields of one row: from its id and its number.
    #[prop(into)]
    row: Callback<(Id, Signal<usize>), View>,
    /// How another one is added.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let ids = Memo::new(move || session.setup(|cafe| listed(cafe, part)));
    let number = move |id: Id| {
        Signal::derive(move || ids.with(|ids| ids.iter().position(|it| *it == id)).map_or(0, |place| place + 1))
    };
    let line = move |id| {
        view! { <SetupRow session part id number=number(id)>{row.run((id, number(id)))}</SetupRow> }
    };
    let none =
        move || ids.with(Vec::is_empty).then(|| view! { <p class="muted">{(lang.t().prepare().none)(part)}</p> });
    view! {
        <section class="stack">
            <h2 class="section-title" id=format!("{}-heading", short(part)) tabindex="-1">
                {move || (lang.t().prepare().parts)(part)}
                <small>{move || ids.with(Vec::len)}</small>
            </h2>
            {none}
            <ol class="rows">
                {each(move || ids.get(), |id| id.bits(), line)}
            </ol>
            {children()}
            <TakenOut session part />
        </section>
    }
}

/// What was taken out of the set-up, to be put back.
#[component]
fn TakenOut(session: Session, part: Part) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let taken = Memo::new(move || {
        session.setup(|cafe| {
            let with_count = |(id, name): (Id, String)| (id, name, written(cafe, part, id));
            removed(cafe, part).into_iter().map(with_count).collect::<Vec<_>>()
        })
    });
    let put_back = move |id: Id| {
        if let Err(refusal) = session.commit(Command::SetRemoved { id, removed: false }) {
            app.say_refusal(refusal);
        }
        focus_next_frame(format!("{}-heading", short(part)));
    };
    let line = move |(place, (id, name, count)): (usize, (Id, String, usize))| {
        let named = if name.is_empty() { (lang.t().prepare().number)(part, place + 1) } else { name };
        let label = (lang.t().prepare().put_back)(&named);
        view! {
            <li class="line">
                <div>
                    <span dir="auto">{named}</span>
                    <small>{(lang.t().prepare().stay)(count)}</small>
                </div>
                <button
                    type="button"
                    class="button button--quiet button--icon"
                    aria-label=label
                    on:click=move |_| put_back(id)
                >
                    <Icon name="undo" />
                </button>
            </li>
        }
    };
    move || {
        let taken = taken.get();
        (!taken.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{(lang.t().prepare().taken_out)(part)} " (" {taken.len()} ")"</summary>
                    <ul class="lines">{taken.into_iter().enumerate().map(line).collect_view()}</ul>
                </details>
            }
        })
    }
}
