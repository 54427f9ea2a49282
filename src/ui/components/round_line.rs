//! While a round runs: its time on the other screens of whoever facilitates, but for those at a table, and the bell.

use super::{ClockBell, ClockFace, WentAhead};
use crate::core::domain::{Cafe, RoundClock};
use crate::dom::prelude::*;
use crate::route::{Route, Step};
use crate::state::{ClockPhase, Session, Ticking, use_app, use_lang};

/// Minutes after the end of a round from which nobody waits for it to be ended any more.
const STALE: u64 = 60;

/// The line, which leads to the clock. Not beside the clock itself; at a table, where people should talk, only the
/// bell, and the question what became of a clock that went ahead.
#[component]
pub fn RoundLine() -> impl IntoView {
    let app = use_app();
    let has_clock = |route: &Route| matches!(route, Route::Step(_, Step::Run));
    let is_quiet = app.route.with_untracked(|route| matches!(route, Route::Table(..) | Route::Host(..)));
    let session = app.session_on_screen().filter(|_| !app.route.with_untracked(has_clock))?;
    let runs = Memo::new(move || {
        let clock = session.setup(Cafe::clock);
        session.is_facilitator() && matches!(clock, Some(RoundClock::Running { .. } | RoundClock::Paused { .. }))
    });
    Some(move || runs.get().then(|| view! { <Line session is_quiet /> }))
}

#[component]
fn Line(session: Session, is_quiet: bool) -> impl IntoView {
    let lang = use_lang();
    let ticking = Ticking::follow(use_app(), session);
    let is_shown = Memo::new(move || !is_quiet && !matches!(ticking.phase.get(), ClockPhase::TimeUp(STALE..)));
    let round = move || ticking.place.get().map(|place| (lang.t().common().round_of)(place.at + 1, place.of));
    let line = move || {
        is_shown.get().then(|| {
            view! {
                <a class="round-line no-print" href=Route::Step(session.id(), Step::Run).href()>
                    <span>{round}</span>
                    <ClockFace ticking />
                </a>
            }
        })
    };
    view! {
        {line}
        <WentAhead ticking />
        <ClockBell ticking />
    }
}
