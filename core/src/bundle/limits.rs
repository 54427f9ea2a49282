//! What a reader accepts. Each bound lies far above what a café reaches and above what a browser stores (about five
//! million characters), so that no honest café, however often merged, outgrows its own format.

// A merge of records must not lead beyond what can be read: these are the domain's.
pub use crate::domain::{MOST_REPLACED, MOST_UNKNOWN_FIELDS, MOST_VERSIONS, TEXT_BYTES};

/// Bytes of a file: 32 MiB.
pub const FILE_BYTES: usize = 32 << 20;
/// Records of a bundle.
pub const RECORDS: usize = 100_000;
/// Levels of nesting inside an unknown field.
pub const DEPTH: usize = 32;
/// Bytes of the name of a kind or field.
pub const NAME_BYTES: usize = 64;
