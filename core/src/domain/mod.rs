//! The café and its records. Start with [`Cafe`], then [`Command`] for what people can do to it.
//!
//! Pure: no clock, no randomness, no serde, no browser. Time, random bits and the device are arguments.

mod apply;
mod cafe;
mod command;
mod extra;
mod id;
mod limits;
mod record;
mod round_clock;
mod seating;
pub mod sorted;
mod stamp;
mod writing_round;

pub use cafe::{Cafe, Changes, Scope, in_order};
pub use command::{Command, MAX_MINUTES, Refusal, SEATS_BYTES};
pub use extra::{Extra, Json};
pub use id::{DeviceId, Id, IdMaker, MAX_MILLIS, WriterId};
pub use limits::{
    CONTRIBUTION_CHARS, MOST_REPLACED, MOST_UNKNOWN_FIELDS, MOST_VERSIONS, NAME_CHARS, QUESTION_CHARS, TEXT_BYTES,
    TITLE_CHARS, as_kept,
};
pub(crate) use limits::{label, words};
pub use record::{CafeHead, Carried, Contribution, Erased, Form, Item, KeyPoint, Question, Record, Round, Table};
pub use round_clock::{ClockStep, ClockWatch, LONGEST, MINUTE, RoundClock};
pub use seating::{Hosting, MOST_PEOPLE, MOST_ROUNDS, MOST_TABLES, Person, SeatPlan, Seating, Seats};
pub use stamp::{Clock, Stamp};
pub use writing_round::GRACE;
