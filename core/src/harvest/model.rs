//! The harvest of a café as it stands, for the screens and the report.

use super::sorting::{Groups, Themes};
use super::{Ballot, Each, MOST_VOTERS, NextStep, Phase, TakenTheme, Theme, Voting, act, fields, steps, themes};
use crate::domain::sorted::sort_unique;
use crate::domain::{Cafe, Contribution, DeviceId, Id};
use crate::words::bare_name;
use std::collections::BTreeMap;

/// Themes, dots and next steps of a café.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harvest {
    themes: Themes,
    groups: Groups,
    /// For the first note of each group the theme in which all of it stands.
    themes_of_groups: BTreeMap<Id, Id>,
    dots: BTreeMap<Id, usize>,
    ballots: Vec<Ballot>,
    /// How dots are given.
    pub voting: Voting,
    /// The next steps, in order.
    pub steps: Vec<NextStep>,
    steps_away: Vec<NextStep>,
}

/// How far the sorting of a question is. Notes are counted that stand in lists: no examples, none set aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Notes in a theme.
    pub sorted: usize,
    /// All notes.
    pub all: usize,
}

impl Harvest {
    /// The harvest of a café.
    pub fn of(cafe: &Cafe) -> Self {
        let voting = Voting::of(cafe);
        let own = |it: &Ballot| it.id == act::ballot_id(cafe.id(), it.question, it.device, it.person);
        let ballots: Vec<Ballot> = cafe.rare_records().filter_map(Ballot::read).filter(own).collect();
        let mut dots: BTreeMap<Id, usize> = BTreeMap::new();
        for ballot in ballots.iter().filter(|ballot| counts(voting, ballot)) {
            for note in ballot.counted(cafe, voting.budget) {
                *dots.entry(note).or_default() += 1;
            }
        }
        let (steps, steps_away) = steps::all(cafe);
        let (themes, groups) = (Themes::of(cafe), Groups::of(cafe));
        // Once for each group: in one of ten thousand not each note looks through all of them.
        let themes_of_groups =
            groups.all().filter_map(|group| Some((*group.first()?, theme_of_all(cafe, &themes, group)?)));
        let themes_of_groups = themes_of_groups.collect();
        Self { themes, groups, themes_of_groups, dots, ballots, voting, steps, steps_away }
    }

    /// The themes of a question, in order.
    pub fn themes(&self, question: Id) -> Vec<&Theme> {
        self.themes.under(question)
    }

    /// The themes of a question that were taken away or joined to others, in order. [`TakenTheme::back`] is the act
    /// that puts one back.
    pub fn taken_away(&self, question: Id) -> Vec<TakenTheme> {
        themes::taken_away(&self.themes, question)
    }

    /// The next steps that were taken away, in order. [`super::Act::SetStepRemoved`] puts one back.
    pub fn steps_taken_away(&self) -> &[NextStep] {
        &self.steps_away
    }

    /// A theme by its id, also one that was taken away or joined to another.
    pub fn theme(&self, id: Id) -> Option<&Theme> {
        self.themes.get(id)
    }

    /// The themes that were joined to this one, and can be taken out of it again.
    pub fn joined_to(&self, theme: Id) -> Vec<&Theme> {
        self.themes.joined_to(theme)
    }

    /// The theme in which a note stands: with its group, in that of the first shown note of it that is in one. So what
    /// one device sorts stays sorted where another one gathered it meanwhile.
    pub fn theme_of(&self, note: &Contribution) -> Option<Id> {
        match self.groups.group(note.id) {
            Some(group) => self.themes_of_groups.get(group.first()?).copied(),
            None => self.themes.of_note(note),
        }
    }

    /// The notes that are gathered with this one, itself included, the first one first; empty when it stands alone.
    pub fn group(&self, note: Id) -> &[Id] {
        self.groups.group(note).unwrap_or_default()
    }

    /// The notes of a group that are shown together, by any of them, the first one first: those that were set aside are
    /// not. Empty when the note is shown alone.
    pub fn shown_group(&self, cafe: &Cafe, note: Id) -> Vec<Id> {
        let shown = shown(cafe, self.group(note));
        if shown.len() > 1 { shown } else { Vec::new() }
    }

    /// Whether a note stands for itself or for its group: all others of a group are shown under the first.
    pub fn leads(&self, cafe: &Cafe, note: Id) -> bool {
        self.groups.group(note).is_none_or(|group| lead(cafe, group) == note)
    }

    /// Whether a note is shown before the others: itself, or with what it is shown with, of which one lights all.
    pub fn is_lit(&self, cafe: &Cafe, note: Id) -> bool {
        let is_lit = |id: &Id| cafe.contribution(*id).is_some_and(is_highlighted);
        is_lit(&note) || self.shown_group(cafe, note).iter().any(is_lit)
    }

