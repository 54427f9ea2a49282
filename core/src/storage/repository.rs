//! The records of the cafés on this device.

use super::imports::{read_manifest, write_manifest};
use super::local::Local;
use super::{Card, HandedOver, Import, ImportState, Seat, Store, StoreError, block, keys};
use crate::bundle::{self, DecodeError};
use crate::domain::{Cafe, DeviceId, Extra, Id, Record, Scope, in_order, sorted};
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

/// A café as it was found.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The café.
    pub cafe: Cafe,
    /// Its imports, the oldest first.
    pub imports: Vec<Import>,
    /// What could not be read, and segments that are missing.
    pub damaged: Vec<Damaged>,
}

/// The cafés in a store.
#[derive(Clone, Debug)]
pub struct Repository<S> {
    store: S,
}

/// Segments without a manifest are another tab's import in progress, or what a killed one left; after this time
/// (milliseconds) they are the latter.
const ABANDONED_AFTER: u64 = 3_600_000;

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

    /// The cafés on this device that are not marked as taken off it, the newest first.
    ///
    /// # Errors
    /// As the store.
    pub fn cafes(&self) -> Result<Vec<Id>, StoreError> {
        let (mut cafes, mut removed) = (Vec::new(), Vec::new());
        for key in self.store.keys()? {
            if let Some(Key::Record(cafe, _) | Key::Import(cafe, _)) = keys::parse(&key) {
                cafes.push(cafe);
            }
            removed.extend(keys::removed_cafe(&key));
        }
        sorted::tidy(&mut cafes);
        cafes.retain(|cafe| !removed.contains(cafe));
        cafes.reverse();
        Ok(cafes)
    }

    /// Reads a café: live records joined with the segments of imports that count, and with what was put aside and can be
    /// read by now. Each key is read once.
    ///
    /// # Errors
    /// As the store.
    pub fn load(&self, cafe: Id) -> Result<Loaded, StoreError> {
        let mut found = Found::default();
        let leftovers = keys::Leftovers::new(cafe);
        for key in self.store.keys()? {
            match keys::parse(&key) {
                Some(Key::Record(of, _)) if of == cafe => found.live.push(key),
                Some(Key::Segment(of, import, number)) if of == cafe => {
                    found.segments.push(Segment { import, number, key });
                }
                Some(Key::Import(of, import)) if of == cafe => found.manifests.push((import, key)),
                _ => {
                    let id = leftovers.record(&key);
                    found.beside.extend(id);
                    found.aside.extend(id.filter(|_| keys::is_aside(&key)).map(|id| (id, key)));
                }
            }
        }
        let mut reading = Reading { store: &self.store, records: Vec::new(), damaged: Vec::new() };
        let mut imports = Vec::new();
        for (id, key) in found.manifests {
            let (segments, others): (Vec<_>, Vec<_>) = found.segments.into_iter().partition(|it| it.import == id);
            found.segments = others;
            let text = self.store.get(&key)?.unwrap_or_default();
            let Some(import) = read_manifest(&text, id) else {
                // Whether it counted is not known. The words in it are worth more than an undo.
                reading.damaged.push(Damaged { key, text, why: DecodeError::CutOff });
                segments.iter().try_for_each(|it| reading.read(&it.key))?;
                continue;
            };
            if import.state == ImportState::Done {
                for number in 0..import.segments {
                    match segments.iter().find(|it| it.number == number) {
                        Some(it) => reading.read(&it.key)?,
                        None => reading.miss(keys::segment(cafe, id, number)),
                    }
                }
            }
            if import.state == ImportState::Undone {
                for it in &segments {
                    found.beside.extend(block::ids_of_words(&self.store.get(&it.key)?.unwrap_or_default()));
                }
            }
            let place = imports.partition_point(|other: &Import| other.id < id);
            imports.insert(place, import);
        }
        found.live.iter().try_for_each(|key| reading.read_live(key))?;
        found.aside.iter().try_for_each(|(id, key)| reading.read_aside(*id, key))?;
        let Reading { records, damaged, .. } = reading;
        let mut loaded = Loaded { cafe: Cafe::new(cafe), imports, damaged };
        let mut with_words = found.beside;
        for Damaged { key, text, .. } in &loaded.damaged {
            with_words.extend(block::ids_of_words(text));
            if let Some(Key::Record(_, id)) = keys::parse(key) {
                with_words.push(id);
            }
        }
        // In order each goes to the end of the café.
        for record in in_order(records) {
            let id = record.id();
            let erased = matches!(record, Record::Erased(_));
            let was_erased = matches!(loaded.cafe.record(id), Some(Record::Erased(_)));
            if loaded.cafe.record(id).is_some() && erased != was_erased {
                with_words.push(id);
            }
            loaded.cafe.join_record(record);
        }
        // Words beside an erasure: the page was left between the writes of an erasure. Finish it; a store that refuses
        // is asked again at the next start, and the café opens all the same.
        sorted::tidy(&mut with_words);
        let half_erased = with_words.iter().filter_map(|&id| loaded.cafe.record(id));
        self.settle_erasures(cafe, half_erased).ok();
        match self.read_extra(cafe)? {
            Ok(extra) => loaded.cafe.extra = extra,
            Err(unreadable) => loaded.damaged.push(unreadable),
        }
        Ok(loaded)
    }

    /// Takes away segments without a manifest that are too old to be another tab's import in progress. Not before the
    /// journal was asked: it may still have the manifest.
    ///
    /// # Errors
    /// As the store; a later start goes on here.
    pub fn sweep(&self, now: u64) -> Result<(), StoreError> {
        let keys = self.store.keys()?;
        let mut manifests: Vec<Id> = Vec::new();
        for key in &keys {
            if let Some(Key::Import(_, import)) = keys::parse(key) {
                manifests.push(import);
            }
        }
        keys.iter().try_for_each(|key| match keys::parse(key) {
            Some(Key::Segment(_, import, _))
                if !manifests.contains(&import) && now.abs_diff(import.millis()) > ABANDONED_AFTER =>
            {
                self.store.remove(key)
            }
            _ => Ok(()),
        })
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

    /// Moves an unreadable value out of the way of a write; one that was moved before stays as well.
    fn put_aside(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut place = keys::aside(key);
        while let Some(earlier) = self.store.get(&place)? {
            if earlier == text {
                return Ok(());
            }
            place.push('+');
        }
        self.store.keep(&place, text)
    }

    /// Takes the words of erased records out of everything but their live keys: segments, drafts, values put aside.
    ///
    /// # Errors
    /// As the store. The erasure itself is stored already; a later start goes on here.
    pub fn scrub(&self, cafe: Id, erased: &[Id]) -> Result<(), StoreError> {
        let mut erased = erased.to_vec();
        sorted::tidy(&mut erased);
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
            let mut reading = Reading { store: &self.store, records: Vec::new(), damaged: Vec::new() };
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

    /// Everything of this app that cannot be read, with values put aside earlier, as one text to download.
    ///
    /// # Errors
    /// As the store.
    pub fn rescue(&self, damaged: &[Damaged]) -> Result<String, StoreError> {
        let mut texts: sorted::Map<String, String> =
            damaged.iter().map(|it| (it.key.clone(), it.text.clone())).collect();
        for key in self.store.keys()?.into_iter().filter(|key| keys::is_aside(key)) {
            if let Some(text) = self.store.get(&key)? {
                texts.insert(key, text);
            }
        }
        let mut rescued = String::from("{");
        for (place, (key, text)) in texts.iter().enumerate() {
            rescued.push_str(if place == 0 { "\n  " } else { ",\n  " });
            bundle::encode_string(&mut rescued, key);
            rescued.push_str(": ");
            bundle::encode_string(&mut rescued, text);
        }
        rescued.push_str("\n}");
        Ok(rescued)
    }

    /// How many values were put aside, of all cafés.
    ///
    /// # Errors
    /// As the store.
    pub fn asides(&self) -> Result<usize, StoreError> {
        Ok(self.store.keys()?.iter().filter(|key| keys::is_aside(key)).count())
    }

    /// Takes away for good what was put aside.
    ///
    /// # Errors
    /// As the store.
    pub fn drop_asides(&self) -> Result<(), StoreError> {
        self.store.keys()?.iter().filter(|key| keys::is_aside(key)).try_for_each(|key| self.store.remove(key))
    }

    /// What stood in a text box when the page was left.
    ///
    /// # Errors
    /// As the store.
    pub fn draft(&self, cafe: Id, slot: &str) -> Result<Option<String>, StoreError> {
        self.store.get(&keys::draft(cafe, slot))
    }

    /// Keeps what stands in a text box; an empty one is taken away.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_draft(&self, cafe: Id, slot: &str, text: &str) -> Result<(), StoreError> {
        let key = keys::draft(cafe, slot);
        if text.is_empty() { self.store.remove(&key) } else { self.store.keep(&key, text) }
    }

    /// The same where other tabs may have words in the same box. `mine` is what this tab last found or kept there: what
    /// another tab keeps there is laid beside it, and lies there again when this tab needs the place no more.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_own_draft(&self, cafe: Id, slot: &str, text: &str, mine: &str) -> Result<(), StoreError> {
        let key = keys::draft(cafe, slot);
        let beside = keys::beside(&key);
        let stored = self.store.get(&key)?.unwrap_or_default();
        if !stored.is_empty() && stored != mine && stored != text {
            self.store.keep(&beside, &stored)?;
        }
        match self.store.get(&beside)? {
            Some(other) if text.is_empty() => self.store.keep(&key, &other).and_then(|()| self.store.remove(&beside)),
            _ => self.keep_draft(cafe, slot, text),
        }
    }

    /// A setting.
    ///
    /// # Errors
    /// As the store.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.store.get(&keys::setting(name))
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.store.keep(&keys::setting(name), value)
    }

    /// Where this device sits in a café.
    ///
    /// # Errors
    /// As the store.
    pub fn seat(&self, cafe: Id) -> Result<Option<Seat>, StoreError> {
        self.local(cafe, "seat")
    }

    /// Keeps where this device sits.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_seat(&self, cafe: Id, seat: &Seat) -> Result<(), StoreError> {
        self.keep_local(cafe, "seat", seat)
    }

    /// What the list of cafés shows.
    ///
    /// # Errors
    /// As the store.
    pub fn card(&self, cafe: Id) -> Result<Option<Card>, StoreError> {
        self.local(cafe, "card")
    }

    /// Keeps what the list of cafés shows, unless it is there already.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_card(&self, cafe: Id, card: &Card) -> Result<(), StoreError> {
        if self.card(cafe)?.as_ref() == Some(card) { Ok(()) } else { self.keep_local(cafe, "card", card) }
    }

    /// What was handed over; nothing when that cannot be read, which errs on the safe side.
    ///
    /// # Errors
    /// As the store.
    pub fn handed_over(&self, cafe: Id) -> Result<HandedOver, StoreError> {
        Ok(self.local(cafe, "handed-over")?.unwrap_or_default())
    }

    /// Keeps what was handed over.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_handed_over(&self, cafe: Id, handed_over: &HandedOver) -> Result<(), StoreError> {
        self.keep_local(cafe, "handed-over", handed_over)
    }

    /// Keeps unknown fields of a bundle, joined with those of earlier ones.
    ///
    /// # Errors
    /// As the store.
    pub fn keep_extra(&self, cafe: Id, extra: &Extra) -> Result<(), StoreError> {
        if extra.is_empty() {
            return Ok(());
        }
        let mut joined = match self.read_extra(cafe)? {
            Ok(joined) => joined,
            Err(unreadable) => {
                self.put_aside(&unreadable.key, &unreadable.text)?;
                Extra::NONE
            }
        };
        if !joined.join(extra) {
            return Ok(());
        }
        // They are the fields of a bundle, so they are kept as one, without records.
        let mut carrier = Cafe::new(cafe);
        carrier.extra = joined;
        let text = bundle::encode(&carrier, Scope::Whole);
        // Joined from many forged bundles, they may outgrow what can be read again.
        bundle::decode_extra(&text).map_err(|error| StoreError::Failed(error.to_string()))?;
        self.store.keep(&keys::of_cafe(cafe, "extra"), &text)
    }

    fn read_extra(&self, cafe: Id) -> Result<Result<Extra, Damaged>, StoreError> {
        let key = keys::of_cafe(cafe, "extra");
        let Some(text) = self.store.get(&key)? else { return Ok(Ok(Extra::NONE)) };
        Ok(match bundle::decode_extra(&text) {
            Ok(extra) => Ok(extra),
            Err(why) => Err(Damaged { key, text, why }),
        })
    }

    fn local<T: Local>(&self, cafe: Id, what: &str) -> Result<Option<T>, StoreError> {
        Ok(self.store.get(&keys::of_cafe(cafe, what))?.and_then(|text| T::read(&text)))
    }

    fn keep_local(&self, cafe: Id, what: &str, value: &impl Local) -> Result<(), StoreError> {
        self.store.keep(&keys::of_cafe(cafe, what), &value.write())
    }
}

