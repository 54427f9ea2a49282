//! One café: its records by id, the questions one can ask of them, and the join with another copy.

use super::sorted::{self, Map};
use super::{
    CafeHead, Contribution, Extra, Form, Id, Item, KeyPoint, Question, Record, Round, RoundClock, SeatPlan, Seating,
    Stamp, Table,
};
use crate::merge::{Join, Latest};

/// The ids of the records that an act changed, in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes(pub Vec<Id>);

impl Changes {
    /// Nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a bundle holds: everything, or what one table needs to hand over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All records.
    Whole,
    /// The set-up, the contributions and key points of this table, every erasure, and what this version does not know.
    Table(Id),
}

/// One event: everything that this device knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cafe {
    id: Id,
    records: Map<Id, Record>,
    /// The few other records among many contributions, so that a screen does not walk them all.
    rare: Vec<Id>,
    /// Unknown fields of the bundle itself.
    pub extra: Extra,
}

impl Cafe {
    /// A café of which nothing is known but its id.
    pub fn new(id: Id) -> Self {
        Self { id, records: Map::default(), rare: Vec::new(), extra: Extra::NONE }
    }

    /// A new café with a title. Questions, tables and rounds are added by commands.
    pub fn create(id: Id, title: &str, form: Form, at: Stamp) -> Self {
        let mut cafe = Self::new(id);
        cafe.put(Record::Cafe(CafeHead {
            id,
            title: Latest::new(at, title.into()),
            date: Latest::new(at, "".into()),
            place: Latest::new(at, "".into()),
            form: Latest::new(at, form),
            clock: None,
            extra: Extra::NONE,
        }));
        cafe
    }

    /// A café from records in any order; two with one id are joined.
    pub fn from_records(id: Id, records: impl IntoIterator<Item = Record>) -> Self {
        let mut cafe = Self::new(id);
        // In order each goes to the end of the list.
        for record in in_order(records.into_iter().collect()) {
            cafe.join_record(record);
        }
        cafe
    }

    /// The café's id.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The record with this id.
    pub fn record(&self, id: Id) -> Option<&Record> {
        self.records.get(&id)
    }

    /// All records, by id.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Record> {
        self.records.values()
    }

    /// The records that a bundle of this scope holds, by id.
    pub fn records_in(&self, scope: Scope) -> impl Iterator<Item = &Record> {
        self.records.values().filter(move |record| match (scope, record) {
            (Scope::Table(table), Record::Contribution(note)) => note.table == table,
            (Scope::Table(table), Record::KeyPoint(point)) => point.table == table,
            _ => true,
        })
    }

    /// Joins one record; says whether that changed anything. For many, see [`Cafe::join`]: each one that is new moves
    /// all that come after it.
    pub fn join_record(&mut self, record: Record) -> bool {
        if let Some(own) = self.records.get_mut(&record.id()) {
            let grows = own.join(&record);
            if grows {
                // Only a forged bundle changes what an id stands for.
                let is_rare = own.is_rare();
                self.list_as_rare(record.id(), is_rare);
            }
            return grows;
        }
        self.put(record);
        true
    }

    /// Joins another copy; says which records that changed.
    pub fn join(&mut self, other: Self) -> Changes {
        self.extra.join(&other.extra);
        let mut changes = Changes::default();
        let mut fresh = Vec::new();
        for record in other.records.into_values() {
            let id = record.id();
            if self.records.contains_key(&id) {
                if self.join_record(record) {
                    changes.0.push(id);
                }
            } else {
                self.list_as_rare(id, record.is_rare());
                changes.0.push(id);
                fresh.push((id, record));
            }
        }
        self.records.extend_with_others(fresh);
        changes
    }

    /// Puts a record in, in the place of the one with its id.
    pub(crate) fn put(&mut self, record: Record) {
        self.list_as_rare(record.id(), record.is_rare());
        self.records.insert(record.id(), record);
    }

    fn list_as_rare(&mut self, id: Id, is_rare: bool) {
        match (self.rare.binary_search(&id), is_rare) {
            (Err(at), true) => self.rare.insert(at, id),
            (Ok(at), false) => drop(self.rare.remove(at)),
            _ => {}
        }
    }

    /// Puts a record back as it was, or takes away what was not there: for an act that is given up half done.
    pub(crate) fn restore(&mut self, id: Id, record: Option<Record>) {
        if let Some(record) = record {
            return self.put(record);
        }
        self.list_as_rare(id, false);
        self.records.remove(&id);
    }

    pub(crate) fn record_mut(&mut self, id: Id) -> Option<&mut Record> {
        self.records.get_mut(&id)
    }
}

