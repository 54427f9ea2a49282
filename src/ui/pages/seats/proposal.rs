//! A plan that waits: what it replaces, whom it changes, and the ways on from it.

use super::PLAN;
use super::shown::Shown;
use crate::core::domain::SeatPlan;
use crate::core::rotation::{Change, MOST_ROUNDS, MOST_TABLES, Plan, changes};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Lang, Planner, Proposed, use_lang};

/// The notice above a plan that is not the café's (yet).
#[component]
pub fn ProposalNotice(
    /// The screen's state.
    planner: Planner,
    /// The plan on the screen.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let lang = use_lang();
    let waiting = move || {
        let proposal = planner.proposal.get()?;
        let plan = shown.get()?;
        let t = lang.t().seats_late();
        let kept = planner.kept.get();
        let told = match (proposal.from, &kept) {
            (Proposed::New { keeps, past, .. }, Some(kept)) => {
                let replaces = (t.replaces)(kept.len(), usize::from(kept.tables), kept.rounds.len());
                let about_past = match (keeps, past) {
                    (0, 0) => None,
                    (0, past) => Some((t.replaces_past)(past)),
                    (keeps, _) => Some((t.keeps_past)(keeps)),
                };
                view! { <p>{replaces}</p> {about_past.map(|words| view! { <p>{words}</p> })} }
            }
            (Proposed::New { .. }, None) => view! { <p>{t.replaces_none}</p> },
            (Proposed::Late { comes, past, .. }, kept) => {
                let routes = comes.into_iter().map(|person| {
                    let words = lang.t().seats_plan().stop;
                    let stop = |round| plan.stop(round, person, lang).map(|table| words(round + 1, &table));
                    let route: Vec<String> = (past..plan.seats.rounds.len()).filter_map(stop).collect();
                    view! { <li dir="auto"><b>{plan.person(person)}</b> " · " {route.join(" · ")}</li> }
                });
                view! { <ul>{routes.collect_view()}</ul> {whom(kept.as_ref(), &plan, lang)} }
            }
        };
        let use_it: fn(Planner) = |planner| {
            planner.use_proposal();
        };
        let close = move |act: fn(Planner)| {
            act(planner);
            platform::page::focus(PLAN);
        };
        Some(view! {
            <div class="notice" data-kind="info">
                <b>{t.not_used_yet}</b>
                <div class="stack">{told}</div>
                <div class="cluster">
                    <button class="button button--primary" on:click=move |_| close(use_it)>{t.use_it}</button>
                    <button class="button" on:click=move |_| close(Planner::discard)>{t.discard}</button>
                </div>
            </div>
        })
    };
    let back = move || {
        let is_open = planner.proposal.with(Option::is_none) && planner.before.with(Option::is_some);
        let step = move |_| {
            planner.step_back();
            platform::page::focus(PLAN);
        };
        is_open.then(|| {
            view! {
                <div class="cluster">
                    <button class="button" on:click=step>{lang.text(|t| t.seats_late().back)}</button>
                </div>
            }
        })
    };
    let refused = move || planner.refused.get().map(|_| lang.t().seats_late().too_long_to_keep);
    let outgrown = move || {
        let (tables, rounds) = planner.size.get();
        let kept = planner.kept.get().filter(|_| planner.proposal.with(Option::is_none))?;
        let (had, lasted) = (usize::from(kept.tables), kept.rounds.len());
        ((had, lasted) != (tables.min(MOST_TABLES), rounds.min(MOST_ROUNDS))).then(|| {
            view! { <div class="notice" data-kind="warning"><b>{(lang.t().seats_late().other_size)(had, lasted)}</b></div> }
        })
    };
    view! {
        {outgrown}
        {waiting}
        {back}
        <p class="field-error" role="alert">{refused}</p>
    }
}

/// Who has to be told, one by one.
fn whom(kept: Option<&SeatPlan>, plan: &Shown, lang: Lang) -> View {
    let t = lang.t().seats_late();
    let Some(kept) = kept else { return ().into_view() };
    let told = changes(&Plan::from_kept(kept), &Plan::from_kept(&plan.seats));
    let line = |change: &Change| {
        let (who, round) = (plan.person(change.person), change.round + 1);
        let (from, to) = (plan.table(change.from + 1, lang), plan.table(change.to + 1, lang));
        let words = match (change.from == change.to, change.hosts) {
            (true, _) => (t.becomes_host)(&who, round, &to),
            (false, true) => (t.change)(&who, round, &from, &(lang.t().seats_plan().as_host)(&to)),
            (false, false) => (t.change)(&who, round, &from, &to),
        };
        view! { <li dir="auto">{words}</li> }
    };
    view! {
        <p>{(t.seats_changed)(told.len())}</p>
        <ul>{told.iter().map(line).collect_view()}</ul>
    }
}
