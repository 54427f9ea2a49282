//! Next steps that were taken away. Somebody who knew nothing of that may have worded them meanwhile, so their words
//! are shown, and each can be put back.

use crate::core::harvest::{Act, Harvest, NextStep};
use crate::dom::prelude::*;
use crate::state::{Session, use_app, use_lang};
use crate::ui::components::{Icon, focus_next_frame};

/// The list; nothing where no step was taken away.
#[component]
pub fn TakenSteps(session: Session, harvest: Memo<Harvest>) -> impl IntoView {
    let lang = use_lang();
    let taken = Memo::new(move || harvest.with(|it| it.steps_taken_away().to_vec()));
    let items = move || taken.get().into_iter().map(|step| taken_step(session, step)).collect_view();
    view! {
        <details class="card" hidden=move || taken.with(Vec::is_empty)>
            <summary>{move || (lang.t().next_steps().taken)(taken.with(Vec::len))}</summary>
            <div class="stack">
                <p class="muted">{lang.text(|t| t.next_steps().taken_help)}</p>
                <ul class="versions">{items}</ul>
            </div>
        </details>
    }
}

fn taken_step(session: Session, step: NextStep) -> View {
    let (app, lang) = (use_app(), use_lang());
    let (id, words) = (step.id, step.what.latest().to_owned());
    let label = {
        let words = words.clone();
        move || (lang.t().next_steps().put_back_label)(&words)
    };
    let back = move |_| match session.act(&Act::SetStepRemoved { id, removed: false }) {
        Ok(()) => {
            app.say((lang.now().next_steps().back_again)(&words));
            focus_next_frame(format!("edit-step-{id}"));
        }
        Err(refusal) => app.say_refusal(refusal),
    };
    let texts = step.what.texts().into_iter().map(|it| it.is.to_string());
    let texts = texts.map(|text| view! { <p class="note-text" dir="auto">{text}</p> }).collect_view();
    let who: Vec<&str> = [&*step.who, &*step.when].into_iter().filter(|it| !it.is_empty()).collect();
    let who = (!who.is_empty()).then(|| view! { <p class="muted" dir="auto">{who.join(" · ")}</p> });
    view! {
        <li class="version">
            {texts}
            {who}
            <button type="button" class="button button--ghost" aria-label=label on:click=back>
                <Icon name="undo" />
                {lang.text(|t| t.next_steps().put_back)}
            </button>
        </li>
    }
    .into_any()
}
