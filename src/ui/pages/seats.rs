//! Who sits where: a plan is asked for, looked at, used, and changed when people come late or leave.

mod cards;
mod form;
mod late;
mod proposal;
mod quality;
mod rounds;
mod shown;

use self::cards::Cards;
use self::form::PlanForm;
use self::late::LateChanges;
use self::proposal::ProposalNotice;
use self::quality::QualityWords;
use self::rounds::{Rounds, Routes};
use self::shown::{Shown, title_of};
use crate::core::rotation::{Plan, Quality, groups};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Lang, Planner, Proposed, Settled, use_lang, use_session};
use crate::ui::components::{Bar, Icon, Page, StepsNav, Truth, cafe_title};
use leptos::task::spawn_local;

/// The id of the heading of the plan.
const PLAN: &str = "plan-title";

/// The screen.
#[component]
pub fn Seats() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let planner = Planner::open(session);
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", lang.t().seats().title, cafe.get()));
    let bar = view! { <Bar title=cafe up=Route::Step(session.id(), Step::Run) /> }.into_any();
    let steps = Some(view! { <StepsNav session current=Step::Run /> }.into_any());
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    let shown = Memo::new(move || {
        let proposed = planner.proposal.with(|it| it.as_ref().map(|it| it.plan.clone()));
        let seats = proposed.or_else(|| planner.kept.get())?;
        Some(session.setup(|cafe| Shown::of(seats, cafe)))
    });
    let quality = Memo::new(move || {
        // A plan of another number of tables is one of other tables.
        let questions = planner.questions.get();
        let of = |it: &Shown| {
            let known = if questions.len() == usize::from(it.seats.tables) { &questions[..] } else { &[] };
            Plan::from_kept(&it.seats).quality_with(&groups(&it.seats.people), known)
        };
        shown.with(|it| it.as_ref().map(of))
    });
    let newer = move || {
        planner.is_newer.get().then(|| {
            let t = lang.t().seats();
            view! { <div class="notice" data-kind="warning"><b>{t.newer}</b><p>{t.newer_help}</p></div> }
        })
    };
    // A memo: what is being typed there stays when the plan changes.
    let is_kept = Memo::new(move || planner.kept.with(Option::is_some));
    // What is only proposed is not printed: cards and projector have to say the same.
    let cards = move || {
        let kept = planner.kept.get()?;
        let plan = session.setup(|cafe| Shown::of(kept, cafe));
        Some(view! { <Cards plan cafe /> })
    };
    view! {
        <Page title bar steps foot>
            <div class="page-title">
                <h1>{lang.text(|t| t.seats().title)}</h1>
                <p>{lang.text(|t| t.seats().help)}</p>
            </div>
            {newer}
            <PlanForm session planner />
            <section class="stack" aria-labelledby=PLAN>
                <h2 class="section-title" id=PLAN tabindex="-1">{move || heading(planner, lang, shown)}</h2>
                <p role="status">{move || status(planner, lang, quality)}</p>
                <Progress planner />
                <ProposalNotice planner shown />
                {move || shown.get().map(|plan| view! { <PlanParts plan quality planner /> })}
            </section>
            {move || is_kept.get().then(|| view! { <LateChanges planner /> })}
            {cards}
        </Page>
    }
}

/// What the plan is called; that there is none where there is none.
fn heading(planner: Planner, lang: Lang, shown: Memo<Option<Shown>>) -> String {
    let t = lang.t().seats();
    shown.with(|plan| match (planner.proposal.with(|it| it.as_ref().map(|it| it.from.clone())), plan) {
        (Some(from), Some(plan)) => title_of(&from, plan, lang),
        (_, Some(_)) => t.kept.to_owned(),
        (_, None) => t.none_yet.to_owned(),
    })
}

/// What is going on, in a sentence.
fn status(planner: Planner, lang: Lang, quality: Memo<Option<Quality>>) -> String {
    let t = lang.t().seats();
    if planner.progress.with(Option::is_some) {
        t.searching.to_owned()
    } else if let Some(settled) = planner.settled.get() {
        let t = lang.t().seats_late();
        match (planner.is_stored(), settled) {
            (false, _) => t.used_not_stored,
            (true, Settled::Used) => t.used,
            (true, Settled::WentBack) => t.went_back,
        }
        .to_owned()
    } else if let Some(from) = planner.proposal.with(|it| it.as_ref().map(|it| it.from.clone())) {
        // What somebody's coming or leaving changes stands in the notice below, and the focus goes there.
        let new = quality.get().filter(|_| matches!(from, Proposed::New { .. }));
        new.map(|it| format!("{} {}", t.done, (lang.t().seats_plan().pairs)(&it))).unwrap_or_default()
    } else if planner.kept.with(Option::is_none) {
        t.none_yet_help.to_owned()
    } else {
        String::new()
    }
}

/// How far the search is, and a way to stop it.
#[component]
fn Progress(planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let cancel = move |_| {
        planner.cancel();
        platform::page::focus("seats-make");
    };
    view! {
        <div class="progress" hidden=move || planner.progress.with(Option::is_none)>
            <progress
                max="100"
                aria-label=lang.text(|t| t.seats().searching)
                value=move || planner.progress.get().unwrap_or_default().to_string()
            ></progress>
            <div class="cluster">
                <button class="button" on:click=cancel>{lang.text(|t| t.common().cancel)}</button>
            </div>
        </div>
    }
}

/// All of a plan.
#[component]
fn PlanParts(plan: Shown, quality: Memo<Option<Quality>>, planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let is_proposed = Memo::new(move || planner.proposal.with(Option::is_some));
    let print = move |_| {
        if is_proposed.get_untracked() && !planner.use_proposal() {
            return;
        }
        spawn_local(async {
            // The cards of a plan that was used just now have to be on the page first.
            platform::breathe().await;
            platform::page::print();
        });
    };
    let words = move || {
        let t = lang.t().seats();
        if is_proposed.get() { (t.use_and_print, t.use_and_print_help) } else { (t.print, t.print_help) }
    };
    let plan = StoredValue::new(plan);
    view! {
        <QualityWords plan quality />
        <div class="cluster">
            <button class="button" on:click=print><Icon name="print" />{move || words().0}</button>
            <span class="muted">{move || words().1}</span>
        </div>
        <Rounds plan />
        <Routes plan />
    }
}
