//! A plan round by round, and person by person.

use super::shown::Shown;
use crate::core::rotation::Plan;
use crate::dom::prelude::*;
use crate::state::{Lang, use_lang};

/// People side by side.
fn side_by_side(people: &[String]) -> String {
    people.join(" · ")
}

/// For each round who sits at which table.
#[component]
pub fn Rounds(
    /// The plan.
    plan: StoredValue<Shown>,
) -> impl IntoView {
    let lang = use_lang();
    let rounds = move || {
        let all = plan.with_value(|plan| plan.seats.rounds.len());
        (0..all).map(|round| view! { <RoundTable plan round /> }).collect_view()
    };
    view! {
        <h3>{lang.text(|t| t.seats_plan().rounds)}</h3>
        <div class="grid seat-rounds">{rounds}</div>
    }
}

/// One line of a round: the table, its host, the others.
struct Line {
    table: String,
    host: Option<String>,
    others: Vec<String>,
}

fn line(plan: &Shown, round: usize, table: usize, lang: Lang) -> Line {
    let seats = &plan.seats.rounds[round];
    let host = seats.hosts.get(table - 1).filter(|host| **host > 0).map(|host| usize::from(*host) - 1);
    let sits = |(person, at): (usize, &u16)| (usize::from(*at) == table && Some(person) != host).then_some(person);
    let others = seats.tables.iter().enumerate().filter_map(sits);
    Line {
        table: plan.table(table, lang),
        host: host.map(|host| plan.person(host)),
        others: others.map(|person| plan.person(person)).collect(),
    }
}

/// A table of tables.
#[component]
fn RoundTable(plan: StoredValue<Shown>, round: usize) -> impl IntoView {
    let lang = use_lang();
    let rows = move || {
        let t = lang.t().seats_plan();
        let row = |line: Line| {
            let host = line.host.map(|host| {
                let between = if line.others.is_empty() { "" } else { " · " };
                view! { <b class="seat-host">{host} " (" {t.host} ")"</b> {between} }
            });
            let empty = (host.is_none() && line.others.is_empty()).then_some(t.nobody);
            view! {
                <tr>
                    <th scope="row" dir="auto">{line.table}</th>
                    <td dir="auto">{host} {side_by_side(&line.others)} {empty}</td>
                </tr>
            }
        };
        plan.with_value(|plan| {
            let tables = (1..=usize::from(plan.seats.tables)).map(|table| row(line(plan, round, table, lang)));
            let away: Vec<String> = (0..plan.seats.len())
                .filter(|&person| plan.seats.rounds[round].tables.get(person) == Some(&0))
                .map(|person| plan.person(person))
                .collect();
            let away = (!away.is_empty()).then(|| {
                view! { <tr class="seat-away"><th scope="row">{t.away}</th><td dir="auto">{side_by_side(&away)}</td></tr> }
            });
            view! { {tables.collect_view()} {away} }
        })
    };
    view! {
        <table class="counts seat-table">
            <caption>{move || (lang.t().seats_plan().round)(round + 1)}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.text(|t| t.seats_plan().table)}</th>
                    <th scope="col">{lang.text(|t| t.seats_plan().at_table)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Where each person goes. With a thousand people that is a long table, so it is made when it is asked for.
#[component]
pub fn Routes(
    /// The plan.
    plan: StoredValue<Shown>,
) -> impl IntoView {
    let lang = use_lang();
    let open = RwSignal::new(false);
    let table = move || open.get().then(|| view! { <RoutesTable plan /> });
    view! {
        <div class="cluster">
            <button
                class="button"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.set(!open.get_untracked())
            >
                {move || if open.get() { lang.t().seats_plan().hide_routes } else { lang.t().seats_plan().show_routes }}
            </button>
        </div>
        {table}
    }
}

#[component]
fn RoutesTable(plan: StoredValue<Shown>) -> impl IntoView {
    let lang = use_lang();
    let found = plan.with_value(|plan| Plan::from_kept(&plan.seats));
    let (people, rounds) = (found.people(), found.rounds());
    let meetings = found.meetings();
    let met: Vec<usize> = (0..people)
        .map(|person| meetings[person * people..][..people].iter().filter(|times| **times > 0).count())
        .collect();
    let heads = move || {
        let head = |round: usize| view! { <th scope="col">{(lang.t().seats_plan().round)(round + 1)}</th> };
        (0..rounds).map(head).collect_view()
    };
    let rows = move || {
        let none = lang.t().seats_plan().not_there;
        plan.with_value(|plan| {
            let row = |person: usize| {
                let stop = |round| plan.stop(round, person, lang).unwrap_or_else(|| none.to_owned());
                view! {
                    <tr>
                        <th scope="row" dir="auto">{plan.person(person)}</th>
                        {(0..rounds).map(|round| view! { <td dir="auto">{stop(round)}</td> }).collect_view()}
                        <td>{met[person]}</td>
                    </tr>
                }
            };
            (0..people).map(row).collect_view()
        })
    };
    view! {
        <div class="scroll-x" tabindex="0" role="region" aria-label=lang.text(|t| t.seats_plan().routes)>
            <table class="counts seat-routes">
                <caption>{lang.text(|t| t.seats_plan().routes)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.text(|t| t.seats_plan().who)}</th>
                        {heads}
                        <th scope="col">{lang.text(|t| t.seats_plan().met)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
