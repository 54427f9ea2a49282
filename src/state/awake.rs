//! A screen that stays on while people look at it from afar.

use crate::platform::Repeated;
use crate::platform::attention::ScreenLock;
use crate::reactive::*;
use leptos::ev;
use leptos::prelude::window_event_listener;

/// How often the browser is asked again, in milliseconds, should it have let go for a reason of its own.
const AGAIN: i32 = 30_000;

/// Keeps the screen on while this is so, until the view that asks for it goes. A browser lets go when another page
/// comes in front: it is asked again as soon as this one is back.
pub fn stay_awake(is_wanted: impl Fn() -> bool + 'static) {
    let lock = ScreenLock::default();
    let wanted = Memo::new(is_wanted);
    let follow = {
        let lock = lock.clone();
        move || if wanted.get() { lock.ask() } else { lock.let_go() }
    };
    Effect::new(follow);
    let again = {
        let lock = lock.clone();
        move || {
            if wanted.get_untracked() {
                lock.ask();
            }
        }
    };
    let back = window_event_listener(ev::visibilitychange, {
        let again = again.clone();
        move |_| again()
    });
    let asking = StoredValue::new(Repeated::every(AGAIN, again));
    let lock = StoredValue::new(lock);
    on_cleanup(move || {
        back.remove();
        asking.update_value(Option::take);
        lock.with_value(ScreenLock::let_go);
    });
}
