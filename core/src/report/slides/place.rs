//! Which slide is shown, as a text that windows tell each other.

use super::{Slide, Subject};
use crate::domain::Id;

/// A slide of a deck, wherever it stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is about.
    pub subject: Subject,
    /// Which of the slides about this, from 1.
    pub part: usize,
}

impl Place {
    /// The place of a slide.
    pub const fn of(slide: &Slide) -> Self {
        Self { subject: slide.subject, part: slide.part }
    }

    /// As one word.
    pub fn to_text(self) -> String {
        let (kind, ids) = match self.subject {
            Subject::Title => ("title", [None, None]),
            Subject::Questions => ("questions", [None, None]),
            Subject::Question(id) => ("question", [Some(id), None]),
            Subject::Group(id, of) => ("group", [Some(id), of]),
            Subject::Map(id) => ("map", [Some(id), None]),
            Subject::KeyPoints(id) => ("points", [Some(id), None]),
            Subject::NextSteps => ("steps", [None, None]),
            Subject::Thanks => ("thanks", [None, None]),
        };
        let ids: String = ids.into_iter().flatten().map(|id| format!("/{id}")).collect();
        format!("{kind}{ids}/{}", self.part)
    }

    /// Reads what [`Place::to_text`] wrote; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('/').collect();
        let id = |at: usize| Id::parse(parts.get(at)?);
        let subject = match (parts[0], parts.len()) {
            ("title", 2) => Subject::Title,
            ("questions", 2) => Subject::Questions,
            ("steps", 2) => Subject::NextSteps,
            ("thanks", 2) => Subject::Thanks,
            ("question", 3) => Subject::Question(id(1)?),
            ("map", 3) => Subject::Map(id(1)?),
            ("points", 3) => Subject::KeyPoints(id(1)?),
            ("group", 3) => Subject::Group(id(1)?, None),
            ("group", 4) => Subject::Group(id(1)?, Some(id(2)?)),
            _ => return None,
        };
        Some(Self { subject, part: parts.last()?.parse().ok()? })
    }
}

/// Where a slide stands in a deck. Where it went, the last part that is left of the same subject; none where nothing
/// is.
pub fn find(slides: &[Slide], place: Place) -> Option<usize> {
    let same = |slide: &Slide| slide.subject == place.subject;
    slides.iter().rposition(|slide| same(slide) && slide.part <= place.part).or_else(|| slides.iter().position(same))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_reads_back_and_any_text_is_taken() {
        let [one, two] = [7, 9].map(Id::from_bits);
        for subject in [
            Subject::Title,
            Subject::Questions,
            Subject::Question(one),
            Subject::Group(one, None),
            Subject::Group(one, Some(two)),
            Subject::Map(one),
            Subject::KeyPoints(one),
            Subject::NextSteps,
            Subject::Thanks,
        ] {
            let place = Place { subject, part: 3 };
            assert_eq!(Place::parse(&place.to_text()), Some(place));
        }
        for text in ["", "/", "title", "title/x", "group//1", "group/1/2/3/4", "map/é/1"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }
}
