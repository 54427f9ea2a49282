//! Two versions of a text, and the choice between them.

use super::Icon;
use crate::core::domain::{Command, Id, Stamp};
use crate::core::merge::{Version, Versions};
use crate::dom::prelude::*;
use crate::state::{Session, use_app, use_lang};

/// The versions of a contribution or a question, with the ways to settle them.
#[component]
pub fn VersionsChoice(
    /// The open café.
    session: Session,
    /// The contribution or question.
    id: Id,
    /// Its versions.
    versions: Versions,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let seen = versions.seen();
    let commit = move |command: Command| {
        if let Err(refusal) = session.commit(command) {
            app.say_refusal(refusal);
        }
    };
    let texts: Vec<Version> = versions.texts().into_iter().cloned().collect();
    let keep_both = {
        let seen = seen.clone();
        move |_| commit(Command::KeepBoth { id, seen: seen.clone() })
    };
    let choice = |version: Version, seen: Vec<Stamp>| {
        let at = version.at;
        view! {
            <li class="version">
                <p class="note-text" dir="auto">{version.is.to_string()}</p>
                <button
                    class="button button--ghost"
                    on:click=move |_| commit(Command::Pick { id, seen: seen.clone(), version: at })
                >
                    {lang.text(|t| t.common().keep_this)}
                </button>
            </li>
        }
    };
    view! {
        <p class="note-label">
            <Icon name="copy" />
            {lang.text(|t| t.common().two_versions)}
        </p>
        <p class="muted">{lang.text(|t| t.common().two_versions_help)}</p>
        <ul class="versions">{texts.into_iter().map(|it| choice(it, seen.clone())).collect_view()}</ul>
        <button class="button button--quiet" on:click=keep_both>{lang.text(|t| t.common().keep_both)}</button>
    }
}
