//! Views. [`App`] chooses the page for the address; pages ask for the app and the open café; components take props.

mod components;
mod pages;

use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::AppState;

/// Puts the app onto the page.
pub fn start() {
    crate::dom::mount(view! { <App /> });
}

/// The whole app.
#[component]
fn App() -> impl IntoView {
    let app = AppState::start();
    platform::page::remove_shell();
    // A memo: the page is made anew when the café arrives, not at every change of its set-up.
    let unknown_cafe = Memo::new(move || app.session.get().is_some_and(|session| !session.is_here()));
    view! {
        {move || {
            let route = app.route.get();
            if let Some(cafe) = route.cafe() {
                app.open(cafe);
            }
            page(&route, unknown_cafe)
        }}
        <components::Toasts />
    }
}

fn page(route: &Route, unknown_cafe: Memo<bool>) -> View {
    match route {
        Route::Home => view! { <pages::Home /> }.into_any(),
        Route::Create => view! { <pages::Create /> }.into_any(),
        Route::Join => view! { <pages::Join /> }.into_any(),
        Route::Ready => view! { <pages::Ready /> }.into_any(),
        Route::Received => view! { <pages::Received /> }.into_any(),
        Route::Invitation { table, letters } => {
            view! { <pages::Invitation table=*table letters=letters.clone() /> }.into_any()
        }
        // Collecting is how an unknown café comes to this device.
        Route::Step(_, Step::Collect) => view! { <pages::Collect /> }.into_any(),
        Route::Unknown => view! { <pages::Nowhere cafe=false /> }.into_any(),
        _ if unknown_cafe.get() => view! { <pages::Nowhere cafe=true /> }.into_any(),
        Route::Cafe(_) => view! { <pages::Overview /> }.into_any(),
        Route::Step(_, Step::Prepare) => view! { <pages::Prepare /> }.into_any(),
        Route::Step(_, Step::Invite) => view! { <pages::Invite /> }.into_any(),
        Route::Step(_, Step::Run) => view! { <pages::Run /> }.into_any(),
        Route::Step(_, Step::Harvest) => view! { <pages::Harvest /> }.into_any(),
        Route::Step(_, Step::Report) => view! { <pages::Report /> }.into_any(),
        Route::Tables(_) => view! { <pages::Tables /> }.into_any(),
        Route::Table(_, table) => view! { <pages::Table table=*table /> }.into_any(),
        Route::HandOver(_, table) => view! { <pages::HandOver table=*table /> }.into_any(),
        Route::Projector(_) => view! { <pages::Projector /> }.into_any(),
    }
}
