//! An open café: what screens read and follow of it.
//!
//! - `commit`: changing it.
//! - `publish`: telling the screens.
//! - `reload`: what comes from the store.
//! - `place`: where this device sits, and the round that it writes in.

mod commit;
mod place;
mod publish;
mod reload;

pub(in crate::state) use self::commit::NOTES;
use self::publish::taken;
use super::notes::SMALL;
use super::{AppState, Filter, Note, NoteList, use_app};
use crate::core::domain::sorted::Map;
use crate::core::domain::{Cafe, Changes, Clock, Command, DeviceId, Id, IdMaker, Refusal, WriterId};
use crate::core::storage::{Damaged, HandedOver, Import, Seat, StoreError};
use crate::platform;
use crate::reactive::*;
use crate::storage::Repository;
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// The records that the store does not have as they are, and why.
pub type Unsaved = Map<Id, StoreError>;

/// How a person's act is carried out.
pub(in crate::state) type Apply = fn(&mut Cafe, Command, u64, &mut Clock) -> Result<Changes, Refusal>;

/// What was written on this device and is nowhere else yet, as far as it knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// How many contributions.
    pub notes: usize,
    /// How many key points.
    pub points: usize,
    /// Whether words that did leave were erased since, or anything else was changed.
    pub others: bool,
    /// When the oldest of them was done, in milliseconds since 1970; 0 where there is none.
    pub since: u64,
}

/// An open café. Copy; it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Session(&'static Inner);

pub(in crate::state) struct Inner {
    pub app: AppState,
    pub repository: &'static Repository,
    pub cafe: RefCell<Cafe>,
    pub clock: RefCell<Clock>,
    /// [`Cafe::apply`], or what the harvest puts in its place while it is on the screen, so that it can be taken back
    /// there.
    pub apply: Cell<Apply>,
    ids: RefCell<IdMaker>,
    /// Contributions and key points of this device, in order.
    own: RefCell<Vec<Id>>,
    /// Examples by the contribution they belong to.
    examples: RefCell<Map<Id, ArcRwSignal<Vec<Id>>>>,
    notes: RefCell<Map<Id, ArcRwSignal<Note>>>,
    lists: RefCell<Map<Filter, NoteList>>,
    setup: ArcTrigger,
    content: ArcTrigger,
    /// Records that this tab wrote, in order: it has all their words, whatever another tab makes of them.
    written: RefCell<Vec<Id>>,
    /// By text box what this tab last found or kept there, and what holds the words that stand in it now.
    drafts: RefCell<Vec<(String, String, Held)>>,
    /// How many changes other than to own words were made in this page since all of it was exported.
    pub changes: Cell<usize>,
    pub signals: Signals,
}

/// Puts an id in its place among others in order, unless it is there. Ids rise with time: mostly it is the last one.
fn put(ids: &mut Vec<Id>, id: Id) {
    if let Err(place) = ids.binary_search(&id) {
        ids.insert(place, id);
    }
}

/// What holds the words of a text box.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// The store, or there are none.
    Store,
    /// Nothing but the screen.
    Screen,
    /// A record that the store has not taken yet.
    Record,
}

/// What screens follow beside the notes.
#[derive(Clone)]
pub(in crate::state) struct Signals {
    pub unsaved: ArcRwSignal<Unsaved>,
    pub handed_over: ArcRwSignal<HandedOver>,
    /// Own contributions and key points that were not handed over.
    pub outbox: ArcRwSignal<Outbox>,
    pub seat: ArcRwSignal<Seat>,
    pub damaged: ArcRwSignal<Vec<Damaged>>,
    pub imports: ArcRwSignal<Vec<Import>>,
    /// Imports without a manifest, also one that another tab is at.
    pub unfinished: ArcRwSignal<Vec<Id>>,
}

/// The open café; the views that need it are shown only while there is one.
///
/// # Panics
/// Before any café was opened.
pub fn use_session() -> Session {
    let app = use_app();
    // A view that is about to go, since another screen was chosen, may still ask: it gets the café that was open last.
    app.session_on_screen().or_else(|| app.session.get_untracked()).expect("an open café")
}

