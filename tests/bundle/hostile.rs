//! Whatever somebody makes of a bundle (rule B18).

use crate::histories::{self, config, forged, history};
use crate::made::{KEPT, encode, sealed};
use nappe::core::bundle::{self, decode, decode_text};
use nappe::core::domain::*;
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(config(KEPT))]

    #[test]
    fn b18_a_mutated_bundle_never_panics_and_never_lies(
        history in history(), mutations in proptest::collection::vec((any::<u32>(), any::<u8>(), 0u8..5), 1..6),
    ) {
        let whole = histories::bytes(&histories::World::play(&history).merged());
        let mut bytes = whole.clone().into_bytes();
        for (at, byte, how) in mutations {
            if bytes.is_empty() {
                break;
            }
            let at = at as usize % bytes.len();
            match how {
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, byte),
                3 => bytes.truncate(at),
                _ => bytes.insert(at, b"{}[]\",:\\0-"[usize::from(byte) % 10]),
            }
        }
        if let Ok(read) = decode(&bytes) {
            prop_assert_eq!(encode(read), whole.clone());
        }
        // The same damage under a right digest: refused or read, and what is read is written canonically.
        if let Ok(text) = String::from_utf8(bytes)
            && let Some(at) = text.find("xxh64:")
            && text.is_char_boundary(at + 22)
            && at + 22 <= text.len()
        {
            let read = decode_text(&sealed(&text));
            // A space where this app writes none: the whole is read in the general way, and comes to the same.
            let general = text.replacen("\"records\":[\n", "\"records\":[ \n", 1);
            prop_assert_eq!(&read, &decode_text(&sealed(&general)));
            if let Ok(read) = read {
                let once = encode(read);
                prop_assert_eq!(encode(decode_text(&once).unwrap()), once);
            }
        }
    }

    #[test]
    fn b18_any_json_never_panics(cafe in forged::cafe(), extra in forged::extra(), name in "[a-z]{1,8}", at in any::<u16>()) {
        // Any value in the place of any other.
        let mut carrier = Cafe::new(histories::CAFE);
        carrier.extra = extra;
        let values: Value = serde_json::from_str(&bundle::encode(&carrier, Scope::Whole)).unwrap();
        let mut whole: Value = serde_json::from_str(&histories::bytes(&cafe)).unwrap();
        let value = values.get("x").cloned().unwrap_or_else(|| json!({name: -1}));
        let mut places = Vec::new();
        collect(&whole, String::new(), &mut places);
        if let Some(place) = places.get(usize::from(at) % places.len().max(1)) {
            *whole.pointer_mut(place).unwrap() = value;
        }
        let text = whole.to_string();
        if decode_text(&text).is_ok() {
            return Err(TestCaseError::fail("the digest is of another text"));
        }
        if text.contains("xxh64:")
            && let Ok(read) = decode_text(&sealed(&text))
        {
            let once = encode(read);
            prop_assert_eq!(encode(decode_text(&once).unwrap()), once);
        }
    }

    #[test]
    fn b18_any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,60}") {
        prop_assert!(decode(&bytes).is_err());
        prop_assert!(decode_text(&text).is_err());
        let _ = bundle::decode_record(&text, 1);
    }
}

fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, it)| collect(it, format!("{place}/{n}"), places));
        }
        Value::Object(fields) => fields.iter().for_each(|(name, it)| collect(it, format!("{place}/{name}"), places)),
        _ => {}
    }
    if !place.is_empty() {
        places.push(place);
    }
}
