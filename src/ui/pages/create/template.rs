//! Forms of café that are common in the field: a choice fills the form, and everything can be changed.

use super::form::FormState;
use crate::core::domain::Form;
use crate::dom::prelude::*;
use crate::state::{NewField, use_lang};
use crate::ui::components::ChoiceCard;

/// A form of café. Numbers from the field notes: three rounds of twenty minutes, four or five people at a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// *Tables rondes*: a question for each table, groups go round.
    GoingRound,
    /// The classic one: a question for each round, the same at all tables; hosts stay.
    Classic,
    /// Two short rounds.
    Short,
    /// More than a hundred people: several tables for each question.
    Large,
}

impl Template {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::GoingRound, Self::Classic, Self::Short, Self::Large];

    const fn form(self) -> Form {
        match self {
            Self::Classic => Form::QuestionPerRound,
            Self::GoingRound | Self::Short | Self::Large => Form::QuestionPerTable,
        }
    }

    /// Tables, rounds and minutes; none where they follow the questions.
    const fn numbers(self) -> [Option<u32>; 3] {
        match self {
            Self::GoingRound => [None, Some(3), Some(20)],
            Self::Classic => [Some(5), None, Some(20)],
            Self::Short => [None, Some(2), Some(15)],
            Self::Large => [Some(24), Some(3), Some(20)],
        }
    }

    /// Fills in what the template decides. Title, questions and whatever else was written stay.
    pub fn fill(self, form: FormState) {
        form.form.set(self.form());
        let fields = [NewField::Tables, NewField::Rounds, NewField::Minutes];
        for (field, number) in fields.into_iter().zip(self.numbers()) {
            form.set_number(field, number.map(|number| number.to_string()).unwrap_or_default());
            form.leave_number(field);
        }
    }
}

/// The templates, to choose from.
#[component]
pub fn TemplateChoice(form: FormState) -> impl IntoView {
    let lang = use_lang();
    let chosen = RwSignal::new(None::<Template>);
    let card = move |(number, template): (usize, Template)| {
        let words = move || (lang.t().create().template)(template as usize);
        let (name, help) = (Signal::derive(move || words().0.to_owned()), Signal::derive(move || words().1.to_owned()));
        let is_chosen = Signal::derive(move || chosen.get() == Some(template));
        let on_choose = Callback::new(move |()| {
            chosen.set(Some(template));
            template.fill(form);
        });
        view! { <ChoiceCard group="template" id=format!("template-{number}") name help is_chosen on_choose /> }
    };
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.create().templates)}</legend>
            <div class="grid">{Template::ALL.into_iter().enumerate().map(card).collect_view()}</div>
        </fieldset>
    }
}
