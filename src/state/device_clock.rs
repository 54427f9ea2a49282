//! The clock of this device, where a person has to know of it: it shows a time that cannot be, or was set far off while
//! the page was open. A sleep looks as if the clock went ahead, so nothing is said of hours.

use crate::platform;
use std::cell::Cell;

/// Milliseconds at the beginning of the year in which this app was first made: no clock of a café is before it.
const FIRST_DAY: u64 = 1_767_225_600_000;
/// And thirty years later: a clock beyond was set by mistake.
const LAST_DAY: u64 = FIRST_DAY + 30 * 31_557_600_000;
/// Milliseconds that a clock may go back: devices that ask others for the time set it by less.
const BACK: u64 = 2 * 60_000;
/// Milliseconds that it may go ahead: no device sleeps for so long with a page open.
const AHEAD: u64 = 30 * 86_400_000;

/// Whether a time in milliseconds since 1970 can be that of a café.
pub const fn is_plausible(now: u64) -> bool {
    FIRST_DAY <= now && now < LAST_DAY
}

/// What a person has to know of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// It shows a time that cannot be.
    Wrong,
    /// It was set back, by so many minutes.
    Back(u64),
    /// It was set ahead, by so many minutes.
    Ahead(u64),
}

/// The times of the clock that people set and of the one that nobody can, at one instant, in milliseconds.
#[derive(Clone, Copy)]
struct Times {
    clock: u64,
    steady: u64,
}

thread_local! {
    static SEEN: Cell<Option<Times>> = const { Cell::new(None) };
    static FAULT: Cell<Option<ClockFault>> = const { Cell::new(None) };
    /// Whether somebody read that the time cannot be, and closed that.
    static CLOSED: Cell<bool> = const { Cell::new(false) };
}

/// What came of the clock between two looks; `known` is what was wrong before.
fn fault(before: Option<Times>, now: Times, known: Option<ClockFault>) -> Option<ClockFault> {
    if !is_plausible(now.clock) {
        return Some(ClockFault::Wrong);
    }
    // It was wrong, and somebody put it right.
    let known = known.filter(|fault| *fault != ClockFault::Wrong);
    let Some(before) = before.filter(|before| is_plausible(before.clock)) else { return known };
    let expected = before.clock + now.steady.saturating_sub(before.steady);
    match () {
        () if now.clock + BACK < expected => Some(ClockFault::Back((expected - now.clock) / 60_000)),
        () if now.clock > expected + AHEAD => Some(ClockFault::Ahead((now.clock - expected) / 60_000)),
        () => known,
    }
}

/// Looks at the clock, and says what there is to say of it.
pub fn look() -> Option<ClockFault> {
    let now = Times { clock: platform::now(), steady: platform::steady() };
    let found = fault(SEEN.replace(Some(now)), now, FAULT.get());
    FAULT.set(found);
    CLOSED.set(CLOSED.get() && found == Some(ClockFault::Wrong));
    found.filter(|_| !CLOSED.get())
}

/// A person has read it.
pub fn close() {
    CLOSED.set(FAULT.get() == Some(ClockFault::Wrong));
    if !CLOSED.get() {
        FAULT.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::{ClockFault, FIRST_DAY, Times, fault};

    const HOUR: u64 = 3_600_000;
    const DAY: u64 = 24 * HOUR;
    const NOW: u64 = FIRST_DAY + 300 * DAY;

    /// What comes of a clock that showed `before`, and `now` five seconds later.
    fn after(before: u64, now: u64, known: Option<ClockFault>) -> Option<ClockFault> {
        fault(Some(Times { clock: before, steady: 1_000 }), Times { clock: now, steady: 6_000 }, known)
    }

    #[test]
    fn a_clock_that_is_set_far_off_is_said_and_a_sleep_is_not() {
        assert_eq!(after(NOW, NOW + 5_000, None), None);
        assert_eq!(after(NOW, NOW - 60_000, None), None, "devices put their clocks right by seconds");
        assert_eq!(after(NOW, NOW + 20 * HOUR, None), None, "it may have slept");
        assert_eq!(after(NOW, NOW + 5_000 - HOUR, None), Some(ClockFault::Back(60)));
        assert_eq!(after(NOW, NOW + 5_000 + 365 * DAY, None), Some(ClockFault::Ahead(365 * 24 * 60)));
        let known = Some(ClockFault::Back(60));
        assert_eq!(after(NOW, NOW + 5_000, known), known, "it is said until somebody reads it");
    }

    #[test]
    fn a_time_that_cannot_be_is_said_until_it_is_put_right() {
        let wrong = Some(ClockFault::Wrong);
        assert_eq!(after(NOW, 7 * HOUR, None), wrong);
        assert_eq!(fault(None, Times { clock: 7 * HOUR, steady: 0 }, None), wrong, "from the start on");
        assert_eq!(after(7 * HOUR, 7 * HOUR + 5_000, wrong), wrong);
        assert_eq!(after(7 * HOUR, NOW, wrong), None);
    }
}
