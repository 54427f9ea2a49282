//! The clock of a round. What is kept are instants, never a count: a device that slept, reloaded, or got the café from
//! another one reads the same time from it.

use super::Id;

/// A minute, in milliseconds.
pub const MINUTE: u64 = 60_000;
/// The longest time that a clock shows, in milliseconds: ten hours, as the longest round.
pub const LONGEST: u64 = super::MAX_MINUTES as u64 * MINUTE;

/// What the clock of the café says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoundClock {
    /// This round is over: people change tables, or it was the last one.
    Over {
        /// The round.
        round: Id,
    },
    /// The round was stopped for a moment.
    Paused {
        /// The round.
        round: Id,
        /// Milliseconds that are left.
        left: u64,
    },
    /// The round runs.
    Running {
        /// The round.
        round: Id,
        /// When it ends, in milliseconds since 1970.
        ends: u64,
    },
}

impl RoundClock {
    /// A round that begins now.
    pub fn begin(round: Id, minutes: u32, now: u64) -> Self {
        Self::Running { round, ends: now + u64::from(minutes) * MINUTE }
    }

    /// As it is kept (rule B19 of the format).
    pub fn to_text(self) -> String {
        match self {
            Self::Over { round } => format!("over {round}"),
            Self::Paused { round, left } => format!("paused {round} {left}"),
            Self::Running { round, ends } => format!("running {round} {ends}"),
        }
    }

    /// From what was kept; none where a newer app kept something that this one does not know.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (state, round) = (words.next()?, Id::parse(words.next()?)?);
        let mut number = || words.next()?.parse().ok();
        let clock = match state {
            "over" => Self::Over { round },
            "paused" => Self::Paused { round, left: number()? },
            "running" => Self::Running { round, ends: number()? },
            _ => return None,
        };
        words.next().is_none().then_some(clock)
    }

    /// The round that it is about.
    pub const fn round(self) -> Id {
        match self {
            Self::Over { round } | Self::Paused { round, .. } | Self::Running { round, .. } => round,
        }
    }

    /// Milliseconds that are left; none when the time is up.
    pub fn left(self, now: u64) -> u64 {
        match self {
            Self::Over { .. } => 0,
            Self::Paused { left, .. } => left.min(LONGEST),
            Self::Running { ends, .. } => ends.saturating_sub(now).min(LONGEST),
        }
    }

    /// Milliseconds since the time was up; none before, and for a round that was ended early.
    pub fn overdue(self, now: u64) -> Option<u64> {
        match self {
            Self::Running { ends, .. } => now.checked_sub(ends),
            _ => None,
        }
    }

    /// Whether people are at work: it runs and time is left.
    pub fn runs(self, now: u64) -> bool {
        matches!(self, Self::Running { .. }) && self.left(now) > 0
    }

    /// Stopped at this moment.
    pub fn paused(self, now: u64) -> Self {
        Self::Paused { round: self.round(), left: self.left(now) }
    }

    /// Going on from this moment.
    pub fn resumed(self, now: u64) -> Self {
        Self::Running { round: self.round(), ends: now + self.left(now) }
    }

    /// With more time. A round whose time is up goes on for just so long.
    pub fn extended(self, more: u64, now: u64) -> Self {
        let left = (self.left(now) + more).min(LONGEST);
        match self {
            Self::Paused { round, .. } => Self::Paused { round, left },
            _ => Self::Running { round: self.round(), ends: now + left },
        }
    }

    /// Moved along with a device's clock that was set: what was left is left.
    pub fn moved(self, by: i64) -> Self {
        match self {
            Self::Running { round, ends } => Self::Running { round, ends: ends.saturating_add_signed(by) },
            other => other,
        }
    }
}

