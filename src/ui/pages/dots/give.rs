//! Giving dots: the notes of a question, by theme, each with its dots.

use super::row::Row;
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Board, NoteList, Section, Session, Voter, use_lang};
use crate::ui::components::Icon;

/// At most this many sections of a hundred notes are drawn before somebody asks for more: a phone takes a second for
/// ten thousand.
const SECTIONS_AT_ONCE: usize = 10;

/// A theme with its name; without an id what is in none, without a name where there are no themes.
type Column = (Option<Id>, Option<String>);

/// The notes of the question on the screen, and a box to find some of them.
#[component]
pub fn Give(
    /// The open café.
    session: Session,
    /// Who gives.
    voter: Voter,
    /// The notes in columns.
    board: Board,
) -> impl IntoView {
    let lang = use_lang();
    let columns = move || {
        let question = voter.question.get()?;
        Some(view! { <Columns session voter board question /> })
    };
    // Whether there is anything at all under the question.
    let is_empty = Memo::new(move || {
        let question = voter.question.get();
        session.content(|cafe| !cafe.contributions().any(|note| Some(note.question) == question && !note.is_hidden()))
    });
    let none = move || is_empty.get().then(|| nothing(lang.t().dots().no_notes, lang.t().dots().no_notes_help));
    view! {
        <Find voter board />
        <p class="muted dot-keys">{lang.text(|t| t.dots().keys)}</p>
        {none}
        {columns}
    }
}

fn nothing(title: &'static str, help: &'static str) -> View {
    view! { <div class="empty"><Icon name="cup" /><b>{title}</b><p>{help}</p></div> }.into_any()
}

/// The search, and how many notes it finds under the question.
#[component]
fn Find(voter: Voter, board: Board) -> impl IntoView {
    let lang = use_lang();
    let text = Memo::new(move || board.wanted.with(|wanted| wanted.text.clone()));
    let is_wanted = Memo::new(move || !text.with(|text| text.trim().is_empty()));
    let found = Memo::new(move || {
        let question = voter.question.get();
        board.found.with(|found| question.and_then(|id| found.get(&id).copied()).unwrap_or_default())
    });
    let result = move || {
        let t = lang.t().dots();
        is_wanted.get().then(|| if found.get() == 0 { t.nothing_found.to_owned() } else { (t.found)(found.get()) })
    };
    let clear = move |_| {
        board.wanted.update(|wanted| wanted.text.clear());
        platform::page::focus("dots-search");
    };
    view! {
        <div class="field">
            <label class="field-label" for="dots-search">{lang.text(|t| t.dots().search)}</label>
            <input
                class="input"
                type="search"
                id="dots-search"
                dir="auto"
                prop:value=move || text.get()
                on:input=move |event| {
                    let text = event_target_value(&event);
                    board.wanted.update(|wanted| wanted.text = text);
                }
            />
        </div>
        <div class="cluster" hidden=move || !is_wanted.get()>
            <p role="status">{result}</p>
            <button class="button button--quiet" on:click=clear>{lang.text(|t| t.dots().clear)}</button>
        </div>
    }
}

#[component]
fn Columns(session: Session, voter: Voter, board: Board, question: Id) -> impl IntoView {
    let columns = Memo::new(move || {
        voter.harvest.with(|harvest| {
            let themes = harvest.themes(question);
            let rest: Column = (None, (!themes.is_empty()).then(String::new));
            let named = themes.iter().map(|theme| (Some(theme.id), Some(theme.title().to_owned())));
            named.chain([rest]).collect::<Vec<Column>>()
        })
    });
    let column = move |(theme, name): Column| {
        let list = board.list(question, theme);
        view! { <Theme session voter list name /> }
    };
    // The name is a part of the key: a theme that was renamed is a new section, which is rare.
    let key = |(theme, name): &Column| {
        let letters = name.iter().flat_map(|name| name.bytes());
        letters.fold(theme.map_or(1, Id::bits), |key, byte| key.rotate_left(7) ^ u128::from(byte) << 32)
    };
    each(move || columns.get(), key, column)
}

/// The notes of one theme; nothing where none is found.
#[component]
fn Theme(session: Session, voter: Voter, list: NoteList, name: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let (len, count, sections) = (list.len.clone(), list.len, list.sections);
    let heading = name.map(|name| {
        let title = move || if name.is_empty() { lang.t().dots().to_sort.to_owned() } else { name.clone() };
        view! { <h3 class="section-title"><span dir="auto">{title}</span> <small>{move || count.get()}</small></h3> }
    });
    let shown = RwSignal::new(SECTIONS_AT_ONCE);
    let rest = {
        let sections = sections.clone();
        move || {
            let of = |section: &Section| section.ids.with(Vec::len);
            let rest: usize = sections.with(|sections| sections.iter().skip(shown.get()).map(of).sum());
            (rest > 0).then(|| {
                view! {
                    <button class="button" on:click=move |_| shown.update(|shown| *shown += SECTIONS_AT_ONCE)>
                        {(lang.t().dots().more_notes)(rest)}
                    </button>
                }
            })
        }
    };
    view! {
        <section class="stack" hidden=move || len.get() == 0>
            {heading}
            {each(
                move || sections.get().into_iter().take(shown.get()).collect(),
                |section: &Section| section.key as u128,
                move |section| view! { <Notes session voter section /> },
            )}
            {rest}
        </section>
    }
}

#[component]
fn Notes(session: Session, voter: Voter, section: Section) -> impl IntoView {
    let ids = section.ids;
    view! {
        <ul class="notes notes-section dot-notes">
            {each(move || ids.get(), |id: &Id| id.bits(), move |id| view! { <li><Row session voter id /></li> })}
        </ul>
    }
}
