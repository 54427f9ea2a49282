//! The file: its encoding, what it says it is, its version, its digest, where it may be cut (rules B1 to B5).

use crate::made::{CAFE, digest, encode, is_bad, note, sealed, small, with_records, without};
use nappe::core::bundle::{DecodeError, Notice, decode, decode_text};
use serde_json::Value;

#[test]
fn b1_a_file_is_utf8_json() {
    assert_eq!(decode(b"\xff\xfe{\0}\0"), Err(DecodeError::NotText), "UTF-16");
    assert_eq!(decode(b"{\"format\":\"caf\xe9\"}"), Err(DecodeError::NotText), "Latin-1");
    assert_eq!(decode(b"PK\x03\x04 a zip file"), Err(DecodeError::NotJson { line: 1 }));
    assert_eq!(decode(b"Bonjour,\nvoici le paquet"), Err(DecodeError::NotJson { line: 1 }));
    let twice = small().repeat(2);
    assert!(matches!(decode(twice.as_bytes()), Err(DecodeError::NotJson { .. })), "two bundles in one file");
    let lone = with_records(&note().to_string().replace("verger", "\\ud83e verger"));
    assert!(matches!(decode_text(&lone), Err(DecodeError::NotJson { .. })), "half a surrogate pair is no text");
}

#[test]
fn b1_nothing_in_it_is_empty() {
    for nothing in [&b""[..], b"   \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"] {
        assert_eq!(decode(nothing), Err(DecodeError::Empty));
    }
}

#[test]
fn b1_a_byte_order_mark_is_accepted_with_a_notice() {
    let plain = decode_text(&small()).unwrap();
    let marked = decode(format!("\u{feff}{}", small()).as_bytes()).unwrap();
    assert_eq!(marked.notices, [Notice::ByteOrderMark]);
    assert_eq!(marked.records, plain.records);
    assert!(plain.notices.is_empty());
}

