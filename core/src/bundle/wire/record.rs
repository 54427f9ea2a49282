//! The records: one JSON object each, on one line, its kind first when the app writes it.

use super::fields::{Fault, Fields, Read, flag, form, maybe_id, stamps, whole, words};
use super::node::Node;
use crate::bundle::limits;
use crate::domain::{
    CafeHead, Carried, Contribution, Erased, KeyPoint, MAX_MINUTES, Question, Record, Round, Seating, Table,
};

/// Reads a record of any kind.
pub fn read(node: Node) -> Read<Record> {
    let mut it = Fields::open("record", node)?;
    let kind = it.text("kind")?;
    let id = it.id("id")?;
    Ok(match &*kind {
        "cafe" => Record::Cafe(CafeHead {
            id,
            title: it.latest("title", words)?,
            date: it.latest("date", words)?,
            place: it.latest("place", words)?,
            form: it.latest("form", form)?,
            clock: it.may_latest("clock", words)?,
            extra: it.rest()?,
        }),
        "question" => Record::Question(Question {
            id,
            text: it.versions()?,
            kept: it.may_latest("kept", stamps)?,
            order: it.latest("order", whole)?,
            removed: it.may_latest("removed", flag)?,
            extra: it.rest()?,
        }),
        "table" => Record::Table(Table {
            id,
            name: it.latest("name", words)?,
            question: it.latest("question", maybe_id)?,
            order: it.latest("order", whole)?,
            removed: it.may_latest("removed", flag)?,
            extra: it.rest()?,
        }),
        "round" => Record::Round(Round {
            id,
            minutes: it.latest("minutes", minutes)?,
            question: it.latest("question", maybe_id)?,
            order: it.latest("order", whole)?,
            removed: it.may_latest("removed", flag)?,
            extra: it.rest()?,
        }),
        "contribution" => Record::Contribution(Contribution {
            id,
            author: it.device("author")?,
            question: it.id("question")?,
            table: it.id("table")?,
            round: it.id("round")?,
            example_of: it.may("example_of").map(|node| maybe_id("example_of", node)).transpose()?.flatten(),
            text: it.versions()?,
            kept: it.may_latest("kept", stamps)?,
            name: it.may_latest("name", words)?,
            hidden: it.may_latest("hidden", flag)?,
            extra: it.rest()?,
        }),
        "key-point" => Record::KeyPoint(KeyPoint {
            id,
            author: it.device("author")?,
            table: it.id("table")?,
            round: it.id("round")?,
            text: it.versions()?,
            kept: it.may_latest("kept", stamps)?,
            extra: it.rest()?,
        }),
        "seating" => Record::Seating(Seating { id, plan: it.latest("plan", words)?, extra: it.rest()? }),
        "erased" => {
            // Fields beside these are dropped: nothing of what was erased may stay.
            let was = it.text("was")?;
            check_kind(&was)?;
            Record::Erased(Erased { id, at: it.stamp("at")?, kind: was.into() })
        }
        other => {
            check_kind(other)?;
            Record::Carried(Carried { id, kind: other.into(), extra: it.rest()? })
        }
    })
}

fn check_kind(kind: &str) -> Read<()> {
    match kind.len() {
        1..=limits::NAME_BYTES => Ok(()),
        _ => Err(Fault::Beyond("bytes of a name")),
    }
}

fn minutes(name: &str, node: Node) -> Read<u32> {
    match whole(name, node)? {
        minutes @ 1..=MAX_MINUTES => Ok(minutes),
        _ => Err(Fault::Wrong(format!("`{name}` must be from 1 to {MAX_MINUTES}"))),
    }
}
