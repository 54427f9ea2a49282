//! The clock of the round: its face, its controls, and what makes people look up.

use super::Icon;
use crate::core::domain::{MINUTE, Refusal, Round, RoundClock};
use crate::dom::prelude::*;
use crate::platform::attention;
use crate::state::{ClockPhase, Session, Ticking, use_app, use_lang};
use leptos::task::spawn_local;

/// Seconds before the end at which people are told.
const SOON: u64 = 60;
/// Minutes before the end at which screen readers are told as well.
const TOLD: [u64; 2] = [5, 2];
/// The settings that can be turned off.
pub const SOUND: &str = "sound";
/// See [`SOUND`].
pub const VIBRATION: &str = "vibration";

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
    let paused = move || matches!(ticking.phase.get(), ClockPhase::Paused(_)).then(|| lang.t().clock().paused);
    view! {
        <p class="clock-face" role="timer" data-state=state>
            <span>{face}</span>
            <small>{paused}</small>
        </p>
    }
}

/// Starts, stops and changes the round.
#[component]
pub fn ClockControls(
    /// The open café.
    session: Session,
    /// The clock.
    ticking: Ticking,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let say = move |done: Result<(), Refusal>| {
        if let Err(why) = done {
            app.say((lang.now().errors().refusal)(why));
        }
    };
    // The next round that can begin: its number, its minutes, its id.
    let next = Memo::new(move || {
        let at = match (ticking.phase.get(), ticking.place.get()) {
            (ClockPhase::Before, _) | (_, None) => 0,
            (ClockPhase::Over | ClockPhase::TimeUp(_), Some(place)) => place.at + 1,
            _ => return None,
        };
        session.setup(|cafe| cafe.rounds().get(at).map(|round: &&Round| (at + 1, round.minutes.is, round.id)))
    });
    let start = move || {
        next.get().map(|(number, minutes, id)| {
            let start = move |_| say(ticking.step(|_, now| Some(RoundClock::begin(id, minutes, now))));
            view! {
                <button class="button button--primary" on:click=start>
                    {(lang.t().clock().start)(number, minutes)}
                </button>
            }
        })
    };
    let change = move |label: &'static str, change: fn(RoundClock, u64) -> RoundClock| {
        let step = move |_| say(ticking.step(|clock, now| clock.map(|clock| change(clock, now))));
        view! { <button class="button" on:click=step>{label}</button> }
    };
    let running = move || {
        let t = lang.t().clock();
        let phase = ticking.phase.get();
        let toggle = match phase {
            ClockPhase::Running(_) => Some(change(t.pause, RoundClock::paused)),
            ClockPhase::Paused(_) => Some(change(t.resume, RoundClock::resumed)),
            _ => None,
        };
        let end = matches!(phase, ClockPhase::Running(_) | ClockPhase::Paused(_) | ClockPhase::TimeUp(_))
            .then(|| change(t.end, |clock, _| RoundClock::Over { round: clock.round() }));
        let more = (phase != ClockPhase::Before).then(|| {
            let label = |minutes: u64| (t.more)(minutes);
            let extend = move |minutes: u64| {
                let step = move |_| {
                    say(ticking.step(|clock, now| clock.map(|clock| clock.extended(minutes * MINUTE, now))));
                };
                view! { <button class="button" on:click=step>{label(minutes)}</button> }
            };
            [1, 5].map(extend).into_iter().collect_view()
        });
        view! { {toggle} {more} {end} }
    };
    let back = move || {
        (ticking.phase.get() != ClockPhase::Before).then(|| {
            view! {
                <button class="button button--quiet" on:click=move |_| say(ticking.back())>
                    <Icon name="undo" />{lang.t().clock().back}
                </button>
            }
        })
    };
    let ahead = move || {
        ticking.ahead.get().map(|ahead| {
            let t = lang.t().clock();
            view! {
                <div class="notice" data-kind="warning" role="alert">
                    <b>{(t.went_ahead)((ahead + 30_000) / 60_000)}</b>
                    <p>{t.went_ahead_help}</p>
                    <div class="cluster">
                        <button class="button" on:click=move |_| ticking.ahead.set(None)>{t.it_slept}</button>
                        <button class="button" on:click=move |_| say(ticking.give_back())>{t.it_was_set}</button>
                    </div>
                </div>
            }
        })
    };
    view! {
        {ahead}
        <div class="cluster clock-controls" role="group" aria-label=lang.text(|t| t.clock().title)>
            {start} {running} {back}
        </div>
    }
}

fn keep_awake() {
    spawn_local(async {
        attention::keep_awake().await;
    });
}

/// Whether something that makes people look up is turned on.
fn is_on(app: crate::state::AppState, what: &str) -> bool {
    app.repository().setting(what).ok().flatten().as_deref() != Some("off")
}

/// Turns sound and vibration on and off.
#[component]
pub fn AttentionChoice() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let switch = move |what: &'static str, label: fn(crate::i18n::Messages) -> &'static str| {
        let on = RwSignal::new(is_on(app, what));
        let toggle = move |_| {
            let now = !on.get_untracked();
            // On a full store the choice holds until the page is left.
            drop(app.repository().keep_setting(what, if now { "on" } else { "off" }));
            on.set(now);
            if now && what == SOUND {
                attention::chime(1);
            }
        };
        view! {
            <button class="button button--quiet" aria-pressed=move || on.get().to_string() on:click=toggle>
                {lang.text(label)} " " {move || if on.get() { lang.t().clock().on } else { lang.t().clock().off }}
            </button>
        }
    };
    view! {
        <div class="cluster">
            {switch(SOUND, |t| t.clock().sound)}
            {switch(VIBRATION, |t| t.clock().vibration)}
        </div>
    }
}

/// Rings shortly before the end and at the end, keeps the screen on while a round runs, and tells screen readers, rarely.
#[component]
pub fn ClockBell(
    /// The clock.
    ticking: Ticking,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let told = RwSignal::new(String::new());
    let ring = move |tones: u32| {
        if is_on(app, SOUND) {
            attention::chime(tones);
        }
        if is_on(app, VIBRATION) {
            attention::vibrate(200 * tones);
        }
    };
    let before = StoredValue::new(ClockPhase::Before);
    Effect::new(move || {
        let phase = ticking.phase.get();
        let last = before.get_value();
        before.set_value(phase);
        let t = lang.now().clock();
        match (last, phase) {
            (ClockPhase::Running(last), ClockPhase::Running(now)) => {
                let passes = |seconds: u64| last > seconds && now <= seconds;
                // A browser lets go of the screen when another page comes in front: asked for again each minute.
                if last > now && now % 60 == 0 {
                    keep_awake();
                }
                if passes(SOON) {
                    ring(1);
                    told.set(t.minute_left.to_owned());
                }
                if let Some(minutes) = TOLD.into_iter().find(|minutes| passes(minutes * 60)) {
                    told.set((t.minutes_left)(minutes));
                }
            }
            (ClockPhase::Running(_), ClockPhase::TimeUp(_)) => {
                ring(3);
                told.set(t.time_up.to_owned());
            }
            (last, ClockPhase::Running(_)) if !matches!(last, ClockPhase::Running(_)) => {
                told.set(String::new());
                keep_awake();
            }
            _ => {}
        }
    });
    view! { <p class="visually-hidden" role="status">{told}</p> }
}
