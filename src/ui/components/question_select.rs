//! Which question a table or a round has.

use crate::core::domain::{Command, Form, Id};
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::state::{Session, use_app, use_lang};

/// The choice of a question; shown only where the form of the café asks for it.
#[component]
pub fn QuestionSelect(
    /// The open café.
    session: Session,
    /// A table or a round.
    part: Part,
    /// Its id.
    id: Id,
    /// Its place, from 1.
    #[prop(into)]
    number: Signal<usize>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let is_asked = Memo::new(move || {
        let form = session.setup(|cafe| cafe.form());
        form == if part == Part::Round { Form::QuestionPerRound } else { Form::QuestionPerTable }
    });
    let questions = Memo::new(move || {
        session.setup(|cafe| {
            cafe.questions().iter().map(|question| (question.id, question.wording().to_owned())).collect::<Vec<_>>()
        })
    });
    let chosen = Memo::new(move || {
        let assigned = session.setup(|cafe| match part {
            Part::Table => cafe.table(id).and_then(|table| table.question.is),
            Part::Round => cafe.round(id).and_then(|round| round.question.is),
            Part::Question => None,
        });
        assigned.filter(|id| questions.with(|questions| questions.iter().any(|(it, _)| it == id)))
    });
    let choose = move |event| {
        let question = Id::parse(&event_target_value(&event));
        if let Err(refusal) = session.commit(Command::Assign { id, question }) {
            app.say_refusal(refusal);
        }
    };
    let field = format!("asked-{id}");
    let options = move || {
        let option = |(place, (id, wording)): (usize, (Id, String))| {
            view! {
                <option value=id.to_string() prop:selected=move || chosen.get() == Some(id)>
                    {format!("{}. {wording}", place + 1)}
                </option>
            }
        };
        questions.get().into_iter().enumerate().map(option).collect_view()
    };
    move || {
        is_asked.get().then(|| {
            view! {
                <div class="field">
                    <label class="field-label" for=field.clone()>
                        <span class="visually-hidden">
                            {move || (lang.t().prepare().question_of)(part, number.get())}
                        </span>
                        <span aria-hidden="true">{lang.text(|t| t.prepare().question_short)}</span>
                    </label>
                    <select class="input" id=field.clone() on:change=choose>
                        <option value="" prop:selected=move || chosen.get().is_none()>
                            {lang.text(|t| t.prepare().choose_question)}
                        </option>
                        {options}
                    </select>
                </div>
            }
        })
    }
}
