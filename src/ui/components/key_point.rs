//! One key point of a table: its words, whether they are safe, and what its author may do with it.

use super::Status;
use super::note::Unsaved;
use super::note_edit::{Erasing, Mode, Rewriting};
use super::note_parts::{SetAside, aside_button, mode_button, words};
use crate::core::domain::{Id, KeyPoint};
use crate::core::harvest::{Act, is_set_aside};
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};

/// A key point, and whether it is stored as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    point: KeyPoint,
    saved: bool,
}

/// One key point.
#[component]
pub fn KeyPointRow(
    /// The open café.
    session: Session,
    /// Its id.
    id: Id,
) -> impl IntoView {
    let unsaved = session.unsaved();
    let shown = Memo::new(move || {
        let point = session.content(|cafe| cafe.key_point(id).cloned())?;
        Some(Shown { point, saved: unsaved.with(|unsaved| !unsaved.contains_key(&id)) })
    });
    let mode = RwSignal::new(Mode::left(session, id));
    let state = move || match (mode.get(), shown.get()) {
        (Mode::Editing, _) => "editing",
        (Mode::Erasing, _) => "erasing",
        (_, Some(it)) if !it.saved => "unsaved",
        (_, Some(it)) if is_set_aside(&it.point) => "hidden",
        (_, Some(it)) if it.point.is_disputed() => "versions",
        _ => "",
    };
    let body = move || match mode.get() {
        Mode::Editing => view! { <Rewriting session id mode label=|t| t.host().edit_label /> }.into_any(),
        _ => shown.get().map(|it| words_of(session, &it.point)).into_any(),
    };
    let below = move || match mode.get() {
        Mode::Erasing => view! {
            <Erasing session id mode keep=|t| t.host().keep_point erased=|t| t.host().erased />
        }
        .into_any(),
        Mode::Reading => shown.get().map(|it| actions(session, &it, mode)).into_any(),
        _ => ().into_any(),
    };
    view! {
        <article class="note" data-tint="1" data-state=state>
            {body}
            <Meta session shown />
            {below}
        </article>
    }
}

fn words_of(session: Session, it: &KeyPoint) -> View {
    words(session, it.id, &it.text, it.is_disputed(), is_set_aside(it).then_some(|t| t.host().set_aside))
}

/// Where it comes from, and whether it is safe.
#[component]
fn Meta(session: Session, shown: Memo<Option<Shown>>) -> impl IntoView {
    let lang = use_lang();
    let handed_over = session.handed_over();
    move || {
        let t = lang.t().host();
        let it = shown.get()?;
        let own = it.point.author == session.device();
        let edited = it.point.text.is_edited().then(|| view! { <span>{t.edited}</span> });
        let kept = match it.saved {
            true => view! { <Status kind="saved">{t.saved}</Status> },
            false => view! { <Status kind="unsaved">{t.not_saved}</Status> },
        };
        let handed = match handed_over.with(|handed_over| handed_over.has_point(&it.point)) {
            _ if !own => None,
            true => Some(view! { <Status kind="handed">{t.handed_over}</Status> }),
            false => Some(view! { <Status kind="pending">{t.not_handed_over}</Status> }),
        };
        let elsewhere = (!own).then(|| view! { <span>{t.from_elsewhere}</span> });
        Some(view! { <footer class="note-meta">{elsewhere} {edited} {kept} {handed}</footer> })
    }
}

fn actions(session: Session, shown: &Shown, mode: RwSignal<Mode>) -> View {
    let point = &shown.point;
    let own = point.author == session.device();
    let unsaved = (!shown.saved).then(|| view! { <Unsaved session words=point.words().to_owned() /> });
    // It is left out of the report and of what hosts pass on.
    let set: SetAside = |session, point, hidden| session.act(&Act::SetPointHidden { point, hidden });
    let aside = session.is_facilitator().then(|| aside_button(session, point.id, is_set_aside(point), set));
    if !own && unsaved.is_none() && aside.is_none() {
        return ().into_any();
    }
    let may_edit = own && !point.is_disputed();
    view! {
        <div class="note-actions">
            {unsaved}
            {may_edit.then(|| mode_button(mode, "edit", |t| t.common().edit, Mode::Editing))}
            {own.then(|| mode_button(mode, "erase", |t| t.common().erase, Mode::Erasing))}
            {aside}
        </div>
    }
    .into_any()
}
