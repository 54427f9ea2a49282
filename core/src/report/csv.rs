//! The report as a table for a spreadsheet: a row for each contribution, key point and next step.
//!
//! - **UTF-8 with a byte order mark**, without which Excel takes the bytes for an older encoding; lines end in CRLF,
//!   lines within a cell in LF, as in Excel's own files.
//! - **The separator is the one of the reader's language**, as Excel expects: a semicolon in French, where the comma is
//!   for decimals, a comma in English. A first line `sep=;` would say so to any Excel, but then Excel no longer looks
//!   at the byte order mark, and breaks every accent. LibreOffice offers to take both for separators: since every text
//!   stands in quotes, that splits none.
//! - **No text is a formula.** What a spreadsheet would calculate begins with an apostrophe here. Which beginnings
//!   those are says OWASP (Community, Attacks, "CSV Injection"): `=`, `+`, `-`, `@`, tab, CR and LF, also in full
//!   width. They are looked for behind spaces and invisible marks as well.
//! - **No text is a number, a day, an hour or a truth value**, to a spreadsheet that speaks French or English: "1/2"
//!   would become a day in February, "2 PM" fourteen o'clock, "12 mai" that day of this year, and "vrai" VRAI. Such a
//!   text begins with an apostrophe too.
//!
//! An example and a note that is gathered with another one have rows of their own, which name the number of that other
//! one: "12" is an example of contribution 12, "also: 12" says what 12 says. Key points and next steps have no number,
//! and the theme says what they are, as the heading in the report does: so a filter on that column shows or hides them,
//! and what has a number is a contribution. Nor has a number what the report says of a theme, or of a question that
//! nobody answered: its row stands before the contributions of the theme. By when a next step happens stands in the
//! last column, which has nothing in any other row.

use super::text::{clean, line};
use super::{Entry, Group, Heading, Report, TableName, Words};
use crate::words::fold;

/// Begins the file.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// What makes a formula, or could.
const STARTS: [char; 14] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe66}', '\u{fe62}',
    '\u{fe63}',
];

/// The columns: those of contributions, and by when a next step happens.
const COLUMNS: usize = 11;

/// No day is written as long as this, in bytes.
const LONGEST_DAY: usize = 60;
/// Months in both languages, folded; any beginning of three letters or more is taken for one.
const MONTHS: [&str; 24] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
/// The halves of a day.
const HALVES: [&str; 4] = ["am", "pm", "a", "p"];
/// Truth values in both languages, folded.
const TRUTHS: [&str; 4] = ["true", "false", "vrai", "faux"];

/// The whole file.
pub fn write(report: &Report, words: &Words) -> String {
    let separator = if words.language == "fr" { ';' } else { ',' };
    let mut table = Table { out: BYTE_ORDER_MARK.into(), separator, count: 0, words };
    let mut heads = [const { Cell::Empty }; COLUMNS];
    for (cell, head) in heads.iter_mut().zip(words.columns.into_iter().chain([words.when])) {
        *cell = Cell::of(head);
    }
    table.row(heads);
    for section in &report.sections {
        let question = section.title(words);
        if section.groups.is_empty() {
            table.said(&Place { question: &question, theme: "", table: None, round: None }, words.nobody);
        }
        section.groups.iter().for_each(|group| table.group(&question, group));
    }
    for step in &report.steps {
        let mut row = [const { Cell::Empty }; COLUMNS];
        row[2] = Cell::of(words.next_steps);
        row[5] = Cell::of(&versions(&step.what, words));
        row[7] = Cell::of(&line(&step.who));
        row[10] = Cell::of(&line(&step.when));
        table.row(row);
    }
    table.out
}

#[derive(Clone, Debug)]
enum Cell {
    Empty,
    Number(usize),
    Text(String),
}

impl Cell {
    fn of(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

/// Where a row belongs.
struct Place<'a> {
    question: &'a str,
    theme: &'a str,
    table: Option<&'a TableName>,
    /// The round of the note, for its examples.
    round: Option<usize>,
}

struct Table<'a> {
    out: String,
    separator: char,
    /// The number of the last contribution.
    count: usize,
    words: &'a Words,
}

