//! What the parts of the sorting share, and every act: done, said, and the focus put where work goes on.

use super::chosen::Chosen;
use super::drag::Dragged;
use super::keys;
pub use super::modal::Opened;
use super::modal::Told;
use crate::core::domain::{Cafe, Id, Refusal};
use crate::core::harvest::{Act, Harvest, Theme};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{AppState, Board, Lang, Session, use_app, use_lang};
use crate::ui::components::Focus;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Which columns stand on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All.
    All,
    /// One: a theme, or what is to sort.
    One(Option<Id>),
}

/// The numbers by which people call tables and rounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Of tables.
    pub tables: BTreeMap<Id, usize>,
    /// Of rounds.
    pub rounds: BTreeMap<Id, usize>,
}

impl Places {
    fn of(cafe: &Cafe) -> Self {
        let tables = cafe.tables().iter().map(|it| it.id).zip(1..).collect();
        let rounds = cafe.rounds().iter().map(|it| it.id).zip(1..).collect();
        Self { tables, rounds }
    }
}

/// Where the pairs lie that were left apart, among the drafts of the café: a pair of themes to a line.
const APART: &str = "namesakes-apart";

fn pair(line: &str) -> Option<[Id; 2]> {
    let (a, b) = line.split_once(' ')?;
    Some([Id::parse(a)?, Id::parse(b)?])
}

thread_local! {
    /// The question that was sorted last, for whoever comes back from another screen.
    static LAST: Cell<Option<Id>> = const { Cell::new(None) };
}

/// What the parts of the sorting share. Copy; it lives as long as the screen.
#[derive(Clone, Copy)]
pub struct Sorting {
    /// The app.
    pub app: AppState,
    /// The language.
    pub lang: Lang,
    /// The open café.
    pub session: Session,
    /// Its notes in columns.
    pub board: Board,
    /// The question that is sorted.
    pub question: RwSignal<Option<Id>>,
    /// Its columns that are shown.
    pub shown: RwSignal<Shown>,
    /// The selected notes.
    pub chosen: Chosen,
    /// What is open over the board.
    pub open: RwSignal<Option<Opened>>,
    /// What was done last, in words.
    pub said: RwSignal<String>,
    /// What became of the last act while a dialog was open: it is said there.
    pub told: RwSignal<Option<Told>>,
    /// The theme that notes were moved to last.
    pub recent: RwSignal<Option<Id>>,
    /// Pairs of themes of one name that somebody left apart on this device.
    pub apart: RwSignal<Vec<[Id; 2]>>,
    /// Numbers of tables and rounds.
    pub places: Memo<Places>,
    /// What is being dragged.
    pub dragged: RwSignal<Option<Dragged>>,
}

impl Sorting {
    /// The sorting of a café.
    pub fn new(session: Session) -> Self {
        Self {
            app: use_app(),
            lang: use_lang(),
            session,
            board: Board::new(session),
            question: RwSignal::new(LAST.get()),
            shown: RwSignal::new(Shown::All),
            chosen: Chosen::new(),
            open: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            told: RwSignal::new(None),
            recent: RwSignal::new(None),
            apart: RwSignal::new(session.draft(APART).lines().filter_map(pair).collect()),
            places: Memo::new(move || session.setup(Places::of)),
            dragged: RwSignal::new(None),
        }
    }

    /// How many of these notes are not on the screen: filtered out, or in a column that is not shown; followed.
    pub fn unseen(self, notes: &[Id]) -> usize {
        let (question, shown) = (self.question.get(), self.shown.get());
        let is_shown = |column| matches!(shown, Shown::All) || shown == Shown::One(column);
        question.filter(|_| !notes.is_empty()).map_or(0, |question| self.board.unseen(notes, question, is_shown))
    }

    /// Keeps the selection, and the dialog of notes, to notes that stand somewhere: one that was erased or set aside
    /// elsewhere would keep all the others from being moved.
    pub fn prune(self) {
        let standing = move |ids: &[Id]| -> Vec<Id> {
            let stands = |id: &&Id| self.session.cafe(|cafe| cafe.contribution(**id).is_some_and(|it| !it.is_hidden()));
            ids.iter().filter(stands).copied().collect()
        };
        Effect::new(move || {
            self.session.content(|_| ());
            let chosen = self.chosen.ids.get_untracked();
            let still = standing(&chosen);
            if still.len() < chosen.len() {
                self.said.set((self.lang.now().harvest_board().selection_lost)(chosen.len() - still.len()));
                self.chosen.set(still);
            }
            let Some(Opened::Notes(open)) = self.open.get_untracked() else { return };
            let still = standing(&open);
            if still.len() < open.len() && open.len() > 1 {
                self.open.set(Some(still).filter(|still| !still.is_empty()).map(Opened::Notes));
            }
        });
    }

