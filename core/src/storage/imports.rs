//! Imports: written in segments, counted by a manifest, undone and redone by one write.

use super::local::{Local, Object};
use super::{SEGMENT_RECORDS, Store, StoreError, block, keys};
use crate::bundle::{decode_object, encode_string};
use crate::domain::{Id, Record};

/// Whether an import counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// It counts.
    Done,
    /// It was undone, and can be redone.
    Undone,
}

/// One import, as its manifest has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its id, made when it began; not in the manifest's text but in its key.
    pub id: Id,
    /// Whether it counts.
    pub state: ImportState,
    /// Milliseconds since 1970 when it was done.
    pub at: u64,
    /// The names of the files.
    pub files: Vec<String>,
    /// New contributions.
    pub new: usize,
    /// Changed contributions.
    pub changed: usize,
    /// Segments.
    pub segments: usize,
}

const fn no_id() -> Id {
    Id::from_bits(0)
}

impl Local for Import {
    /// Every field must be there: what counts is at stake.
    fn read(text: &str) -> Option<Self> {
        let mut fields = decode_object(text)?;
        let state = match fields.may_text("state")?.as_str() {
            "done" => ImportState::Done,
            "undone" => ImportState::Undone,
            _ => return None,
        };
        let (at, files) = (fields.may_whole("at")?, fields.may_texts("files")?);
        let mut count = |name| usize::try_from(fields.may_whole(name)?).ok();
        let (new, changed, segments) = (count("new")?, count("changed")?, count("segments")?);
        Some(Self { id: no_id(), state, at, files, new, changed, segments })
    }

    fn write(&self) -> String {
        let state = match self.state {
            ImportState::Done => "done",
            ImportState::Undone => "undone",
        };
        let mut files = String::from("[");
        for (place, file) in self.files.iter().enumerate() {
            if place > 0 {
                files.push(',');
            }
            encode_string(&mut files, file);
        }
        files.push(']');
        let object = Object::new().text("state", state).raw("at", &self.at.to_string()).raw("files", &files);
        let count = |object: Object, name, count: usize| object.raw(name, &count.to_string());
        let object = count(count(object, "new", self.new), "changed", self.changed);
        count(object, "segments", self.segments).end()
    }
}

/// An import that is being written. Nothing of it counts before [`Importing::commit`]; dropped or broken off, it leaves
/// segments without a manifest, which [`Importing::abort`] takes away, or a person decides about later
/// ([`super::Unfinished`]).
#[derive(Debug)]
pub struct Importing {
    cafe: Id,
    manifest: Import,
    records: Vec<Record>,
    written: usize,
}

impl Importing {
    /// Begins an import of these records; `manifest.id` must be fresh.
    pub fn new(cafe: Id, manifest: Import, records: Vec<Record>) -> Self {
        Self { cafe, manifest, records, written: 0 }
    }

    /// Segments that are written, and all there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.manifest.segments, self.records.len().div_ceil(SEGMENT_RECORDS))
    }

    /// Writes the next segment; says whether there is another.
    ///
    /// # Errors
    /// As the store. Call [`Importing::abort`] then; nothing has changed.
    pub fn step(&mut self, store: &impl Store) -> Result<bool, StoreError> {
        let end = (self.written + SEGMENT_RECORDS).min(self.records.len());
        if self.written < end {
            let key = keys::segment(self.cafe, self.manifest.id, self.manifest.segments);
            store.keep(&key, &self.segment(self.manifest.segments))?;
            self.manifest.segments += 1;
            self.written = end;
        }
        Ok(self.written < self.records.len())
    }

    /// Writes the manifest: from here on the import counts. Gives back its records.
    ///
    /// # Errors
    /// As the store. Call [`Importing::abort`] then; nothing has changed.
    pub fn commit(&mut self, store: &impl Store) -> Result<(Import, Vec<Record>), StoreError> {
        for number in 0..self.manifest.segments {
            // Another tab whose clock jumped may have taken a segment for an abandoned one.
            let key = keys::segment(self.cafe, self.manifest.id, number);
            if store.get(&key)?.is_none() {
                store.keep(&key, &self.segment(number))?;
            }
        }
        // Or a person took in there what was written by then, and may have undone that.
        let there = store.get(&keys::import(self.cafe, self.manifest.id))?;
        let there = there.and_then(|text| read_manifest(&text, self.manifest.id));
        self.manifest.state = there.map_or(self.manifest.state, |import| import.state);
        write_manifest(store, self.cafe, &self.manifest)?;
        let records = std::mem::take(&mut self.records);
        let counts = self.manifest.state == ImportState::Done;
        Ok((self.manifest.clone(), if counts { records } else { Vec::new() }))
    }

    /// Takes away what was written, unless a person took it in meanwhile, in another tab: then it counts.
    ///
    /// # Errors
    /// As the store; what is left is reported later on.
    pub fn abort(self, store: &impl Store) -> Result<(), StoreError> {
        let manifest = keys::import(self.cafe, self.manifest.id);
        if store.get(&manifest)?.is_some_and(|text| text != self.manifest.write()) {
            return Ok(());
        }
        // The manifest first: without it nothing counts, also when the page is left in between.
        store.remove(&manifest)?;
        // One more than was counted: the write that failed may have left its text.
        (0..=self.manifest.segments).try_for_each(|n| store.remove(&keys::segment(self.cafe, self.manifest.id, n)))
    }

    fn segment(&self, number: usize) -> String {
        let start = number * SEGMENT_RECORDS;
        block::write(&self.records[start..(start + SEGMENT_RECORDS).min(self.records.len())])
    }
}

pub(super) fn write_manifest(store: &impl Store, cafe: Id, manifest: &Import) -> Result<(), StoreError> {
    store.keep(&keys::import(cafe, manifest.id), &manifest.write())
}

pub(super) fn read_manifest(text: &str, id: Id) -> Option<Import> {
    Import::read(text).map(|import| Import { id, ..import })
}
