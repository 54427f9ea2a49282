//! Views. [`App`] chooses the page for the address; pages ask for the app and the open café; components are pieces that
//! pages share.

mod components;
mod pages;
mod parts;

use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::AppState;
use parts::Part;

/// Puts the app onto the page.
pub fn start() {
    crate::dom::mount(view! { <App /> });
}

/// The whole app.
#[component]
fn App() -> impl IntoView {
    let app = AppState::start();
    platform::page::remove_shell();
    let first = match app.route.get_untracked() {
        Route::Home | Route::Join | Route::Beside(_) => Part::Home,
        Route::Invitation { .. } | Route::Tables(_) | Route::Table(..) => Part::Writing,
        _ => Part::Rest,
    };
    leptos::task::spawn_local(parts::load_all(first));
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
        Route::Home | Route::Join | Route::Beside(_) => parts::page(Part::Home, route),
        Route::Invitation { .. } => parts::page(Part::Writing, route),
        Route::Unknown => view! { <pages::Nowhere cafe=false /> }.into_any(),
        // Collecting is how an unknown café comes to this device.
        Route::Create | Route::Ready | Route::Received | Route::Step(_, Step::Collect) => {
            parts::page(Part::Rest, route)
        }
        _ if unknown_cafe.get() => view! { <pages::Nowhere cafe=true /> }.into_any(),
        Route::Tables(_) | Route::Table(..) => parts::page(Part::Writing, route),
        _ => parts::page(Part::Rest, route),
    }
}
