//! The clock of the round as screens follow it: what it says, the seconds that are left, and the last step, which can
//! be taken back.

use super::{AppState, Session, device_clock, use_app};
use crate::core::domain::{Cafe, ClockStep, ClockWatch, Command, Id, MINUTE, Refusal, RoundClock};
use crate::core::harvest::gap;
use crate::platform::{self, Repeated};
use crate::reactive::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How often a screen looks at the clocks, in milliseconds.
const EVERY: i32 = 250;
/// After this many milliseconds nobody is called to the tables any more.
const STALE: u64 = 60 * MINUTE;
/// Where the last step lies, among the drafts of the café.
const STEP: &str = "clock";

/// What a screen shows of the clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockPhase {
    /// No round has begun.
    #[default]
    Before,
    /// It runs; the number of seconds that are left.
    Running(u64),
    /// The same, and it is stopped.
    Paused(u64),
    /// The time has been up for this many minutes; nobody has ended the round yet.
    TimeUp(u64),
    /// The round was ended.
    Over,
}

impl ClockPhase {
    /// Whether the round's time is over, however it ended.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::TimeUp(_) | Self::Over)
    }

    /// The same without the time, which is another one each second: what buttons follow, or they would be made anew
    /// under the finger that presses them.
    pub const fn kind(self) -> Self {
        match self {
            Self::Running(_) => Self::Running(0),
            Self::Paused(_) => Self::Paused(0),
            Self::TimeUp(_) => Self::TimeUp(0),
            other => other,
        }
    }
}

/// The round of the set-up that the clock is about: its place from 0, and how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoundPlace {
    /// From 0.
    pub at: usize,
    /// How many rounds there are.
    pub of: usize,
}

impl RoundPlace {
    /// Whether no round comes after it.
    pub const fn is_last(self) -> bool {
        self.at + 1 >= self.of
    }
}

/// A clock that went ahead all at once while a round ran.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ahead {
    /// By this many milliseconds.
    by: u64,
    /// In this round.
    round: Id,
    /// When the round would have ended.
    ends: u64,
}

impl Ahead {
    /// Whether it still has to be asked: its round goes on, and no other screen gave the time back.
    fn waits(&self, clock: Option<RoundClock>) -> bool {
        match clock {
            Some(RoundClock::Running { round, ends }) => {
                round == self.round && ends != self.ends.saturating_add(self.by)
            }
            Some(RoundClock::Paused { round, .. }) => round == self.round,
            _ => false,
        }
    }
}

thread_local! {
    /// The question that waits, and its café: another screen of this page goes on asking.
    static AHEAD: Cell<Option<(Id, Ahead)>> = const { Cell::new(None) };
}

/// Whether a person is asked at this moment what made the clock go ahead.
pub fn asks() -> bool {
    let waits = |(cafe, ahead): (Id, Ahead)| {
        let mut open = use_app().sessions().into_iter().filter(|session| session.id() == cafe);
        open.any(|session| ahead.waits(untrack(|| session.setup(Cafe::clock))))
    };
    AHEAD.get().is_some_and(waits)
}

/// The clock, followed by one screen for as long as it is shown. Copy.
#[derive(Clone, Copy)]
pub struct Ticking {
    /// What is kept of it.
    pub clock: Memo<Option<RoundClock>>,
    /// What to show.
    pub phase: Memo<ClockPhase>,
    /// The same, without the time.
    pub kind: Memo<ClockPhase>,
    /// The round; none before the first one.
    pub place: Memo<Option<RoundPlace>>,
    /// Between two rounds: the seconds that are left for walking, on the device where the round was ended.
    pub walk: Memo<Option<u64>>,
    /// That this device's clock went ahead all at once; waits for a person to say why.
    ahead: RwSignal<Option<Ahead>>,
    /// The step that can be taken back; none where somebody else went on since.
    pub last: Memo<Option<ClockStep>>,
    session: Session,
    app: AppState,
}

impl Ticking {
    /// Follows the clock of a café until the view that asks for it goes.
    pub fn follow(app: AppState, session: Session) -> Self {
        let clock = Memo::new(move || session.setup(Cafe::clock));
        let now = RwSignal::new(platform::now());
        let phase = Memo::new(move || {
            let now = now.get();
            match clock.get() {
                None => ClockPhase::Before,
                Some(RoundClock::Over { .. }) => ClockPhase::Over,
                // A second that has begun is left.
                Some(it @ RoundClock::Paused { .. }) => ClockPhase::Paused(it.left(now).div_ceil(1_000)),
                Some(it) => match it.overdue(now) {
                    Some(overdue) => ClockPhase::TimeUp(overdue / 60_000),
                    None => ClockPhase::Running(it.left(now).div_ceil(1_000)),
                },
            }
        });
        let place = Memo::new(move || {
            let round = clock.get()?.round();
            session.setup(|cafe| {
                let rounds = cafe.rounds();
                rounds.iter().position(|it| it.id == round).map(|at| RoundPlace { at, of: rounds.len() })
            })
        });
        let kind = Memo::new(move || phase.get().kind());
        // A step is kept before the clock changes: whoever hears of the change finds it, in another tab too.
        let last = Memo::new(move || {
            let clock = clock.get();
            ClockStep::parse(&session.draft(STEP)).filter(|step| step.is_last(clock))
        });
        let walk = Memo::new(move || {
            let step = last.get().filter(|step| matches!(step.after, Some(RoundClock::Over { .. })))?;
            let walk = session.setup(|cafe| u64::from(gap(cafe)) * MINUTE);
            let is_between = walk > 0 && place.get().is_some_and(|place| !place.is_last());
            let (now, ends) = (now.get(), step.at.saturating_add(walk));
            // Nobody who opens the café the next day is asked to sit down.
            let is_stale = now.saturating_sub(ends) > STALE;
            (is_between && !is_stale).then(|| ends.saturating_sub(now).min(walk).div_ceil(1_000))
        });
        let ahead = AHEAD.get().filter(|(cafe, _)| *cafe == session.id()).map(|(_, ahead)| ahead);
        let it = Self { clock, phase, kind, place, walk, ahead: RwSignal::new(ahead), last, session, app };
        let watch = RefCell::new(ClockWatch::default());
        let left_before = Cell::new(None);
        let look = move || {
            let (wall, steady) = (platform::now(), platform::steady());
            let running = clock.get_untracked().filter(|clock| matches!(clock, RoundClock::Running { .. }));
            if let Some(jump) = watch.borrow_mut().look(wall, steady) {
                it.jumped(jump, left_before.get());
            }
            left_before.set(running.map(|clock| clock.left(wall)));
            now.set(wall);
        };
        // From the first moment on.
        look();
        let ticking = Repeated::every(EVERY, look);
        let ticking = Rc::new(RefCell::new(ticking));
        let kept = StoredValue::new(ticking);
        on_cleanup(move || kept.with_value(|ticking| drop(ticking.borrow_mut().take())));
        it
    }

