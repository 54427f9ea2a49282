//! Which question is sorted, and how far each is.

use super::sorting::Sorting;
use crate::core::domain::{Cafe, Id};
use crate::core::harvest::Progress;
use crate::dom::prelude::*;

/// A question as it is chosen from: its number in the set-up, and its words if they are here.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    id: Id,
    number: Option<usize>,
    text: Option<String>,
}

/// The questions of the set-up, and behind them those that only notes name.
fn asked(cafe: &Cafe, with_notes: &[Id]) -> Vec<Asked> {
    let text = |id| cafe.question(id).map(|it| it.wording().to_owned());
    let listed: Vec<Id> = cafe.questions().iter().map(|it| it.id).collect();
    let others = with_notes.iter().filter(|id| !listed.contains(id)).copied();
    let others: Vec<Asked> = others.map(|id| Asked { id, number: None, text: text(id) }).collect();
    let of_setup = (1..).zip(&listed).map(|(number, id)| Asked { id: *id, number: Some(number), text: text(*id) });
    of_setup.chain(others).collect()
}

fn all_asked(cx: Sorting) -> Vec<Asked> {
    let with_notes: Vec<Id> = cx.board.progress.with(|all| all.keys().copied().collect());
    cx.session.setup(|cafe| asked(cafe, &with_notes))
}

/// The choice of a question.
#[component]
pub fn Questions(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let questions = Memo::new(move || all_asked(cx));
    // At first the one where work waits, then wherever the person is.
    Effect::new(move || {
        let here = cx.question.get();
        let next = questions.with(|questions| {
            if questions.iter().any(|it| Some(it.id) == here) {
                return None;
            }
            let waits = |it: &&Asked| {
                cx.board.progress.with_untracked(|all| all.get(&it.id).is_some_and(|it| it.sorted < it.all))
            };
            questions.iter().find(waits).or(questions.first()).map(|it| it.id)
        });
        if let Some(next) = next {
            cx.go_to(next);
        }
    });
    let tab = move |it: Asked| {
        let Asked { id, number, .. } = it;
        let progress = Memo::new(move || cx.board.progress.with(|all| all.get(&id).copied().unwrap_or_default()));
        let label = move || {
            let t = lang.t();
            number.map_or_else(|| t.harvest().other_tab.to_owned(), t.common().question)
        };
        let far = move || {
            let Progress { sorted, all } = progress.get();
            view! {
                <small aria-hidden="true">{sorted} "/" {all}</small>
                <span class="visually-hidden">{(lang.t().harvest().progress)(sorted, all)}</span>
            }
        };
        let found = move || {
            let looks = cx.board.wanted.with(|wanted| !wanted.is_all());
            let found = cx.board.found.with(|found| found.get(&id).copied().unwrap_or_default());
            looks.then(|| view! { <small class="badge badge--quiet">{(lang.t().harvest().found_tab)(found)}</small> })
        };
        view! {
            <button
                class="button chip"
                aria-pressed=move || (cx.question.get() == Some(id)).to_string()
                on:click=move |_| cx.go_to(id)
            >
                <span>{label}</span>
                {far}
                {found}
            </button>
        }
    };
    let tabs = each(move || questions.get(), |it| it.id.bits(), tab);
    let is_one = move || questions.with(|questions| questions.len() < 2);
    view! {
        <div
            class="chips filters"
            id="questions"
            role="group"
            hidden=is_one
            aria-label=lang.text(|t| t.harvest().questions)
        >
            {tabs}
        </div>
    }
}

/// What is asked, and how far the sorting is.
#[component]
pub fn Heading(cx: Sorting, question: Id) -> impl IntoView {
    let lang = cx.lang;
    let text = move || {
        let text = cx.session.setup(|cafe| cafe.question(question).map(|it| it.wording().to_owned()));
        text.filter(|it| !it.is_empty()).unwrap_or_else(|| lang.t().harvest().other_question.to_owned())
    };
    let progress = Memo::new(move || cx.board.progress.with(|all| all.get(&question).copied().unwrap_or_default()));
    let words = move || {
        let (t, Progress { sorted, all }) = (lang.t().harvest(), progress.get());
        match (sorted, all) {
            (_, 0) => t.no_notes.to_owned(),
            (sorted, all) if sorted == all => format!("{} {}", (t.progress)(sorted, all), t.all_sorted),
            (sorted, all) => (t.progress)(sorted, all),
        }
    };
    view! {
        <header class="board-head">
            <h2 id="sorted-question" dir="auto">{text}</h2>
            <div class="board-progress">
                <progress
                    aria-hidden="true"
                    max=move || progress.get().all.max(1).to_string()
                    value=move || progress.get().sorted.to_string()
                ></progress>
                <span>{words}</span>
            </div>
        </header>
    }
}
