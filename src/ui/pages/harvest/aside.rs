//! The notes and key points that were set aside, for a second look.

use super::disputed::of_point;
use super::settled::ASIDE;
use crate::core::domain::Id;
use crate::core::harvest::is_set_aside;
use crate::dom::prelude::*;
use crate::state::{Acts, Filter, Session, use_lang};
use crate::ui::components::{Icon, NoteSections, NoteUse, UndoRedo};

/// Their list.
#[component]
pub fn Hidden(session: Session) -> impl IntoView {
    let lang = use_lang();
    let list = session.list(Filter::Hidden);
    let len = list.len.clone();
    let points: Memo<Vec<Id>> = Memo::new(move || {
        session.content(|cafe| cafe.all_key_points().filter(|it| is_set_aside(it)).map(|it| it.id).collect())
    });
    let harvest = session.harvest();
    let words = move || {
        let t = lang.t().harvest();
        if len.get() + points.with(Vec::len) > 0 {
            return view! { <p class="muted">{t.hidden_help}</p> };
        }
        view! { <div class="empty"><Icon name="check" /><b>{t.no_hidden}</b><p>{t.no_hidden_help}</p></div> }
    };
    view! {
        <section class="stack" id=ASIDE tabindex="-1" aria-label=lang.text(|t| t.harvest().aside)>
            {words}
            <NoteSections session list around=ASIDE purpose=NoteUse::Harvest(Session::set_aside) />
            <ul class="notes" hidden=move || points.with(Vec::is_empty)>
                {each(move || points.get(), |id| id.bits(), move |id| of_point(session, harvest, id))}
            </ul>
            <UndoRedo session acts=Signal::derive(|| Acts::Sorting) />
        </section>
    }
}
