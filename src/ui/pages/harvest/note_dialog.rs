//! What can be done with a note, or with several at once: move them, highlight, correct, set aside.

use super::board::target;
use super::keys;
use super::lines;
use super::modal::{Says, dialog_for};
use super::settled::OTHERS;
use super::sorting::{Opened, Sorting};
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::Note;
use crate::ui::components::{AddingExample, Erasing, Icon, Mode, Rewriting, Unsaved, VersionsChoice};

/// The dialog of notes.
#[component]
pub fn NoteDialog(cx: Sorting) -> impl IntoView {
    let node = dialog_for(cx, |open| matches!(open, Opened::Notes(_)));
    let notes = Memo::new(move || match cx.open.get() {
        Some(Opened::Notes(notes)) => notes,
        _ => Vec::new(),
    });
    let body = move || {
        let notes = notes.get();
        (!notes.is_empty()).then(|| view! { <Body cx notes /> })
    };
    // A digit is a theme here as well, but not in a box.
    let digit = move |event: web_sys::KeyboardEvent| {
        let writes = target(&event).is_some_and(|it| it.closest("input, textarea").ok().flatten().is_some());
        if writes || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let notes = notes.get_untracked();
        // An example stands where its note does.
        if notes.iter().all(|note| cx.is_example(*note)) {
            return;
        }
        match (&*event.key(), keys::theme_at(cx, &event.key())) {
            ("0", _) => cx.sort(notes, None),
            (_, Some(theme)) => cx.sort(notes, Some(theme)),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby="move-title"
            node_ref=node
            on:close=move |_| if !notes.with_untracked(Vec::is_empty) { cx.open.set(None) }
            on:keydown=digit
        >
            {body}
        </dialog>
    }
}

#[component]
fn Body(cx: Sorting, notes: Vec<Id>) -> impl IntoView {
    let t = cx.lang.now();
    let one = if let [one] = notes[..] { Some(one) } else { None };
    // What was begun goes on.
    let begun = one.is_some_and(|id| !cx.session.draft(&id.to_string()).is_empty());
    let mode = RwSignal::new(if begun { Mode::Editing } else { Mode::Reading });
    let count = notes.len();
    let words = one.and_then(|id| cx.session.note(id)).map(|note| {
        view! { <blockquote class="move-words">{move || note.with(words_of)}</blockquote> }
    });
    let is_example = one.is_some_and(|id| cx.is_example(id));
    let unseen = untrack(|| cx.unseen(&notes));
    let unseen = (count > 1 && unseen > 0).then(|| {
        view! { <p class="muted">{(t.harvest_board().move_unseen)(unseen)}</p> }
    });
    let notes = StoredValue::new(notes);
    let b = t.harvest_board();
    let title = if is_example { b.this_example.to_owned() } else { (b.move_title)(count) };
    let rest = move || match (mode.get(), one) {
        (Mode::Editing, Some(id)) => view! { <Rewriting session=cx.session id mode /> }.into_any(),
        (Mode::Erasing, Some(id)) => view! { <Erasing session=cx.session id mode /> }.into_any(),
        (Mode::AddingExample, Some(id)) => view! { <AddingExample session=cx.session id mode /> }.into_any(),
        _ if is_example => view! { <Others cx notes mode is_example /> }.into_any(),
        _ => view! {
            <Targets cx notes />
            <IntoNew cx notes />
            <Others cx notes mode is_example />
        }
        .into_any(),
    };
    // Corrected, given an example, or left as it is: what was asked for is done.
    let was_editing = StoredValue::new(begun);
    Effect::new(move || {
        let editing = matches!(mode.get(), Mode::Editing | Mode::AddingExample);
        if was_editing.get_value() && !editing {
            cx.open.set(None);
        }
        was_editing.set_value(editing);
    });
    // The button that opened it, in what stands under another note, may be drawn anew by then.
    if let Some(above) = one.and_then(|id| cx.above(id)) {
        let above = [keys::slip_id(&above)];
        on_cleanup(move || request_animation_frame(move || platform::page::focus_if_lost(&above)));
    }
    // A note that was erased here is not there any more.
    if let Some(id) = one {
        let content = Memo::new(move || cx.session.content(|cafe| cafe.contribution(id).is_some()));
        Effect::new(move || {
            if !content.get() {
                cx.open.set(None);
            }
        });
    }
    view! {
        <div class="dialog-body">
            <h2 id="move-title">{title}</h2>
            {words}
            {unseen}
            {rest}
            <Says cx />
            <div class="dialog-actions">
                <button class="button" on:click=move |_| cx.open.set(None)>{t.common().close}</button>
            </div>
        </div>
    }
}

fn words_of(note: &Note) -> View {
    let texts: Vec<String> = note.contribution.text.texts().iter().map(|it| it.is.to_string()).collect();
    texts.into_iter().map(|text| view! { <p class="note-text" dir="auto">{text}</p> }).collect_view()
}

/// The themes, the one that was used last first, and "to sort".
#[component]
fn Targets(cx: Sorting, notes: StoredValue<Vec<Id>>) -> impl IntoView {
    let t = cx.lang.now().harvest_board();
    let Some(question) = cx.question.get_untracked() else { return View::Nothing };
    let columns: Vec<Option<Id>> = cx.session.cafe(|cafe| {
        let theme = |id: &Id| cafe.contribution(*id).and_then(|note| cx.harvest(|it| it.theme_of(note)));
        notes.with_value(|notes| notes.iter().map(theme).collect())
    });
    let all_in = |column: Option<Id>| columns.iter().all(|it| *it == column);
    let themes: Vec<(usize, Id, String)> = cx.harvest(|harvest| {
        let themes = harvest.themes(question).into_iter().zip(1..);
        themes.map(|(theme, number)| (number, theme.id, theme.title().to_owned())).collect()
    });
    let recent = cx.recent.get_untracked();
    let (last, others): (Vec<_>, Vec<_>) = themes.into_iter().partition(|(_, id, _)| Some(*id) == recent);
    let button = |number: Option<usize>, theme: Option<Id>, name: String| {
        let is_here = all_in(theme);
        let said = match theme {
            _ if is_here => Some(t.here),
            Some(_) if theme == recent => Some(t.last_used),
            _ => None,
        };
        let key = number.filter(|it| *it < 10).map(|it| view! { <kbd aria-hidden="true">{it}</kbd> });
        let act = move |_| {
            if !is_here {
                cx.sort(notes.get_value(), theme)
            }
        };
        view! {
            <li>
                <button class="button move-target" aria-disabled=is_here.then_some("true") on:click=act>
                    {key}
                    <span dir="auto">{name}</span>
                    {said.map(|said| view! { <small>{said}</small> })}
                </button>
            </li>
        }
    };
    let themes = last.into_iter().chain(others).map(|(number, id, name)| button(Some(number), Some(id), name));
    let themes = themes.collect_view();
    let back = (!all_in(None)).then(|| button(Some(0), None, t.back_to_sort.to_owned()));
    view! { <ul class="move-targets">{themes} {back}</ul> }.into_any()
}

/// A theme that is made for them: so one is split, too.
#[component]
fn IntoNew(cx: Sorting, notes: StoredValue<Vec<Id>>) -> impl IntoView {
    let t = cx.lang.now();
    let Some(question) = cx.question.get_untracked() else { return View::Nothing };
    let name = lines::left(cx, question, format!("new-theme-{question}"));
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        match cx.sort_into_new(name.now(), notes.get_value()) {
            Ok(theme) => lines::added(cx, name, &[theme]),
            Err(refusal) => {
                name.error.set(Some(cx.app.lang().refusal(refusal)));
                platform::page::focus("new-theme");
            }
        }
    };
    view! {
        <form class="move-new" on:submit=submit>
            <div class="field">
                <label class="field-label" for="new-theme">{t.harvest_board().into_new}</label>
                <input
                    class="input"
                    id="new-theme"
                    dir="auto"
                    autocomplete="off"
                    aria-describedby="new-theme-error"
                    aria-invalid=move || name.error.with(Option::is_some).then_some("true")
                    prop:value=name.text
                    on:input=move |event| name.typed(event_target_value(&event))
                />
                <p class="field-error" id="new-theme-error" aria-live="polite">{move || name.error.get()}</p>
            </div>
            <button class="button">{t.harvest_board().into_new_button}</button>
        </form>
    }
    .into_any()
}

