//! Where a picture is looked at, and how it may be arranged there.

/// Where a picture is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// On a page of A4 or Letter and on a large screen: at most one page high.
    Page,
    /// On a phone: one theme under the other, as high as it gets.
    Phone,
    /// On a projector: as wide and high as a slide.
    Slide,
}

/// The sizes of a frame.
pub(super) struct Sizes {
    pub width: f64,
    /// A frame that is not to be higher than this takes the first arrangement that is not.
    pub most_high: f64,
    /// Whether it is always that high.
    pub fixed: bool,
    pub question: f64,
    pub name: f64,
    pub quote: f64,
    pub plain: f64,
}

/// One way to arrange the settings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub columns: usize,
    /// The radius of the largest plate.
    pub plate: f64,
    /// At most how many notes of a theme are quoted, and in how many lines.
    pub quotes: usize,
    pub quote_lines: usize,
    pub name_lines: usize,
}

const fn plan(columns: usize, plate: f64, quotes: usize, quote_lines: usize, name_lines: usize) -> Plan {
    Plan { columns, plate, quotes, quote_lines, name_lines }
}

impl Frame {
    pub(super) const fn sizes(self) -> Sizes {
        match self {
            Self::Page => Sizes {
                width: 720.0,
                most_high: 960.0,
                fixed: false,
                question: 23.0,
                name: 15.5,
                quote: 13.5,
                plain: 12.5,
            },
            Self::Phone => Sizes {
                width: 360.0,
                most_high: 1_200.0,
                fixed: false,
                question: 20.0,
                name: 16.0,
                quote: 14.0,
                plain: 13.0,
            },
            Self::Slide => Sizes {
                width: 1_280.0,
                most_high: 720.0,
                fixed: true,
                question: 31.0,
                name: 25.0,
                quote: 22.0,
                plain: 20.0,
            },
        }
    }

    /// How a number of settings may be arranged, what says most first.
    pub(super) fn plans(self, settings: usize) -> Vec<Plan> {
        let all = match self {
            Self::Page => vec![
                plan(1, 104.0, 3, 3, 4),
                plan(2, 76.0, 3, 3, 5),
                plan(2, 68.0, 2, 2, 4),
                plan(2, 60.0, 1, 2, 4),
                plan(2, 48.0, 1, 1, 3),
                plan(2, 40.0, 0, 0, 3),
                plan(2, 31.0, 0, 0, 2),
            ],
            Self::Phone => vec![plan(1, 56.0, 2, 3, 5), plan(1, 48.0, 1, 3, 5), plan(1, 40.0, 0, 0, 4)],
            Self::Slide => vec![
                plan(1, 130.0, 3, 2, 3),
                plan(2, 100.0, 2, 2, 3),
                plan(2, 84.0, 1, 2, 2),
                plan(2, 64.0, 1, 1, 2),
                plan(2, 52.0, 0, 0, 2),
                plan(3, 44.0, 0, 0, 2),
                plan(3, 38.0, 0, 0, 1),
            ],
        };
        let wide = if self == Self::Slide { 2 } else { 3 };
        all.into_iter().filter(|plan| self == Self::Phone || plan.columns > 1 || settings <= wide).collect()
    }
}
