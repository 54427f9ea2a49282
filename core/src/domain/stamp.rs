//! When something was written: a hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014).
//!
//! A [`Stamp`] is milliseconds, a counter and a writer, packed into 128 bits so that comparing numbers compares stamps.
//! A new stamp is later than what this clock made before *and* later than the stamps it replaces; it is not moved by
//! stamps it merely saw. So one device whose clock runs years ahead does not drag the others along, and what it wrote
//! can still be edited by everybody.

use super::id::{MAX_MILLIS, WriterId, digits, value_of};
use std::fmt;

const COUNTER_BITS: u32 = 20;
const WRITER_BITS: u32 = 60;

/// A moment in a café's history: 48 bits of milliseconds since 1970, a 20-bit counter, the 60-bit writer. Later stamps
/// are greater. The text form has 26 characters: ten of time, four of counter, twelve of writer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(u128);

impl Stamp {
    /// Length of the text form, in characters.
    pub const TEXT_LEN: usize = 26;

    /// The stamp with these parts; time and counter are cut to their ranges.
    pub const fn new(millis: u64, counter: u32, writer: WriterId) -> Self {
        let millis = if millis > MAX_MILLIS { MAX_MILLIS } else { millis };
        let counter = if counter >> COUNTER_BITS != 0 { (1 << COUNTER_BITS) - 1 } else { counter };
        let time = (millis as u128) << COUNTER_BITS | counter as u128;
        Self(time << WRITER_BITS | writer.bits() as u128)
    }

    /// The stamp with these 128 bits.
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// All 128 bits.
    pub const fn bits(self) -> u128 {
        self.0
    }

    /// Milliseconds since 1970, by the clock of the device that made it (or just after what it replaced).
    pub const fn millis(self) -> u64 {
        (self.0 >> (COUNTER_BITS + WRITER_BITS)) as u64
    }

    /// The running copy of the app that made it.
    pub const fn writer(self) -> WriterId {
        WriterId::from_bits(self.0 as u64)
    }

    /// Time and counter as one rising number of 68 bits.
    const fn tick(self) -> u128 {
        self.0 >> WRITER_BITS
    }

    /// Reads the text form; `None` for anything but 26 canonical characters.
    pub fn parse(text: &str) -> Option<Self> {
        value_of(text, Self::TEXT_LEN, 128).map(Self)
    }

    /// The text form as bytes.
    pub fn digits(self) -> [u8; Self::TEXT_LEN] {
        digits(self.0)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits().iter().try_for_each(|&digit| fmt::Write::write_char(out, char::from(digit)))
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// Makes the stamps of one running copy of the app. It reads no clock: the time is an argument.
#[derive(Clone, Debug)]
pub struct Clock {
    writer: WriterId,
    last: u128,
}

impl Clock {
    /// A clock for this writer.
    pub const fn new(writer: WriterId) -> Self {
        Self { writer, last: 0 }
    }

    /// A stamp at `now` (milliseconds since 1970) that is later than every earlier one of this clock and than
    /// `replaces`, the newest stamp that the edit overwrites. A counter that is full carries into the milliseconds; at
    /// the end of the year 10889 stamps stop rising, and ties are decided by writer and value.
    pub fn next(&mut self, now: u64, replaces: Option<Stamp>) -> Stamp {
        let wall = u128::from(now.min(MAX_MILLIS)) << COUNTER_BITS;
        let seen = replaces.map_or(0, |stamp| stamp.tick() + 1);
        let greatest = (1 << (48 + COUNTER_BITS)) - 1;
        // What it replaced may lie years ahead; only the wall clock may pull this clock's own count along.
        let own = wall.max(self.last + 1).min(greatest);
        let tick = own.max(seen).min(greatest);
        if seen <= own {
            self.last = own;
        }
        Stamp(tick << WRITER_BITS | u128::from(self.writer.bits()))
    }

    /// A stamp for words that take the place of the versions `seen` of a text whose greatest stamp is `last`.
    ///
    /// Behind the last moment of all (only a forged stamp lies there) stamps rise no more. A version needs a stamp of
    /// its own, not a late one: words under a stamp that was replaced would be gone.
    pub(crate) fn next_version(&mut self, now: u64, last: Option<Stamp>, seen: &[Stamp]) -> Stamp {
        let at = self.next(now, last);
        if seen.contains(&at) || last.is_some_and(|last| last >= at) { self.next(now, None) } else { at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock() -> Clock {
        Clock::new(WriterId::from_bits(7))
    }

    #[test]
    fn stamps_rise_when_the_clock_stands_or_falls() {
        let mut clock = clock();
        let stamps = [clock.next(100, None), clock.next(100, None), clock.next(3, None), clock.next(101, None)];
        assert!(stamps.is_sorted_by(|a, b| a < b), "{stamps:?}");
    }

    #[test]
    fn a_stamp_is_later_than_what_it_replaces_even_by_years() {
        let far = Stamp::new(4_000_000_000_000, 9, WriterId::from_bits(99));
        let mut clock = clock();
        let edit = clock.next(1_700_000_000_000, Some(far));
        assert!(edit > far);
        let next = clock.next(1_700_000_000_001, None);
        assert_eq!(next.millis(), 1_700_000_000_001, "the far clock does not drag this one along");
    }

    #[test]
    fn the_last_moment_does_not_overflow() {
        let end = Stamp::from_bits(u128::MAX);
        let mut clock = clock();
        assert!(clock.next(u64::MAX, Some(end)).millis() == MAX_MILLIS);
        assert!(clock.next(u64::MAX, Some(end)).millis() == MAX_MILLIS);
    }

    #[test]
    fn text_sorts_as_the_stamp_does() {
        let mut clock = clock();
        let texts: Vec<_> = (0..50).map(|now| clock.next(now * 977, None).to_string()).collect();
        assert!(texts.is_sorted());
        assert!(texts.iter().all(|text| Stamp::parse(text).map(|stamp| stamp.to_string()).as_ref() == Some(text)));
    }
}
