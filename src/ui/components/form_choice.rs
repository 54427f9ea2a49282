//! Whether tables or rounds have the questions.

use crate::core::domain::Form;
use crate::dom::prelude::*;
use crate::state::use_lang;

/// Two cards to choose from.
#[component]
pub fn FormChoice(
    /// What is chosen.
    #[prop(into)]
    value: Signal<Form>,
    /// Told of a choice.
    #[prop(into)]
    on_choose: Callback<Form>,
) -> impl IntoView {
    let lang = use_lang();
    let card = move |form: Form| {
        let (id, name, help) = match form {
            Form::QuestionPerTable => (
                "per-table",
                Signal::derive(move || lang.t().prepare().per_table),
                Signal::derive(move || lang.t().prepare().per_table_help),
            ),
            Form::QuestionPerRound => (
                "per-round",
                Signal::derive(move || lang.t().prepare().per_round),
                Signal::derive(move || lang.t().prepare().per_round_help),
            ),
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="form"
                    id=id
                    aria-labelledby=format!("{id}-name")
                    aria-describedby=format!("{id}-help")
                    prop:checked=move || value.get() == form
                    on:change=move |_| on_choose.run(form)
                />
                <span><b id=format!("{id}-name")>{name}</b><small id=format!("{id}-help")>{help}</small></span>
            </label>
        }
    };
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.prepare().form)}</legend>
            <div class="grid">{[Form::QuestionPerTable, Form::QuestionPerRound].map(card).collect_view()}</div>
        </fieldset>
    }
}
