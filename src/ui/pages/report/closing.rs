//! What stands behind the questions: next steps, figures, words that recur, who took part and how it was made.

use super::contents::{ABOUT, FIGURES, STEPS, WORDS};
use crate::core::report::{Report as Content, Step};
use crate::dom::prelude::*;
use crate::state::use_lang;
use crate::ui::components::CountsTable;

/// How much was written at which table in which round.
#[component]
pub fn Figures(report: Memo<Content>) -> impl IntoView {
    let lang = use_lang();
    let counts = Memo::new(move || report.with(|report| report.counts.clone()));
    move || {
        counts.with(Option::is_some).then(|| {
            let counts = Memo::new(move || counts.get().unwrap_or_default());
            view! {
                <section class="report-question">
                    <h2 id=FIGURES tabindex="-1">{lang.t().report().words.figures}</h2>
                    <CountsTable counts />
                </section>
            }
        })
    }
}

/// The words that recur, most first.
#[component]
pub fn RecurringWords(report: Memo<Content>) -> impl IntoView {
    let lang = use_lang();
    let words = Memo::new(move || report.with(|report| report.recurring.clone()));
    move || {
        let list = words.get();
        (!list.is_empty()).then(|| {
            let t = &lang.t().report().words;
            let word = |(word, count): (String, usize)| {
                view! { <li><span dir="auto">{word}</span> " " <b>{count}</b></li> }
            };
            view! {
                <section class="report-question">
                    <h2 id=WORDS tabindex="-1">{t.recurring}</h2>
                    <p class="muted">{t.recurring_help}</p>
                    <ol class="report-words">{list.into_iter().map(word).collect_view()}</ol>
                </section>
            }
        })
    }
}

/// What happens afterwards.
#[component]
pub fn NextSteps(report: Memo<Content>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let t = lang.t().report();
        report.with(|report| {
            (!report.steps.is_empty()).then(|| {
                let row = |step: &Step| {
                    let what = step.what.join(&format!(" {} ", t.words.or));
                    view! {
                        <tr>
                            <td class="bidi">{what}</td>
                            <td class="bidi">{step.who.clone()}</td>
                            <td class="bidi">{step.when.clone()}</td>
                        </tr>
                    }
                };
                let head = |name: &'static str| view! { <th scope="col">{name}</th> };
                let heads = [t.words.what, t.words.who, t.words.when].map(head);
                view! {
                    <section class="report-question">
                        <h2 id=STEPS tabindex="-1">{t.words.next_steps}</h2>
                        <div class="scroll-x" tabindex="0" role="region" aria-label=t.words.next_steps>
                            <table class="data-table">
                                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                                <tbody>{report.steps.iter().map(row).collect_view()}</tbody>
                            </table>
                        </div>
                    </section>
                }
            })
        })
    }
}

/// How it was made, what is not shown, and who took part.
#[component]
pub fn HowMade(report: Memo<Content>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let t = lang.t().report();
        report.with(|report| {
            (!report.sections.is_empty()).then(|| {
                let facts = report.remarks(&t.words);
                let text = |(place, text): (usize, &String)| {
                    let or = (place > 0).then(|| view! { <p><small>{t.words.or}</small></p> });
                    view! { {or} <p class="note-text" dir="auto">{text.clone()}</p> }
                };
                let texts = report.took_part.iter().enumerate().map(text).collect_view();
                let took_part = (!report.took_part.is_empty()).then(|| view! { <h3>{t.words.took_part}</h3> {texts} });
                view! {
                    <section class="report-question">
                        <h2 id=ABOUT tabindex="-1">{t.words.about}</h2>
                        <ul class="report-list">
                            {facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}
                        </ul>
                        {took_part}
                    </section>
                }
            })
        })
    }
}
