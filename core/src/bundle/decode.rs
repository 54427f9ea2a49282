//! Reading what somebody sent, in stages. Nothing here trusts a byte.

use super::wire::canonical;
use super::wire::envelope::{Claim, Envelope, OfVersion};
use super::wire::fields::{Fault, Fields};
use super::wire::node::Node;
use super::wire::record;
use super::{DecodeError, FORMAT, VERSION, digest, limits, scan, upgrade};
use crate::domain::{Cafe, Extra, Id, Record, in_order};
use serde::de::{DeserializeSeed, IgnoredAny};

/// A bundle that was read and found whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The café it belongs to.
    pub cafe: Id,
    /// Its records, by id, each once.
    pub records: Vec<Record>,
    /// Unknown fields of the bundle itself.
    pub extra: Extra,
    /// What was odd about the file, but does no harm.
    pub notices: Vec<Notice>,
}

/// Something odd about a file that could be read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It began with a byte order mark, which some text editors add.
    ByteOrderMark,
}

impl Decoded {
    /// The records as a café of their own.
    pub fn into_cafe(self) -> Cafe {
        let mut cafe = Cafe::from_records(self.cafe, self.records);
        cafe.extra = self.extra;
        cafe
    }
}

/// Reads the bytes of a file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(DecodeError::TooBig);
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return decode_text(text),
        Err(error) => error,
    };
    // A file that was cut inside a letter ends with half of it.
    let before = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
    let is_cut = error.error_len().is_none() && decode_text(before) == Err(DecodeError::CutOff);
    Err(if is_cut { DecodeError::CutOff } else { DecodeError::NotText })
}

/// Reads a text, such as one that was pasted.
pub fn decode_text(text: &str) -> Result<Decoded, DecodeError> {
    if text.len() > limits::FILE_BYTES {
        return Err(DecodeError::TooBig);
    }
    let (text, notices) = match text.strip_prefix('\u{feff}') {
        Some(text) => (text, vec![Notice::ByteOrderMark]),
        None => (text, Vec::new()),
    };
    if text.trim().is_empty() {
        return Err(DecodeError::Empty);
    }
    // The usual case in one pass. Only where it fails is the file asked what it claims to be, for the right sentence.
    let envelope = match read_lines(text).map_or_else(|| read(text, VERSION), Ok) {
        Ok(envelope) => envelope,
        Err(error) => match claimed(text)? {
            VERSION => return Err(if fits(text)? { error.into() } else { DecodeError::Damaged }),
            older => read(text, older)?,
        },
    };
    if !fits(text)? {
        return Err(DecodeError::Damaged);
    }
    let Envelope { cafe, mut records, extra } = envelope;
    records = in_order(records);
    if let Some(twice) = records.windows(2).find(|pair| pair[0].id() == pair[1].id()) {
        return Err(DecodeError::DuplicateId { id: twice[0].id().to_string() });
    }
    if let Some(other) = records.iter().find(|it| matches!(it, Record::Cafe(head) if head.id != cafe)) {
        return Err(DecodeError::BadRecord { line: 0, detail: format!("{} is the head of another café", other.id()) });
    }
    Ok(Decoded { cafe, records, extra, notices })
}

fn fits(text: &str) -> Result<bool, DecodeError> {
    let missing = || DecodeError::BadRecord { line: 1, detail: "the digest is missing or no xxh64".into() };
    digest::fits(text).ok_or_else(missing)
}

/// The version that a text claims to have, if it is a bundle of this app and not too new.
fn claimed(text: &str) -> Result<u32, DecodeError> {
    let claim: Claim = serde_json::from_str(text).map_err(|error| {
        // serde calls a number that ends with its dot, sign or exponent wrong, not cut off.
        let is_cut = error.line() > text.trim_end().matches('\n').count()
            && text.ends_with(['.', 'e', 'E', '+', '-'])
            && error.to_string().starts_with("invalid number");
        let is_json = || serde_json::from_str::<IgnoredAny>(text).map_or_else(Into::into, |_| DecodeError::OtherFormat);
        match (is_cut, error.is_data()) {
            (true, _) => DecodeError::CutOff,
            // JSON, but no object.
            (_, true) => is_json(),
            _ => error.into(),
        }
    })?;
    if claim.format.as_deref() != Some(FORMAT) {
        return Err(DecodeError::OtherFormat);
    }
    match claim.version {
        Some(version) if version > u64::from(VERSION) => {
            Err(DecodeError::NewerVersion { version: u32::try_from(version).unwrap_or(u32::MAX) })
        }
        Some(version) if version >= 1 => Ok(version as u32),
        _ => Err(DecodeError::BadRecord { line: 1, detail: "the version is no whole number from 1".into() }),
    }
}

