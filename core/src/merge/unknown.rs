//! Fields that this version does not know, merged by their shape, so that an old app between two new ones does no harm.
//!
//! The shapes, the weakest first; between two shapes the stronger one stands:
//! 1. **value**: anything else; the greater one stands;
//! 2. **latest**: an object with a stamp `at`; the later one stands, at a tie the greater;
//! 3. **versions**: an array of objects that all have a stamp `at` (or an empty array); the union, without those whose
//!    stamp is in the field of the same name with `_replaced` behind it;
//! 4. **replaced**: under a name that ends in `_replaced`, an array of stamps; the union.
//!
//! The order of shapes is fixed, each shape's rule is a join, and what is replaced only grows: so the whole is a join.

use crate::domain::sorted::{self, Map};
use crate::domain::{Json, Stamp};

/// Fields by name.
pub type Fields = Map<Box<str>, Json>;

const REPLACED: &str = "_replaced";

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    Value,
    Latest(Stamp),
    Versions,
    Replaced,
}

fn stamp_of(value: &Json) -> Option<Stamp> {
    let Json::Object(fields) = value else { return None };
    let Json::String(text) = fields.get("at")? else { return None };
    Stamp::parse(text)
}

fn is_stamp(value: &Json) -> bool {
    matches!(value, Json::String(text) if Stamp::parse(text).is_some())
}

fn shape(name: &str, value: &Json) -> Shape {
    match value {
        Json::Array(items) if name.ends_with(REPLACED) && items.iter().all(is_stamp) => Shape::Replaced,
        Json::Array(items) if !name.ends_with(REPLACED) && items.iter().all(|item| stamp_of(item).is_some()) => {
            Shape::Versions
        }
        _ => stamp_of(value).map_or(Shape::Value, Shape::Latest),
    }
}

/// Joins the fields of `other` into `own`; says whether that changed `own`.
pub fn join(own: &mut Fields, other: &Fields) -> bool {
    let before = own.clone();
    for (name, theirs) in other.iter() {
        // What is not here is joined with itself.
        join_value(name, own.get_or_insert(name.clone(), || theirs.clone()), theirs);
    }
    normalize(own);
    *own != before
}

/// Brings fields to their normal form: arrays that are sets are sorted, and replaced versions are gone.
pub fn normalize(fields: &mut Fields) {
    let mut replaced: Vec<(Box<str>, Vec<Json>)> = Vec::new();
    for (name, value) in fields.iter_mut() {
        let shape = shape(name, value);
        let Json::Array(items) = value else { continue };
        if matches!(shape, Shape::Versions | Shape::Replaced) {
            sorted::sort_unique(items);
        }
        if shape == Shape::Replaced {
            replaced.push((name.strip_suffix(REPLACED).unwrap_or(name).into(), items.clone()));
        }
    }
    for (name, value) in fields.iter_mut() {
        if shape(name, value) != Shape::Versions {
            continue;
        }
        let (Json::Array(items), Some((_, gone))) = (value, replaced.iter().find(|(of, _)| of == name)) else {
            continue;
        };
        items.retain(|item| match item {
            Json::Object(fields) => fields.get("at").is_none_or(|at| gone.binary_search(at).is_err()),
            _ => true,
        });
    }
}

fn join_value(name: &str, mine: &mut Json, theirs: &Json) {
    let (own_shape, other_shape) = (shape(name, mine), shape(name, theirs));
    let unites = own_shape == other_shape && matches!(own_shape, Shape::Versions | Shape::Replaced);
    if unites {
        if let (Json::Array(items), Json::Array(others)) = (mine, theirs) {
            items.extend_from_slice(others);
        }
    } else if (other_shape, theirs) > (own_shape, &*mine) {
        mine.clone_from(theirs);
    }
}
