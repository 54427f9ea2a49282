//! Laying paragraphs out on slides: as many as needed, none with too many lines.

use super::Item;
use super::lines::wrap;

/// What should stand together, where it fits on one slide: a note with its examples, a next step with who does it.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// What stands above it, and again on each slide on which it goes on: a table's name.
    pub label: Option<Item>,
    /// Its paragraphs.
    pub items: Vec<Item>,
}

impl Block {
    pub fn of(item: Item) -> Self {
        Self { label: None, items: vec![item] }
    }
}

/// Pieces of a text get this many lines at least, where there are as many.
const FEW: usize = 2;

struct Flow {
    room: usize,
    left: usize,
    slides: Vec<Vec<Item>>,
    /// The label above what was laid out last.
    label: Option<Item>,
}

/// The slides for these blocks, with this many lines on each; one at least.
pub(super) fn flow(blocks: Vec<Block>, room: usize) -> Vec<Vec<Item>> {
    let mut flow = Flow { room, left: room, slides: vec![Vec::new()], label: None };
    blocks.into_iter().for_each(|block| flow.block(block));
    flow.slides
}

impl Flow {
    fn block(&mut self, block: Block) {
        let label = block.label.as_ref().map_or(0, Item::lines);
        let new_label = if block.label == self.label && self.left < self.room { 0 } else { label };
        let lines: usize = block.items.iter().map(Item::lines).sum();
        let fits_alone = lines + label <= self.room;
        let is_first = self.left == self.room;
        if !is_first && (lines + new_label > self.left) && (fits_alone || self.left < new_label + FEW) {
            self.turn();
        }
        if block.label != self.label || self.left == self.room {
            self.label = block.label;
            self.put_label();
        }
        for item in block.items {
            self.item(item);
        }
    }

    fn turn(&mut self) {
        self.slides.push(Vec::new());
        self.left = self.room;
    }

    fn put(&mut self, item: Item, lines: usize) {
        self.left = self.left.saturating_sub(lines);
        if let Some(slide) = self.slides.last_mut() {
            slide.push(item);
        }
    }

    fn put_label(&mut self) {
        if let Some(label) = self.label.clone() {
            let lines = label.lines();
            self.put(label, lines);
        }
    }

    fn item(&mut self, item: Item) {
        let lines = wrap(&item.text, item.line());
        let mut from = 0;
        while from < lines.len() {
            let left = lines.len() - from;
            let whole_on_next = left + self.label.as_ref().map_or(0, Item::lines) <= self.room;
            if left > self.left && (whole_on_next || self.left < FEW) {
                self.turn();
                self.put_label();
            }
            let take = left.min(self.left.max(1));
            let mut piece = item.clone();
            piece.text = item.text[lines[from].start..lines[from + take - 1].end].to_owned();
            piece.is_rest = from > 0;
            from += take;
            self.put(piece, take);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::slides::{LINES, Role};

    fn has(slide: &[Item], role: Role) -> bool {
        slide.iter().any(|item| item.role == role)
    }

    fn note(lines: usize) -> Item {
        Item::new(Role::Note, vec!["water"; lines].join("\n"))
    }

    #[test]
    fn what_belongs_together_stays_together_where_it_fits() {
        let example = Item::new(Role::Example, "like this");
        let with_example = Block { label: None, items: vec![note(2), example] };
        let slides = flow(vec![Block::of(note(4)), with_example], LINES);
        assert_eq!(slides.len(), 2);
        assert!(!has(&slides[0], Role::Example) && has(&slides[1], Role::Note) && has(&slides[1], Role::Example));
    }

    #[test]
    fn a_table_stands_above_its_points_on_every_slide() {
        let table = || Some(Item::new(Role::Table, "Table 1"));
        let blocks = [4, 4, 9].map(|lines| Block { label: table(), items: vec![note(lines)] });
        let slides = flow(blocks.into(), LINES);
        assert!(slides.len() == 4 && slides.iter().all(|slide| slide[0].role == Role::Table), "{slides:#?}");
        assert!(slides[3][1].is_rest && !slides[2][1].is_rest);
    }
}
