//! How a report is made from a café and its harvest.

use super::model::{About, Entry, Group, Heading, Point, Report, Section, Step, TableName};
use super::{Counts, ids, points};
use crate::domain::sorted::Map;
use crate::domain::{Cafe, Contribution, Form, Id, Item, SeatPlan};
use crate::harvest::{Choices, Harvest, SlideChoices, is_highlighted, is_set_aside, took_part};
use crate::merge::Versions;
use crate::words;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// At most this many words that recur are listed.
const MOST_WORDS: usize = 20;

pub(super) fn texts(versions: &Versions) -> Vec<String> {
    versions.texts().iter().map(|version| version.is.to_string()).collect()
}

pub(super) fn entry(note: &Contribution, round: Option<usize>, examples: Vec<Entry>) -> Entry {
    Entry {
        id: note.id,
        texts: texts(&note.text),
        disputed: note.is_disputed(),
        name: note.signature().map(str::to_owned),
        table: None,
        round,
        dots: 0,
        highlighted: is_highlighted(note),
        examples,
        gathered: Vec::new(),
    }
}

impl Report {
    /// The report of a café as it stands, showing what was chosen.
    pub fn of(cafe: &Cafe) -> Self {
        Self::with(cafe, Choices::of(cafe))
    }

    /// The report of a café as it stands, showing these things.
    pub fn with(cafe: &Cafe, choices: Choices) -> Self {
        let mut report = Self::without_figures(cafe, choices);
        report.counts = choices.tables.then(|| Counts::shown(cafe)).flatten();
        report.recurring = recurring(&report.sections);
        report
    }

    /// What slides are made of: the report of a café as it stands but for the counts and the words that recur, which
    /// slides do not show and which take the most time.
    pub fn for_slides(cafe: &Cafe) -> Self {
        Self::without_figures(cafe, Choices::of(cafe))
    }

    fn without_figures(cafe: &Cafe, choices: Choices) -> Self {
        let harvest = Harvest::of(cafe);
        let build = Build::new(cafe, &harvest, choices);
        let (mut sections, mut left_out) = (Vec::new(), 0);
        for (question, wordings, listed) in build.questions() {
            let groups = build.groups(question, &mut left_out);
            // A question that was taken out appears only with what was said about it.
            if listed || !groups.is_empty() {
                sections.push(Section { id: question, wordings, groups });
            }
        }
        let steps = harvest.steps.iter().map(|step| Step {
            id: step.id,
            what: texts(&step.what),
            who: step.who.to_string(),
            when: step.when.to_string(),
        });
        let head = cafe.head();
        let of_head = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let total = cafe.contributions().filter(|note| !note.is_hidden()).count();
        Self {
            title: of_head(head.map(|head| &*head.title.is)),
            date: of_head(head.map(|head| &*head.date.is)),
            place: of_head(head.map(|head| &*head.place.is)),
            steps: steps.collect(),
            counts: None,
            took_part: texts(&took_part(cafe)).into_iter().filter(|text| !text.is_empty()).collect(),
            recurring: Vec::new(),
            about: about(cafe, &harvest, &sections, choices),
            sections,
            total,
            hidden: cafe.contributions().count() - total,
            left_out,
            choices,
            slides: SlideChoices::of(cafe),
        }
    }
}

/// The words that recur in the contributions of these questions. Versions of one that stand side by side are one
/// contribution.
fn recurring(sections: &[Section]) -> Vec<(String, usize)> {
    fn texts<'a>(entry: &'a Entry, all: &mut Vec<Cow<'a, str>>) {
        all.push(match &entry.texts[..] {
            [text] => Cow::Borrowed(text),
            texts => Cow::Owned(texts.join("\n")),
        });
        entry.examples.iter().chain(&entry.gathered).for_each(|it| texts(it, all));
    }
    let mut all = Vec::new();
    let groups = sections.iter().flat_map(|section| &section.groups);
    groups.flat_map(|group| &group.entries).for_each(|entry| texts(entry, &mut all));
    words::recurring(all.iter().map(|text| &**text), MOST_WORDS)
}

/// What is needed of the café while its report is made.
struct Build<'a> {
    cafe: &'a Cafe,
    harvest: &'a Harvest,
    choices: Choices,
    /// The number of each round, from 1.
    rounds: BTreeMap<Id, usize>,
    tables: Vec<TableName>,
    /// Where each of them is: a forged café has as many as notes.
    table_places: BTreeMap<Id, usize>,
    examples: BTreeMap<Id, Vec<&'a Contribution>>,
    /// Contributions of a question that are not examples, in the order in which they were written.
    notes: BTreeMap<Id, Vec<&'a Contribution>>,
    points: Map<(Id, Id), Vec<Point>>,
}

