//! The tables and the rounds of the set-up, and how they are added.

use super::{FieldKind, Icon, QuestionSelect, SetupField, SetupList};
use crate::core::domain::{Cafe, Command, Form, Id, Refusal};
use crate::core::harvest::{self, Act};
use crate::dom::prelude::*;
use crate::i18n::Messages;
use crate::i18n::prepare::Part;
use crate::state::{Session, Wording, use_app, use_lang};

/// The length of a café's first round.
const MINUTES: u32 = 20;

/// The tables: their names, and their questions where tables have them.
#[component]
pub fn SetupTables(
    /// The open café.
    session: Session,
) -> impl IntoView {
    let lang = use_lang();
    let row = move |(id, number): (Id, Signal<usize>)| {
        let read = move |()| {
            Wording::plain(session.setup(|cafe| cafe.table(id).map(|it| it.name.is.to_string())).unwrap_or_default())
        };
        let write = move |shown: Wording| session.commit(Command::NameTable { id, name: shown.text }).map(drop);
        view! {
            <SetupField session record=id name=format!("name-{id}")
                label=Signal::derive(move || (lang.t().prepare().table_name)(number.get()))
                short=lang.words(|t| t.prepare().name_short)
                placeholder=Signal::derive(move || (lang.t().common().table)(number.get()))
                read=Callback::new(read) write=Callback::new(write) />
            <QuestionSelect session part=Part::Table id number />
        }
        .into_any()
    };
    let add = move || {
        session.cafe(|cafe| Command::AddTable {
            id: session.new_id(),
            name: String::new(),
            question: next_question(cafe, Form::QuestionPerTable),
        })
    };
    view! {
        <SetupList session part=Part::Table row=Callback::new(row)>
            <AddButton session part=Part::Table add />
        </SetupList>
    }
}

/// The rounds: how long they last, and their questions where rounds have them.
#[component]
pub fn SetupRounds(
    /// The open café.
    session: Session,
) -> impl IntoView {
    let lang = use_lang();
    let row = move |(id, number): (Id, Signal<usize>)| {
        let read = move |()| {
            Wording::plain(session.setup(|cafe| cafe.round(id).map(|it| it.minutes.is.to_string())).unwrap_or_default())
        };
        let write = move |shown: Wording| {
            let minutes = shown.text.trim().parse().map_err(|_| Refusal::OutOfRange)?;
            session.commit(Command::SetMinutes { id, minutes }).map(drop)
        };
        view! {
            <SetupField session record=id name=format!("minutes-{id}") kind=FieldKind::Number
                label=Signal::derive(move || (lang.t().prepare().minutes_of)(number.get()))
                short=lang.words(|t| t.prepare().minutes_short)
                read=Callback::new(read) write=Callback::new(write) />
            <QuestionSelect session part=Part::Round id number />
        }
        .into_any()
    };
    let add = move || {
        session.cafe(|cafe| Command::AddRound {
            id: session.new_id(),
            minutes: cafe.rounds().last().map_or(MINUTES, |round| round.minutes.is),
            question: next_question(cafe, Form::QuestionPerRound),
        })
    };
    view! {
        <SetupList session part=Part::Round row=Callback::new(row)>
            <AddButton session part=Part::Round add />
            <Gap session />
        </SetupList>
    }
}

/// The minutes between two rounds, where there are two.
#[component]
fn Gap(session: Session) -> impl IntoView {
    let lang = use_lang();
    let several = Memo::new(move || session.setup(|cafe| cafe.rounds().len() > 1));
    let field = move || {
        let write = move |shown: Wording| {
            let minutes = shown.text.trim().parse().map_err(|_| Refusal::OutOfRange)?;
            session.act(&Act::SetGap(minutes))
        };
        view! {
            <SetupField session record=session.id() name="gap" kind=FieldKind::Number
                label=lang.words(|t| t.prepare().gap)
                out_of_range=|t: Messages| t.prepare().gap_range
                read=Callback::new(move |()| Wording::plain(session.setup(harvest::gap).to_string()))
                write=Callback::new(write) />
        }
    };
    move || several.get().then(field)
}

/// The question for one more table or round: the first that none has, else in turn.
fn next_question(cafe: &Cafe, form: Form) -> Option<Id> {
    if cafe.form() != form {
        return None;
    }
    let questions: Vec<Id> = cafe.questions().iter().map(|question| question.id).collect();
    let taken: Vec<Option<Id>> = match form {
        Form::QuestionPerTable => cafe.tables().iter().map(|table| table.question.is).collect(),
        Form::QuestionPerRound => cafe.rounds().iter().map(|round| round.question.is).collect(),
    };
    let free = questions.iter().find(|id| !taken.contains(&Some(**id)));
    free.or_else(|| questions.get(taken.len().checked_rem(questions.len())?)).copied()
}

/// Adds one more.
#[component]
fn AddButton(session: Session, part: Part, add: impl Fn() -> Command + 'static) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let add = move |_| {
        if let Err(refusal) = session.commit(add()) {
            app.say_refusal(refusal);
        }
    };
    view! {
        <button type="button" class="button button--ghost" on:click=add>
            <Icon name="plus" />{move || (lang.t().prepare().add)(part)}
        </button>
    }
}