impl Table<'_> {
    fn row(&mut self, cells: [Cell; COLUMNS]) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.out.push(self.separator);
            }
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => self.out.push_str(&number.to_string()),
                Cell::Text(text) => {
                    self.out.push('"');
                    self.out.push_str(&defused(&text).replace('"', "\"\""));
                    self.out.push('"');
                }
            }
        }
        self.out.push_str("\r\n");
    }

    fn group(&mut self, question: &str, group: &Group) {
        let words = self.words;
        let (theme, table) = match &group.heading {
            Heading::Table(table) => (None, Some(table)),
            heading => (words.heading(heading).map(|it| line(&it)), None),
        };
        let place = Place { question, theme: theme.as_deref().unwrap_or_default(), table, round: None };
        if !group.about.is_empty() {
            self.said(&place, &versions(&group.about, words));
        }
        for point in &group.points {
            let theme = words.key_points;
            let kept = Place { theme, table: point.table.as_ref().or(table), round: point.round, ..place };
            self.said(&kept, &versions(&point.texts, words));
        }
        if group.entries.is_empty() && matches!(group.heading, Heading::Theme(..)) {
            self.said(&place, words.empty_theme);
        }
        group.entries.iter().for_each(|entry| self.entry(&place, entry, Cell::Empty, false));
    }

    /// A row that is not a contribution.
    fn said(&mut self, place: &Place, text: &str) {
        self.note(place, text, Cell::Empty, [const { Cell::Empty }; 4]);
    }

    fn entry(&mut self, place: &Place, entry: &Entry, of: Cell, is_example: bool) {
        self.count += 1;
        let number = self.count;
        // An example stands at the table and in the round of its note, as in the other files.
        let own = Place { table: entry.table.as_ref().or(place.table), round: entry.round, ..*place };
        let place = if is_example { place } else { &own };
        let name = Cell::of(&entry.name.as_deref().map(line).unwrap_or_default());
        let dots = if entry.dots > 0 { Cell::Number(entry.dots) } else { Cell::Empty };
        let highlighted = if entry.highlighted { Cell::of(self.words.highlighted) } else { Cell::Empty };
        self.note(place, &versions(&entry.texts, self.words), Cell::Number(number), [of, name, dots, highlighted]);
        for example in &entry.examples {
            self.entry(place, example, Cell::Number(number), true);
        }
        for other in &entry.gathered {
            let also = Cell::Text(format!("{} {number}", self.words.also));
            self.entry(place, other, also, false);
        }
    }

    fn note(&mut self, place: &Place, text: &str, number: Cell, [of, name, dots, highlighted]: [Cell; 4]) {
        let table = place.table.map(|table| line(&self.words.table_name(table))).unwrap_or_default();
        let round = place.round.map_or(Cell::Empty, Cell::Number);
        let text = Cell::of(text);
        let [question, theme, table] = [place.question, place.theme, &table].map(Cell::of);
        self.row([number, question, theme, table, round, text, of, name, dots, highlighted, Cell::Empty]);
    }
}

/// Versions one under the other, with "or" between them.
fn versions(texts: &[String], words: &Words) -> String {
    let texts: Vec<String> = texts.iter().map(|text| clean(text)).collect();
    texts.join(&format!("\n{}\n", words.or))
}

/// A text that no spreadsheet takes for a formula, a number, a day, an hour or a truth value.
fn defused(text: &str) -> String {
    let is_mark = |letter: &char| letter.is_whitespace() || letter.is_control() || is_invisible(*letter);
    let first = text.chars().find(|letter| !is_mark(letter));
    let starts = [text.chars().next(), first].into_iter().flatten().any(|letter| STARTS.contains(&letter));
    let is_number = text.chars().any(char::is_numeric) && !text.chars().any(char::is_alphabetic);
    if starts || is_number || is_power(text) || is_day_or_truth(text) { format!("'{text}") } else { text.to_owned() }
}

/// "12e5" is a number to a spreadsheet.
fn is_power(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit() || b".,+-".contains(&it));
    text.trim().split_once(['e', 'E']).is_some_and(|(number, power)| digits(number) && digits(power))
}

/// "12 mai", "May 2026", "2 PM", "vrai".
fn is_day_or_truth(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST_DAY {
        return false;
    }
    let text = fold(text);
    let is_month = |word: &str| word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(word));
    let mut words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    TRUTHS.contains(&&*text)
        || (text.contains(char::is_numeric) && words.all(|word| HALVES.contains(&word) || is_month(word)))
}

/// Marks of direction and of width nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn formulas_and_numbers_are_texts() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\nx",
            "  =1",
            "\u{a0}=1",
            "\u{202f}\u{200b}=1",
            "\u{feff}@x",
            "\u{ff1d}1+1",
            "\u{ff0d}x",
            "\u{202e}=x",
            "1/2",
            "2026-05-01",
            "12",
            "1e5",
            "3 €",
            "- a list",
            "12 mai",
            "10 May 2026",
            "sept. 26",
            "3-août",
            " Févr 12 ",
            "2 PM",
            "9:30 a",
            "VRAI",
            "Faux",
            "TRUE",
        ] {
            assert_eq!(defused(text), format!("'{text}"), "{text:?}");
        }
        let said = ["mai", "12 maires", "12 mai : la fête", "le 3 mars", "vrai ou faux", "C’est vrai", "2 personnes"];
        for text in ["3 tables", "a = b", "l’eau", "", "…", "'=a", "« oui »", "e5", "été 2026"].into_iter().chain(said)
        {
            assert_eq!(defused(text), text);
        }
    }
}
