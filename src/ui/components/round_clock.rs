//! The clock of the round: its face and its controls.

use super::{Focus, Icon, StartAgain};
use crate::core::domain::{MINUTE, Refusal, Round, RoundClock};
use crate::core::storage::Role;
use crate::dom::prelude::*;
use crate::state::{ClockPhase, SOON, Session, Ticking, use_app, use_lang};

/// The time that is left, in digits; words where no time runs.
#[component]
pub fn ClockFace(
    /// The clock.
    ticking: Ticking,
) -> impl IntoView {
    let lang = use_lang();
    let face = move || {
        let t = lang.t().clock();
        match ticking.phase.get() {
            ClockPhase::Before => t.not_begun.to_owned(),
            ClockPhase::Running(seconds) | ClockPhase::Paused(seconds) => (t.left)(seconds),
            ClockPhase::TimeUp(_) => t.time_up.to_owned(),
            ClockPhase::Over if ticking.place.get().is_none_or(|place| place.is_last()) => t.last_over.to_owned(),
            ClockPhase::Over => t.change_tables.to_owned(),
        }
    };
    let state = move || match ticking.phase.get() {
        ClockPhase::Running(seconds) if seconds <= SOON => "soon",
        ClockPhase::Running(_) => "running",
        ClockPhase::Paused(_) => "paused",
        ClockPhase::TimeUp(_) | ClockPhase::Over => "over",
        ClockPhase::Before => "before",
    };
    let more = move || {
        let t = lang.t().clock();
        match (ticking.phase.get(), ticking.walk.get()) {
            (ClockPhase::Paused(_), _) => t.paused.to_owned(),
            (ClockPhase::Over, Some(0)) => t.take_seats.to_owned(),
            (ClockPhase::Over, Some(seconds)) => (t.left)(seconds),
            _ => String::new(),
        }
    };
    view! {
        <p class="clock-face" role="timer" data-state=state>
            <span>{face}</span>
            <small>{more}</small>
        </p>
    }
}

/// Where the focus goes when a step takes the button away that was pressed: to what is likely to be pressed next.
const NEXT: [&str; 4] = ["clock-start", "clock-toggle", "clock-end", "clock-back"];