/// Questions one can ask.
impl Cafe {
    /// All records but contributions and erasures, by id: those of the set-up, key points, the harvest.
    pub fn rare_records(&self) -> impl Iterator<Item = &Record> {
        self.rare.iter().filter_map(|id| self.records.get(id))
    }

    /// The café's own record; absent when only a part of the café arrived.
    pub fn head(&self) -> Option<&CafeHead> {
        match self.records.get(&self.id) {
            Some(Record::Cafe(head)) => Some(head),
            _ => None,
        }
    }

    /// Whether tables or rounds have the questions.
    pub fn form(&self) -> Form {
        self.head().map_or_else(Form::default, |head| head.form.is)
    }

    /// What the clock of the round says; none before the first one began, and when it begins again from there.
    pub fn clock(&self) -> Option<RoundClock> {
        RoundClock::parse(&self.head()?.clock.as_ref()?.is)
    }

    /// Whether a round runs at this moment, or was stopped for a moment: not one that was forgotten the day before.
    pub fn is_round_on(&self, now: u64) -> bool {
        /// Milliseconds.
        const FORGOTTEN: u64 = 12 * 60 * 60 * 1_000;
        let set = self.head().and_then(|head| head.clock.as_ref()).map(|clock| clock.at.millis());
        match self.clock() {
            Some(RoundClock::Paused { .. }) => set.is_some_and(|set| now.abs_diff(set) < FORGOTTEN),
            clock => clock.is_some_and(|clock| clock.runs(now)),
        }
    }

    /// Who sits where, when that was planned.
    pub fn seats(&self) -> Option<SeatPlan> {
        match self.records.get(&Seating::id_in(self.id)) {
            Some(Record::Seating(seating)) => SeatPlan::parse(&seating.plan.is),
            _ => None,
        }
    }

    /// The key point with this id, unless it was erased.
    pub fn key_point(&self, id: Id) -> Option<&KeyPoint> {
        if let Some(Record::KeyPoint(it)) = self.records.get(&id) { Some(it) } else { None }
    }

    /// What all tables keep of their rounds, in the order in which it was written.
    pub fn all_key_points(&self) -> impl Iterator<Item = &KeyPoint> {
        self.rare_records().filter_map(|record| if let Record::KeyPoint(it) = record { Some(it) } else { None })
    }

    /// What a table keeps of its rounds, in the order in which it was written.
    pub fn key_points(&self, table: Id) -> impl Iterator<Item = &KeyPoint> {
        self.all_key_points().filter(move |point| point.table == table)
    }

    /// The questions of the set-up, in order.
    pub fn questions(&self) -> Vec<&Question> {
        listed(self.all_questions())
    }

    /// The tables of the set-up, in order.
    pub fn tables(&self) -> Vec<&Table> {
        listed(self.all_tables())
    }

    /// The rounds of the set-up, in order.
    pub fn rounds(&self) -> Vec<&Round> {
        listed(self.all_rounds())
    }

