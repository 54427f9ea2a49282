//! Taking an object apart, field by field; what is left over is unknown and kept.

use super::node::Node;
use crate::bundle::limits;
use crate::domain::sorted::{self, Map};
use crate::domain::{DeviceId, Extra, Form, Id, Json, Stamp};
use crate::merge::{self, unknown};
use std::borrow::Cow;

/// Why an object is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// In English, for whoever wrote the file.
    Wrong(String),
    /// The bound that it exceeds; one of `error::BOUNDS`.
    Beyond(&'static str),
}

/// What reading gives.
pub type Read<T> = Result<T, Fault>;

fn wrong<T>(name: &str, expected: &str) -> Read<T> {
    Err(Fault::Wrong(format!("`{name}` must be {expected}")))
}

/// The fields of an object that were not taken yet.
#[derive(Debug)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, Node<'a>)>);

impl<'a> Fields<'a> {
    /// Opens an object.
    pub fn open(name: &str, node: Node<'a>) -> Read<Self> {
        if let Node::Object(fields) = node { Ok(Self(fields)) } else { wrong(name, "an object") }
    }

    fn take(&mut self, name: &str) -> Option<Node<'a>> {
        let at = self.0.iter().position(|(other, _)| other == name)?;
        // In canonical form the wanted field is the first one left, and the others keep their order.
        Some(self.0.remove(at).1)
    }

    /// Takes a field that may be absent or `null`.
    pub fn may(&mut self, name: &str) -> Option<Node<'a>> {
        self.take(name).filter(|node| *node != Node::Null)
    }

    fn must(&mut self, name: &str) -> Read<Node<'a>> {
        self.may(name).ok_or_else(|| Fault::Wrong(format!("missing field `{name}`")))
    }

    /// Takes a text.
    pub fn text(&mut self, name: &str) -> Read<Cow<'a, str>> {
        text(name, self.must(name)?)
    }

    /// Takes an id.
    pub fn id(&mut self, name: &str) -> Read<Id> {
        id(name, self.must(name)?)
    }

    /// Takes a device's id.
    pub fn device(&mut self, name: &str) -> Read<DeviceId> {
        let text = self.text(name)?;
        DeviceId::parse(&text).map_or_else(|| wrong(name, "a device id of 12 characters"), Ok)
    }

    /// Takes a stamp.
    pub fn stamp(&mut self, name: &str) -> Read<Stamp> {
        stamp(name, self.must(name)?)
    }

    /// Takes a value with its stamp.
    pub fn latest<T>(&mut self, name: &str, read: fn(&str, Node<'a>) -> Read<T>) -> Read<merge::Latest<T>> {
        latest(name, self.must(name)?, read)
    }

    /// Takes a value with its stamp that may be absent.
    pub fn may_latest<T>(&mut self, name: &str, read: fn(&str, Node<'a>) -> Read<T>) -> Read<Option<merge::Latest<T>>> {
        self.may(name).map(|node| latest(name, node, read)).transpose()
    }

    /// Takes the versions of a text: `text` and `text_replaced`.
    pub fn versions(&mut self) -> Read<merge::Versions> {
        let Node::Array(nodes) = self.must("text")? else { return wrong("text", "an array of versions") };
        if nodes.len() > limits::MOST_VERSIONS {
            return Err(Fault::Beyond("versions"));
        }
        let mut live = Vec::with_capacity(nodes.len());
        for node in nodes {
            let merge::Latest { at, is, extra } = latest("text", node, words)?;
            live.push(merge::Version { at, is, extra });
        }
        let replaced = self.take("text_replaced").map(|node| stamps("text_replaced", node)).transpose()?;
        Ok(merge::Versions::from_parts(live, replaced.unwrap_or_default()))
    }

    /// Takes a text; none where there is no text.
    pub fn may_text(&mut self, name: &str) -> Option<String> {
        if let Some(Node::Text(text)) = self.may(name) { Some(text.into_owned()) } else { None }
    }

    /// Takes an array of texts; none where there is anything else.
    pub fn may_texts(&mut self, name: &str) -> Option<Vec<String>> {
        let Some(Node::Array(nodes)) = self.may(name) else { return None };
        nodes.into_iter().map(|node| text(name, node).ok().map(Cow::into_owned)).collect()
    }

    /// Takes a whole number; none where there is none.
    pub fn may_whole(&mut self, name: &str) -> Option<u64> {
        if let Some(Node::Whole(value)) = self.may(name) { Some(value) } else { None }
    }

    /// What is left over, in the normal form that a merge would give it.
    pub fn rest(self) -> Read<Extra> {
        let mut extra = Extra::NONE;
        if self.0.len() > limits::MOST_UNKNOWN_FIELDS {
            return Err(Fault::Beyond("unknown fields"));
        }
        for (name, node) in self.0 {
            check_name(&name)?;
            extra.insert(name.into(), carried(node, limits::DEPTH)?);
        }
        if !extra.is_empty() {
            unknown::normalize(extra.fields_mut());
        }
        Ok(extra)
    }
}

fn check_name(name: &str) -> Read<()> {
    if name.len() > limits::NAME_BYTES { Err(Fault::Beyond("bytes of a name")) } else { Ok(()) }
}

fn latest<'a, T>(name: &str, node: Node<'a>, read: fn(&str, Node<'a>) -> Read<T>) -> Read<merge::Latest<T>> {
    let mut fields = Fields::open(name, node)?;
    let at = fields.stamp("at")?;
    // `null` is a value here: a table without a question has one since a moment.
    let is = match fields.take("is") {
        Some(node) => read(name, node)?,
        None => return wrong(name, "an object with `at` and `is`"),
    };
    Ok(merge::Latest { at, is, extra: fields.rest()? })
}

fn text<'a>(name: &str, node: Node<'a>) -> Read<Cow<'a, str>> {
    if let Node::Text(text) = node { Ok(text) } else { wrong(name, "a text") }
}