impl Session {
    pub(super) fn open(app: AppState, cafe: Id) -> Self {
        let signals = Signals {
            unsaved: ArcRwSignal::default(),
            handed_over: ArcRwSignal::default(),
            outbox: ArcRwSignal::default(),
            seat: ArcRwSignal::default(),
            damaged: ArcRwSignal::default(),
            imports: ArcRwSignal::default(),
            unfinished: ArcRwSignal::default(),
        };
        let session = Self(Box::leak(Box::new(Inner {
            app,
            repository: app.repository(),
            cafe: RefCell::new(Cafe::new(cafe)),
            clock: RefCell::new(Clock::new(WriterId::from_bits(platform::random() as u64))),
            apply: Cell::new(Cafe::apply),
            ids: RefCell::default(),
            own: RefCell::default(),
            examples: RefCell::default(),
            notes: RefCell::default(),
            lists: RefCell::default(),
            setup: ArcTrigger::new(),
            content: ArcTrigger::new(),
            written: RefCell::default(),
            drafts: RefCell::default(),
            changes: Cell::default(),
            signals,
        })));
        session.reload();
        session
    }

    pub(super) fn with<T>(self, read: impl FnOnce(&Inner) -> T) -> T {
        read(self.0)
    }

    fn signal<T>(self, of: impl FnOnce(&Signals) -> T) -> T {
        self.with(|inner| of(&inner.signals))
    }

    /// The café's id.
    pub fn id(self) -> Id {
        self.with(|inner| inner.cafe.borrow().id())
    }

    /// This device.
    pub fn device(self) -> DeviceId {
        self.with(|inner| inner.app.device())
    }

    /// Reads the café as it is now, without following it. Do not commit inside.
    pub fn cafe<T>(self, read: impl FnOnce(&Cafe) -> T) -> T {
        self.with(|inner| read(&inner.cafe.borrow()))
    }

    /// Reads the set-up and follows it: title, questions, tables, rounds.
    pub fn setup<T>(self, read: impl FnOnce(&Cafe) -> T) -> T {
        self.with(|inner| inner.setup.clone()).track();
        self.cafe(read)
    }

    /// Reads the café and follows every change: only for what is computed from all of it, such as the report.
    pub fn content<T>(self, read: impl FnOnce(&Cafe) -> T) -> T {
        self.with(|inner| inner.content.clone()).track();
        self.cafe(read)
    }

    /// Whether the café is on this device at all.
    pub fn is_here(self) -> bool {
        self.setup(|cafe| cafe.records().len() > 0)
    }

    /// What was handed over.
    pub fn handed_over(self) -> ArcRwSignal<HandedOver> {
        self.signal(|signals| signals.handed_over.clone())
    }

    /// What of this device's contributions and key points was not handed over.
    pub fn outbox(self) -> ArcRwSignal<Outbox> {
        self.signal(|signals| signals.outbox.clone())
    }

    /// What the store does not have.
    pub fn unsaved(self) -> ArcRwSignal<Unsaved> {
        self.signal(|signals| signals.unsaved.clone())
    }

    /// What could not be read.
    pub fn damaged(self) -> ArcRwSignal<Vec<Damaged>> {
        self.signal(|signals| signals.damaged.clone())
    }

    /// The imports, the oldest first.
    pub fn imports(self) -> ArcRwSignal<Vec<Import>> {
        self.signal(|signals| signals.imports.clone())
    }

    /// Whether the store does not have this record as it is shown.
    pub fn is_unsaved(self, id: Id) -> bool {
        self.unsaved().with_untracked(|unsaved| unsaved.contains_key(&id))
    }

    /// Whether something is not stored.
    pub fn has_unsaved(self) -> bool {
        self.unsaved().with_untracked(|unsaved| !unsaved.is_empty())
    }

