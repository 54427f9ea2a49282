//! The clock of this device, where a person has to know of it: it shows a time that cannot be, was set far off while
//! the page was open, or is behind the last note that this device wrote.
//!
//! A sleep looks as if the clock went ahead. A page that is in front when a device is locked is told that it is hidden:
//! what the clock did meanwhile is taken for sleep, or every phone that comes out of a pocket would be asked about. Of
//! a page that stayed in front, both are said.

use super::{round_clock, use_app};
use crate::core::domain::{DeviceId, Record};
use crate::core::storage::Store;
use crate::platform;
use crate::storage::recent;
use std::cell::Cell;

/// Milliseconds at the beginning of the year in which this app was first made: no clock of a café is before it.
const FIRST_DAY: u64 = 1_767_225_600_000;
/// And thirty years later: a clock beyond was set by mistake.
const LAST_DAY: u64 = FIRST_DAY + 30 * 31_557_600_000;
/// Milliseconds that a clock may go back: devices that ask others for the time set it by less.
const BACK: u64 = 2 * 60_000;
/// Milliseconds that it may go ahead in front of a person: half a round.
const JUMP: u64 = 10 * 60_000;
/// And otherwise: no device sleeps for so long with a page open.
const AHEAD: u64 = 30 * 86_400_000;

/// Whether a time in milliseconds since 1970 can be that of a café.
pub const fn is_plausible(now: u64) -> bool {
    FIRST_DAY <= now && now < LAST_DAY
}

/// Whether a clock shows a time before that of the last note that was written by it.
pub const fn is_behind(now: u64, last_note: u64) -> bool {
    now + JUMP < last_note
}

/// When the author of a record wrote its words last, if that is this device.
fn written(record: &Record, device: DeviceId) -> Option<u64> {
    let (author, text) = match record {
        Record::Contribution(note) => (note.author, &note.text),
        Record::KeyPoint(point) => (point.author, &point.text),
        _ => return None,
    };
    text.last_stamp().filter(|_| author == device).map(|stamp| stamp.millis())
}

/// When the last note was written on this device, by its clock. Reads what is stored one by one; what a start has just
/// read, it does not read again.
pub fn last_note() -> Option<u64> {
    let (repository, device) = (use_app().repository(), use_app().device());
    let author = device.to_string();
    let of_text = |key: &str, text: String| {
        // Most are somebody else's: not worth being taken apart.
        let (_, record) = text.contains(&author).then(|| repository.record_in(key, &text))??;
        written(&record, device)
    };
    let mut keys = repository.store().keys().ok()?;
    keys.retain(|key| key.contains("/record/"));
    // First all that was read: each further reading would have it put in order anew.
    let (mut last, mut unread) = (None, Vec::new());
    for key in &keys {
        match recent::text(key) {
            Some(text) => last = last.max(of_text(key, text)),
            None => unread.push(key),
        }
    }
    let read = unread.into_iter().filter_map(|key| of_text(key, repository.store().get(key).ok()??));
    last.max(read.max())
}

/// What a person has to know of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// It shows a time that cannot be.
    Wrong,
    /// It was set back, by this many minutes.
    Back(u64),
    /// It was set ahead, by this many minutes.
    Ahead(u64),
    /// It went ahead by this many minutes, or the device slept.
    Jumped(u64),
}

/// The times of the clock that people set and of the one that nobody can, at one instant, in milliseconds.
#[derive(Clone, Copy)]
struct Times {
    clock: u64,
    steady: u64,
}

/// What is known of the clock, from one look to the next.
#[derive(Clone, Copy, Default)]
struct Watch {
    seen: Option<Times>,
    fault: Option<ClockFault>,
    /// Said at the next look, unless the page turns out to have been hidden: who wakes up hears of it late.
    waits: Option<ClockFault>,
    /// Whether somebody read that the time cannot be, and closed that.
    is_closed: bool,
}

