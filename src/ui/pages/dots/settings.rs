//! How dots are given: the facilitator decides.

use crate::core::harvest::{Act, Each, MOST_DOTS, Phase, Voting};
use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{Acts, Session, Voter, use_app, use_lang};
use crate::ui::components::{ChoiceCard, Focus, Icon, words_of_step};

/// The state, the button for the next one, and the settings.
#[component]
pub fn Settings(
    /// The open café.
    session: Session,
    /// Who gives dots here.
    voter: Voter,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="card" aria-labelledby="dots-how">
            <h2 class="visually-hidden" id="dots-how">{lang.text(|t| t.dots().how)}</h2>
            <PhaseNow session voter />
            <details>
                <summary>{lang.text(|t| t.dots().settings)}</summary>
                <div class="stack stack--loose">
                    <Budget session voter />
                    <EachChoice session voter />
                    <label class="choice">
                        <input
                            type="checkbox"
                            aria-labelledby="dots-secret-name"
                            aria-describedby="dots-secret-help"
                            prop:checked=move || voter.voting.get().secret
                            on:change=move |_| { set(session, voter, &|voting| voting.secret = !voting.secret); }
                        />
                        <span>
                            <b id="dots-secret-name">{lang.text(|t| t.dots().secret)}</b>
                            <small id="dots-secret-help">{lang.text(|t| t.dots().secret_help)}</small>
                        </span>
                    </label>
                </div>
            </details>
            <p class="dot-note">
                <Icon name="info" />
                <span>
                    {lang.text(|t| t.dots().to_facilitator)} " "
                    <a href=Route::HandOver(session.id(), None).href()>{lang.text(|t| t.dots().give_file)}</a>
                </span>
            </p>
        </section>
    }
}

/// Changes how dots are given; says whether that was done.
fn set(session: Session, voter: Voter, change: &dyn Fn(&mut Voting)) -> bool {
    let mut voting = voter.voting.get_untracked();
    change(&mut voting);
    match session.act(&Act::SetVoting(voting)) {
        Ok(()) => true,
        Err(refusal) => {
            use_app().say_refusal(refusal);
            false
        }
    }
}

/// Whether dots are given, the button that opens or closes them, and a step back from opening them by mistake.
#[component]
fn PhaseNow(session: Session, voter: Voter) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let next = move |_| {
        let phase = if voter.voting.get_untracked().phase == Phase::Open { Phase::Closed } else { Phase::Open };
        if set(session, voter, &move |voting| voting.phase = phase) {
            app.say((lang.now().dots().phase)(phase));
        }
    };
    let next_label = move || {
        let t = lang.t().dots();
        match voter.voting.get().phase {
            Phase::Before => t.open,
            Phase::Open => t.close,
            Phase::Closed => t.open_again,
        }
    };
    let late = move || {
        (voter.voting.get().phase == Phase::Closed)
            .then(|| view! { <p class="muted">{lang.t().dots().others_count}</p> })
    };
    // Until somebody has given a dot; where results are shown, a step back is there.
    let deed = Memo::new(move || {
        let is_open = voter.voting.get().phase == Phase::Open;
        let is_early = voter.harvest.with(|harvest| !harvest.shows_dots() && harvest.voters() == 0);
        session.past().next(Acts::Voting, true).filter(|_| is_open && is_early)
    });
    let step_back = move |_| {
        let focus = Focus::now();
        app.say(words_of_step(session.step(Acts::Voting, true), true, lang.now()));
        focus.keep(["dots-next".to_owned()]);
    };
    let undo = move || {
        deed.get().map(|deed| {
            let t = lang.t().step_back();
            view! {
                <button class="button button--quiet" on:click=step_back>
                    <Icon name="undo" />
                    <span>{t.undo} " " <small>{(t.deed)(deed)}</small></span>
                </button>
            }
        })
    };
    view! {
        <div class="dot-state">
            <b>{move || (lang.t().dots().phase)(voter.voting.get().phase)}</b>
            <button class="button button--primary" id="dots-next" on:click=next>{next_label}</button>
        </div>
        {late}
        {undo}
    }
}

/// How many dots somebody has.
#[component]
fn Budget(session: Session, voter: Voter) -> impl IntoView {
    let lang = use_lang();
    let step = move |more: bool| {
        let label = move || if more { lang.t().dots().more } else { lang.t().dots().fewer };
        let at_end = move || {
            let budget = voter.voting.get().budget;
            if more { budget >= MOST_DOTS } else { budget <= 1 }
        };
        let change = move |_| {
            if !untrack(at_end) {
                set(session, voter, &move |voting| {
                    voting.budget = if more { voting.budget + 1 } else { voting.budget - 1 };
                });
            }
        };
        view! {
            <button
                type="button"
                class="button button--icon"
                aria-label=label
                aria-disabled=move || at_end().to_string()
                on:click=change
            >
                <span aria-hidden="true">{if more { "+" } else { "−" }}</span>
            </button>
        }
    };
    view! {
        <div class="stack" role="group" aria-labelledby="dots-budget">
            <b id="dots-budget">{lang.text(|t| t.dots().budget)}</b>
            <div class="cluster">
                {step(false)}
                <b class="dot-budget" role="status">{move || voter.voting.get().budget.to_string()}</b>
                {step(true)}
            </div>
        </div>
    }
}

/// Whether each device has them, or each person at it.
#[component]
fn EachChoice(session: Session, voter: Voter) -> impl IntoView {
    let lang = use_lang();
    let each = move |each: Each| {
        let id = if each == Each::Device { "dots-device" } else { "dots-person" };
        let name = Signal::derive(move || (lang.t().dots().each_name)(each).to_owned());
        let help = Signal::derive(move || (lang.t().dots().each_help)(each).to_owned());
        let is_chosen = Signal::derive(move || voter.voting.get().each == each);
        let on_choose = Callback::new(move |()| {
            set(session, voter, &move |voting| voting.each = each);
        });
        view! { <ChoiceCard group="dots-each" id name help is_chosen on_choose /> }
    };
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.dots().each)}</legend>
            <div class="grid">{[Each::Device, Each::Person].map(each).collect_view()}</div>
        </fieldset>
    }
}
