//! Handing over: a bundle leaves by the share sheet, as a file, or as text.

use crate::core::domain::{Id, Scope};
use crate::core::storage::Role;
use crate::dom::prelude::*;
use crate::route::{Route, Step};
use crate::state::{Outgoing, Session, use_lang, use_session};
use crate::transfer::{self, Shareable};
use crate::ui::components::{Bar, CopyText, Icon, Page, ScopeChoice, StepsNav, Truth, Way, cafe_title};
use leptos::task::spawn_local;

/// A bundle that was made before the tap: browsers refuse to share when the tap is too long ago.
#[derive(Clone)]
struct Ready {
    outgoing: Outgoing,
    share: Option<Shareable>,
}

impl Ready {
    fn make(session: Session, scope: Scope) -> Self {
        let outgoing = session.outgoing(scope);
        Self { share: transfer::prepare(&outgoing.name, &outgoing.text), outgoing }
    }
}

/// What was just done.
#[derive(Clone, PartialEq, Eq)]
enum Done {
    Shared,
    NotShared,
    Downloaded(String),
    NotDownloaded,
    Copied,
}

type Bundle = RwSignal<Ready>;

/// The screen.
#[component]
pub fn HandOver(
    /// The table whose part is handed over; none for the whole café.
    table: Option<Id>,
) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let scope = RwSignal::new(table.map_or(Scope::Whole, Scope::Table));
    let bundle: Bundle = RwSignal::new(Ready::make(session, scope.get_untracked()));
    let done = RwSignal::new(None::<Done>);
    let current = move || (session.content(|_| ()), scope.get()).1;
    Effect::watch(current, move |scope| bundle.set(Ready::make(session, *scope)));
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", lang.t().hand_over().title, cafe.get()));
    let is_facilitator = session.seat().with_untracked(|seat| seat.role == Role::Facilitator);
    let up = match (table, is_facilitator) {
        (Some(table), _) => Route::Table(session.id(), table),
        (None, true) => Route::Cafe(session.id()),
        (None, false) => Route::Tables(session.id()),
    };
    let bar = view! { <Bar title=cafe up /> }.into_any();
    let steps = is_facilitator.then(|| view! { <StepsNav session current=Step::Collect /> }.into_any());
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    let lede = move || {
        let t = lang.t().hand_over();
        let (notes, points, erasures) =
            bundle.with(|it| (it.outgoing.contributions, it.outgoing.points, it.outgoing.erasures));
        let counted = [(notes, t.lede), (points, t.points), (erasures, t.erasures)];
        let said = counted.into_iter().filter(|(count, _)| *count > 0).map(|(count, text)| text(count));
        match said.collect::<Vec<_>>() {
            none if none.is_empty() => t.empty.to_owned(),
            said => said.join(" "),
        }
    };
    view! {
        <Page title bar steps foot>
            <div class="page-title">
                <h1>{lang.text(|t| t.hand_over().title)}</h1>
                <p role="status">{lede}</p>
                <p>{lang.text(|t| t.hand_over().nothing_deleted)}</p>
            </div>
            {table.map(|table| view! { <ScopeChoice session table scope /> })}
            <div role="status"><WhatWasDone done table is_facilitator /></div>
            <div class="stack">
                <Share session bundle done />
                <Download session bundle done />
                <Copy session bundle done />
            </div>
            <p class="muted">{lang.text(|t| t.hand_over().who)}</p>
        </Page>
    }
}

/// What was done, and what comes next.
#[component]
fn WhatWasDone(done: RwSignal<Option<Done>>, table: Option<Id>, is_facilitator: bool) -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let to_table = move || {
        table.map(|table| {
            view! {
                <div class="cluster">
                    <a class="button" href=Route::Table(session.id(), table).href()>
                        {lang.t().hand_over().back_to_table}
                    </a>
                </div>
            }
        })
    };
    move || {
        let t = lang.t().hand_over();
        let (kind, what, next) = match done.get()? {
            Done::Shared => ("ok", t.shared.to_owned(), t.shared_next),
            Done::NotShared => ("warning", t.not_shared.to_owned(), ""),
            Done::Downloaded(name) => {
                let next = if is_facilitator { t.downloaded_next_facilitator } else { t.downloaded_next };
                ("ok", (t.downloaded)(&name), next)
            }
            Done::NotDownloaded => ("warning", t.not_downloaded.to_owned(), ""),
            Done::Copied => ("ok", t.copied.to_owned(), t.copied_next),
        };
        Some(view! {
            <div class="notice" data-kind=kind>
                <b>{what}</b>
                <p>{next}</p>
                {(kind == "ok").then(to_table)}
            </div>
        })
    }
}

/// By the share sheet, where the browser has it and takes the file.
#[component]
fn Share(session: Session, bundle: Bundle, done: RwSignal<Option<Done>>) -> impl IntoView {
    let lang = use_lang();
    let share = move |_| {
        let Ready { outgoing, share } = bundle.get_untracked();
        let Some(share) = share else { return };
        spawn_local(async move {
            let is_shared = share.share().await;
            if is_shared {
                session.left(&outgoing);
            }
            done.set(Some(if is_shared { Done::Shared } else { Done::NotShared }));
        });
    };
    let can_share = Memo::new(move || bundle.with(|it| it.share.is_some()));
    move || {
        can_share.get().then(|| {
            view! {
                <Way
                    icon="share"
                    name=Signal::derive(move || lang.t().hand_over().share)
                    help=Signal::derive(move || lang.t().hand_over().share_help)
                >
                    <button class="button button--primary button--block" on:click=share>
                        <Icon name="share" />{lang.text(|t| t.hand_over().share_go)}
                    </button>
                </Way>
            }
        })
    }
}

/// As a file.
#[component]
fn Download(session: Session, bundle: Bundle, done: RwSignal<Option<Done>>) -> impl IntoView {
    let lang = use_lang();
    let can_share = Memo::new(move || bundle.with(|it| it.share.is_some()));
    let download = move |_| {
        bundle.with_untracked(|Ready { outgoing, .. }| {
            let name = format!("{}.json", outgoing.name);
            let is_taken = transfer::download(&name, &outgoing.text, "application/json");
            if is_taken {
                session.left(outgoing);
            }
            done.set(Some(if is_taken { Done::Downloaded(name) } else { Done::NotDownloaded }));
        });
    };
    view! {
        <Way
            icon="download"
            name=Signal::derive(move || lang.t().hand_over().download)
            help=Signal::derive(move || lang.t().hand_over().download_help)
        >
            <button
                class="button button--block"
                class:button--primary=move || !can_share.get()
                class:button--ghost=move || can_share.get()
                on:click=download
            >
                <Icon name="download" />{lang.text(|t| t.hand_over().download_go)}
            </button>
        </Way>
    }
}

/// As text.
#[component]
fn Copy(session: Session, bundle: Bundle, done: RwSignal<Option<Done>>) -> impl IntoView {
    let lang = use_lang();
    let copied = move |()| {
        bundle.with_untracked(|Ready { outgoing, .. }| {
            session.left(outgoing);
            done.set(Some(Done::Copied));
        });
    };
    view! {
        <Way
            icon="copy"
            name=Signal::derive(move || lang.t().hand_over().copy)
            help=Signal::derive(move || lang.t().hand_over().copy_help)
        >
            <CopyText
                id="bundle"
                label=Signal::derive(move || lang.t().hand_over().text_label)
                button=Signal::derive(move || lang.t().hand_over().copy_go)
                text=Callback::new(move |()| bundle.with(|it| it.outgoing.text.clone()))
                on_copied=Callback::new(copied)
            />
        </Way>
    }
}
