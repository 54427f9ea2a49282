//! Collecting: bundles come in, are shown, imported, undone.

use crate::core::harvest::Waiting;
use crate::core::storage::ImportState;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Desk, Filter, Lang, OtherClock, Phase, Preview, Session, use_app, use_lang, use_session};
use crate::ui::components::{
    Bar, ExportNow, FileDesk, Icon, ImportHistory, MissingTables, Page, PasteBox, PlanCard, StepsNav, Truth,
    cafe_title, focus_next_frame, set_import,
};
use leptos::task::spawn_local;

/// The screen. It also brings a café to a device that does not have it yet.
#[component]
pub fn Collect() -> impl IntoView {
    let (app, session, lang) = (use_app(), use_session(), use_lang());
    let desk = Desk::new(session);
    let waiting = app.waiting_files.update_value(std::mem::take);
    if !waiting.is_empty() {
        desk.lay_out(waiting);
    }
    // What was shared with the app and never decided upon, since the page was left before.
    spawn_local(async move {
        let shared = app.received().await;
        if !shared.is_empty() && !desk.is_disposed() {
            desk.lay_out(shared);
        }
    });
    let is_done = move || desk.done.with(Option::is_some);
    let announce = |is_done: &bool| {
        if *is_done {
            focus_next_frame("main");
        }
    };
    Effect::watch(is_done, announce);
    let is_here = Memo::new(move || session.is_here());
    // The steps come with the café, which may arrive by the first import.
    move || view! { <Screen session desk title=title(session, desk, lang) is_here=is_here.get() /> }
}

/// The café's title, or that in the files while the café is not here.
fn title(session: Session, desk: Desk, lang: Lang) -> Signal<String> {
    let of_cafe = cafe_title(session, lang);
    Signal::derive(move || {
        let in_files = desk.preview.with(|preview| preview.as_ref().and_then(|preview| preview.title.clone()));
        in_files.filter(|title| !title.is_empty() && !session.is_here()).unwrap_or_else(|| of_cafe.get())
    })
}

#[component]
fn Screen(session: Session, desk: Desk, title: Signal<String>, is_here: bool) -> impl IntoView {
    let lang = use_lang();
    let up = if is_here { Route::Cafe(session.id()) } else { Route::Home };
    let bar = view! { <Bar title up /> }.into_any();
    let steps = is_here.then(|| view! { <StepsNav session current=Step::Collect /> }.into_any());
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    let page_title = Signal::derive(move || format!("{} · {}", (lang.t().common().step)(Step::Collect), title.get()));
    let new_cafe = (!is_here).then(|| view! { <p>{lang.text(|t| t.collect().new_cafe)}</p> });
    view! {
        <Page title=page_title bar steps foot>
            <div class="page-title">
                <h1>{move || (lang.t().common().step)(Step::Collect)}</h1>
                <p>{lang.text(|t| t.collect().lede)}</p>
                {new_cafe}
            </div>
            <div role="status"><Done session desk /></div>
            <MissingTables session />
            <FileDesk desk />
            <PasteBox desk />
            <Working desk />
            <div role="alert"><Failed desk /></div>
            <WhatWouldChange desk />
            <ImportHistory session desk />
            <Next session is_here />
        </Page>
    }
}

/// What the last import did.
#[component]
fn Done(session: Session, desk: Desk) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let undo = move |id| {
        let imports = session.imports().get_untracked();
        if let Some(import) = imports.iter().find(|import| import.id == id) {
            set_import(app, desk, import, ImportState::Undone);
        }
    };
    move || {
        desk.done.get().map(|done| {
            let t = lang.t().collect();
            view! {
                <div class="notice" data-kind="ok">
                    <b>{(t.imported)(done.files)}</b>
                    <p>{(t.changes)(&done.counts)}</p>
                    {done.import.map(|id| view! {
                        <div class="cluster">
                            <button class="button" on:click=move |_| undo(id)><Icon name="undo" />{t.undo_this}</button>
                        </div>
                    })}
                </div>
            }
        })
    }
}

/// Why the last import did not work.
#[component]
fn Failed(desk: Desk) -> impl IntoView {
    let lang = use_lang();
    move || {
        desk.error.get().map(|error| {
            let t = lang.t();
            view! {
                <div class="notice" data-kind="danger">
                    <b>{t.collect().not_imported}</b>
                    <p>{(t.errors().store)(&error)}</p>
                    <p>{t.collect().not_imported_help}</p>
                </div>
            }
        })
    }
}

