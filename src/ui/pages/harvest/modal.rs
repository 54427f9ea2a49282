//! Dialogs over the board: one at a time, opened by what the board says.

use super::sorting::Sorting;
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::ui::components::modal;

/// What is open over the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// What can be done with these notes.
    Notes(Vec<Id>),
    /// What can be done with a theme.
    Theme(Id),
    /// Making themes.
    NewThemes,
}

/// The dialog that shows while something is open for it: what goes to its `node_ref`.
pub fn dialog_for(cx: Sorting, is_mine: fn(&Opened) -> bool) -> NodeRef<web_sys::HtmlDialogElement> {
    modal(Signal::derive(move || cx.open.with(|open| open.as_ref().is_some_and(is_mine))))
}

/// What became of an act while a dialog was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It was done.
    Done(String),
    /// It was not, and why.
    Wrong(String),
}

/// What is said in a dialog: while one is open nothing behind it is seen or heard, neither the bar nor the messages of
/// the app.
#[component]
pub fn Says(cx: Sorting) -> impl IntoView {
    // What was said in the dialog before is about something else.
    cx.told.set(None);
    let toast = cx.app.toast;
    let wrong = move || match cx.told.get() {
        Some(Told::Wrong(why)) => Some(why),
        _ => None,
    };
    let done = move || match cx.told.get() {
        Some(Told::Done(done)) => Some(done),
        _ => toast.get().map(|toast| toast.0),
    };
    view! {
        <div class="dialog-says">
            <p class="field-error" role="alert">{wrong}</p>
            <p role="status">{done}</p>
        </div>
    }
}
