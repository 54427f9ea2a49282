//! A step back, and forward again, for what is done at the harvest: the same on every screen. It says what it takes
//! back, and takes back nothing that the screen does not show.

use super::{Focus, Icon};
use crate::core::domain::Id;
use crate::dom::prelude::*;
use crate::platform;
use crate::state::{Acts, Session, Stepped, use_app, use_lang};
use leptos::ev;

/// Two buttons, and Ctrl or Cmd with Z outside text boxes. What was done is said.
#[component]
pub fn UndoRedo(
    /// The open café.
    session: Session,
    /// Whose acts are taken back.
    acts: Signal<Acts>,
    /// Where it is said what was done; without a place for it in the message of the moment.
    #[prop(optional)]
    said: Option<RwSignal<String>>,
    /// Told of the question that a step was about, before it is said what was done.
    #[prop(optional)]
    go_to: Option<Callback<Id>>,
) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let step = move |back: bool| {
        let focus = Focus::now();
        let stepped = session.step(untrack(|| acts.get()), back);
        if let Some((go_to, question)) = go_to.zip(session.past().stepped_in()) {
            go_to.run(question);
        }
        let words = words(stepped, back, lang.now());
        match said {
            Some(said) => said.set(words),
            None => app.say(words),
        }
        focus.keep([]);
    };
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_step = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let key = event.key().to_lowercase();
        if is_step && matches!(&*key, "z" | "y") && !platform::page::is_writing() {
            event.prevent_default();
            step(key == "z" && !event.shift_key());
        }
    });
    on_cleanup(move || keys.remove());
    let button = move |back: bool| {
        let past = session.past();
        let deed = Memo::new(move || past.next(acts.get(), back));
        let label = move || {
            let t = lang.t().step_back();
            if back { t.undo } else { t.redo }
        };
        let what = move || deed.get().map(|deed| view! { " " <small>{(lang.t().step_back().deed)(deed)}</small> });
        view! {
            <button
                type="button"
                class="button button--quiet"
                id=if back { "step-back" } else { "step-forward" }
                aria-disabled=move || deed.with(Option::is_none).to_string()
                on:click=move |_| step(back)
            >
                <Icon name=if back { "undo" } else { "redo" } />
                <span>{label} {what}</span>
            </button>
        }
    };
    view! { <div class="undo-redo">{button(true)} {button(false)}</div> }
}

/// What came of it, in words.
pub fn words(stepped: Stepped, back: bool, t: crate::i18n::Messages) -> String {
    let t = t.step_back();
    let (say, deed) = match (stepped, back) {
        (Stepped::Nothing, true) => return t.nothing_to_undo.to_owned(),
        (Stepped::Nothing, false) => return t.nothing_to_redo.to_owned(),
        (Stepped::Done(deed), true) => (t.undone, deed),
        (Stepped::Done(deed), false) => (t.redone, deed),
        (Stepped::InPart(deed), true) => (t.undone_in_part, deed),
        (Stepped::InPart(deed), false) => (t.redone_in_part, deed),
        (Stepped::Overtaken(deed), true) => (t.not_undone, deed),
        (Stepped::Overtaken(deed), false) => (t.not_redone, deed),
    };
    say(&(t.deed)(deed))
}
