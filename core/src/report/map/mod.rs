//! The harvest map: one picture for each question. The cloth is laid; each theme has a plate and a card. A contribution
//! is a seed on the plate of its theme, so that a plate is as large as what was said; the card says its name, the
//! figures and the strongest notes. Sizes and numbers tell the weight; colours repeat what shapes say.
//!
//! - [`picture`]: what is drawn where, without markup. Text is measured by tables that take it for wider than it is.
//! - [`svg()`]: the picture as a file, [`inline`] as a part of one. A page takes [`Mark::element`]s, which it gives its
//!   own colours in the dark.
//! - [`Told`]: what the picture says, in words; the file has it as its description.
//! - `tiles`: the same for Word and PowerPoint, which draw it themselves.
//! - [`Frame`]: a page, a phone, a slide. - `settings`: what lies on the cloth. - `layout`, `card`, `plate`: where.

mod card;
mod frame;
mod layout;
mod marks;
mod measure;
mod plate;
mod settings;
mod svg;
mod tiles;
mod told;
mod words;

pub use self::frame::Frame;
pub use self::marks::{Anchor, Ink, Mark, Picture};
pub use self::measure::{Face, width};
pub use self::settings::MOST;
pub use self::svg::{Element, frame as attributes, inline, svg};
pub(in crate::report) use self::tiles::{Board, INSET, Themes, Tile};
pub use self::told::{Told, ToldTheme};
pub use self::words::MapWords;

use self::layout::Head;
use self::measure::clean;
use self::settings::Settings;
use super::{Heading, Section, Words};

/// The picture of a question, which has this number, from 1.
pub fn picture(section: &Section, number: usize, frame: Frame, words: &Words) -> Picture {
    let question = if section.wordings.is_empty() {
        words.other_question.to_owned()
    } else {
        clean(&section.wordings.join(&format!(" {} ", words.or)))
    };
    let mut settings = Settings::of(section, words);
    let figures = figures(section, words);
    let head = Head { number, question: &question, figures: &figures };
    let laid = layout::lay(&head, &mut settings, frame, words);
    let themes = settings.all.iter().map(|setting| ToldTheme::of(setting, laid.quotes, words)).collect();
    let rest = layout::rest(&settings, words);
    let (width, height) = (frame.sizes().width, laid.height);
    Picture { width, height, marks: laid.marks, told: Told { question, figures, themes, rest } }
}

/// "40 contributions · 5 themes · 23 dots". Where there are themes and no contribution, nobody spoke, or all of them
/// were taken off the slides: neither is said here.
fn figures(section: &Section, words: &Words) -> String {
    let total = section.total();
    if section.groups.is_empty() {
        return words.nobody.to_owned();
    }
    let themes = section.themes().count();
    let dots: usize = section.groups.iter().map(|group| group.dots()).sum();
    let mut all: Vec<String> = (total > 0).then(|| (words.contributions)(total)).into_iter().collect();
    all.extend((themes > 0).then(|| (words.map.themes)(themes)));
    all.extend((dots > 0).then(|| (words.dots)(dots)));
    settings::figures(all.into_iter())
}

/// Whether a question has something to draw: themes, or notes.
pub fn has_picture(section: &Section) -> bool {
    section.groups.iter().any(|group| !group.entries.is_empty() || matches!(group.heading, Heading::Theme(..)))
}
