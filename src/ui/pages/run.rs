//! Running the rounds: what is asked when and where, and how much was written.

mod print;
mod sheets;

use self::print::PrintSheets;
use crate::core::domain::{Cafe, Form, Id, Round, Table};
use crate::core::report::Counts;
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::route::{Route, Screen, Step};
use crate::state::{ClockPhase, Session, Ticking, stay_awake, use_app, use_lang, use_session};
use crate::ui::components::{
    AttentionChoice, ClockBell, ClockControls, ClockFace, CountsTable, ExportNow, Icon, StepPage, table_label,
};

/// A round of the set-up.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RoundLine {
    number: usize,
    minutes: u32,
    /// Its question, where rounds have them.
    question: Option<String>,
}

/// A table of the set-up.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TableLine {
    number: usize,
    id: Id,
    name: String,
    /// Its question, where tables have them.
    question: Option<String>,
}

fn rounds(cafe: &Cafe) -> Vec<RoundLine> {
    let of = |id: Option<Id>| id.and_then(|id| cafe.question(id)).map(|it| it.wording().to_owned());
    let per_round = cafe.form() == Form::QuestionPerRound;
    let line = |(place, round): (usize, &Round)| RoundLine {
        number: place + 1,
        minutes: round.minutes.is,
        question: per_round.then(|| of(round.question.is).unwrap_or_default()),
    };
    cafe.rounds().into_iter().enumerate().map(line).collect()
}

fn tables(cafe: &Cafe) -> Vec<TableLine> {
    let round = cafe.rounds().first().map(|round| round.id);
    let per_table = cafe.form() == Form::QuestionPerTable;
    let asked =
        |table: Id| round.filter(|_| per_table).and_then(|round| cafe.question(cafe.question_at(table, round)?));
    let line = |(place, table): (usize, &Table)| TableLine {
        number: place + 1,
        id: table.id,
        name: table.name.is.to_string(),
        question: asked(table.id).map(|it| it.wording().to_owned()),
    };
    cafe.tables().into_iter().enumerate().map(line).collect()
}

/// The third of the six steps.
#[component]
pub fn Run() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let ticking = Ticking::follow(use_app(), session);
    let is_over = Memo::new(move || ticking.kind.get().is_over());
    // From the first start to the end of the last round somebody looks at the clock.
    stay_awake(move || match ticking.kind.get() {
        ClockPhase::Before => false,
        ClockPhase::Over => ticking.place.get().is_some_and(|place| !place.is_last()),
        _ => true,
    });
    let counts = Memo::new(move || session.content(Counts::of));
    view! {
        <StepPage session step=Step::Run help=lang.words(|t| t.run().help)>
            <div class="cluster">
                <a class="button button--primary" href=Route::Screen(session.id(), Screen::Projector).href()>
                    {lang.text(|t| t.run().show_large)}
                </a>
                <a class="button" href=Route::Screen(session.id(), Screen::Seats).href()>{lang.text(|t| t.seats().title)}</a>
            </div>
            <section class="card stack">
                <h2 class="section-title">{lang.text(|t| t.clock().title)}</h2>
                <div class="clock-line">
                    <RoundName ticking />
                    <ClockFace ticking />
                </div>
                <ClockControls session ticking />
                <AttentionChoice />
                <ClockBell ticking />
                {move || is_over.get().then(|| view! {
                    <p class="field-hint">{lang.t().clock().hands_over}</p>
                    <div class="cluster"><ExportNow session /></div>
                })}
            </section>
            <Rounds session />
            <section class="stack">
                <h2 class="section-title">{lang.text(|t| t.run().counts_title)}</h2>
                <CountsTable counts />
            </section>
            <div class="notice" data-kind="info">
                <b>{lang.text(|t| t.run().collect_after)}</b>
                <p>{lang.text(|t| t.run().collect_after_help)}</p>
                <div class="cluster">
                    <a class="button" href=Route::Step(session.id(), Step::Collect).href()>
                        <Icon name="import" />{lang.text(|t| t.run().to_collect)}
                    </a>
                </div>
            </div>
            <TablesHere session />
            <PrintSheets session />
        </StepPage>
    }
}

/// The round that the clock is about.
#[component]
fn RoundName(ticking: Ticking) -> impl IntoView {
    let lang = use_lang();
    move || ticking.place.get().map(|place| view! { <b>{(lang.t().common().round_of)(place.at + 1, place.of)}</b> })
}

/// Each round, its length and its question.
#[component]
fn Rounds(session: Session) -> impl IntoView {
    let lang = use_lang();
    let lines = Memo::new(move || session.setup(rounds));
    let line = move |round: RoundLine| {
        let t = lang.t();
        let asked = match round.question {
            Some(question) if !question.is_empty() => question,
            Some(_) => t.run().no_question.to_owned(),
            None => t.run().table_questions.to_owned(),
        };
        view! {
            <li class="menu-line">
                <b>{(t.prepare().number)(Part::Round, round.number)}</b>
                <span>{(t.common().minutes)(round.minutes)}</span>
                <small dir="auto">{asked}</small>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2 class="section-title">{lang.text(|t| t.run().rounds_title)} <small>{move || lines.with(Vec::len)}</small></h2>
            <ol class="menu-list">{move || lines.get().into_iter().map(line).collect_view()}</ol>
        </section>
    }
}

/// The ways to write at a table on this device: for a table without a phone.
#[component]
fn TablesHere(session: Session) -> impl IntoView {
    let lang = use_lang();
    let lines = Memo::new(move || session.setup(tables));
    let line = move |table: TableLine| {
        let label = table_label(lang, table.number, &table.name);
        view! {
            <li class="stack">
                <a class="start" href=Route::Table(session.id(), table.id).href()>
                    <Icon name="edit" />
                    <span>
                        <b dir="auto">{(lang.t().run().write_at)(&label)}</b>
                        {table.question.map(|question| view! { <small dir="auto">{question}</small> })}
                    </span>
                </a>
                <a class="button button--quiet host-link" href=Route::Host(session.id(), table.id).href()>
                    <Icon name="cup" /><span dir="auto">{(lang.t().host().host_of)(&label)}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2 class="section-title">{lang.text(|t| t.run().write_here)}</h2>
            <ul class="grid">{move || lines.get().into_iter().map(line).collect_view()}</ul>
        </section>
    }
}
