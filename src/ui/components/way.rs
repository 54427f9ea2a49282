//! Pieces of handing over: what goes into the bundle, and the ways in which it leaves.

use super::{ChoiceCard, Icon, table_label};
use crate::core::domain::{Cafe, Id, Scope};
use crate::dom::prelude::*;
use crate::state::{Lang, Session, use_lang};

/// What people call a table.
fn name_of(session: Session, lang: Lang, table: Id) -> String {
    let found = session.setup(|cafe| {
        let number = Cafe::number_of(&cafe.tables(), table)?;
        Some((number, cafe.table(table)?.name.is.to_string()))
    });
    found.map_or_else(|| lang.t().common().other_table.to_owned(), |(number, name)| table_label(lang, number, &name))
}

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
    let this_table = Signal::derive(move || (lang.t().hand_over().this_table)(&name_of(session, lang, table)));
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
