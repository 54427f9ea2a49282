//! The parts that the app is loaded in: what every screen needs, and three others, of which a first visit downloads the
//! one that its screen is in. The others follow when that screen is there, or when they are needed.
//!
//! The build cuts the app at the functions marked `wasm_split`: what only they reach goes into their part. So nothing
//! but them may name the pages of a later part.

use super::components::{ClockNotice, RoundLine, StayOpen, StoredNotices, UpdateBar};
use super::pages;
use crate::core::example::{self, Language};
use crate::core::storage::Role;
use crate::dom::prelude::*;
use crate::i18n::Locale;
use crate::platform;
use crate::route::{Route, Screen, Step};
use crate::state::{AppState, use_app, use_lang};
use crate::transfer::FileIn;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::thread::LocalKey;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Makes the page of an address.
type Pages = fn(&Route) -> View;

/// What the part [`Part::Rest`] is asked for.
#[derive(Clone, Copy)]
struct Rest {
    pages: Pages,
    bars: fn() -> View,
}

/// A part of the app that comes after the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first screen, for whoever has no invitation or only the short link to one.
    Home,
    /// From an invitation to the box to write in.
    Writing,
    /// Everything else.
    Rest,
}

thread_local! {
    static HOME: Cell<Option<Pages>> = const { Cell::new(None) };
    static WRITING: Cell<Option<Pages>> = const { Cell::new(None) };
    static REST: Cell<Option<Rest>> = const { Cell::new(None) };
}

#[wasm_split(home, fallible)]
fn load_home() -> Result<Pages, SplitLoaderError> {
    Ok(|route| match route {
        Route::Join => view! { <pages::Join /> }.into_any(),
        Route::Beside(table) => view! { <pages::Beside table=*table /> }.into_any(),
        _ => view! { <pages::Home /> }.into_any(),
    })
}

#[wasm_split(writing, fallible)]
fn load_writing() -> Result<Pages, SplitLoaderError> {
    Ok(|route| match route {
        Route::Invitation { table, letters } => {
            view! { <pages::Invitation table=*table letters=letters.clone() /> }.into_any()
        }
        Route::Table(_, table) => view! { <pages::Table table=*table /> }.into_any(),
        _ => view! { <pages::Tables /> }.into_any(),
    })
}

#[wasm_split(rest, fallible)]
fn load_rest() -> Result<Rest, SplitLoaderError> {
    // Whoever asked for this part while it was on its way comes here as well.
    if REST.get().is_none() {
        use_app().settle();
    }
    let pages: Pages = |route| match route {
        Route::Create => view! { <pages::Create /> }.into_any(),
        Route::Ready => view! { <pages::Ready /> }.into_any(),
        Route::Received => view! { <pages::Received /> }.into_any(),
        Route::HandOver(_, table) => view! { <pages::HandOver table=*table /> }.into_any(),
        Route::Host(_, table) => view! { <pages::Host table=*table /> }.into_any(),
        Route::Screen(_, screen) => match screen {
            Screen::Projector => view! { <pages::Projector /> }.into_any(),
            Screen::Seats => view! { <pages::Seats /> }.into_any(),
            Screen::Dots => view! { <pages::Dots /> }.into_any(),
            Screen::NextSteps => view! { <pages::NextSteps /> }.into_any(),
            Screen::Similar => view! { <pages::Similar /> }.into_any(),
            Screen::Present => view! { <pages::Present /> }.into_any(),
            Screen::Speaker => view! { <pages::Speaker /> }.into_any(),
        },
        Route::Step(_, step) => match step {
            Step::Prepare => view! { <pages::Prepare /> }.into_any(),
            Step::Invite => view! { <pages::Invite /> }.into_any(),
            Step::Run => view! { <pages::Run /> }.into_any(),
            Step::Collect => view! { <pages::Collect /> }.into_any(),
            Step::Harvest => view! { <pages::Harvest /> }.into_any(),
            Step::Report => view! { <pages::Report /> }.into_any(),
        },
        _ => view! { <pages::Overview /> }.into_any(),
    };
    let bars = || {
        let stored = use_app().session_on_screen().map(|session| view! { <StoredNotices session /> });
        view! { {stored} <StayOpen /> <ClockNotice /> <RoundLine /> <UpdateBar /> }.into_any()
    };
    Ok(Rest { pages, bars })
}

#[wasm_split(rest, fallible)]
fn load_example(app: AppState, locale: Locale) -> Result<(), SplitLoaderError> {
    let language = match locale {
        Locale::English => Language::English,
        Locale::French => Language::French,
    };
    let example = example::cafe(language);
    let session = app.open(example.id());
    // As an import would: what is there already stays as it is.
    session.join(example.records().cloned().collect());
    session.sit(|seat| seat.role = Role::Facilitator);
    app.go(&Route::Cafe(example.id()));
    Ok(())
}