/// The last step that somebody took with the clock, and what it takes to take it back, however much later: not
/// instants, which would take the minutes since then from the round, or mean another time once a device's clock was
/// set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockStep {
    /// The clock before; none where no round had begun.
    pub before: Option<RoundClock>,
    /// The clock after; none where it was taken back to before the first round.
    pub after: Option<RoundClock>,
    /// The moment of the step. What both clocks had left then is asked of them by this moment alone.
    pub at: u64,
}

impl ClockStep {
    /// As it is kept, on this device only.
    pub fn to_text(self) -> String {
        let text = |clock: Option<RoundClock>| clock.map(RoundClock::to_text).unwrap_or_default();
        format!("{}\n{}\n{}", self.at, text(self.before), text(self.after))
    }

    /// From what was kept; none where that is not a step.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let at = lines.next()?.parse().ok()?;
        let mut clock = || match lines.next()? {
            "" => Some(None),
            text => RoundClock::parse(text).map(Some),
        };
        let (before, after) = (clock()?, clock()?);
        lines.next().is_none().then_some(Self { before, after, at })
    }

    /// Whether the clock still stands where this step put it. Somebody else may have gone on since, on another device:
    /// what they did is not taken back.
    pub fn is_last(self, clock: Option<RoundClock>) -> bool {
        match (self.after, clock) {
            // More time may have been given meanwhile, or a device's clock set.
            (Some(RoundClock::Running { round, .. }), Some(RoundClock::Running { round: now, .. })) => round == now,
            (after, clock) => after == clock,
        }
    }

    /// The clock as it would stand `now` without the step: a round that ran goes on with the time that it had left, or,
    /// where it ran all the while, without the time that the step gave it.
    pub fn back(self, clock: Option<RoundClock>, now: u64) -> Option<RoundClock> {
        let before = self.before?;
        let had = before.left(self.at);
        let RoundClock::Running { round, .. } = before else { return Some(before) };
        let left = match (self.after, clock) {
            (Some(after @ RoundClock::Running { round: same, .. }), Some(clock)) if same == round => {
                clock.left(now).saturating_sub(after.left(self.at).saturating_sub(had))
            }
            _ => had,
        };
        Some(RoundClock::Running { round, ends: now.saturating_add(left) })
    }
}

/// Notices when the clock of a device is set while the app runs, by a second clock that only ever counts on.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClockWatch {
    last: Option<(u64, u64)>,
}

/// How far two clocks may drift apart between two looks, in milliseconds.
const DRIFT: i64 = 2_000;

impl ClockWatch {
    /// Looks at both clocks, in milliseconds: by how much the wall clock jumped beside the steady one since the last
    /// look.
    ///
    /// A jump back was somebody setting the clock. A jump ahead may be that, or sleep, during which the steady clock of
    /// some browsers stands still: only a person can say.
    pub fn look(&mut self, wall: u64, steady: u64) -> Option<i64> {
        let before = self.last.replace((wall, steady));
        let (last_wall, last_steady) = before?;
        let went = |now: u64, last: u64| now as i64 - last as i64;
        let jump = went(wall, last_wall) - went(steady, last_steady);
        (jump.abs() > DRIFT).then_some(jump)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Cafe, Clock, Command, Form, WriterId};

    const ROUND: Id = Id::from_bits(7);
    const START: u64 = 1_795_000_000_000;

    #[test]
    fn the_time_left_depends_on_the_instant_alone() {
        let clock = RoundClock::begin(ROUND, 20, START);
        assert_eq!(clock.left(START), 20 * MINUTE);
        // Whether anybody looked in between, or the device slept.
        assert_eq!(clock.left(START + 19 * MINUTE), MINUTE);
        assert_eq!(clock.left(START + 90 * MINUTE), 0);
        assert_eq!(clock.overdue(START + 21 * MINUTE), Some(MINUTE));
        assert!(clock.runs(START) && !clock.runs(START + 20 * MINUTE));
    }

    #[test]
    fn a_pause_keeps_what_is_left() {
        let paused = RoundClock::begin(ROUND, 20, START).paused(START + 5 * MINUTE);
        assert_eq!(paused.left(START + 500 * MINUTE), 15 * MINUTE);
        assert_eq!(paused.resumed(START + 60 * MINUTE).left(START + 61 * MINUTE), 14 * MINUTE);
    }

