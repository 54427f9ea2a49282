//! How good a plan is: in words, and as a picture of who meets whom.

use super::shown::Shown;
use crate::core::domain::Person;
use crate::core::rotation::{Plan, Quality};
use crate::dom::prelude::*;
use crate::state::use_lang;
use std::fmt::Write;

/// The most people that the picture is drawn for.
const MOST_IN_PICTURE: usize = 300;
/// The side of a cell of the picture.
const CELL: usize = 20;
/// The sides of the dots for those who meet once, twice, and more often; where cells are small, dots fill them.
const fn sides(people: usize) -> [usize; 3] {
    if people > LARGE { [14, 17, 20] } else { [8, 12, 18] }
}

/// More people than this make a large picture.
const LARGE: usize = 60;

/// The words, and the picture where there is room for it.
#[component]
pub fn QualityWords(
    /// The plan.
    plan: StoredValue<Shown>,
    /// Its figures.
    quality: Memo<Option<Quality>>,
) -> impl IntoView {
    let lang = use_lang();
    let (hosting, together, has_groups) = plan.with_value(|plan| {
        let grouped = plan.seats.people.iter().any(|person: &Person| !person.group.is_empty());
        (plan.seats.hosting, plan.seats.together, grouped)
    });
    let words = move || {
        let it = quality.get()?;
        let t = lang.t().seats_plan();
        let grouped = has_groups.then(|| view! { <li>{(t.group_pairs)(it.group_pairs, together)}</li> });
        Some(view! {
            <ul class="seat-words">
                <li>{(t.pairs)(&it)}</li>
                <li>{(t.often)(it.most_often)}</li>
                <li>{(t.visits)(it.second_visits, hosting)}</li>
                {it.second_questions.map(|count| view! { <li>{(t.questions)(count, hosting)}</li> })}
                <li>{(t.contacts)(it.fewest_contacts, it.most_contacts)}</li>
                {grouped}
            </ul>
        })
    };
    view! {
        <div class="card">
            <h3>{lang.text(|t| t.seats_plan().quality)}</h3>
            {words}
            <Picture plan quality />
        </div>
    }
}

/// A dot of one size, in the middle of a cell.
fn dot(path: &mut String, side: usize, column: usize, row: usize) {
    let margin = (CELL - side) / 2;
    // Writing into a text never fails.
    let _ = write!(path, "M{} {}h{side}v{side}h-{side}z", column * CELL + margin, row * CELL + margin);
}

/// One path for each size of dot, for the whole square.
fn dots(plan: &Plan) -> [String; 3] {
    let (people, meetings) = (plan.people(), plan.meetings());
    let (mut paths, sides) = ([const { String::new() }; 3], sides(people));
    for (place, &times) in meetings.iter().enumerate().filter(|(_, times)| **times > 0) {
        let size = usize::from(times).min(sides.len()) - 1;
        dot(&mut paths[size], sides[size], place % people, place / people);
    }
    paths
}

/// After how many numbers there is a line.
const fn every(people: usize) -> usize {
    match people {
        0..=LARGE => 5,
        61..=120 => 10,
        _ => 25,
    }
}

/// A line after every few numbers, and the diagonal on which one would meet oneself.
fn lines(people: usize) -> String {
    let side = people * CELL;
    let mut path = format!("M0 0L{side} {side}");
    for at in (every(people)..people).step_by(every(people)).map(|at| at * CELL) {
        let _ = write!(path, "M0 {at}H{side}M{at} 0V{side}");
    }
    path
}

/// Who meets whom.
#[component]
fn Picture(plan: StoredValue<Shown>, quality: Memo<Option<Quality>>) -> impl IntoView {
    let lang = use_lang();
    let found = plan.with_value(|plan| Plan::from_kept(&plan.seats));
    let people = found.people();
    if people > MOST_IN_PICTURE || people == 0 {
        return view! { <p class="muted">{move || (lang.t().seats_plan().no_picture)(MOST_IN_PICTURE)}</p> }.into_any();
    }
    let (side, is_large) = (people * CELL, people > LARGE);
    let classes = ["seat-dots seat-dots--once", "seat-dots seat-dots--twice", "seat-dots seat-dots--more"];
    let paths = dots(&found);
    let used: Vec<usize> = (0..paths.len()).filter(|&size| !paths[size].is_empty()).collect();
    let label = move || {
        let it = quality.get().unwrap_or_default();
        (lang.t().seats_plan().picture_of)(people, it.meet, it.pairs)
    };
    let drawn = paths.into_iter().zip(classes).map(|(path, class)| view! { <path class=class d=path /> });
    let key = move |size: usize| {
        let mut path = String::new();
        dot(&mut path, sides(people)[size], 0, 0);
        let all = classes.len();
        let more = move || quality.get().is_some_and(|it| it.most_often > all) && size + 1 == all;
        view! {
            <li>
                <svg viewBox=format!("0 0 {CELL} {CELL}") aria-hidden="true"><path class=classes[size] d=path /></svg>
                {move || (lang.t().seats_plan().times)(size + 1, more())}
            </li>
        }
    };
    view! {
        <figure class="seat-picture" class:seat-picture--large=is_large>
            <figcaption>
                <b>{lang.text(|t| t.seats_plan().picture)}</b>
                <ul class="seat-key">{used.into_iter().map(key).collect_view()}</ul>
                <small>{move || (lang.t().seats_plan().picture_help)(every(people))}</small>
            </figcaption>
            <span role="img" aria-label=label>
                <svg viewBox=format!("0 0 {side} {side}") aria-hidden="true">
                    <path class="seat-lines" d=lines(people) />
                    {drawn.collect_view()}
                </svg>
            </span>
        </figure>
    }
    .into_any()
}
