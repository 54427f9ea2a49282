//! What makes people look up when the time of a round comes to its end: sound, vibration, words for screen readers.

use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform::attention;
use crate::state::{Attention, Bell, ClockPhase, SOON, Ticking, use_app, use_lang};

/// Minutes before the end at which screen readers are told as well.
const TOLD: [u64; 2] = [5, 2];

/// Turns sound and vibration on and off.
#[component]
pub fn AttentionChoice() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let switch = move |what: Attention, label: Text| {
        let on = RwSignal::new(what.is_on(app));
        let toggle = move |_| {
            let now = !on.get_untracked();
            what.turn(app, now);
            on.set(now);
            if now && what == Attention::Sound {
                attention::allow_sound();
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
            {switch(Attention::Sound, |t| t.clock().sound)}
            {switch(Attention::Vibration, |t| t.clock().vibration)}
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
    let bell = Bell::follow(app, ticking);
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
                    bell.ring(SOON);
                    told.set(t.minute_left.to_owned());
                }
                if let Some(minutes) = TOLD.into_iter().find(|minutes| passes(minutes * 60)) {
                    told.set((t.minutes_left)(minutes));
                }
            }
            (ClockPhase::Running(_), ClockPhase::TimeUp(_)) => {
                bell.ring(0);
                told.set(t.time_up.to_owned());
            }
            (ClockPhase::Running(_), ClockPhase::Paused(_)) => told.set(t.paused.to_owned()),
            (last, ClockPhase::Running(_)) if !matches!(last, ClockPhase::Running(_)) => told.set(String::new()),
            _ => {}
        }
    });
    view! { <p class="visually-hidden" role="status">{told}</p> }
}
