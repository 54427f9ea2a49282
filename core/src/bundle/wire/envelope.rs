//! The object around the records.

use super::fields::Fields;
use super::node::Node;
use super::{record, to_serde};
use crate::bundle::{FORMAT, VERSION, limits, upgrade};
use crate::domain::{Extra, Id, Record};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What a file says of itself; read alone when the whole could not be read, to say why.
#[derive(Debug, Default)]
pub struct Claim {
    /// Its `format`, if that is a text.
    pub format: Option<String>,
    /// Its `version`, if that is a whole number.
    pub version: Option<u64>,
}

impl<'de> Deserialize<'de> for Claim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ReadClaim)
    }
}

struct ReadClaim;

impl<'de> Visitor<'de> for ReadClaim {
    type Value = Claim;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Claim, A::Error> {
        let mut claim = Claim::default();
        while let Some(Node::Text(name)) = map.next_key()? {
            // A value that is beyond a bound claims nothing; the file is read on for its syntax.
            match &*name {
                "format" => claim.format = map.next_value::<Claimed>()?.text,
                "version" => claim.version = map.next_value::<Claimed>()?.whole,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(claim)
    }
}

/// A text or a whole number; anything else claims nothing.
#[derive(Debug, Default)]
struct Claimed {
    text: Option<String>,
    whole: Option<u64>,
}

impl<'de> Deserialize<'de> for Claimed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self::default())
    }
}

impl<'de> Visitor<'de> for Claimed {
    type Value = Self;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }
    fn visit_unit<E: Error>(self) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Self, E> {
        Ok(Self { whole: Some(value), text: None })
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Self, E> {
        Ok(Self { text: Some(text.to_owned()), whole: None })
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(self)
    }
}

/// A whole bundle.
#[derive(Debug)]
pub struct Envelope {
    /// The café's id.
    pub cafe: Id,
    /// Its records, in the file's order.
    pub records: Vec<Record>,
    /// Fields that this version does not know.
    pub extra: Extra,
}

/// Reads a bundle of a version that was found before.
pub struct OfVersion(pub u32);

impl<'de> DeserializeSeed<'de> for OfVersion {
    type Value = Envelope;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Envelope, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OfVersion {
    type Value = Envelope;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a bundle")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
        let mut records = None;
        let mut fields: Vec<(Cow<'de, str>, Node<'de>)> = Vec::new();
        while let Some(Node::Text(name)) = map.next_key()? {
            if name == "records" && records.is_none() {
                records = Some(map.next_value_seed(Records(self.0))?);
            } else if name == "records" || fields.iter().any(|(other, _)| *other == name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            } else if fields.len() > limits::MOST_UNKNOWN_FIELDS + 4 {
                return Err(super::beyond("unknown fields"));
            } else {
                fields.push((name, map.next_value()?));
            }
        }
        let records = records.ok_or_else(|| A::Error::missing_field("records"))?;
        let read = || {
            let mut fields = Fields::open("bundle", Node::Object(fields))?;
            let is_ours = fields.text("format")? == FORMAT && fields.may("version") == Some(Node::Whole(self.0.into()));
            fields.text("digest")?;
            let cafe = fields.id("cafe")?;
            Ok((is_ours, cafe, fields.rest()?))
        };
        match read().map_err(to_serde)? {
            (true, cafe, extra) => Ok(Envelope { cafe, records, extra }),
            (false, ..) => Err(A::Error::custom("the format or the version is another")),
        }
    }
}

struct Records(u32);

impl<'de> DeserializeSeed<'de> for Records {
    type Value = Vec<Record>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Record>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records {
    type Value = Vec<Record>;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the records")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<Record>, A::Error> {
        let mut records = Vec::new();
        while let Some(node) = items.next_element::<Node>()? {
            if records.len() >= limits::RECORDS {
                return Err(super::beyond("records"));
            }
            let node = if self.0 == VERSION { node } else { upgrade::upgrade(node, self.0).map_err(to_serde)? };
            records.push(record::read(node).map_err(to_serde)?);
        }
        Ok(records)
    }
}
