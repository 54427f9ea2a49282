//! What every row that shows a note is made of, and the row of a key point.

use super::note_edit::Mode;
use super::{Icon, VersionsChoice};
use crate::core::domain::{Id, Refusal};
use crate::core::merge::Versions;
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::state::{Session, use_app, use_lang};

/// Sets aside what has this id, or shows it again.
pub type SetAside = fn(Session, Id, bool) -> Result<(), Refusal>;

/// The colour of a note, wherever it is shown: `data-tint`. Both the time and the random bits count: notes written in
/// one go differ in one of them only.
pub fn tint(id: Id) -> String {
    ((id.bits() ^ id.bits() >> 80) % 4 + 1).to_string()
}

/// The words, or the versions to choose from where they are disputed; above them a line for what was set aside.
pub fn words(session: Session, id: Id, text: &Versions, is_disputed: bool, aside: Option<Text>) -> View {
    let lang = use_lang();
    let aside = aside.map(|label| {
        view! { <p class="note-label"><Icon name="hide" />{lang.text(label)}</p> }
    });
    let text = if is_disputed {
        view! { <VersionsChoice session id versions=text.clone() /> }.into_any()
    } else {
        let texts: Vec<String> = text.texts().iter().map(|version| version.is.to_string()).collect();
        let line = |text| view! { <p class="note-text" dir="auto">{text}</p> };
        texts.into_iter().map(line).collect_view().into_any()
    };
    view! { {aside} {text} }.into_any()
}

/// A button that begins something in its row.
pub fn mode_button(mode: RwSignal<Mode>, icon: &'static str, label: Text, then: Mode) -> View {
    let lang = use_lang();
    view! {
        <button class="button button--quiet" on:click=move |_| mode.set(then)>
            <Icon name=icon />
            {lang.text(label)}
        </button>
    }
    .into_any()
}

/// The facilitator's way to leave something out, or to show it again; its words stay.
pub fn aside_button(session: Session, id: Id, is_aside: bool, set: SetAside) -> View {
    let (app, lang) = (use_app(), use_lang());
    let click = move |_| {
        if let Err(refusal) = set(session, id, !is_aside) {
            app.say_refusal(refusal);
        }
    };
    view! {
        <button class="button button--quiet" on:click=click>
            <Icon name=if is_aside { "undo" } else { "hide" } />
            {lang.text(if is_aside { |t| t.table().show_again } else { |t| t.table().hide })}
        </button>
    }
    .into_any()
}
