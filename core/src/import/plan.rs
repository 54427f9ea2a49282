//! What an import would change, before anything does.
//!
//! A [`Plan`] is filled with one bundle after the other and says for each what it brings; then the merged records are
//! taken out and stored. The plan holds only what changes, and is made against a café that may change meanwhile: the
//! result is joined to it, never put in its place.

use crate::domain::{Cafe, Contribution, Extra, Id, Json, MOST_REPLACED, MOST_UNKNOWN_FIELDS, MOST_VERSIONS, Record};
use crate::harvest::{is_of_harvest, waits_for_a_choice};
use crate::merge::Join;
use std::collections::BTreeMap;

/// What one bundle brings, counted in contributions and key points (and, where it says so, in records of the set-up).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Contributions that are not here yet.
    pub new: usize,
    /// Contributions that are here and get something newer.
    pub changed: usize,
    /// Of all that is new or changed, key points, themes and next steps included: how many stand in two versions
    /// afterwards and did not before.
    pub two_versions: usize,
    /// Contributions that are here and were erased by their author.
    pub erased: usize,
    /// Contributions (and erasures of contributions) that are here just so.
    pub same: usize,
    /// Questions, tables, rounds, who sits where or the café's own record: new or changed.
    pub setup: usize,
    /// Whether the clock of the rounds is moved by it.
    pub clock: bool,
    /// Whether people are seated otherwise by it.
    pub seats: bool,
    /// Contributions that are here and were sorted, gathered or highlighted elsewhere; their words stay as they are.
    pub sorted: usize,
    /// Themes, next steps, dots and what goes with them: new or changed.
    pub harvest: usize,
    /// Records of kinds that this version does not know: new or changed. They are kept for the version that does.
    pub unknown: usize,
    /// Records that would go beyond a bound of the format and stay out.
    pub refused: usize,
}

impl Counts {
    /// Whether an import of this would change anything.
    pub fn changes(&self) -> bool {
        self.new + self.changed + self.erased + self.setup + self.sorted + self.harvest + self.unknown > 0
    }
}

/// The records that an import would add or change, as they would be afterwards.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    merged: BTreeMap<Id, Record>,
}

impl Plan {
    /// Adds the records of one bundle; says what they bring beyond the café and the bundles added before.
    pub fn add(&mut self, cafe: &Cafe, records: Vec<Record>) -> Counts {
        let mut counts = Counts::default();
        for incoming in records {
            let id = incoming.id();
            match self.merged.get(&id).or_else(|| cafe.record(id)) {
                None => {
                    count_new(&mut counts, &incoming);
                    self.merged.insert(id, incoming);
                }
                Some(own) if *own == incoming => count_same(&mut counts, own),
                Some(own) => {
                    let mut merged = own.clone();
                    if !merged.join(&incoming) {
                        count_same(&mut counts, own);
                    } else if is_beyond(&merged) {
                        counts.refused += 1;
                    } else {
                        count_changed(&mut counts, own, &merged);
                        self.merged.insert(id, merged);
                    }
                }
            }
        }
        counts
    }

    /// The record with this id as it would be, where it would change.
    pub(super) fn record(&self, id: Id) -> Option<&Record> {
        self.merged.get(&id)
    }

    /// All records that would change, as they would be.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        self.merged.values()
    }

    /// How many records would be written.
    pub fn len(&self) -> usize {
        self.merged.len()
    }

    /// Whether the import would change nothing.
    pub fn is_empty(&self) -> bool {
        self.merged.is_empty()
    }

    /// The records to store, by id.
    pub fn into_records(self) -> Vec<Record> {
        self.merged.into_values().collect()
    }
}

fn count_new(counts: &mut Counts, record: &Record) {
    match record {
        Record::Contribution(_) | Record::KeyPoint(_) => counts.new += 1,
        // An erasure of something that never was here keeps it from ever coming: nothing that a person would see.
        Record::Erased(_) => counts.same += 1,
        Record::Carried(_) if is_of_harvest(record) => counts.harvest += 1,
        Record::Carried(_) => counts.unknown += 1,
        _ => counts.setup += 1,
    }
    counts.seats |= matches!(record, Record::Seating(_));
    counts.two_versions += usize::from(waits_for_a_choice(record));
}

fn count_same(counts: &mut Counts, record: &Record) {
    counts.same += usize::from(matches!(record, Record::Contribution(_) | Record::KeyPoint(_) | Record::Erased(_)));
}

fn count_changed(counts: &mut Counts, before: &Record, after: &Record) {
    match (before, after) {
        (Record::Erased(_), Record::Erased(_)) => counts.same += 1,
        (_, Record::Erased(_)) => counts.erased += 1,
        (Record::Contribution(before), Record::Contribution(after)) if says_the_same(before, after) => {
            counts.sorted += 1
        }
        (_, Record::Contribution(_) | Record::KeyPoint(_)) => counts.changed += 1,
        (_, Record::Carried(_)) if is_of_harvest(after) => counts.harvest += 1,
        (_, Record::Carried(_)) => counts.unknown += 1,
        _ => counts.setup += 1,
    }
    if let (Record::Cafe(before), Record::Cafe(after)) = (before, after) {
        counts.clock |= before.clock != after.clock;
    }
    counts.seats |= matches!(after, Record::Seating(_));
    counts.two_versions += usize::from(waits_for_a_choice(after) && !waits_for_a_choice(before));
}

