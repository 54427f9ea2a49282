//! The records of a café: each has an id and is merged on its own.
//!
//! Set-up records are never taken away, only marked as removed, since contributions refer to them.

use super::{DeviceId, Extra, Id, Seating, Stamp};
use crate::merge::{Latest, Versions};

/// Whether each table or each round has a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// One question at each table for the whole café; people bring each table their view (*tables rondes*).
    #[default]
    QuestionPerTable,
    /// One question in each round, the same at all tables.
    QuestionPerRound,
}

/// The café's own record; its id is the café's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CafeHead {
    /// The café's id.
    pub id: Id,
    /// What the event is called.
    pub title: Latest<Box<str>>,
    /// The day, as `2026-11-23`; empty when not set.
    pub date: Latest<Box<str>>,
    /// Where it happens; empty when not set.
    pub place: Latest<Box<str>>,
    /// Whether tables or rounds have the questions.
    pub form: Latest<Form>,
    /// The clock of the round as text, see [`super::RoundClock::to_text`]; none before the first one began, empty when
    /// it begins again from there.
    pub clock: Option<Latest<Box<str>>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

/// A question that people talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: Id,
    /// What is asked. Two devices may have worded it differently: both wordings are kept.
    pub text: Versions,
    /// Two wordings that a person decided to leave side by side: their stamps.
    pub kept: Option<Latest<Vec<Stamp>>>,
    /// Its place among the questions; equal places are ordered by id.
    pub order: Latest<u32>,
    /// Whether it was taken out of the set-up. Contributions to it stay.
    pub removed: Option<Latest<bool>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its id.
    pub id: Id,
    /// A name of its own; empty for "Table 1", "Table 2" by order.
    pub name: Latest<Box<str>>,
    /// The question asked at it, when tables have the questions.
    pub question: Latest<Option<Id>>,
    /// Its place among the tables; equal places are ordered by id.
    pub order: Latest<u32>,
    /// Whether it was taken out of the set-up.
    pub removed: Option<Latest<bool>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

/// A round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: Id,
    /// How long it lasts, in minutes, from 1 to 600.
    pub minutes: Latest<u32>,
    /// The question asked in it, when rounds have the questions.
    pub question: Latest<Option<Id>>,
    /// Its place among the rounds; equal places are ordered by id.
    pub order: Latest<u32>,
    /// Whether it was taken out of the set-up.
    pub removed: Option<Latest<bool>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

/// One note, by one person, at a table, in a round, on a question. Where it was written is a fact and never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Its id.
    pub id: Id,
    /// The device on which it was written: its author may erase it.
    pub author: DeviceId,
    /// The question it answers.
    pub question: Id,
    /// The table it was written at.
    pub table: Id,
    /// The round it was written in.
    pub round: Id,
    /// The contribution that this one is an example of ("ex. …").
    pub example_of: Option<Id>,
    /// The words, in as many versions as were written without knowing of each other.
    pub text: Versions,
    /// Versions that a person decided to leave side by side: their stamps.
    pub kept: Option<Latest<Vec<Stamp>>>,
    /// The pseudonym it was signed with; none for an anonymous one.
    pub name: Option<Latest<Box<str>>>,
    /// Whether the facilitator set it aside. This can be undone; erasing cannot.
    pub hidden: Option<Latest<bool>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

/// What a table keeps of a round, in its host's words: for the next group and the plenary. A table may keep several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPoint {
    /// Its id.
    pub id: Id,
    /// The device on which it was written: its author may erase it.
    pub author: DeviceId,
    /// The table.
    pub table: Id,
    /// The round.
    pub round: Id,
    /// The words.
    pub text: Versions,
    /// Versions that a person decided to leave side by side: their stamps.
    pub kept: Option<Latest<Vec<Stamp>>>,
    /// Fields this version does not know.
    pub extra: Extra,
}

/// What remains of a record whose author erased it: enough that no old bundle brings the words back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Erased {
    /// The id of what was erased.
    pub id: Id,
    /// When.
    pub at: Stamp,
    /// The kind of record it was, as on the wire.
    pub kind: Box<str>,
}

/// A record whose fields are carried and merged by their shape, whatever they are: of the harvest (the later part of
/// the app reads those, see `crate::harvest`), or of a kind that only a newer version knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its id.
    pub id: Id,
    /// Its kind, as on the wire.
    pub kind: Box<str>,
    /// Everything else.
    pub extra: Extra,
}

/// Anything that a café holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// The café's own record.
    Cafe(CafeHead),
    /// A question.
    Question(Question),
    /// A table.
    Table(Table),
    /// A round.
    Round(Round),
    /// A contribution.
    Contribution(Contribution),
    /// A key point.
    KeyPoint(KeyPoint),
    /// The plan of who sits where.
    Seating(Seating),
    /// Of a kind whose fields are carried by their shape.
    Carried(Carried),
    /// Erased by its author.
    Erased(Erased),
}

impl Record {
    /// The record's id.
    pub fn id(&self) -> Id {
        match self {
            Self::Cafe(record) => record.id,
            Self::Question(record) => record.id,
            Self::Table(record) => record.id,
            Self::Round(record) => record.id,
            Self::Contribution(record) => record.id,
            Self::KeyPoint(record) => record.id,
            Self::Seating(record) => record.id,
            Self::Carried(record) => record.id,
            Self::Erased(record) => record.id,
        }
    }