    /// Dots on a note, without those of the notes that are gathered with it; none on one that was set aside.
    pub fn dots(&self, note: Id) -> usize {
        self.dots.get(&note).copied().unwrap_or_default()
    }

    /// Dots on a note and on all that are shown with it.
    pub fn dots_of_group(&self, note: Id) -> usize {
        match self.groups.group(note) {
            Some(group) => group.iter().map(|id| self.dots(*id)).sum(),
            None => self.dots(note),
        }
    }

    /// What one person of a device gave under a question, whether it counts or not.
    pub fn ballot(&self, device: DeviceId, person: u32, question: Id) -> Option<&Ballot> {
        self.ballots.iter().find(|it| it.device == device && it.person == person && it.question == question)
    }

    /// The dots of one person of a device under a question that count, a note for each.
    pub fn given(&self, cafe: &Cafe, device: DeviceId, person: u32, question: Id) -> Vec<Id> {
        let ballot = self.ballot(device, person, question).filter(|ballot| counts(self.voting, ballot));
        ballot.map(|ballot| ballot.counted(cafe, self.voting.budget)).unwrap_or_default()
    }

    /// How many people of a device gave dots: the greatest number among them that a device may have.
    pub fn people_of(&self, device: DeviceId) -> u32 {
        let people = self.ballots.iter().filter(|it| it.device == device).map(|it| it.person);
        people.max().unwrap_or_default().min(MOST_VOTERS)
    }

    /// How many people gave dots, in the whole café.
    pub fn voters(&self) -> usize {
        let given = self.ballots.iter().filter(|it| counts(self.voting, it) && !it.on.is_empty());
        let mut people: Vec<(DeviceId, u32)> = given.map(|it| (it.device, it.person)).collect();
        sort_unique(&mut people);
        people.len()
    }

    /// Whether dots are shown at all: somebody gave some, and they are not secret now.
    pub fn shows_dots(&self) -> bool {
        self.voting.shows() && (self.voting.phase != Phase::Before || !self.dots.is_empty())
    }

    /// Themes of a question that have the same name, however it is spelt: a person may want to join them. Of a name
    /// that nobody chose yet any may be the same.
    pub fn namesakes(&self, question: Id) -> Vec<[Id; 2]> {
        let mut first: BTreeMap<String, Id> = BTreeMap::new();
        let mut pairs = Vec::new();
        for theme in self.themes.under(question) {
            let names = theme.name.live().iter().map(|version| bare_name(&version.is)).filter(|name| !name.is_empty());
            let mut others: Vec<Id> = names.map(|name| *first.entry(name).or_insert(theme.id)).collect();
            sort_unique(&mut others);
            pairs.extend(others.into_iter().filter(|other| *other != theme.id).map(|other| [other, theme.id]));
        }
        pairs
    }

    /// How far the sorting of each question is that has notes.
    pub fn progress(&self, cafe: &Cafe) -> BTreeMap<Id, Progress> {
        let mut all: BTreeMap<Id, Progress> = BTreeMap::new();
        for note in cafe.contributions().filter(|note| cafe.is_listed(note)) {
            let progress = all.entry(note.question).or_default();
            progress.all += 1;
            progress.sorted += usize::from(self.theme_of(note).is_some());
        }
        all
    }
}

/// Whether a ballot counts. Where each device has dots, those of one person: what others gave on it before that was
/// settled could be taken back by nobody, and counts again where each person has some.
fn counts(voting: Voting, ballot: &Ballot) -> bool {
    voting.each == Each::Person || ballot.person == 1
}

/// The note of a group that stands for it: the first that was not set aside.
fn lead(cafe: &Cafe, group: &[Id]) -> Id {
    let shown = group.iter().find(|id| cafe.contribution(**id).is_some_and(|note| !note.is_hidden()));
    *shown.unwrap_or(&group[0])
}

/// The theme in which all notes of a group stand. Where all were set aside, that of the first one.
fn theme_of_all(cafe: &Cafe, themes: &Themes, group: &[Id]) -> Option<Id> {
    let of = |id: Id| cafe.contribution(id).and_then(|note| themes.of_note(note));
    let is_shown = |id: &Id| cafe.contribution(*id).is_some_and(|note| !note.is_hidden());
    let mut shown = group.iter().copied().filter(is_shown).peekable();
    if shown.peek().is_none() { of(*group.first()?) } else { shown.find_map(of) }
}

/// Those of these notes that are here and were not set aside: for what is shown with another one, gathered or as its
/// examples.
pub fn shown(cafe: &Cafe, notes: &[Id]) -> Vec<Id> {
    let is_shown = |id: &&Id| cafe.contribution(**id).is_some_and(|note| !note.is_hidden());
    notes.iter().filter(is_shown).copied().collect()
}

/// Whether a note was highlighted itself. See [`Harvest::is_lit`].
pub fn is_highlighted(note: &Contribution) -> bool {
    fields::flag(&note.extra, "highlight").unwrap_or_default()
}
