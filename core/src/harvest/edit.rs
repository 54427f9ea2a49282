//! The one way in which a person changes the harvest: edits of fields, all or none, with what undoes them.

use super::fields::{self, REMOVED, STEP, THEME, register};
use super::{Act, Standing, act, standing, wording};
use crate::domain::{Cafe, Carried, Changes, Clock, Extra, Id, Json, Record, Refusal, Stamp, sorted};
use std::collections::BTreeMap;

/// A change of one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Makes a record, unless it is there.
    Make {
        /// Its id.
        id: Id,
        /// Its kind.
        kind: &'static str,
        /// What never changes of it.
        facts: Vec<(&'static str, Json)>,
    },
    /// Sets a field.
    Set {
        /// The record.
        id: Id,
        /// The field.
        name: &'static str,
        /// What it is from now on.
        is: Json,
        /// Only where it still is this: nobody set it to something else since.
        still: Option<Json>,
    },
    /// Writes a text.
    Word {
        /// The record.
        id: Id,
        /// The field.
        name: &'static str,
        /// What it takes the place of.
        over: Over,
        /// The words, already checked and tidy. Several, or none, only to put back what was.
        texts: Vec<Box<str>>,
    },
    /// Takes away what an act made, or puts it back.
    Unmake {
        /// The record.
        id: Id,
        /// Whether it is away from now on.
        removed: bool,
        /// Only while it says this: what somebody else wrote in it since must not go with it.
        still: wording::Wording,
    },
    /// Puts back words of a note, a key point or a question.
    Stand {
        /// The record.
        id: Id,
        /// Only while it says just this.
        over: Standing,
        /// What it says from now on.
        is: Standing,
    },
}

impl Edit {
    /// Writes a text.
    pub(super) fn word(id: Id, name: &'static str, over: Over, text: Box<str>) -> Self {
        Self::Word { id, name, over, texts: vec![text] }
    }

    /// The record that it changes.
    const fn id(&self) -> Id {
        match self {
            Self::Make { id, .. }
            | Self::Set { id, .. }
            | Self::Word { id, .. }
            | Self::Unmake { id, .. }
            | Self::Stand { id, .. } => *id,
        }
    }
}

/// The versions that a text takes the place of.
#[derive(Clone, Debug, PartialEq)]
pub enum Over {
    /// Those that the person saw.
    Seen(Vec<Stamp>),
    /// Those with these words, each of them; where one does not stand, or where there should be none and is one,
    /// nothing is written: somebody worded it anew since.
    Words(Vec<Box<str>>),
}

/// What was done, and what undoes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// The records that changed.
    pub changes: Changes,
    /// What puts back what was before, where nobody changed it since.
    pub undo: Vec<Edit>,
}

/// Carries out a person's act at `now` (milliseconds since 1970): all of it, or nothing.
///
/// # Errors
/// Why nothing was done.
pub fn carry_out(cafe: &mut Cafe, act: &Act, now: u64, clock: &mut Clock) -> Result<Done, Refusal> {
    let edits = act::edits(cafe, act)?;
    Ok(apply_edits(cafe, &edits, now, clock))
}

/// Carries out several acts in a row as one: all of them, or nothing. Each finds what those before it made.
///
/// # Errors
/// Why one of them was refused. The café is as it was then, byte for byte.
pub fn carry_out_all(cafe: &mut Cafe, acts: &[Act], now: u64, clock: &mut Clock) -> Result<Done, Refusal> {
    let mut before: BTreeMap<Id, Option<Record>> = BTreeMap::new();
    let (mut changed, mut undos) = (Vec::new(), Vec::new());
    for act in acts {
        let edits = match act::edits(cafe, act) {
            Ok(edits) => edits,
            Err(why) => {
                // What undoes an act would not do: words that were written over stay written over.
                before.into_iter().for_each(|(id, record)| cafe.restore(id, record));
                return Err(why);
            }
        };
        if acts.len() > 1 {
            for id in edits.iter().map(Edit::id) {
                before.entry(id).or_insert_with(|| cafe.record(id).cloned());
            }
        }
        let mut done = apply_edits(cafe, &edits, now, clock);
        changed.append(&mut done.changes.0);
        undos.push(done.undo);
    }
    sorted::sort_unique(&mut changed);
    // What was done last is undone first.
    Ok(Done { changes: Changes(changed), undo: undos.into_iter().rev().flatten().collect() })
}

