//! A note on the board: its words, what belongs to it, where it is from. It has no handlers; the board has them.

use super::keys;
use super::sorting::{Places, Sorting};
use crate::core::domain::{Contribution, Id};
use crate::dom::prelude::*;
use crate::i18n::Messages;
use crate::state::{About, Note};
use crate::ui::components::{Icon, Status, table_by_number, tint};

/// A note as a row of its column.
pub fn slip(cx: Sorting, id: Id) -> View {
    let Some(note) = cx.session.note(id) else { return View::Nothing };
    let (about, mark) = (cx.board.about(id), cx.chosen.mark(id));
    let t = cx.lang.now().harvest_board();
    let state = {
        let note = note.clone();
        move || note.with(state_of)
    };
    let body = move || note.with(|note| about.with(|about| content(cx, note, about)));
    view! {
        <li>
            <article class="note slip" id=keys::slip_id(&id) tabindex="-1" data-tint=tint(id) data-state=state>
                <input
                    class="slip-check"
                    type="checkbox"
                    tabindex="-1"
                    aria-label=t.select
                    prop:checked=move || mark.get()
                />
                {body}
                <button class="button button--quiet slip-move" tabindex="-1" data-act="open">{t.move_to}</button>
                <span class="slip-grip" aria-hidden="true" title=t.grip></span>
            </article>
        </li>
    }
}

fn state_of(note: &Note) -> &'static str {
    match note {
        Note { saved: false, .. } => "unsaved",
        Note { contribution, .. } if contribution.is_disputed() => "versions",
        _ => "",
    }
}

fn content(cx: Sorting, note: &Note, about: &About) -> View {
    let t = cx.lang.now();
    let it = &*note.contribution;
    let star = about.lit.then(|| {
        view! { <p class="note-label slip-star">{t.harvest_board().highlighted}</p> }
    });
    let group = (about.group.len() > 1).then(|| gathered(cx, it.id, about));
    view! {
        <div class="slip-words">
            {star}
            {two_versions(t, it)}
            {texts(it)}
            {examples(cx, it.id)}
            {group}
            {meta(cx, t, note, about.dots)}
        </div>
    }
}

fn two_versions(t: Messages, note: &Contribution) -> Option<View> {
    note.is_disputed()
        .then(|| view! { <p class="note-label"><Icon name="copy" />{t.common().two_versions}</p> }.into_any())
}

/// The examples of a note that are not set aside.
fn examples(cx: Sorting, note: Id) -> View {
    let t = cx.lang.now();
    let example = |id: &Id| {
        let note = cx.session.note(*id)?;
        note.with(|note| {
            (!note.contribution.is_hidden()).then(|| {
                let it = &*note.contribution;
                view! {
                    <div class="note-example">
                        <b>{t.table().example}</b>
                        {two_versions(t, it)}
                        {texts(it)}
                        {change(t, *id)}
                    </div>
                }
            })
        })
    };
    cx.session.examples(note).with(|all| all.iter().filter_map(example).collect_view())
}

/// Opens the dialog of a note that stands under another one.
fn change(t: Messages, note: Id) -> View {
    view! {
        <button class="button button--quiet slip-change" data-act="change" data-one=note.to_string()>
            {t.harvest_board().change}
        </button>
    }
    .into_any()
}

fn texts(note: &Contribution) -> View {
    let texts: Vec<String> = note.text.texts().iter().map(|version| version.is.to_string()).collect();
    texts.into_iter().map(|text| view! { <p class="note-text" dir="auto">{text}</p> }).collect_view()
}

/// The notes that are gathered with one, each with its own words.
fn gathered(cx: Sorting, lead: Id, about: &About) -> View {
    let t = cx.lang.now();
    let one = |id: &Id| {
        let note = cx.session.note(*id)?;
        note.with(|note| {
            let (words, meta) = (texts(&note.contribution), meta(cx, t, note, 0));
            view! {
                <li>
                    {two_versions(t, &note.contribution)}
                    {words}
                    {examples(cx, *id)}
                    {meta}
                    <button class="button button--quiet" data-act="part" data-note=id.to_string()>
                        {t.harvest_board().take_out}
                    </button>
                    {change(t, *id)}
                </li>
            }
        })
        .into()
    };
    let others = about.group.iter().filter(|id| **id != lead).filter_map(one);
    view! {
        <details class="slip-group" open>
            <summary>{(t.harvest_board().gathered)(about.group.len())}</summary>
            <ul class="slip-others">{others.collect_view()}</ul>
        </details>
    }
}

/// Who, where and when, its dots, and whether it is not safe.
fn meta(cx: Sorting, t: Messages, note: &Note, dots: usize) -> View {
    let it = &note.contribution;
    let (table, round) = cx.places.with(|places| places_of(places, it, t));
    let dots = (dots > 0).then(|| {
        let drawn = if dots > 6 { format!("● {dots}") } else { "●".repeat(dots) };
        view! {
            <span class="dots">
                <span aria-hidden="true">{drawn}</span>
                <span class="visually-hidden">{(t.harvest_board().dots)(dots)}</span>
            </span>
        }
    });
    let unsaved = (!note.saved).then(|| view! { <Status kind="unsaved">{t.common().not_saved}</Status> });
    let name = it.signature().map(str::to_owned);
    view! {
        <footer class="note-meta">
            {name.map(|name| view! { <span dir="auto">{name}</span> })}
            <span>{table}</span>
            {round.map(|round| view! { <span>{round}</span> })}
            {dots}
            {unsaved}
        </footer>
    }
}

fn places_of(places: &Places, note: &Contribution, t: Messages) -> (String, Option<String>) {
    let table = table_by_number(t, places.tables.get(&note.table).copied());
    (table, places.rounds.get(&note.round).copied().map(t.common().round))
}
