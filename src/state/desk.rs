//! The desk on which files are laid out before they are imported.

use super::{FileReport, Outcome, Preview, Session, use_app};
use crate::core::domain::Id;
use crate::core::import::Counts;
use crate::core::storage::{Import, ImportState, Role, StoreError};
use crate::platform;
use crate::reactive::*;
use crate::transfer::FileIn;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// What the desk is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It waits for a person.
    Waiting,
    /// It reads files: how many.
    Reading(usize),
    /// It imports: pieces that are written, and all of them.
    Importing(usize, usize),
}

/// What the last import on this desk did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Files.
    pub files: usize,
    /// What they brought.
    pub counts: Counts,
    /// The import, where it can be undone.
    pub import: Option<Id>,
}

/// The files that were laid out, and what an import of them would do. Copy; it lives as long as its page.
#[derive(Clone, Copy)]
pub struct Desk {
    session: Session,
    files: StoredValue<Vec<Rc<FileIn>>>,
    /// Counts the readings, so that only the newest is shown.
    turn: StoredValue<u32>,
    /// What an import would do; none while nothing is laid out.
    pub preview: RwSignal<Option<Preview>>,
    /// What the desk is doing.
    pub phase: RwSignal<Phase>,
    /// Why the last import did not work.
    pub error: RwSignal<Option<StoreError>>,
    /// What the last import did.
    pub done: RwSignal<Option<Imported>>,
}

thread_local! {
    static IMPORTING: Cell<usize> = const { Cell::new(0) };
}

/// Whether an import is being written, on whatever page one is by now.
pub fn is_importing() -> bool {
    IMPORTING.get() > 0
}

impl Desk {
    /// An empty desk. It reads its files again whenever the café changes, so that what it says stays true.
    pub fn new(session: Session) -> Self {
        let desk = Self {
            session,
            files: StoredValue::new(Vec::new()),
            turn: StoredValue::new(0),
            preview: RwSignal::new(None),
            phase: RwSignal::new(Phase::Waiting),
            error: RwSignal::new(None),
            done: RwSignal::new(None),
        };
        Effect::watch(move || session.content(|_| ()), move |()| desk.read());
        desk
    }

    /// The café that its files would be imported into.
    pub fn session(self) -> Session {
        self.session
    }

    /// Whether the page of the desk was left.
    pub fn is_disposed(self) -> bool {
        self.phase.is_disposed()
    }

    /// Whether an import is being written.
    pub fn is_importing(self) -> bool {
        matches!(self.phase.get_untracked(), Phase::Importing(..))
    }

    /// Lays out more files; the same file is not laid out twice. Says whether it could: not during an import.
    pub fn lay_out(self, files: Vec<FileIn>) -> bool {
        if self.is_importing() {
            return false;
        }
        let before = self.files.with_value(Vec::len);
        self.files.update_value(|all| {
            for file in files {
                if !all.iter().any(|it| **it == file) {
                    all.push(Rc::new(file));
                }
            }
        });
        if self.files.with_value(Vec::len) > before {
            self.error.set(None);
            self.done.set(None);
            self.read();
        }
        true
    }

    /// The files that belong to another café, to be imported there.
    pub fn files_of(self, cafe: Id) -> Vec<FileIn> {
        self.preview.with_untracked(|preview| {
            let reports = preview.iter().flat_map(|preview| &preview.files);
            self.files.with_value(|files| {
                let of =
                    |(_, report): &(_, &FileReport)| matches!(report.outcome, Outcome::OtherCafe(it, _) if it == cafe);
                files.iter().zip(reports).filter(of).map(|(file, _)| FileIn::clone(file)).collect()
            })
        })
    }

    /// Puts the files away; nothing is imported.
    pub fn cancel(self) {
        self.files.with_value(|files| use_app().settle_received(files.iter().map(|file| &**file)));
        self.clear();
    }

    /// Those that were imported, and those that no café can take, are settled; those of another café wait for theirs.
    fn settle(self, reports: &[FileReport]) {
        self.files.with_value(|files| {
            let is_settled = |(_, report): &(_, &FileReport)| !matches!(report.outcome, Outcome::OtherCafe(..));
            let settled = files.iter().zip(reports).filter(is_settled).map(|(file, _)| &**file);
            use_app().settle_received(settled);
        });
    }

    fn clear(self) {
        self.files.update_value(Vec::clear);
        self.turn.update_value(|turn| *turn += 1);
        self.preview.set(None);
        self.error.set(None);
        self.phase.set(Phase::Waiting);
    }

    fn read(self) {
        let files = self.files.with_value(Clone::clone);
        if files.is_empty() || self.is_importing() {
            return;
        }
        self.turn.update_value(|turn| *turn += 1);
        let mine = self.turn.get_value();
        self.phase.set(Phase::Reading(files.len()));
        spawn_local(async move {
            let preview = self.session.preview(&files).await;
            // The page may have been left meanwhile, or more files have come.
            if self.turn.try_get_value() == Some(mine) {
                self.preview.set(Some(preview));
                self.phase.set(Phase::Waiting);
            }
        });
    }

    /// Imports what was laid out: all of it, or nothing.
    pub fn import(self) {
        if self.phase.get_untracked() != Phase::Waiting {
            return;
        }
        let Some(preview) = self.preview.take().flatten() else { return };
        let (app, session) = (use_app(), self.session);
        let is_new = session.cafe(|cafe| cafe.records().len() == 0);
        let (files, counts) = (preview.readable(), preview.total());
        let reports = preview.files.clone();
        self.error.set(None);
        self.phase.set(Phase::Importing(0, preview.pieces()));
        IMPORTING.set(IMPORTING.get() + 1);
        spawn_local(async move {
            platform::breathe().await;
            let progress = move |done, all| self.phase.set(Phase::Importing(done, all));
            let result = session.import(preview, progress).await;
            IMPORTING.set(IMPORTING.get() - 1);
            if result.is_ok() && is_new {
                session.sit(|seat| seat.role = Role::Facilitator);
            }
            // Whoever collects has more now than the last export.
            if result.is_ok() && !is_new && untrack(|| session.is_facilitator()) {
                session.note_change();
            }
            if self.is_disposed() {
                // Whoever went on to another page is told there.
                let t = app.lang().now();
                match result {
                    Ok(_) => app.say((t.collect().imported)(files)),
                    Err(error) => app.say(format!("{} {}", t.collect().not_imported, (t.errors().store)(&error))),
                }
                return;
            }
            self.phase.set(Phase::Waiting);
            match result {
                Ok(import) => {
                    self.settle(&reports);
                    self.clear();
                    self.done.set(Some(Imported { files, counts, import }));
                }
                Err(error) => {
                    self.error.set(Some(error));
                    self.read();
                }
            }
        });
    }

    /// Undoes an import, or redoes it.
    ///
    /// # Errors
    /// Why the store did not take it; nothing has changed.
    pub fn set_import(self, import: &Import, state: ImportState) -> Result<(), StoreError> {
        self.session.set_import(import, state)?;
        self.done.set(None);
        Ok(())
    }
}
