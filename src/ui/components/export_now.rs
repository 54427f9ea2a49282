//! A safety copy in one tap, where something is about to change.

use super::Icon;
use crate::core::domain::Scope;
use crate::dom::prelude::*;
use crate::state::{Filter, Session, use_app, use_lang};
use crate::transfer;

/// Downloads the whole café, and remembers it as an export does. Absent while nothing was written in it.
#[component]
pub fn ExportNow(
    /// The open café.
    session: Session,
    /// Whether it stands beside what matters more.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let (app, lang, notes) = (use_app(), use_lang(), session.list(Filter::All).len);
    let outbox = session.outbox();
    let points = Memo::new(move || session.content(|cafe| cafe.all_key_points().next().is_some()));
    let export = move |_| {
        let outgoing = session.outgoing(Scope::Whole);
        let name = format!("{}.json", outgoing.name);
        if transfer::download(&name, &outgoing.text, "application/json") {
            session.left(&outgoing);
            app.say((lang.now().hand_over().downloaded)(&name));
        } else {
            app.say(lang.now().hand_over().not_downloaded);
        }
    };
    move || {
        (notes.get() > 0 || points.get() || outbox.get().others).then(|| {
            view! {
                <button class="button" class:button--quiet=quiet on:click=export>
                    <Icon name="download" />{lang.text(|t| t.collect().export_first)}
                </button>
            }
        })
    }
}
