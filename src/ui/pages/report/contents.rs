//! The contents of the report: links on the screen and in a PDF; on paper they name what stands at the foot of the pages.

use crate::core::report::Report as Content;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::use_lang;

/// The parts behind the questions, and the ids of their headings.
pub const STEPS: &str = "report-steps";
/// The counts.
pub const FIGURES: &str = "report-figures";
/// The words that recur.
pub const WORDS: &str = "report-words";
/// How it was made.
pub const ABOUT: &str = "report-about";

/// The contents of a report that has anything in it.
#[component]
pub fn Contents(report: Memo<Content>, has_counts: Memo<bool>, has_words: Memo<bool>) -> impl IntoView {
    let lang = use_lang();
    // Pages say at their foot which question they belong to: no browser writes page numbers into a list of contents yet.
    Effect::new(move || {
        platform::set_feet(&report.with(|report| {
            let foot = |place: usize| {
                let name = (lang.t().report().question)(place);
                (format!("question-{place}"), format!("{name} · {}", report.title))
            };
            let questions = (1..=report.sections.len()).map(foot);
            std::iter::once(("report".to_owned(), report.title.clone())).chain(questions).collect::<Vec<_>>()
        }));
    });
    on_cleanup(|| platform::set_feet(&[]));
    move || {
        let t = lang.t().report();
        report.with(|report| {
            if report.sections.is_empty() {
                return ().into_any();
            }
            let questions = (1..).zip(&report.sections).map(|(number, section)| {
                let wording = match section.wordings.first() {
                    Some(wording) => wording.clone(),
                    None => t.words.other_question.to_owned(),
                };
                let figure = (t.words.contributions)(section.total());
                line(format!("report-{number}"), Some((t.question)(number)), wording, Some(figure))
            });
            let part = |shown: bool, id: &'static str, name: &'static str| {
                shown.then(|| line(id.to_owned(), None, name.to_owned(), None))
            };
            let parts = [
                part(!report.steps.is_empty(), STEPS, t.words.next_steps),
                part(has_counts.get(), FIGURES, t.figures),
                part(has_words.get(), WORDS, t.recurring),
                part(true, ABOUT, t.words.about),
            ];
            let lines: Vec<View> = questions.chain(parts.into_iter().flatten()).collect();
            view! {
                <nav class="report-contents" aria-label=t.words.contents>
                    <h2>{t.words.contents}</h2>
                    <ol class="report-lines">{lines}</ol>
                </nav>
            }
            .into_any()
        })
    }
}

/// A line: what it leads to, what it is called at the foot of the pages, its name, its figure.
fn line(id: String, number: Option<String>, name: String, figure: Option<String>) -> View {
    let href = format!("#{id}");
    // The addresses of the app stand behind the same sign: the way is gone here, without them.
    let go = move || platform::page::focus(&id);
    let number = number.map(|number| view! { <small>{number}</small> " " });
    let figure = figure.map(|figure| view! { <span class="report-figure">{figure}</span> });
    view! { <li><a href=href on:click=move |event| { event.prevent_default(); go(); }>{number}<span dir="auto">{name}</span></a>{figure}</li> }.into_any()
}
