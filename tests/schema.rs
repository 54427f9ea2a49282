//! `bundle-1.schema.json` is what the wire types say, and what the app writes fits it. `NAPPE_BLESS=1` writes it anew.
//!
//! The checker below knows the keywords that the schema uses and panics at any other, so that none is ignored unseen.

mod histories;

use histories::{World, bytes, config, forged, history};
use nappe::core::bundle;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/core/src/bundle/bundle-1.schema.json");
const KEPT: &str = "tests/regressions/schema.txt";
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(&std::fs::read_to_string(PATH).expect("the schema file")).expect("the schema is JSON")
});

/// Where a value does not fit a schema; nothing where it does.
fn misfit(schema: &Value, value: &Value) -> Option<String> {
    let Value::Object(keywords) = schema else {
        return (schema == &Value::Bool(false)).then(|| "nothing fits".into());
    };
    keywords.iter().find_map(|(keyword, wants)| {
        let fits = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" | "format" => true,
            "$ref" => {
                let path = wants.as_str().and_then(|it| it.strip_prefix('#')).expect("a local reference");
                return misfit(SCHEMA.pointer(path).expect("its definition"), value);
            }
            "type" => match wants {
                Value::Array(types) => types.iter().any(|it| is_type(it, value)),
                one => is_type(one, value),
            },
            "const" => wants == value,
            "enum" => wants.as_array().expect("a list").contains(value),
            "not" => misfit(wants, value).is_some(),
            "anyOf" => wants.as_array().expect("a list").iter().any(|it| misfit(it, value).is_none()),
            "oneOf" => wants.as_array().expect("a list").iter().filter(|it| misfit(it, value).is_none()).count() == 1,
            "allOf" => return wants.as_array().expect("a list").iter().find_map(|it| misfit(it, value)),
            "required" => value.as_object().is_none_or(|fields| {
                wants.as_array().expect("names").iter().all(|name| fields.contains_key(name.as_str().expect("a name")))
            }),
            "properties" => {
                let Value::Object(fields) = value else { return None };
                return wants.as_object().expect("properties").iter().find_map(|(name, schema)| {
                    fields.get(name).and_then(|it| misfit(schema, it)).map(|why| format!("{name}/{why}"))
                });
            }
            "items" => {
                let Value::Array(items) = value else { return None };
                return items.iter().find_map(|it| misfit(wants, it));
            }
            "maxItems" => value.as_array().is_none_or(|it| it.len() as u64 <= wants.as_u64().expect("a bound")),
            "minLength" => {
                value.as_str().is_none_or(|it| it.chars().count() as u64 >= wants.as_u64().expect("a bound"))
            }
            "maxLength" => {
                value.as_str().is_none_or(|it| it.chars().count() as u64 <= wants.as_u64().expect("a bound"))
            }
            "minimum" => value.as_f64().is_none_or(|it| it >= wants.as_f64().expect("a bound")),
            "maximum" => value.as_f64().is_none_or(|it| it <= wants.as_f64().expect("a bound")),
            "pattern" => value.as_str().is_none_or(|it| matches(wants.as_str().expect("a pattern"), it)),
            other => panic!("the checker does not know the keyword {other}"),
        };
        (!fits).then(|| format!("{keyword} {wants}: {value}"))
    })
}

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        other => panic!("the checker does not know the type {other}"),
    }
}

fn matches(pattern: &str, text: &str) -> bool {
    let base32 = |text: &str| text.bytes().all(|it| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(&it));
    match pattern {
        "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" => text.len() == 26 && base32(text) && text.as_bytes()[0] <= b'7',
        "^[0-9A-HJKMNP-TV-Z]{12}$" => text.len() == 12 && base32(text),
        "^xxh64:[0-9a-f]{16}$" => text.strip_prefix("xxh64:").is_some_and(|it| {
            it.len() == 16 && it.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it))
        }),
        other => panic!("the checker does not know the pattern {other}"),
    }
}

#[test]
fn b8_the_schema_is_what_the_wire_types_say() {
    let fresh = format!("{}\n", serde_json::to_string_pretty(&bundle::schema()).unwrap());
    if std::env::var_os("NAPPE_BLESS").is_some() {
        std::fs::write(PATH, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(kept == fresh, "bundle-1.schema.json is stale: run this test with NAPPE_BLESS=1 and read what changed");
}

#[test]
fn b8_what_is_bent_does_not_fit_the_schema() {
    let whole: Value = serde_json::from_str(&bytes(&histories::beginning())).unwrap();
    assert_eq!(misfit(&SCHEMA, &whole), None);
    for (path, value) in [
        ("/format", json!("other")),
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/digest", json!("xxh64:12")),
        ("/cafe", json!("lower")),
        ("/records", json!({})),
        ("/records/0", json!([])),
        ("/records/0/kind", json!(7)),
        ("/records/0/id", json!("I")),
        ("/records/0/title", json!("bare")),
        ("/records/0/title/at", json!(null)),
        ("/records/0/form/is", json!("other")),
        ("/records/1/text", json!("bare")),
        ("/records/1/text/0/is", json!(1)),
        ("/records/1/order/is", json!(-1)),
        ("/records/1/order/is", json!(1.5)),
        ("/records/1/order/is", json!("1")),
        ("/records/3/question/is", json!("no id")),
        ("/records/1/kind", json!("table")),
        ("/records/1/kind", json!("")),
    ] {
        let mut bent = whole.clone();
        *bent.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value.clone();
        assert!(misfit(&SCHEMA, &bent).is_some(), "{path} {value}");
    }
    for gone in ["format", "version", "digest", "cafe", "records"] {
        let mut bent = whole.clone();
        bent.as_object_mut().unwrap().remove(gone);
        assert!(misfit(&SCHEMA, &bent).is_some(), "without {gone}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config(KEPT).cases.min(300), ..config(KEPT) })]

    #[test]
    fn b8_what_the_app_writes_fits_the_schema(history in history(), forged in forged::cafe()) {
        for cafe in [World::play(&history).merged(), forged] {
            let whole: Value = serde_json::from_str(&bytes(&cafe)).unwrap();
            prop_assert_eq!(misfit(&SCHEMA, &whole), None);
        }
    }
}
