//! A short link that was opened: the café's set-up is taken from the file beside the app.

use crate::dom::prelude::*;
use crate::platform;
use crate::platform::beside::{self, Answer};
use crate::route::Route;
use crate::state::{use_app, use_lang};
use crate::ui::components::{Bar, Page};
use leptos::task::spawn_local;

/// The screen, until the café is there.
#[component]
pub fn Beside(
    /// The table's number, if the link names one.
    table: Option<usize>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let here = Route::Beside(table);
    let missing = RwSignal::new(None::<Answer>);
    let look = Callback::new(move |()| {
        missing.set(None);
        let here = here.clone();
        spawn_local(async move {
            let answer = beside::read().await;
            // Whoever waited may have gone on meanwhile.
            if app.route.with_untracked(|route| *route != here) {
                return;
            }
            match &answer {
                Answer::Text(text) => match Route::invitation_in(text) {
                    Some(Route::Invitation { letters, .. }) => app.replace(&Route::Invitation { table, letters }),
                    _ => missing.set(Some(Answer::Absent)),
                },
                _ => missing.set(Some(answer)),
            }
        });
    });
    look.run(());
    let again = move |_| {
        look.run(());
        // The button goes while it is looked for.
        platform::page::focus("main");
    };
    let heading = move || {
        let t = lang.t().beside();
        match missing.get() {
            None => t.opening,
            Some(Answer::Silent) => t.silent,
            Some(_) => t.nothing,
        }
    };
    let body = move || {
        let t = lang.t();
        let Some(why) = missing.get() else { return View::Nothing };
        let help = if why == Answer::Silent { t.beside().silent_help } else { t.beside().nothing_help };
        view! {
            <p>{help}</p>
            <div class="cluster">
                <button class="button button--primary" on:click=again>{t.common().retry}</button>
                <a class="button" href=Route::Join.href()>{t.beside().join}</a>
                <a class="button button--quiet" href=Route::Home.href()>{t.common().home}</a>
            </div>
        }
        .into_any()
    };
    let bar = view! { <Bar title=Signal::derive(|| "Nappe".to_owned()) up=Route::Home /> }.into_any();
    view! {
        <Page title=lang.words(|t| t.beside().title) bar foot=().into_any()>
            <div class="empty">
                <div role="status"><h1>{heading}</h1></div>
                {body}
            </div>
        </Page>
    }
}
