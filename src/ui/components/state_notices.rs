//! What a person must know about the store: blocked or full. Each with a way out. [`super::StoredNotices`], which come
//! later, say what is wrong with the café in it.

use crate::dom::prelude::*;
use crate::route::Route;
use crate::state::{Session, use_app, use_lang};

/// The notices at the top of a page.
#[component]
pub fn StateNotices(
    /// The open café.
    session: Session,
) -> impl IntoView {
    view! {
        <Blocked />
        <NotSaved session />
        <LittleRoom session />
    }
}

/// The browser forbids storage.
#[component]
pub fn Blocked() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    move || {
        let error = app.storage.get().err()?;
        let t = lang.t().errors();
        Some(view! {
            <div class="notice" data-kind="danger" role="alert">
                <b>{(t.store)(&error)}</b>
                <p>{(t.store_help)(&error)}</p>
            </div>
        })
    }
}

/// Something was not stored.
#[component]
fn NotSaved(session: Session) -> impl IntoView {
    let (app, lang, unsaved) = (use_app(), use_lang(), session.unsaved());
    let retry = move |_| {
        if session.retry() {
            app.say(lang.now().common().all_saved);
        }
    };
    move || {
        let (count, error) = unsaved.with(|unsaved| (unsaved.len(), unsaved.values().next().cloned()));
        // Where storage is blocked as a whole, that was said already.
        let error = error.filter(|_| app.storage.with(Result::is_ok))?;
        let t = lang.t();
        Some(view! {
            <div class="notice" data-kind="danger" role="alert">
                <b>{(t.common().unsaved)(count)} ". " {(t.errors().store)(&error)}</b>
                <p>{(t.errors().store_help)(&error)}</p>
                <div class="cluster">
                    <button class="button button--primary" on:click=retry>{t.common().retry}</button>
                    <a class="button" href=Route::HandOver(session.id(), None).href()>{t.table().hand_over}</a>
                </div>
            </div>
        })
    }
}

/// The store is nearly full: early enough to act.
#[component]
fn LittleRoom(session: Session) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    move || {
        let room = app.room.get().filter(|room| room.is_little())?;
        let t = lang.t();
        Some(view! {
            <div class="notice" data-kind="warning" role="status">
                <b>{(t.ready().little_room)(room.notes)}</b>
                <p>{t.ready().little_room_help}</p>
                <div class="cluster">
                    <a class="button" href=Route::HandOver(session.id(), None).href()>{t.run().export}</a>
                </div>
            </div>
        })
    }
}
