//! Writing at a table: the question, the notes, one box.

use crate::core::domain::{Cafe, Command, Id};
use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{Filter, use_app, use_lang, use_session};
use crate::ui::components::{
    Composer, Icon, NoteSections, Page, RoundBegun, RoundChoice, TextField, Writing, cafe_title, table_by_number,
};

/// The screen of a table.
#[component]
pub fn Table(
    /// The table.
    table: Id,
) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    session.sit(|seat| seat.table = Some(table.to_string()));
    let round = Memo::new(move || session.writing_round());
    let question = Memo::new(move || session.setup(|cafe| cafe.question_at(table, round.get()?)));
    let number = Memo::new(move || session.setup(|cafe| Cafe::number_of(&cafe.tables(), table)));
    let wording = move || {
        let id = question.get()?;
        session.setup(|cafe| cafe.question(id).map(|question| question.wording().to_owned()))
    };
    let label = move || table_by_number(lang.t(), number.get());
    let bar = view! {
        <span class="badge">{label}</span>
        <div class="bar-title"><b dir="auto">{cafe_title(session, lang)}</b></div>
        <Menu table />
    }
    .into_any();
    let list = session.list(Filter::Table(table));
    let empty = {
        let len = list.len.clone();
        move || {
            (len.get() == 0).then(|| {
                view! {
                    <div class="empty">
                        <Icon name="cup" />
                        <b>{lang.t().table().empty}</b>
                        <p>{lang.t().table().empty_help}</p>
                    </div>
                }
            })
        }
    };
    let foot = view! { <Composer session table round writing=&NOTES /> }.into_any();
    view! {
        <Page title=Signal::derive(label) bar foot>
            <div class="question">
                <RoundChoice session round />
                <RoundBegun session round />
                <h1 class="question-text" dir="auto">
                    {move || wording().unwrap_or_else(|| lang.t().table().no_question.to_owned())}
                </h1>
            </div>
            <section id="notes" tabindex="-1" aria-label=lang.text(|t| t.table().notes)>
                {empty}
                <NoteSections session list around="notes" />
            </section>
        </Page>
    }
}

/// What is needed rarely: another table, signing, the six steps.
#[component]
fn Menu(table: Id) -> impl IntoView {
    let (session, app, lang) = (use_session(), use_app(), use_lang());
    let name = RwSignal::new(app.pseudonym());
    let keep = move |()| match app.choose_pseudonym(name.get_untracked().trim()) {
        Ok(()) => app.say(lang.now().table().name_saved),
        Err(error) => app.say_store_error(&error),
    };
    view! {
        <details class="menu">
            <summary class="button button--quiet button--icon" aria-label=lang.text(|t| t.common().menu)>
                <Icon name="menu" />
            </summary>
            <div class="menu-panel">
                <TextField
                    id="name"
                    label=lang.words(|t| t.table().name)
                    hint=lang.words(|t| t.table().name_hint)
                    value=name
                    on_done=Callback::new(keep)
                />
                <a class="button button--quiet" href=Route::Host(session.id(), table).href()>
                    {lang.text(|t| t.table().to_host)}
                </a>
                <a class="button button--quiet" href=Route::Tables(session.id()).href()>
                    {lang.text(|t| t.table().other_table)}
                </a>
                <a class="button button--quiet" href=Route::Cafe(session.id()).href()>
                    {lang.text(|t| t.table().to_steps)}
                </a>
                <a class="button button--quiet" href=Route::Home.href()>{lang.text(|t| t.common().home)}</a>
            </div>
        </details>
    }
}

/// The box for notes.
static NOTES: Writing = Writing {
    list: "notes",
    slot: "",
    form: |t| t.table().write_here,
    label: |t| t.table().write_here,
    placeholder: |t| t.table().write_placeholder,
    button: |t| t.common().add,
    added: |t| t.table().added,
    nowhere: |t| t.table().no_question,
    command: |session, table, round, id, text| {
        let question = session.cafe(|cafe| cafe.question_at(table, round))?;
        let (author, name) = (session.device(), use_app().pseudonym());
        Some(Command::Write { id, author, question, table, round, text, name, example_of: None })
    },
};
