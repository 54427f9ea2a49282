//! What the slides show: beside the choices of the report, and note by note.

use super::fields::{self, REPORT};
use super::records::of_kind;
use super::{Choices, MOST_ON_SLIDES};
use crate::domain::{Cafe, Contribution, Id};
use std::collections::BTreeSet;

/// The field of a note that leaves it off the slides.
pub(super) const OFF_SLIDES: &str = "off-slides";
/// The field that says how many notes of a theme the slides show.
pub(super) const SLIDE_NOTES: &str = "slide-notes";

/// What the slides show of what the report has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideChoices {
    /// Notes of a theme, the strongest first. Those that are highlighted are shown beyond that.
    pub most: u32,
    /// Notes that are left off. The report has them all the same.
    pub off: BTreeSet<Id>,
}

/// Three notes: with their examples about one slide, and half a minute of somebody's voice.
impl Default for SlideChoices {
    fn default() -> Self {
        Self { most: 3, off: BTreeSet::new() }
    }
}

impl SlideChoices {
    /// What a café's slides show.
    pub fn of(cafe: &Cafe) -> Self {
        let record = cafe.record(Choices::id_in(cafe.id())).and_then(|record| of_kind(record, REPORT));
        let most = record.and_then(|it| fields::whole(&it.extra, SLIDE_NOTES)).unwrap_or(Self::default().most);
        let off = cafe.contributions().filter(|note| is_off_slides(note)).map(|note| note.id).collect();
        Self { most: most.clamp(1, MOST_ON_SLIDES), off }
    }
}

/// Whether a note is left off the slides.
pub fn is_off_slides(note: &Contribution) -> bool {
    fields::flag(&note.extra, OFF_SLIDES).unwrap_or_default()
}
