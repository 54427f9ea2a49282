//! The map for programs that draw shapes of their own, Word and PowerPoint among them: where plates and cards go, and
//! what of a theme fits on its card. All of it can be moved and worded anew there, so letters are those of the file, in
//! sizes of this map.

use super::figures;
use super::settings::Setting;
use super::told::{Told, ToldTheme};
use crate::report::slides::lines::{as_shown, cut, width, wrap};
use crate::report::{Heading, Section, Words};

/// English Metric Units to a point: all places and sizes here are in these units.
const POINT: u32 = 12_700;
/// What lies between two themes, and between a plate and its card.
const GAP: u32 = 170_000;
const NEAR: u32 = 70_000;
/// What is kept free around the words of a card.
pub const INSET: u32 = 80_000;
/// The smallest plate: its number has to be read.
const SMALLEST: u32 = 330_000;
/// How high a line is, in hundredths of the size of its letters.
const LINE_HEIGHT: u32 = 122;
/// Names are in a bold serif: wider than the letters that lines are counted in.
const NAME_WIDTH: u32 = 84;

/// A place for some themes.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// How wide it is.
    pub width: u32,
    /// How high a theme on it is.
    pub high: u32,
    /// Themes side by side.
    pub columns: u32,
    /// The sizes of names, figures and notes, in points.
    pub sizes: [u32; 3],
}

/// A map that is to be laid on one board or several.
#[derive(Clone, Debug)]
pub struct Themes {
    question: String,
    figures: String,
    /// In the order of the report.
    pub all: Vec<Setting>,
    /// Contributions of the largest of the whole map, and themes of the fullest part: plates can be compared from board
    /// to board.
    largest: usize,
    pub fullest: usize,
}

/// One theme on a board.
#[derive(Clone, Debug)]
pub struct Tile {
    /// What it is.
    pub setting: Setting,
    /// Its name, as much as fits.
    pub name: String,
    /// Its figures.
    pub figures: String,
    /// Its strongest notes, as many as fit.
    pub quotes: Vec<String>,
    /// Where its plate is: left, top, width and height.
    pub plate: [u32; 4],
    /// Where its card is.
    pub card: [u32; 4],
}

impl Themes {
    /// The themes of a question and what is in none; where it has no themes, its tables or all of its notes.
    pub fn of(section: &Section, words: &Words) -> Self {
        let is_drawn = |heading: &Heading| !matches!(heading, Heading::KeyPoints);
        let has_place = |heading: &Heading, entries: usize| entries > 0 || matches!(heading, Heading::Theme(..));
        let groups =
            section.groups.iter().filter(|it| is_drawn(&it.heading) && has_place(&it.heading, it.entries.len()));
        // Seeds are not drawn one by one: a plate is as large as all of them.
        let all: Vec<Setting> = groups.map(|group| Setting::of(group, usize::MAX, words)).collect();
        let largest = all.iter().map(|it| it.total).max().unwrap_or_default().max(1);
        let fullest = all.len();
        Self { question: section.title(words), figures: figures(section, words), all, largest, fullest }
    }

    /// The same in parts of at most this many, as even as they get; one at least.
    pub fn parts(self, most: usize) -> Vec<Self> {
        let parts = self.all.len().div_ceil(most).max(1);
        let each = self.all.len().div_ceil(parts).max(1);
        let part = |all: &[Setting]| Self {
            question: self.question.clone(),
            figures: self.figures.clone(),
            all: all.to_vec(),
            largest: self.largest,
            fullest: each,
        };
        if self.all.is_empty() { vec![self] } else { self.all.chunks(each).map(part).collect() }
    }

    /// Lays them on a board, with its corner at 0, 0; and what that says in words.
    pub fn lay(&self, board: &Board, words: &Words) -> (Vec<Tile>, Told) {
        let Board { width, high, columns, .. } = *board;
        let wide = (width - GAP * (columns - 1)) / columns;
        let slot = high.min(wide * 27 / 100);
        let tile = |(at, setting): (u32, &Setting)| {
            let (x, y) = ((at % columns) * (wide + GAP), (at / columns) * (high + GAP));
            // Areas say how much was said.
            let share = (setting.total as f64 / self.largest as f64).sqrt();
            let plate = ((f64::from(slot) * share) as u32).clamp(SMALLEST.min(slot), slot);
            let plate = [x + (slot - plate) / 2, y + (high - plate) / 2, plate, plate];
            Tile::new(setting, plate, [x + slot + NEAR, y, wide - slot - NEAR, high], board.sizes, words)
        };
        let tiles: Vec<Tile> = (0..).zip(&self.all).map(tile).collect();
        let theme = |tile: &Tile| ToldTheme::of(&tile.setting, tile.quotes.len(), words);
        let themes = tiles.iter().map(theme).collect();
        let told = Told { question: self.question.clone(), figures: self.figures.clone(), themes, rest: None };
        (tiles, told)
    }
}

impl Board {
    /// A board of this width and height for this many rows.
    pub fn of_rows([width, height]: [u32; 2], [columns, rows]: [u32; 2], sizes: [u32; 3]) -> Self {
        Self { width, high: (height - GAP * (rows - 1)) / rows, columns, sizes }
    }
}

impl Tile {
    fn new(setting: &Setting, plate: [u32; 4], card: [u32; 4], sizes: [u32; 3], words: &Words) -> Self {
        let [name_size, figures_size, size] = sizes;
        let room = [card[2], card[3]].map(|it| (it - 2 * INSET) / POINT);
        let length = |size: u32| room[0] * 100 / size;
        let high = |lines: usize, size: u32| lines as u32 * size * LINE_HEIGHT / 100;
        let (name_length, figures_length) = (length(name_size) * NAME_WIDTH / 100, length(figures_size));
        let name = cut(&as_shown(&setting.name), name_length, 2);
        let figures = cut(&setting.figures(words), figures_length, 2);
        let mut used = high(wrap(&name, name_length).len(), name_size);
        used += high(wrap(&figures, figures_length).len(), figures_size);
        let mut quotes = Vec::new();
        for (text, dots, starred) in &setting.quotes {
            let dots = if *dots > 0 { format!("  ● {dots}") } else { String::new() };
            let text = as_shown(&format!("{}{text}", if *starred { "★ " } else { "" }));
            let before = size / 3;
            let left = room[1].saturating_sub(used + before) * 100 / (size * LINE_HEIGHT);
            // What stands behind has room kept for it.
            let length = length(size).saturating_sub(dots.chars().map(width).sum());
            let needed = wrap(&text, length).len();
            let lines = needed.min(left as usize).min(3);
            // One line of a longer note says too little.
            if lines == 0 || (lines < needed && lines < 2) {
                break;
            }
            quotes.push(cut(&text, length, lines) + &dots);
            used += high(lines, size) + before;
        }
        Self { setting: setting.clone(), name, figures, quotes, plate, card }
    }

    /// What stands on its plate, and in which size, in points, at most this one.
    pub fn number(&self, most: u32) -> (String, u32) {
        let number = self.setting.total.to_string();
        let fits = self.plate[2] / POINT * 11 / 10 / (number.len() as u32 + 1);
        (number, fits.clamp(8, most.max(8)))
    }
}
