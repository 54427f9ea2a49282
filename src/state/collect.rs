//! Collecting: bundles come in, are shown, merged, undone.

use super::{Oddities, Session};
use crate::core::bundle::{self, DecodeError, Notice};
use crate::core::domain::{Extra, Id, Record};
use crate::core::import::{Counts, Plan};
use crate::core::merge::Join;
use crate::core::storage::{Import, ImportState, Importing, SEGMENT_RECORDS, StoreError};
use crate::platform;
use crate::transfer::FileIn;
use std::rc::Rc;

/// What an import of some files would do. Nothing has changed yet.
#[derive(Clone, Debug)]
pub struct Preview {
    /// One report for each file, in order.
    pub files: Vec<FileReport>,
    /// The café's title, if a file says it.
    pub title: Option<String>,
    /// What is odd about them.
    pub oddities: Oddities,
    plan: Plan,
    extra: Extra,
}

/// What one file brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReport {
    /// The file's name.
    pub name: String,
    /// What it would do.
    pub outcome: Outcome,
}

/// What one file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It can be imported; the counts say what it brings beyond the café and the files before it.
    Readable(Counts, Vec<Notice>),
    /// It belongs to another café, of this title if the file says so.
    OtherCafe(Id, Option<String>),
    /// It cannot be read.
    Refused(DecodeError),
}

impl Preview {
    /// Whether an import would change anything.
    pub fn changes(&self) -> bool {
        !self.plan.is_empty()
    }

    /// What all files bring together.
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        for file in &self.files {
            if let Outcome::Readable(counts, _) = &file.outcome {
                total.new += counts.new;
                total.changed += counts.changed;
                total.two_versions += counts.two_versions;
                total.erased += counts.erased;
                total.same += counts.same;
                total.setup += counts.setup;
                total.clock |= counts.clock;
                total.seats |= counts.seats;
                total.sorted += counts.sorted;
                total.harvest += counts.harvest;
                total.unknown += counts.unknown;
                total.refused += counts.refused;
            }
        }
        total
    }

    /// In how many pieces an import would be written.
    pub fn pieces(&self) -> usize {
        self.plan.len().div_ceil(SEGMENT_RECORDS)
    }

    /// How many files can be imported.
    pub fn readable(&self) -> usize {
        self.files.iter().filter(|file| matches!(file.outcome, Outcome::Readable(..))).count()
    }
}

fn title_in(records: &[Record]) -> Option<String> {
    records.iter().find_map(|record| match record {
        Record::Cafe(head) => Some(head.title.is.to_string()),
        _ => None,
    })
}

impl Session {
    /// Reads files and says what they would change. The page answers between two files.
    pub async fn preview(self, files: &[Rc<FileIn>]) -> Preview {
        let mut preview = Preview {
            files: Vec::new(),
            title: None,
            oddities: Oddities::default(),
            plan: Plan::default(),
            extra: Extra::NONE,
        };
        for file in files {
            platform::breathe().await;
            let outcome = match bundle::decode(&file.bytes) {
                Err(error) => Outcome::Refused(error),
                Ok(decoded) if decoded.cafe != self.id() => {
                    Outcome::OtherCafe(decoded.cafe, title_in(&decoded.records))
                }
                Ok(decoded) => {
                    preview.title = preview.title.take().or_else(|| title_in(&decoded.records));
                    preview.extra.join(&decoded.extra);
                    preview.oddities.look(self, &preview.plan, &decoded.records);
                    let counts = self.cafe(|cafe| preview.plan.add(cafe, decoded.records));
                    Outcome::Readable(counts, decoded.notices)
                }
            };
            preview.files.push(FileReport { name: file.name.clone(), outcome });
        }
        preview
    }

    /// Imports what was previewed: all of it, or nothing. `progress` hears how many of how many pieces are written.
    /// Gives the import, which can be undone; none where nothing can be stored.
    ///
    /// # Errors
    /// Why the store did not take it; nothing has changed.
    pub async fn import(self, preview: Preview, progress: impl Fn(usize, usize)) -> Result<Option<Id>, StoreError> {
        let Preview { files, plan, extra, .. } = preview;
        let (mut new, mut changed, mut names) = (0, 0, Vec::new());
        for file in files {
            if let Outcome::Readable(counts, _) = file.outcome {
                new += counts.new;
                changed += counts.changed;
                names.push(file.name);
            }
        }
        if self.with(|inner| inner.app.storage.with_untracked(Result::is_err)) {
            // Nothing can be stored, and the page says so. The notes are shown all the same, and can be handed over.
            self.with(|inner| inner.cafe.borrow_mut().extra.join(&extra));
            self.join(plan.into_records());
            return Ok(None);
        }
        let (cafe, store) = self.with(|inner| (self.id(), inner.repository.clone()));
        let manifest = Import {
            id: self.new_id(),
            state: ImportState::Done,
            at: platform::now(),
            files: names,
            new,
            changed,
            segments: 0,
        };
        let mut importing = Importing::new(cafe, manifest, plan.into_records());
        let written = loop {
            match importing.step(store.store()) {
                Ok(more) => {
                    let (done, all) = importing.progress();
                    progress(done, all);
                    // A write takes long enough to notice; every few of them the page may draw.
                    if done % 4 == 0 {
                        platform::breathe().await;
                    }
                    if !more {
                        break Ok(());
                    }
                }
                Err(error) => break Err(error),
            }
        };
        let committed = match written {
            Ok(()) => store.keep_extra(cafe, &extra).and_then(|()| importing.commit(store.store())),
            Err(error) => Err(error),
        };
        let (import, records) = match committed {
            Ok(committed) => committed,
            Err(error) => {
                // What cannot be taken away now is shown later on, and a person decides.
                drop(importing.abort(store.store()));
                return Err(error);
            }
        };
        let id = import.id;
        self.imports().update(|imports| {
            imports.retain(|it| it.id != id);
            imports.push(import);
        });
        self.with(|inner| inner.app.measure_room());
        // The import counts by now. What an erasure could not reach yet is erased by the next start.
        drop(store.settle_erasures(cafe, &records));
        let mut brought = crate::core::domain::Cafe::from_records(cafe, records);
        brought.extra = extra;
        let ids = self.with(|inner| inner.cafe.borrow_mut().join(brought)).0;
        self.publish(&ids);
        Ok(Some(id))
    }

    /// Undoes the import, or redoes it. Words that their author erased do not come back.
    ///
    /// # Errors
    /// Why the store did not take it; nothing has changed.
    pub fn set_import(self, import: &Import, state: ImportState) -> Result<(), StoreError> {
        self.with(|inner| inner.repository.set_import(self.id(), import, state))?;
        self.reload();
        Ok(())
    }
}
