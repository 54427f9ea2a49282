//! Choosing what to print for the event.

use super::sheets::{Etiquette, HostSheets, RunSheet};
use crate::dom::prelude::*;
use crate::i18n::Text;
use crate::platform;
use crate::state::{Session, use_lang};
use crate::ui::components::{ChoiceCard, Icon, TextField};

/// Where the planned start lies, among the drafts of the café.
const START: &str = "run-sheet-start";

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Hosts,
    Etiquette,
    Run,
}

/// The choice, and the sheet itself, which only paper shows.
#[component]
pub fn PrintSheets(session: Session) -> impl IntoView {
    let lang = use_lang();
    let sheet = RwSignal::new(Sheet::Run);
    let start = RwSignal::new(session.draft(START));
    let choice = move |of: Sheet, name: Text, help: Text| {
        let is_chosen = Signal::derive(move || sheet.get() == of);
        let on_choose = Callback::new(move |()| sheet.set(of));
        let id = format!("sheet-{of:?}");
        view! { <ChoiceCard group="sheet" id name=lang.words(name) help=lang.words(help) is_chosen on_choose /> }
    };
    let starting = move || {
        (sheet.get() == Sheet::Run).then(|| {
            view! {
                <TextField
                    id="sheet-start"
                    label=lang.words(|t| t.sheets().start)
                    hint=lang.words(|t| t.sheets().start_hint)
                    value=start
                    kind="time"
                    on_done=Callback::new(move |()| drop(session.keep_draft(START, &start.get_untracked())))
                />
            }
        })
    };
    let printed = move || match sheet.get() {
        Sheet::Hosts => view! { <HostSheets session /> }.into_any(),
        Sheet::Etiquette => view! { <Etiquette session /> }.into_any(),
        Sheet::Run => view! { <RunSheet session start /> }.into_any(),
    };
    view! {
        <section class="card stack no-print">
            <h2 class="section-title">{lang.text(|t| t.sheets().title)}</h2>
            <fieldset class="fieldset stack">
                <legend class="visually-hidden">{lang.text(|t| t.sheets().which)}</legend>
                {choice(Sheet::Run, |t| t.sheets().run_sheet, |t| t.sheets().run_sheet_help)}
                {choice(Sheet::Hosts, |t| t.sheets().hosts, |t| t.sheets().hosts_help)}
                {choice(Sheet::Etiquette, |t| t.sheets().etiquette, |t| t.sheets().etiquette_help)}
            </fieldset>
            {starting}
            <div class="cluster">
                <button class="button button--primary" on:click=move |_| platform::page::print()>
                    <Icon name="print" />{lang.text(|t| t.sheets().print)}
                </button>
            </div>
        </section>
        <div class="sheets print-only">{printed}</div>
    }
}
