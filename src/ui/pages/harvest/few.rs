//! The notes that were set aside, for a second look.

use crate::dom::prelude::*;
use crate::state::{Acts, Filter, Session, use_lang};
use crate::ui::components::{Icon, NoteSections, NoteUse, UndoRedo};

/// Their list.
#[component]
pub fn Hidden(session: Session) -> impl IntoView {
    let lang = use_lang();
    let list = session.list(Filter::Hidden);
    let len = list.len.clone();
    let words = move || {
        let t = lang.t().harvest();
        if len.get() > 0 {
            return view! { <p class="muted">{t.hidden_help}</p> };
        }
        view! { <div class="empty"><Icon name="check" /><b>{t.no_hidden}</b><p>{t.no_hidden_help}</p></div> }
    };
    view! {
        <section class="stack">
            {words}
            <NoteSections session list purpose=NoteUse::Harvest(Session::set_aside) />
            <UndoRedo session acts=Signal::derive(|| Acts::Sorting) />
        </section>
    }
}
