//! The notes of a question in columns, one for each theme and one for what is to sort, of those that somebody looks
//! for.
//!
//! Whatever changes, a letter typed or a note moved, the columns are calculated anew and compared with what stands
//! there: only sections with a difference are touched.

mod find;

use self::find::{Folded, sort};
pub use self::find::{Only, Wanted};
use super::notes::LARGE;
use super::{NoteList, Session};
use crate::core::domain::sorted::Map;
use crate::core::domain::{Cafe, Id};
use crate::core::harvest::{Harvest, Progress};
use crate::reactive::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A note's place: its question, and its theme unless it is to sort.
type Column = (Id, Option<Id>);

/// What is shown of a note that does not stand in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Dots on it and on what is gathered with it; none where they are not shown.
    pub dots: usize,
    /// The notes that are shown with it, itself included; empty when it stands alone, and for all but the first of
    /// them.
    pub group: Rc<[Id]>,
    /// Whether it is shown before the others.
    pub lit: bool,
}

impl About {
    fn of(harvest: &Harvest, cafe: &Cafe, note: Id) -> Self {
        let dots = if harvest.shows_dots() { harvest.dots_of_group(note) } else { 0 };
        // In a group of ten thousand not each of them has a list of all.
        let leads = harvest.leads(cafe, note);
        let group = if leads { harvest.shown_group(cafe, note) } else { Vec::new() };
        Self { dots, group: group.into(), lit: leads && harvest.is_lit(cafe, note) }
    }
}

/// What is shown of the notes that stand on the board.
type Abouts = Map<Id, ArcRwSignal<About>>;

/// Forgets what stands on the board no more, and tells of what is shown otherwise of the rest.
fn renew(abouts: &RefCell<Abouts>, columns: &BTreeMap<Column, Vec<Id>>, harvest: &Harvest, cafe: &Cafe) {
    let standing: BTreeSet<Id> = columns.values().flatten().copied().collect();
    abouts.borrow_mut().retain(|id| standing.contains(id));
    for (id, about) in abouts.borrow().iter() {
        let now = About::of(harvest, cafe, *id);
        if about.with_untracked(|before| *before != now) {
            about.set(now);
        }
    }
}

/// The columns. Copy; it lives as long as its screen.
#[derive(Clone, Copy)]
pub struct Board {
    /// The themes, dots and next steps that it shows.
    pub harvest: Memo<Harvest>,
    /// What is looked for.
    pub wanted: RwSignal<Wanted>,
    /// Under each question, how many notes are found: groups count once.
    pub found: Memo<BTreeMap<Id, usize>>,
    /// Under each question, how many notes are sorted, whatever is looked for.
    pub progress: Memo<BTreeMap<Id, Progress>>,
    columns: Memo<Rc<BTreeMap<Column, Vec<Id>>>>,
    lists: StoredValue<RefCell<BTreeMap<Column, NoteList>>>,
    abouts: StoredValue<RefCell<Abouts>>,
    session: Session,
}

impl Board {
    /// Follows which notes stand in which column.
    pub fn follow(self) {
        self.columns.with(|_| ());
    }

    /// The board of a café.
    pub fn new(session: Session) -> Self {
        let harvest = session.harvest();
        let wanted: RwSignal<Wanted> = RwSignal::new(Wanted::default());
        let folded = Folded::default();
        let columns = Memo::new(move || {
            harvest.with(|harvest| {
                wanted.with(|wanted| session.content(|cafe| Rc::new(sort(cafe, harvest, wanted, &folded))))
            })
        });
        let found = Memo::new(move || {
            columns.with(|columns| {
                let mut found: BTreeMap<Id, usize> = BTreeMap::new();
                for ((question, _), notes) in columns.iter() {
                    *found.entry(*question).or_default() += notes.len();
                }
                found
            })
        });
        let lists: StoredValue<RefCell<BTreeMap<Column, NoteList>>> = StoredValue::new(RefCell::default());
        Effect::new(move || {
            columns.with(|columns| {
                lists.with_value(|lists| {
                    for (column, list) in lists.borrow().iter() {
                        list.show(columns.get(column).map(Vec::as_slice).unwrap_or_default());
                    }
                });
            });
        });
        let progress = Memo::new(move || harvest.with(|harvest| session.content(|cafe| harvest.progress(cafe))));
        let abouts: StoredValue<RefCell<Abouts>> = StoredValue::new(RefCell::default());
        Effect::new(move || {
            harvest.with(|harvest| {
                // Not followed: a letter more in the search changes nothing about the notes.
                columns.with_untracked(|columns| {
                    session.content(|cafe| abouts.with_value(|abouts| renew(abouts, columns, harvest, cafe)));
                });
            });
        });
        Self { harvest, wanted, found, progress, columns, lists, abouts, session }
    }

    /// What is shown of a note beside its words; it changes only when that changes.
    pub fn about(self, id: Id) -> ArcRwSignal<About> {
        let about = || {
            let now = |harvest: &Harvest| self.session.cafe(|cafe| About::of(harvest, cafe, id));
            ArcRwSignal::new(self.harvest.with_untracked(now))
        };
        self.abouts.with_value(|abouts| abouts.borrow_mut().get_or_insert(id, about).clone())
    }

    /// The notes that are found in a theme of a question or to sort, in order.
    pub fn notes(self, question: Id, theme: Option<Id>) -> Vec<Id> {
        self.columns.with_untracked(|columns| columns.get(&(question, theme)).cloned()).unwrap_or_default()
    }

    /// How many of these notes do not stand in the columns of a question that `is_shown` takes, since something else is
    /// looked for or other columns are shown; followed. A note stands where the first of its group does.
    pub fn unseen(self, notes: &[Id], question: Id, is_shown: impl Fn(Option<Id>) -> bool) -> usize {
        let first = |harvest: &Harvest, id: &Id| match harvest.group(*id) {
            [] => *id,
            _ => self.session.cafe(|cafe| harvest.shown_group(cafe, *id).first().copied().unwrap_or(*id)),
        };
        let firsts: Vec<Id> = self.harvest.with(|harvest| notes.iter().map(|id| first(harvest, id)).collect());
        self.columns.with(|columns| {
            let shown = columns.iter().filter(|((of, theme), _)| *of == question && is_shown(*theme));
            let shown: BTreeSet<Id> = shown.flat_map(|(_, notes)| notes).copied().collect();
            firsts.iter().filter(|id| !shown.contains(id)).count()
        })
    }

    /// The notes in a theme of a question, or those to sort.
    pub fn list(self, question: Id, theme: Option<Id>) -> NoteList {
        let list = || NoteList::new(&self.notes(question, theme), LARGE);
        self.lists.with_value(|lists| lists.borrow_mut().entry((question, theme)).or_insert_with(list).clone())
    }
}
