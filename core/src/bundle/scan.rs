//! Finding bytes in a text, eight at a time: what JSON writes in another way, or one in particular. The standard
//! library's way is compiled for size here, and looks at each.

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x8080_8080_8080_8080;

/// Whether a byte of the word lies below `less`, which is at most 0x80.
const fn below(word: u64, less: u8) -> u64 {
    word.wrapping_sub(ONES * (less as u64)) & !word & TOPS
}

/// Where the first quotation mark, backslash or control character stands.
pub fn special(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(word) = bytes[at..].first_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        // An answer of yes may come one byte early; the loop below is exact.
        if below(word, 0x20) | below(word ^ (ONES * b'"' as u64), 1) | below(word ^ (ONES * b'\\' as u64), 1) != 0 {
            break;
        }
        at += 8;
    }
    let found = bytes[at..].iter().position(|&byte| byte == b'"' || byte == b'\\' || byte < 0x20);
    found.map(|place| at + place)
}

/// Where a byte stands first.
pub fn find(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(word) = bytes[at..].first_chunk::<8>() {
        if below(u64::from_le_bytes(*word) ^ (ONES * u64::from(wanted)), 1) != 0 {
            break;
        }
        at += 8;
    }
    bytes[at..].iter().position(|&byte| byte == wanted).map(|place| at + place)
}

#[cfg(test)]
mod tests {
    use super::{find, special};

    #[test]
    fn every_byte_is_found_or_passed_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let mut bytes = *b"abcdefghijklmnopqrst";
                bytes[place] = byte;
                let expected = (byte < 0x20 || byte == b'"' || byte == b'\\').then_some(place);
                assert_eq!(special(&bytes), expected, "{byte} at {place}");
                let first = bytes.iter().position(|it| *it == byte);
                assert_eq!(find(&bytes, byte), first, "{byte} at {place}");
            }
        }
        assert_eq!(special("é’\u{202f}?".as_bytes()), None);
        assert_eq!(special(b""), None);
    }
}
