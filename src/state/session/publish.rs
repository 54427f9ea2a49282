//! Telling the screens: after a change only what shows it, after a reading of the store everything.

use super::{Inner, Outbox, Session, put};
use crate::core::domain::sorted::{Map, sort_unique};
use crate::core::domain::{Cafe, Contribution, Id, Record};
use crate::core::storage::Card;
use crate::reactive::*;
use crate::state::{Filter, Note};
use std::sync::Arc;

/// More notes than these are not shown one by one.
const MANY: usize = 200;

impl Session {
    /// Updates what shows these records, and nothing else; where they are many notes, everything at once.
    pub(in crate::state) fn publish(self, ids: &[Id]) {
        if ids.is_empty() {
            return;
        }
        let touches_rows =
            |cafe: &Cafe, id: Id| matches!(cafe.record(id), Some(Record::Contribution(_) | Record::Erased(_)));
        if ids.len() > MANY && self.cafe(|cafe| ids.iter().filter(|id| touches_rows(cafe, **id)).count()) > MANY {
            return self.publish_all();
        }
        let (setup, content) = self.with(|inner| {
            let cafe = inner.cafe.borrow();
            let mut setup = false;
            for &id in ids {
                match cafe.record(id) {
                    Some(Record::Contribution(note)) => inner.publish_note(note, &cafe),
                    Some(Record::KeyPoint(point)) if point.author == inner.app.device() => {
                        put(&mut inner.own.borrow_mut(), id)
                    }
                    Some(Record::Erased(_)) => inner.publish_erased(id),
                    Some(record) => setup |= record.is_setup(),
                    None => {}
                }
            }
            (setup.then(|| inner.setup.clone()), inner.content.clone())
        });
        self.count_outbox();
        if let Some(setup) = setup {
            self.keep_card();
            setup.notify();
        }
        content.notify();
    }

    /// On a full store the list of cafés may show an old title; the title itself is a record.
    fn keep_card(self) {
        if let Some(card) = self.cafe(card) {
            drop(self.with(|inner| inner.repository.keep_card(self.id(), &card)));
        }
    }

    pub(in crate::state) fn count_outbox(self) {
        self.with(|inner| {
            let cafe = inner.cafe.borrow();
            let outbox = inner.signals.handed_over.with_untracked(|handed_over| {
                let own = inner.own.borrow();
                // Ids rise with time: the first one is the oldest, and looked at last.
                let mut outbox = Outbox::default();
                for id in own.iter().rev() {
                    match cafe.record(*id) {
                        Some(Record::Contribution(note)) if !handed_over.has(note) => outbox.notes += 1,
                        Some(Record::KeyPoint(point)) if !handed_over.has_point(point) => outbox.points += 1,
                        _ => continue,
                    }
                    outbox.since = id.millis();
                }
                // What found no room in the store is known to this page at least.
                outbox.others = inner.changes.get() > 0;
                let others = [handed_over.erasure_to_come(&cafe), handed_over.changed];
                for since in others.into_iter().flatten() {
                    outbox.others = true;
                    if outbox.since == 0 || since < outbox.since {
                        outbox.since = since;
                    }
                }
                outbox
            });
            if inner.signals.outbox.get_untracked() != outbox {
                inner.signals.outbox.set(outbox);
            }
        });
    }

    /// Updates all that shows anything.
    pub(in crate::state) fn publish_all(self) {
        let triggers = self.with(|inner| {
            let cafe = inner.cafe.borrow();
            let device = inner.app.device();
            let mut examples: Map<Id, Vec<Id>> = Map::default();
            let mut own = Vec::new();
            for note in cafe.contributions() {
                if let Some(of) = note.example_of {
                    examples.get_or_insert(of, Vec::new).push(note.id);
                }
                if note.author == device {
                    own.push(note.id);
                }
            }
            if cafe.all_key_points().next().is_some() {
                own.extend(cafe.all_key_points().filter(|point| point.author == device).map(|point| point.id));
                sort_unique(&mut own);
            }
            inner.own.replace(own);
            for (of, signal) in inner.examples.borrow().iter() {
                let now = examples.get_mut(of).map(std::mem::take).unwrap_or_default();
                if signal.with_untracked(|before| *before != now) {
                    signal.set(now);
                }
            }
            for (of, ids) in examples.iter().filter(|(_, ids)| !ids.is_empty()) {
                inner.examples.borrow_mut().insert(*of, ArcRwSignal::new(ids.clone()));
            }
            inner.notes.borrow_mut().retain(|id| cafe.contribution(*id).is_some());
            for signal in inner.notes.borrow().values() {
                let id = signal.with_untracked(|note| note.contribution.id);
                if let Some(note) = cafe.contribution(id) {
                    inner.set_note(signal, note);
                }
            }
            for (filter, list) in inner.lists.borrow().iter() {
                list.reset(&taken(*filter, &cafe));
            }
            [inner.setup.clone(), inner.content.clone()]
        });
        self.count_outbox();
        self.keep_card();
        triggers.iter().for_each(Notify::notify);
    }
}

impl Inner {
    fn set_note(&self, signal: &ArcRwSignal<Note>, note: &Contribution) {
        let saved = self.signals.unsaved.with_untracked(|unsaved| !unsaved.contains_key(&note.id));
        if signal.with_untracked(|before| *before.contribution != *note || before.saved != saved) {
            signal.set(Note { contribution: Arc::new(note.clone()), saved });
        }
    }

    fn publish_note(&self, note: &Contribution, cafe: &Cafe) {
        if note.author == self.app.device() {
            put(&mut self.own.borrow_mut(), note.id);
        }
        if let Some(of) = note.example_of {
            let examples = self.examples.borrow_mut().get_or_insert(of, ArcRwSignal::default).clone();
            if examples.with_untracked(|ids| !ids.contains(&note.id)) {
                examples.update(|ids| ids.push(note.id));
            }
        }
        if let Some(signal) = self.notes.borrow().get(&note.id) {
            self.set_note(signal, note);
        }
        for (filter, list) in self.lists.borrow().iter() {
            list.put(note.id, filter.takes(note, cafe));
        }
    }

    fn publish_erased(&self, id: Id) {
        self.own.borrow_mut().retain(|own| *own != id);
        self.notes.borrow_mut().remove(&id);
        for examples in self.examples.borrow().values() {
            if examples.with_untracked(|ids| ids.contains(&id)) {
                examples.update(|ids| ids.retain(|it| *it != id));
            }
        }
        for list in self.lists.borrow().values() {
            list.put(id, false);
        }
    }
}

pub(super) fn taken(filter: Filter, cafe: &Cafe) -> Vec<Id> {
    cafe.contributions().filter(|note| filter.takes(note, cafe)).map(|note| note.id).collect()
}

fn card(cafe: &Cafe) -> Option<Card> {
    cafe.head().map(|head| Card {
        title: head.title.is.to_string(),
        date: head.date.is.to_string(),
        place: head.place.is.to_string(),
    })
}
