//! A new café: one short form. Everything in it can be changed later.

mod form;
mod template;

use self::form::FormState;
use self::template::TemplateChoice;
use crate::core::domain::{Form, MAX_MINUTES, Refusal};
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::platform;
use crate::route::{Route, Step};
use crate::state::{AppState, Lang, MOST_PARTS, NewField, use_app, use_lang};
use crate::ui::components::{Bar, Blocked, FormChoice, Icon, Page, TextField, focus_next_frame};

/// The form.
#[component]
pub fn Create() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let form = FormState::restored(app);
    let not_kept = RwSignal::new(false);
    Effect::new(move || {
        let draft = form.to_draft();
        not_kept.set(!FormState::keep(app, &draft) && app.storage.with_untracked(Result::is_ok));
    });
    let submit = move || match app.create_cafe(&form.read()) {
        Ok(cafe) => {
            let is_kept = app.session.get_untracked().is_some_and(|session| !session.has_unsaved());
            form.forget(app, is_kept);
            app.say_there(lang.now().create().created);
            app.replace(&Route::Step(cafe, Step::Invite));
        }
        Err(refused) => {
            if let Some((field, _)) = refused.first() {
                platform::page::focus(&field_id(*field));
            }
            form.refused.set(refused);
        }
    };
    let error = move |field: NewField| Signal::derive(move || error_of(form, lang, field));
    let text = move |read: fn(Lang) -> &'static str| Signal::derive(move || read(lang).to_owned());
    let number = move |field: NewField, label: fn(Lang) -> &'static str| {
        view! { <NumberField form field label=text(label) error=error(field) /> }
    };
    let bar = view! { <Bar title=text(|lang| lang.t().create().title) up=Route::Home /> }.into_any();
    view! {
        <Page title=text(|lang| lang.t().create().title) bar foot=().into_any()>
            <Blocked />
            <div class="page-title">
                <h1>{lang.text(|t| t.create().title)}</h1>
                <p>{lang.text(|t| t.create().help)}</p>
            </div>
            <form class="stack stack--loose" novalidate on:submit=move |event| { event.prevent_default(); submit(); }>
                <section class="card">
                    <TextField id=field_id(NewField::Title) title=true value=form.title
                        label=text(|lang| lang.t().prepare().name) error=error(NewField::Title) />
                    <div class="grid">
                        <TextField id=field_id(NewField::Date) kind="date" value=form.date
                            label=text(|lang| lang.t().prepare().date) hint=text(|lang| lang.t().create().optional)
                            error=error(NewField::Date) />
                        <TextField id=field_id(NewField::Place) value=form.place
                            label=text(|lang| lang.t().prepare().place) hint=text(|lang| lang.t().create().optional)
                            error=error(NewField::Place) />
                    </div>
                </section>
                <TemplateChoice form />
                <FormChoice value=form.form on_choose=Callback::new(move |it: Form| form.form.set(it)) />
                <Questions form />
                <section class="card">
                    <div class="grid grid--narrow">
                        {number(NewField::Tables, |lang| lang.t().create().tables)}
                        {number(NewField::Rounds, |lang| lang.t().create().rounds)}
                        {number(NewField::Minutes, |lang| lang.t().create().minutes)}
                    </div>
                </section>
                {move || not_kept.get().then(|| {
                    view! { <p class="field-error" role="alert">{lang.t().table().draft_not_kept}</p> }
                })}
                <div class="cluster cluster--end">
                    <button class="button button--primary">{lang.text(|t| t.create().submit)}</button>
                </div>
            </form>
        </Page>
    }
}

fn field_id(field: NewField) -> String {
    match field {
        NewField::Title => "new-title".into(),
        NewField::Date => "new-date".into(),
        NewField::Place => "new-place".into(),
        NewField::Question(line) => format!("new-question-{line}"),
        NewField::Tables => "new-tables".into(),
        NewField::Rounds => "new-rounds".into(),
        NewField::Minutes => "new-minutes".into(),
    }
}

