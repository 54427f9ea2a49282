//! Records and the fields that every version knows (rules B6 to B11).

use crate::made::{
    AT, CAFE, LATER, NOTE, encode, is_bad, note, read, round, sealed, small, with, with_records, without,
};
use nappe::core::bundle::{DecodeError, decode_text};
use nappe::core::domain::*;
use serde_json::{Value, json};

#[test]
fn b6_ids_stamps_and_devices_have_one_spelling() {
    let bad = [
        "",
        "01J0000000000000000000000",
        "01j00000000000000000000000",
        "81J00000000000000000000000",
        "O1J00000000000000000000000",
        "01J000000000000000000000000",
        "01J0000000000000000000000é",
    ];
    for text in bad {
        assert!(is_bad(read(&with(note(), "/id", json!(text)))), "{text}");
        assert!(is_bad(read(&with(note(), "/text/0/at", json!(text)))), "{text}");
        assert!(is_bad(read(&with(note(), "/author", json!(text)))), "{text}");
    }
    assert!(read(&with(note(), "/id", json!("7ZZZZZZZZZZZZZZZZZZZZZZZZZ"))).is_ok(), "the greatest");
    assert!(is_bad(read(&with(note(), "/author", json!("00000000000a")))));
}

#[test]
fn b6_the_layout_of_ids_and_stamps() {
    let stamp = Stamp::new(1, 2, WriterId::from_bits(3));
    assert_eq!(stamp.to_string(), "00000000010002000000000003", "ten of time, four of counter, twelve of writer");
    assert_eq!(Id::from_bits(1 << 80 | 31).to_string(), "0000000001000000000000000Z");
    assert_eq!(DeviceId::from_bits(32).to_string(), "000000000010");
}

#[test]
fn b7_a_record_stands_once() {
    let twice = with_records(&format!("{},{}", note(), round()));
    assert_eq!(decode_text(&twice), Err(DecodeError::DuplicateId { id: NOTE.into() }));
    let apart = with_records(&format!("{},{},{}", note(), with(round(), "/id", json!(CAFE)), note()));
    assert_eq!(decode_text(&apart), Err(DecodeError::DuplicateId { id: NOTE.into() }));
}

#[test]
fn b7_records_may_stand_in_any_order() {
    let (a, b) = (with(round(), "/id", json!(LATER)), note());
    let one = decode_text(&with_records(&format!("{a},{b}"))).unwrap();
    let other = decode_text(&with_records(&format!("{b},{a}"))).unwrap();
    assert_eq!(one, other);
    assert_eq!(encode(one), encode(other));
}

#[test]
fn b7_the_head_of_another_cafe_is_refused() {
    let head = small().lines().nth(1).unwrap().trim_end_matches(',').replace(CAFE, LATER);
    assert!(is_bad(decode_text(&with_records(&head))));
}

#[test]
fn b8_fields_of_a_wrong_type_are_refused() {
    for (path, value) in [
        ("/kind", json!(1)),
        ("/kind", json!(null)),
        ("/id", json!(1)),
        ("/author", json!(null)),
        ("/question", json!(null)),
        ("/table", json!({})),
        ("/round", json!([])),
        ("/example_of", json!(true)),
        ("/text", json!("words")),
        ("/text", json!({})),
        ("/text", json!(null)),
        ("/text", json!([1])),
        ("/text", json!([null])),
        ("/text", json!([{}])),
        ("/text", json!([{"at": AT}])),
        ("/text", json!([{"is": ""}])),
        ("/text/0/is", json!(1)),
        ("/text/0/is", json!(null)),
        ("/text_replaced", json!(null)),
        ("/text_replaced", json!([1])),
        ("/text_replaced", json!(["x"])),
        ("/text_replaced", json!(AT)),
        ("/kept", json!([AT])),
        ("/kept", json!({"at": AT, "is": [1]})),
        ("/name", json!("Zoé")),
        ("/hidden", json!(true)),
        ("/hidden", json!({"at": AT, "is": 1})),
        ("/hidden", json!({"at": AT, "is": "true"})),
        ("/hidden", json!({"is": true})),
        ("/hidden", json!({"at": 5, "is": true})),
    ] {
        assert!(is_bad(read(&with(note(), path, value.clone()))), "{path} {value}");
    }
    for gone in ["kind", "id", "author", "question", "table", "round", "text"] {
        assert!(is_bad(read(&without(note(), gone))), "without {gone}");
    }
    for absent in ["example_of", "kept", "name", "hidden"] {
        let absent = read(&with(note(), &format!("/{absent}"), Value::Null));
        assert_eq!(absent, read(&note()), "null is absent");
    }
}

