//! Joining: pasting a link, and opening one.

use crate::core::invite;
use crate::core::storage::Role;
use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{AppState, use_app, use_lang};
use crate::ui::components::{Bar, Blocked, Page, TextField};

/// Pasting a link that was sent.
#[component]
pub fn Join() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let link = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let join = move || match Route::invitation_in(&link.get_untracked()) {
        Some(Route::Invitation { table, letters }) => match invite::read(&letters) {
            Ok(_) => app.go(&Route::Invitation { table, letters }),
            Err(problem) => error.set(Some((lang.now().errors().invite)(problem).to_owned())),
        },
        _ => error.set(Some((lang.now().errors().invite)(invite::InviteError::Damaged).to_owned())),
    };
    let bar = view! { <Bar title=lang.words(|t| t.home().join) up=Route::Home /> }.into_any();
    view! {
        <Page title=lang.words(|t| t.home().join) bar foot=().into_any()>
            <Blocked />
            <div class="page-title"><h1>{lang.text(|t| t.home().join)}</h1></div>
            <form class="stack" novalidate on:submit=move |event| { event.prevent_default(); join(); }>
                <TextField
                    id="link"
                    kind="url"
                    label=lang.words(|t| t.home().join_label)
                    hint=lang.words(|t| t.home().join_hint)
                    value=link
                    error=error
                />
                <div class="cluster">
                    <button class="button button--primary">{lang.text(|t| t.home().join_go)}</button>
                </div>
            </form>
        </Page>
    }
}

/// A link that was opened: takes in the set-up and goes to the table.
#[component]
pub fn Invitation(
    /// The table's number, if the link names one.
    table: Option<usize>,
    /// The letters of the invitation.
    letters: String,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let problem = enter(app, table, &letters).err();
    let text = move || match problem {
        Some(problem) => (lang.t().errors().invite)(problem),
        None => lang.t().home().opening,
    };
    let bar = view! { <Bar title=Signal::derive(|| "Nappe".to_owned()) up=Route::Home /> }.into_any();
    view! {
        <Page title=lang.words(|t| t.home().join) bar foot=().into_any()>
            <div class="empty">
                <h1>{text}</h1>
                <a class="button button--primary" href=Route::Join.href() hidden=problem.is_none()>
                    {lang.text(|t| t.home().join)}
                </a>
            </div>
        </Page>
    }
}

fn enter(app: AppState, table: Option<usize>, letters: &str) -> Result<(), invite::InviteError> {
    let invitation = invite::read(letters)?;
    let session = app.open(invitation.cafe);
    let is_new = session.cafe(|cafe| cafe.records().len() == 0);
    session.join(invitation.records);
    if is_new {
        session.sit(|seat| seat.role = Role::Participant);
    }
    let table = table.and_then(|number| session.cafe(|cafe| cafe.tables().get(number - 1).map(|table| table.id)));
    // "Back" leads to where the person came from, not to the link.
    app.replace(&table.map_or(Route::Tables(invitation.cafe), |table| Route::Table(invitation.cafe, table)));
    Ok(())
}
