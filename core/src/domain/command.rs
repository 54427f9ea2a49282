//! What a person can do to a café, and why it may be refused. [`Cafe::apply`](super::Cafe::apply) does it.

use super::limits::TEXT_BYTES;
use super::{DeviceId, Form, Id, RoundClock, SeatPlan, Stamp};

/// Bytes of a plan of seats, which is kept as one text.
pub const SEATS_BYTES: usize = TEXT_BYTES;

/// The longest round, in minutes: ten hours.
pub const MAX_MINUTES: u32 = 600;

/// An act of a person. New records bring their ids (see [`super::IdMaker`]).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are named after what they hold; each variant says the rest")]
pub enum Command {
    /// Names the event.
    SetTitle(String),
    /// Sets the day, as `2026-11-23`, or empty.
    SetDate(String),
    /// Says where.
    SetPlace(String),
    /// Says whether tables or rounds have the questions.
    SetForm(Form),
    /// Adds a question at the end.
    AddQuestion { id: Id, text: String },
    /// Words a question anew, over the wordings that the person saw.
    WordQuestion { id: Id, seen: Vec<Stamp>, text: String },
    /// Adds a table at the end.
    AddTable { id: Id, name: String, question: Option<Id> },
    /// Names a table; empty for its number.
    NameTable { id: Id, name: String },
    /// Adds a round at the end.
    AddRound { id: Id, minutes: u32, question: Option<Id> },
    /// Sets how long a round lasts.
    SetMinutes { id: Id, minutes: u32 },
    /// Gives a table or a round its question.
    Assign { id: Id, question: Option<Id> },
    /// Puts a question, table or round at a place in its list, from 0; the others make room.
    Move { id: Id, place: usize },
    /// Takes a question, table or round out of the set-up, or puts it back. What was written there stays.
    SetRemoved { id: Id, removed: bool },
    /// Writes a contribution.
    Write {
        id: Id,
        author: DeviceId,
        question: Id,
        table: Id,
        round: Id,
        text: String,
        name: String,
        example_of: Option<Id>,
    },
    /// Writes a contribution anew, over the versions that the person saw. One that arrived meanwhile stays beside it.
    Rewrite { id: Id, seen: Vec<Stamp>, text: String },
    /// Signs a contribution with another pseudonym; empty for none.
    Sign { id: Id, name: String },
    /// Picks one version of a contribution or question: it replaces those that the person saw.
    Pick { id: Id, seen: Vec<Stamp>, version: Stamp },
    /// Leaves the versions of a contribution or question that the person saw side by side.
    KeepBoth { id: Id, seen: Vec<Stamp> },
    /// Writes a key point of a table.
    WriteKeyPoint { id: Id, author: DeviceId, table: Id, round: Id, text: String },
    /// Sets the clock of the round.
    SetClock(RoundClock),
    /// Takes the clock back to before the first round. Nothing that was written is touched.
    ClearClock,
    /// Decides who sits where.
    SetSeats(SeatPlan),
    /// Sets a contribution aside, or takes it back: the facilitator's act.
    SetHidden { id: Id, hidden: bool },
    /// Erases a contribution or key point for good: its author's act.
    Erase { id: Id, by: DeviceId },
}

/// Why a command was not carried out. Nothing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There are no words in it.
    Empty,
    /// It has more characters than this.
    TooLong(usize),
    /// The number is out of its range.
    OutOfRange,
    /// There is no such record here, or it was erased.
    Missing,
    /// Only its author can do this.
    NotYours,
    /// The date is not a day.
    NotADay,
}