thread_local! {
    static WATCH: Cell<Watch> = Cell::default();
    /// Whether the page was out of sight at any time since the last look.
    static WAS_HIDDEN: Cell<bool> = const { Cell::new(false) };
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
    // To the nearest one: the two clocks are read one after the other.
    let minutes = (now.clock.abs_diff(expected) + 30_000) / 60_000;
    match () {
        () if now.clock + BACK < expected => Some(ClockFault::Back(minutes)),
        () if now.clock > expected + AHEAD => Some(ClockFault::Ahead(minutes)),
        () if now.clock > expected + JUMP => Some(ClockFault::Jumped(minutes)),
        () => known,
    }
}

impl Watch {
    /// Looks at the clock; `is_in_front` says that the page was not hidden since the last look and nothing else asks a
    /// person what made the clock go ahead.
    fn look(mut self, now: Times, is_in_front: bool) -> Self {
        let found = fault(self.seen.replace(now), now, self.fault);
        let waited = self.waits.take().filter(|_| is_in_front);
        if matches!(found, Some(ClockFault::Jumped(_))) && found != self.fault {
            self.waits = found.filter(|_| is_in_front);
        } else {
            // What came last is said; but a time that cannot be is said first.
            let is_last = found.is_some() && (found != self.fault || found == Some(ClockFault::Wrong));
            self.fault = if is_last { found } else { waited.or(found) };
        }
        self.is_closed &= self.fault == Some(ClockFault::Wrong);
        self
    }

    /// Somebody knows what the clock did until now.
    fn explained(self, now: Times) -> Self {
        Self { seen: Some(now), waits: None, ..self }
    }

    fn says(self) -> Option<ClockFault> {
        self.fault.filter(|_| !self.is_closed)
    }

    /// A person has read it.
    fn closed(mut self) -> Self {
        self.is_closed = self.fault == Some(ClockFault::Wrong);
        self.fault = self.fault.filter(|_| self.is_closed);
        self
    }
}

/// Hears when the page goes out of sight, for the life of the page.
pub fn follow_hiding() {
    platform::events::on_hiding(|| WAS_HIDDEN.set(true));
}

fn now() -> Times {
    Times { clock: platform::now(), steady: platform::steady() }
}

/// Somebody said what made the clock go ahead.
pub fn explain() {
    WATCH.set(WATCH.get().explained(now()));
}

/// Looks at the clock, and says what there is to say of it.
pub fn look() -> Option<ClockFault> {
    let was_hidden = WAS_HIDDEN.take() || platform::page::is_hidden();
    // While a round runs, its clock asks what it was.
    WATCH.set(WATCH.get().look(now(), !was_hidden && !round_clock::asks()));
    WATCH.get().says()
}

/// A person has read it.
pub fn close() {
    WATCH.set(WATCH.get().closed());
}

#[cfg(test)]
mod tests {
    use super::{ClockFault, FIRST_DAY, Times, Watch, is_behind};

    const HOUR: u64 = 3_600_000;
    const DAY: u64 = 24 * HOUR;
    const NOW: u64 = FIRST_DAY + 300 * DAY;

    /// A page that was looked at when its clock showed this.
    fn seen(clock: u64) -> Watch {
        Watch { seen: Some(Times { clock, steady: 1_000 }), ..Watch::default() }
    }

    /// The next looks, each five seconds after the other, at a clock that shows `now` at the first of them.
    fn looks(mut watch: Watch, now: u64, in_front: &[bool]) -> Watch {
        let start = watch.seen.map_or(0, |it| it.steady);
        for (number, is_in_front) in (0..).zip(in_front) {
            let times = Times { clock: now + number * 5_000, steady: start + (number + 1) * 5_000 };
            watch = watch.look(times, *is_in_front);
        }
        watch
    }

    /// What is said in front of a person when the clock showed `before`, and `now` five seconds later.
    fn after(before: u64, now: u64) -> Option<ClockFault> {
        looks(seen(before), now, &[true, true]).says()
    }

