//! The words of a note where nothing is done to them: both versions where there are two, and its examples.

use super::table_by_number;
use crate::core::domain::{Cafe, Id};
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};

/// At most this many letters of a note stand in the name of a button, to say which note is meant.
const IN_A_NAME: usize = 60;

/// How a note begins, for the name of a button.
pub fn beginning(session: Session, id: Id) -> String {
    let words = session.cafe(|cafe| cafe.contribution(id).map(|note| note.words().to_owned())).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(IN_A_NAME) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// Where a note was written: table and round.
pub fn origin(session: Session, id: Id) -> String {
    let t = use_lang().t();
    let place = session.setup(|cafe| {
        let note = cafe.contribution(id)?;
        Some((Cafe::number_of(&cafe.tables(), note.table), Cafe::number_of(&cafe.rounds(), note.round)))
    });
    let Some((table, round)) = place else { return String::new() };
    let table = table_by_number(t, table);
    round.map_or_else(|| table.clone(), |round| format!("{table} · {}", (t.common().round)(round)))
}

/// The words, and the examples below.
#[component]
pub fn NoteWords(
    /// The open café.
    session: Session,
    /// The note.
    id: Id,
) -> impl IntoView {
    let lang = use_lang();
    let examples = session.examples(id);
    let example = move |id| {
        let note = session.note(id);
        // What was set aside is nowhere shown but among what was set aside.
        let is_shown =
            Memo::new(move || note.as_ref().is_some_and(|note| note.with(|note| !note.contribution.is_hidden())));
        let example = move || {
            is_shown.get().then(|| {
                view! {
                    <div class="note-example">
                        <b>{lang.text(|t| t.table().example)}</b>
                        {texts(session, id)}
                    </div>
                }
            })
        };
        view! { {example} }
    };
    view! {
        {texts(session, id)}
        {each(move || examples.get(), |id: &Id| id.bits(), example)}
    }
}

fn texts(session: Session, id: Id) -> View {
    let lang = use_lang();
    let Some(note) = session.note(id) else { return ().into_any() };
    let lines = move || {
        let texts: Vec<String> =
            note.with(|note| note.contribution.text.texts().iter().map(|version| version.is.to_string()).collect());
        let line = |(place, text): (usize, String)| {
            let or = (place > 0).then(|| view! { <p class="muted">{lang.t().common().or}</p> });
            view! { {or} <p class="note-text" dir="auto">{text}</p> }
        };
        texts.into_iter().enumerate().map(line).collect_view()
    };
    view! { <div>{lines}</div> }.into_any()
}
