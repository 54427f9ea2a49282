//! The first screen: what the app is, four ways to begin, the cafés on this device.

use crate::core::domain::Id;
use crate::core::storage::{Card, Role};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::{AppState, Readiness, use_app, use_lang};
use crate::transfer;
use crate::ui::components::{Icon, Page, Status, focus_next_frame};
use crate::ui::parts;
use leptos::task::spawn_local;

/// The first screen.
#[component]
pub fn Home() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let bar = view! { <div class="bar-title"><b>"Nappe"</b></div> }.into_any();
    let title = lang.words(|t| t.home().tagline);
    let foot = view! { <OfflineLine /> }.into_any();
    view! {
        <Page title bar foot>
            <super::super::components::Blocked />
            <section class="hero">
                <div class="hero-cloth">
                    <h1 class="hero-name">"Nappe" <small>{lang.text(|t| t.home().tagline)}</small></h1>
                </div>
                <p class="hero-words">{lang.text(|t| t.home().words)}</p>
            </section>
            <section class="grid starts" aria-label=lang.text(|t| t.home().choices)>
                <Start icon="cup" first=true
                    name=Signal::derive(move || lang.t().home().example)
                    help=Signal::derive(move || lang.t().home().example_help)
                    on_start=move || spawn_local(parts::open_example()) />
                <Start icon="plus"
                    name=Signal::derive(move || lang.t().home().create)
                    help=Signal::derive(move || lang.t().home().create_help)
                    on_start=move || app.go(&Route::Create) />
                <Start icon="link"
                    name=Signal::derive(move || lang.t().home().join)
                    help=Signal::derive(move || lang.t().home().join_help)
                    on_start=move || app.go(&Route::Join) />
                <ImportStart />
            </section>
            <FromFile />
            <Shelf />
            <TakenOff />
        </Page>
    }
}

/// Whether the app starts without a network; said only when it was proved.
#[component]
fn OfflineLine() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let is_ready = move || app.readiness.with(|readiness| *readiness == Readiness::Ready);
    let ready = move || is_ready().then(|| view! { <Status kind="saved">{lang.t().ready().ready}</Status> });
    view! {
        <footer class="page-footer">
            <p class="truth">{ready}<a href=Route::Ready.href()>{lang.text(|t| t.ready().title)}</a></p>
        </footer>
    }
}

/// One way to begin.
#[component]
fn Start(
    icon: &'static str,
    #[prop(optional)] first: bool,
    name: Signal<&'static str>,
    help: Signal<&'static str>,
    on_start: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button class="start" class:start--first=first on:click=move |_| on_start()>
            <Icon name=icon />
            <span><b>{name}</b><small>{help}</small></span>
        </button>
    }
}

/// Importing: a label around the hidden input, so that one tap opens the browser's picker.
#[component]
fn ImportStart() -> impl IntoView {
    let lang = use_lang();
    let pick = move |event: web_sys::Event| {
        let files = transfer::read_picked(&event_target::<web_sys::HtmlInputElement>(&event));
        spawn_local(async move {
            let mut read = Vec::new();
            for file in files {
                read.push(transfer::read(file).await);
            }
            parts::lay_out(read).await;
        });
    };
    view! {
        <label class="start">
            <Icon name="import" />
            <span>
                <b>{lang.text(|t| t.home().import)}</b>
                <small>{lang.text(|t| t.home().import_help)}</small>
            </span>
            <input
                class="visually-hidden"
                type="file"
                multiple
                accept=".json,.txt,application/json,text/plain"
                aria-label=lang.text(|t| t.home().import)
                on:change=pick
            />
        </label>
    }
}

/// Says where the notes are when the page runs from a file: not where one would look for them.
#[component]
fn FromFile() -> impl IntoView {
    let lang = use_lang();
    platform::offline::is_file().then(|| {
        view! {
            <div class="notice" data-kind="info">
                <b>{lang.text(|t| t.home().from_file)}</b>
                <p>{lang.text(|t| t.home().from_file_help)}</p>
            </div>
        }
    })
}

