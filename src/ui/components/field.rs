//! Text fields with their label, hint and error.

use crate::dom::prelude::*;

/// One line of text with a label.
#[component]
pub fn TextField(
    /// A fresh id within the page.
    #[prop(into)]
    id: String,
    /// What it is for.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    value: RwSignal<String>,
    /// Said below the label.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// `text`, `date`, `time`, `number` or `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Set in the type of titles.
    #[prop(optional)]
    title: bool,
    /// Told when the person is done with it.
    #[prop(optional, into)]
    on_done: Option<Callback<()>>,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
            <input
                class="input"
                class:input--title=title
                type=kind
                id=id
                dir="auto"
                aria-describedby=described
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                on:change=move |_| {
                    if let Some(done) = on_done {
                        done.run(());
                    }
                }
            />
            <p class="field-error" id=error_id aria-live="polite">{move || error.get()}</p>
        </div>
    }
}

/// A box of several lines that takes what people write; Ctrl or Cmd with Enter is the same as its button.
#[component]
pub fn Growing(
    /// A fresh id within the page.
    #[prop(into)]
    id: String,
    /// What stands in it.
    value: RwSignal<String>,
    /// Shown while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<Option<String>>,
    /// The element, to put the focus on.
    #[prop(optional)]
    node: NodeRef<web_sys::HtmlTextAreaElement>,
    /// Ids of what describes it.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    /// Told of every letter.
    #[prop(into)]
    on_input: Callback<String>,
    /// Told of Ctrl or Cmd with Enter.
    #[prop(into)]
    on_submit: Callback<()>,
) -> impl IntoView {
    view! {
        <textarea
            class="input"
            id=id
            rows="2"
            dir="auto"
            node_ref=node
            placeholder=move || placeholder.get()
            aria-describedby=move || described_by.get()
            prop:value=value
            on:input=move |event| {
                let text = event_target_value(&event);
                value.set(text.clone());
                on_input.run(text);
            }
            on:keydown=move |event| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    event.prevent_default();
                    on_submit.run(());
                }
            }
        ></textarea>
    }
}
