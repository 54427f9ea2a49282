//! Lists in which rows come, go and move while the others stay as they are.

use super::element::{document, remove, text_node};
use super::view::insert;
use super::{IntoView, View};
use crate::reactive::{Owner, follow, untrack};
use web_sys::Node;

/// Tells rows apart: two rows with one key are one.
type Key = u128;

struct Row {
    key: Key,
    node: Node,
    owner: Owner,
}

/// A row for each item. When the items change, rows are made for new keys, taken away with keys that went, and moved
/// where the order changed; a row whose key stays is not touched. A row is one element.
pub fn each<T: Clone + 'static, V: IntoView>(
    mut items: impl FnMut() -> Vec<T> + 'static,
    key: impl Fn(&T) -> Key + 'static,
    row: impl Fn(T) -> V + 'static,
) -> View {
    let mut list = List { rows: Vec::new(), last: text_node("").into(), owner: Owner::current().unwrap_or_default() };
    let parent: Node = document().create_document_fragment().into();
    super::append(&parent, View::Node(list.last.clone()));
    follow(Box::new(move || {
        let items = items();
        let keys: Vec<Key> = items.iter().map(&key).collect();
        list.show(&keys, &mut |place| row(items[place].clone()).into_view());
    }));
    View::Node(parent)
}

struct List {
    rows: Vec<Row>,
    /// Stands behind the last row.
    last: Node,
    /// The rows outlive the effect that lays them out, which is cleaned up before each of its runs.
    owner: Owner,
}

impl List {
    fn show(&mut self, keys: &[Key], make: &mut dyn FnMut(usize) -> View) {
        let Some(parent) = self.last.parent_node() else { return };
        let same = |(row, key): &(&Row, &Key)| row.key == **key;
        let ahead = self.rows.iter().zip(keys).take_while(same).count();
        let behind = self.rows[ahead..].iter().rev().zip(keys[ahead..].iter().rev()).take_while(same).count();
        // Between the rows that stay at both ends: usually one that came or went.
        let mut old: Vec<Row> = self.rows.drain(ahead..self.rows.len() - behind).collect();
        let before = self.rows.get(ahead).map_or_else(|| self.last.clone(), |row| row.node.clone());
        let mut fresh = Vec::new();
        for (place, &key) in keys.iter().enumerate().take(keys.len() - behind).skip(ahead) {
            let row = match old.iter().position(|row| row.key == key) {
                Some(at) => old.remove(at),
                None => self.make(key, &mut || make(place)),
            };
            fresh.push(row);
        }
        for row in old {
            row.owner.cleanup();
            remove(&row.node);
        }
        let mut next = before;
        for row in fresh.iter().rev() {
            if !row.node.next_sibling().is_some_and(|node| node.is_same_node(Some(&next))) {
                insert(&parent, &row.node, &next);
            }
            next = row.node.clone();
        }
        self.rows.splice(ahead..ahead, fresh);
    }

    fn make(&self, key: Key, view: &mut dyn FnMut() -> View) -> Row {
        let owner = self.owner.child();
        let view = owner.with(|| untrack(view));
        let node = match view {
            View::Node(node) => node,
            View::Text(text) => text_node(&text).into(),
            View::Nothing => text_node("").into(),
        };
        Row { key, node, owner }
    }
}