#[derive(Default)]
struct Found {
    live: Vec<String>,
    segments: Vec<Segment>,
    manifests: Vec<(Id, String)>,
    /// Records whose words may lie elsewhere: in drafts, among what was put aside, in imports that were undone.
    beside: Vec<Id>,
    /// What was put aside, by the record that it was.
    aside: Vec<(Id, String)>,
}

/// The key of some records of an import.
struct Segment {
    import: Id,
    number: usize,
    key: String,
}

struct Reading<'a, S> {
    store: &'a S,
    records: Vec<Record>,
    damaged: Vec<Damaged>,
}

impl<S: Store> Reading<'_, S> {
    /// A live key holds exactly one record.
    fn read_live(&mut self, key: &str) -> Result<(), StoreError> {
        self.read_at_least(1, key)
    }

    fn read(&mut self, key: &str) -> Result<(), StoreError> {
        self.read_at_least(0, key)
    }

    /// What an older app could not read and put aside, a newer one may read.
    fn read_aside(&mut self, id: Id, key: &str) -> Result<(), StoreError> {
        let records = block::read(&self.store.get(key)?.unwrap_or_default());
        self.records.extend(records.into_iter().flatten().filter(|record| record.id() == id));
        Ok(())
    }

    fn read_at_least(&mut self, records: usize, key: &str) -> Result<(), StoreError> {
        let Some(text) = self.store.get(key)? else {
            self.miss(key.to_owned());
            return Ok(());
        };
        let lines = block::read(&text);
        let mut why = (lines.len() < records).then_some(DecodeError::Empty);
        for record in lines {
            match record {
                Ok(record) => self.records.push(record),
                Err(error) => why = Some(error),
            }
        }
        if let Some(why) = why {
            self.damaged.push(Damaged { key: key.to_owned(), text, why });
        }
        Ok(())
    }

    fn miss(&mut self, key: String) {
        self.damaged.push(Damaged { key, text: String::new(), why: DecodeError::Empty });
    }
}
