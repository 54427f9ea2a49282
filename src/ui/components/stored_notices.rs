//! What is wrong with what this device has of a café: damaged, of a newer app, gone, or of an import that was never
//! finished. Each is said in its own words, with its own way out.

use super::focus_next_frame;
use super::import_history::file_names;
use crate::core::domain::Id;
use crate::core::storage::{Damaged, Harm, Unfinished};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Session, use_app, use_lang};
use crate::transfer;

/// The notices, above any page of a café.
#[component]
pub fn StoredNotices(
    /// The open café.
    session: Session,
) -> impl IntoView {
    view! {
        <Unreadable session />
        <Newer session />
        <Missing session />
        <UnfinishedImports session />
    }
}

/// Those of the open café that are harmed in this way; followed.
fn harmed(session: Session, is_wanted: impl Fn(Harm) -> bool) -> Vec<Damaged> {
    session.damaged().with(|all| all.iter().filter(|it| is_wanted(it.harm())).cloned().collect())
}

fn download(session: Session, harm: Harm) {
    let app = use_app();
    match session.rescue(&untrack(|| harmed(session, |it| it == harm))) {
        Ok(text) => drop(transfer::download("nappe-rescue.json", &text, "application/json")),
        Err(error) => app.say_store_error(&error),
    }
}

/// Something in the store cannot be read.
#[component]
fn Unreadable(session: Session) -> impl IntoView {
    let lang = use_lang();
    move || {
        let damaged = harmed(session, |it| it == Harm::Damaged);
        // An empty value is nothing to download.
        let has_text = damaged.iter().any(|it| !it.text.is_empty());
        (!damaged.is_empty()).then(|| {
            let t = lang.t().stored();
            let button = has_text.then(|| {
                view! {
                    <div class="cluster">
                        <button class="button" on:click=move |_| download(session, Harm::Damaged)>
                            {t.download_damaged}
                        </button>
                    </div>
                }
            });
            view! {
                <div class="notice" data-kind="warning" role="alert">
                    <b>{(t.damaged)(damaged.len())}</b>
                    <p>{t.damaged_help}</p>
                    {button}
                </div>
            }
        })
    }
}

/// A newer app wrote something.
#[component]
fn Newer(session: Session) -> impl IntoView {
    let lang = use_lang();
    move || {
        let count = harmed(session, |it| it == Harm::Newer).len();
        (count > 0).then(|| {
            let t = lang.t().stored();
            view! {
                <div class="notice" data-kind="info" role="status">
                    <b>{(t.newer)(count)}</b>
                    <p>{(t.newer_help)(count)}</p>
                    <div class="cluster">
                        <a class="button" href=Route::Ready.href()>{t.newer_go}</a>
                        <button class="button button--quiet" on:click=move |_| download(session, Harm::Newer)>
                            {t.download_newer}
                        </button>
                    </div>
                </div>
            }
        })
    }
}

/// Parts of imports are gone: a notice for each import.
#[component]
fn Missing(session: Session) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let of = move |import: Id| harmed(session, |it| it == Harm::Missing(import));
    let notice = move |import: Id| {
        let t = lang.t();
        let (files, at) = session.imports().with(|all| {
            let import = all.iter().find(|it| it.id == import);
            import.map(|it| (file_names(it, lang), it.at)).unwrap_or_default()
        });
        let time = platform::day_and_time(at, lang.locale().tag());
        let close = move |_| match session.close_gaps(&untrack(|| of(import))) {
            Ok(()) => focus_next_frame("main"),
            Err(error) => app.say_store_error(&error),
        };
        view! {
            <div class="notice" data-kind="warning" role="alert">
                <b dir="auto">{(t.stored().missing)(&files, &time)}</b>
                <p>{t.stored().missing_help}</p>
                <div class="cluster">
                    <a class="button" href=Route::Step(session.id(), Step::Collect).href()>{t.stored().missing_go}</a>
                    <button class="button button--quiet" on:click=close>{t.common().close}</button>
                </div>
            </div>
        }
    };
    move || {
        // The journal may have them.
        if !app.journal_asked.get() {
            return View::Nothing;
        }
        let mut imports: Vec<Id> = Vec::new();
        for it in harmed(session, |it| matches!(it, Harm::Missing(_))) {
            if let Harm::Missing(import) = it.harm()
                && !imports.contains(&import)
            {
                imports.push(import);
            }
        }
        imports.into_iter().map(notice).collect_view().into_any()
    }
}

/// Imports that were never finished.
#[component]
fn UnfinishedImports(session: Session) -> impl IntoView {
    let found = RwSignal::new(Vec::<Unfinished>::new());
    Effect::new(move || {
        let now = session.unfinished();
        if found.get_untracked() != now {
            found.set(now);
        }
    });
    move || found.get().into_iter().map(|it| view! { <UnfinishedImport session it /> }).collect_view()
}

#[component]
fn UnfinishedImport(session: Session, it: Unfinished) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let is_asked = RwSignal::new(false);
    let pieces = it.notes + it.others;
    let take_in = move |_| match session.take_in(&it) {
        Ok(is_taken_in) => {
            if is_taken_in {
                app.say(lang.now().stored().taken_in);
            }
            focus_next_frame("main");
        }
        Err(error) => app.say_store_error(&error),
    };
    let delete = move |_| match session.drop_unfinished(it.id) {
        Ok(()) => focus_next_frame("main"),
        Err(error) => app.say_store_error(&error),
    };
    let ways = move || {
        let t = lang.t();
        if is_asked.get() {
            let keep = NodeRef::new();
            keep.on_load(|button: web_sys::HtmlButtonElement| drop(button.focus()));
            return view! {
                <p><b>{t.stored().delete_help}</b></p>
                <div class="cluster">
                    <button class="button button--danger" on:click=delete>{t.ready().drop_aside}</button>
                    <button class="button" node_ref=keep on:click=move |_| is_asked.set(false)>
                        {(t.stored().keep)(pieces)}
                    </button>
                </div>
            }
            .into_any();
        }
        view! {
            <div class="cluster">
                <button class="button button--primary" on:click=take_in>{(t.stored().take_in)(pieces)}</button>
                <button class="button button--quiet" on:click=move |_| is_asked.set(true)>
                    {(t.stored().delete)(pieces)}
                </button>
            </div>
        }
        .into_any()
    };
    let words = move || {
        let t = lang.t().stored();
        let time = platform::day_and_time(it.id.millis(), lang.locale().tag());
        view! { <b>{(t.unfinished)(&time)}</b><p>{(t.unfinished_notes)(it.notes, it.others > 0)}</p> }
    };
    view! { <div class="notice" data-kind="warning" role="status">{words}{ways}</div> }
}