    /// All questions, also those taken out of the set-up.
    pub fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.rare_records().filter_map(|record| if let Record::Question(it) = record { Some(it) } else { None })
    }

    /// All tables, also those taken out of the set-up.
    pub fn all_tables(&self) -> impl Iterator<Item = &Table> {
        self.rare_records().filter_map(|record| if let Record::Table(it) = record { Some(it) } else { None })
    }

    /// All rounds, also those taken out of the set-up.
    pub fn all_rounds(&self) -> impl Iterator<Item = &Round> {
        self.rare_records().filter_map(|record| if let Record::Round(it) = record { Some(it) } else { None })
    }

    /// The question with this id, also when it was taken out of the set-up.
    pub fn question(&self, id: Id) -> Option<&Question> {
        if let Some(Record::Question(it)) = self.records.get(&id) { Some(it) } else { None }
    }

    /// The table with this id, also when it was taken out of the set-up.
    pub fn table(&self, id: Id) -> Option<&Table> {
        if let Some(Record::Table(it)) = self.records.get(&id) { Some(it) } else { None }
    }

    /// The round with this id, also when it was taken out of the set-up.
    pub fn round(&self, id: Id) -> Option<&Round> {
        if let Some(Record::Round(it)) = self.records.get(&id) { Some(it) } else { None }
    }

    /// The contribution with this id, unless it was erased.
    pub fn contribution(&self, id: Id) -> Option<&Contribution> {
        if let Some(Record::Contribution(it)) = self.records.get(&id) { Some(it) } else { None }
    }

    /// The contribution under which this one stands as an example. One whose note is gone, set aside, an example itself
    /// or under another question speaks for itself.
    pub fn example_of(&self, note: &Contribution) -> Option<Id> {
        let of = self.contribution(note.example_of?)?;
        (!of.is_hidden() && of.example_of.is_none() && of.question == note.question).then_some(of.id)
    }

    /// Whether a note is shown in lists: not set aside, and not as an example under another.
    pub fn is_listed(&self, note: &Contribution) -> bool {
        !note.is_hidden() && self.example_of(note).is_none()
    }

    /// All contributions, the oldest first by the clocks of their devices.
    pub fn contributions(&self) -> impl Iterator<Item = &Contribution> {
        self.records.values().filter_map(|record| if let Record::Contribution(it) = record { Some(it) } else { None })
    }

    /// The question asked at a table in a round: by the table or by the round, as the form says. Where none was
    /// assigned, the first question of the set-up.
    pub fn question_at(&self, table: Id, round: Id) -> Option<Id> {
        let assigned = match self.form() {
            Form::QuestionPerTable => self.table(table).and_then(|table| table.question.is),
            Form::QuestionPerRound => self.round(round).and_then(|round| round.question.is),
        };
        assigned
            .filter(|&id| self.question(id).is_some_and(|question| !question.is_removed()))
            .or_else(|| self.questions().first().map(|question| question.id))
    }

    /// The number by which people call a table or a round: its place in the list, from 1. `None` when it is not listed.
    pub fn number_of<T: Item>(items: &[&T], id: Id) -> Option<usize> {
        items.iter().position(|item| item.id() == id).map(|place| place + 1)
    }
}

/// Records in the order of their ids. Mostly they are.
pub fn in_order(records: Vec<Record>) -> Vec<Record> {
    if records.is_sorted_by(|a, b| a.id() <= b.id()) {
        return records;
    }
    let mut places: Vec<(Id, usize)> = records.iter().enumerate().map(|(place, it)| (it.id(), place)).collect();
    sorted::sort_unique(&mut places);
    let mut records: Vec<Option<Record>> = records.into_iter().map(Some).collect();
    places.into_iter().filter_map(|(_, place)| records[place].take()).collect()
}

fn listed<'a, T: Item + 'a>(items: impl Iterator<Item = &'a T>) -> Vec<&'a T> {
    let key = |item: &T| (item.order(), item.id());
    let mut listed: Vec<&T> = Vec::new();
    for item in items.filter(|item| !item.is_removed()) {
        listed.insert(listed.partition_point(|other| key(other) < key(item)), item);
    }
    listed
}
