//! Which question is sorted, and how far each is.

use super::sorting::Sorting;
use crate::core::domain::{Cafe, Id};
use crate::core::harvest::Progress;
use crate::dom::prelude::*;
use crate::ui::components::questions_with;

/// The choice of a question.
#[component]
pub fn Questions(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let questions = Memo::new(move || {
        let with_notes: Vec<Id> = cx.board.progress.with(|all| all.keys().copied().collect());
        cx.session.setup(|cafe| questions_with(cafe, with_notes.into_iter()))
    });
    // At first the one where work waits, then wherever the person is.
    Effect::new(move || {
        let here = cx.question.get();
        let next = questions.with(|questions| {
            if questions.iter().any(|id| Some(*id) == here) {
                return None;
            }
            let waits =
                |id: &&Id| cx.board.progress.with_untracked(|all| all.get(*id).is_some_and(|it| it.sorted < it.all));
            questions.iter().find(waits).or(questions.first()).copied()
        });
        if let Some(next) = next {
            cx.go_to(next);
        }
    });
    let tab = move |id: Id| {
        let progress = Memo::new(move || cx.board.progress.with(|all| all.get(&id).copied().unwrap_or_default()));
        let label = move || {
            let t = lang.t();
            let number = cx.session.setup(|cafe| Cafe::number_of(&cafe.questions(), id));
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
    let tabs = each(move || questions.get(), |id| id.bits(), tab);
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
