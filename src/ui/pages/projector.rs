//! The question in large letters, with the code to scan beside it; who sits where; between rounds, where to go. Arrow
//! keys turn, Escape leads back.

mod moves;

use self::moves::ChangeTables;
use crate::core::domain::{Cafe, Form};
use crate::core::invite::{self, qr::Qr};
use crate::core::report::Moves;
use crate::dom::prelude::*;
use crate::platform::{self, events};
use crate::route::{Route, Step};
use crate::state::{ClockPhase, Lang, Session, Ticking, stay_awake, use_app, use_lang, use_session};
use crate::ui::components::{
    ClockBell, ClockControls, ClockFace, ExportNow, FullScreenButton, QrCode, Truth, cafe_title, full_screen,
    table_label,
};
use leptos::ev;

/// What is shown at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Slide {
    /// All questions, with the code of the café.
    All(Vec<String>),
    /// A table's question, with the code of the table.
    Table { number: usize, name: String, question: String },
    /// A round's question, with the code of the café.
    Round { number: usize, all: usize, minutes: u32, question: String },
    /// Who sits where in the round that runs, or comes first: for those who lost their card, or come late.
    Seats,
}

impl Slide {
    fn list(cafe: &Cafe) -> Vec<Self> {
        let wording = |id| cafe.question(id).map(|it| it.wording().to_owned()).unwrap_or_default();
        let mut slides = vec![Self::All(cafe.questions().iter().map(|it| it.wording().to_owned()).collect())];
        let (tables, rounds) = (cafe.tables(), cafe.rounds());
        match cafe.form() {
            Form::QuestionPerTable => {
                let first = rounds.first().map(|round| round.id);
                slides.extend(tables.iter().enumerate().map(|(place, table)| Self::Table {
                    number: place + 1,
                    name: table.name.is.to_string(),
                    question:
                        first.and_then(|round| cafe.question_at(table.id, round)).map(wording).unwrap_or_default(),
                }));
            }
            Form::QuestionPerRound => {
                slides.extend(rounds.iter().enumerate().map(|(place, round)| Self::Round {
                    number: place + 1,
                    all: rounds.len(),
                    minutes: round.minutes.is,
                    question: round.question.is.map(wording).unwrap_or_default(),
                }));
            }
        }
        slides.extend(cafe.seats().map(|_| Self::Seats));
        slides
    }

    /// The name on its button, and above the question.
    fn name(&self, lang: Lang) -> String {
        match self {
            Self::All(_) => lang.t().run().all_questions.to_owned(),
            Self::Table { number, name, .. } => table_label(lang, *number, name),
            Self::Round { number, all, .. } => (lang.t().common().round_of)(*number, *all),
            Self::Seats => lang.t().seats().title.to_owned(),
        }
    }

    const fn table(&self) -> Option<usize> {
        if let Self::Table { number, .. } = self { Some(*number) } else { None }
    }
}

/// The slides, and which of them is shown. Copy.
#[derive(Clone, Copy)]
struct Deck {
    slides: Memo<Vec<Slide>>,
    chosen: RwSignal<usize>,
    place: Memo<usize>,
}

impl Deck {
    fn new(session: Session) -> Self {
        let slides = Memo::new(move || session.setup(Slide::list));
        let chosen = RwSignal::new(0_usize);
        let place = Memo::new(move || chosen.get().min(slides.with(Vec::len).saturating_sub(1)));
        Self { slides, chosen, place }
    }

    /// Reads the slide that is shown, and follows it.
    fn now<T>(self, read: impl FnOnce(&Slide) -> T) -> Option<T> {
        self.slides.with(|slides| slides.get(self.place.get()).map(read))
    }

    fn turn(self, forward: bool) {
        let last = self.slides.with_untracked(Vec::len).saturating_sub(1);
        let place = self.place.get_untracked();
        self.chosen.set(if forward { (place + 1).min(last) } else { place.saturating_sub(1) });
    }

    /// The round's own question comes in front when the round begins.
    fn follow(self, ticking: Ticking) {
        Effect::new(move || {
            let Some(place) = ticking.place.get() else { return };
            let is_own = |slide: &Slide| matches!(slide, Slide::Round { number, .. } if *number == place.at + 1);
            if let Some(own) = self.slides.with_untracked(|slides| slides.iter().position(is_own)) {
                self.chosen.set(own);
            }
        });
    }
}

/// Where people go between rounds, and where they sit while the list of seats is shown.
fn moves_of(session: Session, ticking: Ticking, is_changing: Memo<bool>, is_seating: Memo<bool>) -> Memo<Moves> {
    Memo::new(move || {
        let at = ticking.place.get().map(|place| place.at);
        match (is_changing.get(), at) {
            (false, at) if is_seating.get() => session.setup(|cafe| Moves::into(cafe, at.unwrap_or_default())),
            (true, Some(at)) => session.setup(|cafe| Moves::after(cafe, at)),
            // Without a place the round was taken out of the set-up: nobody can say which one comes next.
            _ => Moves::Last,
        }
    })
}

