//! Bundles and records made by hand, apart from the code that is tested.

use nappe::core::bundle::{self, DecodeError, Decoded, decode_text};
use nappe::core::domain::*;
use serde_json::{Value, json};
use twox_hash::XxHash64;

pub const KEPT: &str = "tests/regressions/bundle.txt";
pub const CAFE: &str = "01J00000000000000000000000";
pub const NOTE: &str = "01J00000000000000000000009";
pub const AT: &str = "01J00000000000000000000001";
pub const LATER: &str = "01J00000000000000000000002";
pub const DEVICE: &str = "00000000000A";
pub const BLANK: &str = "0000000000000000";

/// The digest as `FORMAT.md` describes it, written apart from the core.
pub fn digest(text: &str) -> String {
    let (start, _) = text.split_once("xxh64:").expect("a digest to fill in");
    let start = start.len() + "xxh64:".len();
    let blank = format!("{}{BLANK}{}", &text[..start], &text[start + 16..]);
    let counted: String = blank.trim_matches([' ', '\t', '\r', '\n']).chars().filter(|&it| it != '\r').collect();
    format!("{:016x}", XxHash64::oneshot(0, counted.as_bytes()))
}

/// Fills the right digest in.
pub fn sealed(text: &str) -> String {
    let at = text.find("xxh64:").expect("a digest to fill in") + "xxh64:".len();
    format!("{}{}{}", &text[..at], digest(text), &text[at + 16..])
}

/// A bundle with these records, its digest right.
pub fn with_records(records: &str) -> String {
    sealed(&format!(
        r#"{{"format":"nappe-bundle","version":1,"digest":"xxh64:{BLANK}","cafe":"{CAFE}","records":[{records}]}}"#
    ))
}

/// A note as JSON, to be bent.
pub fn note() -> Value {
    json!({
        "kind": "contribution", "id": NOTE, "author": DEVICE, "question": CAFE, "table": CAFE, "round": CAFE,
        "text": [{"at": AT, "is": "Un verger pour l’école"}],
    })
}

pub fn round() -> Value {
    json!({
        "kind": "round", "id": NOTE, "minutes": {"at": AT, "is": 20}, "question": {"at": AT, "is": null},
        "order": {"at": AT, "is": 0},
    })
}

pub fn with(mut record: Value, path: &str, value: Value) -> Value {
    let (parent, name) = path.rsplit_once('/').expect("a path");
    record.pointer_mut(parent).expect("the parent").as_object_mut().expect("an object").insert(name.into(), value);
    record
}

pub fn without(mut record: Value, name: &str) -> Value {
    record.as_object_mut().expect("an object").remove(name);
    record
}

/// The record as a whole bundle, read.
pub fn read(record: &Value) -> Result<Decoded, DecodeError> {
    decode_text(&with_records(&record.to_string()))
}

pub fn encode(decoded: Decoded) -> String {
    bundle::encode(&decoded.into_cafe(), Scope::Whole)
}

/// A small bundle as the app writes it, with one of everything that is short.
pub fn small() -> String {
    let (id, at) = (Id::parse(NOTE).unwrap(), Stamp::parse(AT).unwrap());
    let mut clock = Clock::new(WriterId::from_bits(3));
    let mut cafe = Cafe::create(Id::parse(CAFE).unwrap(), "Été\u{202f}!", Form::QuestionPerRound, at);
    let author = DeviceId::from_bits(9);
    let write = Command::Write {
        id,
        author,
        question: id,
        table: id,
        round: id,
        text: "a\nb\"é🧶".into(),
        name: "Zoé".into(),
        example_of: None,
    };
    cafe.apply(write, 5_000, &mut clock).unwrap();
    let seen = cafe.contribution(id).unwrap().text.seen();
    cafe.apply(Command::Rewrite { id, seen, text: "c".into() }, 6_000, &mut clock).unwrap();
    cafe.apply(Command::SetHidden { id, hidden: true }, 6_000, &mut clock).unwrap();
    cafe.extra.insert("later".into(), Json::Number("1.5".into()));
    bundle::encode(&cafe, Scope::Whole)
}

pub fn is_bad(result: Result<Decoded, DecodeError>) -> bool {
    matches!(result, Err(DecodeError::BadRecord { .. }))
}
