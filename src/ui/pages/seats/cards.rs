//! A card for each person, for paper only: the number, the name, and where to go.

use super::shown::Shown;
use crate::dom::prelude::*;
use crate::state::use_lang;

/// Cards on a sheet.
const TO_A_SHEET: usize = 8;
/// The most rounds that fit a card in larger type.
const MOST_IN_LARGE: usize = 6;

/// All cards, in sheets.
#[component]
pub fn Cards(
    /// The plan.
    plan: Shown,
    /// The title of the café.
    cafe: Signal<String>,
) -> impl IntoView {
    let lang = use_lang();
    let plan = StoredValue::new(plan);
    let sheets = move || {
        let stops = lang.t().seats_plan().stop;
        let title = cafe.get();
        let is_long = plan.with_value(|plan| plan.seats.rounds.len() > MOST_IN_LARGE);
        plan.with_value(|plan| {
            let route = |person: usize| {
                let stop = |round| plan.stop(round, person, lang).map(|table| stops(round + 1, &table));
                (0..plan.seats.rounds.len()).filter_map(stop).collect::<Vec<_>>()
            };
            let card = |(person, route): &(usize, Vec<String>)| {
                view! {
                    <li class="seat-card">
                        <p class="seat-card-who">
                            <b>{person + 1}</b> " " <span dir="auto">{plan.name(*person).to_owned()}</span>
                        </p>
                        <p class="seat-card-route" class:seat-card-route--long=is_long dir="auto">{route.join(" · ")}</p>
                        <small dir="auto">{title.clone()}</small>
                    </li>
                }
            };
            let people: Vec<(usize, Vec<String>)> = (0..plan.seats.len())
                .map(|person| (person, route(person)))
                .filter(|(_, route)| !route.is_empty())
                .collect();
            let sheet = |cards: &[(usize, Vec<String>)]| {
                view! { <ul class="seat-sheet">{cards.iter().map(card).collect_view()}</ul> }
            };
            people.chunks(TO_A_SHEET).map(sheet).collect_view()
        })
    };
    view! { <div class="print-only seat-cards">{sheets}</div> }
}
