//! The records of the cafés on this device.

use super::imports::{read_manifest, write_manifest};
use super::load::Reading;
use super::{Import, ImportState, Store, StoreError, block, is_abandoned, keys};
use crate::bundle::DecodeError;
use crate::domain::{Cafe, DeviceId, Id, Record, sorted};
use crate::merge::Join;
use keys::Key;

/// A stored value that could not be read. It stays where it is, and is offered for download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its key.
    pub key: String,
    /// The value as it is.
    pub text: String,
    /// Why it could not be read.
    pub why: DecodeError,
}

/// What is wrong with something that is stored: three things that ask for three ways out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// It was changed or cut.
    Damaged,
    /// A newer app wrote it, and can read it.
    Newer,
    /// It is a part of this import, and is not there.
    Missing(Id),
}

impl Damaged {
    /// Which of the three it is.
    pub fn harm(&self) -> Harm {
        match (&self.why, keys::parse(&self.key)) {
            (DecodeError::NewerVersion { .. }, _) => Harm::Newer,
            (DecodeError::Empty, Some(Key::Segment(_, import, _))) => Harm::Missing(import),
            _ => Harm::Damaged,
        }
    }
}

/// A café as it was found.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The café.
    pub cafe: Cafe,
    /// Its imports, the oldest first.
    pub imports: Vec<Import>,
    /// What could not be read, and segments that are missing.
    pub damaged: Vec<Damaged>,
    /// Imports without a manifest, the oldest first: another tab may be at them.
    pub unfinished: Vec<Id>,
}

/// The cafés in a store.
#[derive(Clone, Debug)]
pub struct Repository<S> {
    store: S,
}

impl<S: Store> Repository<S> {
    /// The repository in a store.
    pub const fn new(store: S) -> Self {
        Self { store }
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// The id of this device; made from `random` at the first start.
    ///
    /// # Errors
    /// As the store; then the device has this id only until the page is left.
    pub fn device(&self, random: u64) -> Result<DeviceId, StoreError> {
        if let Some(text) = self.store.get(keys::DEVICE)? {
            if let Some(device) = DeviceId::parse(&text) {
                return Ok(device);
            }
            self.put_aside(keys::DEVICE, &text)?;
        }
        let device = DeviceId::from_bits(random);
        self.store.keep(keys::DEVICE, &device.to_string())?;
        Ok(device)
    }

    /// The cafés on this device that are not marked as taken off it, the newest first. One of which there is nothing
    /// but an unfinished import is among them, once nobody is at it any more.
    ///
    /// # Errors
    /// As the store.
    pub fn cafes(&self, now: u64) -> Result<Vec<Id>, StoreError> {
        let (mut cafes, mut removed) = (Vec::new(), Vec::new());
        for key in self.store.keys()? {
            match keys::parse(&key) {
                Some(Key::Record(cafe, _) | Key::Import(cafe, _)) => cafes.push(cafe),
                Some(Key::Segment(cafe, import, _)) if is_abandoned(import, now) => cafes.push(cafe),
                _ => {}
            }
            removed.extend(keys::removed_cafe(&key));
        }
        sorted::sort_unique(&mut cafes);
        cafes.retain(|cafe| !removed.contains(cafe));
        cafes.reverse();
        Ok(cafes)
    }

    /// Reads one live record; none when there is none or it cannot be read.
    ///
    /// # Errors
    /// As the store.
    pub fn read(&self, cafe: Id, id: Id) -> Result<Option<Record>, StoreError> {
        let text = self.store.get(&keys::record(cafe, id))?;
        Ok(text.and_then(|text| block::read(&text).pop()?.ok()).filter(|record| record.id() == id))
    }

    /// Writes one record under its own key, joined with what lies there (another tab may have written), and reads it
    /// back. Gives back the record as it was stored, which may hold more than what was given.
    ///
    /// # Errors
    /// As the store; then the old value is still there.
    pub fn save(&self, cafe: Id, record: &Record) -> Result<Record, StoreError> {
        let record = self.put(cafe, record)?;
        if matches!(record, Record::Erased(_)) {
            self.scrub(cafe, &[record.id()])?;
        }
        Ok(record)
    }

    fn put(&self, cafe: Id, record: &Record) -> Result<Record, StoreError> {
        let key = keys::record(cafe, record.id());
        let mut record = record.clone();
        if let Some(text) = self.store.get(&key)? {
            match <[_; 1]>::try_from(block::read(&text)) {
                Ok([Ok(stored)]) if stored.id() == record.id() => {
                    record.join(&stored);
                }
                _ => self.put_aside(&key, &text)?,
            }
        }
        self.store.keep(&key, &block::write([&record]))?;
        Ok(record)
    }

    /// Takes the words of erased records out of everything but their live keys: segments, drafts, values put aside.
    ///
    /// # Errors
    /// As the store. The erasure itself is stored already; a later start goes on here.
    pub fn scrub(&self, cafe: Id, erased: &[Id]) -> Result<(), StoreError> {
        let mut erased = erased.to_vec();
        sorted::sort_unique(&mut erased);
        let leftovers = keys::Leftovers::new(cafe);
        for key in self.store.keys()? {
            let ours = matches!(keys::parse(&key), Some(Key::Segment(of, ..)) if of == cafe);
            if let Some(text) = if ours { self.store.get(&key)? } else { None }
                && let Some(rest) = block::without(&text, &erased)
            {
                self.store.keep(&key, &rest)?;
            } else if leftovers.record(&key).is_some_and(|id| erased.binary_search(&id).is_ok()) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    /// After an import: writes the erasures that it brought under their own keys, so that undoing the import does not
    /// bring the words back, and takes the words away.
    ///
    /// # Errors
    /// As the store. A later start goes on here.
    pub fn settle_erasures<'a>(
        &self,
        cafe: Id,
        records: impl IntoIterator<Item = &'a Record>,
    ) -> Result<(), StoreError> {
        let erasures: Vec<&Record> = records.into_iter().filter(|it| matches!(it, Record::Erased(_))).collect();
        for erasure in &erasures {
            self.put(cafe, erasure)?;
        }
        let ids: Vec<Id> = erasures.iter().map(|it| it.id()).collect();
        if ids.is_empty() { Ok(()) } else { self.scrub(cafe, &ids) }
    }

    /// Makes an import count or not. Before it stops counting, the erasures that it brought are made to last.
    ///
    /// # Errors
    /// As the store; then nothing has changed.
    pub fn set_import(&self, cafe: Id, import: &Import, state: ImportState) -> Result<Import, StoreError> {
        if state == ImportState::Undone {
            let mut reading = Reading::new(&self.store);
            (0..import.segments).try_for_each(|number| reading.read(&keys::segment(cafe, import.id, number)))?;
            self.settle_erasures(cafe, &reading.records)?;
        }
        let key = keys::import(cafe, import.id);
        if let Some(text) = self.store.get(&key)?
            && read_manifest(&text, import.id).is_none()
        {
            self.put_aside(&key, &text)?;
        }
        let import = Import { state, ..import.clone() };
        write_manifest(&self.store, cafe, &import)?;
        Ok(import)
    }
}
