//! Choosing the round that one writes in.

use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};

/// The round that what is written goes to.
#[component]
pub fn RoundChoice(
    /// The open café.
    session: Session,
    /// The round.
    round: Memo<Option<Id>>,
) -> impl IntoView {
    let lang = use_lang();
    let rounds = move || session.setup(|cafe| cafe.rounds().iter().map(|round| round.id).collect::<Vec<_>>());
    let options = move || {
        let rounds = rounds();
        let all = rounds.len();
        let option = |(place, id): (usize, Id)| {
            view! {
                <option value=id.to_string() selected=move || round.get() == Some(id)>
                    {(lang.t().common().round_of)(place + 1, all)}
                </option>
            }
        };
        rounds.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <label class="question-over">
            <span class="visually-hidden">{lang.text(|t| t.table().round_label)}</span>
            <select class="input" on:change=move |event| {
                let chosen = event_target_value(&event);
                session.sit(|seat| seat.round = Some(chosen));
            }>{options}</select>
        </label>
    }
}
