//! The harvest: themes, dots and next steps, laid over what people wrote. Std and the domain only.
//!
//! # How it is kept
//! Everything here is a record of the café, or a field of a note, that is carried and merged **by its shape** (rules
//! B13 and B21 of the format). So an app that knows nothing of the harvest carries it, merges it by the same laws and
//! stores it, and the code that people need in order to write does not hold it. What does not read as described shows
//! nothing and stays.
//!
//! | record or field | what it says | merged as |
//! |---|---|---|
//! | note: `theme` | the theme it is sorted into | latest |
//! | note: `with` | the note that it is gathered with | latest |
//! | note: `highlight` | whether it is shown first | latest |
//! | note: `off-slides` | whether it is left off the slides | latest |
//! | `theme` | a question's theme: name, description, place | texts as versions, the rest latest |
//! | `next-step` | what, who, by when | `what` as versions, the rest latest |
//! | `ballot` | where one person put dots under one question | latest; its id says who and where, so it is one everywhere |
//! | `voting`, `report` | how dots are given; what the report shows, and how many notes of a theme the slides | latest |
//! | key point: `hidden`; the café: `gap` | set aside; minutes between two rounds (B22) | latest |
//! | the café: `took-part` | who took part, in free words (B24) | versions |
//!
//! # Where to start
//! [`Harvest::of`] reads a café; [`Act`] is what a person does, [`carry_out_all`] does it and says how to undo it.

mod act;
mod beside;
mod edit;
mod fields;
mod model;
mod records;
mod silence;
mod slides;
mod sorting;
mod standing;
mod steps;
mod themes;
mod waiting;
mod wording;

pub use self::act::{
    Act, MOST_DOTS, MOST_ON_SLIDES, MOST_VOTERS, STEP_CHARS, THEME_ABOUT_CHARS, THEME_CHARS, WHEN_CHARS, WHO_CHARS,
    ballot_id,
};
pub use self::beside::{MOST_GAP, TOOK_PART_CHARS, USUAL_GAP, gap, is_set_aside, took_part};
pub use self::edit::{Done, Edit, Over, apply_edits, carry_out, carry_out_all};
pub use self::fields::is_of_harvest;
pub use self::model::{Harvest, Progress, is_highlighted, shown};
pub use self::records::{Ballot, Choices, Each, NextStep, Phase, Theme, Voting};
pub use self::silence::{Silent, silent};
pub use self::slides::{SlideChoices, is_off_slides};
pub use self::standing::Standing;
pub use self::themes::TakenTheme;
pub use self::waiting::{Waiting, waits_for_a_choice};
pub use self::wording::Wording;

#[cfg(test)]
mod tests;
