//! The report as a page: question, table, contributions. It prints, and leaves as Markdown.

use crate::core::report::{Report as Content, markdown};
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Filter, Session, use_app, use_lang, use_session};
use crate::transfer;
use crate::ui::components::{Bar, CopyText, CountsTable, Icon, Page, ReportSection, StepsNav, Truth, cafe_title};

/// The screen.
#[component]
pub fn Report() -> impl IntoView {
    let (session, lang) = (use_session(), use_lang());
    let report = Memo::new(move || session.content(Content::of));
    let cafe = cafe_title(session, lang);
    let title = Signal::derive(move || format!("{} · {}", (lang.t().common().step)(Step::Report), cafe.get()));
    let bar = view! { <Bar title=cafe up=Route::Cafe(session.id()) /> }.into_any();
    let steps = Some(view! { <StepsNav session current=Step::Report /> }.into_any());
    let foot = view! { <footer class="page-footer"><Truth session /></footer> }.into_any();
    let facts = move || {
        let t = lang.t().common();
        report.with(|report| {
            let facts = [(t.day)(&report.date), report.place.clone(), (t.contributions)(report.total)];
            facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let sections = move || {
        report.with(|report| {
            let section = |(place, section)| view! { <ReportSection number=place + 1 section /> };
            report.sections.iter().enumerate().map(section).collect_view()
        })
    };
    let empty = move || {
        report.with(|report| report.sections.is_empty()).then(|| {
            view! {
                <div class="empty">
                    <Icon name="cup" />
                    <b>{lang.t().report().empty}</b>
                    <p>{lang.t().report().empty_help}</p>
                </div>
            }
        })
    };
    let hidden = move || {
        let count = report.with(|report| report.hidden);
        (count > 0).then(|| view! { <p class="muted">{(lang.t().report().hidden)(count)}</p> })
    };
    let has_counts = Memo::new(move || session.setup(|cafe| !cafe.tables().is_empty() && !cafe.rounds().is_empty()));
    let figures = move || {
        has_counts.get().then(|| {
            view! {
                <section class="report-question">
                    <h2>{lang.t().report().figures}</h2>
                    <CountsTable session />
                </section>
            }
        })
    };
    view! {
        <Page title bar steps foot>
            <ToSettle session />
            <Outputs session report />
            <article class="report">
                <header class="report-head">
                    <h1 dir="auto">{cafe}</h1>
                    <p dir="auto">{facts}</p>
                </header>
                {empty}
                {sections}
                {hidden}
                {figures}
            </article>
        </Page>
    }
}

/// Says that some texts wait for a decision.
#[component]
fn ToSettle(session: Session) -> impl IntoView {
    let lang = use_lang();
    let count = session.list(Filter::Disputed).len;
    move || {
        let count = count.get();
        (count > 0).then(|| {
            view! {
                <div class="notice no-print" data-kind="warning">
                    <b>{(lang.t().report().to_settle)(count)}</b>
                    <div class="cluster">
                        <a class="button" href=Route::Step(session.id(), Step::Harvest).href()>
                            {lang.t().report().settle}
                        </a>
                    </div>
                </div>
            }
        })
    }
}

/// The ways in which the report leaves the app.
#[component]
fn Outputs(session: Session, report: Memo<Content>) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let text = Callback::new(move |()| report.with(|report| markdown::write(report, &lang.t().report().words)));
    let download = move |_| {
        let t = lang.now().report();
        let name = format!("{}.md", session.file_name(t.file));
        let taken = transfer::download(&name, &untrack(|| text.run(())), "text/markdown");
        app.say(if taken { (t.downloaded)(&name) } else { t.not_downloaded.to_owned() });
    };
    view! {
        <div class="cluster no-print" role="group" aria-label=lang.text(|t| t.report().outputs)>
            <button class="button button--primary" on:click=move |_| platform::page::print()>
                <Icon name="print" />{lang.text(|t| t.report().print)}
            </button>
            <button class="button button--ghost" on:click=download>
                <Icon name="download" />{lang.text(|t| t.report().markdown)}
            </button>
            <CopyText
                id="markdown"
                label=Signal::derive(move || lang.t().report().copy_label)
                button=Signal::derive(move || lang.t().report().copy)
                text
                folded=true
                on_copied=Callback::new(move |()| app.say(lang.now().report().copied))
            />
        </div>
    }
}
