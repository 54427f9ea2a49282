//! The slides as they are shown, in one window or in several that keep in step: one for the room, one for the speaker.
//!
//! What is shown lies in the store among the drafts of the café, so that a window that is loaded anew finds it, and is
//! told to the other windows, so that they follow also where nothing can be stored.

use super::{AppState, Session};
use crate::core::report::Report;
use crate::core::report::slides::{Place, Shown, Slide, Subject, deck, whole_maps};
use crate::platform::windows::Channel;
use crate::platform::{self, Repeated};
use crate::reactive::*;
use leptos::ev;
use leptos::prelude::window_event_listener;
use std::cell::RefCell;
use std::rc::Rc;

/// Where it lies among the drafts.
const SLOT: &str = "slides";
/// What a window asks the others that has nothing to show yet.
const ASK: &str = "?";
/// The longest plenary, in minutes.
pub const LONGEST: u32 = 240;
const MINUTE: u64 = 60_000;

/// The slides and which of them is shown. Copy; it lives as long as its screen.
#[derive(Clone, Copy)]
pub struct Show {
    /// The report that they are made of.
    pub report: Memo<Rc<Report>>,
    /// All of them; never none.
    pub slides: Memo<Rc<Vec<Slide>>>,
    /// Which one is shown, from 0.
    pub at: Memo<usize>,
    /// The slide that is shown: the same one while only the time or what is on others changes. (Not by its number: who
    /// follows two values of which one is made of the other has to read the other first, or a change that leaves the
    /// number as it is goes unnoticed.)
    pub slide: Memo<Option<Slide>>,
    /// Its number, from 1, and how many there are.
    pub counted: Memo<(usize, usize)>,
    /// What the windows told each other last.
    pub shown: RwSignal<Shown>,
    session: Session,
    channel: StoredValue<Option<Rc<Channel>>>,
}

impl Show {
    /// Follows the slides of a café until the view that asks for it goes.
    pub fn follow(app: AppState, session: Session) -> Self {
        let report = Memo::new(move || session.content(|cafe| Rc::new(Report::for_slides(cafe))));
        let lang = app.lang();
        let slides =
            Memo::new(move || report.with(|report| Rc::new(whole_maps(deck(report, &lang.t().report().words)))));
        let stored = move || Shown::parse(&session.draft(SLOT));
        let first = stored();
        let shown = RwSignal::new(first.unwrap_or_default());
        let at = Memo::new(move || slides.with(|slides| shown.with(|shown| shown.number_in(slides))));
        let number = move |slides: &[Slide]| shown.with(|shown| shown.number_in(slides));
        let slide = Memo::new(move || slides.with(|slides| slides.get(number(slides)).cloned()));
        let counted = Memo::new(move || slides.with(|slides| (number(slides) + 1, slides.len())));
        let channel = StoredValue::new(None);
        let show = Self { report, slides, at, slide, counted, shown, session, channel };
        let hear = move |text: String| {
            if shown.is_disposed() {
                return;
            }
            if text == ASK {
                show.say();
            } else if let Some(told) = Shown::parse(&text) {
                show.take(told);
            }
        };
        channel.set_value(Channel::open(&format!("nappe/{}/{SLOT}", session.id()), Rc::new(hear)).map(Rc::new));
        // Browsers without a channel hear of what was stored.
        let changes = window_event_listener(ev::storage, move |event| {
            if event.key().is_some_and(|key| key.ends_with(&format!("{}/draft/{SLOT}", session.id())))
                && let Some(told) = stored()
            {
                show.take(told);
            }
        });
        on_cleanup(move || {
            changes.remove();
            channel.set_value(None);
        });
        if first.is_none() {
            show.channel(|channel| channel.say(ASK));
        }
        show
    }

    fn channel(self, act: impl FnOnce(&Channel)) {
        if let Some(channel) = self.channel.try_get_value().flatten() {
            act(&channel);
        }
    }

    fn say(self) {
        let text = self.shown.get_untracked().to_text();
        self.channel(|channel| channel.say(&text));
    }

    fn take(self, told: Shown) {
        if told != self.shown.get_untracked() {
            self.shown.set(told);
        }
    }

    /// Changes what is shown, in all windows.
    fn tell(self, change: impl FnOnce(&mut Shown)) {
        let mut told = self.shown.get_untracked();
        change(&mut told);
        self.take(told);
        // Only where it is shown; nobody's words are lost where the store is full.
        drop(self.session.remember(SLOT, &told.to_text()));
        self.say();
    }

    /// How many slides there are; does not follow.
    fn count(self) -> usize {
        self.slides.with_untracked(|slides| slides.len())
    }

    /// Shows a slide by its number, from 0, and lights the screen.
    pub fn go(self, at: usize) {
        let at = at.min(self.count().saturating_sub(1));
        let place = self.slides.with_untracked(|slides| slides.get(at).map(Place::of));
        self.tell(|shown| (shown.place, shown.at, shown.dark) = (place, at, false));
    }

    /// Shows the next one or the one before. From the dark the first turn leads back to what was shown.
    pub fn turn(self, forward: bool) {
        let at = self.at.get_untracked();
        match (self.shown.with_untracked(|shown| shown.dark), forward) {
            (true, _) => self.go(at),
            (false, true) => self.go(at + 1),
            (false, false) => self.go(at.saturating_sub(1)),
        }
    }

    /// Shows the last one.
    pub fn go_to_end(self) {
        self.go(usize::MAX);
    }

    /// Begins anew where the last presentation came to its end. Its time is forgotten an hour after it was up: that was
    /// a rehearsal.
    pub fn begin_if_over(self) {
        let is_stale = |ends: u64| platform::now().saturating_sub(ends) > 60 * MINUTE;
        if self.shown.with_untracked(|shown| shown.ends.is_some_and(is_stale)) {
            self.tell(|shown| shown.ends = None);
        }
        let subject = self.slide.with_untracked(|slide| slide.as_ref().map(|slide| slide.subject));
        if subject == Some(Subject::Thanks) && self.shown.with_untracked(|shown| shown.ends.is_none()) {
            self.go(0);
        }
    }

    /// Makes the screen dark, or lights it.
    pub fn toggle_dark(self) {
        self.tell(|shown| shown.dark = !shown.dark);
    }

    /// The plenary goes on for this many minutes from now; none for no end.
    pub fn set_time(self, minutes: Option<u32>) {
        let ends = minutes.map(|minutes| platform::now() + u64::from(minutes.min(LONGEST)) * MINUTE);
        self.tell(|shown| shown.ends = ends);
    }

    /// Gives the plenary a minute more.
    pub fn add_minute(self) {
        let now = platform::now();
        self.tell(|shown| shown.ends = shown.ends.map(|ends| ends.max(now) + MINUTE));
    }

    /// Milliseconds since 1970, twice a second, until the view that asks for it goes.
    pub fn ticking(self) -> RwSignal<u64> {
        let now = RwSignal::new(platform::now());
        let ticking = Rc::new(RefCell::new(Repeated::every(500, move || now.set(platform::now()))));
        let kept = StoredValue::new(ticking);
        on_cleanup(move || kept.with_value(|ticking| drop(ticking.borrow_mut().take())));
        now
    }
}
