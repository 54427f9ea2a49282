//! What this version does not know, and the canonical form (rules B12 to B14).

use crate::made::{AT, BLANK, CAFE, DEVICE, LATER, NOTE, encode, note, read, round, sealed, with, with_records};
use nappe::core::bundle::{self, decode_text};
use serde_json::{Value, json};

#[test]
fn b12_unknown_fields_survive_at_every_level() {
    let mark = |value: Value| json!({"deep": [1, 1.5, "é", null, true, {"x": value}]});
    let record = with(note(), "/new", mark(json!(1)));
    let record = with(record, "/text/0/new", mark(json!(2)));
    let record = with(record, "/name", json!({"at": AT, "is": "Z", "new": mark(json!(3))}));
    let kept = json!({"at": AT, "is": [AT, LATER], "new": mark(json!(4))});
    let record = with(record, "/kept", kept);
    let record = with(record, "/hidden", json!({"at": AT, "is": false, "new": mark(json!(5))}));
    let dot = json!({"kind": "dot", "id": LATER, "on": NOTE, "new": mark(json!(6))});
    let round = with(with(round(), "/id", json!(AT)), "/minutes/new", mark(json!(7)));
    let text = with_records(&format!("{record},{dot},{round}"));
    let text = sealed(&text.replace(",\"records\"", &format!(",\"new\":{},\"records\"", mark(json!(8)))));
    let decoded = decode_text(&text).unwrap();
    let again = encode(decoded.clone());
    for number in 1..=8 {
        let mark = mark(json!(number)).to_string();
        assert!(again.contains(&mark), "{mark} is missing in {again}");
    }
    assert_eq!(decode_text(&again).unwrap(), decoded);
}

#[test]
fn b12_unknown_numbers_stay_what_they_are() {
    for number in [
        "0",
        "-1",
        "18446744073709551615",
        "-9223372036854775808",
        "0.1",
        "-0.0",
        "1e300",
        "5e-324",
        "1.7976931348623157e308",
        "123456789012345680000",
        "3.141592653589793",
        "7.2057594037927933e16",
        "9007199254740993",
        "0.30000000000000004",
        "1.2345678901234567e-200",
        "8.41245321235e-41",
    ] {
        let text = note().to_string().replacen('{', &format!("{{\"n\":{number},"), 1);
        let once = encode(decode_text(&with_records(&text)).unwrap());
        let twice = encode(decode_text(&once).unwrap());
        assert_eq!(once, twice, "{number}");
        let value: Value = serde_json::from_str(&once).unwrap();
        let read: f64 = value.pointer("/records/0/n").unwrap().to_string().parse().unwrap();
        assert_eq!(read.to_bits(), number.parse::<f64>().unwrap().to_bits(), "{number}");
    }
}

#[test]
fn b13_two_copies_of_unknown_fields_merge_by_their_shape() {
    use nappe::core::merge::Join;
    let version = |at: &str, is: &str| json!({"at": at, "is": is});
    let joined = |a: Value, b: Value| -> Value {
        let read = |fields: Value| read(&with(note(), "/new", fields)).unwrap().records.remove(0);
        let (mut a, b) = (read(a), read(b));
        let mut turned = b.clone();
        turned.join(&a);
        a.join(&b);
        assert_eq!(a, turned);
        serde_json::from_str::<Value>(&bundle::encode_record(&a)).unwrap()["new"].clone()
    };
    assert_eq!(joined(json!(1), json!(2)), json!(2), "values: the greater");
    assert_eq!(joined(json!("z"), json!([])), json!([]), "a list of versions beats a value");
    assert_eq!(joined(version(LATER, "a"), version(AT, "b")), version(LATER, "a"), "the later");
    assert_eq!(joined(version(AT, "a"), version(AT, "b")), version(AT, "b"), "at a tie the greater");
    assert_eq!(joined(json!([1, 2]), version(AT, "b")), version(AT, "b"), "a stamped value beats another");
    let both = json!([version(AT, "a"), version(LATER, "b")]);
    assert_eq!(joined(json!([version(LATER, "b")]), json!([version(AT, "a")])), both, "versions: the union");
    let read = |fields: Value| {
        read(&with(with(note(), "/new", fields), "/new_replaced", json!([AT]))).unwrap().records.remove(0)
    };
    let line = bundle::encode_record(&read(both));
    assert!(!line.contains("\"is\":\"a\""), "what was replaced is gone: {line}");
}

#[test]
fn b14_the_order_of_names_means_nothing() {
    let canonical = encode(read(&with(note(), "/new", json!({"a": 1}))).unwrap());
    let line = canonical.lines().nth(1).unwrap();
    let fields = "\"new\":{\"a\":1}";
    let kind_last =
        format!("{{{}{}", &line["{\"kind\":\"contribution\",".len()..line.len() - 1], ",\"kind\":\"contribution\"}");
    let new_first = format!("{{{fields},{}}}", &line[1..line.len() - 1].replace(&format!(",{fields}"), ""));
    for text in [&kind_last, &new_first] {
        assert_ne!(text, line);
        assert_eq!(encode(decode_text(&with_records(text)).unwrap()), canonical);
        assert_eq!(bundle::encode_record(&bundle::decode_record(text, 1).unwrap()), line);
    }
    let turned = format!(
        "{{\"records\":[{line}],\"cafe\":\"{CAFE}\",\"digest\":\"xxh64:{BLANK}\",\"version\":1,\"format\":\"nappe-bundle\"}}"
    );
    assert_eq!(encode(decode_text(&sealed(&turned)).unwrap()), canonical);
}

#[test]
fn b14_the_canonical_form_letter_by_letter() {
    let spaced =
        serde_json::to_string_pretty(&json!([with(note(), "/hidden", json!({"is": true, "at": LATER}))])).unwrap();
    let text = encode(decode_text(&with_records(&spaced[1..spaced.len() - 1])).unwrap());
    let record = format!(
        r#"{{"kind":"contribution","id":"{NOTE}","author":"{DEVICE}","question":"{CAFE}","table":"{CAFE}","round":"{CAFE}","text":[{{"at":"{AT}","is":"Un verger pour l’école"}}],"hidden":{{"at":"{LATER}","is":true}}}}"#
    );
    let whole = format!(
        "{{\"format\":\"nappe-bundle\",\"version\":1,\"digest\":\"xxh64:{BLANK}\",\"cafe\":\"{CAFE}\",\"records\":[\n{record}\n]}}\n"
    );
    assert_eq!(text, sealed(&whole));
}
