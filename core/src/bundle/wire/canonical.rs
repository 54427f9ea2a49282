//! The fast way through what this app wrote itself: contributions on a line of their own, in canonical form.
//!
//! Nearly every line of a bundle and of the store is one. A cursor that expects each byte reads it several times faster
//! than a JSON reader that must be ready for anything. Whatever is not as expected (an escape, a field of a newer app,
//! a space) is not an error but `None`, and is read in the general way; `tests/bundle/unknown.rs` holds both ways to
//! the same result.

use crate::bundle::limits;
use crate::bundle::scan::special;
use crate::domain::{Contribution, DeviceId, Extra, Id, Record, Stamp};
use crate::merge::{Latest, Version, Versions};

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

/// The contribution in canonical form that a text begins with, and how long it is; `None` for anything else.
pub fn contribution(text: &str) -> Option<(Record, usize)> {
    let mut it = Cursor { text, at: 0 };
    it.expect("{\"kind\":\"contribution\",\"id\":\"")?;
    let id = it.id()?;
    it.expect(",\"author\":\"")?;
    let author = DeviceId::parse(it.quoted()?)?;
    it.expect(",\"question\":\"")?;
    let question = it.id()?;
    it.expect(",\"table\":\"")?;
    let table = it.id()?;
    it.expect(",\"round\":\"")?;
    let round = it.id()?;
    let example_of = if it.meets(",\"example_of\":\"") { Some(it.id()?) } else { None };
    it.expect(",\"text\":[")?;
    let mut live = Vec::with_capacity(1);
    while live.is_empty() || it.meets(",") {
        let (at, is) = it.written()?;
        live.push(Version { at, is, extra: Extra::NONE });
    }
    it.expect("]")?;
    let mut replaced = Vec::new();
    if it.meets(",\"text_replaced\":[") {
        while replaced.is_empty() || it.meets(",") {
            it.expect("\"")?;
            replaced.push(it.stamp()?);
        }
        it.expect("]")?;
    }
    let name = if it.meets(",\"name\":") {
        let (at, is) = it.written()?;
        Some(Latest::new(at, is))
    } else {
        None
    };
    it.expect("}")?;
    if live.len() > limits::MOST_VERSIONS || replaced.len() > limits::MOST_REPLACED {
        return None;
    }
    let text = Versions::from_parts(live, replaced);
    let (kept, hidden, extra) = (None, None, Extra::NONE);
    let record = Record::Contribution(Contribution {
        id,
        author,
        question,
        table,
        round,
        example_of,
        text,
        kept,
        name,
        hidden,
        extra,
    });
    Some((record, it.at))
}

impl<'a> Cursor<'a> {
    fn meets(&mut self, expected: &str) -> bool {
        let is_next = self.text.as_bytes()[self.at..].starts_with(expected.as_bytes());
        if is_next {
            self.at += expected.len();
        }
        is_next
    }

    fn expect(&mut self, expected: &str) -> Option<()> {
        self.meets(expected).then_some(())
    }

    /// What stands before the next quotation mark, which is passed; `None` when there is an escape in it.
    fn quoted(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let end = special(rest.as_bytes())?;
        self.at += end + 1;
        rest.get(..end).filter(|_| rest.as_bytes()[end] == b'"')
    }

    fn id(&mut self) -> Option<Id> {
        Id::parse(self.quoted()?)
    }

    fn stamp(&mut self) -> Option<Stamp> {
        Stamp::parse(self.quoted()?)
    }

    /// `{"at":"…","is":"…"}`
    fn written(&mut self) -> Option<(Stamp, Box<str>)> {
        self.expect("{\"at\":\"")?;
        let at = self.stamp()?;
        self.expect(",\"is\":\"")?;
        let is = self.quoted().filter(|text| text.len() <= limits::TEXT_BYTES)?;
        self.expect("}")?;
        Some((at, is.into()))
    }
}
