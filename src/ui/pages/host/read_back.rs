//! Reading back: the key points of the round in large letters, for the host to read to the group.

use crate::core::domain::Id;
use crate::core::harvest::is_set_aside;
use crate::dom::prelude::*;
use crate::state::{use_lang, use_session};
use crate::ui::components::modal;

/// The button, and what it opens. Escape closes it.
#[component]
pub fn ReadBack(points: Memo<Vec<Id>>) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let open = RwSignal::new(false);
    let node = modal(open);
    let words = Memo::new(move || {
        let points = points.get();
        session.content(|cafe| {
            let of = |id: &Id| {
                let point = cafe.key_point(*id).filter(|point| !is_set_aside(point))?;
                let texts = point.text.texts().iter().map(|it| it.is.to_string()).collect();
                Some(texts)
            };
            points.iter().filter_map(of).collect::<Vec<Vec<String>>>()
        })
    });
    let list = move || {
        let or = lang.t().common().or;
        let point = |texts: Vec<String>| {
            let one = |(place, text): (usize, String)| {
                let or = (place > 0).then(|| view! { " " <small>{or}</small> " " });
                view! { {or} <span dir="auto">{text}</span> }
            };
            view! { <li class="note-text">{texts.into_iter().enumerate().map(one).collect_view()}</li> }
        };
        open.get().then(|| words.get().into_iter().map(point).collect_view())
    };
    let button = move || {
        (!points.with(Vec::is_empty)).then(|| {
            view! {
                <div class="cluster">
                    <button class="button button--ghost" on:click=move |_| open.set(true)>
                        {lang.text(|t| t.host().read_back)}
                    </button>
                </div>
            }
        })
    };
    view! {
        {button}
        <dialog
            class="dialog host-read"
            aria-labelledby="read-back"
            node_ref=node
            on:close=move |_| open.set(false)
        >
            <form method="dialog">
                <h2 id="read-back">{lang.text(|t| t.host().read_back_line)}</h2>
                <ol class="host-large">{list}</ol>
                <div class="dialog-actions">
                    <button class="button">{lang.text(|t| t.common().close)}</button>
                </div>
            </form>
        </dialog>
    }
}
