//! Looking for notes that may say the same: question by question, beside the page, and what a person answered.

use super::Session;
use crate::core::domain::{Cafe, Id};
use crate::core::harvest::Harvest;
use crate::core::words::{Search, Suggestion};
use crate::platform;
use crate::reactive::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The longest that the search holds the page up, in milliseconds.
const SLICE: u64 = 12;
/// Where the answers "not the same" lie, among the drafts of the café.
const NOT_THE_SAME: &str = "not-the-same";
/// At most this many answers are remembered; the oldest go first.
const MOST_ANSWERS: usize = 500;

/// What is known of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The search runs.
    Looking,
    /// It is done.
    Done(Rc<Vec<Suggestion>>),
}

/// The screen's state. Copy.
#[derive(Clone, Copy)]
pub struct Finder {
    /// The groups and themes as they stand.
    pub harvest: Memo<Harvest>,
    /// What was found, by question.
    pub found: RwSignal<BTreeMap<Id, Found>>,
    /// Notes that a person said are not the same: an answer for each time.
    pub answers: RwSignal<Vec<Vec<Id>>>,
    /// The same, two by two.
    apart: Memo<Rc<BTreeSet<[Id; 2]>>>,
    session: Session,
    /// Goes with the screen, and the searches with it.
    here: StoredValue<()>,
}

/// The notes of a question that stand for themselves or their group, with their words.
fn texts(cafe: &Cafe, harvest: &Harvest, question: Id) -> Vec<(Id, String)> {
    let stands = |id: Id| harvest.leads(cafe, id);
    let notes =
        cafe.contributions().filter(|note| note.question == question && cafe.is_listed(note) && stands(note.id));
    notes.map(|note| (note.id, note.words().to_owned())).collect()
}

/// Each two of these notes, the lesser id first.
fn pairs(notes: &[Id]) -> Vec<[Id; 2]> {
    let mut all = Vec::new();
    for (place, a) in notes.iter().enumerate() {
        all.extend(notes[place + 1..].iter().map(|b| [*a.min(b), *a.max(b)]));
    }
    all
}

impl Finder {
    /// Remembers what was answered on this device.
    pub fn new(session: Session) -> Self {
        let lines = session.draft(NOT_THE_SAME);
        let answers = lines.lines().map(|line| line.split(' ').filter_map(Id::parse).collect()).collect();
        let answers: RwSignal<Vec<Vec<Id>>> = RwSignal::new(answers);
        let apart =
            Memo::new(move || answers.with(|answers| Rc::new(answers.iter().flat_map(|it| pairs(it)).collect())));
        Self {
            harvest: session.harvest(),
            found: RwSignal::new(BTreeMap::new()),
            answers,
            apart,
            session,
            here: StoredValue::new(()),
        }
    }

    /// Looks for similar notes under a question, unless that was done; the page goes on meanwhile.
    pub fn look(self, question: Id) {
        if self.found.with_untracked(|found| found.contains_key(&question)) {
            return;
        }
        self.found.update(|found| drop(found.insert(question, Found::Looking)));
        spawn_local(async move {
            platform::breathe().await;
            // The page may have been left meanwhile.
            if self.here.try_get_value().is_none() {
                return;
            }
            let texts = self.harvest.with_untracked(|harvest| self.session.cafe(|cafe| texts(cafe, harvest, question)));
            let mut search = Search::new(texts);
            loop {
                let start = platform::steady();
                let mut is_done = false;
                while !is_done && platform::steady() - start < SLICE {
                    is_done = search.step();
                }
                if is_done {
                    break;
                }
                platform::breathe().await;
                if self.here.try_get_value().is_none() {
                    return;
                }
            }
            self.found.update(|found| drop(found.insert(question, Found::Done(Rc::new(search.into_suggestions())))));
        });
    }

    /// Whether each two of these notes were said not to be the same.
    fn is_answered(self, notes: &[Id]) -> bool {
        self.apart.with(|apart| pairs(notes).iter().all(|pair| apart.contains(pair)))
    }

    /// The suggestions under a question that wait for an answer, or those that were answered with no; none while the
    /// search runs. Where two notes were gathered meanwhile the answer was yes.
    pub fn suggestions(self, question: Id, answered: bool) -> Option<Vec<Suggestion>> {
        let Found::Done(all) = self.found.with(|found| found.get(&question).cloned())? else { return None };
        let waits = |it: &&Suggestion| {
            let is_gathered = self.harvest.with(|harvest| {
                it.notes.iter().any(|id| {
                    let group = harvest.group(*id);
                    it.notes.iter().any(|other| other != id && group.contains(other))
                })
            });
            !is_gathered && self.is_answered(&it.notes) == answered
        };
        Some(all.iter().filter(waits).cloned().collect())
    }

    /// Says that these notes are not the same. False when that could not be kept beyond this page.
    pub fn part(self, notes: Vec<Id>) -> bool {
        self.answers.update(|answers| {
            if answers.len() >= MOST_ANSWERS {
                answers.remove(0);
            }
            answers.push(notes);
        });
        self.keep()
    }

    /// Takes back that these are not the same, so that they are suggested again.
    pub fn ask_again(self, notes: &[Id]) {
        let both = |answer: &Vec<Id>| answer.iter().filter(|id| notes.contains(id)).count() > 1;
        self.answers.update(|answers| answers.retain(|answer| !both(answer)));
        self.keep();
    }

    fn keep(self) -> bool {
        let line = |answer: &Vec<Id>| answer.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
        let lines = self.answers.with_untracked(|answers| answers.iter().map(line).collect::<Vec<_>>());
        self.session.remember(NOT_THE_SAME, &lines.join("\n")).is_ok()
    }

    /// The groups of notes under a question as they are shown, each in order.
    pub fn groups(self, question: Id) -> Vec<Vec<Id>> {
        self.harvest.with(|harvest| {
            self.session.content(|cafe| {
                let leads = |note: Id| !harvest.group(note).is_empty() && harvest.leads(cafe, note);
                let leads = cafe.contributions().filter(|note| note.question == question && leads(note.id));
                leads.map(|note| harvest.shown_group(cafe, note.id)).filter(|group| !group.is_empty()).collect()
            })
        })
    }
}
