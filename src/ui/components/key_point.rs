//! One key point of a table: its words, whether they are safe, and what its author may do with it.

use super::note::Unsaved;
use super::note_edit::{Erasing, Mode, Rewriting};
use super::{Icon, Status, VersionsChoice};
use crate::core::domain::{Id, KeyPoint};
use crate::core::harvest::{Act, is_set_aside};
use crate::dom::prelude::*;
use crate::i18n::Messages;
use crate::state::{Session, use_app, use_lang};

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
        _ => shown.get().map(|it| words(session, &it.point)).into_any(),
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

fn words(session: Session, point: &KeyPoint) -> View {
    let lang = use_lang();
    let aside = is_set_aside(point).then(|| {
        view! { <p class="note-label"><Icon name="hide" />{lang.text(|t| t.host().set_aside)}</p> }
    });
    let text = if point.is_disputed() {
        view! { <VersionsChoice session id=point.id versions=point.text.clone() /> }.into_any()
    } else {
        let texts: Vec<String> = point.text.texts().iter().map(|version| version.is.to_string()).collect();
        let line = |text| view! { <p class="note-text" dir="auto">{text}</p> };
        texts.into_iter().map(line).collect_view().into_any()
    };
    view! { {aside} {text} }.into_any()
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
    let lang = use_lang();
    let own = shown.point.author == session.device();
    let button = move |icon, label: fn(Messages) -> &'static str, then: Mode| {
        view! {
            <button class="button button--quiet" on:click=move |_| mode.set(then)>
                <Icon name=icon />
                {lang.text(label)}
            </button>
        }
    };
    let unsaved = (!shown.saved).then(|| view! { <Unsaved session words=shown.point.words().to_owned() /> });
    let aside = session.is_facilitator().then(|| set_aside(session, &shown.point));
    if !own && unsaved.is_none() && aside.is_none() {
        return ().into_any();
    }
    let may_edit = own && !shown.point.is_disputed();
    view! {
        <div class="note-actions">
            {unsaved}
            {may_edit.then(|| button("edit", |t| t.common().edit, Mode::Editing))}
            {own.then(|| button("erase", |t| t.common().erase, Mode::Erasing))}
            {aside}
        </div>
    }
    .into_any()
}

/// The facilitator's way to leave it out of the report and of what hosts pass on; its words stay.
fn set_aside(session: Session, point: &KeyPoint) -> View {
    let (app, lang) = (use_app(), use_lang());
    let (id, hidden) = (point.id, is_set_aside(point));
    let set = move |_| {
        if let Err(refusal) = session.act(&Act::SetPointHidden { point: id, hidden: !hidden }) {
            app.say_refusal(refusal);
        }
    };
    view! {
        <button class="button button--quiet" on:click=set>
            <Icon name=if hidden { "undo" } else { "hide" } />
            {lang.text(if hidden { |t| t.table().show_again } else { |t| t.table().hide })}
        </button>
    }
    .into_any()
}
