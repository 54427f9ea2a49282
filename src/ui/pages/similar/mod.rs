//! Similar notes: what may say the same is suggested, question by question; a person reads and decides.

mod card;
mod gathered;

use self::card::Card;
use self::gathered::Gathered;
use crate::core::domain::Id;
use crate::core::words::Suggestion;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Acts, Finder, Session, use_lang, use_session};
use crate::ui::components::{Asked, Bar, Icon, NoteWords, Page, QuestionSwitch, StepsNav, Truth, UndoRedo, cafe_title};

/// At most this many suggestions are shown at a time.
const AT_ONCE: usize = 20;
/// The id of the line that says how many wait.
const WAITING: &str = "similar-waiting";

/// The screen.
#[component]
pub fn Similar() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let (asked, finder) = (Asked::new(session), Finder::new(session));
    Effect::new(move || {
        if let Some(question) = asked.now.get() {
            finder.look(question);
        }
    });
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", lang.t().similar().title, cafe.get()));
    let bar = view! { <Bar title=cafe up=Route::Step(session.id(), Step::Harvest) /> }.into_any();
    let steps = Some(view! { <StepsNav session current=Step::Harvest /> }.into_any());
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    let has_notes = Memo::new(move || session.content(|cafe| cafe.contributions().next().is_some()));
    let label = Callback::new(move |(number, _)| (lang.t().similar().under)(number));
    let name = Signal::derive(move || lang.t().similar().questions);
    let body = move || {
        if !has_notes.get() {
            return view! { <NoNotes session /> }.into_any();
        }
        let found = move || asked.now.get().map(|question| view! { <Question session finder question /> });
        view! { <QuestionSwitch session asked name label /> {found} }.into_any()
    };
    view! {
        <Page title bar steps foot>
            <div class="page-title">
                <h1>{lang.text(|t| t.similar().title)}</h1>
                <p>{lang.text(|t| t.similar().help)}</p>
            </div>
            <details class="card">
                <summary>{lang.text(|t| t.similar().how)}</summary>
                <p>{lang.text(|t| t.similar().how_long)}</p>
                <p>{lang.text(|t| t.similar().limits)}</p>
            </details>
            <UndoRedo session acts=Signal::derive(|| Acts::Sorting) />
            {body}
        </Page>
    }
}

#[component]
fn NoNotes(session: Session) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="empty">
            <Icon name="cup" />
            <b>{lang.text(|t| t.similar().no_notes)}</b>
            <a class="button button--primary" href=Route::Step(session.id(), Step::Collect).href()>
                {lang.text(|t| t.similar().to_collect)}
            </a>
        </div>
    }
}

/// Names a suggestion for as long as the page is open: no note is in two.
fn key(suggestion: &Suggestion) -> u128 {
    suggestion.notes.first().map_or(0, |id| id.bits())
}

/// What was found under a question.
#[component]
fn Question(session: Session, finder: Finder, question: Id) -> impl IntoView {
    let lang = use_lang();
    let waiting = Memo::new(move || finder.suggestions(question, false));
    let count = Memo::new(move || waiting.with(|waiting| waiting.as_ref().map(Vec::len)));
    let most = RwSignal::new(AT_ONCE);
    let status = move || match count.get() {
        None => lang.t().similar().looking.to_owned(),
        Some(count) => (lang.t().similar().waiting)(count),
    };
    let shown = move || {
        let first = |waiting: &Option<Vec<Suggestion>>| {
            waiting.iter().flatten().take(most.get()).cloned().collect::<Vec<Suggestion>>()
        };
        waiting.with(first)
    };
    let more = move || {
        let rest = count.get().unwrap_or_default().saturating_sub(most.get()).min(AT_ONCE);
        (rest > 0).then(|| {
            view! {
                <button class="button" on:click=move |_| most.update(|most| *most += AT_ONCE)>
                    {(lang.t().similar().more)(rest)}
                </button>
            }
        })
    };
    let none = move || {
        (count.get() == Some(0) && finder.suggestions(question, true).is_some_and(|it| it.is_empty())).then(|| {
            let t = lang.t().similar();
            view! { <div class="empty"><Icon name="check" /><b>{t.none}</b><p>{t.none_help}</p></div> }
        })
    };
    view! {
        <section class="stack" aria-labelledby=WAITING>
            <p class="similar-waiting" id=WAITING role="status" tabindex="-1" data-busy=move || count.get().is_none().then_some("true")>
                {status}
            </p>
            {none}
            {each(shown, key, move |suggestion| view! { <Card session finder question suggestion /> })}
            {more}
        </section>
        <Answered session finder question />
        <Gathered session finder question />
    }
}

/// What a person said is not the same; it can be suggested again.
#[component]
fn Answered(session: Session, finder: Finder, question: Id) -> impl IntoView {
    let lang = use_lang();
    let answered = Memo::new(move || finder.suggestions(question, true).unwrap_or_default());
    let count = Memo::new(move || answered.with(Vec::len));
    let line = move |suggestion: Suggestion| {
        let notes = suggestion.notes.clone();
        let again = move |_| {
            finder.ask_again(&notes);
            platform::page::focus(WAITING);
        };
        let note = |id: Id| view! { <li><NoteWords session id /></li> };
        view! {
            <li class="similar-answered">
                <ul class="similar-notes">{suggestion.notes.into_iter().map(note).collect_view()}</ul>
                <button class="button button--quiet" on:click=again>
                    <Icon name="undo" />{lang.text(|t| t.similar().ask_again)}
                </button>
            </li>
        }
    };
    view! {
        <details hidden=move || count.get() == 0>
            <summary>{move || (lang.t().similar().answered)(count.get())}</summary>
            <ul class="lines">{each(move || answered.get(), key, line)}</ul>
        </details>
    }
}
