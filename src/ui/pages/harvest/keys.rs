//! The sorting by keyboard. The keys of single letters count only while the focus is on the board.

use super::board::{note_at, target};
use super::drag;
use super::sorting::{Opened, Sorting};
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform::{self, page::WRITES};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// A key on the board.
pub fn pressed(cx: Sorting, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(target) = target(event) else { return };
    let inside = |selector| target.closest(selector).ok().flatten();
    let key = event.key();
    let is_own = matches!(&*key, "Enter" | " ") && inside("button, summary, input").is_some();
    if is_own || inside(WRITES).is_some() {
        return;
    }
    let Some(list) = inside(".board-list") else { return };
    let slip = inside(".slip");
    // On the button of one that is gathered with others the key is for that one.
    let gathered = || inside("[data-note]").and_then(|it| Id::parse(&it.get_attribute("data-note")?));
    if go(&key, &list, slip.as_ref()) || act(cx, &key, &list, slip.as_ref(), gathered()) {
        event.prevent_default();
    }
}

/// Moves the focus; says whether the key was for that.
fn go(key: &str, list: &Element, slip: Option<&Element>) -> bool {
    let to = match (key, slip) {
        ("ArrowDown", Some(slip)) => beside(slip, true),
        ("ArrowUp", Some(slip)) => beside(slip, false).or_else(|| Some(list.clone())),
        ("ArrowDown" | "Home", _) => first(list),
        ("End", _) => last(list),
        ("ArrowLeft" | "ArrowRight", _) => {
            let column = list.closest(".board-column").ok().flatten();
            column.and_then(|column| column_beside(&column, key == "ArrowRight"))
        }
        _ => return false,
    };
    if let Some(to) = to {
        // It fails for nothing that can be focused.
        let _ = to.unchecked_into::<HtmlElement>().focus();
    }
    true
}

/// Does something with the note, or with those that are selected; says whether the key was for that.
fn act(cx: Sorting, key: &str, list: &Element, slip: Option<&Element>, gathered: Option<Id>) -> bool {
    let note = slip.and_then(note_at);
    let chosen = cx.chosen.ids.get_untracked();
    let notes = if chosen.is_empty() { note.into_iter().collect() } else { chosen };
    match key {
        "x" | "X" | " " => note.into_iter().for_each(|note| cx.chosen.put(note, !cx.chosen.has(note))),
        "a" | "A" => choose_column(cx, list),
        "Escape" if !notes.is_empty() => cx.chosen.clear(),
        "/" => platform::page::focus("find"),
        "m" | "M" | "Enter" if !notes.is_empty() => cx.open.set(Some(Opened::Notes(notes))),
        "g" | "G" => cx.gather(notes),
        "t" | "T" => gathered.or(note).into_iter().for_each(|note| cx.part(note)),
        "h" | "H" if !notes.is_empty() => cx.highlight(&notes),
        "0" if !notes.is_empty() => cx.sort(notes, None),
        _ => {
            let Some(theme) = theme_at(cx, key).filter(|_| !notes.is_empty()) else { return false };
            cx.sort(notes, Some(theme));
        }
    }
    true
}

/// The theme that a digit stands for.
pub fn theme_at(cx: Sorting, key: &str) -> Option<Id> {
    let place = key.parse::<usize>().ok().filter(|it| *it < 10)?.checked_sub(1)?;
    let question = cx.question.get_untracked()?;
    cx.harvest(|harvest| harvest.themes(question).get(place).map(|theme| theme.id))
}

fn choose_column(cx: Sorting, list: &Element) {
    let id = list.id();
    let Some(column) = id.strip_prefix("l-").map(Id::parse) else { return };
    if let Some(question) = cx.question.get_untracked() {
        cx.chosen.set(cx.board.notes(question, column));
    }
}

fn first(list: &Element) -> Option<Element> {
    list.query_selector(".slip").ok().flatten()
}

fn last(list: &Element) -> Option<Element> {
    let section = list.query_selector(".slips:last-of-type").ok().flatten()?;
    section.last_element_child()?.query_selector(".slip").ok().flatten()
}

/// The note above or below.
fn beside(slip: &Element, below: bool) -> Option<Element> {
    let around = |selector| slip.closest(selector).ok().flatten();
    let step = |it: &Element| if below { it.next_element_sibling() } else { it.previous_element_sibling() };
    // Past the end of its hundred the next hundred begins.
    let next = |section: Element| if below { Some(section) } else { section.last_element_child() };
    let to = step(&around("li")?).or_else(|| next(step(&around(".slips")?)?))?;
    to.query_selector(".slip").ok().flatten()
}

/// What to focus in the column to the left or to the right: its first note, or the column itself.
fn column_beside(column: &Element, right: bool) -> Option<Element> {
    let mut at = column.clone();
    loop {
        at = if right { at.next_element_sibling() } else { at.previous_element_sibling() }?;
        let list = at.query_selector(".board-list").ok().flatten();
        let is_hidden = at.closest("[hidden]").ok().flatten().is_some();
        if let Some(list) = list.filter(|_| !is_hidden) {
            return first(&list).or(Some(list));
        }
    }
}

/// The id of a note's slip in the page.
pub fn slip_id(note: &Id) -> String {
    format!("n-{note}")
}

/// The id of a column's notes in the page.
pub fn list_id(column: Option<Id>) -> String {
    format!("l-{}", drag::name_of(column))
}

/// The id of what to focus when these notes have left their column: the note behind them, or before them, or the
/// column.
pub fn after(notes: &[Id]) -> Option<String> {
    let slip = notes.iter().find_map(|note| platform::page::element(&slip_id(note)))?;
    let mut gone = notes.to_vec();
    gone.sort_unstable();
    let stays = |it: &Element| note_at(it).is_some_and(|note| gone.binary_search(&note).is_err());
    for below in [true, false] {
        let mut at = beside(&slip, below);
        while let Some(it) = at {
            if stays(&it) {
                return Some(it.id());
            }
            at = beside(&it, below);
        }
    }
    slip.closest(".board-list").ok().flatten().map(|list| list.id())
}

/// The keys, to be looked up.
#[component]
pub fn KeyHelp(cx: Sorting) -> impl IntoView {
    let lang = cx.lang;
    let keys = move || {
        let line = |(key, what): (&'static str, &'static str)| {
            view! { <div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div> }
        };
        lang.t().harvest_board().key_list.map(line).into_iter().collect_view()
    };
    view! {
        <details class="board-help">
            <summary>{lang.text(|t| t.harvest_board().keys)}</summary>
            <p id="board-keys">{lang.text(|t| t.harvest_board().keys_hint)}</p>
            <dl class="key-list">{keys}</dl>
            <p class="muted">{lang.text(|t| t.harvest_board().example_hint)}</p>
        </details>
    }
}
