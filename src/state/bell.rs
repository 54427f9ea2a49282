//! The bell of a round: its tones are ordered ahead of time, and of several windows on one device, only one rings.

use super::{AppState, Ticking};
use crate::core::domain::RoundClock;
use crate::platform;
use crate::platform::attention::{self, Coming};
use crate::platform::windows::Turn;
use crate::reactive::*;
use leptos::ev;
use leptos::prelude::{request_animation_frame, window_event_listener};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Seconds before the end at which one is to look up.
pub const SOON: u64 = 60;
/// When it rings, in seconds before the end, and with how many tones.
const RINGS: [(u64, u32); 2] = [(SOON, 1), (0, 3)];

/// What makes people look up, and can be turned off on a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// Tones.
    Sound,
    /// The device shakes, where it can.
    Vibration,
}

impl Attention {
    const fn setting(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Vibration => "vibration",
        }
    }

    /// Whether it is turned on.
    pub fn is_on(self, app: AppState) -> bool {
        let kept = || app.repository().setting(self.setting()).ok().flatten().as_deref() != Some("off");
        NOT_KEPT.with_borrow(|chosen| chosen.iter().find(|it| it.0 == self).map(|it| it.1)).unwrap_or_else(kept)
    }

    /// Turns it on or off.
    pub fn turn(self, app: AppState, on: bool) {
        let kept = app.repository().keep_setting(self.setting(), if on { "on" } else { "off" });
        NOT_KEPT.with_borrow_mut(|chosen| {
            chosen.retain(|it| it.0 != self);
            chosen.extend(kept.is_err().then_some((self, on)));
        });
    }
}

thread_local! {
    /// What was chosen on a store that is full or blocked: it holds until the page is left.
    static NOT_KEPT: RefCell<Vec<(Attention, bool)>> = const { RefCell::new(Vec::new()) };
}

/// The bell of one café in one window, for as long as the view that asks for it is shown.
pub struct Bell {
    ticking: Ticking,
    app: AppState,
    is_gone: Cell<bool>,
    /// Asked for once this window may sound: one that may not takes no other's turn.
    turn: RefCell<Option<Turn>>,
    /// What was ordered, and for how many seconds before the end.
    coming: RefCell<Vec<(u64, Coming)>>,
}

impl Bell {
    /// Follows the clock until the view goes.
    pub fn follow(app: AppState, ticking: Ticking) -> Rc<Self> {
        let (turn, coming) = (RefCell::default(), RefCell::default());
        let bell = Rc::new(Self { ticking, app, is_gone: Cell::new(false), turn, coming });
        if attention::may_sound() {
            bell.clone().ask_turn();
        }
        let follows = bell.clone();
        Effect::new(move || {
            ticking.clock.get();
            follows.order();
        });
        // Whoever starts a round allows its sound by that; so does any tap or key on a page that was loaded while it
        // runs.
        let acts = |hears: &Rc<Self>| {
            if Attention::Sound.is_on(hears.app) {
                attention::allow_sound();
                hears.clone().ask_turn();
            }
            // What was tapped may turn the sound on or off.
            let hears = hears.clone();
            request_animation_frame(move || hears.order());
        };
        let hears = bell.clone();
        let taps = window_event_listener(ev::click, move |_| acts(&hears));
        let hears = bell.clone();
        let keys = window_event_listener(ev::keydown, move |_| {
            // The first one is enough: a person who writes presses many.
            if hears.turn.borrow().is_none() {
                acts(&hears);
            }
        });
        // Another window may turn it off.
        let hears = bell.clone();
        let settings = window_event_listener(ev::storage, move |_| hears.order());
        let goes = bell.clone();
        on_cleanup(move || {
            taps.remove();
            keys.remove();
            settings.remove();
            goes.is_gone.set(true);
            goes.turn.take();
            goes.coming.take();
        });
        bell
    }

    fn ask_turn(self: Rc<Self>) {
        let bell = self.clone();
        self.turn.borrow_mut().get_or_insert_with(|| {
            let name = format!("nappe-bell-{}", bell.ticking.session().id());
            Turn::ask(&name, move || bell.order())
        });
    }

    /// Whether it is this window's turn.
    fn has_turn(&self) -> bool {
        self.turn.borrow().as_ref().is_some_and(Turn::has_come)
    }

    /// Orders the tones of the round that runs, in the place of those that were ordered before.
    fn order(&self) {
        if self.is_gone.get() {
            return;
        }
        let clock = self.ticking.clock.get_untracked();
        let runs = clock.filter(|clock| matches!(clock, RoundClock::Running { .. }));
        let may_sound = self.has_turn() && Attention::Sound.is_on(self.app);
        let left = runs.filter(|_| may_sound).map(|clock| clock.left(platform::now()));
        let wait = |before_end: u64| {
            let wait = left?.checked_sub(before_end * 1_000).filter(|wait| *wait > 0)?;
            Some(wait as f64 / 1_000.0)
        };
        let mut coming = self.coming.borrow_mut();
        // Time that was added has a bell come again that has rung.
        coming.retain(|(before_end, it)| wait(*before_end).map_or(it.has_begun(), |wait| it.comes_in(wait)));
        for (before_end, tones) in RINGS {
            let is_there = coming.iter().any(|(there, _)| *there == before_end);
            if let (false, Some(wait)) = (is_there, wait(before_end)) {
                coming.extend(attention::order(wait, tones).map(|it| (before_end, it)));
            }
        }
    }

    /// It is time: this many seconds are left. What was ordered sounds by now, unless the clock of the sound stood
    /// still.
    pub fn ring(&self, before_end: u64) {
        let Some(&(_, tones)) = RINGS.iter().find(|(at, _)| *at == before_end) else { return };
        // What should have come before does not come any more, either.
        let due: Vec<_> = self.coming.borrow_mut().extract_if(.., |(at, _)| *at >= before_end).collect();
        let has_begun = due.iter().any(|(at, it)| *at == before_end && it.has_begun());
        if self.has_turn() && Attention::Sound.is_on(self.app) && !has_begun {
            attention::chime(tones);
        }
        if Attention::Vibration.is_on(self.app) {
            attention::vibrate(200 * tones);
        }
    }
}
