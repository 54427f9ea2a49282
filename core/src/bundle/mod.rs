//! The bundle: the JSON file that travels between devices, and the wire form of a single record in the store.
//!
//! `FORMAT.md` beside this file describes it by numbered rules, `bundle-1.schema.json` as a JSON Schema; both are for
//! people who write their own readers. Here: [`encode`] for a café, [`decode`] for a file that somebody sent,
//! [`encode_record`] and [`decode_record`] for one record.
//!
//! Reading goes in stages, each with its own error: size and encoding, envelope, version, digest, records. Whatever is
//! wrong, nothing is returned but the error: a file is taken whole or not at all.

mod decode;
mod digest;
mod encode;
mod error;
pub mod limits;
mod scan;
#[cfg(feature = "schema")]
mod schema;
mod upgrade;
pub mod wire;

pub(crate) use decode::decode_object;
pub use decode::{Decoded, Notice, decode, decode_extra, decode_record, decode_text};
pub use digest::of_all as digest_of_all;
pub(crate) use encode::string as encode_string;
pub use encode::{encode, encode_record};
pub use error::DecodeError;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use upgrade::VERSION;

/// What the field `format` of every bundle says.
pub const FORMAT: &str = "nappe-bundle";
