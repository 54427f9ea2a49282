//! How words leave and enter this device: as files, by the share sheet, by the clipboard. Only when a person asks.

mod clipboard;
mod file;
mod picture;
mod share;

pub use clipboard::{copy, select_all};
pub use file::{FileIn, download, download_blob, download_bytes, holds_files, read, read_dropped, read_picked};
pub use picture::png;
pub use share::{Shareable, prepare, prepare_file};
