//! What the room hears at the end: question, table, contributions, in order. A model without markup, made once from the
//! café; each form of output reads it. [`markdown`] is the first; the page is another, in the app.
//!
//! Themes belong between a question and its contributions: a [`Section`] will have groups beside its tables.

mod earlier;
pub mod markdown;
mod points;
mod timetable;
mod voices;

pub use self::earlier::Earlier;
pub use self::points::Point;
pub use self::timetable::{GAP, Planned, minutes_of_day, timetable};
pub use self::voices::{Voices, is_time_to_ask};

use crate::domain::sorted::Map;
use crate::domain::{Cafe, Contribution, Form, Id, Item};

/// The whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What the event is called.
    pub title: String,
    /// The day, as `2026-11-23`; may be empty.
    pub date: String,
    /// Where it was; may be empty.
    pub place: String,
    /// A section for each question, in order.
    pub sections: Vec<Section>,
    /// Contributions that are shown, examples included.
    pub total: usize,
    /// Contributions that the facilitator set aside.
    pub hidden: usize,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its wordings: one, or several that nobody chose between. Empty for a question that this device does not know.
    pub wordings: Vec<String>,
    /// What each table wrote and kept, in order; empty when nobody answered.
    pub tables: Vec<TablePart>,
}

/// What one table wrote about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TablePart {
    /// The table.
    pub table: Id,
    /// Its number in the set-up, from 1; none when it was taken out.
    pub number: Option<usize>,
    /// Its name; may be empty.
    pub name: String,
    /// What its host kept of the rounds, for the plenary.
    pub points: Vec<Point>,
    /// Its contributions, round by round.
    pub entries: Vec<Entry>,
}

/// One contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: Id,
    /// Its words; several when versions stand side by side.
    pub texts: Vec<String>,
    /// Whether somebody still has to choose between them.
    pub disputed: bool,
    /// The pseudonym it was signed with.
    pub name: Option<String>,
    /// The number of its round, from 1; none when the round was taken out.
    pub round: Option<usize>,
    /// Examples given for it.
    pub examples: Vec<Entry>,
}

impl Section {
    /// Contributions in it, examples included.
    pub fn total(&self) -> usize {
        self.tables.iter().flat_map(|table| &table.entries).map(|entry| 1 + entry.examples.len()).sum()
    }
}

