//! A café at a glance: its facts, and the six steps with what each of them has to say.

use crate::core::domain::Cafe;
use crate::core::harvest::Waiting;
use crate::core::storage::ImportState;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Screen, Step};
use crate::state::{Lang, Session, use_app, use_lang, use_session};
use crate::ui::components::{Bar, Icon, Page, Status, TakeOff, Truth, cafe_title, is_done};

/// What the overview counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Facts {
    questions: usize,
    tables: usize,
    rounds: usize,
    /// The minutes of a round, when all are as long.
    minutes: Option<u32>,
    contributions: usize,
    disputed: usize,
}

impl Facts {
    fn of(cafe: &Cafe) -> Self {
        let rounds = cafe.rounds();
        let minutes = rounds.first().map(|round| round.minutes.is);
        let (mut contributions, mut disputed) = (0, 0);
        for note in cafe.contributions() {
            // As the report counts them.
            contributions += usize::from(!note.is_hidden());
            disputed += usize::from(note.is_disputed());
        }
        Self {
            questions: cafe.questions().len(),
            tables: cafe.tables().len(),
            rounds: rounds.len(),
            minutes: minutes.filter(|minutes| rounds.iter().all(|round| round.minutes.is == *minutes)),
            contributions,
            disputed: disputed + Waiting::of(cafe).len(),
        }
    }

    fn rounds(self, lang: Lang) -> String {
        let t = lang.t().run();
        self.minutes.map_or_else(|| (t.rounds)(self.rounds), |minutes| (t.rounds_of)(self.rounds, minutes))
    }
}

/// Bundles that were received and count.
fn bundles(session: Session) -> usize {
    session
        .imports()
        .with(|imports| imports.iter().filter(|it| it.state == ImportState::Done).map(|it| it.files.len().max(1)).sum())
}

/// The round that is on, counted from 1, and how many there are.
fn round_on(session: Session) -> Option<(usize, usize)> {
    // A round ends by the time alone.
    use_app().ticks.get();
    let now = platform::now();
    session.setup(|cafe| {
        let clock = cafe.clock().filter(|_| cafe.is_round_on(now))?;
        let rounds = cafe.rounds();
        let place = rounds.iter().position(|round| round.id == clock.round())?;
        Some((place + 1, rounds.len()))
    })
}

/// The step of the round that is on; else the first one that has something left to do, as far as the app can tell.
fn step_now(session: Session, facts: Facts) -> Step {
    if round_on(session).is_some() {
        return Step::Run;
    }
    match (is_done(session, Step::Prepare), facts.contributions, bundles(session)) {
        (false, ..) => Step::Prepare,
        (true, 0, 0) => Step::Invite,
        (true, _, 0) => Step::Collect,
        _ => Step::Harvest,
    }
}

/// The screen that the facilitator comes back to.
#[component]
pub fn Overview() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let title = cafe_title(session, lang);
    let facts = Memo::new(move || session.content(Facts::of));
    let line = move || {
        let (facts, t) = (facts.get(), lang.t());
        [(t.run().tables)(facts.tables), facts.rounds(lang), (t.common().contributions)(facts.contributions)]
            .join(" · ")
    };
    let when = move || {
        let (date, place) = session.setup(|cafe| {
            cafe.head().map(|head| (head.date.is.to_string(), head.place.is.to_string())).unwrap_or_default()
        });
        let day = (lang.t().home().day)(&date);
        let facts: Vec<String> = [day, place].into_iter().filter(|fact| !fact.is_empty()).collect();
        (!facts.is_empty()).then(|| view! { <p dir="auto">{facts.join(" · ")}</p> })
    };
    let bar = view! { <Bar title=Signal::derive(|| "Nappe".to_owned()) up=Route::Home /> }.into_any();
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    view! {
        <Page title bar foot>
            <div class="page-title">
                <h1 dir="auto">{title}</h1>
                {when}
                <p>{line}</p>
            </div>
            <ol class="steps">
                {Step::ALL
                    .into_iter()
                    .enumerate()
                    .map(|(place, step)| view! { <li><StepLine session place step facts /></li> })
                    .collect_view()}
            </ol>
            <div class="cluster acts">
                <a class="button button--ghost" href=Route::Tables(session.id()).href()>
                    <Icon name="edit" />{lang.text(|t| t.run().write_here)}
                </a>
                <a class="button button--ghost" href=Route::Screen(session.id(), Screen::Dots).href()>
                    <Icon name="plus" />{lang.text(|t| t.dots().from_overview)}
                </a>
                <a class="button button--primary" href=Route::HandOver(session.id(), None).href()>
                    <Icon name="download" />{lang.text(|t| t.run().export)}
                </a>
            </div>
            <TakeOff session />
        </Page>
    }
}

/// One step, and what there is to say of it.
#[component]
fn StepLine(session: Session, place: usize, step: Step, facts: Memo<Facts>) -> impl IntoView {
    let lang = use_lang();
    let done = Memo::new(move || is_done(session, step));
    let now = Memo::new(move || step_now(session, facts.get()) == step);
    let what = move || {
        let (facts, t) = (facts.get(), lang.t().run());
        if step == Step::Run
            && let Some((round, of)) = round_on(session)
        {
            return (lang.t().common().round_of)(round, of);
        }
        match step {
            Step::Prepare if facts.questions + facts.tables + facts.rounds > 0 => {
                [(t.questions)(facts.questions), (t.tables)(facts.tables), facts.rounds(lang)].join(", ")
            }
            Step::Collect => (t.bundles)(bundles(session)),
            Step::Harvest if facts.disputed > 0 => (t.two_versions)(facts.disputed),
            Step::Report if facts.contributions > 0 => (lang.t().common().contributions)(facts.contributions),
            step => (t.what)(step).to_owned(),
        }
    };
    let mark = move || {
        if done.get() { view! { <Icon name="check" /> }.into_any() } else { (place + 1).into_any() }
    };
    let state = move || {
        if now.get() {
            view! { <span class="badge">{lang.t().run().now}</span> }.into_any()
        } else if done.get() {
            view! { <Status kind="saved">{lang.t().run().done}</Status> }.into_any()
        } else {
            ().into_any()
        }
    };
    view! {
        <a
            class="step"
            href=Route::Step(session.id(), step).href()
            data-state=move || if now.get() { "now" } else if done.get() { "done" } else { "" }
            aria-current=move || now.get().then_some("step")
        >
            <span class="step-mark" aria-hidden="true">{mark}</span>
            <span><b>{move || (lang.t().common().step)(step)}</b><small>{what}</small></span>
            {state}
        </a>
    }
}
