//! A box whose words are a draft from the first letter until they are stored: closing, going elsewhere and a reload
//! take nothing from it.

use crate::core::domain::{Id, Stamp};
use crate::core::merge::Versions;
use crate::dom::prelude::*;
use crate::state::{Session, Wording, use_app, use_lang};

/// What stands in the box, and what its person saw when they began. Copy.
#[derive(Clone, Copy)]
pub struct KeptText {
    /// What stands in the box.
    pub text: RwSignal<String>,
    /// What is wrong with it.
    pub error: RwSignal<Option<String>>,
    /// The text of the record, and the versions of it that the person saw.
    base: RwSignal<Wording>,
    slot: StoredValue<String>,
    /// The record, where there is one already.
    record: Option<Id>,
    session: Session,
}

/// A text of a record with the versions that a person sees in it.
pub fn shown(versions: &Versions) -> Wording {
    Wording { text: versions.latest().to_owned(), seen: versions.seen() }
}

impl KeptText {
    /// A text of a record, or what was left in its box, with the versions that were seen then: whatever was written
    /// since, nobody saw.
    pub fn of_record(session: Session, record: Id, name: &str, now: Wording) -> Self {
        Self::new(session, format!("{name}-{record}"), Some(record), now)
    }

    /// Words of what is not there yet.
    pub fn of_new(session: Session, slot: String) -> Self {
        Self::new(session, slot, None, Wording::default())
    }

    fn new(session: Session, slot: String, record: Option<Id>, now: Wording) -> Self {
        let draft = Wording::from_draft(&session.draft(&slot)).filter(|draft| draft.text != now.text);
        let (text, base) = match draft {
            Some(draft) => (draft.text, Wording { text: now.text, seen: draft.seen }),
            None => (now.text.clone(), now),
        };
        Self {
            text: RwSignal::new(text),
            error: RwSignal::new(None),
            base: RwSignal::new(base),
            slot: StoredValue::new(slot),
            record,
            session,
        }
    }

    /// Whether something else stands in the box than in the record; followed.
    pub fn is_changed(self) -> bool {
        self.text.with(|text| self.base.with(|base| *text != base.text))
    }

    /// What stands in the box.
    pub fn now(self) -> String {
        self.text.get_untracked()
    }

    /// The stamps of the versions that its person saw.
    pub fn seen(self) -> Vec<Stamp> {
        self.base.with_untracked(|base| base.seen.clone())
    }

    /// Takes what was typed, and keeps it.
    pub fn typed(self, text: String) {
        self.text.set(text);
        self.error.set(None);
        self.keep();
    }

    fn keep(self) {
        let (app, lang) = (use_app(), use_lang());
        // While the store does not have the record, its words stay in the draft as well.
        let is_draft = untrack(|| self.is_changed()) || self.is_unsaved();
        let draft = Wording { text: self.now(), seen: self.seen() }.to_draft();
        let draft = if is_draft { draft } else { String::new() };
        let kept = self.slot.with_value(|slot| self.session.keep_draft(slot, &draft)).is_ok();
        if !kept && is_draft && app.storage.with_untracked(Result::is_ok) {
            self.error.set(Some(lang.now().table().draft_not_kept.to_owned()));
        }
    }

    fn is_unsaved(self) -> bool {
        let unsaved = self.session.unsaved();
        self.record.is_some_and(|record| unsaved.with_untracked(|unsaved| unsaved.contains_key(&record)))
    }

    /// The record has changed meanwhile: a box in which nothing was typed shows it. Followed.
    pub fn follow(self, now: Wording) {
        if !self.is_changed() && self.base.with_untracked(|base| *base != now) {
            self.text.set(now.text.clone());
            self.base.set(now);
        }
    }

    /// The person chose between the versions, so has seen what stands now; what was typed stays.
    pub fn chosen(self, now: Wording) {
        if untrack(|| self.is_changed()) {
            self.base.set(now);
            self.keep();
        } else {
            self.follow(now);
        }
    }

    /// What stands in the box is in the record now. The draft goes where the store has it, too.
    pub fn stored(self, now: Wording, is_saved: bool) {
        if is_saved {
            self.base.set(now);
            self.forget();
        } else {
            // After a reload the record is as it was, and both what was replaced and this were seen.
            let mut seen = self.seen();
            seen.extend(&now.seen);
            self.base.set(Wording { seen, ..now });
            self.keep();
            if let Some(record) = self.record {
                self.slot.with_value(|slot| self.session.settle_draft(slot, record));
            }
        }
    }

    /// The person does without what was typed.
    pub fn give_up(self, now: Wording) {
        self.text.set(now.text.clone());
        self.base.set(now);
        self.error.set(None);
        self.keep();
    }

    /// The words have gone elsewhere, and are safe there.
    pub fn forget(self) {
        self.slot.with_value(|slot| drop(self.session.keep_draft(slot, "")));
    }
}