/// Whether only fields differ that are carried by their shape: where it was sorted.
fn says_the_same(before: &Contribution, after: &Contribution) -> bool {
    (&before.text, &before.kept, &before.name, &before.hidden) == (&after.text, &after.kept, &after.name, &after.hidden)
}

/// Whether a record has more versions and replaced stamps of a text, unknown fields, or items of one of them than the
/// format lets it have. Only forged bundles lead there, and no reader follows.
fn is_beyond(record: &Record) -> bool {
    let unknown = record.extra().and_then(Extra::fields);
    if unknown
        .is_some_and(|fields| fields.len() > MOST_UNKNOWN_FIELDS || fields.iter().any(|(_, value)| is_too_long(value)))
    {
        return true;
    }
    record.versions().is_some_and(|text| text.live().len() > MOST_VERSIONS || text.replaced().len() > MOST_REPLACED)
}

fn is_too_long(value: &Json) -> bool {
    matches!(value, Json::Array(items) if items.len() > MOST_REPLACED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, Stamp, WriterId};
    use crate::harvest::{Act, Harvest, Waiting, carry_out};
    use crate::merge::Versions;

    const QUESTION: Id = Id::from_bits(2);
    const TABLE: Id = Id::from_bits(3);
    const ROUND: Id = Id::from_bits(4);
    const POINT: Id = Id::from_bits(5);
    const THEME: Id = Id::from_bits(6);
    const STEP: Id = Id::from_bits(7);

    /// A café with a question, a key point, a theme and a next step, and what a device sees of their words.
    fn cafe() -> (Cafe, [Vec<Stamp>; 4]) {
        let mut clock = Clock::new(WriterId::from_bits(1));
        let mut cafe = Cafe::create(Id::from_bits(1), "Lunch", Form::QuestionPerTable, clock.next(1, None));
        let point = Command::WriteKeyPoint {
            id: POINT,
            author: DeviceId::from_bits(9),
            table: TABLE,
            round: ROUND,
            text: "They taste".into(),
        };
        let question = Command::AddQuestion { id: QUESTION, text: "What?".into() };
        [question, point].into_iter().for_each(|it| drop(cafe.apply(it, 2, &mut clock).expect("a command")));
        let step = Act::AddStep { id: STEP, what: "Meet".into(), who: String::new(), when: String::new() };
        let theme = Act::AddThemes { question: QUESTION, themes: vec![(THEME, "Taste".into())] };
        [theme, step].iter().for_each(|it| drop(carry_out(&mut cafe, it, 3, &mut clock).expect("an act")));
        let harvest = Harvest::of(&cafe);
        let seen = |versions: &Versions| versions.seen();
        let point = cafe.key_point(POINT).map(|it| seen(&it.text)).expect("a key point");
        let theme = harvest.theme(THEME).map(|it| seen(&it.name)).expect("a theme");
        let question = cafe.question(QUESTION).map(|it| seen(&it.text)).expect("a question");
        (cafe, [question, point, theme, seen(&harvest.steps[0].what)])
    }

    #[test]
    fn an_import_says_of_questions_key_points_themes_and_next_steps_too_that_they_come_in_two_versions() {
        let (cafe, [question, point, theme, step]) = cafe();
        let worded = |writer: u64, word: &str| {
            let (mut copy, mut clock) = (cafe.clone(), Clock::new(WriterId::from_bits(writer)));
            let rewrite = Command::Rewrite { id: POINT, seen: point.clone(), text: word.into() };
            let word_question = Command::WordQuestion { id: QUESTION, seen: question.clone(), text: word.into() };
            [rewrite, word_question]
                .into_iter()
                .for_each(|it| drop(copy.apply(it, 10, &mut clock).expect("a correction")));
            let name = Act::NameTheme { theme: THEME, seen: theme.clone(), name: word.into() };
            let what = Act::WordStep { id: STEP, seen: step.clone(), what: word.into() };
            [name, what].iter().for_each(|it| drop(carry_out(&mut copy, it, 10, &mut clock).expect("an act")));
            copy
        };
        let (mut here, there) = (worded(2, "here"), worded(3, "there"));
        let counts = Plan::default().add(&here, there.records().cloned().collect());
        assert_eq!(counts.two_versions, 4);
        assert!(Waiting::of(&here).is_empty());
        here.join(there.clone());
        let waiting =
            Waiting { questions: vec![QUESTION], points: vec![POINT], themes: vec![THEME], steps: vec![STEP] };
        assert_eq!(Waiting::of(&here), waiting);
        let counts = Plan::default().add(&here, there.records().cloned().collect());
        assert_eq!(counts.two_versions, 0, "what waited already is nothing new");
        // What is shown nowhere waits for nobody.
        let mut clock = Clock::new(WriterId::from_bits(4));
        for act in [
            Act::SetPointHidden { point: POINT, hidden: true },
            Act::SetThemeRemoved { theme: THEME, removed: true },
            Act::SetStepRemoved { id: STEP, removed: true },
        ] {
            carry_out(&mut here, &act, 20, &mut clock).expect("an act");
        }
        let take_out = Command::SetRemoved { id: QUESTION, removed: true };
        here.apply(take_out, 20, &mut clock).expect("a question less");
        assert!(Waiting::of(&here).is_empty());
    }
}