fn id(name: &str, node: Node) -> Read<Id> {
    Id::parse(&text(name, node)?).map_or_else(|| wrong(name, "an id of 26 characters"), Ok)
}

fn stamp(name: &str, node: Node) -> Read<Stamp> {
    Stamp::parse(&text(name, node)?).map_or_else(|| wrong(name, "a stamp of 26 characters"), Ok)
}

/// What a person wrote.
pub fn words(name: &str, node: Node) -> Read<Box<str>> {
    Ok(text(name, node)?.into())
}

/// Yes or no.
pub fn flag(name: &str, node: Node) -> Read<bool> {
    if let Node::Bool(value) = node { Ok(value) } else { wrong(name, "true or false") }
}

/// A whole number of 32 bits.
pub fn whole(name: &str, node: Node) -> Read<u32> {
    match node {
        Node::Whole(value) => u32::try_from(value).or_else(|_| wrong(name, "a whole number below 2^32")),
        _ => wrong(name, "a whole number below 2^32"),
    }
}

/// An id, or `null`.
pub fn maybe_id(name: &str, node: Node) -> Read<Option<Id>> {
    if node == Node::Null { Ok(None) } else { id(name, node).map(Some) }
}

/// A form.
pub fn form(name: &str, node: Node) -> Read<Form> {
    let text = text(name, node)?;
    let known = [Form::QuestionPerTable, Form::QuestionPerRound].into_iter().find(|it| super::form_name(*it) == text);
    known.map_or_else(|| wrong(name, "question-per-table or question-per-round"), Ok)
}

/// Stamps, in order, each once.
pub fn stamps(name: &str, node: Node) -> Read<Vec<Stamp>> {
    let Node::Array(nodes) = node else { return wrong(name, "an array of stamps") };
    let mut stamps = nodes.into_iter().map(|node| stamp(name, node)).collect::<Read<Vec<Stamp>>>()?;
    sorted::sort_unique(&mut stamps);
    Ok(stamps)
}

/// An unknown value as the domain carries it, at most `depth` levels deep.
fn carried(node: Node, depth: usize) -> Read<Json> {
    let deeper = || depth.checked_sub(1).ok_or(Fault::Beyond("levels of nesting"));
    Ok(match node {
        Node::Null => Json::Null,
        Node::Bool(value) => Json::Bool(value),
        Node::Whole(value) => Json::Number(value.to_string().into()),
        // The shortest text that reads back as the same number.
        Node::Number(value) => Json::Number(value.to_string().into()),
        Node::Text(text) => Json::String(text.into()),
        Node::Array(items) => {
            let depth = deeper()?;
            Json::Array(items.into_iter().map(|item| carried(item, depth)).collect::<Read<_>>()?)
        }
        Node::Object(fields) => {
            let depth = deeper()?;
            if fields.len() > limits::MOST_UNKNOWN_FIELDS {
                return Err(Fault::Beyond("unknown fields"));
            }
            let mut object = Map::default();
            for (name, node) in fields {
                check_name(&name)?;
                object.insert(name.into(), carried(node, depth)?);
            }
            Json::Object(object)
        }
    })
}
