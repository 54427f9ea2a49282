//! The JSON Schema of the bundle, made from the wire types. Only a test needs it: the result lies in
//! `bundle-1.schema.json` beside this file.

use super::wire::schema::{Cafe, Contribution, Erased, KeyPoint, Question, Round, Seating, Table, Unknown};
use super::{FORMAT, VERSION, limits};
use crate::domain::Id;
use schemars::SchemaGenerator;
use serde_json::{Value, json};

/// The schema of a whole bundle.
///
/// What a schema cannot say is in `FORMAT.md`: the digest, ids that stand once, bounds in bytes.
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::default();
    let known = [
        ("cafe", generator.subschema_for::<Cafe>()),
        ("question", generator.subschema_for::<Question>()),
        ("table", generator.subschema_for::<Table>()),
        ("round", generator.subschema_for::<Round>()),
        ("contribution", generator.subschema_for::<Contribution>()),
        ("key-point", generator.subschema_for::<KeyPoint>()),
        ("seating", generator.subschema_for::<Seating>()),
        ("erased", generator.subschema_for::<Erased>()),
    ];
    let unknown = generator.subschema_for::<Unknown>();
    let cafe = generator.subschema_for::<Id>();
    let mut records: Vec<Value> = Vec::new();
    for (kind, schema) in &known {
        records.push(of_kind(schema, json!({ "const": kind })));
    }
    let kinds = known.map(|(kind, _)| kind);
    let other = json!({ "type": "string", "minLength": 1, "maxLength": limits::NAME_BYTES, "not": { "enum": kinds } });
    records.push(of_kind(&unknown, other));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Nappe bundle, format 1",
        "description": "What the devices of a World Café exchange. Unknown fields are allowed everywhere and are kept.",
        "type": "object",
        "required": ["format", "version", "digest", "cafe", "records"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "const": VERSION },
            "digest": { "type": "string", "pattern": "^xxh64:[0-9a-f]{16}$" },
            "cafe": cafe,
            "records": { "type": "array", "maxItems": limits::RECORDS, "items": { "oneOf": records } }
        },
        "$defs": generator.take_definitions(true)
    })
}

fn of_kind(fields: &schemars::Schema, kind: Value) -> Value {
    json!({ "required": ["kind"], "properties": { "kind": kind }, "allOf": [fields] })
}
