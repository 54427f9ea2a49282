//! The words that a report adds to what people wrote, in the reader's language. All forms of output use these.

use super::map::MapWords;
use super::{About, Heading, TableName};

/// The words.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The language, as BCP 47 writes it: "fr", "en".
    pub language: &'static str,
    /// "Table 2".
    pub table: fn(usize) -> String,
    /// A table that is no longer in the set-up.
    pub other_table: &'static str,
    /// "round 2", inside a sentence.
    pub round: fn(usize) -> String,
    /// "Question 2".
    pub question: fn(usize) -> String,
    /// A question that this device does not know.
    pub other_question: &'static str,
    /// Said of a question that nobody answered.
    pub nobody: &'static str,
    /// Said of a theme that no contribution is in.
    pub empty_theme: &'static str,
    /// Before an example: "e.g."
    pub example: &'static str,
    /// Before the other notes that say the same: "also:"
    pub also: &'static str,
    /// Between two versions of a text.
    pub or: &'static str,
    /// "41 contributions".
    pub contributions: fn(usize) -> String,
    /// "3 dots".
    pub dots: fn(usize) -> String,
    /// Of a contribution that is shown before the others: "highlighted".
    pub highlighted: &'static str,
    /// A day as people write it, from `2026-11-23`.
    pub day: fn(&str) -> String,
    /// Above what hosts kept of the rounds.
    pub key_points: &'static str,
    /// Above what was written, where key points stand before it.
    pub notes: &'static str,
    /// Above what is in no theme.
    pub unsorted: &'static str,
    /// Above what happens afterwards.
    pub next_steps: &'static str,
    /// Of a next step: what.
    pub what: &'static str,
    /// Who does it.
    pub who: &'static str,
    /// By when.
    pub when: &'static str,
    /// Above how many took part and how it was made.
    pub about: &'static str,
    /// Above who took part.
    pub took_part: &'static str,
    /// How many took part and how it was made, in sentences.
    pub facts: fn(&About) -> Vec<String>,
    /// Above the counts.
    pub figures: &'static str,
    /// What the table of the counts shows: "Contributions per table and round".
    pub counts: &'static str,
    /// "Two contributions belong to a table or round that was removed."
    pub elsewhere: fn(usize) -> String,
    /// Above the words that recur.
    pub recurring: &'static str,
    /// What the number beside such a word says.
    pub recurring_help: &'static str,
    /// "Two contributions were set aside."
    pub hidden: fn(usize) -> String,
    /// "Two contributions without a theme are left out."
    pub left_out: fn(usize) -> String,
    /// Above the table of contents.
    pub contents: &'static str,
    /// Headings of a table of contributions: number, question, theme, table, round, contribution, example of, name,
    /// dots, whether it is highlighted.
    pub columns: [&'static str; 10],
    /// On the last slide.
    pub thanks: &'static str,
    /// On the maps.
    pub map: MapWords,
}

impl Words {
    /// How a table is called, with its number where it has one.
    pub fn table_name(&self, table: &TableName) -> String {
        match (table.number, &*table.name) {
            (Some(number), "") => (self.table)(number),
            (Some(number), name) => format!("{} · {name}", (self.table)(number)),
            (None, "") => self.other_table.to_owned(),
            (None, name) => name.to_owned(),
        }
    }

    /// What stands above the counts of a round: "Round 2".
    pub fn column(&self, round: usize) -> String {
        format!("{}\u{a0}{round}", self.columns[4])
    }

    /// What stands above a group; none for a list that needs no heading.
    pub fn heading(&self, heading: &Heading) -> Option<String> {
        Some(match heading {
            Heading::Theme(_, names) => names.join(&format!(" {} ", self.or)),
            Heading::Unsorted => self.unsorted.to_owned(),
            Heading::Table(table) => self.table_name(table),
            Heading::KeyPoints => self.key_points.to_owned(),
            Heading::All => return None,
        })
    }
}
