//! The report as a page: contents, questions with their maps, what is to be done, figures, how it was made. It prints,
//! and leaves as files.

mod choices;
mod closing;
mod contents;

use self::choices::ReportChoices;
use self::closing::{Figures, HowMade, NextSteps, RecurringWords};
use self::contents::{Contents, page_name};

use crate::core::harvest::Waiting;
use crate::core::report::Report as Content;
use crate::dom::prelude::*;
use crate::route::{Route, Step};
use crate::state::{Filter, Session, use_lang, use_session};
use crate::ui::components::{Bar, Icon, Page, PresentLinks, ReportFiles, ReportSection, StepsNav, Truth, cafe_title};

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
        let (day, contributions) = (lang.t().home().day, lang.t().common().contributions);
        report.with(|report| {
            let facts = [day(&report.date), report.place.clone(), contributions(report.total)];
            facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let sections = move || {
        report.with(|report| {
            let section = |(place, section)| {
                let page = page_name(&report.sections, place);
                view! { <ReportSection session number=place + 1 page section /> }
            };
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
    view! {
        <Page title bar steps foot>
            <div class="page-title no-print">
                <h1>{lang.text(|t| (t.common().step)(Step::Report))}</h1>
                <p>{lang.text(|t| t.report().help)}</p>
            </div>
            <ToSettle session />
            <PresentLinks session />
            <ReportChoices session />
            <ReportFiles session report />
            <article class="report">
                <header class="report-head">
                    <h1 dir="auto">{cafe}</h1>
                    <p dir="auto">{facts}</p>
                </header>
                {empty}
                <Contents report />
                {sections}
                <NextSteps report />
                <Figures report />
                <RecurringWords report />
                <HowMade report />
            </article>
        </Page>
    }
}

/// Says that some texts wait for a decision.
#[component]
fn ToSettle(session: Session) -> impl IntoView {
    let lang = use_lang();
    let notes = session.list(Filter::Disputed).len;
    let others = Memo::new(move || session.content(|cafe| Waiting::of(cafe).len()));
    move || {
        let count = notes.get() + others.get();
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
