//! A list of people in a file: which letters its bytes are.
//!
//! What spreadsheets write is UTF-8, the older letters of Windows (Excel's plain "CSV"), or UTF-16 (Excel's "Unicode
//! text"). UTF-16 begins with a mark. Of the other two UTF-8 is tried first: where a text has an accent, bytes of the
//! older kind are hardly ever UTF-8 as well.

/// A longer file is not a list of people: a thousand of them are a tenth of it.
pub const LIST_BYTES: usize = 1_000_000;

/// Why a file cannot be read as a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongFile {
    /// It has more than [`LIST_BYTES`].
    TooLong,
    /// There is nothing in it, or something other than text.
    NoText,
}

/// The letters of Windows-1252 from 0x80 to 0x9F; those behind are the ones of Unicode. Five bytes stand for nothing.
const HIGH: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// The text of a file, without the mark that it may begin with.
///
/// # Errors
/// Where it can be no list.
pub fn text_in(bytes: &[u8]) -> Result<String, WrongFile> {
    if bytes.len() > LIST_BYTES {
        return Err(WrongFile::TooLong);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest),
        _ => utf_8(bytes),
    };
    // Pictures, and workbooks as they are, have such bytes; no text has.
    if text.trim().is_empty() || text.contains('\0') { Err(WrongFile::NoText) } else { Ok(text) }
}

fn utf_8(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned)
}

fn windows_1252(bytes: &[u8]) -> String {
    let letter = |&byte: &u8| match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    };
    bytes.iter().map(letter).collect()
}

fn utf_16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let numbers = bytes.chunks(2).map(|pair| number([pair[0], pair.get(1).copied().unwrap_or_default()]));
    char::decode_utf16(numbers).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_with_the_letters_that_it_was_written_in() {
        let text = "Nom;Ville\r\nAïssatou;Thiès\r\n";
        assert_eq!(text_in(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(text_in(format!("\u{feff}{text}").as_bytes()).as_deref(), Ok(text));
        let older: Vec<u8> = text.chars().map(|letter| u8::try_from(letter).expect("Latin-1")).collect();
        assert_eq!(text_in(&older).as_deref(), Ok(text));
        let units = || text.encode_utf16();
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(text_in(&little).as_deref(), Ok(text));
        assert_eq!(text_in(&big).as_deref(), Ok(text));
    }

    #[test]
    fn the_letters_of_windows_that_are_not_those_of_latin_1_are_known() {
        assert_eq!(text_in(b"N\x92Diaye \x8cuvre \x80 \x96 \x9f").as_deref(), Ok("N’Diaye Œuvre € – Ÿ"));
        assert_eq!(text_in(b"\xa0\xe9\xff\x81").as_deref(), Ok("\u{a0}éÿ\u{fffd}"));
        // Each letter stands where it should: none is there twice.
        let known: std::collections::BTreeSet<char> = HIGH.into_iter().filter(|it| *it != '\u{fffd}').collect();
        assert_eq!(known.len(), 27);
        assert!(known.iter().all(|letter| u32::from(*letter) > 0xff));
    }

    #[test]
    fn what_is_too_long_or_no_text_is_refused() {
        assert_eq!(text_in(&vec![b'a'; LIST_BYTES + 1]), Err(WrongFile::TooLong));
        assert!(text_in(&vec![b'a'; LIST_BYTES]).is_ok());
        for nothing in [&b""[..], b" \r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"PK\x03\x04\x14\x00\x06\x00"] {
            assert_eq!(text_in(nothing), Err(WrongFile::NoText), "{nothing:?}");
        }
    }
}