    #[test]
    fn more_time_counts_from_what_is_left_and_after_the_end_from_now() {
        let clock = RoundClock::begin(ROUND, 20, START);
        assert_eq!(clock.extended(5 * MINUTE, START + 19 * MINUTE).left(START + 19 * MINUTE), 6 * MINUTE);
        assert_eq!(clock.extended(MINUTE, START + 30 * MINUTE).left(START + 30 * MINUTE), MINUTE);
        assert_eq!(RoundClock::Over { round: ROUND }.extended(MINUTE, START).left(START), MINUTE);
        assert_eq!(clock.paused(START).extended(MINUTE, START).left(START), 21 * MINUTE);
    }

    #[test]
    fn a_round_is_on_while_it_runs_or_was_stopped_for_a_moment_and_not_the_day_after() {
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(9), "Lunch", Form::QuestionPerTable, clock.next(START, None));
        assert!(!cafe.is_round_on(START));
        let running = RoundClock::begin(ROUND, 20, START);
        cafe.apply(Command::SetClock(running), START, &mut clock).unwrap();
        assert!(cafe.is_round_on(START + 19 * MINUTE) && !cafe.is_round_on(START + 20 * MINUTE));
        cafe.apply(Command::SetClock(running.paused(START + MINUTE)), START + MINUTE, &mut clock).unwrap();
        assert!(cafe.is_round_on(START + 60 * MINUTE) && !cafe.is_round_on(START + 24 * 60 * MINUTE));
    }

    /// A step at this moment.
    fn step(before: Option<RoundClock>, after: Option<RoundClock>, at: u64) -> ClockStep {
        let step = ClockStep { before, after, at };
        assert_eq!(ClockStep::parse(&step.to_text()), Some(step));
        assert!(step.is_last(after));
        step
    }

    #[test]
    fn a_step_that_is_taken_back_late_gives_the_round_the_time_that_it_had() {
        let clock = RoundClock::begin(ROUND, 20, START);
        let at = START + 5 * MINUTE;
        for after in [clock.paused(at), RoundClock::Over { round: ROUND }] {
            let back = step(Some(clock), Some(after), at).back(Some(after), at + 30 * MINUTE);
            assert_eq!(back, Some(RoundClock::Running { round: ROUND, ends: at + 45 * MINUTE }));
            // The device's clock was set an hour back meanwhile.
            let back = step(Some(clock), Some(after), at).back(Some(after), at - 60 * MINUTE);
            assert_eq!(back.map(|it| it.left(at - 60 * MINUTE)), Some(15 * MINUTE));
        }
        // Started by mistake while the time of the round before was up: it is up again, and no minute more.
        let next = RoundClock::begin(Id::from_bits(8), 20, START + 25 * MINUTE);
        let back = step(Some(clock), Some(next), START + 25 * MINUTE).back(Some(next), START + 27 * MINUTE).unwrap();
        assert_eq!((back.round(), back.overdue(START + 27 * MINUTE)), (ROUND, Some(0)));
        // Going on by mistake: it waits with what it had.
        let paused = clock.paused(at);
        let resumed = paused.resumed(at + MINUTE);
        assert_eq!(step(Some(paused), Some(resumed), at + MINUTE).back(Some(resumed), at + 9 * MINUTE), Some(paused));
    }

    #[test]
    fn more_time_that_is_taken_back_is_taken_and_the_time_that_passed_too() {
        let clock = RoundClock::begin(ROUND, 20, START);
        let (at, later) = (START + 5 * MINUTE, START + 7 * MINUTE);
        let longer = clock.extended(5 * MINUTE, at);
        assert_eq!(step(Some(clock), Some(longer), at).back(Some(longer), later), Some(clock));
        // Another device gave a minute more since: that one stays.
        let longest = longer.extended(MINUTE, at + MINUTE);
        let step = step(Some(clock), Some(longer), at);
        assert!(step.is_last(Some(longest)));
        assert_eq!(step.back(Some(longest), later).unwrap().left(later), 14 * MINUTE);
        // A device's clock was set an hour ahead, and the round got it back.
        let moved = longer.moved(60 * MINUTE as i64);
        assert_eq!(step.back(Some(moved), later + 60 * MINUTE).unwrap().left(later + 60 * MINUTE), 13 * MINUTE);
        // More was given than is left by now.
        assert_eq!(step.back(Some(longer), START + 22 * MINUTE).unwrap().overdue(START + 22 * MINUTE), Some(0));
    }

    #[test]
    fn a_step_back_from_the_first_start_and_from_starting_again() {
        let (over, clock) = (RoundClock::Over { round: ROUND }, RoundClock::begin(ROUND, 20, START));
        assert_eq!(step(None, Some(clock), START).back(Some(clock), START + MINUTE), None);
        assert_eq!(step(Some(over), None, START).back(None, START + MINUTE), Some(over));
    }

    #[test]
    fn what_somebody_else_did_since_is_not_taken_back() {
        let clock = RoundClock::begin(ROUND, 20, START);
        let longer = step(Some(clock), Some(clock.extended(MINUTE, START)), START);
        let next = RoundClock::begin(Id::from_bits(8), 20, START);
        for other in [None, Some(clock.paused(START)), Some(RoundClock::Over { round: ROUND }), Some(next)] {
            assert!(!longer.is_last(other), "{other:?}");
        }
        let paused = step(Some(clock), Some(clock.paused(START)), START);
        assert!(!paused.is_last(Some(clock.paused(START + MINUTE))));
        for text in ["", "1", "1\n\n", "1\n\n\n", "x\n\n", "1\nover\n", "running 00000000000000000000000007 1"] {
            assert_eq!(ClockStep::parse(text).is_some(), text == "1\n\n", "{text:?}");
        }
    }

    #[test]
    fn what_is_kept_is_read_back_and_what_is_not_known_is_no_clock() {
        let running = RoundClock::begin(ROUND, 20, START);
        for clock in [running, running.paused(START), RoundClock::Over { round: ROUND }] {
            assert_eq!(RoundClock::parse(&clock.to_text()), Some(clock));
            assert_eq!(RoundClock::parse(&format!("{} 1", clock.to_text())), None);
        }
        for text in ["", "running", "running 1 2", "waiting 00000000000000000000000007", "over"] {
            assert_eq!(RoundClock::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hostile_instants_overflow_nothing() {
        for clock in
            [RoundClock::Running { round: ROUND, ends: u64::MAX }, RoundClock::Paused { round: ROUND, left: u64::MAX }]
        {
            assert!(clock.left(START) <= LONGEST);
            assert!(clock.extended(MINUTE, START).left(START) <= LONGEST);
            assert!(clock.moved(i64::MIN).left(START) <= LONGEST);
            assert!(clock.paused(START).resumed(START).left(START) <= LONGEST);
            let step = step(Some(clock), Some(clock.extended(MINUTE, START)), u64::MAX);
            assert!(step.back(Some(clock), u64::MAX).unwrap().left(START) <= LONGEST);
        }
    }

    #[test]
    fn a_clock_that_is_set_is_noticed_and_time_that_passes_is_not() {
        let mut watch = ClockWatch::default();
        assert_eq!(watch.look(START, 0), None);
        assert_eq!(watch.look(START + 60_000, 60_000), None);
        assert_eq!(watch.look(START + 60_000 - 3_600_000, 60_250), Some(-3_600_250));
        assert_eq!(watch.look(START + 60_250 - 3_600_000, 60_500), None);
        // Asleep for an hour, and the steady clock with it.
        assert_eq!(watch.look(START + 60_500, 60_750), Some(3_600_000));
    }
}
