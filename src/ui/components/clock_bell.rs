//! What makes people look up when the time of a round comes to its end: sound, vibration, words for screen readers.

use super::round_clock::SOON;
use crate::dom::prelude::*;
use crate::platform::attention;
use crate::state::{AppState, ClockPhase, Ticking, use_app, use_lang};

/// Minutes before the end at which screen readers are told as well.
const TOLD: [u64; 2] = [5, 2];
/// The settings that can be turned off.
const SOUND: &str = "sound";
/// See [`SOUND`].
const VIBRATION: &str = "vibration";

/// Whether something that makes people look up is turned on.
fn is_on(app: AppState, what: &str) -> bool {
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

/// Rings shortly before the end and at the end, and tells screen readers, rarely.
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
    // Whoever starts a round allows its sound by that; so does any tap on a page that was loaded while it runs.
    let taps = window_event_listener(ev::click, move |_| {
        if is_on(app, SOUND) {
            attention::allow_sound();
        }
    });
    on_cleanup(move || taps.remove());
    let before = StoredValue::new(ClockPhase::Before);
    Effect::new(move || {
        let phase = ticking.phase.get();
        let last = before.get_value();
        before.set_value(phase);
        let t = lang.now().clock();
        match (last, phase) {
            (ClockPhase::Running(last), ClockPhase::Running(now)) => {
                let passes = |seconds: u64| last > seconds && now <= seconds;
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
            (ClockPhase::Running(_), ClockPhase::Paused(_)) => told.set(t.paused.to_owned()),
            (last, ClockPhase::Running(_)) if !matches!(last, ClockPhase::Running(_)) => told.set(String::new()),
            _ => {}
        }
    });
    view! { <p class="visually-hidden" role="status">{told}</p> }
}
