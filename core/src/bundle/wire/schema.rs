//! The wire's shape as types, for the JSON Schema alone. A test reads what the app writes against that schema, and
//! another reads every example of the schema's fields, so that these types and the reader cannot drift apart.
#![expect(dead_code, reason = "only their shape matters")]

use crate::bundle::limits;
use crate::domain::{DeviceId, Form, Id, Stamp};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A text that a person wrote.
pub struct Text;

macro_rules! described {
    ($($type:ty, $name:literal, $schema:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

described! {
    Id, "Id", json_schema!({
        "type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$",
        "description": "128 bits in Crockford's base32: 48 bits of milliseconds since 1970, 80 random bits."
    });
    Stamp, "Stamp", json_schema!({
        "type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$",
        "description": "128 bits in Crockford's base32: 48 bits of milliseconds since 1970, a 20-bit counter, the 60-bit writer."
    });
    DeviceId, "DeviceId", json_schema!({
        "type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{12}$",
        "description": "60 random bits in Crockford's base32."
    });
    Form, "Form", json_schema!({
        "enum": [super::form_name(Form::QuestionPerTable), super::form_name(Form::QuestionPerRound)]
    });
    Text, "Text", json_schema!({
        "type": "string", "description": format!("At most {} bytes in UTF-8.", limits::TEXT_BYTES)
    });
}

/// A value and when it was set; of two, the later stands.
#[derive(JsonSchema)]
#[schemars(rename = "Latest_{T}")]
pub struct Latest<T> {
    /// When it was set.
    at: Stamp,
    /// What it is.
    is: T,
}

/// One text, and when it was written.
#[derive(JsonSchema)]
pub struct Version {
    /// When it was written.
    at: Stamp,
    /// The words.
    is: Text,
}

/// The café's own record; its id is the café's id.
#[derive(JsonSchema)]
pub struct Cafe {
    /// The café's id.
    id: Id,
    /// What the event is called.
    title: Latest<Text>,
    /// The day, as `2026-11-23`; empty when not set.
    date: Latest<Text>,
    /// Where it happens; empty when not set.
    place: Latest<Text>,
    /// Whether tables or rounds have the questions.
    form: Latest<Form>,
    /// The clock of the round: `over ROUND`, `paused ROUND MILLISECONDS` or `running ROUND INSTANT`.
    clock: Option<Latest<Text>>,
}

/// A question.
#[derive(JsonSchema)]
pub struct Question {
    /// Its id.
    id: Id,
    /// The wordings that stand, the oldest first.
    text: Vec<Version>,
    /// The stamps of the wordings that others replaced.
    #[schemars(default)]
    text_replaced: Vec<Stamp>,
    /// The stamps of wordings that a person decided to leave side by side.
    kept: Option<Latest<Vec<Stamp>>>,
    /// Its place among the questions.
    order: Latest<u32>,
    /// Whether it was taken out of the set-up.
    removed: Option<Latest<bool>>,
}

/// A table.
#[derive(JsonSchema)]
pub struct Table {
    /// Its id.
    id: Id,
    /// A name of its own; empty for its number.
    name: Latest<Text>,
    /// The question asked at it, when tables have the questions.
    question: Latest<Option<Id>>,
    /// Its place among the tables.
    order: Latest<u32>,
    /// Whether it was taken out of the set-up.
    removed: Option<Latest<bool>>,
}

/// A round.
#[derive(JsonSchema)]
pub struct Round {
    /// Its id.
    id: Id,
    /// How long it lasts, in minutes, from 1 to 600.
    minutes: Latest<u32>,
    /// The question asked in it, when rounds have the questions.
    question: Latest<Option<Id>>,
    /// Its place among the rounds.
    order: Latest<u32>,
    /// Whether it was taken out of the set-up.
    removed: Option<Latest<bool>>,
}

/// One note, by one person, at a table, in a round, on a question.
#[derive(JsonSchema)]
pub struct Contribution {
    /// Its id.
    id: Id,
    /// The device on which it was written.
    author: DeviceId,
    /// The question it answers.
    question: Id,
    /// The table it was written at.
    table: Id,
    /// The round it was written in.
    round: Id,
    /// The contribution that this one is an example of.
    example_of: Option<Id>,
    /// The versions of its words that stand, the oldest first.
    text: Vec<Version>,
    /// The stamps of the versions that others replaced.
    #[schemars(default)]
    text_replaced: Vec<Stamp>,
    /// The stamps of versions that a person decided to leave side by side.
    kept: Option<Latest<Vec<Stamp>>>,
    /// The pseudonym it was signed with.
    name: Option<Latest<Text>>,
    /// Whether the facilitator set it aside.
    hidden: Option<Latest<bool>>,
}

/// What a table keeps of a round, in its host's words.
#[derive(JsonSchema)]
pub struct KeyPoint {
    /// Its id.
    id: Id,
    /// The device on which it was written.
    author: DeviceId,
    /// The table.
    table: Id,
    /// The round.
    round: Id,
    /// The versions of its words that stand, the oldest first.
    text: Vec<Version>,
    /// The stamps of the versions that others replaced.
    #[schemars(default)]
    text_replaced: Vec<Stamp>,
    /// The stamps of versions that a person decided to leave side by side.
    kept: Option<Latest<Vec<Stamp>>>,
}

/// Who sits where.
#[derive(JsonSchema)]
pub struct Seating {
    /// The café's id with the first of its 80 random bits turned.
    id: Id,
    /// The plan, line by line.
    plan: Latest<Text>,
}

/// What remains of a record that its author erased. It carries nothing else: fields beside these are dropped.
#[derive(JsonSchema)]
pub struct Erased {
    /// The id of what was erased.
    id: Id,
    /// The kind of record that it was.
    was: Text,
    /// When it was erased.
    at: Stamp,
}

/// A record of a kind that this version does not know: any fields, merged by their shape.
#[derive(JsonSchema)]
pub struct Unknown {
    /// Its id.
    id: Id,
}
