//! What the room hears at the end: question, themes, contributions, key points, next steps, in order. A model without
//! markup, made once from the café; each form of output reads it, and none decides what belongs in it.
//!
//! - `model`: what a report is. - `build`: how it is made from a café and its harvest. - [`Words`]: what it adds.
//! - [`slides`]: what is shown to the room, and as a file. - [`map`]: a picture of each question.
//! - [`markdown`], [`html`], [`csv`], [`docx`]: the other files, with [`text`] for what they share; [`FileKind`] lists
//!   all. The page is another form, in the app.
//! - [`zip`]: the container of Word and PowerPoint files.
//! - [`Counts`]: how much was written where. - [`Voices`], [`Earlier`], [`Moves`], [`timetable`]: figures and lists
//!   that other screens need.

mod build;
mod counts;
pub mod csv;
pub mod docx;
mod earlier;
#[cfg(any(test, feature = "bench"))]
pub mod english;
mod file;
pub mod html;
pub mod map;
pub mod markdown;
mod model;
mod moves;
mod points;
pub mod slides;
#[cfg(test)]
mod tests;
pub mod text;
mod timetable;
mod voices;
mod words;
pub mod zip;

pub use self::counts::Counts;
pub use self::earlier::Earlier;
pub use self::file::FileKind;
pub use self::model::{About, Entry, Group, Heading, Point, Report, Section, Step, TableName};
pub use self::moves::{Grid, Moves, Stop};
pub use self::timetable::{Planned, minutes_of_day, timetable};
pub use self::voices::{Voices, is_time_to_ask};
pub use self::words::Words;

use self::build::entry;
use crate::domain::{Cafe, Form, Id, Item};

fn ids<T: Item>(items: &[&T]) -> Vec<Id> {
    items.iter().map(|item| item.id()).collect()
}

/// Whether a café needs a question for each table or each round and lacks one somewhere.
pub fn lacks_questions(cafe: &Cafe) -> bool {
    let known = |id: Option<Id>| id.is_some_and(|id| cafe.question(id).is_some_and(|it| !it.is_removed()));
    match cafe.form() {
        Form::QuestionPerTable => cafe.tables().iter().any(|table| !known(table.question.is)),
        Form::QuestionPerRound => cafe.rounds().iter().any(|round| !known(round.question.is)),
    }
}