impl<'a> Build<'a> {
    fn new(cafe: &'a Cafe, harvest: &'a Harvest, choices: Choices) -> Self {
        let mut examples: BTreeMap<Id, Vec<&Contribution>> = BTreeMap::new();
        let mut notes: BTreeMap<Id, Vec<&Contribution>> = BTreeMap::new();
        for note in cafe.contributions().filter(|note| !note.is_hidden()) {
            match cafe.example_of(note) {
                Some(of) => examples.entry(of).or_default().push(note),
                None => notes.entry(note.question).or_default().push(note),
            }
        }
        let points = points::by_place(cafe);
        let name = |id: Id, number: Option<usize>, name: &str| TableName { id, number, name: name.to_owned() };
        let listed = cafe.tables();
        let mut tables: Vec<TableName> =
            listed.iter().enumerate().map(|(place, it)| name(it.id, Some(place + 1), &it.name.is)).collect();
        let removed = cafe.all_tables().filter(|it| it.is_removed());
        tables.extend(removed.map(|it| name(it.id, None, &it.name.is)));
        // Also those that this device does not know.
        let mut known: BTreeSet<Id> = tables.iter().map(|it| it.id).collect();
        let used = notes.values().flatten().map(|note| note.table).chain(points.keys().map(|(_, table)| *table));
        tables.extend(used.filter(|id| known.insert(*id)).map(|id| name(id, None, "")).collect::<Vec<_>>());
        let rounds = ids(&cafe.rounds()).into_iter().zip(1..).collect();
        let table_places = tables.iter().enumerate().map(|(place, table)| (table.id, place)).collect();
        Self { cafe, harvest, choices, rounds, tables, table_places, examples, notes, points }
    }

    /// All questions with their wordings, and whether the set-up lists them.
    fn questions(&self) -> Vec<(Id, Vec<String>, bool)> {
        let listed = self.cafe.questions().into_iter().map(|it| (it, true));
        let removed = self.cafe.all_questions().filter(|it| it.is_removed()).map(|it| (it, false));
        let mut all: Vec<_> = listed.chain(removed).map(|(it, listed)| (it.id, texts(&it.text), listed)).collect();
        let mut known: BTreeSet<Id> = all.iter().map(|(id, ..)| *id).collect();
        let used = self.notes.keys().copied().chain(self.points.keys().map(|(question, _)| *question));
        all.extend(used.filter(|id| known.insert(*id)).map(|id| (id, Vec::new(), false)).collect::<Vec<_>>());
        all
    }

    fn groups(&self, question: Id, left_out: &mut usize) -> Vec<Group> {
        let notes = self.notes.get(&question).map(Vec::as_slice).unwrap_or_default();
        let themes = self.harvest.themes(question);
        let plain = |heading, entries| Group { heading, about: Vec::new(), points: Vec::new(), entries };
        let mut groups = Vec::new();
        if themes.is_empty() && self.choices.tables {
            groups = self.by_table(question, notes);
        } else if themes.is_empty() {
            groups.push(plain(Heading::All, self.strongest_first(notes)));
        } else {
            let mut sorted: BTreeMap<Option<Id>, Vec<&Contribution>> = BTreeMap::new();
            for note in notes {
                sorted.entry(self.harvest.theme_of(note)).or_default().push(note);
            }
            let entries = |theme| self.strongest_first(sorted.get(&theme).map(Vec::as_slice).unwrap_or_default());
            for theme in themes {
                let about = texts(&theme.about).into_iter().filter(|text| !text.is_empty()).collect();
                let heading = Heading::Theme(theme.id, texts(&theme.name));
                groups.push(Group { heading, about, points: Vec::new(), entries: entries(Some(theme.id)) });
            }
            let rest = plain(Heading::Unsorted, entries(None));
            if self.choices.unsorted { groups.push(rest) } else { *left_out += rest.total() }
        }
        if !matches!(groups.first(), Some(Group { heading: Heading::Table(_), .. })) {
            let points = self.points_of_all(question);
            groups.push(Group { points, ..plain(Heading::KeyPoints, Vec::new()) });
        }
        // An empty theme says that nobody spoke of it: it stays as long as anything was said.
        let nothing = groups.iter().all(|group| group.entries.is_empty() && group.points.is_empty());
        groups.retain(|group| {
            let is_theme = matches!(group.heading, Heading::Theme(..));
            !nothing && (is_theme || !group.entries.is_empty() || !group.points.is_empty())
        });
        groups
    }

