//! Pieces of handing over: what goes into the bundle, and the ways in which it leaves.

use super::{Icon, table_label};
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
    let choice = move |of: Scope, label: Signal<String>, help: Signal<&'static str>| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="scope"
                    prop:checked=move || scope.get() == of
                    on:change=move |_| scope.set(of)
                />
                <span><b dir="auto">{label}</b> <small>{help}</small></span>
            </label>
        }
    };
    let this_table = Signal::derive(move || (lang.t().hand_over().this_table)(&name_of(session, lang, table)));
    let whole = Signal::derive(move || lang.t().hand_over().whole.to_owned());
    view! {
        <fieldset class="fieldset">
            <legend>{lang.text(|t| t.hand_over().scope)}</legend>
            <div class="grid">
                {choice(Scope::Table(table), this_table, Signal::derive(move || lang.t().hand_over().this_table_help))}
                {choice(Scope::Whole, whole, Signal::derive(move || lang.t().hand_over().whole_help))}
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
