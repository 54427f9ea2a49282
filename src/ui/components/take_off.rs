//! Taking a café off this device: asked for by its title, its export offered first, to be undone for a day.

use super::{Icon, TextField, cafe_title};
use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{Session, use_app, use_lang};

/// Folded away at the foot of the overview.
#[component]
pub fn TakeOff(
    /// The open café.
    session: Session,
) -> impl IntoView {
    let (app, lang, outbox) = (use_app(), use_lang(), session.outbox());
    let title = cafe_title(session, lang);
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let remove = move || {
        if typed.get_untracked().trim() != title.get_untracked().trim() {
            error.set(Some(lang.now().removal().other_title.to_owned()));
            return;
        }
        match app.remove_cafe(session.id()) {
            Ok(()) => {
                app.say_there(lang.now().removal().removed);
                app.replace(&Route::Home);
            }
            Err(why) => error.set(Some((lang.now().errors().store)(&why))),
        }
    };
    let only_here = move || {
        let (t, waiting) = (lang.t().removal(), outbox.get());
        let line = |count, text: fn(usize) -> String| (count > 0).then(|| view! { <p><b>{text(count)}</b></p> });
        let others = waiting.others.then(|| view! { <p><b>{t.changes_only_here}</b></p> });
        view! { {line(waiting.notes, t.only_here)} {line(waiting.points, t.points_only_here)} {others} }
    };
    view! {
        <details class="card">
            <summary>{lang.text(|t| t.removal().title)}</summary>
            <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); remove(); }>
                <p>{lang.text(|t| t.removal().help)}</p>
                {only_here}
                <div class="cluster">
                    <a class="button" href=Route::HandOver(session.id(), None).href()>
                        <Icon name="download" />{lang.text(|t| t.removal().export_first)}
                    </a>
                </div>
                <TextField
                    id="removed-title"
                    label=Signal::derive(move || (lang.t().removal().type_title)(&title.get()))
                    value=typed
                    error=Signal::derive(move || error.get())
                />
                <div class="cluster">
                    <button class="button"><Icon name="erase" />{lang.text(|t| t.removal().remove)}</button>
                </div>
            </form>
        </details>
    }
}
