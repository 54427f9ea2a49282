//! The report as slides: what the room sees while it is told.
//!
//! - [`deck`]: which slides there are, in order. - [`Slide`], [`Item`]: what stands on one. - [`lines`]: how much fits.
//! - [`pptx`]: the slides as a file. - [`whole_maps`]: for a screen that draws the map.
//! - [`Place`], [`Shown`]: which slide is shown, for windows that keep in step while the harvest changes.
//!
//! # What always holds
//! - No slide has more than [`LINES`] printed lines under its title ([`Slide::lines`] counts them); what is longer goes
//!   on on the next one, and both say so ("2/3").
//! - Every word that the deck shows is shown whole. What it does not show it counts ("+ 7 contributions"), and the
//!   report has it. What a presenter took off the slides is neither shown nor counted.

mod deck;
mod flow;
pub mod lines;
mod place;
pub mod pptx;
mod shown;
mod whole;

pub use self::deck::deck;
pub use self::place::{Place, find};
pub use self::shown::Shown;
pub use self::whole::whole_maps;

use self::lines::wrap;
use super::{Group, Heading, Report};
use crate::domain::Id;

/// Printed lines of a slide, under its title.
pub const LINES: usize = 6;
/// The length of a line, in hundredths of the size of its letters: some forty-five letters of Latin text.
pub const LINE: u32 = 2_500;
/// The same for titles, which are larger.
pub const TITLE_LINE: u32 = LINE * 3 / 4;
/// The lines that a title may take on a slide of notes.
pub const TITLE_LINES: usize = 2;
/// The lines that a title may take where it is what the slide is for: the café's, a question. They count among
/// [`LINES`].
pub const BIG_TITLE_LINES: usize = 4;

/// What a slide is about. It tells slides apart, while their number changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The café.
    Title,
    /// All questions.
    Questions,
    /// One question.
    Question(Id),
    /// A theme or a table of a question: its place among the groups of the report, and the id of its heading.
    Group(Id, Option<Id>),
    /// The map of a question: its themes and their weight.
    Map(Id),
    /// What the hosts kept under a question, table by table.
    KeyPoints(Id),
    /// What happens afterwards.
    NextSteps,
    /// The end.
    Thanks,
}

impl Subject {
    /// Whether the title is what the slide is for, and set larger.
    pub const fn is_big(self) -> bool {
        matches!(self, Self::Title | Self::Question(_) | Self::Thanks)
    }

    /// The question that the slide belongs to.
    pub const fn question(self) -> Option<Id> {
        match self {
            Self::Question(id) | Self::Group(id, _) | Self::Map(id) | Self::KeyPoints(id) => Some(id),
            Self::Title | Self::Questions | Self::NextSteps | Self::Thanks => None,
        }
    }

    /// The slides of a group; none for key points, which have slides for all tables together.
    fn of_group(question: Id, group: &Group) -> Option<Self> {
        match &group.heading {
            Heading::Theme(id, _) => Some(Self::Group(question, Some(*id))),
            Heading::Table(table) => Some(Self::Group(question, Some(table.id))),
            Heading::Unsorted | Heading::All => Some(Self::Group(question, None)),
            Heading::KeyPoints => None,
        }
    }
}

impl Report {
    /// The group that a slide is about; none where it is about something else.
    pub fn group_of(&self, subject: Subject) -> Option<&Group> {
        let section = self.sections.iter().find(|section| Some(section.id) == subject.question())?;
        section.groups.iter().find(|group| Subject::of_group(section.id, group) == Some(subject))
    }
}

/// A slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// What it is about.
    pub subject: Subject,
    /// Which of the slides about this it is, from 1.
    pub part: usize,
    /// How many there are.
    pub parts: usize,
    /// In small letters above the title: the question that it belongs to. May be empty.
    pub over: String,
    /// The title.
    pub title: String,
    /// What stands under it, in order.
    pub items: Vec<Item>,
}

/// A paragraph of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub role: Role,
    /// Its words, or the part of them that is on this slide. Line feeds part paragraphs.
    pub text: String,
    /// Whether its beginning is on an earlier slide.
    pub is_rest: bool,
    /// The note or key point, where it is one.
    pub id: Option<Id>,
    /// Whether it is shown before the others.
    pub highlighted: bool,
    /// Dots on it.
    pub dots: usize,
    /// Contributions that say it, or are in it; 0 where that is not said.
    pub total: usize,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A plain line: the day and the place, how many contributions.
    Plain,
    /// One of the questions, with its number.
    Question(usize),
    /// What a theme is about, or a title that is too long to stand above.
    About,
    /// A table, above what its host kept.
    Table,
    /// A contribution.
    Note,
    /// An example of the contribution before it.
    Example,
    /// A key point.
    Point,
    /// A theme on the map.
    Theme,
    /// A next step.
    Step,
    /// Who does it, and by when.
    Detail,
    /// That nobody answered, or how many more there are.
    Remark,
}

impl Item {
    fn new(role: Role, text: impl Into<String>) -> Self {
        let text = lines::as_shown(&text.into());
        Self { role, text, is_rest: false, id: None, highlighted: false, dots: 0, total: 0 }
    }

    /// How long a line of it may be: beside figures and further in there is less room.
    pub fn line(&self) -> u32 {
        let figures = 230 * (u32::from(self.dots > 0) + u32::from(self.total > 1));
        let inset = if matches!(self.role, Role::Example | Role::Detail) { 150 } else { 0 };
        LINE - figures - inset
    }

    /// How many printed lines it takes.
    pub fn lines(&self) -> usize {
        wrap(&self.text, self.line()).len()
    }
}

impl Slide {
    /// How many printed lines it has, by an estimate that errs to the safe side.
    pub fn lines(&self) -> usize {
        let title = if self.subject.is_big() { wrap(&self.title, TITLE_LINE).len() } else { 0 };
        title + self.items.iter().map(Item::lines).sum::<usize>()
    }

    /// The title, with which part it is where there are several: "Why (2/3)".
    pub fn full_title(&self) -> String {
        match self.parts {
            0 | 1 => self.title.clone(),
            parts => format!("{} ({}/{parts})", self.title, self.part),
        }
    }
}
