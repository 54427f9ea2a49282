//! Choosing a table, when the link does not say it.

use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{use_lang, use_session};
use crate::ui::components::{Bar, Page, Truth};

/// One button for each table, with its question.
#[component]
pub fn Tables() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let title = Signal::derive(move || {
        session.setup(|cafe| cafe.head().map(|head| head.title.is.to_string())).unwrap_or_default()
    });
    let tables = move || {
        let round = session.writing_round_now();
        session.setup(|cafe| {
            let line = |(place, table): (usize, &&crate::core::domain::Table)| {
                let question =
                    round.and_then(|round| cafe.question_at(table.id, round)).and_then(|id| cafe.question(id));
                (
                    place + 1,
                    table.id,
                    table.name.is.to_string(),
                    question.map(|it| it.wording().to_owned()).unwrap_or_default(),
                )
            };
            cafe.tables().iter().enumerate().map(line).collect::<Vec<_>>()
        })
    };
    let list = move || {
        let tables = tables();
        if tables.is_empty() {
            return view! { <div class="empty"><p>{lang.t().table().no_tables}</p></div> }.into_any();
        }
        let line = |(number, id, name, question): (usize, _, String, String)| {
            view! {
                <a class="start" href=Route::Table(session.id(), id).href()>
                    <span class="badge">{(lang.t().common().table)(number)}</span>
                    <span>
                        <b dir="auto">{if name.is_empty() { (lang.t().common().table)(number) } else { name }}</b>
                        <small dir="auto">{question}</small>
                    </span>
                </a>
            }
        };
        view! { <nav class="stack">{tables.into_iter().map(line).collect_view()}</nav> }.into_any()
    };
    let bar = view! { <Bar title up=Route::Home /> }.into_any();
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    view! {
        <Page title bar foot>
            <div class="page-title">
                <h1>{lang.text(|t| t.table().choose)}</h1>
                <p>{lang.text(|t| t.table().choose_help)}</p>
            </div>
            {list}
        </Page>
    }
}
