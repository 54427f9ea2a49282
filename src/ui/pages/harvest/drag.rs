//! Notes are dragged by the mouse or a pen anywhere on them, by a finger on their handle: elsewhere it scrolls. They
//! are dropped on a column, or on its chip. The browser's own drag-and-drop knows no fingers, so pointers are followed
//! here.

use super::board::{note_at, target};
use super::sorting::Sorting;
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform::{self, Repeated};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, PointerEvent};

/// The number of pixels that make a drag of a press.
const FAR: i32 = 6;
/// The number of pixels from an edge within which what is behind it comes.
const EDGE: i32 = 56;
/// By this many pixels at a time.
const PACE: i32 = 14;

/// What is being dragged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dragged {
    /// The notes.
    pub notes: Vec<Id>,
    /// The column that they are over.
    pub over: Option<Option<Id>>,
}

/// A press on a note, which may become a drag.
#[derive(Clone, Copy)]
struct Press {
    note: Id,
    from: (i32, i32),
}

/// How a column is called in the page.
pub fn name_of(column: Option<Id>) -> String {
    column.map_or_else(|| "none".to_owned(), |theme| theme.to_string())
}

/// Whether notes are dragged over a column; followed.
pub fn is_over(cx: Sorting, column: Option<Id>) -> bool {
    cx.dragged.with(|dragged| dragged.as_ref().is_some_and(|it| it.over == Some(column)))
}

/// The column at a place of the page.
fn column_at((x, y): (i32, i32)) -> Option<Option<Id>> {
    let column = platform::page::element_at(x, y)?.closest("[data-drop]").ok().flatten()?;
    match column.get_attribute("data-drop")?.as_str() {
        "none" => Some(None),
        theme => Id::parse(theme).map(Some),
    }
}

/// Follows pointers as long as the board is there.
pub fn listen(cx: Sorting) {
    let press: Rc<Cell<Option<Press>>> = Rc::default();
    let place: Rc<Cell<(i32, i32)>> = Rc::default();
    let scrolling: Rc<RefCell<Option<Repeated>>> = Rc::default();
    let stop = {
        let (press, scrolling) = (press.clone(), scrolling.clone());
        move || {
            press.set(None);
            drop(scrolling.take());
            cx.dragged.take().flatten()
        }
    };
    let down = {
        let press = press.clone();
        window_event_listener(ev::pointerdown, move |event| {
            // A second finger changes nothing.
            if cx.dragged.with_untracked(Option::is_none) {
                press.set(pressed(&event));
            }
        })
    };
    // Else a press that goes on would mark words, and the next one on them would drag the words.
    let marked = {
        let press = press.clone();
        window_event_listener(ev::selectstart, move |event| {
            if press.get().is_some() {
                event.prevent_default();
            }
        })
    };
    let moved = {
        let (press, place) = (press.clone(), place.clone());
        window_event_listener(ev::pointermove, move |event| {
            let Some(begun) = press.get() else { return };
            let at = (event.client_x(), event.client_y());
            place.set(at);
            if cx.dragged.with_untracked(Option::is_none) {
                if (at.0 - begun.from.0).abs().max((at.1 - begun.from.1).abs()) < FAR {
                    return;
                }
                cx.dragged.set(Some(Dragged { notes: cx.with_chosen(begun.note), over: None }));
                let place = place.clone();
                *scrolling.borrow_mut() = Repeated::every(30, move || scroll(place.get()));
            }
            event.prevent_default();
            follow(cx, at);
        })
    };
    let up = {
        let stop = stop.clone();
        window_event_listener(ev::pointerup, move |event| {
            let dropped = stop();
            let column = || column_at((event.client_x(), event.client_y()));
            if let Some((dropped, column)) = dropped.and_then(|it| Some((it, column()?))) {
                drop_on(cx, dropped.notes, column);
            }
        })
    };
    let lost = {
        let stop = stop.clone();
        window_event_listener(ev::pointercancel, move |_| drop(stop()))
    };
    let given_up = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            stop();
        }
    });
    on_cleanup(move || [down, marked, moved, up, lost, given_up].into_iter().for_each(|it| it.remove()));
}

/// The press that may become a drag, if it is on a note and on nothing else there.
fn pressed(event: &PointerEvent) -> Option<Press> {
    let target = target(event)?;
    let is_on = |selector| target.closest(selector).ok().flatten().is_some();
    let by_handle = is_on(".slip-grip");
    if event.button() != 0 || is_on("button, input, summary, a") || (event.pointer_type() == "touch" && !by_handle) {
        return None;
    }
    let from = (event.client_x(), event.client_y());
    Some(Press { note: note_at(&target)?, from })
}

fn follow(cx: Sorting, at: (i32, i32)) {
    let over = column_at(at);
    if cx.dragged.with_untracked(|it| it.as_ref().is_some_and(|it| it.over != over)) {
        cx.dragged.update(|it| it.iter_mut().for_each(|it| it.over = over));
    }
    if let Some(ghost) = platform::page::element("ghost") {
        // It fails only for a name that cannot be one.
        let _ = ghost.style().set_property("translate", &format!("{}px {}px", at.0 + 12, at.1 + 8));
    }
}

fn drop_on(cx: Sorting, notes: Vec<Id>, column: Option<Id>) {
    // Where they are already nothing has to move.
    let stay = cx.session.cafe(|cafe| {
        cx.harvest(|harvest| {
            let theme = |id: &Id| cafe.contribution(*id).and_then(|note| harvest.theme_of(note));
            notes.iter().all(|id| theme(id) == column)
        })
    });
    if !stay {
        cx.sort(notes, column);
    }
}

/// Scrolls what is under the pointer where it is near an edge: where something else begins a little further on.
fn scroll((x, y): (i32, i32)) {
    let at = platform::page::element_at;
    let Some(under) = at(x, y) else { return };
    let around = |it: &Element, selector| it.closest(selector).ok().flatten();
    // Which way it ends there, of two ways: -1, 1, or neither.
    let ends = |inner: &Element, before: Option<Element>, behind: Option<Element>| {
        let inside = |it: Option<Element>| it.is_some_and(|it| inner.contains(Some(&it)));
        i32::from(!inside(behind)) - i32::from(!inside(before))
    };
    for wide in [".board-scroll", ".chips"].into_iter().filter_map(|it| around(&under, it)) {
        wide.scroll_by_with_x_and_y(f64::from(PACE * ends(&wide, at(x - EDGE, y), at(x + EDGE, y))), 0.0);
    }
    let (above, below) = (at(x, y - EDGE), at(x, y + EDGE));
    let page = i32::from(below.is_none()) - i32::from(above.is_none());
    if page != 0 {
        platform::page::scroll_by(PACE * page);
    } else if let Some(list) = around(&under, ".board-list") {
        list.scroll_by_with_x_and_y(0.0, f64::from(PACE * ends(&list, above, below)));
    }
}

/// What follows the pointer.
#[component]
pub fn Ghost(cx: Sorting) -> impl IntoView {
    let words = move || {
        cx.dragged.with(|dragged| {
            let notes = &dragged.as_ref()?.notes;
            let first = notes.first().copied()?;
            let words = cx.session.cafe(|cafe| cafe.contribution(first).map(|it| it.words().to_owned()));
            let count = (notes.len() > 1).then(|| view! { <span class="badge">{notes.len()}</span> });
            Some(view! { {count} <span dir="auto">{words.unwrap_or_default()}</span> })
        })
    };
    view! {
        <div
            class="board-ghost"
            id="ghost"
            aria-hidden="true"
            hidden=move || cx.dragged.with(Option::is_none)
        >
            {words}
        </div>
    }
}
