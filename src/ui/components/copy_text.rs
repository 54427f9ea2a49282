//! A text to copy, which works also where the browser lets no page use the clipboard.

use super::Icon;
use crate::dom::prelude::*;
use crate::state::use_lang;
use crate::transfer;
use leptos::task::spawn_local;

/// A longer text is shown only when a person asks: laying it out would hold up the page.
const SHOWN_CHARS: usize = 200_000;

/// A button that copies a text, and the text itself to copy by hand.
#[component]
pub fn CopyText(
    /// A fresh id within the page.
    id: &'static str,
    /// What the text is.
    #[prop(into)]
    label: Signal<&'static str>,
    /// What the button says.
    #[prop(into)]
    button: Signal<&'static str>,
    /// The text; followed.
    text: Callback<(), String>,
    /// Whether the text is shown only when it cannot be copied.
    #[prop(optional)]
    folded: bool,
    /// Told when the text was copied, by the button or by hand.
    on_copied: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let long = untrack(|| text.run(()).len() > SHOWN_CHARS);
    let shown = RwSignal::new(!folded && !long);
    let by_hand = RwSignal::new(false);
    let node = NodeRef::<web_sys::HtmlTextAreaElement>::new();
    let hint = format!("{id}-hint");
    let described = hint.clone();
    let refused = move || {
        by_hand.set(true);
        shown.set(true);
        // The box may only now come onto the page.
        request_animation_frame(move || {
            if node.get_untracked().is_some_and(|area| transfer::select_all(&area)) {
                by_hand.set(false);
                on_copied.run(());
            }
        });
    };
    let copy = move |_| {
        let text = untrack(|| text.run(()));
        spawn_local(async move {
            if transfer::copy(&text).await {
                by_hand.set(false);
                on_copied.run(());
            } else {
                refused();
            }
        });
    };
    // Copied by hand, by keys or by the menu: it counts when nothing was left out.
    let copied = move |_| {
        if let Some(area) = node.get_untracked() {
            let (start, end) = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
            if start == Some(0) && end == Some(area.text_length()) {
                by_hand.set(false);
                on_copied.run(());
            }
        }
    };
    let area = move || {
        shown.get().then(|| {
            let described = described.clone();
            view! {
                <label class="visually-hidden" for=id>{label}</label>
                <textarea
                    class="input input--mono"
                    id=id
                    rows="5"
                    readonly
                    spellcheck="false"
                    node_ref=node
                    aria-describedby=described
                    prop:value=move || text.run(())
                    on:copy=copied
                ></textarea>
            }
        })
    };
    view! {
        {area}
        <p class="field-hint" id=hint role="status">
            {move || by_hand.get().then(|| lang.t().hand_over().by_hand)}
        </p>
        <div class="cluster">
            <button class="button button--ghost" on:click=copy><Icon name="copy" />{button}</button>
            <button
                class="button button--quiet"
                hidden=move || folded || shown.get()
                on:click=move |_| shown.set(true)
            >
                {lang.text(|t| t.hand_over().show_text)}
            </button>
        </div>
    }
}
