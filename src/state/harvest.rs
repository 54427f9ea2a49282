//! The harvest of the open café: what is read of it, acts, and a step back for each.

use super::Session;
use super::past::{Acts, Past, Step, Stepped, Way};
use crate::core::domain::sorted::Map;
use crate::core::domain::{Cafe, Changes, Clock, Command, Id, Refusal};
use crate::core::harvest::{self, Act, Edit, Harvest, Standing};
use crate::i18n::step_back::Deed;
use crate::platform;
use crate::reactive::*;
use std::cell::RefCell;

thread_local! {
    static PASTS: RefCell<Map<Id, Past>> = RefCell::default();
}

/// The steps of a café.
fn past_of(cafe: Id) -> Past {
    PASTS.with(|pasts| pasts.borrow_mut().get_or_insert(cafe, Past::default).clone())
}

/// Carries out a command as ever. Where it corrects words or settles versions of them, what takes it back is kept.
fn apply_with_step(cafe: &mut Cafe, command: Command, now: u64, clock: &mut Clock) -> Result<Changes, Refusal> {
    let words = match &command {
        Command::Rewrite { id, .. } => Some((*id, Deed::Corrected)),
        Command::Pick { id, .. } => Some((*id, Deed::Chosen)),
        Command::KeepBoth { id, .. } => Some((*id, Deed::KeptBoth)),
        _ => None,
    };
    let before = words.and_then(|(id, _)| Standing::of(cafe, id));
    let changes = cafe.apply(command, now, clock)?;
    if let (Some((id, deed)), Some(is)) = (words, before)
        && let Some(over) = Standing::of(cafe, id).filter(|over| *over != is)
    {
        let way = Way::Edits(vec![Edit::Stand { id, over, is }]);
        past_of(cafe.id()).begin(Step { way, deed, dots_of: None, question: None });
    }
    Ok(changes)
}

impl Session {
    /// While the screen of the harvest is there, corrections and choices are steps that it takes back: the row of a
    /// note, which is in the part of the app that people write with, knows nothing of steps.
    pub fn keep_words_as_steps(self) {
        self.with(|inner| inner.apply.set(apply_with_step));
        on_cleanup(move || self.with(|inner| inner.apply.set(Cafe::apply)));
    }

    /// The harvest, calculated when the café changes; for the life of the screen that asks.
    pub fn harvest(self) -> Memo<Harvest> {
        Memo::new(move || self.content(Harvest::of))
    }

    /// The other notes that are shown with this one, since they were gathered; followed.
    pub fn gathered_with(self, note: Id, harvest: Memo<Harvest>) -> Vec<Id> {
        harvest.with(|harvest| {
            // What stands alone, as nearly all do, does not follow who sets what aside.
            if harvest.group(note).is_empty() {
                return Vec::new();
            }
            let group = self.content(|cafe| harvest.shown_group(cafe, note));
            group.into_iter().filter(|id| *id != note).collect()
        })
    }

    /// Carries out an act of the harvest: changes the café, writes the changed records, updates what shows them.
    ///
    /// # Errors
    /// Why it was refused; nothing changed.
    pub fn act(self, act: &Act) -> Result<(), Refusal> {
        self.act_all(std::slice::from_ref(act))
    }

    /// Carries out several acts in a row, as one that is undone at once.
    ///
    /// # Errors
    /// Why one of them was refused; then none was carried out.
    pub fn act_all(self, acts: &[Act]) -> Result<(), Refusal> {
        let step = self.cafe(|cafe| Step::of(acts, cafe));
        let back = self.carry_out(acts)?;
        if let Some(step) = step.filter(|_| !back.is_empty()) {
            self.past().begin(step(back));
        }
        Ok(())
    }

    /// Sets a note aside, or shows it again.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub fn set_aside(self, note: Id, hidden: bool) -> Result<(), Refusal> {
        let changes = self.commit(Command::SetHidden { id: note, hidden })?;
        if !changes.is_empty() {
            let deed = if hidden { Deed::SetAside } else { Deed::ShownAgain };
            let way = Way::Aside { note, hidden: !hidden };
            self.past().begin(Step { way, deed, dots_of: None, question: None });
        }
        Ok(())
    }

    /// All of these acts, or none: what undoes them.
    fn carry_out(self, acts: &[Act]) -> Result<Vec<Edit>, Refusal> {
        let done = self.with(|inner| {
            let (mut cafe, mut clock) = (inner.cafe.borrow_mut(), inner.clock.borrow_mut());
            harvest::carry_out_all(&mut cafe, acts, platform::now(), &mut clock)
        })?;
        self.store(&done.changes.0);
        Ok(done.undo)
    }

    /// What can be undone.
    pub fn past(self) -> Past {
        past_of(self.id())
    }

    /// Takes the last of these acts back where nobody changed the same since, or does again what was taken back last.
    pub fn step(self, acts: Acts, back: bool) -> Stepped {
        let past = self.past();
        let Some(Step { way, deed, dots_of, question }) = past.take(acts, back) else { return Stepped::Nothing };
        let (other_way, is_whole) = match way {
            Way::Edits(edits) => {
                let count = edits.len();
                let undo = self.undo(&edits);
                let is_whole = undo.len() >= count;
                (Some(undo).filter(|undo| !undo.is_empty()).map(Way::Edits), is_whole)
            }
            Way::Aside { note, hidden } => {
                let changes = self.commit(Command::SetHidden { id: note, hidden });
                let changed = changes.is_ok_and(|changes| !changes.is_empty());
                (changed.then_some(Way::Aside { note, hidden: !hidden }), true)
            }
        };
        match other_way {
            None => Stepped::Overtaken(deed),
            Some(way) => {
                past.keep(Step { way, deed, dots_of, question }, !back);
                if is_whole { Stepped::Done(deed) } else { Stepped::InPart(deed) }
            }
        }
    }

    /// Carries out edits; what undoes them, an edit for each that changed something.
    fn undo(self, edits: &[Edit]) -> Vec<Edit> {
        let done = self.with(|inner| {
            let now = platform::now();
            harvest::apply_edits(&mut inner.cafe.borrow_mut(), edits, now, &mut inner.clock.borrow_mut())
        });
        self.store(&done.changes.0);
        done.undo
    }

    fn store(self, ids: &[Id]) {
        self.save(ids.iter().copied());
        self.publish(ids);
        if !ids.is_empty() {
            self.note_change();
        }
    }
}
