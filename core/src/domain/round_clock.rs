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

/// Notices when the clock of a device is set while the app runs, by a second clock that only ever counts on.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClockWatch {
    last: Option<(u64, u64)>,
}

/// How far two clocks may drift apart between two looks, in milliseconds.
const DRIFT: i64 = 2_000;

impl ClockWatch {
    /// Looks at both clocks, in milliseconds: by how much the wall clock jumped beside the steady one since the last look.
    ///
    /// A jump back was somebody setting the clock. A jump ahead may be that, or sleep, during which the steady clock of some
    /// browsers stands still: only a person can say.
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
