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
    /// Those with these words, each of them; where one does not stand, or where there should be none and is one, nothing is
    /// written: somebody worded it anew since.
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

impl Done {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Carries out a person's act at `now` (milliseconds since 1970): all of it, or nothing.
///
/// # Errors
/// Why nothing was done.
pub fn carry_out(cafe: &mut Cafe, act: &Act, now: u64, clock: &mut Clock) -> Result<Done, Refusal> {
    let edits = act::edits(cafe, act)?;
    Ok(undo(cafe, &edits, now, clock))
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
        let mut done = undo(cafe, &edits, now, clock);
        changed.append(&mut done.changes.0);
        undos.push(done.undo);
    }
    sorted::sort_unique(&mut changed);
    // What was done last is undone first.
    Ok(Done { changes: Changes(changed), undo: undos.into_iter().rev().flatten().collect() })
}

/// Carries out edits: those that undo an act, or undo the undoing. What is not there any more is passed over.
pub fn undo(cafe: &mut Cafe, edits: &[Edit], now: u64, clock: &mut Clock) -> Done {
    let mut done = Done::default();
    // What is made here is undone by taking it away: a record never goes.
    let mut made = Vec::new();
    for edit in edits {
        match edit {
            Edit::Make { id, kind, facts } => {
                if cafe.record(*id).is_none() {
                    let mut extra = Extra::NONE;
                    facts.iter().for_each(|(name, is)| extra.insert((*name).into(), is.clone()));
                    cafe.replace(Record::Carried(Carried { id: *id, kind: (*kind).into(), extra }));
                    done.changes.0.push(*id);
                    if [THEME, STEP].contains(kind) {
                        made.push(*id);
                    }
                }
            }
            Edit::Set { id, name, is, still } => {
                let Some(extra) = cafe.record_mut(*id).and_then(Record::extra_mut) else { continue };
                let before = fields::value(extra, name).cloned().unwrap_or(Json::Null);
                let at = fields::stamp(extra, name);
                if before == *is || still.as_ref().is_some_and(|still| *still != before) {
                    continue;
                }
                let stamp = clock.next(now, at);
                extra.insert((*name).into(), register(stamp, is.clone()));
                done.changes.0.push(*id);
                match (made.contains(id), *name) {
                    (false, _) => done.undo.push(Edit::Set { id: *id, name, is: before, still: Some(is.clone()) }),
                    // It is the last that is set of what is made: all its words are there.
                    (true, REMOVED) => {
                        let still = wording::of(extra);
                        done.undo.push(Edit::Unmake { id: *id, removed: true, still });
                    }
                    (true, _) => {}
                }
            }
            Edit::Word { id, name, over, texts } => {
                let Some(extra) = cafe.record_mut(*id).and_then(Record::extra_mut) else { continue };
                if let Some(before) = wording::write(extra, name, over, texts, now, clock) {
                    done.changes.0.push(*id);
                    // The first words of a record go with it.
                    if !made.contains(id) {
                        let over = Over::Words(texts.clone());
                        done.undo.push(Edit::Word { id: *id, name, over, texts: before });
                    }
                }
            }
            Edit::Unmake { id, removed, still } => {
                let Some(extra) = cafe.record_mut(*id).and_then(Record::extra_mut) else { continue };
                if fields::flag(extra, REMOVED) != Some(!removed) || wording::of(extra) != *still {
                    continue;
                }
                let stamp = clock.next(now, fields::stamp(extra, REMOVED));
                extra.insert(REMOVED.into(), register(stamp, Json::Bool(*removed)));
                done.changes.0.push(*id);
                done.undo.push(Edit::Unmake { id: *id, removed: !removed, still: still.clone() });
            }
            Edit::Stand { id, over, is } => {
                if standing::put(cafe, *id, over, is, now, clock) {
                    done.changes.0.push(*id);
                    done.undo.push(Edit::Stand { id: *id, over: is.clone(), is: over.clone() });
                }
            }
        }
    }
    sorted::sort_unique(&mut done.changes.0);
    // What was done last is undone first.
    done.undo.reverse();
    done
}
