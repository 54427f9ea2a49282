//! What a table is called on the screen.

use crate::core::domain::{Cafe, Id};
use crate::i18n::Messages;
use crate::state::{Lang, Session};

/// A table by what people call it: its name, or its number.
pub fn table_label(lang: Lang, number: usize, name: &str) -> String {
    if name.is_empty() { (lang.t().common().table)(number) } else { name.to_owned() }
}

/// The same by its id, followed. A table that the set-up does not have is called another one.
pub fn table_name(session: Session, lang: Lang, table: Id) -> String {
    let found = session.setup(|cafe| {
        let number = Cafe::number_of(&cafe.tables(), table)?;
        Some((number, cafe.table(table)?.name.is.to_string()))
    });
    found.map_or_else(|| lang.t().common().other_table.to_owned(), |(number, name)| table_label(lang, number, &name))
}

/// A table by its number, where its name takes too much room; without a number it is called another one.
pub fn table_by_number(t: Messages, number: Option<usize>) -> String {
    number.map_or_else(|| t.common().other_table.to_owned(), t.common().table)
}
