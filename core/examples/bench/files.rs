//! Times the report of 10,000 notes and each of its files.

use super::{best, work};
use nappe_core::report::map::MapWords;
use nappe_core::report::{FileKind, Report, Words};

const WORDS: Words = Words {
    language: "en",
    table: |number| format!("Table {number}"),
    other_table: "Another table",
    round: |number| format!("round {number}"),
    question: |number| format!("Question {number}"),
    other_question: "Another question",
    nobody: "Nobody answered this question.",
    empty_theme: "No contribution in this theme.",
    example: "E.g.",
    also: "Also:",
    or: "or",
    contributions: |count| format!("{count} contributions"),
    dots: |count| format!("{count} dots"),
    highlighted: "highlighted",
    day: str::to_owned,
    key_points: "Key points",
    notes: "Contributions",
    unsorted: "Without a theme",
    next_steps: "Next steps",
    what: "What",
    who: "Who",
    when: "By when",
    about: "How this was made",
    facts: |about| vec![format!("{} tables", about.tables)],
    hidden: |count| format!("{count} set aside"),
    left_out: |count| format!("{count} left out"),
    contents: "Contents",
    columns: [
        "No.",
        "Question",
        "Theme",
        "Table",
        "Round",
        "Contribution",
        "Example of",
        "Name",
        "Dots",
        "Highlighted",
    ],
    thanks: "Thank you",
    map: MapWords {
        name: "Harvest map",
        themes: |count| format!("{count} themes"),
        more: |count| format!("and {count} more"),
        more_themes: |themes, notes| format!("{themes} more themes with {notes} contributions"),
        seed: |count| format!("{count} contributions"),
        with_dots: "with dots",
        star: "highlighted",
        strongest: "Strongest",
    },
};

/// Prints them.
pub fn print() {
    let [mut cafe, other] = work::overlapping_cafes(10_000);
    cafe.join(other);
    let report = Report::of(&cafe);
    println!(
        "the report of {} notes: {:.1} ms; its files (ms, best of 7, native):",
        report.total,
        best(|| Report::of(&cafe))
    );
    for kind in FileKind::ALL {
        let bytes = kind.write(&report, &WORDS).len();
        println!("{:>7} {:>10.1} ms {:>9} kB", kind.ending(), best(|| kind.write(&report, &WORDS)), bytes / 1000);
    }
}
