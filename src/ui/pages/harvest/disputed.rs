//! Everything that stands in two versions, with the ways to settle it: notes, questions, key points, themes, next
//! steps.

use super::disputes::{Disputes, TextChoice, ThemeText};
use crate::core::domain::{Id, Refusal};
use crate::core::harvest::{Act, Harvest, Waiting};
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::state::{Acts, Filter, Session, use_app, use_lang};
use crate::ui::components::{
    Icon, KeyPointRow, NoteSections, NoteUse, UndoRedo, VersionsChoice, focus_next_frame, table_name,
};

/// The id of the list: the focus goes there when what had it was settled.
pub const LIST: &str = "disputed";

/// The list.
#[component]
pub fn Disputed(session: Session) -> impl IntoView {
    let lang = use_lang();
    let list = session.list(Filter::Disputed);
    let len = list.len.clone();
    let waiting = Memo::new(move || session.content(Waiting::of));
    let harvest = session.harvest();
    let words = move || {
        let t = lang.t().harvest();
        if len.get() + waiting.with(Waiting::len) > 0 {
            return view! { <p class="muted">{t.disputed_help}</p> };
        }
        view! { <div class="empty"><Icon name="check" /><b>{t.no_disputed}</b><p>{t.no_disputed_help}</p></div> }
    };
    let of = move |ids: fn(&Waiting) -> &Vec<Id>, row: fn(Session, Memo<Harvest>, Id) -> View| {
        each(move || waiting.with(|it| ids(it).clone()), |id: &Id| id.bits(), move |id| row(session, harvest, id))
    };
    view! {
        <section class="stack" id=LIST tabindex="-1" aria-label=lang.text(|t| t.common().two_versions)>
            {words}
            <NoteSections session list around=LIST purpose=NoteUse::Harvest(Session::set_aside) />
            <ul class="notes" hidden=move || waiting.with(Waiting::is_empty)>
                {of(|it| &it.questions, of_question)}
                {of(|it| &it.points, of_point)}
                {of(|it| &it.themes, of_theme)}
                {of(|it| &it.steps, of_step)}
            </ul>
            <UndoRedo session acts=Signal::derive(|| Acts::Sorting) />
        </section>
    }
}

fn of_question(session: Session, _: Memo<Harvest>, id: Id) -> View {
    let lang = use_lang();
    let number = move || session.setup(|cafe| cafe.questions().iter().position(|it| it.id == id)).unwrap_or_default();
    let versions = Memo::new(move || session.setup(|cafe| cafe.question(id).map(|it| it.text.clone())));
    view! {
        <li class="card stack">
            <b>{move || (lang.t().prepare().number)(Part::Question, number() + 1)}</b>
            {move || versions.get().map(|versions| view! { <VersionsChoice session id versions /> })}
        </li>
    }
    .into_any()
}

/// A key point, with the table that it comes from.
pub fn of_point(session: Session, _: Memo<Harvest>, id: Id) -> View {
    let lang = use_lang();
    let from = move || {
        let table = session.setup(|cafe| cafe.key_point(id).map(|point| point.table));
        let name = table.map(|table| table_name(session, lang, table));
        (lang.t().harvest().key_point_of)(&name.unwrap_or_else(|| lang.t().common().other_table.to_owned()))
    };
    view! { <li class="stack"><b>{from}</b><KeyPointRow session id /></li> }.into_any()
}

fn of_theme(session: Session, harvest: Memo<Harvest>, id: Id) -> View {
    let lang = use_lang();
    let title = move || {
        let name = harvest.with(|it| it.theme(id).map(|it| it.title().to_owned())).unwrap_or_default();
        (lang.t().harvest_themes().title)(&name)
    };
    let kept = move |kept: Result<ThemeText, Refusal>| settled(kept.map(drop), lang.now().harvest_themes().saved);
    view! {
        <li class="card stack">
            <b dir="auto">{title}</b>
            {move || {
                lang.locale();
                view! { <Disputes session harvest theme=id kept=Callback::new(kept) /> }
            }}
        </li>
    }
    .into_any()
}

fn of_step(session: Session, harvest: Memo<Harvest>, id: Id) -> View {
    let lang = use_lang();
    let versions = Memo::new(move || {
        harvest.with(|it| it.steps.iter().find(|step| step.id == id).map(|step| step.what.clone())).unwrap_or_default()
    });
    let keep = move |what: String| {
        let seen = versions.with_untracked(|it| it.seen());
        settled(session.act(&Act::WordStep { id, seen, what }), lang.now().harvest().settled);
    };
    view! {
        <li class="card stack">
            <b>{lang.text(|t| t.harvest().next_step)}</b>
            {move || {
                let label = lang.t().next_steps().wordings;
                view! { <TextChoice label versions=versions.get() keep=Callback::new(keep) /> }
            }}
        </li>
    }
    .into_any()
}

/// Says what became of a choice. Its button has gone with it.
fn settled(done: Result<(), Refusal>, said: &str) {
    let app = use_app();
    match done {
        Ok(()) => {
            app.say(said);
            focus_next_frame(LIST);
        }
        Err(refusal) => app.say_refusal(refusal),
    }
}
