//! The cards on the cloth: with the question, with a theme, with what the marks mean.

use super::super::Words;
use super::frame::{Plan, Sizes};
use super::marks::{Anchor, Ink, Mark};
use super::measure::{Face, from_right, width, wrap, wrap_evenly};
use super::settings::{Seed, Setting, Settings};

/// A card: its marks, as if its corner were at 0, 0.
pub(super) struct Card {
    pub width: f64,
    pub height: f64,
    pub marks: Vec<Mark>,
}

impl Card {
    fn new(width: f64) -> Self {
        Self { width, height: 0.0, marks: Vec::new() }
    }

    /// A line of text under what stands already; `inset` is what is kept free at the side where the text begins.
    fn line(&mut self, text: String, (face, size): (Face, f64), ink: Ink, inset: f64, right: bool) {
        self.height += size * 0.95;
        let (anchor, x) = if right { (Anchor::Right, self.width - inset) } else { (Anchor::Left, inset) };
        self.marks.push(Mark::Text { x, y: self.height, face, size, anchor, ink, text });
        self.height += size * 0.33;
    }

    fn middle(&mut self, text: String, (face, size): (Face, f64), ink: Ink) {
        self.height += size * 0.95;
        let (x, y) = (self.width / 2.0, self.height);
        self.marks.push(Mark::Text { x, y, face, size, anchor: Anchor::Middle, ink, text });
        self.height += size * 0.33;
    }

    /// Lays the card itself under its words.
    fn lay(&mut self, ink: Ink, frame: Option<f64>) {
        let rect = |inset: f64, round, ink, it: &Self| Mark::Rect {
            x: inset,
            y: inset,
            width: it.width - 2.0 * inset,
            height: it.height - 2.0 * inset,
            round,
            ink,
        };
        let inner = frame.map(|inset| rect(inset, 1.0, Ink::Frame, self));
        let card = rect(0.0, 3.0, ink, self);
        self.marks.splice(0..0, std::iter::once(card).chain(inner));
    }

    /// Its marks with its corner at this point.
    pub fn at(self, x: f64, y: f64) -> impl Iterator<Item = Mark> {
        self.marks.into_iter().map(move |mark| mark.moved(x, y))
    }
}

/// The question, as a menu has it.
pub(super) fn title(number: usize, question: &str, figures: &str, sizes: &Sizes, wide: f64, words: &Words) -> Card {
    let mut card = Card::new(wide);
    let pad = sizes.question * if sizes.fixed { 0.5 } else { 0.75 };
    card.height = pad;
    card.middle((words.question)(number), (Face::Plain, sizes.plain), Ink::Red);
    card.height += sizes.plain * 0.25;
    let lines = if sizes.fixed { 2 } else { 5 };
    for line in wrap_evenly(question, Face::Name, sizes.question, wide - 2.4 * pad, lines) {
        card.middle(line, (Face::Name, sizes.question), Ink::Ink);
    }
    card.height += sizes.plain * 0.3;
    for line in wrap(figures, Face::Plain, sizes.plain, wide - 2.4 * pad, 3) {
        card.middle(line, (Face::Plain, sizes.plain), Ink::Quiet);
    }
    card.height += pad * 0.8;
    card.lay(Ink::Card, Some(pad * 0.3));
    card
}

/// A theme: its name, its figures, its strongest notes.
pub(super) fn theme(setting: &Setting, plan: &Plan, sizes: &Sizes, wide: f64, words: &Words) -> Card {
    let mut card = Card::new(wide);
    let pad = sizes.plain * 0.8;
    let room = wide - 2.0 * pad;
    card.height = pad * 0.7;
    for line in wrap(&setting.name, Face::Name, sizes.name, room, plan.name_lines) {
        card.line(line, (Face::Name, sizes.name), Ink::Ink, pad, from_right(&setting.name));
    }
    for line in wrap(&setting.figures(words), Face::Plain, sizes.plain, room, 2) {
        card.line(line, (Face::Plain, sizes.plain), Ink::Quiet, pad, from_right(&setting.name));
    }
    let quotes = &setting.quotes[..plan.quotes.min(setting.quotes.len())];
    for (text, dots, starred) in quotes {
        quote(&mut card, (text, *dots, *starred), plan, sizes);
    }
    let more = setting.total.saturating_sub(quotes.len());
    if more > 0 && !quotes.is_empty() && !sizes.fixed {
        card.height += sizes.plain * 0.25;
        card.line((words.map.more)(more), (Face::Plain, sizes.plain), Ink::Quiet, pad, from_right(&setting.name));
    }
    card.height += pad * 0.6;
    card.lay(if setting.is_rest { Ink::Dashed } else { Ink::Card }, None);
    card
}

