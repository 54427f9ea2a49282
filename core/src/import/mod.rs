//! What an import would change, before anything does: a [`Plan`] with its [`Counts`], and devices that seem to exist
//! twice.

mod copies;
mod plan;

pub use self::plan::{Counts, Plan};