    /// Its kind, as on the wire. An erased record has the kind of what it was.
    pub fn kind(&self) -> &str {
        match self {
            Self::Cafe(_) => "cafe",
            Self::Question(_) => "question",
            Self::Table(_) => "table",
            Self::Round(_) => "round",
            Self::Contribution(_) => "contribution",
            Self::KeyPoint(_) => "key-point",
            Self::Seating(_) => "seating",
            Self::Carried(record) => &record.kind,
            Self::Erased(record) => &record.kind,
        }
    }

    /// Its fields that are carried by their shape; an erased record has none.
    pub fn extra(&self) -> Option<&Extra> {
        match self {
            Self::Cafe(record) => Some(&record.extra),
            Self::Question(record) => Some(&record.extra),
            Self::Table(record) => Some(&record.extra),
            Self::Round(record) => Some(&record.extra),
            Self::Contribution(record) => Some(&record.extra),
            Self::KeyPoint(record) => Some(&record.extra),
            Self::Seating(record) => Some(&record.extra),
            Self::Carried(record) => Some(&record.extra),
            Self::Erased(_) => None,
        }
    }

    /// The same, to be changed. None for questions, tables, rounds and seats, which the harvest leaves alone.
    pub(crate) fn extra_mut(&mut self) -> Option<&mut Extra> {
        match self {
            Self::Cafe(record) => Some(&mut record.extra),
            Self::Contribution(record) => Some(&mut record.extra),
            Self::KeyPoint(record) => Some(&mut record.extra),
            Self::Carried(record) => Some(&mut record.extra),
            _ => None,
        }
    }

    /// The words of a question, contribution or key point.
    pub fn versions(&self) -> Option<&Versions> {
        match self {
            Self::Question(record) => Some(&record.text),
            Self::Contribution(record) => Some(&record.text),
            Self::KeyPoint(record) => Some(&record.text),
            _ => None,
        }
    }

    /// The stamps of those of them that a person decided to leave side by side.
    pub(crate) fn kept(&self) -> Option<&Latest<Vec<Stamp>>> {
        match self {
            Self::Question(record) => record.kept.as_ref(),
            Self::Contribution(record) => record.kept.as_ref(),
            Self::KeyPoint(record) => record.kept.as_ref(),
            _ => None,
        }
    }

    /// Both, to be changed.
    pub(crate) fn versions_mut(&mut self) -> Option<(&mut Versions, &mut Option<Latest<Vec<Stamp>>>)> {
        match self {
            Self::Question(record) => Some((&mut record.text, &mut record.kept)),
            Self::Contribution(record) => Some((&mut record.text, &mut record.kept)),
            Self::KeyPoint(record) => Some((&mut record.text, &mut record.kept)),
            _ => None,
        }
    }

    /// Whether it is one of the few that a screen may look for among many contributions.
    pub fn is_rare(&self) -> bool {
        !matches!(self, Self::Contribution(_) | Self::Erased(_))
    }

    /// Whether it belongs to the set-up: the café, its questions, tables, rounds and seats.
    pub fn is_setup(&self) -> bool {
        matches!(self, Self::Cafe(_) | Self::Question(_) | Self::Table(_) | Self::Round(_) | Self::Seating(_))
    }
}

/// What questions, tables and rounds have in common: a place in a list, and whether they are still in it.
pub trait Item {
    /// Its id.
    fn id(&self) -> Id;
    /// Its place in the list.
    fn order(&self) -> u32;
    /// Whether it was taken out of the set-up.
    fn is_removed(&self) -> bool;
}

macro_rules! items {
    ($($kind:ident),*) => {$(
        impl Item for $kind {
            fn id(&self) -> Id {
                self.id
            }
            fn order(&self) -> u32 {
                self.order.is
            }
            fn is_removed(&self) -> bool {
                self.removed.as_ref().is_some_and(|removed| removed.is)
            }
        }
    )*};
}
items!(Question, Table, Round);

impl Question {
    /// The wording to show: the latest.
    pub fn wording(&self) -> &str {
        self.text.latest()
    }

    /// Whether two wordings wait for a person to choose.
    pub fn is_disputed(&self) -> bool {
        self.text.is_disputed(self.kept.as_ref())
    }
}

impl KeyPoint {
    /// The latest of its texts.
    pub fn words(&self) -> &str {
        self.text.latest()
    }

    /// Whether two texts wait for a person to choose.
    pub fn is_disputed(&self) -> bool {
        self.text.is_disputed(self.kept.as_ref())
    }
}

impl Contribution {
    /// The latest of its texts.
    pub fn words(&self) -> &str {
        self.text.latest()
    }

    /// Whether two texts wait for a person to choose.
    pub fn is_disputed(&self) -> bool {
        self.text.is_disputed(self.kept.as_ref())
    }

    /// Whether the facilitator set it aside.
    pub fn is_hidden(&self) -> bool {
        self.hidden.as_ref().is_some_and(|hidden| hidden.is)
    }

    /// The pseudonym, when it was signed with one.
    pub fn signature(&self) -> Option<&str> {
        self.name.as_ref().map(|name| &*name.is).filter(|name| !name.is_empty())
    }

    /// Whether its words were changed after it was first written.
    pub fn is_edited(&self) -> bool {
        self.text.is_edited()
    }
}
