//! A question in the report, with its themes or tables and what was written about it.

use super::HarvestMap;
use crate::core::report::map::has_picture;
use crate::core::report::{Entry, Group, Heading, Point, Section, TableName};
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};

/// At most this many contributions stand in one list: the browser skips lists that are off screen.
const PART: usize = 100;

/// The id of the heading of a group of a question: their places, the question's from 1, the group's from 0.
pub fn heading_id(number: usize, place: usize) -> String {
    format!("report-{number}-{place}")
}

/// One question.
#[component]
pub fn ReportSection<'a>(
    /// The open café.
    session: Session,
    /// Its place, from 1.
    number: usize,
    /// The name of its printed pages.
    page: String,
    /// What the report says of it.
    section: &'a Section,
) -> impl IntoView + use<> {
    let t = use_lang().t();
    let heading = if section.wordings.is_empty() {
        view! { <span>{t.harvest().other_question}</span> }.into_any()
    } else {
        between(section.wordings.iter().map(|text| view! { <span dir="auto">{text.clone()}</span> }.into_any()))
    };
    let map = has_picture(section).then(|| view! { <HarvestMap session number section /> });
    let none = section.groups.is_empty().then(|| view! { <p class="report-none">{t.report().words.nobody}</p> });
    view! {
        <section class="report-question" class:report-unanswered=section.groups.is_empty() var:page=page>
            <h2 id=format!("report-{number}") tabindex="-1"><small>{(t.report().question)(number)}</small> {heading}</h2>
            {none}
            {map}
            {section.groups.iter().enumerate().map(|(place, it)| group(heading_id(number, place), it)).collect_view()}
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

fn group(id: String, group: &Group) -> View {
    let t = use_lang().t();
    let words = &t.report().words;
    let heading = words.heading(&group.heading).map(|heading| {
        let total = group.total();
        let counts = (total > 0).then(|| (t.common().contributions)(total));
        let dots = (group.dots() > 0).then(|| (words.dots)(group.dots()));
        let figures = counts.into_iter().chain(dots).collect::<Vec<_>>().join(", ");
        view! { <h3 id=id tabindex="-1"><span dir="auto">{heading}</span> <small>{figures}</small></h3> }
    });
    let about = (!group.about.is_empty()).then(|| {
        let texts = group.about.iter().map(|text| view! { <span dir="auto">{text.clone()}</span> }.into_any());
        view! { <p class="report-about note-text" dir="auto">{between(texts)}</p> }
    });
    let long = group.entries.len() > PART;
    let list = |entries: &[Entry]| {
        let entries = entries.iter().map(|it| view! { <li>{entry(it)}</li> }).collect_view();
        view! { <ul class="report-list" class:report-part=long>{entries}</ul> }
    };
    let named = !matches!(group.heading, Heading::KeyPoints);
    let points = (!group.points.is_empty()).then(|| {
        let heading = named.then(|| view! { <h4 class="report-kept">{words.key_points}</h4> });
        view! { {heading} <ul class="report-points">{group.points.iter().map(point).collect_view()}</ul> }
    });
    let empty = (group.entries.is_empty() && matches!(group.heading, Heading::Theme(..)))
        .then(|| view! { <p class="report-none">{words.empty_theme}</p> });
    view! {
        {heading}
        {about}
        {points}
        {empty}
        {group.entries.chunks(PART).map(list).collect_view()}
    }
    .into_any()
}

/// "round" and its number stay on one line.
fn place(table: Option<&TableName>, round: Option<usize>) -> impl Iterator<Item = String> + use<> {
    let t = use_lang().t();
    let table = table.map(|table| t.report().words.table_name(table));
    let round = round.map(|round| (t.common().round)(round));
    table.into_iter().chain(round).map(|part| part.replace(' ', "\u{a0}"))
}

fn point(point: &Point) -> View {
    let by = place(point.table.as_ref(), point.round).collect::<Vec<_>>().join(", ");
    let by = (!by.is_empty()).then(|| view! { " " <small dir="auto">{by}</small> });
    let texts = between(point.texts.iter().map(|text| view! { <span dir="auto">{text.clone()}</span> }.into_any()));
    view! { <li class="note-text" dir="auto">{texts} {by}</li> }.into_any()
}

fn entry(entry: &Entry) -> View {
    let t = use_lang().t();
    let by: Vec<String> = entry.name.iter().cloned().chain(place(entry.table.as_ref(), entry.round)).collect();
    let last = entry.texts.len().saturating_sub(1);
    let text = |(place, text): (usize, &String)| {
        let is_marked = place == 0 && entry.highlighted;
        let star = is_marked.then(|| {
            view! { <span role="img" aria-label=t.report().words.highlighted>"★ "</span> }
        });
        let or = (place > 0).then(|| view! { <p><small>{t.common().or}</small></p> });
        let by = (place == last && !by.is_empty()).then(|| view! { " " <small dir="auto">{by.join(", ")}</small> });
        let dots = (place == last).then(|| dots(entry.dots));
        view! { {or} <p class="note-text" dir="auto">{star} {text.clone()} {by} {dots}</p> }
    };
    view! {
        {entry.texts.iter().enumerate().map(text).collect_view()}
        {entry.examples.iter().map(example).collect_view()}
        {gathered(&entry.gathered)}
    }
    .into_any()
}

/// At most this many dots are drawn; more are a figure.
const DRAWN: usize = 12;

fn dots(count: usize) -> View {
    if count == 0 {
        return ().into_any();
    }
    let drawn = if count > DRAWN { format!("● × {count}") } else { "●".repeat(count) };
    view! { " " <span class="dots" role="img" aria-label=(use_lang().t().report().words.dots)(count)>{drawn}</span> }
        .into_any()
}

/// The other notes that say the same, each in its own words.
fn gathered(others: &[Entry]) -> View {
    if others.is_empty() {
        return ().into_any();
    }
    let also = use_lang().t().report().words.also;
    let other = |it: &Entry| view! { <li>{entry(it)}</li> };
    view! { <p>{also}</p><ul class="report-list">{others.iter().map(other).collect_view()}</ul> }.into_any()
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
