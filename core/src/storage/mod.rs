//! Records on a device: which lies under which key, and how every write is checked.
//!
//! - [`Store`] is any map of texts: `localStorage` in a browser, [`MemoryStore`] in tests.
//! - [`Repository`] is the only one who knows the keys ([`keys`]). A live edit is one write of the record's own key; an
//!   import lands in segments of [`SEGMENT_RECORDS`] records and counts only once its last key, the manifest, is
//!   written.
//! - Every write is read back before anyone says "saved".
//! - What cannot be read is left where it is, reported as [`Damaged`], and moved aside before anything is written over
//!   it.
//!
//! The state of a café on a device is the join of its live records and the segments of its imports that were not
//! undone. So undoing an import is one write, and whatever was edited since stays.

mod asides;
mod block;
pub mod imports;
mod kept;
pub mod keys;
mod load;
mod local;
mod memory;
mod recover;
mod removal;
mod repository;
mod unfinished;

pub use block::SEGMENT_RECORDS;
pub use imports::{Import, ImportState, Importing};
pub use local::{Card, HandedOver, Role, Seat};
pub use memory::MemoryStore;
pub use removal::PUT_BACK_FOR;
pub use repository::{Damaged, Harm, Loaded, Repository};
pub use unfinished::{Unfinished, is_abandoned};

use std::fmt;

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room left.
    Full,
    /// The browser does not let this page store anything.
    Blocked,
    /// It took the write and gave back something else.
    NotKept,
    /// Anything else, in the browser's words.
    Failed(String),
}

/// For logs and developers: what people read is in the app, in their language.
impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => out.write_str("the store is full"),
            Self::Blocked => out.write_str("the page may not store anything"),
            Self::NotKept => out.write_str("the store gave back something else than what was written"),
            Self::Failed(why) => write!(out, "the store failed: {why}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// A map of texts that survives a restart.
pub trait Store {
    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the page may not read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Blocked`]; then the old text is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Takes a key away; it may be absent.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// All keys, in any order, those of other pages of this origin included.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Writes and reads back: the only way in which this app writes.
    ///
    /// # Errors
    /// As `set`, and [`StoreError::NotKept`] when another text came back.
    fn keep(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.set(key, text)?;
        if self.get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::NotKept) }
    }
}

impl<S: Store + ?Sized> Store for &S {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        (**self).set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }
}