    /// Does not offer again to join two themes of one name. Where that finds no room it is offered at the next visit.
    pub fn leave_apart(self, pair: [Id; 2]) {
        self.apart.update(|apart| apart.push(pair));
        let lines: Vec<String> = self.apart.with_untracked(|all| all.iter().map(|[a, b]| format!("{a} {b}")).collect());
        drop(self.session.remember(APART, &lines.join("\n")));
    }

    /// Goes to a question.
    pub fn go_to(self, question: Id) {
        if self.question.get_untracked() != Some(question) {
            LAST.set(Some(question));
            self.chosen.clear();
            self.shown.set(Shown::All);
            self.question.set(Some(question));
            // Its chip may be out of sight in its line.
            request_animation_frame(|| platform::page::center("#questions > [aria-pressed=true]"));
        }
    }

    /// Reads the harvest, without following it.
    pub fn harvest<T>(self, read: impl FnOnce(&Harvest) -> T) -> T {
        self.board.harvest.with_untracked(read)
    }

    /// The themes of a question in order, followed.
    pub fn themes(self, question: Id) -> Vec<Id> {
        self.board.harvest.with(|harvest| harvest.themes(question).iter().map(|theme| theme.id).collect())
    }

    /// Something about a theme, followed.
    pub fn theme<T: Default>(self, id: Id, read: impl FnOnce(&Theme) -> T) -> T {
        self.board.harvest.with(|harvest| harvest.theme(id).map(read).unwrap_or_default())
    }

    /// The name of a theme now.
    pub fn name(self, theme: Id) -> String {
        self.harvest(|harvest| harvest.theme(theme).map(|it| it.title().to_owned()).unwrap_or_default())
    }

    /// Does it and says so; says why where it was refused. Where that takes away what has the focus, it goes on nearby.
    pub fn act(self, act: &Act, said: String) -> bool {
        let focus = Focus::now();
        let done = self.act_all(std::slice::from_ref(act), said);
        if done {
            focus.keep(nearby(act));
        }
        done
    }

    fn act_all(self, acts: &[Act], said: String) -> bool {
        match self.session.act_all(acts) {
            Ok(()) => {
                self.done(said);
                true
            }
            Err(refusal) => {
                self.refused(refusal);
                false
            }
        }
    }

    /// Says what was done: in the bar, and in the dialog that is open over it.
    pub fn done(self, said: String) {
        if self.open.with_untracked(Option::is_none) {
            return self.said.set(said);
        }
        self.told.set(Some(Told::Done(said.clone())));
        // What changes behind a dialog is not read aloud: where the act closes it, the bar speaks after that.
        request_animation_frame(move || self.said.set(said));
    }

    /// Says why something was not done, where it is seen and heard.
    pub fn refused(self, refusal: Refusal) {
        self.wrong(self.lang.refusal(refusal));
    }

    /// Says that something did not work, where it is seen and heard.
    pub fn wrong(self, why: String) {
        if self.open.with_untracked(Option::is_some) {
            self.told.set(Some(Told::Wrong(why)))
        } else {
            self.app.say(why)
        }
    }

    /// The notes that an act on this one is for: all that are selected, if it is one of them.
    pub fn with_chosen(self, note: Id) -> Vec<Id> {
        if self.chosen.has(note) { self.chosen.ids.get_untracked() } else { vec![note] }
    }

    /// Moves notes to a theme, or back to sort. The focus goes on to the note behind them.
    pub fn sort(self, notes: Vec<Id>, theme: Option<Id>) {
        let (count, name) = (notes.len(), theme.map(|theme| self.name(theme)));
        let next = keys::after(&notes);
        let said = (self.lang.now().harvest_board().moved)(count, name.as_deref());
        if self.act_all(&[Act::Sort { notes, theme }], said) {
            self.sorted(theme, next);
        }
    }