fn read(text: &str, version: u32) -> Result<Envelope, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let envelope = OfVersion(version).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(envelope)
}

/// Reads the unknown fields of a bundle that was stored to carry them, without its records.
pub fn decode_extra(text: &str) -> Result<Extra, DecodeError> {
    let mut fields = open(serde_json::from_str(text)?)?;
    for known in ["format", "digest", "cafe", "records"] {
        fields.may(known);
    }
    match fields.may("version") {
        Some(Node::Whole(version)) if version > u64::from(VERSION) => {
            return Err(DecodeError::NewerVersion { version: u32::try_from(version).unwrap_or(u32::MAX) });
        }
        _ if !fits(text)? => return Err(DecodeError::Damaged),
        _ => {}
    }
    fields.rest().map_err(refused)
}

/// Opens the object that a text is, such as what a device remembers for itself.
pub fn decode_object(text: &str) -> Option<Fields<'_>> {
    open(serde_json::from_str(text).ok()?).ok()
}

fn open(node: Node<'_>) -> Result<Fields<'_>, DecodeError> {
    Fields::open("value", node).map_err(refused)
}

fn refused(fault: Fault) -> DecodeError {
    match fault {
        Fault::Wrong(detail) => DecodeError::BadRecord { line: 0, detail },
        Fault::Beyond(which) => DecodeError::BeyondLimit { which },
    }
}

/// Reads a bundle line by line, as this app writes it; `None` for what has another form, or is wrong in any way.
fn read_lines(text: &str) -> Option<Envelope> {
    let (head, records) = text.split_once(",\"records\":[\n")?;
    let records = records.trim_end().strip_suffix("\n]}")?;
    // Only the fields that every bundle has: unknown ones stand between them and the records.
    let head = format!("{head}}}");
    let mut fields = decode_object(&head)?;
    let is_ours = fields.text("format").ok()? == FORMAT && fields.may("version") == Some(Node::Whole(VERSION.into()));
    fields.text("digest").ok()?;
    let cafe = fields.id("cafe").ok()?;
    let extra = fields.rest().ok()?;
    let is_once = extra.iter().all(|(name, _)| name != "records");
    let (mut read, mut rest) = (Vec::new(), records);
    loop {
        let (record, length) = canonical::contribution(rest).or_else(|| {
            let end = scan::find(rest.as_bytes(), b'\n').map_or(rest.len(), |end| end.saturating_sub(1));
            Some((decode_record(rest.get(..end)?, VERSION).ok()?, end))
        })?;
        read.push(record);
        rest = &rest[length..];
        if rest.is_empty() {
            break;
        }
        rest = rest.strip_prefix(",\n").filter(|_| read.len() < limits::RECORDS)?;
    }
    (is_ours && is_once).then_some(Envelope { cafe, records: read, extra })
}

/// Reads one stored record of some `version` of the format.
pub fn decode_record(text: &str, version: u32) -> Result<Record, DecodeError> {
    if version == VERSION
        && let Some((record, length)) = canonical::contribution(text)
        && length == text.len()
    {
        return Ok(record);
    }
    let node: Node = match version {
        0 => return Err(DecodeError::BadRecord { line: 0, detail: "there is no version 0".into() }),
        newer if newer > VERSION => return Err(DecodeError::NewerVersion { version }),
        _ => serde_json::from_str(text)?,
    };
    upgrade::upgrade(node, version).and_then(record::read).map_err(refused)
}