/// The whole window.
#[component]
pub fn Projector() -> impl IntoView {
    let (app, session, lang) = (use_app(), use_session(), use_lang());
    app.begin_screen();
    let deck = Deck::new(session);
    let keys = window_event_listener(ev::keydown, move |event| match event.key().as_str() {
        // What is asked there is answered first.
        _ if events::is_within(&event, "dialog") => {}
        "ArrowRight" | "PageDown" => deck.turn(true),
        "ArrowLeft" | "PageUp" => deck.turn(false),
        "Escape" => app.go(&Route::Step(session.id(), Step::Run)),
        _ => {}
    });
    on_cleanup(move || keys.remove());
    let cafe = cafe_title(session, lang);
    Effect::new(move || {
        platform::page::set_title(&format!("{} · {} · Nappe", lang.t().run().projector, cafe.get()));
    });
    let ticking = Ticking::follow(app, session);
    stay_awake(|| true);
    let full = full_screen();
    deck.follow(ticking);
    // Below the picture, where whoever runs the rounds is at that moment anyway.
    let is_over = Memo::new(move || ticking.kind.get().is_over());
    let is_changing = Memo::new(move || ticking.kind.get() == ClockPhase::Over);
    let is_seating = Memo::new(move || !is_changing.get() && deck.now(|slide| *slide == Slide::Seats) == Some(true));
    let moves = moves_of(session, ticking, is_changing, is_seating);
    let has_list = Memo::new(move || moves.with(|moves| matches!(moves, Moves::To(_))));
    let hides_question = Memo::new(move || is_changing.get() || is_seating.get());
    let changing = move || hides_question.get().then(|| view! { <ChangeTables moves is_seating /> });
    let words = move || deck.now(|slide| words(slide, lang));
    view! {
        <main class="projector" class:projector--moves=move || has_list.get() id="main" tabindex="-1">
            <div class="cloth" aria-hidden="true"></div>
            <div class="projector-clock" hidden=move || ticking.kind.get() == ClockPhase::Before>
                {move || ticking.place.get().map(|place| (lang.t().common().round_of)(place.at + 1, place.of))}
                <ClockFace ticking />
            </div>
            {changing}
            <div class="projector-body projector-body--qr" hidden=move || hides_question.get()>
                <div class="stack stack--loose" aria-live="polite">{words}</div>
                <CodeNow session deck />
            </div>
            <ClockBell ticking />
            <footer class="projector-bar">
                <a class="button button--quiet" href=Route::Step(session.id(), Step::Run).href()>
                    {lang.text(|t| t.run().leave)}
                </a>
                <FullScreenButton full />
                <Truth session />
                <ClockControls session ticking />
                {move || is_over.get().then(|| view! { <ExportNow session quiet=true /> })}
                <Turning deck is_changing />
            </footer>
        </main>
    }
}

/// The code that leads to what is shown: to its table, or to the café.
#[component]
fn CodeNow(session: Session, deck: Deck) -> impl IntoView {
    let lang = use_lang();
    let letters = Memo::new(move || session.setup(invite::write));
    move || {
        let table = deck.now(Slide::table).flatten();
        let letters = letters.get()?;
        let address = Route::Invitation { table, letters: String::new() }.href();
        let code = Qr::new(&format!("{}{address}", platform::address::base()), &letters)?;
        let label = Signal::derive(move || {
            let name =
                table.map_or_else(|| lang.t().invite().whole_cafe.to_owned(), |it| (lang.t().common().table)(it));
            (lang.t().invite().code_of)(&name)
        });
        Some(view! { <QrCode code label /> })
    }
}

/// The slides as buttons, and those that lead to the next one and the one before.
#[component]
fn Turning(deck: Deck, is_changing: Memo<bool>) -> impl IntoView {
    let lang = use_lang();
    let choices = move || {
        let choice = |(at, slide): (usize, Slide)| {
            view! {
                <button
                    class="button button--quiet"
                    aria-pressed=move || (deck.place.get() == at).to_string()
                    on:click=move |_| deck.chosen.set(at)
                >
                    <span dir="auto">{slide.name(lang)}</span>
                </button>
            }
        };
        deck.slides.get().into_iter().enumerate().map(choice).collect_view()
    };
    view! {
        <div
            class="cluster"
            role="group"
            aria-label=lang.text(|t| t.run().screens)
            hidden=move || is_changing.get()
        >
            <button class="button button--quiet" on:click=move |_| deck.turn(false)>
                {lang.text(|t| t.run().previous)}
            </button>
            {choices}
            <button class="button button--quiet" on:click=move |_| deck.turn(true)>
                {lang.text(|t| t.run().next)}
            </button>
        </div>
    }
}

fn words(slide: &Slide, lang: Lang) -> View {
    let or_none = |question: &str| {
        if question.is_empty() { lang.t().run().no_question.to_owned() } else { question.to_owned() }
    };
    match slide {
        Slide::All(questions) if questions.len() == 1 => {
            view! { <h1 class="projector-question" dir="auto">{or_none(&questions[0])}</h1> }.into_any()
        }
        Slide::All(questions) => {
            let line = |question: &String| view! { <li dir="auto">{question.clone()}</li> };
            view! {
                <h1 class="projector-question">{slide.name(lang)}</h1>
                <ol class="projector-list">{questions.iter().map(line).collect_view()}</ol>
            }
            .into_any()
        }
        Slide::Table { question, .. } => view! {
            <p class="projector-over" dir="auto">{slide.name(lang)}</p>
            <h1 class="projector-question" dir="auto">{or_none(question)}</h1>
        }
        .into_any(),
        Slide::Round { question, minutes, .. } => view! {
            <p class="projector-over">{slide.name(lang)} " · " {(lang.t().common().minutes)(*minutes)}</p>
            <h1 class="projector-question" dir="auto">{or_none(question)}</h1>
        }
        .into_any(),
        // The list stands in the place of the words.
        Slide::Seats => ().into_any(),
    }
}
