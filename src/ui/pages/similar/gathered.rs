//! The groups that exist under a question: every original, and a way out for each.

use crate::core::domain::Id;
use crate::core::harvest::Act;
use crate::dom::prelude::*;
use crate::state::{Finder, Session, use_app, use_lang};
use crate::ui::components::{Icon, NoteWords, beginning, focus_next_frame, origin};

/// The id of the heading.
const GROUPS: &str = "similar-groups";

/// The groups.
#[component]
pub fn Gathered(
    /// The open café.
    session: Session,
    /// The screen's state.
    finder: Finder,
    /// The question.
    question: Id,
) -> impl IntoView {
    let lang = use_lang();
    let groups = Memo::new(move || finder.groups(question));
    let none =
        move || groups.with(Vec::is_empty).then(|| view! { <p class="muted">{lang.t().similar().no_groups}</p> });
    // A group that grew or shrank is drawn anew: its notes are the key.
    let key = |group: &Vec<Id>| group.iter().fold(0, |key: u128, id| key.rotate_left(11) ^ id.bits());
    let group = move |notes: Vec<Id>| {
        let count = notes.len();
        let note = |id: Id| view! { <Original session id /> };
        view! {
            <article class="card similar-group">
                <h3>{move || (lang.t().similar().group)(count)}</h3>
                <ul class="lines">{notes.into_iter().map(note).collect_view()}</ul>
            </article>
        }
    };
    view! {
        <section class="stack" aria-labelledby=GROUPS>
            <h2 class="section-title" id=GROUPS tabindex="-1">
                {lang.text(|t| t.similar().groups)} <small>{move || groups.with(Vec::len)}</small>
            </h2>
            {none}
            {each(move || groups.get(), key, group)}
        </section>
    }
}

#[component]
fn Original(session: Session, id: Id) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let out = move |_| {
        match session.act(&Act::Part { note: id }) {
            Ok(()) => app.say(lang.now().similar().taken_out),
            Err(refusal) => app.say_refusal(refusal),
        }
        focus_next_frame(GROUPS);
    };
    view! {
        <li class="line">
            <div class="dot-words">
                <NoteWords session id />
                <small>{move || origin(session, id)}</small>
            </div>
            <button
                class="button button--quiet"
                aria-label=move || (lang.t().similar().take_out)(&beginning(session, id))
                on:click=out
            >
                <Icon name="undo" />
                <span aria-hidden="true">{lang.text(|t| t.similar().take_out_short)}</span>
            </button>
        </li>
    }
}
