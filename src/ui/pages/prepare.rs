//! The set-up: title, date and place, the form, questions, tables, rounds. Everything saves itself.

use crate::core::domain::{Cafe, Command, Form, Id, Refusal};
use crate::core::report::lacks_questions;
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::platform;
use crate::route::{Route, Screen, Step};
use crate::state::{Session, Wording, use_app, use_lang, use_session};
use crate::ui::components::{
    FieldKind, FormChoice, Growing, Icon, SetupField, SetupList, SetupRounds, SetupTables, StepPage, VersionsChoice,
    is_done, not_kept,
};

/// The first of the six steps.
#[component]
pub fn Prepare() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let lacks = Memo::new(move || session.setup(lacks_questions));
    let notice = move || {
        lacks.get().then(|| {
            view! { <div class="notice" data-kind="warning"><b>{lang.t().prepare().lacks_questions}</b></div> }
        })
    };
    let next = move || {
        is_done(session, Step::Prepare).then(|| {
            view! {
                <div class="cluster cluster--end">
                    <a class="button button--primary" href=Route::Step(session.id(), Step::Invite).href()>
                        {lang.t().prepare().next}
                        <Icon name="next" />
                    </a>
                </div>
            }
        })
    };
    view! {
        <StepPage session step=Step::Prepare help=lang.words(|t| t.prepare().help)>
            <div class="stack stack--loose">
                <Head session />
                <FormOfQuestions session />
                <Questions session />
                <SetupTables session />
                <SetupRounds session />
                <div class="cluster">
                    <a class="button" href=Route::Screen(session.id(), Screen::Seats).href()>{lang.text(|t| t.seats().title)}</a>
                    <span class="muted">{lang.text(|t| t.seats().from_prepare)}</span>
                </div>
                {notice}
                {next}
            </div>
        </StepPage>
    }
}

fn commit(session: Session, command: Command) -> Result<(), Refusal> {
    session.commit(command).map(drop)
}

/// Title, date, place.
#[component]
fn Head(session: Session) -> impl IntoView {
    let lang = use_lang();
    let id = session.id();
    let of_head = move |read: fn(&crate::core::domain::CafeHead) -> &str| {
        Callback::new(move |()| {
            Wording::plain(session.setup(|cafe| cafe.head().map(read).unwrap_or_default().to_owned()))
        })
    };
    let set =
        move |command: fn(String) -> Command| Callback::new(move |shown: Wording| commit(session, command(shown.text)));
    view! {
        <section class="card">
            <SetupField session record=id name="title" kind=FieldKind::Title
                label=lang.words(|t| t.prepare().name)
                read=of_head(|head| &head.title.is) write=set(Command::SetTitle) />
            <div class="grid">
                <SetupField session record=id name="date" kind=FieldKind::Date
                    label=lang.words(|t| t.prepare().date)
                    read=of_head(|head| &head.date.is) write=set(Command::SetDate) />
                <SetupField session record=id name="place"
                    label=lang.words(|t| t.prepare().place)
                    read=of_head(|head| &head.place.is) write=set(Command::SetPlace) />
            </div>
        </section>
    }
}

/// Per table or per round. What has no question yet gets one, in order.
#[component]
fn FormOfQuestions(session: Session) -> impl IntoView {
    let app = use_app();
    let value = Signal::derive(move || session.setup(Cafe::form));
    let choose = move |form: Form| {
        let mut commands = vec![Command::SetForm(form)];
        commands.extend(session.cafe(|cafe| unassigned(cafe, form)));
        for command in commands {
            if let Err(refusal) = session.commit(command) {
                app.say_refusal(refusal);
            }
        }
    };
    view! { <FormChoice value on_choose=Callback::new(choose) /> }
}

/// Assigns a question to each table or round that has none.
fn unassigned(cafe: &Cafe, form: Form) -> Vec<Command> {
    let questions: Vec<Id> = cafe.questions().iter().map(|question| question.id).collect();
    let parts: Vec<(Id, Option<Id>)> = match form {
        Form::QuestionPerTable => cafe.tables().iter().map(|table| (table.id, table.question.is)).collect(),
        Form::QuestionPerRound => cafe.rounds().iter().map(|round| (round.id, round.question.is)).collect(),
    };
    let without = parts.into_iter().enumerate().filter(|(_, (_, question))| question.is_none());
    without
        .filter_map(|(place, (id, _))| {
            let question = *questions.get(place.checked_rem(questions.len())?)?;
            Some(Command::Assign { id, question: Some(question) })
        })
        .collect()
}

/// The questions, and a box for another one.
#[component]
fn Questions(session: Session) -> impl IntoView {
    let lang = use_lang();
    let row = move |(id, number): (Id, Signal<usize>)| {
        let read = move |()| {
            session.setup(|cafe| {
                let question = cafe.question(id);
                question.map(|it| Wording { text: it.wording().to_owned(), seen: it.text.seen() }).unwrap_or_default()
            })
        };
        let write =
            move |shown: Wording| commit(session, Command::WordQuestion { id, seen: shown.seen, text: shown.text });
        let versions = Memo::new(move || {
            session.setup(|cafe| cafe.question(id).filter(|it| it.is_disputed()).map(|it| it.text.clone()))
        });
        let label = Signal::derive(move || (lang.t().prepare().number)(Part::Question, number.get()));
        view! {
            <SetupField session record=id name=format!("question-{id}") kind=FieldKind::Area label
                read=Callback::new(read) write=Callback::new(write) />
            {move || versions.get().map(|versions| {
                view! { <div class="stack"><VersionsChoice session id versions /></div> }
            })}
        }
        .into_any()
    };
    view! {
        <SetupList session part=Part::Question row=Callback::new(row)>
            <NewQuestion session />
        </SetupList>
    }
}

/// A box for another question; what stands in it survives a reload.
#[component]
fn NewQuestion(session: Session) -> impl IntoView {
    const SLOT: &str = "new-question";
    let lang = use_lang();
    let text = RwSignal::new(session.draft(SLOT));
    let error = RwSignal::new(None::<String>);
    let keep = move |text: String| error.set(not_kept(session.keep_draft(SLOT, &text)));
    let add = move || {
        let id = session.new_id();
        match session.commit(Command::AddQuestion { id, text: text.get_untracked() }) {
            Ok(_) => {
                error.set(None);
                text.set(String::new());
                if session.unsaved().with_untracked(|unsaved| !unsaved.contains_key(&id)) {
                    keep(String::new());
                }
            }
            Err(refusal) => error.set(Some(lang.refusal(refusal))),
        }
        platform::page::focus(SLOT);
    };
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); add(); }>
            <div class="field">
                <label class="field-label" for=SLOT>{lang.text(|t| t.prepare().new_question)}</label>
                <Growing
                    id=SLOT
                    value=text
                    described_by="new-question-error"
                    on_input=Callback::new(keep)
                    on_submit=Callback::new(move |()| add())
                />
                <p class="field-error" id="new-question-error" aria-live="polite">{move || error.get()}</p>
            </div>
            <button class="button button--ghost">
                <Icon name="plus" />{move || (lang.t().prepare().add)(Part::Question)}
            </button>
        </form>
    }
}