    #[test]
    fn a_clock_that_is_set_is_said_until_somebody_reads_it() {
        assert_eq!(after(NOW, NOW + 5_000), None);
        assert_eq!(after(NOW, NOW - 60_000), None, "devices put their clocks right by seconds");
        assert_eq!(after(NOW, NOW + 5_000 - HOUR), Some(ClockFault::Back(60)));
        assert_eq!(after(NOW, NOW + 5_000 + HOUR), Some(ClockFault::Jumped(60)));
        assert_eq!(after(NOW, NOW + 5_000 + 365 * DAY), Some(ClockFault::Ahead(365 * 24 * 60)));
        let told = looks(seen(NOW), NOW + 5_000 + HOUR, &[true; 100]);
        assert_eq!(told.says(), Some(ClockFault::Jumped(60)));
        assert_eq!(told.closed().says(), None);
    }

    #[test]
    fn a_clock_behind_its_own_last_note_is_found_out() {
        assert!(is_behind(NOW - 365 * DAY, NOW));
        assert!(is_behind(NOW - 11 * 60_000, NOW));
        assert!(!is_behind(NOW - 9 * 60_000, NOW), "devices put their clocks right by a little");
        assert!(!is_behind(NOW + 365 * DAY, NOW), "notes may be old");
    }

    #[test]
    fn what_the_clock_did_last_is_said() {
        let ahead = |watch: Watch, by: u64| looks(watch, watch.seen.map_or(0, |it| it.clock) + by, &[true, true]);
        // Set ahead, and right again at the next look.
        let ahead_and_back = looks(looks(seen(NOW), NOW + HOUR, &[true]), NOW + 10_000, &[true, true]);
        assert_eq!(ahead_and_back.says(), Some(ClockFault::Back(60)));
        let back = looks(seen(NOW), NOW - HOUR, &[true, true]);
        assert!(matches!(back.says(), Some(ClockFault::Back(_))));
        let put_right = ahead(back, HOUR);
        assert!(matches!(put_right.says(), Some(ClockFault::Jumped(60))), "{:?}", put_right.says());
        assert!(matches!(ahead(put_right, 3 * HOUR).says(), Some(ClockFault::Jumped(180))));
    }

    #[test]
    fn a_jump_that_a_person_explained_is_not_said() {
        let jumped = looks(seen(NOW), NOW + HOUR, &[true]);
        let now = Times { clock: NOW + HOUR + 1_000, steady: 7_000 };
        assert_eq!(looks(jumped.explained(now), NOW + HOUR + 6_000, &[true, true]).says(), None);
    }

    #[test]
    fn a_sleep_in_a_pocket_is_not_said() {
        let after = |in_front: &[bool]| looks(seen(NOW), NOW + 20 * HOUR, in_front).says();
        assert_eq!(after(&[false, true, true]), None);
        assert_eq!(after(&[true, false, true]), None, "the page hears of it late");
        let year = NOW + 365 * DAY;
        assert!(looks(seen(NOW), year, &[false]).says().is_some(), "nothing sleeps for a year");
    }

    #[test]
    fn a_time_that_cannot_be_is_said_until_it_is_put_right() {
        let wrong = Some(ClockFault::Wrong);
        assert_eq!(after(NOW, 7 * HOUR), wrong);
        let from_the_start = looks(Watch::default(), 7 * HOUR, &[false]);
        assert_eq!(from_the_start.says(), wrong);
        assert_eq!(looks(from_the_start, 7 * HOUR + 5_000, &[true]).says(), wrong);
        let closed = looks(from_the_start.closed(), 7 * HOUR + 5_000, &[true, true]);
        assert_eq!(closed.says(), None);
        let right = looks(closed, NOW, &[true, true]);
        assert_eq!(right.says(), None);
        assert_eq!(looks(right, 7 * HOUR, &[true]).says(), wrong, "said again when it happens again");
    }
}
