//! What may stand in a page.

use super::element::{document, text_node};
use crate::reactive::{ArcRwSignal, Memo, RwSignal, Signal, follow};
use std::borrow::Cow;
use web_sys::Node;

/// A piece of a page, made and not yet put anywhere.
#[derive(Clone, Debug, Default)]
pub enum View {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// An element, or several nodes in a document fragment.
    Node(Node),
}

/// What a component's children are: made when and where the component wants them.
pub type Children = Box<dyn FnOnce() -> View>;

/// Whatever may stand in the braces of a `view!`.
pub trait IntoView: Sized {
    /// Makes it a piece of a page.
    fn into_view(self) -> View;

    /// The same, by the name that Leptos has for it.
    fn into_any(self) -> View {
        self.into_view()
    }
}

/// Views that an iterator gives, side by side.
pub trait CollectView {
    /// Makes them one.
    fn collect_view(self) -> View;
}

impl<T: IntoView, I: IntoIterator<Item = T>> CollectView for I {
    fn collect_view(self) -> View {
        side_by_side(self.into_iter().map(T::into_view).collect())
    }
}

/// Several views, one after the other, as one.
pub fn side_by_side(views: Vec<View>) -> View {
    let fragment = document().create_document_fragment();
    for view in views {
        super::append(&fragment, view);
    }
    View::Node(fragment.into())
}

impl<N: Into<Node>> From<N> for View {
    fn from(node: N) -> Self {
        Self::Node(node.into())
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Nothing
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(self.into())
    }
}

impl IntoView for usize {
    fn into_view(self) -> View {
        self.to_string().into_view()
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map(T::into_view).unwrap_or_default()
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> View {
        self.collect_view()
    }
}

/// A closure is a region of the page: it follows what the closure reads.
impl<T: IntoView, F: FnMut() -> T + 'static> IntoView for F {
    fn into_view(mut self) -> View {
        region(Box::new(move || self().into_view()))
    }
}

macro_rules! signals {
    ($($kind:ident<$value:ty>),*) => {$(
        impl IntoView for $kind<$value> {
            fn into_view(self) -> View {
                region(Box::new(move || self.get().into_view()))
            }
        }
    )*};
}
signals!(Signal<String>, Signal<&'static str>, Signal<usize>, RwSignal<String>, Memo<String>, ArcRwSignal<usize>);

fn region(mut make: Box<dyn FnMut() -> View>) -> View {
    let mut region = Region { first: None, last: text_node("") };
    let last = region.last.clone();
    follow(Box::new(move || region.show(make())));
    // Where the region is more than one text, its nodes were put into a fragment.
    View::Node(last.parent_node().unwrap_or_else(|| last.into()))
}

/// A stretch of the page that a closure fills. A text stands in one node that is changed in place; anything else stands
/// between two empty texts, so that the page itself remembers what belongs to the region.
struct Region {
    first: Option<Node>,
    last: web_sys::Text,
}

impl Region {
    fn show(&mut self, view: View) {
        self.clear();
        let text = match &view {
            View::Text(text) => text,
            _ => "",
        };
        if self.last.data() != text {
            self.last.set_data(text);
        }
        if let View::Node(node) = view {
            self.put(&node);
        }
    }

    fn put(&mut self, node: &Node) {
        let parent = self.last.parent_node().unwrap_or_else(|| {
            let fragment: Node = document().create_document_fragment().into();
            super::append(&fragment, View::Node(self.last.clone().into()));
            fragment
        });
        if self.first.is_none() {
            let first: Node = text_node("").into();
            insert(&parent, &first, &self.last);
            self.first = Some(first);
        }
        insert(&parent, node, &self.last);
    }

    fn clear(&self) {
        let Some(first) = &self.first else { return };
        while let Some(node) = first.next_sibling().filter(|node| !node.is_same_node(Some(&self.last))) {
            super::element::remove(&node);
        }
    }
}

/// Puts a node before another one of the same parent.
pub(super) fn insert(parent: &Node, node: &Node, before: &Node) {
    // It fails only for a node that is not a child of this parent: then there is no place to put it.
    drop(parent.insert_before(node, Some(before)));
}
