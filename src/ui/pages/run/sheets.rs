//! The sheets on paper: A4 or US Letter, black on white.

use crate::core::domain::{Cafe, Form, Id, Round, Table};
use crate::core::harvest;
use crate::core::report::{Planned, minutes_of_day, timetable};
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};
use crate::ui::components::{cafe_title, table_label};

fn wording(cafe: &Cafe, question: Option<Id>) -> Option<String> {
    question.and_then(|id| cafe.question(id)).map(|it| it.wording().to_owned())
}

/// Number, name and questions of each table; where rounds have the questions, those of all rounds.
fn tables(cafe: &Cafe) -> Vec<(usize, String, Vec<String>)> {
    let per_table = cafe.form() == Form::QuestionPerTable;
    let rounds = cafe.rounds();
    let asked = rounds.iter().take(if per_table { 1 } else { rounds.len() });
    let line = |(place, table): (usize, &Table)| {
        let questions = asked.clone().filter_map(|round| wording(cafe, cafe.question_at(table.id, round.id)));
        (place + 1, table.name.is.to_string(), questions.collect())
    };
    cafe.tables().into_iter().enumerate().map(line).collect()
}

fn items(lines: &'static [&'static str]) -> View {
    lines.iter().map(|line| view! { <li>{*line}</li> }).collect_view().into_any()
}

/// A page for each table: what its host says and does.
#[component]
pub fn HostSheets(session: Session) -> impl IntoView {
    let lang = use_lang();
    let cafe = cafe_title(session, lang);
    let lines = Memo::new(move || session.setup(tables));
    let rounds = Memo::new(move || session.setup(|cafe| cafe.rounds().len()));
    let sheet = move |(number, name, questions): (usize, String, Vec<String>)| {
        let t = lang.t();
        let questions = questions.into_iter().map(|it| view! { <p class="question-text" dir="auto">{it}</p> });
        let by_hand = |round| view! { <h3 class="sheet-lines">{(t.sheets().by_hand)(round)}</h3> };
        view! {
            <section class="sheet">
                <p dir="auto">{cafe}</p>
                <h2 dir="auto">{(t.host().host_of)(&table_label(lang, number, &name))}</h2>
                {questions.collect_view()}
                <h3>{t.sheets().before}</h3>
                <ol>{t.host().script(false).map(|line| view! { <li>{line}</li> }).into_iter().collect_view()}</ol>
                <p>{t.sheets().first_group}</p>
                <h3>{t.sheets().during}</h3>
                <ol>{items(&t.sheets().during_lines)}</ol>
                <h3>{t.sheets().after}</h3>
                <ol>{items(&t.sheets().after_lines)}</ol>
                {(1..=rounds.get()).map(by_hand).collect_view()}
            </section>
        }
    };
    move || lines.get().into_iter().map(sheet).collect_view()
}

/// Six sentences in large type.
#[component]
pub fn Etiquette(session: Session) -> impl IntoView {
    let lang = use_lang();
    let cafe = cafe_title(session, lang);
    let lines = move || items(&lang.t().sheets().manners);
    view! {
        <section class="sheet sheet-manners">
            <p dir="auto">{cafe}</p>
            <h2>{lang.text(|t| t.sheets().etiquette)}</h2>
            <ol>{lines}</ol>
        </section>
    }
}

/// What happens when, for the facilitator.
#[component]
pub fn RunSheet(session: Session, start: RwSignal<String>) -> impl IntoView {
    let lang = use_lang();
    let cafe = cafe_title(session, lang);
    let facts = move || {
        let (date, place) = session.setup(|cafe| {
            cafe.head().map(|head| (head.date.is.to_string(), head.place.is.to_string())).unwrap_or_default()
        });
        let facts = [(lang.t().home().day)(&date), place];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let rows = move || {
        let t = lang.t();
        let start = minutes_of_day(&start.get());
        let (planned, questions) = session.setup(|cafe| {
            let per_round = cafe.form() == Form::QuestionPerRound;
            let of = |round: &&Round| wording(cafe, round.question.is.filter(|_| per_round));
            (timetable(cafe, start), cafe.rounds().iter().map(of).collect::<Vec<_>>())
        });
        let row = |(Planned { number, minutes, times }, question): (Planned, Option<String>)| {
            let clock = t.sheets().clock;
            let time = times.map(|(from, to)| format!("{} – {}", clock(from), clock(to)));
            view! {
                <tr>
                    <th scope="row">{number}</th>
                    <td>{time.unwrap_or_else(|| "… – …".to_owned())}</td>
                    <td>{(t.common().minutes)(minutes)}</td>
                    <td dir="auto">{question.unwrap_or_else(|| t.sheets().of_tables.to_owned())}</td>
                </tr>
            }
        };
        planned.into_iter().zip(questions).map(row).collect_view()
    };
    let at_tables = move || {
        let per_table = session.setup(|cafe| cafe.form() == Form::QuestionPerTable);
        let line = |(number, name, questions): (usize, String, Vec<String>)| {
            view! {
                <p dir="auto"><b>{table_label(lang, number, &name)}</b> " · " {questions.join(" / ")}</p>
            }
        };
        per_table.then(|| session.setup(tables).into_iter().map(line).collect_view())
    };
    let to_do = move || items(&lang.t().sheets().to_do);
    let at_end = move || items(&lang.t().sheets().at_end_lines);
    view! {
        <section class="sheet">
            <h2 dir="auto">{cafe}</h2>
            <p dir="auto">{facts}</p>
            <table class="sheet-times">
                <thead>
                    <tr>
                        <th scope="col">{lang.text(|t| t.sheets().round)}</th>
                        <th scope="col">{lang.text(|t| t.sheets().time)}</th>
                        <th scope="col">{lang.text(|t| t.sheets().length)}</th>
                        <th scope="col">{lang.text(|t| t.sheets().question)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p>{move || (lang.t().sheets().between)(session.setup(harvest::gap))}</p>
            {at_tables}
            <h3>{lang.text(|t| t.sheets().each_round)}</h3>
            <ul>{to_do}</ul>
            <h3>{lang.text(|t| t.sheets().at_end)}</h3>
            <ul>{at_end}</ul>
        </section>
    }
}
