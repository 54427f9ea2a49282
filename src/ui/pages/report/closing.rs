//! What stands behind the questions: next steps, words that recur, who took part and how it was made.

use super::contents::{ABOUT, STEPS, WORDS};
use crate::core::report::{Entry, Report as Content, Step};
use crate::core::words;
use crate::dom::prelude::*;
use crate::state::use_lang;

/// As many words are listed.
const MOST_WORDS: usize = 20;

fn texts<'a>(entry: &'a Entry, all: &mut Vec<&'a str>) {
    all.extend(entry.texts.iter().map(String::as_str));
    entry.examples.iter().chain(&entry.gathered).for_each(|it| texts(it, all));
}

/// The words that recur in what the report shows, with the number of contributions.
pub fn recurring(report: &Content) -> Vec<(String, usize)> {
    let mut all = Vec::new();
    let groups = report.sections.iter().flat_map(|section| &section.groups);
    groups.flat_map(|group| &group.entries).for_each(|entry| texts(entry, &mut all));
    words::recurring(all.into_iter(), MOST_WORDS)
}

/// The words, most first.
#[component]
pub fn RecurringWords(words: Memo<Vec<(String, usize)>>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let list = words.get();
        (!list.is_empty()).then(|| {
            let t = lang.t().report();
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

/// Who took part, how it was made, and what is not shown.
#[component]
pub fn HowMade(report: Memo<Content>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let t = lang.t().report();
        report.with(|report| {
            (!report.sections.is_empty()).then(|| {
                let mut facts = (t.words.facts)(&report.about);
                facts.extend((report.hidden > 0).then(|| (t.words.hidden)(report.hidden)));
                facts.extend((report.left_out > 0).then(|| (t.words.left_out)(report.left_out)));
                view! {
                    <section class="report-question">
                        <h2 id=ABOUT tabindex="-1">{t.words.about}</h2>
                        <ul class="report-list">
                            {facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}
                        </ul>
                    </section>
                }
            })
        })
    }
}
