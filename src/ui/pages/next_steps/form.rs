//! What, who, by when: the three boxes, for a new step and for one that is there.

use super::boxes::{Boxes, Part, Words};
use super::{Steps, focus_box};
use crate::core::harvest::{Act, NextStep};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::state::{use_app, use_lang};
use crate::ui::components::{Icon, closes, focus_next_frame};

/// The id of the box for what is to be done next.
pub const WHAT: &str = "step-what";

/// The id of a box of the form with this id.
fn box_id(form: &str, part: Part) -> String {
    let name = match part {
        Part::What if form == "step" => return WHAT.to_owned(),
        Part::What => "what",
        Part::Who => "who",
        Part::When => "when",
    };
    format!("{form}-{name}")
}

#[component]
fn Fields(
    boxes: Boxes,
    id: String,
    submit: Callback<()>,
    #[prop(optional)] node: NodeRef<web_sys::HtmlTextAreaElement>,
) -> impl IntoView {
    let lang = use_lang();
    let what = box_id(&id, Part::What);
    let error_id = format!("{what}-error");
    let is_wrong =
        move |part: Part| move || boxes.error.with(|error| error.as_ref().is_some_and(|(it, _)| *it == part));
    let error = move |part: Part| {
        let wrong = is_wrong(part);
        move || boxes.error.with(|error| error.as_ref().filter(|_| wrong()).map(|(_, why)| why.clone()))
    };
    let line = move |part: Part, label: Text, value: RwSignal<String>, hint: Option<Text>| {
        let field = box_id(&id, part);
        let (hint_id, error_id) = (format!("{field}-hint"), format!("{field}-error"));
        let about = hint.map_or_else(|| error_id.clone(), |_| format!("{hint_id} {error_id}"));
        let wrong = is_wrong(part);
        view! {
            <div class="field">
                <label class="field-label" for=field.clone()>{lang.text(label)}</label>
                <input
                    class="input"
                    type="text"
                    id=field
                    dir="auto"
                    aria-describedby=about
                    aria-invalid=move || wrong().then_some("true")
                    prop:value=value
                    on:input=move |event| { value.set(event_target_value(&event)); boxes.keep(); }
                />
                {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{lang.text(hint)}</p> })}
                <p class="field-error" id=error_id aria-live="polite">{error(part)}</p>
            </div>
        }
    };
    view! {
        <div class="step-fields">
            <div class="field step-what">
                <label class="field-label" for=what.clone()>{lang.text(|t| t.next_steps().what)}</label>
                <textarea
                    class="input"
                    id=what
                    rows="1"
                    dir="auto"
                    node_ref=node
                    aria-describedby=error_id.clone()
                    aria-invalid=move || is_wrong(Part::What)().then_some("true")
                    prop:value=boxes.what
                    on:input=move |event| { boxes.what.set(event_target_value(&event)); boxes.keep(); }
                    on:keydown=move |event| {
                        // One line is the rule here, so Enter adds; with Shift it makes a line.
                        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                            event.prevent_default();
                            submit.run(());
                        }
                    }
                ></textarea>
                <p class="field-error" id=error_id aria-live="polite">{error(Part::What)}</p>
            </div>
            {line(Part::Who, |t| t.next_steps().who, boxes.who, None)}
            {line(Part::When, |t| t.next_steps().when, boxes.when, Some(|t| t.next_steps().when_hint))}
        </div>
    }
}

/// The boxes for a new step; Enter adds it.
#[component]
pub fn Adding(steps: Steps) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let session = steps.session;
    let boxes = Boxes::new(session, "step-new", Words::default());
    let add = move || {
        let (id, [what, who, when]) = (session.new_id(), boxes.now());
        match session.act(&Act::AddStep { id, what, who, when }) {
            Ok(()) => {
                [boxes.what, boxes.who, boxes.when].iter().for_each(|it| it.set(String::new()));
                if boxes.settle(id) {
                    app.say((lang.now().next_steps().added)(steps.ids.with_untracked(Vec::len)));
                }
            }
            Err(refusal) => return crate::platform::page::focus(&box_id("step", boxes.refuse(refusal))),
        }
        focus_box();
    };
    view! {
        <form
            class="card step-form"
            novalidate
            aria-label=lang.text(|t| t.next_steps().adding)
            on:submit=move |event| { event.prevent_default(); add(); }
        >
            <Fields boxes id="step".to_owned() submit=Callback::new(move |()| add()) />
            <div class="cluster cluster--end">
                <button class="button button--primary"><Icon name="plus" />{lang.text(|t| t.next_steps().add)}</button>
            </div>
        </form>
    }
}

/// The boxes for a step that is there, or that somebody removed while it was edited.
#[component]
pub fn Editing(steps: Steps, step: NextStep, number: Memo<usize>, editing: RwSignal<bool>) -> impl IntoView {
    let lang = use_lang();
    let (session, id) = (steps.session, step.id);
    let boxes = Boxes::of(session, &step);
    let removed = move || !steps.harvest.with(|harvest| harvest.steps.iter().any(|step| step.id == id));
    let removed = Memo::new(removed);
    let done = move |keep: bool| {
        if !keep || boxes.is_unchanged() {
            boxes.forget();
        }
        steps.open.update(|open| open.retain(|it| *it != id));
        editing.set(false);
        focus_next_frame(format!("edit-step-{id}"));
    };
    let save = move || {
        // Whoever saves it wants it, and it has to be there before it is worded.
        let back = Some(Act::SetStepRemoved { id, removed: false }).filter(|_| removed.get_untracked());
        let saved = back.map_or(Ok(()), |back| session.act(&back)).and_then(|()| session.act_all(&boxes.acts(id)));
        match saved {
            Ok(()) => {
                boxes.settle(id);
                done(true);
            }
            Err(refusal) => crate::platform::page::focus(&box_id(&format!("step-{id}"), boxes.refuse(refusal))),
        }
    };
    let node = NodeRef::new();
    node.on_load(|area: web_sys::HtmlTextAreaElement| drop(area.focus()));
    let notice = move || {
        removed.get().then(
            || view! { <p class="note-label"><Icon name="warning" />{lang.t().next_steps().removed_elsewhere}</p> },
        )
    };
    view! {
        <form
            class="step-form"
            novalidate
            aria-label=move || (lang.t().next_steps().editing)(number.get())
            on:submit=move |event| { event.prevent_default(); save(); }
            on:keydown=move |event| {
                if closes(&event) {
                    steps.closed.set_value(true);
                    done(true);
                }
            }
        >
            <div aria-live="polite">{notice}</div>
            <Fields boxes id=format!("step-{id}") node submit=Callback::new(move |()| save()) />
            <div class="cluster">
                <button class="button button--primary">
                    {move || if removed.get() { lang.t().next_steps().put_it_back } else { lang.t().common().save }}
                </button>
                <button type="button" class="button" on:click=move |_| done(false)>{lang.text(|t| t.common().cancel)}</button>
            </div>
        </form>
    }
}