impl Report {
    /// The report of a café as it stands.
    pub fn of(cafe: &Cafe) -> Self {
        let rounds = ids(&cafe.rounds());
        let shown: Vec<&Contribution> = cafe.contributions().filter(|note| !note.is_hidden()).collect();
        // An example whose note is gone, or stands under another question, speaks for itself.
        let example_of = |note: &Contribution| {
            let of = cafe.contribution(note.example_of?)?;
            (!of.is_hidden() && of.example_of.is_none() && of.question == note.question).then_some(of.id)
        };
        let mut examples: Map<Id, Vec<&Contribution>> = Map::default();
        let mut places: Map<(Id, Id), Vec<&Contribution>> = Map::default();
        for note in &shown {
            match example_of(note) {
                Some(of) => examples.get_or_insert(of, Vec::new).push(note),
                None => places.get_or_insert((note.question, note.table), Vec::new).push(note),
            }
        }
        let kept = points::by_place(cafe);
        let round_of = |note: &Contribution| rounds.iter().position(|id| *id == note.round);
        let entry = |note: &Contribution, examples: Vec<Entry>| entry(note, round_of(note).map(|at| at + 1), examples);
        let part = |question: Id, table: Id, number: Option<usize>, name: &str| {
            let points = kept.get(&(question, table)).cloned().unwrap_or_default();
            let notes = places.get(&(question, table)).map(Vec::as_slice).unwrap_or_default();
            if points.is_empty() && notes.is_empty() {
                return None;
            }
            let mut entries = Vec::with_capacity(notes.len());
            // Round by round, those of no round last; within one they are in order.
            for round in (0..rounds.len()).map(Some).chain([None]) {
                for note in notes.iter().filter(|note| round_of(note) == round) {
                    let examples = examples.get(&note.id).into_iter().flatten();
                    entries.push(entry(note, examples.map(|it| entry(it, Vec::new())).collect()));
                }
            }
            Some(TablePart { table, number, name: name.to_owned(), points, entries })
        };
        let mut tables: Vec<_> = (cafe.tables().into_iter().enumerate())
            .map(|(place, table)| (table.id, Some(place + 1), table.name.is.to_string()))
            .collect();
        tables.extend((cafe.all_tables().filter(|it| it.is_removed())).map(|it| (it.id, None, it.name.is.to_string())));
        // Also those that this device does not know.
        let of_notes = shown.iter().map(|note| (note.question, note.table));
        let used: Vec<(Id, Id)> = of_notes.chain(kept.keys().copied()).collect();
        for &(_, table) in &used {
            if !tables.iter().any(|(id, ..)| *id == table) {
                tables.push((table, None, String::new()));
            }
        }
        let mut questions: Vec<(Id, Vec<String>)> = Vec::new();
        let listed = cafe.questions();
        let removed = cafe.all_questions().filter(|it| it.is_removed());
        for question in listed.iter().copied().chain(removed) {
            let wordings = question.text.texts().iter().map(|version| version.is.to_string()).collect();
            questions.push((question.id, wordings));
        }
        let listed = listed.len();
        for &(question, _) in &used {
            if !questions.iter().any(|(id, _)| *id == question) {
                questions.push((question, Vec::new()));
            }
        }
        let mut sections = Vec::new();
        for (place, (question, wordings)) in questions.into_iter().enumerate() {
            let parts: Vec<_> =
                tables.iter().filter_map(|(table, number, name)| part(question, *table, *number, name)).collect();
            // A question that was taken out appears only with what was said about it.
            if place < listed || !parts.is_empty() {
                sections.push(Section { wordings, tables: parts });
            }
        }
        let head = cafe.head();
        let of_head = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            title: of_head(head.map(|head| &*head.title.is)),
            date: of_head(head.map(|head| &*head.date.is)),
            place: of_head(head.map(|head| &*head.place.is)),
            sections,
            total: shown.len(),
            hidden: cafe.contributions().count() - shown.len(),
        }
    }
}

fn ids<T: Item>(items: &[&T]) -> Vec<Id> {
    items.iter().map(|item| item.id()).collect()
}

fn entry(note: &Contribution, round: Option<usize>, examples: Vec<Entry>) -> Entry {
    Entry {
        id: note.id,
        texts: note.text.texts().iter().map(|version| version.is.to_string()).collect(),
        disputed: note.is_disputed(),
        name: note.signature().map(str::to_owned),
        round,
        examples,
    }
}

/// How many contributions each table has in each round: a picture for people who would rather look than read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// A row for each table of the set-up, a number for each round of the set-up.
    pub rows: Vec<Vec<usize>>,
    /// What was written at a table or in a round that was taken out.
    pub elsewhere: usize,
}

impl Counts {
    /// Counts a café's contributions, those set aside included.
    pub fn of(cafe: &Cafe) -> Self {
        let (tables, rounds) = (ids(&cafe.tables()), ids(&cafe.rounds()));
        let place = |ids: &[Id], id: Id| ids.iter().position(|it| *it == id);
        let mut counts = Self { rows: vec![vec![0; rounds.len()]; tables.len()], elsewhere: 0 };
        for note in cafe.contributions() {
            match (place(&tables, note.table), place(&rounds, note.round)) {
                (Some(table), Some(round)) => counts.rows[table][round] += 1,
                _ => counts.elsewhere += 1,
            }
        }
        counts
    }
}

/// Whether a café needs a question for each table or each round and lacks one somewhere.
pub fn lacks_questions(cafe: &Cafe) -> bool {
    let known = |id: Option<Id>| id.is_some_and(|id| cafe.question(id).is_some_and(|it| !it.is_removed()));
    match cafe.form() {
        Form::QuestionPerTable => cafe.tables().iter().any(|table| !known(table.question.is)),
        Form::QuestionPerRound => cafe.rounds().iter().any(|round| !known(round.question.is)),
    }
}
