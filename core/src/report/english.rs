//! Plain English words for a report: those of the app are in the app, which neither the bench nor the core's own tests
//! know. Both take these; the app that is shipped does not have them.

use super::Words;
use super::map::MapWords;

/// The words.
pub const WORDS: Words = Words {
    language: "en",
    table: |number| format!("Table {number}"),
    other_table: "Another table",
    round: |number| format!("round {number}"),
    question: |number| format!("Question {number}"),
    other_question: "Another question",
    nobody: "Nobody answered.",
    empty_theme: "Nothing here.",
    example: "E.g.",
    also: "Also:",
    or: "or",
    contributions: |count| format!("{count} contributions"),
    dots: |count| format!("{count} dots"),
    highlighted: "highlighted",
    day: str::to_owned,
    key_points: "Key points",
    notes: "Notes",
    unsorted: "Without a theme",
    next_steps: "Next steps",
    what: "What",
    who: "Who",
    when: "By when",
    about: "About",
    took_part: "Who took part",
    facts: |about| vec![format!("{} tables", about.tables)],
    figures: "In figures",
    counts: "Contributions per table and round",
    elsewhere: |count| format!("{count} elsewhere"),
    recurring: "Words that recur",
    recurring_help: "How many contributions contain a word.",
    hidden: |count| format!("{count} set aside"),
    left_out: |count| format!("{count} left out"),
    contents: "Contents",
    columns: ["N", "Question", "Theme", "Table", "Round", "Contribution", "Example of", "Name", "Dots", "Shown first"],
    thanks: "Thank you",
    map: MapWords {
        name: "Map",
        themes: |count| format!("{count} themes"),
        more: |count| format!("and {count} more"),
        more_themes: |themes, notes| format!("and {themes} more with {notes}"),
        seed: |unit| format!("{unit} each"),
        with_dots: "with dots",
        star: "highlighted",
        strongest: "Strongest",
    },
};