/// What is wrong with a field, in words.
fn error_of(form: FormState, lang: Lang, field: NewField) -> Option<String> {
    let refusal = form.refused.with(|refused| refused.iter().find(|(it, _)| *it == field).map(|(_, why)| *why))?;
    let t = lang.t();
    Some(match (field, refusal) {
        (NewField::Title, Refusal::Empty) => t.create().no_title.to_owned(),
        (NewField::Question(_), Refusal::Empty) => t.create().no_question.to_owned(),
        (NewField::Tables | NewField::Rounds, Refusal::OutOfRange) => (t.create().between)(1, MOST_PARTS),
        (NewField::Minutes, Refusal::OutOfRange) => (t.create().between)(1, MAX_MINUTES),
        (_, refusal) => (t.errors().refusal)(refusal),
    })
}

/// The lines for questions.
#[component]
fn Questions(form: FormState) -> impl IntoView {
    let lang = use_lang();
    let row = move |line: usize| {
        let id = field_id(NewField::Question(line));
        let error_id = format!("{id}-error");
        let label = move || (lang.t().common().question)(line + 1);
        let error = move || error_of(form, lang, NewField::Question(line));
        view! {
            <li class="row">
                <span class="row-number" aria-hidden="true">{line + 1}</span>
                <div class="row-main">
                    <div class="field">
                        <label class="visually-hidden" for=id.clone()>{label}</label>
                        <textarea
                            class="input"
                            id=id
                            rows="1"
                            dir="auto"
                            aria-describedby=format!("{error_id} questions-hint")
                            aria-invalid=move || error().map(|_| "true")
                            prop:value=move || form.question(line)
                            on:input=move |event| form.set_question(line, event_target_value(&event))
                        ></textarea>
                        <p class="field-error" id=error_id aria-live="polite">{error}</p>
                    </div>
                </div>
                <div class="row-tools">
                    <button
                        type="button"
                        class="button button--quiet button--icon"
                        aria-label=move || {
                            (lang.t().prepare().remove)(Part::Question, line + 1)
                        }
                        disabled=move || form.lines.with(|lines| lines.len() < 2)
                        on:click=move |_| {
                            form.remove_question(line);
                            platform::page::focus("questions-heading");
                        }
                    >
                        <Icon name="erase" />
                    </button>
                </div>
            </li>
        }
    };
    let add = move |_| {
        let line = form.lines.with_untracked(Vec::len);
        form.lines.update(|lines| lines.push(String::new()));
        focus_next_frame(field_id(NewField::Question(line)));
    };
    let count = Memo::new(move || form.lines.with(Vec::len));
    view! {
        <section class="stack">
            <h2 class="section-title" id="questions-heading" tabindex="-1">
                {move || (lang.t().prepare().parts)(Part::Question)}
            </h2>
            <p class="field-hint" id="questions-hint">{lang.text(|t| t.create().questions_hint)}</p>
            <ol class="rows">
                {each(move || (0..count.get()).collect(), |line| *line as u128, row)}
            </ol>
            <button type="button" class="button button--ghost" on:click=add>
                <Icon name="plus" />{move || (lang.t().prepare().add)(Part::Question)}
            </button>
        </section>
    }
}

/// A number that follows the rest of the form until somebody types one.
#[component]
fn NumberField(
    form: FormState,
    field: NewField,
    label: Signal<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = field_id(field);
    let error_id = format!("{id}-error");
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{label}</label>
            <input
                class="input"
                type="number"
                inputmode="numeric"
                min="1"
                id=id
                aria-describedby=error_id.clone()
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=move || form.number(field)
                on:input=move |event| form.set_number(field, event_target_value(&event))
                on:blur=move |_| form.leave_number(field)
            />
            <p class="field-error" id=error_id aria-live="polite">{move || error.get()}</p>
        </div>
    }
}
