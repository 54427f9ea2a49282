//! Whether tables or rounds have the questions.

use super::ChoiceCard;
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
            Form::QuestionPerTable => {
                ("per-table", lang.words(|t| t.prepare().per_table), lang.words(|t| t.prepare().per_table_help))
            }
            Form::QuestionPerRound => {
                ("per-round", lang.words(|t| t.prepare().per_round), lang.words(|t| t.prepare().per_round_help))
            }
        };
        let is_chosen = Signal::derive(move || value.get() == form);
        let on_choose = Callback::new(move |()| on_choose.run(form));
        view! { <ChoiceCard group="form" id name help is_chosen on_choose /> }
    };
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.prepare().form)}</legend>
            <div class="grid">{[Form::QuestionPerTable, Form::QuestionPerRound].map(card).collect_view()}</div>
        </fieldset>
    }
}
