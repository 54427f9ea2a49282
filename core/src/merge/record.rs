//! Records, field by field.

use super::{Join, join_fact, unknown};
use crate::domain::{
    CafeHead, Carried, Contribution, Erased, Extra, KeyPoint, Question, Record, Round, Seating, Table,
};

impl Join for Extra {
    fn join(&mut self, other: &Self) -> bool {
        other.fields().is_some_and(|fields| unknown::join(self.fields_mut(), fields))
    }
}

impl Join for CafeHead {
    fn join(&mut self, other: &Self) -> bool {
        let Self { id: _, title, date, place, form, clock, extra } = self;
        title.join(&other.title)
            | date.join(&other.date)
            | place.join(&other.place)
            | form.join(&other.form)
            | clock.join(&other.clock)
            | extra.join(&other.extra)
    }
}

impl Join for Question {
    fn join(&mut self, other: &Self) -> bool {
        let Self { id: _, text, kept, order, removed, extra } = self;
        text.join(&other.text)
            | kept.join(&other.kept)
            | order.join(&other.order)
            | removed.join(&other.removed)
            | extra.join(&other.extra)
    }
}

impl Join for Table {
    fn join(&mut self, other: &Self) -> bool {
        let Self { id: _, name, question, order, removed, extra } = self;
        name.join(&other.name)
            | question.join(&other.question)
            | order.join(&other.order)
            | removed.join(&other.removed)
            | extra.join(&other.extra)
    }
}

impl Join for Round {
    fn join(&mut self, other: &Self) -> bool {
        let Self { id: _, minutes, question, order, removed, extra } = self;
        minutes.join(&other.minutes)
            | question.join(&other.question)
            | order.join(&other.order)
            | removed.join(&other.removed)
            | extra.join(&other.extra)
    }
}

impl Join for Contribution {
    fn join(&mut self, other: &Self) -> bool {
        let Self { id: _, author, question, table, round, example_of, text, kept, name, hidden, extra } = self;
        join_fact(author, &other.author)
            | join_fact(question, &other.question)
            | join_fact(table, &other.table)
            | join_fact(round, &other.round)
            | join_fact(example_of, &other.example_of)
            | text.join(&other.text)
            | kept.join(&other.kept)
            | name.join(&other.name)
            | hidden.join(&other.hidden)
            | extra.join(&other.extra)
    }
}

impl Join for KeyPoint {
    fn join(&mut self, other: &Self) -> bool {
        let Self { id: _, author, table, round, text, kept, extra } = self;
        join_fact(author, &other.author)
            | join_fact(table, &other.table)
            | join_fact(round, &other.round)
            | text.join(&other.text)
            | kept.join(&other.kept)
            | extra.join(&other.extra)
    }
}

impl Join for Seating {
    fn join(&mut self, other: &Self) -> bool {
        self.plan.join(&other.plan) | self.extra.join(&other.extra)
    }
}

impl Join for Carried {
    fn join(&mut self, other: &Self) -> bool {
        self.extra.join(&other.extra)
    }
}

impl Join for Erased {
    fn join(&mut self, other: &Self) -> bool {
        join_fact(self, other)
    }
}

/// Only a forged bundle has two kinds under one id; even then every device must decide alike.
fn strength(record: &Record) -> (u8, &str) {
    let rank = match record {
        Record::Carried(_) => 0,
        Record::Seating(_) => 1,
        Record::KeyPoint(_) => 2,
        Record::Round(_) => 3,
        Record::Table(_) => 4,
        Record::Question(_) => 5,
        Record::Cafe(_) => 6,
        Record::Contribution(_) => 7,
        Record::Erased(_) => 8,
    };
    (rank, if rank == 0 { record.kind() } else { "" })
}

impl Join for Record {
    /// Joins two records with the same id. An erasure beats everything, and keeps nothing of what it erased.
    fn join(&mut self, other: &Self) -> bool {
        match (&mut *self, other) {
            (Self::Cafe(own), Self::Cafe(other)) => own.join(other),
            (Self::Question(own), Self::Question(other)) => own.join(other),
            (Self::Table(own), Self::Table(other)) => own.join(other),
            (Self::Round(own), Self::Round(other)) => own.join(other),
            (Self::Contribution(own), Self::Contribution(other)) => own.join(other),
            (Self::KeyPoint(own), Self::KeyPoint(other)) => own.join(other),
            (Self::Seating(own), Self::Seating(other)) => own.join(other),
            (Self::Erased(own), Self::Erased(other)) => own.join(other),
            (Self::Carried(own), Self::Carried(other)) if own.kind == other.kind => own.join(other),
            (own, other) => {
                let grows = strength(other) > strength(own);
                if grows {
                    own.clone_from(other);
                }
                grows
            }
        }
    }
}
