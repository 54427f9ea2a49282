//! What a file would change, before anything does.

use super::Icon;
use crate::core::bundle::{DecodeError, Notice};
use crate::core::domain::Id;
use crate::core::import::Counts;
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::i18n::collect::Collect;
use crate::route::{Route, Step};
use crate::state::{Desk, FileReport, Outcome, use_app, use_lang};

/// A figure: how it looks, how many, and its name.
type Figure = (&'static str, usize, fn(&Collect) -> &'static str);

/// The six figures.
#[component]
fn Tally(counts: Counts) -> impl IntoView {
    let lang = use_lang();
    let figures: [Figure; 6] = [
        ("new", counts.new, |t| t.new),
        ("changed", counts.changed, |t| t.changed),
        ("same", counts.same, |t| t.same),
        ("versions", counts.two_versions, |t| t.versions),
        ("erased", counts.erased, |t| t.erased),
        ("setup", counts.setup, |t| t.setup),
    ];
    let figure = |(kind, count, name): Figure| {
        view! {
            <div data-kind=kind data-zero=(count == 0).then_some("")>
                <dt>{move || name(lang.t().collect())}</dt>
                <dd>{count}</dd>
            </div>
        }
    };
    view! { <dl class="tally">{figures.map(figure).into_iter().collect_view()}</dl> }
}

/// One file.
#[component]
pub fn PlanCard(
    /// The desk on which it lies.
    desk: Desk,
    /// What it brings.
    report: FileReport,
) -> impl IntoView {
    let state = if matches!(report.outcome, Outcome::Readable(..)) { "" } else { "refused" };
    let body = match report.outcome {
        Outcome::Readable(counts, notices) => view! { <Readable counts notices /> }.into_any(),
        Outcome::OtherCafe(cafe, title) => view! { <OtherCafe desk cafe title /> }.into_any(),
        Outcome::Refused(error) => view! { <Refused error /> }.into_any(),
    };
    view! {
        <li class="card plan" data-state=state>
            <div class="plan-head">
                <h3><span class="file-name" dir="auto">{report.name}</span></h3>
            </div>
            {body}
        </li>
    }
}

#[component]
fn Readable(counts: Counts, notices: Vec<Notice>) -> impl IntoView {
    let lang = use_lang();
    let said = |is_so: bool, words: Text| is_so.then(|| view! { <p class="muted">{lang.text(words)}</p> });
    let clock = said(counts.clock, |t| t.collect().moves_clock);
    let seats = said(counts.seats, |t| t.collect().changes_seats);
    let unknown = (counts.unknown > 0)
        .then(|| view! { <p class="muted">{move || (lang.t().collect().unknown)(counts.unknown)}</p> });
    let harvest = (counts.sorted + counts.harvest > 0)
        .then(|| view! { <p class="muted">{move || (lang.t().collect().harvest)(counts.sorted, counts.harvest)}</p> });
    let beyond = (counts.refused > 0).then(|| {
        view! {
            <div class="notice" data-kind="danger"><b>{move || (lang.t().collect().beyond)(counts.refused)}</b></div>
        }
    });
    let notice = |notice: Notice| match notice {
        Notice::ByteOrderMark => view! { <p class="muted">{lang.text(|t| t.file_errors().byte_order_mark)}</p> },
    };
    view! {
        <Tally counts />
        {clock}
        {seats}
        {harvest}
        {unknown}
        {beyond}
        {notices.into_iter().map(notice).collect_view()}
    }
}

#[component]
fn Refused(error: DecodeError) -> impl IntoView {
    let lang = use_lang();
    view! {
        <div class="notice" data-kind="danger">
            <b>{lang.text(|t| t.collect().refused)}</b>
            <p>{move || (lang.t().file_errors().refused)(&error)}</p>
            <p>{lang.text(|t| t.collect().refused_help)}</p>
        </div>
    }
}

#[component]
fn OtherCafe(desk: Desk, cafe: Id, title: Option<String>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let import_there = move |_| {
        app.waiting_files.set_value(desk.files_of(cafe));
        app.go(&Route::Step(cafe, Step::Collect));
    };
    view! {
        <div class="notice" data-kind="warning">
            <b dir="auto">{move || (lang.t().collect().other_cafe)(title.as_deref())}</b>
            <p>{lang.text(|t| t.collect().other_cafe_help)}</p>
            <div class="cluster">
                <button class="button" on:click=import_there>
                    <Icon name="import" />{lang.text(|t| t.collect().other_cafe_go)}
                </button>
            </div>
        </div>
    }
}
