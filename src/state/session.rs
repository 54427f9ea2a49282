//! An open café.

use super::{AppState, Filter, Note, NoteList, use_app};
use crate::core::domain::{
    Cafe, Changes, Clock, Command, Contribution, DeviceId, Id, IdMaker, Record, Refusal, WriterId,
};
use crate::core::storage::keys::{self, Key};
use crate::core::storage::{Card, Damaged, HandedOver, Import, Role, Seat, StoreError};
use crate::platform;
use crate::reactive::*;
use crate::storage::Repository;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The records that the store does not have as they are, and why.
pub type Unsaved = BTreeMap<Id, StoreError>;

/// This device's contributions that are nowhere else yet, as far as it knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// How many.
    pub notes: usize,
    /// When the oldest of them was written, in milliseconds since 1970; of no meaning where there is none.
    pub since: u64,
}

/// An open café. Copy; it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Session(&'static Inner);

pub(super) struct Inner {
    pub app: AppState,
    pub repository: &'static Repository,
    pub cafe: RefCell<Cafe>,
    clock: RefCell<Clock>,
    ids: RefCell<IdMaker>,
    /// Contributions of this device.
    own: RefCell<BTreeSet<Id>>,
    /// Examples by the contribution they belong to.
    examples: RefCell<HashMap<Id, ArcRwSignal<Vec<Id>>>>,
    notes: RefCell<HashMap<Id, ArcRwSignal<Note>>>,
    lists: RefCell<HashMap<Filter, NoteList>>,
    setup: ArcTrigger,
    content: ArcTrigger,
    pub signals: Signals,
}

/// What screens follow beside the notes.
#[derive(Clone)]
pub(super) struct Signals {
    pub unsaved: ArcRwSignal<Unsaved>,
    pub handed_over: ArcRwSignal<HandedOver>,
    /// Own contributions that were not handed over.
    pub outbox: ArcRwSignal<Outbox>,
    pub seat: ArcRwSignal<Seat>,
    pub damaged: ArcRwSignal<Vec<Damaged>>,
    pub imports: ArcRwSignal<Vec<Import>>,
}

