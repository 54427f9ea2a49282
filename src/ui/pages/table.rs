//! Writing at a table: the question, the notes, one box.

use crate::core::domain::{CONTRIBUTION_CHARS, Cafe, Command, Id};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::{Filter, use_app, use_lang, use_session};
use crate::ui::components::{Growing, Icon, NoteSections, Page, RoundBegun, RoundChoice, TextField, Truth, cafe_title};

/// From here on the box says how many characters are left.
const COUNT_FROM: usize = CONTRIBUTION_CHARS - 200;

/// The screen of a table.
#[component]
pub fn Table(
    /// The table.
    table: Id,
) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    session.sit(|seat| seat.table = Some(table.to_string()));
    let seat = session.seat();
    let round = Memo::new(move || {
        let chosen = seat.with(|seat| seat.round.as_deref().and_then(Id::parse));
        session.setup(|cafe| cafe.writing_round(chosen, platform::now()))
    });
    let question = Memo::new(move || session.setup(|cafe| cafe.question_at(table, round.get()?)));
    let number = Memo::new(move || session.setup(|cafe| Cafe::number_of(&cafe.tables(), table)));
    let wording = move || {
        let id = question.get()?;
        session.setup(|cafe| cafe.question(id).map(|question| question.wording().to_owned()))
    };
    let label = move || {
        let t = lang.t().common();
        number.get().map_or_else(|| t.other_table.to_owned(), t.table)
    };
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
    let foot = view! { <Composer table /> }.into_any();
    view! {
        <Page title=Signal::derive(label) bar foot>
            <div class="question">
                <RoundChoice session round />
                <RoundBegun session round />
                <h1 class="question-text" dir="auto">
                    {move || wording().unwrap_or_else(|| lang.t().table().no_question.to_owned())}
                </h1>
            </div>
            <section id="notes" aria-label=lang.text(|t| t.table().notes)>
                {empty}
                <NoteSections session list />
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
        Err(error) => app.say((lang.now().errors().store)(&error)),
    };
    view! {
        <details class="menu">
            <summary class="button button--quiet button--icon" aria-label=lang.text(|t| t.common().menu)>
                <Icon name="menu" />
            </summary>
            <div class="menu-panel">
                <TextField
                    id="name"
                    label=Signal::derive(move || lang.t().table().name.to_owned())
                    hint=Signal::derive(move || lang.t().table().name_hint.to_owned())
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

/// The box, and the truth about the data.
#[component]
fn Composer(table: Id) -> impl IntoView {
    let (session, app, lang) = (use_session(), use_app(), use_lang());
    let slot = StoredValue::new(table.to_string());
    let text = RwSignal::new(slot.with_value(|slot| session.draft(slot)));
    let error = RwSignal::new(None::<String>);
    let node = NodeRef::new();
    let keep = move |text: String| {
        let kept = slot.with_value(|slot| session.keep_draft(slot, &text));
        let blocked = app.storage.get_untracked().is_err();
        error.set((kept.is_err() && !blocked).then(|| lang.now().table().draft_not_kept.to_owned()));
    };
    let add = move || {
        // A round may have gone on meanwhile: what is asked then is shown, and the note goes there.
        let chosen = session.seat().with_untracked(|seat| seat.round.as_deref().and_then(Id::parse));
        let at = session.cafe(|cafe| cafe.writing_round(chosen, platform::now()));
        let question = at.and_then(|round| session.cafe(|cafe| cafe.question_at(table, round)));
        let (Some(round), Some(question)) = (at, question) else {
            error.set(Some(lang.now().table().no_question.to_owned()));
            return;
        };
        let id = session.new_id();
        let command = Command::Write {
            id,
            author: session.device(),
            question,
            table,
            round,
            text: text.get_untracked(),
            name: app.pseudonym(),
            example_of: None,
        };
        match session.commit(command) {
            Ok(_) => {
                error.set(None);
                text.set(String::new());
                // Where the note could not be stored, its words stay in the stored draft as well.
                if session.unsaved().with_untracked(|unsaved| !unsaved.contains_key(&id)) {
                    slot.with_value(|slot| drop(session.keep_draft(slot, "")));
                    app.say(lang.now().table().added);
                }
                request_animation_frame(|| platform::page::reveal_last("notes"));
            }
            Err(refusal) => error.set(Some((lang.now().errors().refusal)(refusal))),
        }
        if let Some(area) = node.get_untracked() {
            let area: web_sys::HtmlTextAreaElement = area;
            let _ = area.focus();
        }
    };
    let count = move || {
        let used = text.with(|text| text.chars().count());
        let t = lang.t().table();
        match used {
            0..COUNT_FROM => None,
            COUNT_FROM..=CONTRIBUTION_CHARS => Some((t.characters_left)(CONTRIBUTION_CHARS - used)),
            _ => Some((t.too_long)(used - CONTRIBUTION_CHARS)),
        }
    };
    view! {
        <form
            class="composer"
            aria-label=lang.text(|t| t.table().write_here)
            on:submit=move |event| { event.prevent_default(); add(); }
        >
            <div class="composer-inner">
                <label class="visually-hidden" for="contribution">{lang.text(|t| t.table().write_here)}</label>
                <Growing
                    id="contribution"
                    value=text
                    placeholder=Signal::derive(move || lang.t().table().write_placeholder.to_owned())
                    node
                    described_by="contribution-state"
                    on_input=Callback::new(keep)
                    on_submit=Callback::new(move |()| add())
                />
                <div id="contribution-state" aria-live="polite">
                    {move || error.get().map(|error| view! { <p class="field-error">{error}</p> })}
                    {move || count().map(|count| view! { <p class="field-count">{count}</p> })}
                </div>
                <div class="composer-row">
                    <Truth session />
                    <a class="button" href=Route::HandOver(session.id(), Some(table)).href()>
                        {lang.text(|t| t.table().hand_over)}
                    </a>
                    // No submit button: browsers walk all rows of the page before they submit a form.
                    <button type="button" class="button button--primary" on:click=move |_| add()>
                        {lang.text(|t| t.common().add)}
                    </button>
                </div>
            </div>
        </form>
    }
}
