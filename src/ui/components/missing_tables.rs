//! From which tables something seems to be missing, on the screens where that can still be set right.

use super::table_label;
use crate::core::harvest::{Silent, silent};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Session, use_lang};

/// More tables than these are shown when somebody asks for them: the notice must not push away what it stands above.
const AT_ONCE: usize = 4;

/// Names the tables from which nothing is here, and the rounds from which others are here and these are not.
#[component]
pub fn MissingTables(
    /// The open café.
    session: Session,
    /// Whether the way to collecting stands there as well.
    #[prop(optional)]
    to_collect: bool,
) -> impl IntoView {
    let lang = use_lang();
    let missing = Memo::new(move || session.content(|cafe| silent(cafe, platform::now())));
    move || {
        let (none, some): (Vec<Silent>, Vec<Silent>) = missing.get().into_iter().partition(|it| it.rounds.is_empty());
        if none.is_empty() && some.is_empty() {
            return ().into_any();
        }
        let t = lang.t().harvest();
        let name = |it: &Silent| table_label(lang, it.table, &it.name);
        let none: Vec<String> = none.iter().map(name).collect();
        let all =
            (!none.is_empty()).then(|| view! { <b dir="auto">{(t.nothing_from)(none.len(), &none.join(", "))}</b> });
        let lines: Vec<String> = some.iter().map(|it| (t.nothing_from_rounds)(&name(it), &it.rounds)).collect();
        let count = lines.len();
        let lines = lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view();
        let rounds = match count {
            0 => ().into_any(),
            1..=AT_ONCE => view! { <ul class="missing">{lines}</ul> }.into_any(),
            _ => view! {
                <details>
                    <summary>{(t.rounds_missing)(count)}</summary>
                    <ul class="missing">{lines}</ul>
                </details>
            }
            .into_any(),
        };
        let link = to_collect.then(|| {
            view! { <a class="button" href=Route::Step(session.id(), Step::Collect).href()>{t.to_collect}</a> }
        });
        view! {
            <div class="notice missing-tables" data-kind="info">
                <div>{all} {rounds}</div>
                <p>{t.nothing_from_help}</p>
                {link.map(|link| view! { <div class="cluster">{link}</div> })}
            </div>
        }
        .into_any()
    }
}
