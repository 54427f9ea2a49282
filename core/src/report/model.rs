//! What a report is: no markup, no words of its own.

use super::Counts;
use crate::domain::{Form, Id};
use crate::harvest::{Choices, SlideChoices};
use std::borrow::Cow;

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
    /// What happens afterwards, in order.
    pub steps: Vec<Step>,
    /// How much was written at which table in which round: of [`Report::total`], examples included. None where tables
    /// and rounds are not shown, or there are none, or nothing was written.
    pub counts: Option<Counts>,
    /// The words that recur in what is shown, most first, each with the number of contributions that have it.
    pub recurring: Vec<(String, usize)>,
    /// Who took part, in the words of those who organised it: one text, several that nobody chose between, or none.
    pub took_part: Vec<String>,
    /// How many took part and how it was made.
    pub about: About,
    /// Contributions of the café that are not set aside, examples included.
    pub total: usize,
    /// Contributions that the facilitator set aside.
    pub hidden: usize,
    /// Contributions without a theme that were left out by choice.
    pub left_out: usize,
    /// What was chosen to be shown. The model holds nothing else: names that are not to be shown are not in it.
    pub choices: Choices,
    /// What of it the slides show.
    pub slides: SlideChoices,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The question.
    pub id: Id,
    /// Its wordings: one, or several that nobody chose between. Empty for a question that this device does not know.
    pub wordings: Vec<String>,
    /// What was said, under headings; empty when nobody answered. Where there are themes: the themes, what is in none,
    /// the key points of the tables. Otherwise the tables.
    pub groups: Vec<Group>,
}

/// What stands above a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A theme: its id and its names, one, or several that nobody chose between.
    Theme(Id, Vec<String>),
    /// What is in no theme.
    Unsorted,
    /// A table.
    Table(TableName),
    /// What the hosts of all tables kept.
    KeyPoints,
    /// Nothing: all notes of a question in one list, where neither themes nor tables are shown.
    All,
}

/// How a table is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableName {
    /// The table.
    pub id: Id,
    /// Its number in the set-up, from 1; none when it was taken out.
    pub number: Option<usize>,
    /// Its name; may be empty.
    pub name: String,
}

/// Part of what was said about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What stands above it.
    pub heading: Heading,
    /// What a theme is about: one text, several that nobody chose between, or none.
    pub about: Vec<String>,
    /// What hosts kept of the rounds, for the plenary.
    pub points: Vec<Point>,
    /// Contributions: in a theme the strongest first, at a table too where some have dots, else round by round.
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
    /// The pseudonym it was signed with, where those are shown.
    pub name: Option<String>,
    /// The table, where the heading does not say it and tables are shown.
    pub table: Option<TableName>,
    /// The number of its round, from 1; none when the round was taken out, or tables and rounds are not shown.
    pub round: Option<usize>,
    /// Dots on it and on all that are gathered with it; 0 where dots are not shown.
    pub dots: usize,
    /// Whether it is shown before the others.
    pub highlighted: bool,
    /// Examples given for it.
    pub examples: Vec<Entry>,
    /// The other notes that say the same, each in its own words.
    pub gathered: Vec<Entry>,
}

/// One key point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its id.
    pub id: Id,
    /// Its words; several when versions stand side by side.
    pub texts: Vec<String>,
    /// Whether somebody still has to choose between them.
    pub disputed: bool,
    /// The table, where the heading does not say it.
    pub table: Option<TableName>,
    /// The number of its round, from 1; none when the round was taken out, or rounds are not shown.
    pub round: Option<usize>,
}

/// A next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: Id,
    /// What is to be done: one text, or several that nobody chose between.
    pub what: Vec<String>,
    /// Who does it; may be empty.
    pub who: String,
    /// By when; may be empty.
    pub when: String,
}

/// How many took part, and how the report was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Whether tables or rounds had the questions.
    pub form: Form,
    /// Tables of the set-up.
    pub tables: usize,
    /// Rounds of the set-up.
    pub rounds: usize,
    /// Their minutes together, as they were planned.
    pub minutes: u32,
    /// Different questions that its tables, or its rounds, were asked: whichever of them have the questions.
    pub questions: usize,
    /// People who have a seat in some round of the plan; 0 when there is none.
    pub people: usize,
    /// Devices on which contributions were written.
    pub devices: usize,
    /// Contributions that were signed with a pseudonym.
    pub signed: usize,
    /// Key points.
    pub points: usize,
    /// Themes.
    pub themes: usize,
    /// Contributions in a theme.
    pub sorted: usize,
    /// People who gave dots; 0 where dots are not shown.
    pub voters: usize,
    /// Dots that one person had under each question.
    pub budget: u32,
}

impl Entry {
    /// Contributions in it: itself, its examples, those gathered with it.
    pub fn total(&self) -> usize {
        1 + self.examples.len() + self.gathered.iter().map(Self::total).sum::<usize>()
    }

    /// The greatest is the strongest: what is highlighted, then what has most dots, then what most others say too.
    pub fn strength(&self) -> (bool, usize, usize) {
        (self.highlighted, self.dots, self.gathered.len())
    }
}

impl Group {
    /// Contributions in it.
    pub fn total(&self) -> usize {
        self.entries.iter().map(Entry::total).sum()
    }

    /// Dots in it.
    pub fn dots(&self) -> usize {
        self.entries.iter().map(|entry| entry.dots).sum()
    }
}

impl SlideChoices {
    /// What the slides show of the entries of a group.
    pub fn kept<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = Cow<'a, Entry>> {
        group.entries.iter().filter_map(|entry| self.shown_of(entry))
    }

    /// What the slides show of an entry; none where all of it was taken off. Where notes were gathered of which only
    /// some had been taken off, the first other one stands for those that had not: nobody took these off. The dots are
    /// of all.
    pub fn shown_of<'a>(&self, entry: &'a Entry) -> Option<Cow<'a, Entry>> {
        if std::iter::once(entry).chain(&entry.gathered).all(|it| !self.off.contains(&it.id)) {
            return Some(Cow::Borrowed(entry));
        }
        let Entry { dots, highlighted, .. } = *entry;
        let alone = Entry { gathered: Vec::new(), ..entry.clone() };
        let all = std::iter::once(alone).chain(entry.gathered.iter().cloned());
        let mut kept = all.filter(|it| !self.off.contains(&it.id));
        let first = kept.next()?;
        Some(Cow::Owned(Entry { dots, highlighted, gathered: kept.collect(), ..first }))
    }

    /// Whether a group is on the slides. A theme that nobody spoke of says so; one whose notes were all taken off is
    /// not there.
    pub fn shows(&self, group: &Group) -> bool {
        let is_theme = matches!(group.heading, Heading::Theme(..));
        self.kept(group).next().is_some() || (is_theme && group.entries.is_empty())
    }

    /// What the slides show of a question: nothing in it says or counts what was taken off. Key points are never taken
    /// off.
    pub fn section(&self, section: &Section) -> Section {
        let has_points = |group: &Group| !group.points.is_empty();
        let groups = section.groups.iter().filter(|group| self.shows(group) || has_points(group));
        let kept = |group: &Group| Group { entries: self.kept(group).map(Cow::into_owned).collect(), ..group.clone() };
        Section { groups: groups.map(kept).collect(), ..section.clone() }
    }
}

impl Section {
    /// Contributions in it.
    pub fn total(&self) -> usize {
        self.groups.iter().map(Group::total).sum()
    }

    /// The themes among its groups.
    pub fn themes(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| matches!(group.heading, Heading::Theme(..)))
    }
}
