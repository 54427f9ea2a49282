//! Files that another app shared with this one: they are read, and their café's preview is opened.

use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{AppState, use_app, use_lang};
use crate::ui::components::{Bar, Page};
use leptos::task::spawn_local;

/// The screen, for the moment that it takes.
#[component]
pub fn Received() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    spawn_local(async move {
        let files = app.received().await;
        let laid_out = match files.is_empty() {
            true => Err(lang.now().ready().nothing_received.to_owned()),
            // "Back" leads to the app that shared them, or to where one was.
            false => app.lay_out_anywhere(files.clone(), AppState::replace),
        };
        if let Err(why) = laid_out {
            // None of them is a bundle: they are where they came from.
            app.settle_received(files.iter());
            app.say_there(why);
            app.replace(&Route::Home);
        }
    });
    let title = lang.words(|t| t.ready().receiving);
    let bar = view! { <Bar title=Signal::derive(|| "Nappe".to_owned()) up=Route::Home /> }.into_any();
    view! {
        <Page title bar foot=().into_any()>
            <p role="status">{title}</p>
        </Page>
    }
}