/// Carries out edits: what an act comes to, what undoes it, or what undoes that. What is not there any more is passed
/// over.
pub fn apply_edits(cafe: &mut Cafe, edits: &[Edit], now: u64, clock: &mut Clock) -> Done {
    let mut work = Work { cafe, now, clock, made: Vec::new(), done: Done::default() };
    for edit in edits {
        match edit {
            Edit::Make { id, kind, facts } => work.make(*id, kind, facts),
            Edit::Set { id, name, is, still } => work.set(*id, name, is, still.as_ref()),
            Edit::Word { id, name, over, texts } => work.word(*id, name, over, texts),
            Edit::Unmake { id, removed, still } => work.unmake(*id, *removed, still),
            Edit::Stand { id, over, is } => work.stand(*id, over, is),
        }
    }
    let mut done = work.done;
    sorted::sort_unique(&mut done.changes.0);
    // What was done last is undone first.
    done.undo.reverse();
    done
}

/// Edits that are being carried out.
struct Work<'a> {
    cafe: &'a mut Cafe,
    now: u64,
    clock: &'a mut Clock,
    /// What is made here is undone by taking it away: a record never goes.
    made: Vec<Id>,
    done: Done,
}

impl Work<'_> {
    fn make(&mut self, id: Id, kind: &str, facts: &[(&'static str, Json)]) {
        if self.cafe.record(id).is_some() {
            return;
        }
        let mut extra = Extra::NONE;
        facts.iter().for_each(|(name, is)| extra.insert((*name).into(), is.clone()));
        self.cafe.put(Record::Carried(Carried { id, kind: kind.into(), extra }));
        self.done.changes.0.push(id);
        if [THEME, STEP].contains(&kind) {
            self.made.push(id);
        }
    }

    fn set(&mut self, id: Id, name: &'static str, is: &Json, still: Option<&Json>) {
        let Some(extra) = self.cafe.record_mut(id).and_then(Record::extra_mut) else { return };
        let before = fields::value(extra, name).cloned().unwrap_or(Json::Null);
        if before == *is || still.is_some_and(|still| *still != before) {
            return;
        }
        let stamp = self.clock.next(self.now, fields::stamp(extra, name));
        extra.insert(name.into(), register(stamp, is.clone()));
        self.done.changes.0.push(id);
        match (self.made.contains(&id), name) {
            (false, _) => self.done.undo.push(Edit::Set { id, name, is: before, still: Some(is.clone()) }),
            // It is the last that is set of what is made: all its words are there.
            (true, REMOVED) => {
                let still = wording::of(extra);
                self.done.undo.push(Edit::Unmake { id, removed: true, still });
            }
            (true, _) => {}
        }
    }

    fn word(&mut self, id: Id, name: &'static str, over: &Over, texts: &[Box<str>]) {
        let Some(extra) = self.cafe.record_mut(id).and_then(Record::extra_mut) else { return };
        let Some(before) = wording::write(extra, name, over, texts, self.now, self.clock) else { return };
        self.done.changes.0.push(id);
        // The first words of a record go with it.
        if !self.made.contains(&id) {
            let over = Over::Words(texts.to_vec());
            self.done.undo.push(Edit::Word { id, name, over, texts: before });
        }
    }

    fn unmake(&mut self, id: Id, removed: bool, still: &wording::Wording) {
        let Some(extra) = self.cafe.record_mut(id).and_then(Record::extra_mut) else { return };
        if fields::flag(extra, REMOVED) != Some(!removed) || wording::of(extra) != *still {
            return;
        }
        let stamp = self.clock.next(self.now, fields::stamp(extra, REMOVED));
        extra.insert(REMOVED.into(), register(stamp, Json::Bool(removed)));
        self.done.changes.0.push(id);
        self.done.undo.push(Edit::Unmake { id, removed: !removed, still: still.clone() });
    }

    fn stand(&mut self, id: Id, over: &Standing, is: &Standing) {
        if standing::put(self.cafe, id, over, is, self.now, self.clock) {
            self.done.changes.0.push(id);
            self.done.undo.push(Edit::Stand { id, over: is.clone(), is: over.clone() });
        }
    }
}
