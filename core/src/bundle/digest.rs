//! The digest that tells a damaged file from a whole one: XXH64, seed 0. It guards against accidents, not against
//! forgers.

use super::scan::find;
use std::hash::Hasher;
use twox_hash::XxHash64;

const PREFIX: &str = "xxh64:";
const FIELD: &str = "\"digest\"";
const DIGITS: usize = 16;
const ZEROS: &str = "0000000000000000";

/// The value of the field while it is not known.
pub(super) const BLANK: &str = "xxh64:0000000000000000";

/// The bytes of the digits in a text, found behind the first `"digest"`.
fn digits_of(text: &str) -> Option<std::ops::Range<usize>> {
    let field = text.find(FIELD)? + FIELD.len();
    let value = field + text.get(field..)?.find(PREFIX)? + PREFIX.len();
    let between = text.get(field..value - PREFIX.len())?;
    let is_value = between.chars().all(|it| it.is_ascii_whitespace() || it == ':' || it == '"');
    let range = value..value + DIGITS;
    let hex = text.get(range.clone())?.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
    (is_value && hex).then_some(range)
}

/// The digest of a text: of everything but line ends of the other sort (`\r`), spaces around it (a paste brings them
/// along), and its own digits.
fn of(text: &str, digits: &std::ops::Range<usize>) -> u64 {
    let mut hasher = XxHash64::with_seed(0);
    let spaces = [' ', '\t', '\r', '\n'];
    let (before, after) = (&text[..digits.start], &text[digits.end..]);
    // A carriage return inside a text is escaped in JSON, so a bare one is a line end that some program made longer.
    let mut write = |text: &str| {
        let mut rest = text.as_bytes();
        while let Some(place) = find(rest, b'\r') {
            hasher.write(&rest[..place]);
            rest = &rest[place + 1..];
        }
        hasher.write(rest);
    };
    write(before.trim_start_matches(spaces));
    write(ZEROS);
    write(after.trim_end_matches(spaces));
    hasher.finish()
}

/// One digest of several texts, each with its end marked: the same sum of letters, cut elsewhere, gives another.
pub fn of_all(texts: &[String]) -> u64 {
    let mut hasher = XxHash64::with_seed(0);
    for text in texts {
        hasher.write(text.as_bytes());
        hasher.write_u8(0xff);
    }
    hasher.finish()
}

/// Writes the digest over its blank.
pub(super) fn seal(text: &mut String) {
    if let Some(digits) = digits_of(text) {
        let digest = format!("{:016x}", of(text, &digits));
        text.replace_range(digits, &digest);
    }
}

/// Whether the digest fits the text; `None` when there is no digest.
pub(super) fn fits(text: &str) -> Option<bool> {
    let digits = digits_of(text)?;
    Some(u64::from_str_radix(&text[digits.clone()], 16) == Ok(of(text, &digits)))
}