/// A note with a mark before it: a star, a dot with the number of dots, or a seed.
fn quote(card: &mut Card, (text, dots, starred): (&str, usize, bool), plan: &Plan, sizes: &Sizes) {
    let size = sizes.quote;
    let (pad, step) = (sizes.plain * 0.8, size * 1.5);
    let signs = usize::from(starred) + usize::from(dots > 0);
    let inset = pad + step * signs.max(1) as f64;
    let right = from_right(text);
    card.height += size * 0.35;
    let y = card.height + size * 0.62;
    let at = |place: usize| {
        let from_edge = pad + step * place as f64 + size * 0.6;
        if right { card.width - from_edge } else { from_edge }
    };
    let mut marks = Vec::new();
    if starred {
        marks.push(Mark::Stars { at: vec![(at(0), y)], r: size * 0.6, ink: Ink::Star });
    }
    if dots > 0 {
        let x = at(signs - 1);
        let number = if dots > 99 { "99+".to_owned() } else { dots.to_string() };
        let figure = size * if dots > 9 { 0.5 } else { 0.72 };
        marks.push(Mark::Seeds { at: vec![(x, y)], r: size * 0.62, ink: Ink::Dot });
        let (face, anchor, ink) = (Face::Figure, Anchor::Middle, Ink::OnDot);
        marks.push(Mark::Text { x, y: y + figure * 0.36, face, size: figure, anchor, ink, text: number });
    }
    if signs == 0 {
        marks.push(Mark::Seeds { at: vec![(at(0), y)], r: size * 0.26, ink: Ink::Seed });
    }
    card.marks.extend(marks);
    let room = card.width - inset - pad;
    for line in wrap(text, Face::Quote, size, room, plan.quote_lines) {
        card.line(line, (Face::Quote, size), Ink::Ink, inset, right);
    }
}

/// What the marks mean, and what has no place.
pub(super) fn legend(settings: &Settings, rest: Option<&str>, sizes: &Sizes, most_wide: f64, words: &Words) -> Card {
    let size = sizes.plain;
    let pad = size * 0.8;
    let signs = [
        (Seed::Plain, (words.map.seed)(settings.unit)),
        (Seed::Dotted, words.map.with_dots.to_owned()),
        (Seed::Starred, words.map.star.to_owned()),
    ];
    let signs: Vec<_> = signs.into_iter().filter(|(seed, _)| settings.has(*seed)).collect();
    // As many on a line as there is room for.
    let mut lines: Vec<(f64, Vec<(Seed, String)>)> = Vec::new();
    for (seed, text) in signs {
        let text = wrap(&text, Face::Plain, size, most_wide - 4.0 * size, 1).concat();
        let wide = width(&text, Face::Plain, size) + 3.0 * size;
        match lines.last_mut() {
            Some((sum, line)) if *sum + wide <= most_wide - 2.0 * pad => {
                *sum += wide;
                line.push((seed, text));
            }
            _ => lines.push((wide, vec![(seed, text)])),
        }
    }
    let rest = rest.map(|rest| wrap(rest, Face::Plain, size, most_wide - 2.0 * pad, 3)).unwrap_or_default();
    let widest =
        lines.iter().map(|it| it.0).chain(rest.iter().map(|it| width(it, Face::Plain, size))).fold(0.0, f64::max);
    let mut card = Card::new(widest + 2.0 * pad);
    let several = lines.len() > 1;
    card.height = pad * 0.7;
    for (sum, line) in lines {
        let mut x = if several { pad } else { (card.width - sum) / 2.0 };
        card.height += size * 0.95;
        let y = card.height;
        for (seed, text) in line {
            let at = vec![(x + size * 0.8, y - size * 0.33)];
            card.marks.push(match seed {
                Seed::Plain => Mark::Seeds { at, r: size * 0.3, ink: Ink::Seed },
                Seed::Dotted => Mark::Seeds { at, r: size * 0.5, ink: Ink::Dot },
                Seed::Starred => Mark::Stars { at, r: size * 0.55, ink: Ink::Star },
            });
            let wide = width(&text, Face::Plain, size) + 3.0 * size;
            let (face, anchor, ink) = (Face::Plain, Anchor::Left, Ink::Quiet);
            card.marks.push(Mark::Text { x: x + size * 1.7, y, face, size, anchor, ink, text });
            x += wide;
        }
        card.height += size * 0.33;
    }
    rest.into_iter().for_each(|line| card.middle(line, (Face::Plain, size), Ink::Quiet));
    card.height += pad * 0.6;
    card.lay(Ink::Card, None);
    card
}
