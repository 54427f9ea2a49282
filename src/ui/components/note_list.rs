//! A list of notes: the latest ones, and a button for those before.
//!
//! A browser looks at every row of a page when one is added, also at those that it does not draw. So a list shows some
//! hundred notes unless it is asked for all: more than a table writes in an evening, and few enough that adding one to
//! ten thousand costs about what it costs among twenty (`cargo xtask bench`).

use super::Icon;
use super::note::{NoteRow, NoteUse};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{NoteList, Section, Session, use_lang};
use std::rc::Rc;

/// How many sections are shown unless somebody asks for all.
const SHOWN: usize = 4;

/// The notes of a list, section by section, the oldest first.
#[component]
pub fn NoteSections(
    /// The open café.
    session: Session,
    /// Which notes.
    list: NoteList,
    /// The id of the element around them, which takes the focus.
    around: &'static str,
    /// What may be done with them.
    #[prop(default = NoteUse::Table)]
    purpose: NoteUse,
) -> impl IntoView {
    let lang = use_lang();
    let all = RwSignal::new(false);
    // How many sections stand before those on the screen. A new note is shown wherever it comes, which on a device
    // whose clock is behind may be far up.
    let before: Rc<dyn Fn() -> usize> = Rc::new({
        let list = list.clone();
        move || {
            let latest = list.latest.get();
            list.sections.with(|sections| {
                let place = sections.iter().position(|it| it.key == latest).unwrap_or(sections.len());
                if all.get() { 0 } else { place.min(sections.len().saturating_sub(SHOWN)) }
            })
        }
    });
    let show = move |_| {
        all.set(true);
        // The button is gone, and with it the focus.
        platform::page::focus(around);
    };
    let start = before.clone();
    view! {
        <button class="button" hidden=move || before() == 0 on:click=show>
            <Icon name="up" />
            {lang.text(|t| t.table().earlier)}
        </button>
        {each(
            move || list.sections.with(|sections| sections[start()..].to_vec()),
            |section| section.key as u128,
            move |section| view! { <NotesSection session section purpose /> },
        )}
    }
}

#[component]
fn NotesSection(session: Session, section: Section, purpose: NoteUse) -> impl IntoView {
    let ids = section.ids;
    view! {
        <ul class="notes notes-section">
            {each(move || ids.get(), |id| id.bits(), move |id| view! { <li><NoteRow session id purpose /></li> })}
        </ul>
    }
}
