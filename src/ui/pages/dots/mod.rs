//! Dots: the facilitator opens and closes them, people give them, and everybody sees what came out.

mod foot;
mod give;
mod results;
mod row;
mod settings;

use self::foot::{Foot, NextPerson};
use self::give::Give;
use self::results::Results;
use self::settings::Settings;
use crate::core::harvest::Phase;
use crate::dom::prelude::*;
use crate::route::{Route, Step};
use crate::state::{Board, Voter, use_lang, use_session};
use crate::ui::components::{Asked, Bar, Icon, Page, QuestionSwitch, StepsNav, Truth, cafe_title};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Give,
    /// Whose turn it is has to be asked.
    Ask,
    Results,
    /// Dots cannot be given yet, or there is nothing to put them on.
    Nothing,
}

/// The screen.
#[component]
pub fn Dots() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let asked = Asked::new(session);
    let board = Board::new(session);
    let voter = Voter::new(session, board.harvest, asked.now);
    let is_facilitator = untrack(|| session.is_facilitator());
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", lang.t().dots().title, cafe.get()));
    let up = if is_facilitator { Route::Step(session.id(), Step::Harvest) } else { Route::Tables(session.id()) };
    let bar = view! { <Bar title=cafe up /> }.into_any();
    let steps = is_facilitator.then(|| view! { <StepsNav session current=Step::Harvest /> }.into_any());
    let wants_results = RwSignal::new(false);
    let has_notes = Memo::new(move || session.content(|cafe| cafe.contributions().next().is_some()));
    let shows_dots = Memo::new(move || voter.harvest.with(|harvest| harvest.shows_dots()));
    let shown = Memo::new(move || match voter.voting.get().phase {
        _ if !has_notes.get() => Shown::Nothing,
        Phase::Before if shows_dots.get() => Shown::Results,
        Phase::Before => Shown::Nothing,
        Phase::Open if shows_dots.get() && wants_results.get() => Shown::Results,
        Phase::Open if voter.asks.get() => Shown::Ask,
        Phase::Open => Shown::Give,
        Phase::Closed => Shown::Results,
    });
    let foot = move || match shown.get() {
        Shown::Give => view! { <Foot session voter /> }.into_any(),
        _ => view! { <footer class="page-footer"><Truth session /></footer> }.into_any(),
    };
    let foot = foot.into_view();
    let label = move |(number, id)| {
        let is_given = shown.get() == Shown::Give;
        (lang.t().dots().under)(number, is_given.then(|| voter.left_under(id)))
    };
    let questions = move || {
        (!matches!(shown.get(), Shown::Nothing | Shown::Ask)).then(|| {
            let name = Signal::derive(move || lang.t().dots().questions);
            view! { <QuestionSwitch session asked name label=Callback::new(label) /> }
        })
    };
    let body = move || match shown.get() {
        Shown::Give => view! { <Give session voter board /> }.into_any(),
        Shown::Ask => view! { <NextPerson voter /> }.into_any(),
        Shown::Results => view! { <Results session voter /> }.into_any(),
        Shown::Nothing => nothing(has_notes.get(), is_facilitator),
    };
    let own_notes = (!is_facilitator).then(|| {
        view! {
            <p class="muted">
                {lang.text(|t| t.dots().own_notes_only)} " "
                <a href=Route::Step(session.id(), Step::Collect).href()>{lang.text(|t| t.dots().to_import)}</a>
            </p>
        }
    });
    view! {
        <Page title bar steps foot>
            <div class="page-title">
                <h1>{lang.text(|t| t.dots().title)}</h1>
                <p>{lang.text(|t| t.dots().help)}</p>
            </div>
            {is_facilitator.then(|| view! { <Settings session voter /> })}
            {own_notes}
            <Views voter shows_dots wants_results />
            {questions}
            {body}
        </Page>
    }
}

/// While dots are given: giving, or what came out so far.
#[component]
fn Views(voter: Voter, shows_dots: Memo<bool>, wants_results: RwSignal<bool>) -> impl IntoView {
    let lang = use_lang();
    let button = move |results: bool| {
        view! {
            <button
                class="button"
                aria-pressed=move || (wants_results.get() == results).to_string()
                on:click=move |_| wants_results.set(results)
            >
                {move || if results { lang.t().dots().results } else { lang.t().dots().giving }}
            </button>
        }
    };
    move || {
        if voter.voting.get().phase != Phase::Open {
            return ().into_any();
        }
        if !shows_dots.get() {
            return view! { <p class="muted">{lang.t().dots().hidden_now}</p> }.into_any();
        }
        view! {
            <div class="cluster filters" role="group" aria-label=lang.text(|t| t.dots().view)>
                {[false, true].map(button).collect_view()}
            </div>
        }
        .into_any()
    }
}

fn nothing(has_notes: bool, is_facilitator: bool) -> View {
    let t = use_lang().t().dots();
    let (title, help) = match (has_notes, is_facilitator) {
        (false, _) => (t.no_notes, t.no_notes_help),
        // The facilitator has the button to open them just above.
        (true, true) => return ().into_any(),
        (true, false) => (t.not_open, t.not_open_help),
    };
    view! { <div class="empty"><Icon name="cup" /><b>{title}</b><p>{help}</p></div> }.into_any()
}
