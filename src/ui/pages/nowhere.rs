//! An address that leads nowhere.

use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::use_lang;
use crate::ui::components::{Bar, Page};

/// Says that there is nothing, and leads on.
#[component]
pub fn Nowhere(
    /// Whether it is a café that is not on this device.
    cafe: bool,
) -> impl IntoView {
    let lang = use_lang();
    let title = move || {
        let t = lang.t().errors();
        if cafe { t.unknown_cafe } else { t.unknown_page }
    };
    let bar = view! { <Bar title=Signal::derive(|| "Nappe".to_owned()) up=Route::Home /> }.into_any();
    view! {
        <Page title=Signal::derive(move || title().to_owned()) bar foot=().into_any()>
            <div class="empty">
                <h1>{title}</h1>
                <p>{move || cafe.then(|| lang.t().errors().unknown_cafe_help)}</p>
                <a class="button button--primary" href=Route::Home.href()>{lang.text(|t| t.common().home)}</a>
            </div>
        </Page>
    }
}
