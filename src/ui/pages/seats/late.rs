//! People who come late or leave: what would change is shown before it does.

use super::PLAN;
use crate::core::domain::{MOST_PEOPLE, SeatPlan};
use crate::core::rotation::WrongWho;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Planner, use_lang};
use crate::ui::components::Growing;

/// The ids of the fields.
const COMES: &str = "late-comes";
const LEAVES: &str = "late-leaves";

/// The form, from the next round on.
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
            view! { <p>{(lang.t().seats_late().past)(past.get())}</p> }.into_any()
        } else {
            view! { <RoundsOver planner rounds /> }.into_any()
        }
    };
    let forms = move || {
        if past.get() >= rounds.get() {
            view! { <p>{lang.t().seats_late().all_past}</p> }.into_any()
        } else {
            view! { <Who planner /> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="late-title">
            <h2 class="section-title" id="late-title">{lang.text(|t| t.seats_late().late)}</h2>
            <p class="muted">{lang.text(|t| t.seats_late().late_help)}</p>
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
        let t = lang.t().seats_late();
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
            <label class="field-label" for="rounds-over">{lang.text(|t| t.seats_late().rounds_over)}</label>
            <p class="field-hint" id="rounds-over-hint">{lang.text(|t| t.seats_late().rounds_over_hint)}</p>
            <select class="input" id="rounds-over" aria-describedby="rounds-over-hint" on:change=choose>{options}</select>
        </div>
    }
}

/// Who comes and who left, in words; what would change is shown before it does.
#[component]
fn Who(planner: Planner) -> impl IntoView {
    let lang = use_lang();
    let submit = move || {
        planner.change();
        let [comes, leaves] = planner.wrong_who.map(|wrong| wrong.with_untracked(Option::is_some));
        platform::page::focus(match (comes, leaves) {
            (true, _) => COMES,
            (false, true) => LEAVES,
            (false, false) => PLAN,
        });
    };
    let next = move || {
        let next = planner.kept.with(|plan| plan.as_ref().map_or(0, SeatPlan::len)) + 1;
        (lang.t().seats_late().who_comes_hint)(Some(next).filter(|next| *next <= MOST_PEOPLE))
    };
    let [wrong_comes, wrong_leaves] = planner.wrong_who;
    view! {
        <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); submit(); }>
            <WhoField id=LEAVES value=planner.leaves wrong=wrong_leaves submit=Callback::new(move |()| submit())
                label=Signal::derive(move || lang.t().seats_late().who_leaves)
                hint=lang.words(|t| t.seats_late().who_leaves_hint) />
            <WhoField id=COMES value=planner.comes wrong=wrong_comes submit=Callback::new(move |()| submit())
                label=Signal::derive(move || lang.t().seats_late().who_comes) hint=Signal::derive(next) />
            <div class="cluster">
                <button class="button">{lang.text(|t| t.seats_late().propose)}</button>
            </div>
        </form>
    }
}

/// Several people at once, as text. A box of several lines: what is pasted into a box of one loses its ends of lines.
#[component]
fn WhoField(
    id: &'static str,
    value: RwSignal<String>,
    wrong: RwSignal<Option<WrongWho>>,
    label: Signal<&'static str>,
    hint: Signal<String>,
    submit: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    let described = Signal::derive(move || Some(described.clone()));
    let error = move || wrong.with(|wrong| wrong.as_ref().map(lang.t().seats_late().wrong));
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <p class="field-hint" id=hint_id>{hint}</p>
            <Growing id=id value described_by=described on_input=Callback::new(move |_| wrong.set(None)) on_submit=submit />
            <p class="field-error" id=error_id aria-live="polite" dir="auto">{error}</p>
        </div>
    }
}
