//! What a picture is made of.

use super::measure::{Face, width};
use super::told::Told;

/// What something is drawn as: `svg` has the colours, and a screen its own in the dark. Nothing is told by hue alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The cloth.
    Cloth,
    /// A stripe of it; where two cross it is darker.
    Stripe,
    /// The stitches of its hem.
    Hem,
    /// A card on the cloth, and what lies on it.
    Card,
    /// The line inside a card.
    Frame,
    /// The line of what is in no theme.
    Dashed,
    /// The shadow of a plate.
    Shade,
    /// A plate.
    Plate,
    /// The ring inside a plate.
    Ring,
    /// A contribution.
    Seed,
    /// A contribution with dots, and a dot.
    Dot,
    /// A contribution that is shown before the others.
    Star,
    /// Coffee.
    Coffee,
    /// Words.
    Ink,
    /// Words of less weight.
    Quiet,
    /// Words that stand above others.
    Red,
    /// A number on a dot.
    OnDot,
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its left end.
    Left,
    /// In the middle.
    Middle,
    /// At its right end; it is read from there.
    Right,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "places and sizes")]
pub enum Mark {
    /// A rectangle.
    Rect { x: f64, y: f64, width: f64, height: f64, round: f64, ink: Ink },
    /// A disc or a ring.
    Circle { x: f64, y: f64, r: f64, ink: Ink },
    /// Equal discs.
    Seeds { at: Vec<(f64, f64)>, r: f64, ink: Ink },
    /// Equal stars.
    Stars { at: Vec<(f64, f64)>, r: f64, ink: Ink },
    /// Stripes side by side, from edge to edge.
    Stripes { width: f64, height: f64, step: f64, down: bool, ink: Ink },
    /// A line of text.
    Text { x: f64, y: f64, face: Face, size: f64, anchor: Anchor, ink: Ink, text: String },
}

impl Mark {
    /// At most how far it reaches: left, top, right, bottom.
    pub fn reach(&self) -> [f64; 4] {
        match self {
            Self::Rect { x, y, width, height, .. } => [*x, *y, x + width, y + height],
            Self::Circle { x, y, r, .. } => [x - r, y - r, x + r, y + r],
            Self::Seeds { at, r, .. } | Self::Stars { at, r, .. } => {
                at.iter().fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[a, b, c, d], (x, y)| {
                    [a.min(x - r), b.min(y - r), c.max(x + r), d.max(y + r)]
                })
            }
            Self::Stripes { width, height, .. } => [0.0, 0.0, *width, *height],
            Self::Text { x, y, face, size, anchor, text, .. } => {
                let width = width(text, *face, *size);
                let left = match anchor {
                    Anchor::Left => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::Right => x - width,
                };
                [left, y - 0.95 * size, left + width, y + 0.3 * size]
            }
        }
    }
}

impl Mark {
    /// The same elsewhere.
    pub(super) fn moved(mut self, dx: f64, dy: f64) -> Self {
        match &mut self {
            Self::Rect { x, y, .. } | Self::Circle { x, y, .. } | Self::Text { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Seeds { at, .. } | Self::Stars { at, .. } => at.iter_mut().for_each(|(x, y)| {
                *x += dx;
                *y += dy;
            }),
            Self::Stripes { .. } => {}
        }
        self
    }
}

/// A picture: what is drawn, in this order, and the same in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// How wide it is, in units of which a line of text is about 16 high.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// What it says.
    pub told: Told,
}
