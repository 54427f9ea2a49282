//! The records of the harvest as types: read once, here.

use super::fields::{self, BALLOT, REMOVED, REPORT, STEP, THEME, VOTING};
use crate::domain::{Cafe, Carried, DeviceId, Id, Record};
use crate::merge::Versions;

/// A group of contributions under a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its id.
    pub id: Id,
    /// The question.
    pub question: Id,
    /// What it is called. Two devices may have named it differently: both names are kept.
    pub name: Versions,
    /// What it is about; may be empty.
    pub about: Versions,
    /// Its place among the themes of its question; equal places are ordered by id.
    pub order: u32,
    /// Whether it was taken away. Its notes are to sort again.
    pub removed: bool,
    /// The theme that it was joined to: its notes stand there.
    pub into: Option<Id>,
}

impl Theme {
    pub(super) fn read(record: &Record) -> Option<Self> {
        let it = of_kind(record, THEME)?;
        Some(Self {
            id: it.id,
            question: Id::parse(fields::fact(&it.extra, "question")?)?,
            name: fields::versions(&it.extra, "name"),
            about: fields::versions(&it.extra, "about"),
            order: fields::whole(&it.extra, "order").unwrap_or_default(),
            removed: fields::flag(&it.extra, REMOVED).unwrap_or_default(),
            into: fields::id(&it.extra, "into"),
        })
    }

    /// Its name: the latest.
    pub fn title(&self) -> &str {
        self.name.latest()
    }

    /// Whether two names or descriptions wait for a person to choose.
    pub fn is_disputed(&self) -> bool {
        self.name.is_disputed(None) || self.about.is_disputed(None)
    }
}

/// What happens afterwards, and who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Its id.
    pub id: Id,
    /// What is to be done.
    pub what: Versions,
    /// Who does it; may be empty.
    pub who: Box<str>,
    /// By when, in words or as a day; may be empty.
    pub when: Box<str>,
    /// Its place in the list; equal places are ordered by id.
    pub order: u32,
    /// Whether it was taken away.
    pub removed: bool,
}

impl NextStep {
    /// What a record says of a next step; none where it is something else. It may have been taken away.
    pub fn read(record: &Record) -> Option<Self> {
        let it = of_kind(record, STEP)?;
        Some(Self {
            id: it.id,
            what: fields::versions(&it.extra, "what"),
            who: fields::text(&it.extra, "who").unwrap_or_default().into(),
            when: fields::text(&it.extra, "when").unwrap_or_default().into(),
            order: fields::whole(&it.extra, "order").unwrap_or_default(),
            removed: fields::flag(&it.extra, REMOVED).unwrap_or_default(),
        })
    }
}

/// Where one person put dots under one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// Its id: see [`super::ballot_id`].
    pub id: Id,
    /// The device.
    pub device: DeviceId,
    /// Who on that device, from 1.
    pub person: u32,
    /// The question.
    pub question: Id,
    /// The notes, one for each dot; a note may have several.
    pub on: Vec<Id>,
}

impl Ballot {
    pub(super) fn read(record: &Record) -> Option<Self> {
        let it = of_kind(record, BALLOT)?;
        Some(Self {
            id: it.id,
            device: DeviceId::parse(fields::fact(&it.extra, "device")?)?,
            person: fields::fact(&it.extra, "person")?.parse().ok()?,
            question: Id::parse(fields::fact(&it.extra, "question")?)?,
            on: fields::ids(&it.extra, "on"),
        })
    }
}

impl Ballot {
    /// The dots that count, a note for each: on what can carry them under this question and was not set aside, and of
    /// those the first, as many as the budget allows. Notes go, and budgets shrink.
    pub fn counted(&self, cafe: &Cafe, budget: u32) -> Vec<Id> {
        let counts =
            |id: &&Id| cafe.contribution(**id).is_some_and(|note| note.question == self.question && !note.is_hidden());
        self.on.iter().filter(counts).take(budget as usize).copied().collect()
    }
}

/// Whether dots can be given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Not yet.
    #[default]
    Before,
    /// Now.
    Open,
    /// No more.
    Closed,
}

/// Who has dots to give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Each {
    /// Each device, once.
    #[default]
    Device,
    /// Each person: a device is passed on.
    Person,
}

/// How dots are given, in the whole café.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voting {
    /// Dots of one person under each question, from 1 to [`super::MOST_DOTS`].
    pub budget: u32,
    /// Whether dots can be given.
    pub phase: Phase,
    /// Whether nobody sees the dots of others before the end.
    pub secret: bool,
    /// Who has dots.
    pub each: Each,
}

/// Three dots, as people are usually given at a wall of sticky notes.
impl Default for Voting {
    fn default() -> Self {
        Self { budget: 3, phase: Phase::Before, secret: false, each: Each::Device }
    }
}

impl Voting {
    /// Its id: the café's with the second of its random bits turned, as the plan of seats has the first.
    pub const fn id_in(cafe: Id) -> Id {
        Id::from_bits(cafe.bits() ^ 1 << 78)
    }

    /// How dots are given in a café.
    pub fn of(cafe: &Cafe) -> Self {
        let default = Self::default();
        let Some(it) = cafe.record(Self::id_in(cafe.id())).and_then(|record| of_kind(record, VOTING)) else {
            return default;
        };
        let budget = fields::whole(&it.extra, "budget").unwrap_or(default.budget);
        Self {
            budget: budget.clamp(1, super::MOST_DOTS),
            phase: match fields::text(&it.extra, "phase") {
                Some("open") => Phase::Open,
                Some("closed") => Phase::Closed,
                _ => Phase::Before,
            },
            secret: fields::flag(&it.extra, "secret").unwrap_or_default(),
            each: if fields::text(&it.extra, "each") == Some("person") { Each::Person } else { Each::Device },
        }
    }

    /// Whether the dots of others can be seen now.
    pub fn shows(&self) -> bool {
        !(self.secret && self.phase == Phase::Open)
    }
}

/// What the report shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    /// Pseudonyms.
    pub names: bool,
    /// Tables and rounds.
    pub tables: bool,
    /// Dots.
    pub dots: bool,
    /// Notes without a theme, where there are themes.
    pub unsorted: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { names: true, tables: true, dots: true, unsorted: true }
    }
}

impl Choices {
    /// The id of their record: the café's with the third of its random bits turned.
    pub const fn id_in(cafe: Id) -> Id {
        Id::from_bits(cafe.bits() ^ 1 << 77)
    }

    /// What a café's report shows.
    pub fn of(cafe: &Cafe) -> Self {
        let Some(it) = cafe.record(Self::id_in(cafe.id())).and_then(|record| of_kind(record, REPORT)) else {
            return Self::default();
        };
        let shown = |name| fields::flag(&it.extra, name).unwrap_or(true);
        Self { names: shown("names"), tables: shown("tables"), dots: shown("dots"), unsorted: shown("unsorted") }
    }
}

pub(super) fn of_kind<'a>(record: &'a Record, kind: &str) -> Option<&'a Carried> {
    if let Record::Carried(it) = record { Some(it).filter(|it| &*it.kind == kind) } else { None }
}
