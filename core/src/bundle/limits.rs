//! What a reader accepts. Each bound lies far above what a café reaches and above what a browser stores (about five
//! million characters), so that no honest café, however often merged, outgrows its own format.

/// Bytes of a file: 32 MiB.
pub const FILE_BYTES: usize = 32 << 20;
/// Records of a bundle.
pub const RECORDS: usize = 100_000;
/// Bytes of one text in UTF-8: ten times the longest contribution that the app lets a person write.
pub const TEXT_BYTES: usize = 20_000;
/// Versions of one text that stand side by side.
pub const VERSIONS: usize = 1_000;
/// Stamps of versions that were replaced, of one text.
pub const REPLACED: usize = 10_000;
/// Unknown fields of one object.
pub const UNKNOWN_FIELDS: usize = 256;
/// Levels of nesting inside an unknown field.
pub const DEPTH: usize = 32;
/// Bytes of the name of a kind or field.
pub const NAME_BYTES: usize = 64;
