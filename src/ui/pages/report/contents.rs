//! The contents of the report: links on the screen and in a PDF; on paper they name what stands at the foot of the
//! pages.

use crate::core::report::{Heading, Report as Content, Section};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::use_lang;
use crate::ui::components::heading_id;

/// The parts behind the questions, and the ids of their headings.
pub const STEPS: &str = "report-steps";
/// The counts.
pub const FIGURES: &str = "report-figures";
/// The words that recur.
pub const WORDS: &str = "report-words";
/// How it was made.
pub const ABOUT: &str = "report-about";

/// The name of the printed pages of a question (see `page` in CSS), which begins a sheet. One that nobody answered
/// stands with what follows it: the next question that somebody did, or what is behind the questions.
pub fn page_name(sections: &[Section], place: usize) -> String {
    let answered = sections.iter().enumerate().skip(place).find(|(_, section)| !section.groups.is_empty());
    answered.map_or_else(|| "report".to_owned(), |(place, _)| format!("question-{}", place + 1))
}

/// The contents of a report that has anything in it.
#[component]
pub fn Contents(report: Memo<Content>) -> impl IntoView {
    let lang = use_lang();
    // Pages say at their foot which question they belong to: no browser writes page numbers into a list of contents
    // yet.
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
                let line = line(format!("report-{number}"), Some((t.question)(number)), wording, Some(figure));
                view! { <li>{line} {themes(number, section)}</li> }.into_any()
            });
            let part = |shown: bool, id: &'static str, name: &'static str| {
                let line = || line(id.to_owned(), None, name.to_owned(), None);
                shown.then(|| view! { <li>{line()}</li> }.into_any())
            };
            let parts = [
                part(!report.steps.is_empty(), STEPS, t.words.next_steps),
                part(report.counts.is_some(), FIGURES, t.words.figures),
                part(!report.recurring.is_empty(), WORDS, t.words.recurring),
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

/// The themes of a question, and what is in none.
fn themes(number: usize, section: &Section) -> Option<View> {
    let words = &use_lang().t().report().words;
    let is_listed = |heading: &Heading| matches!(heading, Heading::Theme(..) | Heading::Unsorted);
    let named = section.groups.iter().enumerate().filter(|(_, group)| is_listed(&group.heading));
    let one = named.map(|(place, group)| {
        let name = words.heading(&group.heading).unwrap_or_default();
        let figure = (words.contributions)(group.total());
        let line = line(heading_id(number, place), None, name, Some(figure));
        view! { <li>{line}</li> }.into_any()
    });
    let lines: Vec<View> = one.collect();
    (!lines.is_empty()).then(|| view! { <ul class="report-themes">{lines}</ul> }.into_any())
}

/// A line: what it leads to, what it is called at the foot of the pages, its name, its figure.
fn line(id: String, number: Option<String>, name: String, figure: Option<String>) -> View {
    let href = format!("#{id}");
    // The addresses of the app stand behind the same sign: the way is gone here, without them.
    let go = move || platform::page::focus(&id);
    let number = number.map(|number| view! { <small>{number}</small> " " });
    let figure = figure.map(|figure| view! { <span class="report-figure">{figure}</span> });
    view! { <div class="report-line"><a href=href on:click=move |event| { event.prevent_default(); go(); }>{number}<span dir="auto">{name}</span></a>{figure}</div> }.into_any()
}
