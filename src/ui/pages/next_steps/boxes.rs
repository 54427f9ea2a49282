//! What stands in the boxes of a next step, kept as a draft together with what its writer saw.

use crate::core::domain::{Id, Refusal, Stamp, as_kept};
use crate::core::harvest::{Act, NextStep, WHEN_CHARS, WHO_CHARS};
use crate::dom::prelude::*;
use crate::state::{Session, use_app, use_lang};

/// Parts the fields of a draft; people do not type it.
const PART: char = '\u{1f}';

/// What, who and when.
pub type Words = [String; 3];

/// One of the boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    What,
    Who,
    When,
}

impl Part {
    /// The box that was refused: the first, unless another one is too long and it is not.
    fn refused(refusal: Refusal, [_, who, when]: &Words) -> Self {
        let is_long = |text: &str, most| as_kept(text).chars().count() > most;
        match refusal {
            Refusal::TooLong(most) if most == WHO_CHARS && is_long(who, most) => Self::Who,
            Refusal::TooLong(most) if most == WHEN_CHARS && is_long(when, most) => Self::When,
            _ => Self::What,
        }
    }
}

/// What a person saw when they began to type.
#[derive(Clone, Debug, Default)]
struct Seen {
    words: Words,
    versions: Vec<Stamp>,
}

/// What stands in the boxes. Copy.
#[derive(Clone, Copy)]
pub struct Boxes {
    pub what: RwSignal<String>,
    pub who: RwSignal<String>,
    pub when: RwSignal<String>,
    /// What is wrong, and with which box.
    pub error: RwSignal<Option<(Part, String)>>,
    seen: StoredValue<Seen>,
    slot: StoredValue<String>,
    session: Session,
}

impl Boxes {
    /// The boxes of a step that is there, with what was left in them.
    pub fn of(session: Session, step: &NextStep) -> Self {
        let words = [step.what.latest().to_owned(), step.who.to_string(), step.when.to_string()];
        Self::open(session, &slot_of(step.id), Seen { words, versions: step.what.seen() })
    }

    /// The boxes of a new step, with what was left in them.
    pub fn new(session: Session, slot: &str, words: Words) -> Self {
        Self::open(session, slot, Seen { words, versions: Vec::new() })
    }

    fn open(session: Session, slot: &str, now: Seen) -> Self {
        let (words, seen) = read(&session.draft(slot)).unwrap_or_else(|| (now.words.clone(), None));
        let [what, who, when] = words.map(RwSignal::new);
        let (error, seen) = (RwSignal::new(None), StoredValue::new(seen.unwrap_or(now)));
        Self { what, who, when, error, seen, slot: StoredValue::new(slot.to_owned()), session }
    }

    /// What stands there now.
    pub fn now(self) -> Words {
        [self.what, self.who, self.when].map(RwSignal::get_untracked)
    }

    /// Whether nothing was typed.
    pub fn is_unchanged(self) -> bool {
        self.seen.with_value(|seen| seen.words == self.now())
    }

    /// What the person changed of a step, and nothing else: what others changed meanwhile stays.
    pub fn acts(self, id: Id) -> Vec<Act> {
        let [what, who, when] = self.now();
        let step = self.session.cafe(|cafe| cafe.record(id).and_then(NextStep::read));
        self.seen.with_value(|seen| {
            let [what_was, who_was, when_was] = &seen.words;
            let mut acts = Vec::new();
            if what != *what_was {
                acts.push(Act::WordStep { id, seen: seen.versions.clone(), what });
            }
            if who != *who_was || when != *when_was {
                let [who_now, when_now] = step.map(|it| [it.who, it.when].map(String::from)).unwrap_or_default();
                acts.push(Act::AssignStep {
                    id,
                    who: if who == *who_was { who_now } else { who },
                    when: if when == *when_was { when_now } else { when },
                });
            }
            acts
        })
    }

    /// Says why what stands there was refused, at the box that it is about: which one that is.
    pub fn refuse(self, refusal: Refusal) -> Part {
        let part = Part::refused(refusal, &self.now());
        self.error.set(Some((part, use_lang().refusal(refusal))));
        part
    }

    /// Keeps what stands there; where the browser does not, that is said.
    pub fn keep(self) {
        let (app, lang) = (use_app(), use_lang());
        let draft = self.seen.with_value(|seen| {
            let versions: Vec<String> = seen.versions.iter().map(Stamp::to_string).collect();
            let parts: Vec<String> =
                self.now().into_iter().chain(seen.words.iter().cloned()).chain([versions.join(" ")]).collect();
            parts.join(&PART.to_string())
        });
        let kept = self.slot.with_value(|slot| self.session.keep_draft(slot, &draft)).is_ok();
        let is_new = !kept && app.storage.get_untracked().is_ok();
        self.error.set(is_new.then(|| (Part::What, lang.now().next_steps().draft_not_kept.to_owned())));
    }

    /// What stood there is in the step now. Says whether that is stored.
    pub fn settle(self, step: Id) -> bool {
        self.error.set(None);
        self.slot.with_value(|slot| self.session.settle_draft(slot, step))
    }

    /// Drops the draft: it was given up.
    pub fn forget(self) {
        self.slot.with_value(|slot| drop(self.session.keep_draft(slot, "")));
        self.error.set(None);
    }
}

/// A draft: what stood in the boxes, and what was seen, which drafts of older versions of the app do not say.
fn read(draft: &str) -> Option<(Words, Option<Seen>)> {
    if draft.is_empty() {
        return None;
    }
    let mut parts = draft.split(PART).map(str::to_owned);
    let mut three = || -> Words { std::array::from_fn(|_| parts.next().unwrap_or_default()) };
    let (words, seen) = (three(), three());
    let versions = parts.next().map(|stamps| stamps.split(' ').filter_map(Stamp::parse).collect());
    Some((words, versions.map(|versions| Seen { words: seen, versions })))
}

/// The steps that somebody left in the middle of editing them.
pub fn left_open(session: Session) -> Vec<Id> {
    let steps = session.cafe(|cafe| cafe.rare_records().filter_map(NextStep::read).collect::<Vec<_>>());
    steps.iter().filter(|step| is_open(session, step)).map(|step| step.id).collect()
}

/// A draft that says what the step says was stored after all.
fn is_open(session: Session, step: &NextStep) -> bool {
    let slot = slot_of(step.id);
    let Some((words, _)) = read(&session.draft(&slot)) else { return false };
    let is_stored = words == [step.what.latest().to_owned(), step.who.to_string(), step.when.to_string()];
    if is_stored && !session.is_unsaved(step.id) {
        drop(session.keep_draft(&slot, ""));
    }
    !is_stored
}

fn slot_of(id: Id) -> String {
    format!("step-{id}")
}
