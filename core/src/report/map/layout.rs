//! Laying the cloth: where each card and plate goes.

use super::super::Words;
use super::card::{self, Card};
use super::frame::{Frame, Plan, Sizes};
use super::marks::{Ink, Mark};
use super::plate::{self, Scale};
use super::settings::{Setting, Settings};

/// The width of a stripe; as wide is what is between two.
const STRIPE: f64 = 15.0;

/// A cup fits where this much is free.
const CUP: f64 = 110.0;

/// A cloth that is laid.
pub(super) struct Laid {
    pub height: f64,
    pub marks: Vec<Mark>,
    /// How many notes of a theme are quoted.
    pub quotes: usize,
}

/// What stands on all cards but those of the themes.
pub(super) struct Head<'a> {
    pub number: usize,
    pub question: &'a str,
    pub figures: &'a str,
}

/// Lays the cloth in the first way that is not too high. Where none is, the smallest themes are left out.
pub(super) fn lay(head: &Head<'_>, settings: &mut Settings, frame: Frame, words: &Words) -> Laid {
    let sizes = frame.sizes();
    let plans = frame.plans(settings.all.len());
    let last = plans.len().saturating_sub(1);
    for (place, plan) in plans.into_iter().enumerate() {
        loop {
            let laid = with(head, settings, frame, &plan, words);
            if laid.height <= sizes.most_high || (place == last && (!sizes.fixed || settings.all.len() <= 1)) {
                return laid;
            }
            if place < last {
                break;
            }
            settings.keep(settings.all.len() - 1);
        }
    }
    Laid { height: sizes.most_high, marks: Vec::new(), quotes: 0 }
}

/// What is said of themes that have no place.
pub(super) fn rest(settings: &Settings, words: &Words) -> Option<String> {
    (settings.left_themes > 0).then(|| (words.map.more_themes)(settings.left_themes, settings.left_notes))
}

/// Lays it this way.
fn with(head: &Head<'_>, settings: &Settings, frame: Frame, plan: &Plan, words: &Words) -> Laid {
    let sizes = frame.sizes();
    let gap = sizes.plain * if sizes.fixed { 0.7 } else { 1.1 };
    let edge = if frame == Frame::Page { 34.0 } else { 20.0 };
    let room = sizes.width - 2.0 * edge;
    let title_wide = if frame == Frame::Phone { room } else { room * 0.82 };
    let title = card::title(head.number, head.question, head.figures, &sizes, title_wide, words);
    let rest = rest(settings, words);
    let has_legend = rest.is_some() || settings.all.iter().any(|it| !it.seeds.is_empty());
    let legend = has_legend.then(|| card::legend(settings, rest.as_deref(), &sizes, room, words));

    let top = edge * 0.9 + title.height + gap * 1.4;
    let (mut columns, tallest) = columns(settings, frame, plan, &sizes, gap, room, words);
    let foot = legend.as_ref().map_or(0.0, |legend| legend.height + gap * 1.4) + edge * 0.9;
    let mut height = top + tallest + foot;
    let free = if sizes.fixed { (sizes.most_high - height).max(0.0) } else { 0.0 };
    height += free;

    let mut marks = cloth(sizes.width, height, edge);
    marks.extend(title.at((sizes.width - title_wide) / 2.0, edge * 0.9));
    for column in &mut columns {
        let mut spare = tallest - column.height;
        let x = edge + column.x + column.wide / 2.0;
        if spare > CUP + gap {
            let r = (spare - gap).min(column.wide).min(plan.plate * 2.0 + 24.0).min(150.0) / 2.0 - 4.0;
            plate::cup(x, top + free / 2.0 + column.height + gap + r, r, &mut marks);
            spare = 0.0;
        }
        marks.extend(column.marks.drain(..).map(|mark| mark.moved(edge, top + (free + spare) / 2.0)));
    }
    if let Some(legend) = legend {
        let x = (sizes.width - legend.width) / 2.0;
        let y = height - edge * 0.9 - legend.height;
        marks.extend(legend.at(x, y));
    }
    Laid { height, marks, quotes: plan.quotes }
}

/// The cloth itself: gingham with a hem.
fn cloth(width: f64, height: f64, edge: f64) -> Vec<Mark> {
    let stripes = |down| Mark::Stripes { width, height, step: STRIPE, down, ink: Ink::Stripe };
    let rect = |inset: f64, ink| Mark::Rect {
        x: inset,
        y: inset,
        width: width - 2.0 * inset,
        height: height - 2.0 * inset,
        round: 0.0,
        ink,
    };
    vec![rect(0.0, Ink::Cloth), stripes(true), stripes(false), rect(edge * 0.35, Ink::Hem)]
}

/// A column of settings, as if the first began at 0.
struct Column {
    x: f64,
    wide: f64,
    height: f64,
    marks: Vec<Mark>,
}

/// Each setting goes into the column that ends highest, so that their order can be read.
fn columns(
    settings: &Settings,
    frame: Frame,
    plan: &Plan,
    sizes: &Sizes,
    gap: f64,
    room: f64,
    words: &Words,
) -> (Vec<Column>, f64) {
    let count = plan.columns as f64;
    let wide = (room - gap * 1.4 * (count - 1.0)) / count;
    let scale = Scale::new(&settings.all, plan.plate);
    let column = |place: usize| Column { x: (wide + gap * 1.4) * place as f64, wide, height: 0.0, marks: Vec::new() };
    let mut columns: Vec<Column> = (0..plan.columns).map(column).collect();
    for (number, setting) in settings.all.iter().enumerate() {
        let Some(place) = (0..columns.len()).min_by(|a, b| columns[*a].height.total_cmp(&columns[*b].height)) else {
            continue;
        };
        let column = &mut columns[place];
        // Plates meet in the middle of the cloth; in one column they change sides.
        let plate_right = match plan.columns {
            1 => frame != Frame::Phone && number % 2 == 1,
            2 => place == 0,
            _ => false,
        };
        if column.height > 0.0 {
            column.height += gap;
        }
        // A small plate leaves more room for words, but cards should not end just anywhere.
        let slot = (2.0 * scale.radius(setting)).max(1.25 * plan.plate);
        let card = card::theme(setting, plan, sizes, wide - slot - gap, words);
        let at = Place { x: column.x, y: column.height, wide, slot, plate_right };
        column.height += one(setting, card, scale, at, &mut column.marks);
    }
    let tallest = columns.iter().map(|column| column.height).fold(0.0, f64::max);
    (columns, tallest)
}

/// Where one setting goes.
struct Place {
    x: f64,
    y: f64,
    wide: f64,
    /// How wide what the plate stands on is.
    slot: f64,
    plate_right: bool,
}

/// Lays one setting; says how high it is.
fn one(setting: &Setting, card: Card, scale: Scale, at: Place, out: &mut Vec<Mark>) -> f64 {
    let height = card.height.max(2.0 * scale.radius(setting));
    let Place { x, y, wide, slot, plate_right } = at;
    let plate_x = if plate_right { x + wide - slot / 2.0 } else { x + slot / 2.0 };
    let card_x = if plate_right { x } else { x + wide - card.width };
    scale.draw(setting, plate_x, y + height / 2.0, out);
    let card_y = y + (height - card.height) / 2.0;
    out.extend(card.at(card_x, card_y));
    height
}