    /// The signal of one note; none when it was erased or never here.
    pub fn note(self, id: Id) -> Option<ArcRwSignal<Note>> {
        self.with(|inner| {
            if let Some(note) = inner.notes.borrow().get(&id) {
                return Some(note.clone());
            }
            let contribution = Arc::new(inner.cafe.borrow().contribution(id)?.clone());
            let saved = inner.signals.unsaved.with_untracked(|unsaved| !unsaved.contains_key(&id));
            let note = ArcRwSignal::new(Note { contribution, saved });
            inner.notes.borrow_mut().insert(id, note.clone());
            Some(note)
        })
    }

    /// The examples of a note.
    pub fn examples(self, id: Id) -> ArcRwSignal<Vec<Id>> {
        self.with(|inner| inner.examples.borrow_mut().get_or_insert(id, ArcRwSignal::default).clone())
    }

    /// The list of the notes that a filter takes.
    pub fn list(self, filter: Filter) -> NoteList {
        self.with(|inner| {
            let list = || NoteList::new(&taken(filter, &inner.cafe.borrow()), SMALL);
            inner.lists.borrow_mut().get_or_insert(filter, list).clone()
        })
    }

    /// A fresh id.
    pub fn new_id(self) -> Id {
        self.with(|inner| inner.ids.borrow_mut().next(platform::now(), platform::random()))
    }

    /// What stood in a text box when its screen, or the page, was left.
    pub fn draft(self, slot: &str) -> String {
        self.with(|inner| {
            let mine = inner.drafts.borrow().iter().find(|it| it.0 == slot).map(|it| it.1.clone()).unwrap_or_default();
            let text = inner.repository.own_draft(self.id(), slot, &mine).ok().flatten().unwrap_or_default();
            inner.note_draft(slot, text.clone(), Held::Store);
            text
        })
    }

    /// Keeps what stands in a text box. What another tab keeps of the same one stays.
    ///
    /// # Errors
    /// As the store; the text is only on the screen then.
    pub fn keep_draft(self, slot: &str, text: &str) -> Result<(), StoreError> {
        self.with(|inner| {
            let drafts = inner.drafts.borrow();
            let mine = drafts.iter().find(|it| it.0 == slot).map(|it| it.1.clone()).unwrap_or_default();
            drop(drafts);
            let kept = inner.repository.keep_own_draft(self.id(), slot, text, &mine);
            let is_kept = kept.is_ok();
            let held = if is_kept || text.is_empty() { Held::Store } else { Held::Screen };
            inner.note_draft(slot, if is_kept { text.to_owned() } else { mine }, held);
            kept
        })
    }

    /// What stood in a text box is in a record now: the draft goes, unless the store has not taken the record. Then the
    /// words stay in the draft as well, and it goes when the record is stored. Says whether it is.
    pub fn settle_draft(self, slot: &str, record: Id) -> bool {
        let is_stored = !self.is_unsaved(record);
        if is_stored {
            drop(self.keep_draft(slot, ""));
        } else {
            self.with(|inner| {
                if let Some(draft) = inner.drafts.borrow_mut().iter_mut().find(|it| it.0 == slot) {
                    draft.2 = Held::Record;
                }
            });
        }
        is_stored
    }

    /// Remembers under a name something of this device's own that nobody typed; read by [`Self::draft`].
    ///
    /// # Errors
    /// As the store.
    pub fn remember(self, slot: &str, text: &str) -> Result<(), StoreError> {
        self.with(|inner| inner.repository.keep_draft(self.id(), slot, text))
    }

    /// Whether words are only on the screen: leaving the page would lose them.
    pub fn would_lose(self) -> bool {
        self.has_unsaved() || self.with(|inner| inner.drafts.borrow().iter().any(|it| it.2 == Held::Screen))
    }
}

impl Inner {
    fn note_draft(&self, slot: &str, text: String, held: Held) {
        let mut drafts = self.drafts.borrow_mut();
        match drafts.iter_mut().find(|it| it.0 == slot) {
            Some(draft) => (draft.1, draft.2) = (text, held),
            None => drafts.push((slot.to_owned(), text, held)),
        }
    }
}

/// The state of the app and the open café: what most screens need.
pub fn use_both() -> (AppState, Session) {
    (use_app(), use_session())
}