    fn by_table(&self, question: Id, notes: &[&'a Contribution]) -> Vec<Group> {
        let mut written: BTreeMap<Id, Vec<&Contribution>> = BTreeMap::new();
        notes.iter().for_each(|note| written.entry(note.table).or_default().push(note));
        let one = |table: &TableName| {
            let points = self.points.get(&(question, table.id)).cloned().unwrap_or_default();
            let notes = written.get(&table.id).into_iter().flatten();
            let mut entries: Vec<Entry> = notes.filter_map(|note| self.lead(note, false)).collect();
            // Round by round, those of no round last; within one they are in order.
            entries.sort_by_key(|entry| entry.round.unwrap_or(usize::MAX));
            // Where people said what counts most, that is what a room wants to hear first.
            if entries.iter().any(|entry| entry.dots > 0) {
                strongest_first(&mut entries);
            }
            let heading = Heading::Table(table.clone());
            (!points.is_empty() || !entries.is_empty()).then_some(Group { heading, about: Vec::new(), points, entries })
        };
        self.tables.iter().filter_map(one).collect()
    }

    fn strongest_first(&self, notes: &[&'a Contribution]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = notes.iter().filter_map(|note| self.lead(note, true)).collect();
        strongest_first(&mut entries);
        entries
    }

    /// A note with all that are gathered with it; none for those that another one leads.
    fn lead(&self, note: &Contribution, with_table: bool) -> Option<Entry> {
        if !self.harvest.leads(self.cafe, note.id) {
            return None;
        }
        let mut entry = self.entry(note, with_table);
        let group = self.harvest.shown_group(self.cafe, note.id);
        let others = group.iter().filter(|id| **id != note.id).filter_map(|id| self.cafe.contribution(*id));
        entry.gathered = others.map(|other| self.entry(other, true)).collect();
        entry.highlighted |= entry.gathered.iter().any(|other| other.highlighted);
        if self.choices.dots && self.harvest.shows_dots() {
            entry.dots = self.harvest.dots_of_group(note.id);
        }
        Some(entry)
    }

    fn entry(&self, note: &Contribution, with_table: bool) -> Entry {
        let round = |note: &Contribution| self.rounds.get(&note.round).copied().filter(|_| self.choices.tables);
        let examples = self.examples.get(&note.id).into_iter().flatten();
        let mut made = entry(note, round(note), examples.map(|it| entry(it, round(it), Vec::new())).collect());
        if with_table && self.choices.tables {
            made.table = self.table_places.get(&note.table).map(|place| self.tables[*place].clone());
        }
        if !self.choices.names {
            made.name = None;
            made.examples.iter_mut().for_each(|example| example.name = None);
        }
        made
    }

    fn points_of_all(&self, question: Id) -> Vec<Point> {
        let mut all = Vec::new();
        for table in &self.tables {
            for point in self.points.get(&(question, table.id)).into_iter().flatten() {
                let mut point = point.clone();
                point.table = Some(table.clone()).filter(|_| self.choices.tables);
                point.round = point.round.filter(|_| self.choices.tables);
                all.push(point);
            }
        }
        all
    }
}

/// The strongest first; otherwise as they stood.
fn strongest_first(entries: &mut [Entry]) {
    entries.sort_by_key(|it| std::cmp::Reverse(it.strength()));
}

/// How many different questions a café asks; see [`Cafe::question_at`].
fn questions_asked(cafe: &Cafe) -> usize {
    let first = cafe.questions().first().map(|question| question.id);
    let listed = |id: &Id| cafe.question(*id).is_some_and(|question| !question.is_removed());
    let assigned: Vec<Option<Id>> = match cafe.form() {
        Form::QuestionPerTable => cafe.tables().iter().map(|table| table.question.is).collect(),
        Form::QuestionPerRound => cafe.rounds().iter().map(|round| round.question.is).collect(),
    };
    let asked: BTreeSet<Id> = assigned.into_iter().filter_map(|id| id.filter(listed).or(first)).collect();
    asked.len()
}

/// How many people a plan has a table for in some round: who left before the first one keeps the number, and no seat.
fn seated(plan: &SeatPlan) -> usize {
    let has_seat =
        |person: &usize| plan.rounds.iter().any(|seats| seats.tables.get(*person).is_some_and(|table| *table > 0));
    (0..plan.len()).filter(has_seat).count()
}

fn about(cafe: &Cafe, harvest: &Harvest, sections: &[Section], choices: Choices) -> About {
    let shown = || cafe.contributions().filter(|note| !note.is_hidden());
    let minutes = cafe.rounds().iter().fold(0u32, |all, round| all.saturating_add(round.minutes.is));
    let devices: BTreeSet<_> = shown().map(|note| note.author).collect();
    About {
        form: cafe.form(),
        tables: cafe.tables().len(),
        rounds: cafe.rounds().len(),
        minutes,
        questions: questions_asked(cafe),
        people: cafe.seats().as_ref().map_or(0, seated),
        devices: devices.len(),
        signed: shown().filter(|note| note.signature().is_some()).count(),
        points: cafe.all_key_points().filter(|point| !is_set_aside(point)).count(),
        themes: sections.iter().map(|section| section.themes().count()).sum(),
        sorted: sections.iter().flat_map(Section::themes).map(Group::total).sum(),
        voters: if choices.dots && harvest.shows_dots() { harvest.voters() } else { 0 },
        budget: harvest.voting.budget,
    }
}