#[test]
fn b2_something_else_in_json_is_another_format() {
    for other in ["[]", "[1,2]", "\"nappe-bundle\"", "7", "-7", "1.5", "true", "null", "{}", r#"{"format":"tldraw"}"#] {
        assert_eq!(decode_text(other), Err(DecodeError::OtherFormat), "{other}");
    }
    for format in ["nappe", "NAPPE-BUNDLE", ""] {
        let text = sealed(&small().replace("nappe-bundle", format));
        assert_eq!(decode_text(&text), Err(DecodeError::OtherFormat));
    }
    assert_eq!(decode_text(r#"{"format":["nappe-bundle"],"version":1}"#), Err(DecodeError::OtherFormat));
}

#[test]
fn b2_what_the_envelope_needs() {
    for gone in ["format", "version", "digest", "cafe", "records"] {
        let whole: Value = serde_json::from_str(&small()).unwrap();
        assert!(decode_text(&without(whole, gone).to_string()).is_err(), "without {gone}");
    }
    for (from, to) in [
        (format!(r#""cafe":"{CAFE}""#), r#""cafe":7"#.into()),
        (format!(r#""cafe":"{CAFE}""#), format!(r#""cafe":"{}""#, CAFE.to_lowercase())),
        ("\"records\":[]".into(), "\"records\":{}".into()),
        ("\"records\":[]".into(), "\"records\":[7]".into()),
        ("\"records\":[]".into(), "\"records\":[[]]".into()),
        ("\"records\":[]".into(), "\"records\":[],\"records\":[]".into()),
    ] {
        let text = with_records("").replace(&from, &to);
        assert!(is_bad(decode_text(&sealed(&text))), "{text}");
    }
}

#[test]
fn b2_the_example_of_the_format_is_one() {
    let format = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/core/src/bundle/FORMAT.md")).unwrap();
    let (_, example) = format.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    assert_eq!(sealed(example), example, "its digest");
    let decoded = decode_text(example).unwrap();
    assert_eq!((decoded.records.len(), encode(decoded)), (1, example.into()));
}

#[test]
fn b3_a_newer_version_is_refused_whole() {
    for (number, version) in [("2", 2), ("77", 77), ("4294967296", u32::MAX), ("18446744073709551615", u32::MAX)] {
        let text = small().replace("\"version\":1", &format!("\"version\":{number}"));
        assert_eq!(decode_text(&text), Err(DecodeError::NewerVersion { version }));
    }
    // Whatever else a newer version changed, it is called newer, not damaged.
    let strange =
        format!(r#"{{"records":{}1{},"version":3,"format":"nappe-bundle"}}"#, "[".repeat(200), "]".repeat(200));
    assert_eq!(decode_text(&strange), Err(DecodeError::NewerVersion { version: 3 }));
}

#[test]
fn b3_a_version_is_a_whole_number_from_1() {
    for number in ["0", "-1", "1.5", "1.0", "1e0", "18446744073709551616", "1e999", "\"1\"", "null", "[1]", "{}"] {
        let text = sealed(&small().replace("\"version\":1", &format!("\"version\":{number}")));
        assert!(is_bad(decode_text(&text)), "{number}");
    }
}

#[test]
fn b4_a_digest_that_does_not_fit_is_damage() {
    let whole = small();
    assert!(decode_text(&whole).is_ok());
    assert_eq!(decode_text(&whole.replace("Zoé", "Zoë")), Err(DecodeError::Damaged));
    assert_eq!(decode_text(&whole.replacen("\n{", "\n {", 1)), Err(DecodeError::Damaged), "laid out anew");
    let digits = whole.find("xxh64:").unwrap() + 6;
    let mut other = whole.clone();
    other.replace_range(digits..digits + 16, "0123456789abcdef");
    assert_eq!(decode_text(&other), Err(DecodeError::Damaged));
    for wrong in ["sha256:00", "xxh64:123", "xxh64:00000000000000zz", "", "XXH64:0000000000000000"] {
        let mut text = whole.clone();
        text.replace_range(digits - 6..digits + 16, wrong);
        assert!(is_bad(decode_text(&text)), "{wrong}");
    }
    let upper = format!("{}{}{}", &whole[..digits], whole[digits..digits + 16].to_uppercase(), &whole[digits + 16..]);
    assert!(upper == whole || decode_text(&upper).is_err(), "one digest has one spelling");
}

#[test]
fn b4_the_digest_is_what_the_rule_says() {
    let whole = small();
    let digits = whole.find("xxh64:").unwrap() + 6;
    assert_eq!(whole[digits..digits + 16], digest(&whole));
}

#[test]
fn b4_line_ends_and_spaces_around_do_no_harm() {
    let plain = decode_text(&small()).unwrap();
    for text in [
        small().replace('\n', "\r\n"),
        format!("\n \t{}", small()),
        format!("{}\r\n\r\n  ", small()),
        small().trim_end().to_owned(),
        format!("\u{feff}\r\n{}", small().replace('\n', "\r\n")),
    ] {
        assert_eq!(decode_text(&text).unwrap().records, plain.records, "{text}");
    }
}

#[test]
fn b4_every_damaged_byte_is_noticed() {
    let whole = small();
    let plain = decode_text(&whole).unwrap();
    for at in 0..whole.len() {
        for damage in [1u8, 0x20, 0x80, 0xff] {
            let mut bytes = whole.clone().into_bytes();
            bytes[at] ^= damage;
            if let Ok(read) = decode(&bytes) {
                assert_eq!((read.records, read.extra), (plain.records.clone(), plain.extra.clone()), "byte {at}");
            }
        }
        let mut bytes = whole.clone().into_bytes();
        bytes.remove(at);
        assert!(decode(&bytes).is_err() || at == whole.len() - 1, "byte {at} is missing");
    }
}

#[test]
fn b5_a_file_cut_anywhere_is_called_cut_off() {
    let whole = small();
    for end in 1..whole.len() - 1 {
        assert_eq!(decode(&whole.as_bytes()[..end]), Err(DecodeError::CutOff), "after {end} bytes");
    }
    assert!(decode(&whole.as_bytes()[..whole.len() - 1]).is_ok(), "only the last line end is gone");
}
