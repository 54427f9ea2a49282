//! One question at a time: which, and what it asks.

use crate::core::domain::{Cafe, Id};
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};

/// The questions of the set-up, and behind them those that only these notes name.
pub fn questions_with(cafe: &Cafe, of_notes: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut all: Vec<Id> = cafe.questions().iter().map(|question| question.id).collect();
    for question in of_notes {
        // Notes of one question mostly follow each other.
        if all.last() != Some(&question) && !all.contains(&question) {
            all.push(question);
        }
    }
    all
}

/// The questions of a café, and the one that is on the screen. Copy.
#[derive(Clone, Copy)]
pub struct Asked {
    /// All, in order.
    pub all: Memo<Vec<Id>>,
    /// The one on the screen: the first until another is chosen.
    pub now: Memo<Option<Id>>,
    chosen: RwSignal<Option<Id>>,
}

impl Asked {
    /// Those of a café.
    pub fn new(session: Session) -> Self {
        let all = Memo::new(move || {
            session.content(|cafe| questions_with(cafe, cafe.contributions().map(|note| note.question)))
        });
        let chosen = RwSignal::new(None);
        let now = Memo::new(move || {
            let chosen = chosen.get();
            all.with(|all| chosen.filter(|id| all.contains(id)).or_else(|| all.first().copied()))
        });
        Self { all, now, chosen }
    }
}

/// A button for each question, where there are several, and the words of the one on the screen.
#[component]
pub fn QuestionSwitch(
    /// The open café.
    session: Session,
    /// The questions.
    asked: Asked,
    /// What the group of buttons is called.
    #[prop(into)]
    name: Signal<&'static str>,
    /// What stands on the button of a question, by its number.
    #[prop(into)]
    label: Callback<(usize, Id), String>,
) -> impl IntoView {
    let lang = use_lang();
    let buttons = move || {
        let all = asked.all.get();
        let button = |(place, id): (usize, Id)| {
            view! {
                <button
                    class="button"
                    aria-pressed=move || (asked.now.get() == Some(id)).to_string()
                    on:click=move |_| asked.chosen.set(Some(id))
                >
                    {move || label.run((place + 1, id))}
                </button>
            }
        };
        (all.len() > 1).then(|| {
            view! {
                <div class="cluster filters question-switch" role="group" aria-label=move || name.get()>
                    {all.into_iter().enumerate().map(button).collect_view()}
                </div>
            }
        })
    };
    let words = move || {
        let id = asked.now.get()?;
        let words = session.setup(|cafe| cafe.question(id).map(|it| it.wording().to_owned()));
        let words = words.unwrap_or_else(|| lang.t().harvest().other_question.to_owned());
        Some(view! { <h2 class="question-text" id="question-now" tabindex="-1">{words}</h2> })
    };
    view! { {buttons} {words} }
}
