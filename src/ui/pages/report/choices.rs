//! What the report shows: choices that belong to the café and travel with it.

use crate::core::harvest::{Act, Choices, took_part};
use crate::core::merge::Versions;
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::state::{Acts, Session, Stepped, Wording, use_app, use_lang};
use crate::ui::components::{FieldKind, Icon, SetupField};

/// One choice: what it is called, what is chosen, how the other is chosen.
type Choice = (Text, fn(&Choices) -> bool, fn(&mut Choices));

const ALL: [Choice; 4] = [
    (|t| t.report().show_names, |it| it.names, |it| it.names = !it.names),
    (|t| t.report().show_tables, |it| it.tables, |it| it.tables = !it.tables),
    (|t| t.report().show_dots, |it| it.dots, |it| it.dots = !it.dots),
    (|t| t.report().show_unsorted, |it| it.unsorted, |it| it.unsorted = !it.unsorted),
];

/// A text as its box shows it: of several that nobody chose between, all, so that whoever changes it has seen them.
fn said(versions: &Versions) -> Wording {
    let texts: Vec<&str> =
        versions.texts().iter().map(|version| &*version.is).filter(|text| !text.is_empty()).collect();
    Wording { text: texts.join("\n"), seen: versions.seen() }
}

/// The choices, folded away until they are needed.
#[component]
pub fn ReportChoices(session: Session) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let choices = Memo::new(move || session.content(Choices::of));
    let past = session.past();
    let nothing = Memo::new(move || past.next(Acts::Report, true).is_none());
    let turn = move |change: fn(&mut Choices)| {
        let mut new = choices.get_untracked();
        change(&mut new);
        if let Err(refusal) = session.act(&Act::Choose(new)) {
            app.say_refusal(refusal);
        }
    };
    let undo = move |_| {
        if let Stepped::Overtaken(deed) = session.step(Acts::Report, true) {
            let t = lang.now().step_back();
            app.say((t.not_undone)(&(t.deed)(deed)));
        }
    };
    let read = move |()| session.setup(|cafe| said(&took_part(cafe)));
    let write = move |shown: Wording| session.act(&Act::SayWhoTookPart { seen: shown.seen, text: shown.text });
    let choice = move |(label, is, change): Choice| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || choices.with(is)
                    on:change=move |_| turn(change)
                />
                <span>{lang.text(label)}</span>
            </label>
        }
    };
    view! {
        <details class="card no-print">
            <summary>{lang.text(|t| t.report().choices)}</summary>
            <div class="stack">
                <p class="muted">{lang.text(|t| t.report().choices_help)}</p>
                <div class="grid" role="group" aria-label=lang.text(|t| t.report().choices)>
                    {ALL.into_iter().map(choice).collect_view()}
                </div>
                <SetupField session record=session.id() name="took-part" kind=FieldKind::Area
                    label=lang.words(|t| t.report().took_part)
                    short=lang.words(|t| t.report().took_part)
                    read=Callback::new(read) write=Callback::new(write) />
                <p class="field-hint">{lang.text(|t| t.report().took_part_help)}</p>
                <div class="cluster">
                    <button class="button button--ghost" disabled=move || nothing.get() on:click=undo>
                        <Icon name="undo" />{lang.text(|t| t.report().undo)}
                    </button>
                </div>
            </div>
        </details>
    }
}
