//! A card for each person, for paper only: the number, the name, and where to go.

use super::shown::Shown;
use crate::dom::prelude::*;
use crate::state::use_lang;

/// Cards on a sheet.
const TO_A_SHEET: usize = 8;
/// The most letters of a route that fit a card in larger type: five lines.
const MOST_IN_LARGE: usize = 200;
/// The most that fit in small type: seven lines. With more, tables go by their numbers alone.
const MOST_IN_SMALL: usize = 340;

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
        plan.with_value(|plan| {
            let numbers = Shown { tables: Vec::new(), ..plan.clone() };
            let route = |person: usize| {
                let by = |plan: &Shown| {
                    let stop = |round| plan.stop(round, person, lang).map(|table| stops(round + 1, &table));
                    (0..plan.seats.rounds.len()).filter_map(stop).collect::<Vec<_>>().join(" · ")
                };
                let named = by(plan);
                if named.chars().count() > MOST_IN_SMALL { by(&numbers) } else { named }
            };
            let card = |(person, route): &(usize, String)| {
                let is_long = route.chars().count() > MOST_IN_LARGE;
                view! {
                    <li class="seat-card">
                        <p class="seat-card-who">
                            <b>{person + 1}</b> " " <span dir="auto">{plan.name(*person).to_owned()}</span>
                        </p>
                        <p class="seat-card-route" class:seat-card-route--long=is_long dir="auto">{route.clone()}</p>
                        <small dir="auto">{title.clone()}</small>
                    </li>
                }
            };
            let people: Vec<(usize, String)> = (0..plan.seats.len())
                .map(|person| (person, route(person)))
                .filter(|(_, route)| !route.is_empty())
                .collect();
            let sheet = |cards: &[(usize, String)]| {
                view! { <ul class="seat-sheet">{cards.iter().map(card).collect_view()}</ul> }
            };
            people.chunks(TO_A_SHEET).map(sheet).collect_view()
        })
    };
    view! { <div class="print-only seat-cards">{sheets}</div> }
}
