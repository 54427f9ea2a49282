//! JSON as a tree that borrows from the file: the one thing that serde reads, whatever kind of record it is.
//!
//! Reading a small tree for each record and taking it apart by hand costs a few allocations a record, and a third of
//! the code that a reader generated for each type would be: the app has to fit a first visit.

use super::beyond;
use crate::bundle::limits;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number from 0.
    Whole(u64),
    /// Any other number.
    Number(serde_json::Number),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    Array(Vec<Node<'a>>),
    /// An object; no name stands twice.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// More fields than this in one object are searched for duplicates by sorting.
const FEW: usize = 16;
/// Known and unknown fields that an object may have together.
const MOST_FIELDS: usize = limits::MOST_UNKNOWN_FIELDS + 32;

impl<'de: 'a, 'a> Deserialize<'de> for Node<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Read)
    }
}

struct Read;

impl<'de> Visitor<'de> for Read {
    type Value = Node<'de>;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }
    fn visit_unit<E: Error>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Node<'de>, E> {
        Ok(Node::Bool(value))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Node<'de>, E> {
        Ok(Node::Whole(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(value.into()))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Node<'de>, E> {
        serde_json::Number::from_f64(value).map(Node::Number).ok_or_else(|| E::custom("a number without a value"))
    }
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        bounded(text).map(|text| Node::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        bounded(text).map(|text| Node::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node<'de>, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            if array.len() >= limits::MOST_REPLACED {
                return Err(beyond("replaced versions"));
            }
            array.push(item);
        }
        Ok(Node::Array(array))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut fields: Vec<(Cow<'de, str>, Node<'de>)> = Vec::with_capacity(8);
        while let Some(Node::Text(name)) = map.next_key()? {
            if fields.len() < FEW && fields.iter().any(|(other, _)| *other == name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            if fields.len() >= MOST_FIELDS {
                return Err(beyond("unknown fields"));
            }
            fields.push((name, map.next_value()?));
        }
        if fields.len() > FEW {
            let names: std::collections::BTreeSet<&str> = fields.iter().map(|(name, _)| &**name).collect();
            if names.len() < fields.len() {
                return Err(A::Error::custom("duplicate field"));
            }
        }
        Ok(Node::Object(fields))
    }
}

fn bounded<E: Error>(text: &str) -> Result<&str, E> {
    if text.len() > limits::TEXT_BYTES { Err(beyond("bytes of a text")) } else { Ok(text) }
}