    /// Moves notes to a theme that is made for them: its id.
    ///
    /// # Errors
    /// Why it was refused; to be said where its name stands.
    pub fn sort_into_new(self, name: String, notes: Vec<Id>) -> Result<Id, Refusal> {
        let question = self.question.get_untracked().ok_or(Refusal::Missing)?;
        let (theme, next) = (self.session.new_id(), keys::after(&notes));
        let said = (self.lang.now().harvest_board().moved)(notes.len(), Some(name.trim()));
        self.session.act(&Act::SortIntoNew { question, theme, name, notes })?;
        self.done(said);
        self.sorted(Some(theme), next);
        Ok(theme)
    }

    fn sorted(self, theme: Option<Id>, next: Option<String>) {
        if theme.is_some() {
            self.recent.set(theme);
        }
        self.chosen.clear();
        self.open.set(None);
        if let Some(next) = next {
            request_animation_frame(move || platform::page::focus_next(&next));
        }
    }

    /// Gathers notes. They stand under the first one from then on, which gets the focus of any other.
    pub fn gather(self, notes: Vec<Id>) {
        if notes.len() < 2 {
            return self.done(self.lang.now().harvest_board().gather_two.to_owned());
        }
        let (focus, first) = (Focus::now(), notes.iter().min().map(keys::slip_id));
        let said = (self.lang.now().harvest_board().gathered_now)(notes.len());
        if self.act_all(&[Act::Gather { notes }], said) {
            self.chosen.clear();
            self.open.set(None);
            focus.keep(first);
        }
    }

    /// Takes a note out of what it is gathered with.
    pub fn part(self, note: Id) {
        let t = self.lang.now().harvest_board();
        if self.harvest(|it| it.group(note).is_empty()) {
            return self.said.set(t.not_gathered.to_owned());
        }
        if self.act(&Act::Part { note }, t.parted.to_owned()) {
            self.open.set(None);
        }
    }

    /// Selects no note any more. The buttons for those that were selected go.
    pub fn choose_none(self) {
        let focus = Focus::now();
        let first = self.chosen.ids.with_untracked(|ids| ids.first().map(keys::slip_id));
        self.chosen.clear();
        focus.keep(first);
    }

    /// Whether a note is shown before the others now.
    pub fn is_highlighted(self, note: Id) -> bool {
        self.harvest(|harvest| self.session.cafe(|cafe| harvest.is_lit(cafe, note)))
    }

    /// Highlights notes; where all of them are, no more.
    pub fn highlight(self, notes: &[Id]) {
        let on = !notes.iter().all(|note| self.is_highlighted(*note));
        let t = self.lang.now().harvest_board();
        let said = if on { (t.highlighted_now)(notes.len()) } else { (t.unhighlighted_now)(notes.len()) };
        let acts: Vec<Act> = notes.iter().map(|note| Act::Highlight { note: *note, on }).collect();
        if self.act_all(&acts, said) {
            self.open.set(None);
        }
    }

    /// Whether a note stands under another one as its example.
    pub fn is_example(self, note: Id) -> bool {
        self.session.cafe(|cafe| cafe.contribution(note).is_some_and(|it| cafe.example_of(it).is_some()))
    }

    /// The note under which this one stands on the board, as its example or gathered with it.
    pub fn above(self, note: Id) -> Option<Id> {
        self.session.cafe(|cafe| {
            let top = cafe.example_of(cafe.contribution(note)?).unwrap_or(note);
            let lead = self.harvest(|harvest| harvest.shown_group(cafe, top).first().copied()).unwrap_or(top);
            Some(lead).filter(|lead| *lead != note)
        })
    }

    /// Sets a note aside.
    pub fn set_aside(self, note: Id) {
        let next = self.above(note).map(|above| keys::slip_id(&above)).or_else(|| keys::after(&[note]));
        match self.session.set_aside(note, true) {
            Ok(()) => {
                self.done(self.lang.now().harvest_board().set_aside_now.to_owned());
                self.sorted(None, next);
            }
            Err(refusal) => self.refused(refusal),
        }
    }
}

/// What to focus after an act that takes away what has the focus.
fn nearby(act: &Act) -> Vec<String> {
    match act {
        // The column of the other one is gone.
        Act::JoinThemes { into, .. } => vec![format!("t-{into}"), keys::list_id(Some(*into))],
        // What was chosen from is gone; the dialog stays open.
        Act::NameTheme { theme, .. } | Act::DescribeTheme { theme, .. } => {
            vec!["theme-name".to_owned(), format!("t-{theme}")]
        }
        Act::Part { note } => vec![keys::slip_id(note)],
        _ => Vec::new(),
    }
}