/// The open café; the views that need it are shown only while there is one.
///
/// # Panics
/// On a screen that is about no café.
pub fn use_session() -> Session {
    use_app().session_on_screen().expect("a screen about a café")
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
        };
        let session = Self(Box::leak(Box::new(Inner {
            app,
            repository: app.repository(),
            cafe: RefCell::new(Cafe::new(cafe)),
            clock: RefCell::new(Clock::new(WriterId::from_bits(platform::random() as u64))),
            ids: RefCell::default(),
            own: RefCell::default(),
            examples: RefCell::default(),
            notes: RefCell::default(),
            lists: RefCell::default(),
            setup: ArcTrigger::new(),
            content: ArcTrigger::new(),
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

    /// Where this device sits.
    pub fn seat(self) -> ArcRwSignal<Seat> {
        self.signal(|signals| signals.seat.clone())
    }

    /// What was handed over.
    pub fn handed_over(self) -> ArcRwSignal<HandedOver> {
        self.signal(|signals| signals.handed_over.clone())
    }

    /// What of this device's contributions was not handed over.
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
        self.with(|inner| inner.examples.borrow_mut().entry(id).or_default().clone())
    }

    /// The list of the notes that a filter takes.
    pub fn list(self, filter: Filter) -> NoteList {
        self.with(|inner| {
            let list = || NoteList::new(&taken(filter, &inner.cafe.borrow()));
            inner.lists.borrow_mut().entry(filter).or_insert_with(list).clone()
        })
    }

    /// A fresh id.
    pub fn new_id(self) -> Id {
        self.with(|inner| inner.ids.borrow_mut().next(platform::now(), platform::random()))
    }

    /// Carries out a person's act: changes the café, writes the changed records, updates what shows them.
    ///
    /// # Errors
    /// Why the act was refused; nothing changed. A store that did not take it is no error here but a state of the notes
    /// ([`Note::saved`]) and of [`Session::unsaved`].
    pub fn commit(self, command: Command) -> Result<Changes, Refusal> {
        let changes = self.with(|inner| {
            let now = platform::now();
            inner.cafe.borrow_mut().apply(command, now, &mut inner.clock.borrow_mut())
        })?;
        self.save(changes.0.iter().copied());
        self.publish(&changes.0);
        Ok(changes)
    }

    /// Tries again to store what the store did not take; says whether all of it is stored now.
    pub fn retry(self) -> bool {
        let ids: BTreeSet<Id> = self.unsaved().with_untracked(|unsaved| unsaved.keys().copied().collect());
        self.save(ids.iter().copied());
        self.publish(&ids);
        !self.has_unsaved()
    }

    /// Writes records; what the store does not take stays in memory and is known as unsaved.
    pub(super) fn save(self, ids: impl Iterator<Item = Id>) {
        self.with(|inner| {
            let mut unsaved = inner.signals.unsaved.get_untracked();
            let before = unsaved.clone();
            for id in ids {
                let Some(record) = inner.cafe.borrow().record(id).cloned() else { continue };
                // On its own: a borrow in the scrutinee would last as long as the match.
                let cafe = inner.cafe.borrow().id();
                match inner.repository.save(cafe, &record) {
                    Ok(stored) => {
                        unsaved.remove(&id);
                        inner.cafe.borrow_mut().join_record(stored);
                    }
                    Err(error) => {
                        unsaved.insert(id, error);
                    }
                }
            }
            if unsaved != before {
                inner.signals.unsaved.set(unsaved);
            }
        });
    }

    /// Updates what shows these records, and nothing else.
    pub(super) fn publish(self, ids: &BTreeSet<Id>) {
        if ids.is_empty() {
            return;
        }
        let (setup, content) = self.with(|inner| {
            let cafe = inner.cafe.borrow();
            let mut setup = false;
            for &id in ids {
                match cafe.record(id) {
                    Some(Record::Contribution(note)) => inner.publish_note(note, &cafe),
                    Some(Record::Erased(_)) => inner.publish_erased(id),
                    Some(record) => setup |= record.is_setup(),
                    None => {}
                }
            }
            (setup.then(|| inner.setup.clone()), inner.content.clone())
        });
        self.count_outbox();
        if let Some(setup) = setup {
            self.keep_card();
            setup.notify();
        }
        content.notify();
    }

    /// On a full store the list of cafés may show an old title; the title itself is a record.
    fn keep_card(self) {
        if let Some(card) = self.cafe(card) {
            drop(self.with(|inner| inner.repository.keep_card(self.id(), &card)));
        }
    }

    pub(super) fn count_outbox(self) {
        self.with(|inner| {
            let cafe = inner.cafe.borrow();
            let outbox = inner.signals.handed_over.with_untracked(|handed_over| {
                let own = inner.own.borrow();
                // Ids rise with time: the first one is the oldest.
                let mut waiting =
                    own.iter().filter_map(|id| cafe.contribution(*id)).filter(|note| !handed_over.has(note));
                let since = waiting.next().map(|note| note.id.millis());
                since.map_or_else(Outbox::default, |since| Outbox { notes: 1 + waiting.count(), since })
            });
            if inner.signals.outbox.get_untracked() != outbox {
                inner.signals.outbox.set(outbox);
            }
        });
    }

    /// Reads everything again: at the start, after an import was undone, when the page wakes up. What the store does not
    /// have is kept.
    pub fn reload(self) {
        let loaded = self.with(|inner| inner.repository.load(self.id(), platform::now()));
        match loaded {
            Ok(loaded) => self.with(|inner| {
                let unsaved: Vec<Record> = inner.signals.unsaved.with_untracked(|unsaved| {
                    unsaved.keys().filter_map(|id| inner.cafe.borrow().record(*id).cloned()).collect()
                });
                let mut cafe = loaded.cafe;
                for record in unsaved {
                    cafe.join_record(record);
                }
                inner.cafe.replace(cafe);
                inner.signals.damaged.set(loaded.damaged);
                inner.signals.imports.set(loaded.imports);
                let id = inner.cafe.borrow().id();
                inner.signals.handed_over.set(inner.repository.handed_over(id).unwrap_or_default());
                inner.signals.seat.set(inner.repository.seat(id).ok().flatten().unwrap_or_default());
            }),
            Err(error) => self.with(|inner| inner.app.storage.set(Err(error))),
        }
        self.publish_all();
    }

    /// Updates all that shows anything.
    pub(super) fn publish_all(self) {
        let triggers = self.with(|inner| {
            let cafe = inner.cafe.borrow();
            let device = inner.app.device();
            let mut examples: HashMap<Id, Vec<Id>> = HashMap::new();
            let mut own = BTreeSet::new();
            for note in cafe.contributions() {
                if let Some(of) = note.example_of {
                    examples.entry(of).or_default().push(note.id);
                }
                if note.author == device {
                    own.insert(note.id);
                }
            }
            inner.own.replace(own);
            for (of, signal) in inner.examples.borrow().iter() {
                let now = examples.remove(of).unwrap_or_default();
                if signal.with_untracked(|before| *before != now) {
                    signal.set(now);
                }
            }
            let fresh = examples.into_iter().map(|(of, ids)| (of, ArcRwSignal::new(ids)));
            inner.examples.borrow_mut().extend(fresh);
            inner.notes.borrow_mut().retain(|id, _| cafe.contribution(*id).is_some());
            for signal in inner.notes.borrow().values() {
                let id = signal.with_untracked(|note| note.contribution.id);
                if let Some(note) = cafe.contribution(id) {
                    inner.set_note(signal, note);
                }
            }
            for (filter, list) in inner.lists.borrow().iter() {
                list.reset(&taken(*filter, &cafe));
            }
            [inner.setup.clone(), inner.content.clone()]
        });
        self.count_outbox();
        self.keep_card();
        triggers.iter().for_each(Notify::notify);
    }

    /// Another tab of this browser wrote under a key, or cleared everything (none).
    pub(super) fn another_tab_wrote(self, key: Option<&str>) {
        match key.map(keys::parse) {
            Some(Some(Key::Record(cafe, id))) if cafe == self.id() => self.read_record(id),
            Some(Some(Key::Import(cafe, _))) if cafe == self.id() => self.reload(),
            Some(Some(Key::Other(cafe))) if cafe == self.id() => {
                self.with(|inner| {
                    inner.signals.handed_over.set(inner.repository.handed_over(cafe).unwrap_or_default());
                });
                self.count_outbox();
            }
            // Somebody cleared the site's data while this tab still has everything: put it back.
            None => {
                let ids: BTreeSet<Id> = self.cafe(|cafe| cafe.records().map(Record::id).collect());
                self.save(ids.iter().copied());
                self.publish(&ids);
            }
            _ => {}
        }
    }

    fn read_record(self, id: Id) {
        let changed = self.with(|inner| {
            let cafe = inner.cafe.borrow().id();
            match inner.repository.read(cafe, id) {
                Ok(Some(record)) => inner.cafe.borrow_mut().join_record(record),
                Ok(None) | Err(_) => false,
            }
        });
        if changed {
            self.publish(&[id].into());
        }
    }

    /// Remembers where this device sits.
    pub fn sit(self, change: impl FnOnce(&mut Seat)) {
        let seat = self.seat();
        let mut new = seat.get_untracked();
        change(&mut new);
        if new != seat.get_untracked() {
            // No words are in it; on a full store the table is simply asked for again.
            drop(self.with(|inner| inner.repository.keep_seat(self.id(), &new)));
            seat.set(new);
        }
    }

    /// Whether this device is the facilitator's; follows.
    pub fn is_facilitator(self) -> bool {
        self.seat().with(|seat| seat.role == Role::Facilitator)
    }

    /// What stood in a text box when the page was left.
    pub fn draft(self, slot: &str) -> String {
        self.with(|inner| inner.repository.draft(self.id(), slot)).ok().flatten().unwrap_or_default()
    }

    /// Keeps what stands in a text box.
    ///
    /// # Errors
    /// As the store; the text is only on the screen then.
    pub fn keep_draft(self, slot: &str, text: &str) -> Result<(), StoreError> {
        self.with(|inner| inner.repository.keep_draft(self.id(), slot, text))
    }

    /// What cannot be read, as one text to download.
    pub fn rescue(self) -> Result<String, StoreError> {
        self.with(|inner| inner.signals.damaged.with_untracked(|damaged| inner.repository.rescue(damaged)))
    }

    /// Joins records that came by a link; writes and publishes what they change.
    pub fn join(self, records: Vec<Record>) {
        let changed: BTreeSet<Id> = self.with(|inner| {
            let mut cafe = inner.cafe.borrow_mut();
            records.into_iter().filter_map(|it| Some(it.id()).filter(|_| cafe.join_record(it))).collect()
        });
        self.save(changed.iter().copied());
        self.publish(&changed);
    }
}

impl Inner {
    fn set_note(&self, signal: &ArcRwSignal<Note>, note: &Contribution) {
        let saved = self.signals.unsaved.with_untracked(|unsaved| !unsaved.contains_key(&note.id));
        if signal.with_untracked(|before| *before.contribution != *note || before.saved != saved) {
            signal.set(Note { contribution: Arc::new(note.clone()), saved });
        }
    }

    fn publish_note(&self, note: &Contribution, cafe: &Cafe) {
        if note.author == self.app.device() {
            self.own.borrow_mut().insert(note.id);
        }
        if let Some(of) = note.example_of {
            let examples = self.examples.borrow_mut().entry(of).or_default().clone();
            if examples.with_untracked(|ids| !ids.contains(&note.id)) {
                examples.update(|ids| ids.push(note.id));
            }
        }
        if let Some(signal) = self.notes.borrow().get(&note.id) {
            self.set_note(signal, note);
        }
        for (filter, list) in self.lists.borrow().iter() {
            list.put(note.id, filter.takes(note, cafe));
        }
    }

    fn publish_erased(&self, id: Id) {
        self.own.borrow_mut().remove(&id);
        self.notes.borrow_mut().remove(&id);
        for examples in self.examples.borrow().values() {
            if examples.with_untracked(|ids| ids.contains(&id)) {
                examples.update(|ids| ids.retain(|it| *it != id));
            }
        }
        for list in self.lists.borrow().values() {
            list.put(id, false);
        }
    }
}

fn taken(filter: Filter, cafe: &Cafe) -> Vec<Id> {
    cafe.contributions().filter(|note| filter.takes(note, cafe)).map(|note| note.id).collect()
}

fn card(cafe: &Cafe) -> Option<Card> {
    cafe.head().map(|head| Card {
        title: head.title.is.to_string(),
        date: head.date.is.to_string(),
        place: head.place.is.to_string(),
    })
}

/// The state of the app and the open café: what most screens need.
pub fn use_both() -> (AppState, Session) {
    (use_app(), use_session())
}
