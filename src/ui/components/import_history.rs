//! The imports so far, the newest first; the latest that counts can be undone, those that were undone can be redone.

use super::{Icon, focus_next_frame};
use crate::core::storage::{Import, ImportState};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Desk, Lang, Session, use_app, use_lang};

/// At most this many file names of one import are shown.
const NAMES: usize = 3;

/// The names of the files of an import, as far as they fit a line; nothing where it has none.
pub fn file_names(import: &Import, lang: Lang) -> String {
    let names = import.files.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    match import.files.len().checked_sub(NAMES) {
        None | Some(0) => names,
        Some(more) => format!("{names} {}", (lang.t().collect().more_files)(more)),
    }
}

/// The imports of a café.
#[component]
pub fn ImportHistory(
    /// The open café.
    session: Session,
    /// The desk, whose message goes when an import is undone.
    desk: Desk,
) -> impl IntoView {
    let lang = use_lang();
    let imports = session.imports();
    let lines = move || {
        let imports = imports.get();
        if imports.is_empty() {
            return view! { <p class="muted">{lang.t().collect().history_empty}</p> }.into_any();
        }
        let latest = imports.iter().rev().find(|import| import.state == ImportState::Done).map(|import| import.id);
        let line = |import: Import| {
            let may_undo = latest == Some(import.id);
            view! { <Line desk import may_undo /> }
        };
        view! {
            <p class="muted">{lang.t().collect().history_help}</p>
            <ol class="lines">{imports.into_iter().rev().map(line).collect_view()}</ol>
        }
        .into_any()
    };
    view! {
        <section class="stack">
            <h2 class="section-title">{lang.text(|t| t.collect().history)}</h2>
            {lines}
        </section>
    }
}

#[component]
fn Line(desk: Desk, import: Import, may_undo: bool) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let t = lang.t();
    let is_done = import.state == ImportState::Done;
    let mut names = file_names(&import, lang);
    if names.is_empty() {
        names = t.collect().unfinished.to_owned();
    }
    let facts: Vec<String> = [
        platform::moment(import.at, lang.locale().tag()),
        (t.collect().counts)(import.new, import.changed),
        if is_done { String::new() } else { t.collect().state_undone.to_owned() },
    ]
    .into();
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let id = format!("import-{}", import.id);
    let described = id.clone();
    let button = (may_undo || !is_done).then(|| {
        let (icon, label, to) = match is_done {
            true => ("undo", t.collect().undo, ImportState::Undone),
            false => ("redo", t.collect().redo, ImportState::Done),
        };
        let set = move |_| set_import(app, desk, &import, to);
        view! {
            <button class="button" aria-describedby=described on:click=set><Icon name=icon />{label}</button>
        }
    });
    view! {
        <li class="line" data-state=if is_done { "done" } else { "undone" }>
            <div id=id><b dir="auto">{names}</b> <small>{facts}</small></div>
            {button}
        </li>
    }
}

/// Undoes or redoes, and says so.
pub fn set_import(app: crate::state::AppState, desk: Desk, import: &Import, to: ImportState) {
    let t = app.lang().now();
    match (desk.set_import(import, to), to) {
        (Ok(()), ImportState::Undone) => app.say(t.collect().undone),
        (Ok(()), ImportState::Done) => app.say(t.collect().redone),
        (Err(error), _) => app.say_store_error(&error),
    }
    // The button that was tapped is gone.
    focus_next_frame("main");
}