/// How far the desk is.
#[component]
fn Working(desk: Desk) -> impl IntoView {
    let lang = use_lang();
    let words = move || {
        let t = lang.t().collect();
        match desk.phase.get() {
            Phase::Waiting => None,
            Phase::Reading(files) => Some((t.reading)(files)),
            Phase::Importing(done, all) => Some((t.importing)(done, all)),
        }
    };
    // Without a value the bar says that something goes on, but not how far it is.
    let value = move || match desk.phase.get() {
        Phase::Importing(done, _) => Some(done.to_string()),
        _ => None,
    };
    let most = move || match desk.phase.get() {
        Phase::Importing(_, all) => all.max(1).to_string(),
        _ => "1".into(),
    };
    view! {
        <div class="progress" hidden=move || desk.phase.get() == Phase::Waiting>
            <label for="progress">{words}</label>
            <progress id="progress" max=most value=value></progress>
        </div>
    }
}

/// The preview, with the two ways on from it.
#[component]
fn WhatWouldChange(desk: Desk) -> impl IntoView {
    let lang = use_lang();
    let cards = move |preview: &Preview| {
        let files = preview.files.iter().cloned();
        let total = preview.total();
        let total = total.changes().then(|| {
            view! {
                <p><b>{lang.text(|t| t.collect().total)}</b> " " {move || (lang.t().collect().changes)(&total)}</p>
            }
        });
        let odd = &preview.oddities;
        let (of_a_copy, cloned, clock) = (odd.of_a_copy(), odd.cloned(desk.session()), odd.clock());
        let warnings = move || {
            let t = lang.t().collect();
            let of_a_copy = (of_a_copy > 0).then(|| (t.of_a_copy)(of_a_copy));
            let cloned = (cloned > 0).then(|| (t.cloned)(cloned));
            let clock = clock.map(|clock| match clock {
                OtherClock::Ahead(by) => (t.ahead)(by / 60_000),
                OtherClock::Behind => t.behind.to_owned(),
            });
            let warn = |words| view! { <p class="notice" data-kind="warning">{words}</p> };
            [of_a_copy, cloned, clock].into_iter().flatten().map(warn).collect_view()
        };
        view! {
            {warnings}
            <ul class="stack">{files.map(|report| view! { <PlanCard desk report /> }).collect_view()}</ul>
            {total}
        }
    };
    // The button that was tapped goes with the preview.
    let cancel = move |_| {
        desk.cancel();
        platform::page::focus("main");
    };
    move || {
        desk.preview.with(|preview| {
            let preview = preview.as_ref()?;
            let (count, changes, readable) = (preview.files.len(), preview.changes(), preview.readable() > 0);
            let ready = move || changes && desk.phase.get() == Phase::Waiting;
            let why = move || {
                let t = lang.t().collect();
                (!changes).then(|| view! { <b>{if readable { t.no_change } else { t.none_readable }}</b> })
            };
            Some(view! {
                <section class="stack" aria-labelledby="preview" data-unkept="">
                    <h2 class="section-title" id="preview">
                        {lang.text(|t| t.collect().preview)} <small>{move || (lang.t().collect().files)(count)}</small>
                    </h2>
                    <p class="muted">{lang.text(|t| t.collect().preview_help)}</p>
                    {cards(preview)}
                    <p id="no-change" role="status">{why}</p>
                    <div class="cluster cluster--end">
                        <ExportNow session=desk.session() />
                        <button class="button" on:click=cancel>{lang.text(|t| t.collect().cancel)}</button>
                        <button
                            class="button button--primary"
                            aria-disabled=move || (!ready()).then_some("true")
                            aria-describedby="no-change"
                            on:click=move |_| if untrack(ready) { desk.import() }
                        >
                            <Icon name="import" />{lang.text(|t| t.collect().import)}
                        </button>
                    </div>
                </section>
            })
        })
    }
}

/// What comes after collecting.
#[component]
fn Next(session: Session, is_here: bool) -> impl IntoView {
    let lang = use_lang();
    let disputed = session.list(Filter::Disputed).len;
    let others = Memo::new(move || session.content(|cafe| Waiting::of(cafe).len()));
    let to = move |step| Route::Step(session.id(), step).href();
    let harvest = move || {
        let (t, count) = (lang.t().collect(), disputed.get() + others.get());
        if count > 0 { (t.to_settle)(count) } else { t.to_harvest.to_owned() }
    };
    is_here.then(|| {
        view! {
            <nav class="cluster cluster--end" aria-label=lang.text(|t| t.collect().next)>
                <a class="button" href=to(Step::Harvest)>{harvest}</a>
                <a class="button button--quiet" href=to(Step::Report)>{lang.text(|t| t.collect().to_report)}</a>
            </nav>
        }
    })
}