/// The cafés on this device.
#[component]
fn Shelf() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let cafes = app.cafes();
    let line = move |(id, card): (Id, Card)| {
        let title = move || {
            if card.title.is_empty() { lang.t().common().untitled.to_owned() } else { card.title.clone() }
        };
        let facts = move || {
            let day = (lang.t().home().day)(&card.date);
            [day, card.place.clone()].into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        view! {
            <li>
                <a class="menu-line" href=first_screen(app, id).href()>
                    <b dir="auto">{title}</b>
                    <small dir="auto">{facts}</small>
                </a>
            </li>
        }
    };
    (!cafes.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2 class="section-title">{lang.text(|t| t.home().on_this_device)} <small>{cafes.len()}</small></h2>
                <ul class="menu-list">{cafes.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    })
}

/// The cafés that were taken off this device and can still be put back.
#[component]
fn TakenOff() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let cafes = RwSignal::new(app.removed_cafes());
    let line = move |(id, card): (Id, Card)| view! { <TakenOffCafe id card cafes /> };
    move || {
        cafes.with(|cafes| !cafes.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <h2 class="section-title">{lang.text(|t| t.removal().shelf)}</h2>
                    <ul class="stack">{cafes.get().into_iter().map(line).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// One of them: it can be put back, or go at once for the room that it takes.
#[component]
fn TakenOffCafe(id: Id, card: Card, cafes: RwSignal<Vec<(Id, Card)>>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let asks = RwSignal::new(false);
    let title = move || {
        let untitled = lang.t().common().untitled;
        if card.title.is_empty() { untitled.to_owned() } else { card.title.clone() }
    };
    let name = {
        let title = title.clone();
        move || (lang.t().removal().put_back)(&title())
    };
    let put_back = move |_| match app.repository().put_back(id) {
        Ok(()) => {
            app.say_there(lang.now().removal().is_back);
            app.go(&Route::Cafe(id));
        }
        Err(why) => app.say_store_error(&why),
    };
    let drop_it = move |_| {
        let t = lang.now();
        match app.remove_for_good(id) {
            Ok(true) => app.say(t.removal().gone),
            Ok(false) => {
                app.say_there(t.removal().is_back);
                return app.go(&Route::Cafe(id));
            }
            Err(why) => app.say_store_error(&why),
        }
        cafes.set(app.removed_cafes());
        platform::page::focus("main");
    };
    let keep = move |_| {
        asks.set(false);
        focus_next_frame(format!("drop-{id}"));
    };
    let ask = move |_| {
        asks.set(true);
        focus_next_frame(format!("keep-{id}"));
    };
    let buttons = move || {
        let t = lang.t();
        if asks.get() {
            view! {
                <div class="notice" data-kind="warning">
                    <b dir="auto">{(t.removal().really)(&title())}</b>
                    <div class="cluster">
                        <button class="button" id=format!("keep-{id}") on:click=keep>{t.common().cancel}</button>
                        <button class="button" on:click=drop_it><Icon name="erase" />{t.removal().for_good}</button>
                    </div>
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="cluster">
                    <button class="button" on:click=put_back>
                        <Icon name="undo" /><span dir="auto">{name.clone()}</span>
                    </button>
                    <button
                        class="button button--quiet"
                        id=format!("drop-{id}")
                        aria-label=format!("{} · {}", t.removal().now, title())
                        on:click=ask
                    >
                        {t.removal().now}
                    </button>
                </div>
            }
            .into_any()
        }
    };
    view! { <li>{buttons}</li> }
}

/// The screen that comes first in a café: the steps for the facilitator, the table for everybody else.
fn first_screen(app: AppState, cafe: Id) -> Route {
    let seat = app.repository().seat(cafe).ok().flatten().unwrap_or_default();
    match (seat.role, seat.table.and_then(|table| Id::parse(&table))) {
        (Role::Facilitator, _) => Route::Cafe(cafe),
        (Role::Participant, Some(table)) => Route::Table(cafe, table),
        (Role::Participant, None) => Route::Tables(cafe),
    }
}
