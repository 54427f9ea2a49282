//! The register whose latest value stands.

use super::Join;
use crate::domain::{Extra, Stamp};

/// A value and when it was set. Of two, the later stands; at equal stamps (which honest writers never make) the
/// greater value, so that every device decides alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latest<T> {
    /// When it was set.
    pub at: Stamp,
    /// What it is.
    pub is: T,
    /// Fields of a newer app; they belong to this value and go with it.
    pub extra: Extra,
}

impl<T> Latest<T> {
    /// A value set at a stamp.
    pub const fn new(at: Stamp, is: T) -> Self {
        Self { at, is, extra: Extra::NONE }
    }
}

impl<T: Ord + Clone> Join for Latest<T> {
    fn join(&mut self, other: &Self) -> bool {
        let grows = (other.at, &other.is, &other.extra) > (self.at, &self.is, &self.extra);
        if grows {
            self.clone_from(other);
        }
        grows
    }
}
