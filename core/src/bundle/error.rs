//! Why a bundle was refused. Each reason has a sentence of its own in every language of the app.

use std::fmt;

/// Why a file, a pasted text or a stored record cannot be read. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// There is nothing in it.
    Empty,
    /// It has more than [`super::limits::FILE_BYTES`].
    TooBig,
    /// It is not UTF-8 text: another kind of file, or saved in another encoding.
    NotText,
    /// It is not JSON: another kind of file, or damaged.
    NotJson {
        /// The line, from 1.
        line: usize,
    },
    /// It stops in the middle: copied or sent incompletely.
    CutOff,
    /// It is JSON, but not a bundle of this app.
    OtherFormat,
    /// It was written by a newer version of the app.
    NewerVersion {
        /// The format's version in the file.
        version: u32,
    },
    /// It is not what was exported: the digest does not fit.
    Damaged,
    /// A record is not as the format says.
    BadRecord {
        /// The line, from 1; 0 when not known.
        line: usize,
        /// What the reader stumbled over, in English, for whoever wrote the file.
        detail: String,
    },
    /// Two records have the same id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// It goes beyond a bound of [`super::limits`].
    BeyondLimit {
        /// Which, in English.
        which: &'static str,
    },
}

/// For logs and developers: what people read is in the app, in their language.
impl fmt::Display for DecodeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("there is nothing in it"),
            Self::TooBig => out.write_str("it is larger than a bundle may be"),
            Self::NotText => out.write_str("it is not UTF-8 text"),
            Self::NotJson { line } => write!(out, "it is not JSON (line {line})"),
            Self::CutOff => out.write_str("it stops in the middle"),
            Self::OtherFormat => out.write_str("it is JSON, but not a bundle"),
            Self::NewerVersion { version } => write!(out, "it is of version {version} of the format, which is newer"),
            Self::Damaged => out.write_str("its digest does not fit"),
            Self::BadRecord { line, detail } => {
                write!(out, "a record is not as the format says (line {line}): {detail}")
            }
            Self::DuplicateId { id } => write!(out, "two records have the id {id}"),
            Self::BeyondLimit { which } => write!(out, "it goes beyond the limit of {which}"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Bounds that are checked inside serde, whose errors are texts: the text names the bound.
pub(super) const BOUNDS: [&str; 7] = [
    "records",
    "bytes of a text",
    "versions",
    "replaced versions",
    "unknown fields",
    "levels of nesting",
    "bytes of a name",
];
pub(super) const BEYOND: &str = "beyond the limit of ";

impl From<serde_json::Error> for DecodeError {
    fn from(error: serde_json::Error) -> Self {
        let detail = error.to_string();
        if let Some(which) = BOUNDS.into_iter().find(|which| detail.starts_with(&format!("{BEYOND}{which}"))) {
            return Self::BeyondLimit { which };
        }
        if detail.starts_with("recursion limit exceeded") {
            return Self::BeyondLimit { which: "levels of nesting" };
        }
        match error.classify() {
            serde_json::error::Category::Eof => Self::CutOff,
            serde_json::error::Category::Data => Self::BadRecord { line: error.line(), detail },
            // A number such as 1e999 is well-formed JSON, but no value.
            _ if detail.starts_with("number out of range") => Self::BadRecord { line: error.line(), detail },
            _ => Self::NotJson { line: error.line() },
        }
    }
}