/// What else can be done; of an example, only what concerns its words.
#[component]
fn Others(cx: Sorting, notes: StoredValue<Vec<Id>>, mode: RwSignal<Mode>, is_example: bool) -> impl IntoView {
    let t = cx.lang.now();
    let b = t.harvest_board();
    let all = notes.get_value();
    let lit = all.iter().all(|note| cx.is_highlighted(*note));
    let gather = (all.len() > 1).then(|| {
        view! { <button class="button" on:click=move |_| cx.gather(notes.get_value())>{b.gather}</button> }
    });
    let one = if let [one] = all[..] { cx.session.note(one) } else { None };
    let of_one = one.map(|note| {
        move || {
            let Note { contribution: it, saved } = note.get();
            let id = it.id;
            let own = it.author == cx.session.device();
            let versions = it.text.clone();
            let choice = it.is_disputed().then(|| view! { <VersionsChoice session=cx.session id versions /> });
            let edit = (!it.is_disputed()).then(|| {
                view! {
                    <button class="button button--quiet" on:click=move |_| mode.set(Mode::Editing)>
                        <Icon name="edit" />{t.common().edit}
                    </button>
                }
            });
            let example = (!is_example && !it.is_disputed()).then(|| {
                view! {
                    <button class="button button--quiet" on:click=move |_| mode.set(Mode::AddingExample)>
                        <Icon name="plus" />{t.table().example}
                    </button>
                }
            });
            let erase = own.then(|| {
                view! {
                    <button class="button button--quiet" on:click=move |_| mode.set(Mode::Erasing)>
                        <Icon name="erase" />{t.common().erase}
                    </button>
                }
            });
            let out = cx.harvest(|it| !it.group(id).is_empty()).then(|| {
                view! {
                    <button class="button button--quiet" on:click=move |_| cx.part(id)>
                        <Icon name="undo" />{b.take_out}
                    </button>
                }
            });
            let unsaved = (!saved).then(|| {
                view! { <Unsaved session=cx.session words=it.words().to_owned() /> }
            });
            view! {
                {choice}
                {unsaved}
                {edit}
                {example}
                {out}
                <button class="button button--quiet" on:click=move |_| cx.set_aside(id)>
                    <Icon name="hide" />{t.table().hide}
                </button>
                {erase}
            }
        }
    });
    let name = if is_example { b.this_example } else { b.this_note };
    let highlight = (!is_example).then(|| {
        let highlight = move |_| notes.with_value(|notes| cx.highlight(notes));
        view! {
            <button class="button button--quiet" on:click=highlight>
                {if lit { b.unhighlight } else { b.highlight }}
            </button>
        }
    });
    view! {
        <div class="move-others cluster" id=OTHERS tabindex="-1" role="group" aria-label=name>
            {gather}
            {highlight}
            {of_one}
        </div>
    }
}
