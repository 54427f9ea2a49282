//! People who come late or leave: what would change is shown before it does.

use super::PLAN;
use super::form::wrong;
use super::shown::called;
use crate::core::domain::{MOST_PEOPLE, SeatPlan};
use crate::core::rotation::Late;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Planner, use_lang};
use crate::ui::components::TextField;

/// The id of the field for a name.
pub const NAME: &str = "late-name";

/// Who has no seat in the rounds to come, or who has one; by place, from 0.
fn expected(plan: &SeatPlan, past: usize, is_here: bool) -> Vec<usize> {
    let has_seat = |person: usize| {
        plan.rounds.iter().skip(past).any(|seats| seats.tables.get(person).is_some_and(|table| *table > 0))
    };
    (0..plan.len()).filter(|&person| has_seat(person) == is_here).collect()
}

/// The two forms, from the next round on.
#[component]
pub fn LateChanges(
    /// The screen's state.
    planner: Planner,
) -> impl IntoView {
    let lang = use_lang();
    let rounds = Memo::new(move || planner.kept.with(|plan| plan.as_ref().map_or(0, |plan| plan.rounds.len())));
    let past = Memo::new(move || planner.rounds_past().min(rounds.get()));
    let has_clock = Memo::new(move || planner.past.get().is_some());
    let when = move || {
        if has_clock.get() {
            view! { <p>{(lang.t().seats().past)(past.get())}</p> }.into_any()
        } else {
            view! { <RoundsOver planner rounds /> }.into_any()
        }
    };
    let forms = move || {
        if past.get() >= rounds.get() {
            view! { <p>{lang.t().seats().all_past}</p> }.into_any()
        } else {
            view! { <div class="grid"><Comes planner past /><Leaves planner past /></div> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="late-title">
            <h2 class="section-title" id="late-title">{lang.text(|t| t.seats().late)}</h2>
            <p class="muted">{lang.text(|t| t.seats().late_help)}</p>
            {when}
            {forms}
        </section>
    }
}

/// Without a clock the person says how far the event is.
#[component]
fn RoundsOver(planner: Planner, rounds: Memo<usize>) -> impl IntoView {
    let lang = use_lang();
    let options = move || {
        let t = lang.t().seats();
        let option = |over: usize| {
            let name = if over == 0 { t.rounds_over_none.to_owned() } else { (t.first_rounds)(over) };
            view! {
                <option value=over.to_string() prop:selected=move || planner.rounds_over.get() == over>{name}</option>
            }
        };
        (0..rounds.get()).map(option).collect_view()
    };
    let choose = move |event| planner.rounds_over.set(event_target_value(&event).parse().unwrap_or_default());
    view! {
        <div class="field">
            <label class="field-label" for="rounds-over">{lang.text(|t| t.seats().rounds_over)}</label>
            <p class="field-hint" id="rounds-over-hint">{lang.text(|t| t.seats().rounds_over_hint)}</p>
            <select class="input" id="rounds-over" aria-describedby="rounds-over-hint" on:change=choose>{options}</select>
        </div>
    }
}

/// People to choose from; the first one is chosen until another is.
#[component]
fn WhoSelect(
    id: &'static str,
    label: Signal<String>,
    people: Memo<Vec<(usize, String)>>,
    chosen: RwSignal<Option<usize>>,
) -> impl IntoView {
    let options = move || {
        let option = |(person, name): (usize, String)| {
            view! {
                <option value=person.to_string() prop:selected=move || chosen.get() == Some(person)>{name}</option>
            }
        };
        people.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select class="input" id=id on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>
                {options}
            </select>
        </div>
    }
}

/// Who is chosen: the first one where nobody is, or where who was chosen is no longer there.
fn who(people: Memo<Vec<(usize, String)>>, chosen: RwSignal<Option<usize>>) -> Option<usize> {
    people.with_untracked(|people| {
        let chosen = chosen.get_untracked().filter(|it| people.iter().any(|(person, _)| person == it));
        chosen.or_else(|| people.first().map(|(person, _)| *person))
    })
}

/// Proposes what changes, and goes to where that is shown.
fn propose(planner: Planner, late: Late) {
    planner.change(late);
    let is_wrong = planner.wrong.with_untracked(Option::is_some);
    platform::page::focus(if is_wrong { NAME } else { PLAN });
}

/// Somebody comes late: a new number, or one that had left.
#[component]
fn Comes(planner: Planner, past: Memo<usize>) -> impl IntoView {
    let lang = use_lang();
    let people = Memo::new(move || {
        let t = lang.t().seats();
        let (past, plan) = (past.get(), planner.kept.get().unwrap_or_default());
        let next = plan.len();
        let new = (next < MOST_PEOPLE).then(|| (next, (t.new_number)(next + 1)));
        let back = expected(&plan, past, false).into_iter().map(|person| (person, called(person, &plan.people)));
        new.into_iter().chain(back).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(None);
    let submit = move || {
        if let Some(person) = who(people, chosen) {
            propose(planner, Late::Comes(person));
        }
    };
    let error = Signal::derive(move || wrong(planner, lang, NAME));
    let fields = move || {
        if people.with(Vec::is_empty) {
            return view! { <p>{lang.t().seats().full}</p> }.into_any();
        }
        view! {
            <WhoSelect id="late-who" label=Signal::derive(move || lang.t().seats().who_comes.to_owned()) people chosen />
            <TextField id=NAME value=planner.late_name
                label=Signal::derive(move || lang.t().seats().name.to_owned()) error />
            <button class="button">{lang.text(|t| t.seats().propose_comes)}</button>
        }
        .into_any()
    };
    view! {
        <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); submit(); }>
            <h3>{lang.text(|t| t.seats().comes)}</h3>
            {fields}
        </form>
    }
}

/// Somebody left, or did not come.
#[component]
fn Leaves(planner: Planner, past: Memo<usize>) -> impl IntoView {
    let lang = use_lang();
    let people = Memo::new(move || {
        let (past, plan) = (past.get(), planner.kept.get().unwrap_or_default());
        let here = expected(&plan, past, true).into_iter();
        here.map(|person| (person, called(person, &plan.people))).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(None);
    let submit = move || {
        if let Some(person) = who(people, chosen) {
            propose(planner, Late::Leaves(person));
        }
    };
    view! {
        <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); submit(); }>
            <h3>{lang.text(|t| t.seats().leaves)}</h3>
            <WhoSelect id="left-who" label=Signal::derive(move || lang.t().seats().who_leaves.to_owned()) people chosen />
            <button class="button">{lang.text(|t| t.seats().propose_leaves)}</button>
        </form>
    }
}
