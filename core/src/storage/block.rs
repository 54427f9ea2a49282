//! The text under a key that holds records: the format's version on the first line, then one record a line.

use crate::bundle::{self, DecodeError};
use crate::domain::{Id, Record};

/// Records of one segment: about 40 kB, the size at which writing a large import cost least (measured in Chromium).
pub const SEGMENT_RECORDS: usize = 100;

/// The text for some records.
pub(super) fn write<'a>(records: impl IntoIterator<Item = &'a Record>) -> String {
    let mut text = bundle::VERSION.to_string();
    for record in records {
        text.push('\n');
        text.push_str(&bundle::encode_record(record));
    }
    text
}

/// The records of a text; lines that cannot be read are errors and do not spoil the others. A segment may have lost all
/// its records to erasures.
pub(super) fn read(text: &str) -> Vec<Result<Record, DecodeError>> {
    let mut lines = text.lines();
    let version = lines.next().and_then(|line| line.parse::<u32>().ok());
    let Some(version) = version else {
        return vec![Err(DecodeError::BadRecord { line: 1, detail: "the version is missing".into() })];
    };
    lines.map(|line| bundle::decode_record(line, version)).collect()
}

/// The text without the records of these ids (in order); `None` when it holds none of them. Erasures stay, and lines
/// that cannot be read.
pub(super) fn without(text: &str, ids: &[Id]) -> Option<String> {
    let stays = |line: &&str| id_of_words(line).is_none_or(|id| ids.binary_search(&id).is_err());
    let kept: Vec<&str> = text.lines().filter(stays).collect();
    (kept.len() < text.lines().count()).then(|| kept.join("\n"))
}

/// The ids of the records in a text that are not erasures, without reading them.
pub(super) fn ids_of_words(text: &str) -> impl Iterator<Item = Id> {
    text.lines().filter_map(id_of_words)
}

/// The id of the record on a line unless it is an erasure. Every line was written here, so it begins with kind and id;
/// what looks like them further on is somebody's field.
fn id_of_words(line: &str) -> Option<Id> {
    if line.starts_with("{\"kind\":\"erased\",") {
        return None;
    }
    let (_, rest) = line.split_once("\",\"id\":\"")?;
    Id::parse(rest.get(..Id::TEXT_LEN)?)
}
