//! What the room hears at the end: question, table, contributions, in order. A model without markup, made once from the
//! café; each form of output reads it. [`markdown`] is the first; the page is another, in the app.
//!
//! Themes belong between a question and its contributions: a [`Section`] will have groups beside its tables.

pub mod markdown;

use crate::domain::{Cafe, Contribution, Form, Id, Item};
use std::collections::BTreeMap;

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
    /// What each table wrote, in order; empty when nobody answered.
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
        let rounds: BTreeMap<Id, usize> = numbers(&cafe.rounds());
        let shown: Vec<&Contribution> = cafe.contributions().filter(|note| !note.is_hidden()).collect();
        let parents: BTreeMap<Id, &Contribution> =
            shown.iter().filter(|note| note.example_of.is_none()).map(|note| (note.id, *note)).collect();
        let mut examples: BTreeMap<Id, Vec<&Contribution>> = BTreeMap::new();
        // An example whose note is gone, or stands under another question, speaks for itself.
        let mut entries: BTreeMap<(Id, Id), Vec<&Contribution>> = BTreeMap::new();
        for note in &shown {
            match note.example_of.filter(|of| parents.get(of).is_some_and(|it| it.question == note.question)) {
                Some(of) => examples.entry(of).or_default().push(note),
                None => entries.entry((note.question, note.table)).or_default().push(note),
            }
        }
        let entry = |note: &Contribution| Entry { round: rounds.get(&note.round).copied(), ..entry(note) };
        let mut part = |question: Id, table: Id, number: Option<usize>, name: &str| {
            let mut notes = entries.remove(&(question, table))?;
            notes.sort_by_key(|note| (rounds.get(&note.round).copied().unwrap_or(usize::MAX), note.id));
            let with_examples = |note: &&Contribution| Entry {
                examples: examples.get(&note.id).into_iter().flatten().map(|note| entry(note)).collect(),
                ..entry(note)
            };
            let entries = notes.iter().map(with_examples).collect();
            Some(TablePart { table, number, name: name.to_owned(), entries })
        };
        let mut tables: Vec<_> = (cafe.tables().into_iter().enumerate())
            .map(|(place, table)| (table.id, Some(place + 1), table.name.is.to_string()))
            .collect();
        tables.extend((cafe.all_tables().filter(|it| it.is_removed())).map(|it| (it.id, None, it.name.is.to_string())));
        let known: Vec<Id> = tables.iter().map(|(id, ..)| *id).collect();
        let strays: Vec<Id> = shown.iter().map(|note| note.table).filter(|id| !known.contains(id)).collect();
        for stray in strays {
            if !tables.iter().any(|(id, ..)| *id == stray) {
                tables.push((stray, None, String::new()));
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
        for note in &shown {
            if !questions.iter().any(|(id, _)| *id == note.question) {
                questions.push((note.question, Vec::new()));
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

fn numbers<T: Item>(items: &[&T]) -> BTreeMap<Id, usize> {
    items.iter().enumerate().map(|(place, item)| (item.id(), place + 1)).collect()
}

fn entry(note: &Contribution) -> Entry {
    Entry {
        id: note.id,
        texts: note.text.texts().iter().map(|version| version.is.to_string()).collect(),
        disputed: note.is_disputed(),
        name: note.signature().map(str::to_owned),
        round: None,
        examples: Vec::new(),
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
        let (tables, rounds) = (numbers(&cafe.tables()), numbers(&cafe.rounds()));
        let mut counts = Self { rows: vec![vec![0; rounds.len()]; tables.len()], elsewhere: 0 };
        for note in cafe.contributions() {
            match (tables.get(&note.table), rounds.get(&note.round)) {
                (Some(table), Some(round)) => counts.rows[table - 1][round - 1] += 1,
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
