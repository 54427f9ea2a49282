//! The keys of a presentation: those of a keyboard, and those that remote controls send.

use crate::dom::prelude::*;
use crate::platform::events::{flag, is_within, number, text};
use crate::state::Show;
use leptos::ev;
use web_sys::{Event, KeyboardEvent};

/// What a key asks of the screen beside turning slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// The whole screen, or no more.
    FullScreen,
    /// The list of slides.
    List,
    /// The notes of the slide.
    Notes,
    /// Closing what is open, or leaving.
    Away,
}

/// Turns slides by keys and asks the screen for the rest, until the view that asks for it goes.
pub(super) fn follow_keys(show: Show, wish: impl Fn(Wish) + 'static) {
    let keys = window_event_listener(ev::keydown, move |event| {
        let key = event.key();
        let is_other = event.ctrl_key() || event.meta_key() || flag(&event, "altKey");
        if is_other || flag(&event, "isComposing") || is_writing(&event) {
            return;
        }
        match key.as_str() {
            // A button with the focus is pressed by the space bar and by Enter: that is its own business.
            " " | "Enter" if is_on_button(&event) => return,
            " " if flag(&event, "shiftKey") => show.turn(false),
            "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => show.turn(true),
            "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => show.turn(false),
            "Home" => show.go(0),
            "End" => show.go_to_end(),
            // The second is what remote controls send for it.
            "b" | "B" | "." => show.toggle_dark(),
            // The second is how remote controls begin a presentation. Loading the page anew would end it.
            "f" | "F" | "F5" => wish(Wish::FullScreen),
            "l" | "L" => wish(Wish::List),
            "n" | "N" => wish(Wish::Notes),
            "Escape" => wish(Wish::Away),
            _ => return,
        }
        // The page must not scroll as well.
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}

/// Whether somebody types into a field.
fn is_writing(event: &KeyboardEvent) -> bool {
    is_within(event, "input, textarea, select")
}

fn is_on_button(event: &KeyboardEvent) -> bool {
    is_within(event, "button, a, summary")
}

/// Fingers travel this far at least when they swipe, in CSS pixels.
const SWIPE: f64 = 48.0;

/// Turns slides by swiping over them. (What only taps is left to the buttons that lie over the slide.)
pub(super) fn follow_swipes(show: Show) {
    let began: StoredValue<Option<(f64, f64)>> = StoredValue::new(None);
    let point = |event: &Event| (number(event, "clientX"), number(event, "clientY"));
    let down = window_event_listener(ev::pointerdown, move |event| {
        let is_finger = text(&event, "pointerType") != "mouse" && flag(&event, "isPrimary");
        began.set_value(Some(point(&event)).filter(|_| is_finger && is_within(&event, ".present-stage")));
    });
    let up = window_event_listener(ev::pointerup, move |event| {
        let Some((x, y)) = began.get_value() else { return };
        began.set_value(None);
        let (right, down) = (point(&event).0 - x, point(&event).1 - y);
        if right.abs() >= SWIPE && right.abs() > 2.0 * down.abs() {
            show.turn(right < 0.0);
        }
    });
    let cancel = window_event_listener(ev::pointercancel, move |_| began.set_value(None));
    on_cleanup(move || {
        down.remove();
        up.remove();
        cancel.remove();
    });
}
