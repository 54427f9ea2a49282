//! How much each table wrote in each round: a picture for people who would rather look than read.

use super::table_label;
use crate::core::report::{Counts, TableName};
use crate::dom::prelude::*;
use crate::i18n::prepare::Part;
use crate::state::use_lang;

/// The counts of all tables and rounds.
#[component]
pub fn CountsTable(
    /// What is counted.
    counts: Memo<Counts>,
) -> impl IntoView {
    let lang = use_lang();
    let heads = move || {
        let head = |number| view! { <th scope="col">{(lang.t().prepare().number)(Part::Round, number)}</th> };
        (1..=counts.with(Counts::rounds)).map(head).collect_view()
    };
    let rows = move || {
        let counts = counts.get();
        let most = counts.rows.iter().flatten().copied().max().unwrap_or_default().max(1);
        let cell = move |count: usize| {
            view! {
                <td>
                    <span class="bar-count" var:n=count.to_string() var:max=most.to_string()>
                        {count}
                    </span>
                </td>
            }
        };
        let row = |(table, row): (TableName, Vec<usize>)| {
            view! {
                <tr>
                    <th scope="row" dir="auto">{table_label(lang, table.number.unwrap_or_default(), &table.name)}</th>
                    {row.into_iter().map(cell).collect_view()}
                </tr>
            }
        };
        counts.tables.into_iter().zip(counts.rows).map(row).collect_view()
    };
    let elsewhere = move || {
        let count = counts.with(|counts| counts.elsewhere);
        (count > 0).then(|| view! { <p class="muted">{(lang.t().run().elsewhere)(count)}</p> })
    };
    view! {
        <div class="scroll-x" tabindex="0" role="region" aria-label=lang.text(|t| t.run().counts_caption)>
            <table class="counts">
                <caption>{lang.text(|t| t.run().counts_caption)}</caption>
                <thead>
                    <tr><th scope="col">{lang.text(|t| t.run().table)}</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {elsewhere}
    }
}
