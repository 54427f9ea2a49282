//! Reading a café: what lies in the store, put together.

use super::imports::read_manifest;
use super::repository::{Damaged, Loaded, Repository};
use super::{Import, ImportState, Store, StoreError, block, keys};
use crate::bundle::DecodeError;
use crate::domain::{Cafe, Id, Record, in_order, sorted};
use keys::Key;

impl<S: Store> Repository<S> {
    /// Reads a café: live records joined with the segments of imports that count, and with what was put aside and can
    /// be read by now. Each key is read once.
    ///
    /// # Errors
    /// As the store.
    pub fn load(&self, cafe: Id) -> Result<Loaded, StoreError> {
        let mut found = Found::default();
        let leftovers = keys::Leftovers::new(cafe);
        for key in self.store().keys()? {
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
        let mut reading = Reading::new(self.store());
        let mut imports = Vec::new();
        for (id, key) in found.manifests {
            let (segments, others): (Vec<_>, Vec<_>) = found.segments.into_iter().partition(|it| it.import == id);
            found.segments = others;
            let text = self.store().get(&key)?.unwrap_or_default();
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
                // What a tab wrote of it after another one had taken in what was there.
                let later = segments.iter().filter(|it| it.number >= import.segments);
                later.into_iter().try_for_each(|it| reading.read(&it.key))?;
            }
            if import.state == ImportState::Undone {
                for it in &segments {
                    found.beside.extend(block::ids_of_words(&self.store().get(&it.key)?.unwrap_or_default()));
                }
            }
            let place = imports.partition_point(|other: &Import| other.id < id);
            imports.insert(place, import);
        }
        // What belongs to no manifest does not count, and holds words all the same.
        let mut unfinished = Vec::new();
        for it in &found.segments {
            unfinished.push(it.import);
            found.beside.extend(block::ids_of_words(&self.store().get(&it.key)?.unwrap_or_default()));
        }
        sorted::sort_unique(&mut unfinished);
        found.live.iter().try_for_each(|key| reading.read_live(key))?;
        found.aside.iter().try_for_each(|(id, key)| reading.read_aside(*id, key))?;
        let Reading { records, damaged, .. } = reading;
        let mut loaded = Loaded { cafe: Cafe::new(cafe), imports, damaged, unfinished };
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
        sorted::sort_unique(&mut with_words);
        let half_erased = with_words.iter().filter_map(|&id| loaded.cafe.record(id));
        self.settle_erasures(cafe, half_erased).ok();
        match self.read_extra(cafe)? {
            Ok(extra) => loaded.cafe.extra = extra,
            Err(unreadable) => loaded.damaged.push(unreadable),
        }
        Ok(loaded)
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

/// Records that are read, and what could not be.
pub(super) struct Reading<'a, S> {
    store: &'a S,
    pub(super) records: Vec<Record>,
    damaged: Vec<Damaged>,
}

impl<'a, S: Store> Reading<'a, S> {
    pub(super) const fn new(store: &'a S) -> Self {
        Self { store, records: Vec::new(), damaged: Vec::new() }
    }

    /// A live key holds exactly one record.
    fn read_live(&mut self, key: &str) -> Result<(), StoreError> {
        self.read_at_least(1, key)
    }

    pub(super) fn read(&mut self, key: &str) -> Result<(), StoreError> {
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
