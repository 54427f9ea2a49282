//! One of several things to choose from, as a card that says what it means.

use crate::dom::prelude::*;

/// A radio button with a name and a sentence. The name is its name for screen readers, the sentence its description.
#[component]
pub fn ChoiceCard(
    /// The same for all of which one is chosen.
    group: &'static str,
    /// Unlike any other one on the page.
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    name: Signal<String>,
    /// What it means.
    #[prop(into)]
    help: Signal<String>,
    /// Whether it is the one.
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Told when a person chooses it.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let (name_id, help_id) = (format!("{id}-name"), format!("{id}-help"));
    view! {
        <label class="choice">
            <input
                type="radio"
                name=group
                id=id
                aria-labelledby=name_id.clone()
                aria-describedby=help_id.clone()
                prop:checked=move || is_chosen.get()
                on:change=move |_| on_choose.run(())
            />
            <span><b id=name_id dir="auto">{name}</b><small id=help_id>{help}</small></span>
        </label>
    }
}
