//! What stands in the JSON, and how it becomes records: text → [`node`] (serde) → [`fields`] → [`record`]; the short
//! way for what this app wrote itself is [`canonical`].
//!
//! `schema` has the same as types, from which the published JSON Schema is made.

pub mod canonical;
pub mod envelope;
pub mod fields;
pub mod node;
pub mod record;
#[cfg(feature = "schema")]
pub mod schema;

use crate::domain::Form;

/// How a form is written.
pub(crate) const fn form_name(form: Form) -> &'static str {
    match form {
        Form::QuestionPerTable => "question-per-table",
        Form::QuestionPerRound => "question-per-round",
    }
}

/// The error of a bound that was exceeded; `DecodeError` recognises it by its text.
fn beyond<E: serde::de::Error>(which: &'static str) -> E {
    debug_assert!(super::error::BOUNDS.contains(&which), "{which}");
    E::custom(format_args!("{}{which}", super::error::BEYOND))
}

/// A fault as an error of serde, which adds the line.
fn to_serde<E: serde::de::Error>(fault: fields::Fault) -> E {
    match fault {
        fields::Fault::Wrong(detail) => E::custom(detail),
        fields::Fault::Beyond(which) => beyond(which),
    }
}
