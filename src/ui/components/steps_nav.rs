//! The six steps, always visible, always in the same order.

use super::Icon;
use crate::core::report::lacks_questions;
use crate::dom::prelude::*;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{Session, use_lang};

/// Whether a step has nothing left to do, as far as the app can tell.
pub fn is_done(session: Session, step: Step) -> bool {
    match step {
        Step::Prepare => session.setup(|cafe| {
            !cafe.questions().is_empty()
                && !cafe.tables().is_empty()
                && !cafe.rounds().is_empty()
                && !lacks_questions(cafe)
        }),
        Step::Collect => session.imports().with(|imports| !imports.is_empty()),
        Step::Invite | Step::Run | Step::Harvest | Step::Report => false,
    }
}

/// The steps beside the content, or above it on a phone.
#[component]
pub fn StepsNav(
    /// The open café.
    session: Session,
    /// The step that is shown.
    current: Step,
) -> impl IntoView {
    let lang = use_lang();
    let item = move |(place, step): (usize, Step)| {
        let done = Memo::new(move || is_done(session, step));
        let mark = move || {
            if done.get() { view! { <Icon name="check" /> }.into_any() } else { (place + 1).into_any() }
        };
        view! {
            <li>
                <a
                    href=Route::Step(session.id(), step).href()
                    data-state=move || if done.get() { "done" } else { "" }
                    aria-current=(step == current).then_some("step")
                >
                    <span class="step-mark" aria-hidden="true">{mark}</span>
                    <span>{move || (lang.t().common().step)(step)}</span>
                </a>
            </li>
        }
    };
    // On a phone the steps scroll sideways: the current one must be in sight.
    request_animation_frame(|| platform::page::center(".steps-nav [aria-current]"));
    view! {
        <nav class="steps-nav" aria-label=lang.text(|t| t.common().steps)>
            <ol>{Step::ALL.into_iter().enumerate().map(item).collect_view()}</ol>
        </nav>
    }
}
