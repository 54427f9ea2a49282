//! Bounds of size, number and depth (rule B16).

use crate::made::{AT, note, read, small, with, with_records};
use nappe::core::bundle::{DecodeError, decode, decode_text, limits};
use nappe::core::domain::*;
use serde_json::json;

fn refused(text: &str) -> Option<&'static str> {
    match decode_text(text) {
        Err(DecodeError::BeyondLimit { which }) => Some(which),
        _ => None,
    }
}

#[test]
fn b16_a_file_may_have_32_mebibytes() {
    let mut big = small();
    big.push_str(&" ".repeat(limits::FILE_BYTES - big.len()));
    assert!(decode_text(&big).is_ok());
    big.push(' ');
    assert_eq!(decode_text(&big), Err(DecodeError::TooBig));
    assert_eq!(decode(&vec![b'x'; 33_000_000 + 1_000_000]), Err(DecodeError::TooBig));
}

#[test]
fn b16_a_bundle_may_have_100_000_records() {
    let record =
        |n: usize| format!(r#"{{"kind":"erased","id":"{}","was":"dot","at":"{AT}"}}"#, Id::from_bits(n as u128));
    let all: Vec<String> = (0..=limits::RECORDS).map(record).collect();
    assert!(decode_text(&with_records(&all[1..].join(","))).is_ok());
    assert_eq!(refused(&with_records(&all.join(","))), Some("records"));
}

#[test]
fn b16_a_text_may_have_20_000_bytes() {
    let long = |bytes: usize| "é".repeat(bytes / 2);
    for path in ["/text/0/is", "/new"] {
        assert!(read(&with(note(), path, json!(long(20_000)))).is_ok());
        assert_eq!(
            refused(&with_records(&with(note(), path, json!(long(20_002))).to_string())),
            Some("bytes of a text")
        );
    }
}

#[test]
fn b16_versions_and_replaced_stamps_are_bounded() {
    let stamp = |n: usize| Stamp::from_bits(n as u128).to_string();
    let versions = |count: usize| (0..count).map(|n| json!({"at": stamp(n), "is": ""})).collect::<Vec<_>>();
    assert!(read(&with(note(), "/text", json!(versions(1_000)))).is_ok());
    assert_eq!(refused(&with_records(&with(note(), "/text", json!(versions(1_001))).to_string())), Some("versions"));
    let stamps = |count: usize| (0..count).map(stamp).collect::<Vec<_>>();
    for (path, value) in [
        ("/text_replaced", json!(stamps(10_001))),
        ("/kept", json!({"at": AT, "is": stamps(10_001)})),
        ("/new", json!(stamps(10_001))),
    ] {
        let text = with_records(&with(note(), path, value).to_string());
        assert_eq!(refused(&text), Some("replaced versions"), "{path}");
    }
    assert!(read(&with(note(), "/text_replaced", json!(stamps(10_000)))).is_ok());
}

#[test]
fn b16_unknown_fields_are_bounded_in_number_name_and_depth() {
    let many = |count: usize| (0..count).map(|n| (format!("x{n}"), json!(n))).collect::<serde_json::Map<_, _>>();
    let beside = |count: usize| {
        let mut record = note();
        record.as_object_mut().unwrap().extend(many(count));
        with_records(&record.to_string())
    };
    assert!(decode_text(&beside(256)).is_ok());
    assert_eq!(refused(&beside(257)), Some("unknown fields"));
    assert_eq!(refused(&with_records(&with(note(), "/new", json!(many(257))).to_string())), Some("unknown fields"));
    let name = "n".repeat(65);
    assert_eq!(
        refused(&with_records(&with(note(), &format!("/{name}"), json!(1)).to_string())),
        Some("bytes of a name")
    );
    assert_eq!(
        refused(&with_records(&with(note(), "/new", json!({name.clone(): 1})).to_string())),
        Some("bytes of a name")
    );
    assert_eq!(refused(&with_records(&with(note(), "/kind", json!(name)).to_string())), Some("bytes of a name"));
    assert_eq!(refused(&with_records(&with(note(), "/kind", json!("")).to_string())), Some("bytes of a name"));
    let nested = |open: &str, close: &str, depth: usize| {
        let field = format!("{{\"new\":{}1{},", open.repeat(depth), close.repeat(depth));
        with_records(&note().to_string().replacen('{', &field, 1))
    };
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        assert!(decode_text(&nested(open, close, 32)).is_ok());
        assert_eq!(refused(&nested(open, close, 33)), Some("levels of nesting"));
        assert_eq!(refused(&nested(open, close, 100_000)), Some("levels of nesting"));
    }
    let bare = "[".repeat(1_000_000);
    assert!(decode_text(&bare).is_err(), "and the stack holds");
}

#[test]
fn b16_a_merge_never_leads_beyond_what_can_be_read() {
    use nappe::core::import::Plan;
    let fields = |prefix: &str| {
        let mut record = note();
        let new = (0..200).map(|n| (format!("{prefix}{n}"), json!(n)));
        record.as_object_mut().unwrap().extend(new);
        read(&record).unwrap()
    };
    let cafe = fields("a").into_cafe();
    let counts = Plan::default().add(&cafe, fields("b").records);
    assert_eq!((counts.refused, counts.changes()), (1, false));
}