    /// The café whose clock it is.
    pub fn session(self) -> Session {
        self.session
    }

    /// This device's clock was set, or the device slept.
    fn jumped(self, jump: i64, left_before: Option<u64>) {
        // Whoever only looks at the clock sets it for nobody.
        if !untrack(|| self.session.is_facilitator()) {
            return;
        }
        let Some(left) = left_before.filter(|left| *left > 0) else { return };
        if jump > 0 {
            // Less than that is a clock that a network sets right, and nobody's concern.
            let jump = u64::try_from(jump).ok().filter(|jump| *jump >= 30_000);
            let clock = self.clock.get_untracked();
            if let (Some(jump), Some(RoundClock::Running { round, ends })) = (jump, clock) {
                let before = self.ahead.get_untracked().filter(|ahead| ahead.waits(clock));
                let by = jump + before.map_or(0, |ahead| ahead.by);
                self.ask(Some(Ahead { by, round, ends }));
            }
            return;
        }
        // Another tab may have set it right already: then it says about what was left.
        let now = platform::now();
        let Some(clock) = self.clock.get_untracked().filter(|clock| clock.left(now).abs_diff(left) > 2_000) else {
            return;
        };
        if self
            .session
            .commit(Command::SetClock(RoundClock::Running { round: clock.round(), ends: now + left }))
            .is_ok()
        {
            self.app.say(self.app.lang().now().clock().set_back);
        }
    }

    fn ask(self, ahead: Option<Ahead>) {
        if ahead.is_none() {
            device_clock::explain();
        }
        AHEAD.set(ahead.map(|ahead| (self.session.id(), ahead)));
        self.ahead.set(ahead);
    }

    /// By how many milliseconds this device's clock went ahead all at once, while nobody has said why; followed.
    pub fn went_ahead(self) -> Option<u64> {
        let clock = self.clock.get();
        self.ahead.get().filter(|ahead| ahead.waits(clock)).map(|ahead| ahead.by)
    }

    /// The device slept: that time is gone.
    pub fn let_go(self) {
        self.ask(None);
    }

    /// The device's clock was set ahead: gives the round its time back.
    ///
    /// # Errors
    /// As a command.
    pub fn give_back(self) -> Result<(), Refusal> {
        let (Some(ahead), Some(clock)) = (untrack(|| self.went_ahead()), self.clock.get_untracked()) else {
            return Ok(());
        };
        self.ask(None);
        let clock = match clock {
            // Stopped meanwhile: it has lost the minutes all the same.
            RoundClock::Paused { .. } => clock.extended(ahead, platform::now()),
            _ => clock.moved(ahead as i64),
        };
        self.session.commit(Command::SetClock(clock)).map(drop)
    }

    /// Takes a step that can be taken back.
    ///
    /// # Errors
    /// As a command.
    pub fn step(self, change: impl FnOnce(Option<RoundClock>, u64) -> Option<RoundClock>) -> Result<(), Refusal> {
        let (before, at) = (self.clock.get_untracked(), platform::now());
        match change(before, at) {
            None => Ok(()),
            after => self.put(after, &ClockStep { before, after, at }.to_text()),
        }
    }

    /// Back to before the first round, which waits to be started. That, too, can be taken back.
    ///
    /// # Errors
    /// As a command.
    pub fn begin_again(self) -> Result<(), Refusal> {
        let (before, at) = (self.clock.get_untracked(), platform::now());
        self.put(None, &ClockStep { before, after: None, at }.to_text())
    }

    /// Takes the last step back; a second time does nothing.
    ///
    /// # Errors
    /// As a command.
    pub fn back(self) -> Result<(), Refusal> {
        match self.last.get_untracked() {
            None => Ok(()),
            Some(step) => self.put(step.back(self.clock.get_untracked(), platform::now()), ""),
        }
    }

    /// Sets the clock, and keeps the step that led there.
    fn put(self, clock: Option<RoundClock>, step: &str) -> Result<(), Refusal> {
        let before = self.session.draft(STEP);
        if self.session.keep_draft(STEP, step).is_err() {
            // An older step would be taken back in its place: rather none.
            drop(self.session.keep_draft(STEP, ""));
        }
        let done = self.session.commit(clock.map_or(Command::ClearClock, Command::SetClock));
        if done.is_err() {
            drop(self.session.keep_draft(STEP, &before));
        }
        done.map(drop)
    }
}
