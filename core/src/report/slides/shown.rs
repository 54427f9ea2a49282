//! What windows that show the slides tell each other: which slide, whether the screen is dark, until when the plenary
//! is.

use super::{Place, Slide, find};

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The slide; none before anybody turned.
    pub place: Option<Place>,
    /// Its number in the deck, from 0: for when nothing of its subject is left.
    pub at: usize,
    /// Whether the screen is dark.
    pub dark: bool,
    /// The end of the plenary, in milliseconds since 1970; an instant, so that a window that is opened later counts the
    /// same time.
    pub ends: Option<u64>,
}

impl Shown {
    /// As one line.
    pub fn to_text(&self) -> String {
        let place = self.place.map_or_else(|| "-".to_owned(), Place::to_text);
        let ends = self.ends.map_or_else(|| "-".to_owned(), |ends| ends.to_string());
        format!("{place} {} {} {ends}", self.at, u8::from(self.dark))
    }

    /// Reads what [`Shown::to_text`] wrote; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [place, at, dark, ends] = parts[..] else { return None };
        Some(Self {
            place: if place == "-" { None } else { Some(Place::parse(place)?) },
            at: at.parse().ok()?,
            dark: match dark {
                "0" => false,
                "1" => true,
                _ => return None,
            },
            ends: if ends == "-" { None } else { Some(ends.parse().ok()?) },
        })
    }

    /// The number of the slide in a deck, from 0.
    pub fn number_in(&self, slides: &[Slide]) -> usize {
        let place = self.place.and_then(|place| find(slides, place));
        place.unwrap_or(self.at).min(slides.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::slides::Subject;

    #[test]
    fn what_is_shown_reads_back_and_any_text_is_taken() {
        let place = Some(Place { subject: Subject::Thanks, part: 1 });
        for shown in [Shown::default(), Shown { place, at: 7, dark: true, ends: Some(1_795_000_000_000) }] {
            assert_eq!(Shown::parse(&shown.to_text()), Some(shown));
        }
        for text in ["", "?", "- 1 2 -", "- -1 0 -", "x 1 0 -", "- 1 0 - -"] {
            assert_eq!(Shown::parse(text), None, "{text}");
        }
    }
}
