//! The ways in which the report leaves the app: on paper, as files, by the share sheet, as text.

use super::{CopyText, Icon};
use crate::core::report::{FileKind, Report, markdown};
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Session, use_app, use_lang};
use crate::transfer;
use leptos::task::spawn_local;

/// What became of the file that was asked for last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    /// It is being made.
    Making,
    /// The browser did not take it.
    NotDownloaded,
    /// The person did not share it, or the browser did not.
    NotShared,
}

/// A button for each kind of file, for sharing, printing and copying.
#[component]
pub fn ReportFiles(
    /// The open café.
    session: Session,
    /// The report.
    report: Memo<Report>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let done = RwSignal::new(None::<Done>);
    let make = move |kind: FileKind, share: bool| {
        done.set(Some(Done::Making));
        spawn_local(async move {
            // The page says so before it begins: thousands of notes take a moment. Sharing may not wait, or the browser
            // no longer takes it for the person's wish.
            if !share {
                platform::breathe().await;
            }
            let t = lang.now().report_files();
            let name = format!("{}.{}", session.file_name(t.file), kind.ending());
            let bytes = report.with_untracked(|report| kind.write(report, &lang.now().report().words));
            if share {
                let shared = match transfer::prepare_file(&name, &bytes, kind.media_type()) {
                    Some(file) => file.share().await,
                    None => false,
                };
                done.set((!shared).then_some(Done::NotShared));
                if shared {
                    app.say(t.shared);
                }
            } else if transfer::download_bytes(&name, &bytes, kind.media_type()) {
                done.set(None);
                app.say((t.downloaded)(&name));
            } else {
                done.set(Some(Done::NotDownloaded));
            }
        });
    };
    let button = move |kind: FileKind| {
        view! {
            <button
                class="button button--ghost"
                disabled=move || done.get() == Some(Done::Making)
                on:click=move |_| make(kind, false)
            >
                <Icon name="download" />{move || (lang.t().report_files().kind)(kind)}
            </button>
        }
    };
    // Whether this browser shares files of the kind shows on one with nothing in it.
    let can_share = transfer::prepare_file("a.html", b"<!doctype html>", FileKind::Html.media_type()).is_some();
    let share = can_share.then(|| {
        view! {
            <button class="button" on:click=move |_| make(FileKind::Html, true)>
                <Icon name="share" />{lang.text(|t| t.report_files().share)}
            </button>
        }
    });
    let share_help =
        can_share.then(|| view! { <p class="field-hint">{lang.text(|t| t.report_files().share_help)}</p> });
    let no_numbers = (!platform::prints_feet())
        .then(|| view! { <p class="field-hint">{lang.text(|t| t.report_files().no_numbers)}</p> });
    let state = move || {
        let t = lang.t().report_files();
        done.get().map(|done| match done {
            Done::Making => view! { <p class="muted">{t.making}</p> }.into_any(),
            Done::NotDownloaded => view! { <p class="notice" data-kind="warning">{t.not_downloaded}</p> }.into_any(),
            Done::NotShared => view! { <p class="notice" data-kind="warning">{t.not_shared}</p> }.into_any(),
        })
    };
    let text = Callback::new(move |()| report.with(|report| markdown::write(report, &lang.t().report().words)));
    view! {
        <section class="stack no-print" aria-label=lang.text(|t| t.report_files().title)>
            <div class="cluster">
                <button class="button button--ghost" on:click=move |_| platform::page::print()>
                    <Icon name="print" />{lang.text(|t| t.report_files().print)}
                </button>
                {share}
                {FileKind::ALL.map(button).into_iter().collect_view()}
                <CopyText
                    id="markdown"
                    label=Signal::derive(move || lang.t().report_files().copy_label)
                    button=Signal::derive(move || lang.t().report_files().copy)
                    text
                    folded=true
                    on_copied=Callback::new(move |()| app.say(lang.now().report_files().copied))
                />
            </div>
            {no_numbers}
            {share_help}
            <div role="status">{state}</div>
        </section>
    }
}
