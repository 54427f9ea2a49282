//! A check-list to hold a device against before leaving for a place without a network.

use crate::core::storage::StoreError;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::Route;
use crate::state::{Readiness, device_clock, use_app, use_lang};
use crate::transfer;
use crate::ui::components::{Bar, Page, TextField};
use leptos::task::spawn_local;

/// The screen.
#[component]
pub fn Ready() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    app.measure_room();
    // That it takes a note now; what was read at the start says nothing of that.
    let refused = RwSignal::new(app.repository().prove().err());
    let again = move |_| {
        refused.set(app.repository().prove().err());
        app.check_offline();
    };
    let nickname = RwSignal::new(app.nickname());
    let title = lang.words(|t| t.ready().title);
    let bar = view! { <Bar title=Signal::derive(|| "Nappe".to_owned()) up=Route::Home /> }.into_any();
    view! {
        <Page title bar foot=().into_any()>
            <div class="page-title">
                <h1>{title}</h1>
                <p>{lang.text(|t| t.ready().lede)}</p>
            </div>
            <div class="stack" role="status">
                <Offline />
                <Stored refused />
                <PutAside />
                <Kept />
                <Clock />
                <Device nickname />
                <Install />
            </div>
            <Nickname nickname />
            <div class="cluster">
                <button class="button button--primary" on:click=again>
                    {lang.text(|t| t.ready().again)}
                </button>
            </div>
        </Page>
    }
}

/// One line of the list: a tick or a warning, what it is about, and what to do.
fn line(kind: &'static str, title: String, help: View) -> View {
    view! { <div class="notice" data-kind=kind><b>{title}</b><p>{help}</p></div> }
}

/// Whether the app starts without a network.
#[component]
fn Offline() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    move || {
        let t = lang.t().ready();
        match app.readiness.get() {
            Readiness::Looking => line("info", t.looking.into(), ().into_view()),
            Readiness::Ready => line("ok", t.ready.into(), t.ready_help.into_view()),
            Readiness::Lacking(files) => {
                let help = format!("{} ({})", t.failed_help, files.join(", "));
                line("warning", (t.lacking)(files.len()), help.into_view())
            }
            Readiness::Failed => line("warning", t.failed.into(), t.failed_help.into_view()),
            Readiness::Withheld(what) => {
                line("warning", (t.withheld)(what).into(), (t.withheld_help)(what).into_view())
            }
        }
    }
}

/// Whether what is written is stored, and for how much there is room.
#[component]
fn Stored(
    /// Why the store did not take a note just now.
    refused: RwSignal<Option<StoreError>>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    move || {
        let t = lang.t();
        let error = app.storage.with(|storage| storage.clone().err()).or_else(|| refused.get());
        match (error, app.room.get()) {
            (Some(error), _) => line("danger", (t.errors().store)(&error), (t.errors().store_help)(&error).into_view()),
            (None, Some(room)) if room.is_little() => {
                line("warning", (t.ready().little_room)(room.notes), t.ready().little_room_help.into_view())
            }
            (None, room) => {
                let help = room.map(|room| (t.ready().room)(room.notes, room.percent));
                line("ok", t.ready().stored.into(), help.into_view())
            }
        }
    }
}

/// What could not be read and was moved out of the way of a write: to be downloaded, and then deleted.
#[component]
fn PutAside() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let count = RwSignal::new(app.repository().asides().map_or(0, |keys| keys.len()));
    // What was downloaded, and no more, may be deleted: another tab may put something aside meanwhile.
    let taken = RwSignal::new(Vec::<String>::new());
    let download = move |_| match app.repository().asides().and_then(|keys| Ok((keys, app.repository().rescue(&[])?))) {
        Ok((keys, text)) if transfer::download("nappe-rescue.json", &text, "application/json") => taken.set(keys),
        Ok(_) => app.say(lang.now().hand_over().not_downloaded),
        Err(error) => app.say_store_error(&error),
    };
    let delete = move |_| match taken.with_untracked(|taken| app.repository().drop_asides(taken)) {
        Ok(()) => {
            taken.set(Vec::new());
            count.set(app.repository().asides().map_or(0, |keys| keys.len()));
        }
        Err(error) => app.say_store_error(&error),
    };
    move || {
        let t = lang.t();
        (count.get() > 0).then(|| {
            view! {
                <div class="notice" data-kind="warning">
                    <b>{(t.ready().put_aside)(count.get())}</b>
                    <p>{t.ready().put_aside_help}</p>
                    <div class="cluster">
                        <button class="button" on:click=download>{t.stored().download_damaged}</button>
                        {(!taken.with(Vec::is_empty)).then(|| view! {
                            <button class="button button--quiet" on:click=delete>{t.ready().drop_aside}</button>
                        })}
                    </div>
                </div>
            }
        })
    }
}

