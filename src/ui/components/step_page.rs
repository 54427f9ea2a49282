//! The frame of the facilitator's screens.

use super::{Bar, Page, StepsNav, Truth};
use crate::dom::prelude::*;
use crate::route::{Route, Step};
use crate::state::{Lang, Session, use_lang};

/// The café's title, or that it has none.
pub fn cafe_title(session: Session, lang: Lang) -> Signal<String> {
    Signal::derive(move || {
        let title = session.setup(|cafe| cafe.head().map(|head| head.title.is.to_string()));
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| lang.t().common().untitled.to_owned())
    })
}

/// One of the six steps: the café's title above, the steps beside, the truth about the data below.
#[component]
pub fn StepPage(
    /// The open café.
    session: Session,
    /// The step.
    step: Step,
    /// What the screen is for, in a sentence.
    #[prop(into)]
    help: Signal<String>,
    /// Whether the content takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// The content below the heading.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let name = Signal::derive(move || (lang.t().common().step)(step).to_owned());
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", name.get(), cafe.get()));
    let bar = view! { <Bar title=cafe up=Route::Cafe(session.id()) /> }.into_any();
    let steps = Some(view! { <StepsNav session current=step /> }.into_any());
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    view! {
        <Page title bar steps wide foot>
            <div class="page-title">
                <h1>{name}</h1>
                <p>{help}</p>
            </div>
            {children()}
        </Page>
    }
}
