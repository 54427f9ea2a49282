//! Between two rounds: where to go. With a plan each number stands beside its next table.

use crate::core::report::{Grid, Moves, Stop};
use crate::dom::prelude::*;
use crate::state::use_lang;
use crate::ui::components::table_label;

/// The sentence, and the tables.
#[component]
pub fn ChangeTables(
    /// Where people go, or sit.
    moves: Memo<Moves>,
    /// Whether they sit there now, and do not change.
    is_seating: Memo<bool>,
) -> impl IntoView {
    let lang = use_lang();
    let help = move || {
        let t = lang.t().clock();
        moves.with(|moves| match moves {
            Moves::To(_) if is_seating.get() => t.seated_by_plan,
            Moves::Last => t.last_over_help,
            Moves::NoPlan => t.change_tables_help,
            Moves::OtherTables { .. } => t.other_tables,
            Moves::OtherRounds { .. } => t.other_rounds,
            Moves::To(_) => t.change_by_plan,
        })
    };
    let why = move || {
        let t = lang.t().clock();
        let words = match moves.get() {
            Moves::OtherTables { planned, now } => (t.other_tables_help)(planned, now),
            Moves::OtherRounds { planned, now } => (t.other_rounds_help)(planned, now),
            _ => return None,
        };
        Some(view! { <p class="projector-over">{words}</p> })
    };
    let list = move || {
        let Moves::To(stops) = moves.get() else { return None };
        let grid = Grid::of(&stops);
        let row = |stop: Stop| {
            let label = table_label(lang, stop.number, &stop.name);
            view! { <li><b dir="auto">{label}</b> <span>{stop.people}</span></li> }
        };
        Some(view! {
            <div class="projector-moves">
                <ol
                    class="projector-seats"
                    var:columns=grid.columns.to_string()
                    var:rows=grid.rows.to_string()
                    var:width=format!("{:.2}", grid.width)
                    var:height=format!("{:.2}", grid.height)
                >
                    {stops.into_iter().map(row).collect_view()}
                </ol>
            </div>
        })
    };
    view! {
        <div class="projector-body">
            <div class="projector-help" role="status"><p class="projector-question">{help}</p> {why}</div>
            {list}
        </div>
    }
}
