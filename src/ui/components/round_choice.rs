//! The round that one writes in: choosing it, and following the clock.

use crate::core::domain::{Id, RoundClock};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Session, use_app, use_lang};

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
                session.write_to(event_target_value(&event));
            }>{options}</select>
        </label>
    }
}

/// One tap into the next round: when the clock of this device's café says that a later one has begun (after a while
/// what is written goes there anyway), and on a phone that knows no clock, when somebody in the room says so.
#[component]
pub fn RoundBegun(
    /// The open café.
    session: Session,
    /// The round that is written in.
    round: Memo<Option<Id>>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let later = Memo::new(move || {
        let own = round.get()?;
        app.ticks.get();
        let now = platform::now();
        session.setup(|cafe| {
            let rounds = cafe.rounds();
            let place = |id| rounds.iter().position(|round| round.id == id);
            let own = place(own)?;
            let clock = cafe.clock();
            let at = clock.and_then(|clock| place(clock.round())).filter(|at| *at > own);
            let (later, begun) = match (at, clock) {
                (Some(at), Some(RoundClock::Running { .. } | RoundClock::Paused { .. })) => (at, true),
                // Also where the clock is one that came with a bundle long ago, and knows of no later round.
                (None, clock) if clock.is_none_or(|clock| clock.left(now) == 0) => (own + 1, false),
                _ => return None,
            };
            rounds.get(later).map(|round| (later + 1, round.id, begun))
        })
    });
    let mut before: Option<(usize, Id, bool)> = None;
    move || {
        let later = later.get();
        // Said however one got there: by tap, by hand, or because the round before is over for good.
        if let Some((number, id, _)) = std::mem::replace(&mut before, later)
            && round.get_untracked() == Some(id)
        {
            app.say((lang.now().table().moved_on)(number));
            // Remembered: time that is given to the round does not call anybody back.
            session.write_to(id.to_string());
        }
        later.map(|(number, id, begun)| {
            let follow = move |_| session.write_to(id.to_string());
            let t = lang.t().table();
            let said = begun.then(|| view! { <span>{(t.round_begun)(number)}</span> });
            let label = if begun { t.write_to } else { t.starts_now };
            let class = if begun { "button" } else { "button button--quiet" };
            view! {
                <p class="cluster" role="status">
                    {said}
                    <button class=class on:click=follow>{label(number)}</button>
                </p>
            }
        })
    }
}
