//! What a newer app wrote and this one does not know: kept, merged and written back.

use super::sorted::Map;

/// A JSON value, with numbers as their canonical text: it is never calculated with, only carried.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as text.
    Number(Box<str>),
    /// A string.
    String(Box<str>),
    /// An array.
    Array(Vec<Json>),
    /// An object, its keys in order.
    Object(Map<Box<str>, Json>),
}

/// Fields with names that this version does not know. Almost always none: one pointer, no allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Extra(Option<Box<Map<Box<str>, Json>>>);

impl Extra {
    /// No unknown fields.
    pub const NONE: Self = Self(None);

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The fields by name, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|fields| fields.iter().map(|(name, value)| (&**name, value)))
    }

    /// Adds a field, or replaces the one of that name.
    pub fn insert(&mut self, name: Box<str>, value: Json) {
        self.0.get_or_insert_default().insert(name, value);
    }

    /// The fields as a map.
    pub fn fields(&self) -> Option<&Map<Box<str>, Json>> {
        self.0.as_deref()
    }

    /// The fields as a map that can be changed; made when there was none.
    pub fn fields_mut(&mut self) -> &mut Map<Box<str>, Json> {
        self.0.get_or_insert_default()
    }
}