#[test]
fn b8_hostile_numbers_are_refused() {
    for number in
        ["-1", "1.5", "1e999", "18446744073709551616", "4294967296", "1e2", "20.0", "NaN", "\"20\"", "-0", "[20]"]
    {
        for field in ["minutes", "order"] {
            let old = if field == "minutes" { "20" } else { "0" };
            let text = round().to_string();
            let from = format!(r#""{field}":{{"at":"{AT}","is":{old}}}"#);
            assert!(text.contains(&from), "{text}");
            let text = text.replace(&from, &format!(r#""{field}":{{"at":"{AT}","is":{number}}}"#));
            let error = decode_text(&with_records(&text)).expect_err(number);
            assert!(matches!(error, DecodeError::BadRecord { .. } | DecodeError::NotJson { .. }), "{number} {error}");
        }
    }
    for (minutes, good) in [(0, false), (1, true), (600, true), (601, false), (u32::MAX, false)] {
        assert_eq!(read(&with(round(), "/minutes/is", json!(minutes))).is_ok(), good, "{minutes}");
    }
    let unknown = note().to_string().replacen('{', "{\"weight\":1e999,", 1);
    assert!(is_bad(decode_text(&with_records(&unknown))), "no number at all");
}

#[test]
fn b8_the_records_stand_once() {
    let line = note().to_string();
    let whole = with_records(&format!("\n{line}\n"));
    assert!(decode_text(&whole).is_ok());
    for again in ["\"records\":[],", "\"records\":null,"] {
        assert!(is_bad(decode_text(&sealed(&whole.replacen("\"cafe\":", &format!("{again}\"cafe\":"), 1)))), "{again}");
    }
}

#[test]
fn b8_a_name_stands_once_in_an_object() {
    let text = note().to_string();
    for field in
        ["\"kind\":\"round\"", "\"id\":\"x\"", "\"text\":[]", "\"hidden\":null,\"hidden\":null", "\"x\":1,\"x\":1"]
    {
        let last = format!("{},{field}}}", text.strip_suffix('}').unwrap());
        assert!(is_bad(decode_text(&with_records(&last))), "{field}");
        let first = text.replacen("{\"author\"", &format!("{{{field},\"author\""), 1);
        assert_ne!(first, text);
        assert!(is_bad(decode_text(&with_records(&first))), "{field}");
    }
    // Also inside, and wherever the kind stands.
    let inner = text.replace(&format!("{{\"at\":\"{AT}\""), &format!("{{\"at\":\"{LATER}\",\"at\":\"{AT}\""));
    assert_ne!(inner, text);
    assert!(is_bad(decode_text(&with_records(&inner))));
    let canonical = encode(read(&note()).unwrap());
    let inner = canonical.replace(&format!("{{\"at\":\"{AT}\""), &format!("{{\"at\":\"{LATER}\",\"at\":\"{AT}\""));
    assert_ne!(inner, canonical);
    assert!(is_bad(decode_text(&sealed(&inner))));
    let erased = format!(r#"{{"kind":"erased","id":"{NOTE}","was":"contribution","at":"{AT}","kind":"cafe"}}"#);
    assert!(is_bad(decode_text(&with_records(&erased))));
}

#[test]
fn b9_texts_are_carried_letter_by_letter() {
    let words = "<img onerror=alert(1)> =1+1 \u{a0}\u{202f} \u{202e}مرحبا\u{202c} 🧶👩‍🌾 \u{0}\u{1f}\u{7f}\u{2028} \\ \" é e\u{301}";
    let decoded = read(&with(note(), "/text/0/is", json!(words))).unwrap();
    let text = encode(decoded);
    let again = decode_text(&text).unwrap().into_cafe();
    assert_eq!(again.contribution(Id::parse(NOTE).unwrap()).unwrap().words(), words);
    assert!(text.contains("\\u0000\\u001f\u{7f}\u{2028}"), "only what JSON demands is escaped: {text}");
}

#[test]
fn b10_versions_that_were_replaced_are_not_read_as_standing() {
    let note =
        with(note(), "/text", json!([{"at": LATER, "is": "b"}, {"at": AT, "is": "a"}, {"at": LATER, "is": "b"}]));
    let note = with(note, "/text_replaced", json!([AT, AT]));
    let cafe = read(&note).unwrap().into_cafe();
    let text = &cafe.contribution(Id::parse(NOTE).unwrap()).unwrap().text;
    assert_eq!(text.live().len(), 1);
    assert_eq!((text.latest(), text.replaced().len()), ("b", 1));
}

#[test]
fn b10_equal_stamps_with_different_words_both_stand() {
    let note = with(note(), "/text", json!([{"at": AT, "is": "b"}, {"at": AT, "is": "a"}]));
    let cafe = read(&note).unwrap().into_cafe();
    assert_eq!(cafe.contribution(Id::parse(NOTE).unwrap()).unwrap().text.texts().len(), 2);
}

#[test]
fn b11_an_erasure_carries_nothing_else() {
    let erased = json!({"kind": "erased", "id": NOTE, "was": "contribution", "at": AT, "words": "secret"});
    let text = encode(read(&erased).unwrap());
    assert!(!text.contains("secret"));
    assert!(text.contains(&format!(r#"{{"kind":"erased","id":"{NOTE}","was":"contribution","at":"{AT}"}}"#)));
    for gone in ["id", "was", "at"] {
        assert!(is_bad(read(&without(erased.clone(), gone))), "without {gone}");
    }
}
