//! What a person can do with next steps, and which of them stand.

use super::act::{moved, seen_by, set};
use super::edit::Edit;
use super::fields::{REMOVED, STEP, number, string};
use super::{NextStep, STEP_CHARS, WHEN_CHARS, WHO_CHARS};
use crate::domain::{Cafe, Id, Json, Refusal, Stamp, label, words};

/// The next steps that stand, and those that were taken away; both in order.
pub(super) fn all(cafe: &Cafe) -> (Vec<NextStep>, Vec<NextStep>) {
    let mut steps: Vec<NextStep> = cafe.rare_records().filter_map(NextStep::read).collect();
    steps.sort_by_key(|step| (step.order, step.id));
    steps.into_iter().partition(|step| !step.removed)
}

/// A next step that stands.
fn standing(cafe: &Cafe, id: Id) -> Result<NextStep, Refusal> {
    cafe.record(id).and_then(NextStep::read).filter(|step| !step.removed).ok_or(Refusal::Missing)
}

pub(super) fn add(cafe: &Cafe, id: Id, what: &str, who: &str, when: &str) -> Result<Vec<Edit>, Refusal> {
    let order = all(cafe).0.last().map_or(0, |last| last.order.saturating_add(1));
    Ok(vec![
        Edit::Make { id, kind: STEP, facts: Vec::new() },
        Edit::word(id, "what", seen_by(&[]), words(what, STEP_CHARS)?),
        set(id, "who", string(&label(who, WHO_CHARS)?)),
        set(id, "when", string(&label(when, WHEN_CHARS)?)),
        set(id, "order", number(order)),
        set(id, REMOVED, Json::Bool(false)),
    ])
}

pub(super) fn word(cafe: &Cafe, id: Id, seen: &[Stamp], what: &str) -> Result<Vec<Edit>, Refusal> {
    standing(cafe, id)?;
    Ok(vec![Edit::word(id, "what", seen_by(seen), words(what, STEP_CHARS)?)])
}

pub(super) fn assign(cafe: &Cafe, id: Id, who: &str, when: &str) -> Result<Vec<Edit>, Refusal> {
    standing(cafe, id)?;
    let (who, when) = (label(who, WHO_CHARS)?, label(when, WHEN_CHARS)?);
    Ok(vec![set(id, "who", string(&who)), set(id, "when", string(&when))])
}

pub(super) fn place(cafe: &Cafe, id: Id, place: usize) -> Result<Vec<Edit>, Refusal> {
    moved(all(cafe).0.iter().map(|step| step.id).collect(), id, place)
}

pub(super) fn set_removed(cafe: &Cafe, id: Id, removed: bool) -> Result<Vec<Edit>, Refusal> {
    cafe.record(id).and_then(NextStep::read).ok_or(Refusal::Missing)?;
    Ok(vec![set(id, REMOVED, Json::Bool(removed))])
}