/// Whether the browser keeps what is stored.
#[component]
fn Kept() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let kept = RwSignal::new(None::<bool>);
    spawn_local(async move { kept.set(platform::offline::is_persistent().await) });
    let ask = move |_| {
        spawn_local(async move {
            let promised = platform::offline::ask_to_persist().await;
            kept.set(Some(promised));
            if !promised {
                app.say(lang.now().ready().not_promised);
            }
        });
    };
    move || {
        let t = lang.t().ready();
        match kept.get() {
            Some(true) => line("ok", t.kept.into(), t.kept_help.into_view()),
            Some(false) => view! {
                <div class="notice" data-kind="warning">
                    <b>{t.may_be_cleared}</b>
                    <p>{t.may_be_cleared_help}</p>
                    <div class="cluster"><button class="button" on:click=ask>{t.ask_to_keep}</button></div>
                </div>
            },
            None => line("info", t.keeping_unknown.into(), t.may_be_cleared_help.into_view()),
        }
    }
}

/// What the clock says, for a person to compare.
#[component]
fn Clock() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    // A clock that is wrong from the start on is found out by what was written before.
    let last = device_clock::last_note();
    move || {
        app.ticks.get();
        let (t, now) = (lang.t().ready(), platform::now());
        let written = |at| platform::day_and_time(at, lang.locale().tag());
        let (kind, help) = match last {
            _ if !device_clock::is_plausible(now) => ("warning", t.clock_wrong.into()),
            Some(last) if device_clock::is_behind(now, last) => ("warning", (t.clock_behind)(&written(last))),
            _ => ("ok", t.clock_help.to_owned()),
        };
        line(kind, (t.clock)(&written(now)), help.into_view())
    }
}

/// Installing, for whoever wants it: said here and nowhere else, so that nobody is asked twice.
#[component]
fn Install() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let ask = move |_| {
        app.installable.set(false);
        spawn_local(platform::install::ask());
    };
    move || {
        let t = lang.t().ready();
        if platform::install::is_installed() {
            return Some(line("ok", t.installed.into(), ().into_view()));
        }
        // Only a page that starts without a network is worth a place among the apps.
        app.readiness.with(|readiness| *readiness == Readiness::Ready).then(|| {
            let button = app.installable.get().then(|| {
                view! { <div class="cluster"><button class="button" on:click=ask>{t.install}</button></div> }
            });
            view! {
                <div class="notice" data-kind="info">
                    <b>{t.not_installed}</b>
                    <p>{t.install_help}</p>
                    {button}
                </div>
            }
        })
    }
}

/// By what name and letters this device is known, and its version.
#[component]
fn Device(nickname: RwSignal<String>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let device = app.device().to_string().to_ascii_lowercase();
    let letters = device[device.len() - 4..].to_owned();
    let script = platform::offline::script();
    let digest = script.rsplit('-').next().and_then(|rest| rest.get(..8)).unwrap_or_default().to_owned();
    let version = format!("{} {digest}", env!("CARGO_PKG_VERSION"));
    move || {
        let t = lang.t().ready();
        let help = format!("{} {}", t.device_help, (t.version)(version.trim()));
        let name = nickname.with(|name| if name.is_empty() { letters.clone() } else { format!("{name}, {letters}") });
        line("ok", (t.device)(&name), help.into_view())
    }
}

/// What people call this device: whoever prepares forty of them tells them apart.
#[component]
fn Nickname(nickname: RwSignal<String>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let error = RwSignal::new(None::<StoreError>);
    let keep = move |()| error.set(app.choose_nickname(&nickname.get_untracked()).err());
    view! {
        <TextField
            id="nickname"
            label=lang.words(|t| t.ready().nickname)
            hint=lang.words(|t| t.ready().nickname_help)
            value=nickname
            error=Signal::derive(move || error.with(|error| error.as_ref().map(|why| (lang.t().errors().store)(why))))
            on_done=Callback::new(keep)
        />
    }
}
