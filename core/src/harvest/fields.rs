//! Reading registers out of fields that are carried by their shape.

use crate::domain::sorted::Map;
use crate::domain::{Extra, Id, Json, Record, Stamp};
use crate::merge::{Version, Versions};

/// The kinds of records.
pub(super) const THEME: &str = "theme";
pub(super) const STEP: &str = "next-step";
pub(super) const BALLOT: &str = "ballot";
pub(super) const VOTING: &str = "voting";
pub(super) const REPORT: &str = "report";
/// The field that takes a theme or a next step away.
pub(super) const REMOVED: &str = "removed";

/// Whether a record is of a kind that the harvest reads.
pub fn is_of_harvest(record: &Record) -> bool {
    matches!(record, Record::Carried(it) if [THEME, STEP, BALLOT, VOTING, REPORT].contains(&&*it.kind))
}

fn read<'a>(extra: &'a Extra, name: &str) -> Option<(Stamp, &'a Json)> {
    let Json::Object(register) = extra.fields()?.get(name)? else { return None };
    let Json::String(at) = register.get("at")? else { return None };
    Some((Stamp::parse(at)?, register.get("is")?))
}

/// When a field was set last.
pub(super) fn stamp(extra: &Extra, name: &str) -> Option<Stamp> {
    read(extra, name).map(|(at, _)| at)
}

/// What a field is.
pub(super) fn value<'a>(extra: &'a Extra, name: &str) -> Option<&'a Json> {
    read(extra, name).map(|(_, is)| is)
}

pub(super) fn text<'a>(extra: &'a Extra, name: &str) -> Option<&'a str> {
    if let Json::String(text) = value(extra, name)? { Some(text) } else { None }
}

pub(super) fn flag(extra: &Extra, name: &str) -> Option<bool> {
    if let Json::Bool(flag) = value(extra, name)? { Some(*flag) } else { None }
}

pub(super) fn whole(extra: &Extra, name: &str) -> Option<u32> {
    if let Json::Number(number) = value(extra, name)? { number.parse().ok() } else { None }
}

pub(super) fn id(extra: &Extra, name: &str) -> Option<Id> {
    Id::parse(text(extra, name)?)
}

pub(super) fn ids(extra: &Extra, name: &str) -> Vec<Id> {
    let Some(Json::Array(items)) = value(extra, name) else { return Vec::new() };
    let one = |item: &Json| if let Json::String(text) = item { Id::parse(text) } else { None };
    items.iter().filter_map(one).collect()
}

/// A fact: a field that is not a register.
pub(super) fn fact<'a>(extra: &'a Extra, name: &str) -> Option<&'a str> {
    if let Json::String(text) = extra.fields()?.get(name)? { Some(text) } else { None }
}

/// The versions of a text.
pub(super) fn versions(extra: &Extra, name: &str) -> Versions {
    let items = |name: &str| match extra.fields().and_then(|fields| fields.get(name)) {
        Some(Json::Array(items)) => items.as_slice(),
        _ => &[],
    };
    let live = items(name).iter().filter_map(|item| {
        let Json::Object(version) = item else { return None };
        match (version.get("at")?, version.get("is")?) {
            (Json::String(at), Json::String(is)) => {
                Some(Version { at: Stamp::parse(at)?, is: is.clone(), extra: Extra::NONE })
            }
            _ => None,
        }
    });
    let replaced = items(&replaced_name(name)).iter().filter_map(|item| match item {
        Json::String(at) => Stamp::parse(at),
        _ => None,
    });
    Versions::from_parts(live.collect(), replaced.collect())
}

/// Where the stamps of replaced versions stand.
pub(super) fn replaced_name(name: &str) -> Box<str> {
    format!("{name}_replaced").into()
}

/// A register that was set at a stamp.
pub(super) fn register(at: Stamp, is: Json) -> Json {
    let mut fields = Map::default();
    fields.insert("at".into(), Json::String(at.to_string().into()));
    fields.insert("is".into(), is);
    Json::Object(fields)
}

/// An id, or none.
pub(super) fn id_value(id: Option<Id>) -> Json {
    id.map_or(Json::Null, |id| Json::String(id.to_string().into()))
}

/// A whole number.
pub(super) fn number(number: u32) -> Json {
    Json::Number(number.to_string().into())
}

/// A text.
pub(super) fn string(text: &str) -> Json {
    Json::String(text.into())
}
