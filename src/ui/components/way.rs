//! Pieces of handing over: what goes into the bundle, and the ways in which it leaves.

use super::{ChoiceCard, Icon, table_name};
use crate::core::domain::{Id, Scope};
use crate::dom::prelude::*;
use crate::state::{Session, use_lang};

/// The table's part, or everything.
#[component]
pub fn ScopeChoice(
    /// The open café.
    session: Session,
    /// The table.
    table: Id,
    /// What was chosen.
    scope: RwSignal<Scope>,
) -> impl IntoView {
    let lang = use_lang();
    let choice = move |of: Scope, id: &'static str, name: Signal<String>, help: Signal<String>| {
        let is_chosen = Signal::derive(move || scope.get() == of);
        let on_choose = Callback::new(move |()| scope.set(of));
        view! { <ChoiceCard group="scope" id name help is_chosen on_choose /> }
    };
    let this_table = Signal::derive(move || (lang.t().hand_over().this_table)(&table_name(session, lang, table)));
    let this_table_help = lang.words(|t| t.hand_over().this_table_help);
    let whole = lang.words(|t| t.hand_over().whole);
    let whole_help = lang.words(|t| t.hand_over().whole_help);
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.hand_over().scope)}</legend>
            <div class="grid">
                {choice(Scope::Table(table), "scope-table", this_table, this_table_help)}
                {choice(Scope::Whole, "scope-whole", whole, whole_help)}
            </div>
        </fieldset>
    }
}

/// One way out of the device.
#[component]
pub fn Way(
    /// See `style/icon.css`.
    icon: &'static str,
    /// What it is called.
    #[prop(into)]
    name: Signal<&'static str>,
    /// When it is the right one.
    #[prop(into)]
    help: Signal<&'static str>,
    /// Its controls.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <header>
                <h2><Icon name=icon /> " " {name}</h2>
                <p>{help}</p>
            </header>
            {children()}
        </section>
    }
}
