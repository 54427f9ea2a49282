//! What every row that shows a note is made of.

use crate::core::domain::Id;

/// The colour of a note, wherever it is shown: `data-tint`. Both the time and the random bits count: notes written in one
/// go differ in one of them only.
pub fn tint(id: Id) -> String {
    ((id.bits() ^ id.bits() >> 80) % 4 + 1).to_string()
}
