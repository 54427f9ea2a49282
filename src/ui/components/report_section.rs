//! A question in the report, with what each table wrote about it.

use super::table_label;
use crate::core::report::{Entry, Point, Section, TablePart};
use crate::dom::prelude::*;
use crate::state::use_lang;

/// As many contributions stand in one list: the browser skips lists that are off screen.
const PART: usize = 100;

/// One question.
#[component]
pub fn ReportSection<'a>(
    /// Its place, from 1.
    number: usize,
    /// What the report says of it.
    section: &'a Section,
) -> impl IntoView + use<> {
    let t = use_lang().t();
    let heading = if section.wordings.is_empty() {
        view! { <span>{t.common().other_question}</span> }.into_any()
    } else {
        between(section.wordings.iter().map(|text| view! { <span dir="auto">{text.clone()}</span> }.into_any()))
    };
    let none = section.tables.is_empty().then(|| view! { <p class="report-none">{t.report().words.nobody}</p> });
    view! {
        <section class="report-question">
            <h2><small>{(t.report().question)(number)}</small> {heading}</h2>
            {none}
            {section.tables.iter().map(table_part).collect_view()}
        </section>
    }
}

/// Versions, with "or" between them.
fn between(texts: impl Iterator<Item = View>) -> View {
    let or = use_lang().t().common().or;
    let one = |(place, text): (usize, View)| {
        let or = (place > 0).then(|| view! { " " <small>{or}</small> " " });
        view! { {or} {text} }
    };
    texts.enumerate().map(one).collect_view().into_any()
}

fn table_part(part: &TablePart) -> View {
    let lang = use_lang();
    let t = lang.t();
    let name = match (part.number, &*part.name) {
        (Some(number), name) => table_label(lang, number, name),
        (None, "") => t.common().other_table.to_owned(),
        (None, name) => name.to_owned(),
    };
    let total: usize = part.entries.iter().map(|entry| 1 + entry.examples.len()).sum();
    let long = part.entries.len() > PART;
    let list = |entries: &[Entry]| {
        let entries = entries.iter().map(|it| view! { <li>{entry(it)}</li> }).collect_view();
        view! { <ul class="report-list" class:report-part=long>{entries}</ul> }
    };
    let points = (!part.points.is_empty()).then(|| {
        view! {
            <h4 class="report-kept">{t.report().words.key_points}</h4>
            <ul class="report-points">{part.points.iter().map(point).collect_view()}</ul>
        }
    });
    view! {
        <h3><span dir="auto">{name}</span> <small>{(t.common().contributions)(total)}</small></h3>
        {points}
        {part.entries.chunks(PART).map(list).collect_view()}
    }
    .into_any()
}

fn point(point: &Point) -> View {
    let round = point.round.map(|round| (use_lang().t().common().round)(round).replace(' ', "\u{a0}"));
    let round = round.map(|round| view! { " " <small>{round}</small> });
    let texts = between(point.texts.iter().map(|text| view! { <span dir="auto">{text.clone()}</span> }.into_any()));
    view! { <li class="note-text" dir="auto">{texts} {round}</li> }.into_any()
}

fn entry(entry: &Entry) -> View {
    let t = use_lang().t();
    // "round" and its number stay on one line.
    let round = entry.round.map(|round| (t.common().round)(round).replace(' ', "\u{a0}"));
    let by: Vec<String> = entry.name.iter().cloned().chain(round).collect();
    let last = entry.texts.len().saturating_sub(1);
    let text = |(place, text): (usize, &String)| {
        let or = (place > 0).then(|| view! { <p><small>{t.common().or}</small></p> });
        let by = (place == last && !by.is_empty()).then(|| view! { " " <small dir="auto">{by.join(", ")}</small> });
        view! { {or} <p class="note-text" dir="auto">{text.clone()} {by}</p> }
    };
    view! {
        {entry.texts.iter().enumerate().map(text).collect_view()}
        {entry.examples.iter().map(example).collect_view()}
    }
    .into_any()
}

fn example(entry: &Entry) -> View {
    let t = use_lang().t();
    let by = entry.name.clone().map(|name| view! { " " <small dir="auto">{name}</small> });
    // The words that only a screen reader says must not decide the direction of the text.
    let texts = between(entry.texts.iter().map(|text| view! { <span dir="auto">{text.clone()}</span> }.into_any()));
    view! {
        <p class="report-example" dir="auto"><bdi class="visually-hidden">{t.report().example}</bdi>{texts}{by}</p>
    }
    .into_any()
}
