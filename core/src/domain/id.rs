//! Names of things: 128-bit ids that sort by time, and 60-bit device ids, both as Crockford base32.
//!
//! An [`Id`] has the layout of a ULID: 48 bits of milliseconds, then 80 random bits, so that records made later
//! sort later. It needs nothing but random bytes, and therefore works on a plain-http page, where
//! `crypto.randomUUID` does not exist. Source of the layout and the alphabet: the ULID specification.

use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NOT_A_DIGIT: u8 = 0xff;
const VALUES: [u8; 256] = {
    let mut values = [NOT_A_DIGIT; 256];
    let mut digit = 0;
    while digit < ALPHABET.len() {
        values[ALPHABET[digit] as usize] = digit as u8;
        digit += 1;
    }
    values
};

/// Milliseconds since 1970 fit 48 bits until the year 10889.
pub const MAX_MILLIS: u64 = (1 << 48) - 1;

/// The base32 digits of `value`, `N` of them, most significant first.
pub(crate) fn digits<const N: usize>(mut value: u128) -> [u8; N] {
    let mut out = [b'0'; N];
    // As when they are read: sixty bits at a time.
    for part in out.rchunks_mut(12) {
        let mut bits = value as u64;
        for slot in part.iter_mut().rev() {
            *slot = ALPHABET[(bits & 31) as usize];
            bits >>= 5;
        }
        value >>= 60;
    }
    out
}

/// Reads exactly the canonical digits (upper case, no look-alikes): one value has one spelling.
pub(crate) fn value_of(text: &str, count: usize, bits: u32) -> Option<u128> {
    let bytes = text.as_bytes();
    if bytes.len() != count {
        return None;
    }
    let first = VALUES[bytes[0] as usize];
    let spare = count as u32 * 5 - bits;
    if first == NOT_A_DIGIT || first >> (5 - spare) != 0 {
        return None;
    }
    // Twelve digits fill sixty bits: a machine reckons with those, and has to be asked for wider numbers only once.
    let mut value = 0u128;
    for part in bytes.rchunks(12).rev() {
        let mut bits = 0u64;
        for &byte in part {
            let digit = VALUES[byte as usize];
            if digit == NOT_A_DIGIT {
                return None;
            }
            bits = bits << 5 | u64::from(digit);
        }
        value = value << 60 | u128::from(bits);
    }
    Some(value)
}

fn write_digits(out: &mut fmt::Formatter<'_>, digits: &[u8]) -> fmt::Result {
    digits.iter().try_for_each(|&digit| fmt::Write::write_char(out, char::from(digit)))
}

/// The name of a record: 48 bits of milliseconds and 80 random bits, 26 characters of text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

impl Id {
    /// Length of the text form, in characters.
    pub const TEXT_LEN: usize = 26;

    /// The id with these 128 bits.
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// All 128 bits.
    pub const fn bits(self) -> u128 {
        self.0
    }

    /// Reads the text form; `None` for anything but 26 canonical characters.
    pub fn parse(text: &str) -> Option<Self> {
        value_of(text, Self::TEXT_LEN, 128).map(Self)
    }

    /// Milliseconds since 1970, by the clock of the device that made the id.
    pub const fn millis(self) -> u64 {
        (self.0 >> 80) as u64
    }

    /// The text form as bytes.
    pub fn digits(self) -> [u8; Self::TEXT_LEN] {
        digits(self.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(out, &self.digits())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// Makes ids that rise strictly: within one millisecond the last one plus one, so that the records of one command
/// lie next to each other and an invitation can say "the next one" in place of 16 bytes.
#[derive(Clone, Debug, Default)]
pub struct IdMaker {
    last: Option<Id>,
}

impl IdMaker {
    /// The next id at `now` (milliseconds since 1970); `random` supplies its lower 80 bits when the time has moved on.
    pub fn next(&mut self, now: u64, random: u128) -> Id {
        let fresh = u128::from(now.min(MAX_MILLIS)) << 80 | (random >> 48);
        let id = match self.last {
            Some(last) if last.millis() >= now.min(MAX_MILLIS) => last.0.saturating_add(1),
            _ => fresh,
        };
        self.last = Some(Id(id));
        Id(id)
    }
}

macro_rules! sixty_bits {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// Length of the text form, in characters.
            pub const TEXT_LEN: usize = 12;

            /// The id with the lower 60 of these bits.
            pub const fn from_bits(bits: u64) -> Self {
                Self(bits & ((1 << 60) - 1))
            }

            /// Its 60 bits.
            pub const fn bits(self) -> u64 {
                self.0
            }

            /// Reads the text form; `None` for anything but 12 canonical characters.
            pub fn parse(text: &str) -> Option<Self> {
                value_of(text, Self::TEXT_LEN, 60).map(|bits| Self(bits as u64))
            }

            /// The text form as bytes.
            pub fn digits(self) -> [u8; Self::TEXT_LEN] {
                digits(u128::from(self.0))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_digits(out, &self.digits())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, out)
            }
        }
    };
}

sixty_bits! {
    /// One browser's copy of the app: who wrote a contribution. Random, made at the first start and kept.
    DeviceId
}
sixty_bits! {
    /// One running copy of the app (a tab since its last load): who made a stamp. Random at every start, so that two
    /// tabs of one device, or two copies of one browser profile, never make the same stamp.
    WriterId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bits_are_one_to_one() {
        for bits in [0, 1, u128::MAX, 0x0193_5b6e_8f00_0123_4567_89ab_cdef_0011] {
            let id = Id::from_bits(bits);
            assert_eq!(Id::parse(&id.to_string()), Some(id));
        }
        let device = DeviceId::from_bits(u64::MAX);
        assert_eq!(DeviceId::parse(&device.to_string()), Some(device));
        assert_eq!(device.to_string(), "ZZZZZZZZZZZZ");
    }

    #[test]
    fn only_the_canonical_spelling_is_read() {
        let text = Id::from_bits(42).to_string();
        assert!(Id::parse(&text.to_lowercase().replace('0', "o")).is_none());
        assert!(Id::parse("8ZZZZZZZZZZZZZZZZZZZZZZZZZ").is_none(), "more than 128 bits");
        assert!(Id::parse("").is_none());
        assert!(Id::parse("é0000000000000000000000000").is_none());
    }

    #[test]
    fn ids_rise_even_when_the_clock_falls() {
        let mut maker = IdMaker::default();
        let first = maker.next(1_000, u128::MAX);
        let second = maker.next(1_000, 0);
        let third = maker.next(5, 0);
        let fourth = maker.next(2_000, 7);
        assert!(first < second && second < third && third < fourth);
        assert_eq!(second.bits(), first.bits() + 1);
    }
}