/// Starts, stops and changes the round. Each button stands as long as it has something to do, and stays the same
/// element: a press that lasts while a second passes counts, and the focus stays where it is.
#[component]
pub fn ClockControls(
    /// The open café.
    session: Session,
    /// The clock.
    ticking: Ticking,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let act = move |act: &dyn Fn() -> Result<(), Refusal>| {
        let focus = Focus::now();
        if let Err(why) = act() {
            app.say_refusal(why);
        }
        focus.keep(NEXT.map(str::to_owned));
    };
    let change = move |change: fn(RoundClock, u64) -> RoundClock| {
        act(&|| ticking.step(|clock, now| clock.map(|clock| change(clock, now))));
    };
    // The next round that can begin: its number, its minutes, its id.
    let next = Memo::new(move || {
        let at = match (ticking.kind.get(), ticking.place.get()) {
            // Also where the round that is over was taken out of the set-up.
            (ClockPhase::Before, _) | (ClockPhase::Over, None) => 0,
            // Not before the round is over: between rounds everybody sees where to go.
            (ClockPhase::Over, Some(place)) => place.at + 1,
            _ => return None,
        };
        session.setup(|cafe| cafe.rounds().get(at).map(|round: &&Round| (at + 1, round.minutes.is, round.id)))
    });
    let begin = move || {
        if let Some((_, minutes, id)) = next.get_untracked() {
            act(&|| ticking.step(|_, now| Some(RoundClock::begin(id, minutes, now))));
        }
    };
    let start = button("clock-start", when(|| true), when(move || next.get().is_some()), begin, move || {
        next.get().map(|(number, minutes, _)| (lang.t().clock().start)(number, minutes))
    });
    let goes_on = move || matches!(ticking.kind.get(), ClockPhase::Running(_) | ClockPhase::Paused(_));
    let is_paused = when(move || matches!(ticking.kind.get(), ClockPhase::Paused(_)));
    let toggle = button(
        "clock-toggle",
        when(|| false),
        when(goes_on),
        move || change(if is_paused.get_untracked() { RoundClock::resumed } else { RoundClock::paused }),
        move || Some(if is_paused.get() { lang.t().clock().resume } else { lang.t().clock().pause }.to_owned()),
    );
    let has_begun = when(move || ticking.kind.get() != ClockPhase::Before);
    let more = [1, 5].map(|minutes: u64| {
        let extend = move || {
            act(&|| ticking.step(|clock, now| clock.map(|clock| clock.extended(minutes * MINUTE, now))));
        };
        let label = move || Some((lang.t().clock().more)(minutes));
        button(if minutes == 1 { "clock-one" } else { "clock-five" }, when(|| false), has_begun, extend, label)
    });
    // When the time is up, this is what comes next. It stays where it is: somebody may be about to press it.
    let is_up = when(move || matches!(ticking.kind.get(), ClockPhase::TimeUp(_)));
    let end = button(
        "clock-end",
        is_up,
        when(move || goes_on() || is_up.get()),
        move || change(|clock, _| RoundClock::Over { round: clock.round() }),
        move || Some(lang.t().clock().end.to_owned()),
    );
    let can_go_back = when(move || ticking.last.get().is_some());
    let back = move || {
        can_go_back.get().then(|| {
            view! {
                <button
                    class="button button--quiet"
                    id="clock-back"
                    on:click=move |_| act(&|| ticking.back())
                >
                    <Icon name="undo" />{lang.text(|t| t.clock().back)}
                </button>
            }
        })
    };
    let [one, five] = more;
    // The clock is one for the whole café, and what is newer counts: on a participant's phone it is not at hand.
    let is_here = Memo::new(move || session.is_facilitator());
    view! {
        <WentAhead ticking />
        <NotYours session is_here />
        <div
            class="cluster"
            role="group"
            aria-label=lang.text(|t| t.clock().title)
            hidden=move || !is_here.get()
        >
            {start} {toggle} {one} {five} {end} {back}
            <StartAgain ticking />
        </div>
    }
}

/// Says that the round is run from elsewhere, and offers to run it here.
#[component]
fn NotYours(session: Session, is_here: Memo<bool>) -> impl IntoView {
    let lang = use_lang();
    let run_here = move |_| session.sit(|seat| seat.role = Role::Facilitator);
    move || {
        (!is_here.get()).then(|| {
            let t = lang.t().clock();
            view! {
                <div class="notice" data-kind="info">
                    <b>{t.not_yours}</b>
                    <p>{t.not_yours_help}</p>
                    <div class="cluster"><button class="button" on:click=run_here>{t.run_here}</button></div>
                </div>
            }
        })
    }
}

/// Asks why this device's clock went ahead all at once.
#[component]
pub fn WentAhead(
    /// The clock.
    ticking: Ticking,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let give_back = move |_| {
        if let Err(why) = ticking.give_back() {
            app.say_refusal(why);
        }
    };
    move || {
        ticking.went_ahead().map(|ahead| {
            let t = lang.t().clock();
            view! {
                <div class="notice" data-kind="warning" role="alert">
                    <b>{(t.went_ahead)((ahead + 30_000) / 60_000)}</b>
                    <p>{t.went_ahead_help}</p>
                    <div class="cluster">
                        <button class="button" on:click=move |_| ticking.let_go()>{t.it_slept}</button>
                        <button class="button" on:click=give_back>{t.it_was_set}</button>
                    </div>
                </div>
            }
        })
    }
}

/// Yes or no, noticed only when it becomes the other.
fn when(is_so: impl Fn() -> bool + 'static) -> Memo<bool> {
    Memo::new(is_so)
}

/// A button that is there while this is so. Its words may change; it stays the same.
fn button(
    id: &'static str,
    is_primary: Memo<bool>,
    is_there: Memo<bool>,
    press: impl Fn() + Copy + 'static,
    label: impl Fn() -> Option<String> + Copy + 'static,
) -> View {
    let class = move || if is_primary.get() { "button button--primary" } else { "button" };
    let view = move || {
        view! {
            <button class=class id=id on:click=move |_| press()>{label}</button>
        }
    };
    (move || is_there.get().then(view)).into_view()
}
