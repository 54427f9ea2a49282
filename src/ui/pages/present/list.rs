//! All slides by their titles, to go to one at once.

use crate::core::report::slides::{Slide, Subject};
use crate::dom::prelude::*;
use crate::state::{Show, use_lang};

/// The list; the slide that is shown is marked.
#[component]
pub(super) fn SlideList(
    /// The slides.
    show: Show,
    /// Told when one was chosen.
    chosen: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let rows = move || {
        let map = lang.t().present().map;
        let row = |(at, slide): (usize, &Slide)| {
            let name = match slide.subject {
                Subject::Map(_) => format!("{map} · {}", slide.full_title()),
                _ => slide.full_title(),
            };
            let inset = !slide.subject.is_big() && slide.subject.question().is_some();
            let go = move |_| {
                show.go(at);
                chosen.run(());
            };
            view! {
                <li class:slide-list-in=inset>
                    <button class="button button--quiet" aria-current=move || (show.at.get() == at).then_some("true") on:click=go>
                        <span class="slide-number">{at + 1}</span> <span dir="auto">{name}</span>
                    </button>
                </li>
            }
        };
        show.slides.with(|slides| slides.iter().enumerate().map(row).collect_view())
    };
    view! { <ol class="slide-list">{rows}</ol> }
}