#[wasm_split(rest, fallible)]
fn load_files(app: AppState, files: Vec<FileIn>) -> Result<(), SplitLoaderError> {
    if let Err(why) = app.lay_out_anywhere(files, AppState::go) {
        app.say(why);
    }
    Ok(())
}

/// Opens the example café in the person's language.
pub async fn open_example() {
    let app = use_app();
    say_if_missing(app, load_example(app, app.lang().locale_now()).await);
}

/// Opens the preview of files that were chosen outside a café.
pub async fn lay_out(files: Vec<FileIn>) {
    let app = use_app();
    say_if_missing(app, load_files(app, files).await);
}

fn say_if_missing(app: AppState, loaded: Result<(), SplitLoaderError>) {
    if loaded.is_err() {
        app.say(app.lang().now().common().part_missing);
    }
}

impl Part {
    fn pages(self) -> Option<Pages> {
        match self {
            Self::Home => HOME.get(),
            Self::Writing => WRITING.get(),
            Self::Rest => REST.get().map(|rest| rest.pages),
        }
    }

    /// Loads the part unless it is there; says whether it is there now.
    async fn load(self) -> bool {
        if self.pages().is_none() {
            match self {
                Self::Home => keep(&HOME, load_home().await),
                Self::Writing => keep(&WRITING, load_writing().await),
                Self::Rest => {
                    keep(&REST, load_rest().await);
                    // The page that is there already gets its bars.
                    let update = use_app().update;
                    update.set(update.get_untracked());
                }
            }
        }
        self.pages().is_some()
    }
}

/// What did not come takes nothing away: somebody else may have asked for it, and got it.
fn keep<T>(place: &'static LocalKey<Cell<Option<T>>>, came: Result<T, SplitLoaderError>) {
    if let Ok(part) = came {
        place.set(Some(part));
    }
}

/// Loads all parts, one after the other: first the one that the screen is in, and the others once it is drawn, or they
/// would take their share of a weak network. One that does not come is asked for again when it is needed.
pub async fn load_all(first: Part) {
    first.load().await;
    // Twice: an invitation leads on to its table by an event, which comes in between.
    for _ in 0..2 {
        platform::breathe().await;
    }
    for part in [Part::Rest, Part::Writing, Part::Home] {
        part.load().await;
    }
}

/// What stands above any page: what is wrong with what is stored of its café, that the tab must stay open, that this
/// device's clock is wrong, the time of a round that runs, the offer of a newer version. They come with the part that
/// has them.
pub fn bars() -> impl Fn() -> Option<View> {
    let app = use_app();
    move || {
        app.update.get();
        REST.get().map(|rest| (rest.bars)())
    }
}

/// A page of a part: at once when the part is there.
pub fn page(part: Part, route: &Route) -> View {
    match part.pages() {
        Some(pages) => pages(route),
        None => view! { <Coming part route=route.clone() /> }.into_any(),
    }
}

/// What is known of a part that is not there yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    OnItsWay,
    There,
    Failed,
}

/// Stands in for the page until its part is there.
#[component]
fn Coming(part: Part, route: Route) -> impl IntoView {
    let arrival = RwSignal::new(Arrival::OnItsWay);
    let load = move || {
        arrival.set(Arrival::OnItsWay);
        spawn_local(async move {
            let there = part.load().await;
            arrival.set(if there { Arrival::There } else { Arrival::Failed });
        });
    };
    load();
    // A worker keeps a whole version. It does not have this part: then it is of a newer one, which starts here.
    let again = move || if platform::offline::is_ruled() { platform::address::reload() } else { load() };
    view! {
        {move || match arrival.get() {
            Arrival::There => page(part, &route),
            Arrival::OnItsWay => view! { <Waiting again=None /> }.into_any(),
            Arrival::Failed => view! { <Waiting again=Some(Callback::new(move |()| again())) /> }.into_any(),
        }}
    }
}

/// Says that a part is on its way, or that it did not come and how to ask again.
#[component]
fn Waiting(again: Option<Callback<()>>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let failed = again.is_some();
    let text = move || {
        let t = lang.t().common();
        if failed { t.part_missing } else { t.part_coming }
    };
    let ways = again.map(|again| {
        let writing = app.route.with_untracked(Route::cafe).map(|cafe| {
            view! { <a class="button" href=Route::Tables(cafe).href()>{lang.text(|t| t.common().back)}</a> }
        });
        view! {
            <p>{lang.text(|t| t.common().part_missing_help)}</p>
            <div class="cluster">
                <button class="button button--primary" on:click=move |_| again.run(())>
                    {lang.text(|t| t.common().retry)}
                </button>
                {writing}
            </div>
        }
    });
    view! {
        <div class="page">
            <div class="cloth" aria-hidden="true"></div>
            <main class="content" id="main" tabindex="-1">
                <div class="empty" role="status">
                    <b>{text}</b>
                    {ways}
                </div>
            </main>
        </div>
    }
}
