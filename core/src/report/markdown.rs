//! The report as Markdown (CommonMark). What people wrote is text: nothing in it becomes markup or a link.

use super::map::{self, Frame, Told};
use super::text::clean;
use super::{Counts, Entry, Group, Heading, Point, Report, Step, Words};

/// The whole report.
pub fn write(report: &Report, words: &Words) -> String {
    let mut out = format!("# {}\n\n", line(&report.title));
    out.push_str(&format!("{}\n", escaped(&report.facts(words), " · ")));
    for (place, section) in report.sections.iter().enumerate() {
        out.push_str(&format!("\n## {}\n", escaped(&section.titles(words), " / ")));
        if section.groups.is_empty() {
            out.push_str(&format!("\n*{}*\n", words.nobody));
        }
        if map::has_picture(section) {
            told(&mut out, &map::picture(section, place + 1, Frame::Page, words).told, words);
        }
        section.groups.iter().for_each(|it| group(&mut out, it, words));
    }
    if !report.steps.is_empty() {
        out.push_str(&format!("\n## {}\n\n", words.next_steps));
        report.steps.iter().for_each(|it| step(&mut out, it, words));
    }
    if let Some(counts) = &report.counts {
        self::counts(&mut out, counts, words);
    }
    if !report.recurring.is_empty() {
        out.push_str(&format!("\n## {}\n\n*{}*\n\n", words.recurring, words.recurring_help));
        report.recurring.iter().for_each(|(word, count)| out.push_str(&format!("- {} ({count})\n", line(word))));
    }
    out.push_str(&format!("\n## {}\n\n", words.about));
    report.remarks(words).iter().for_each(|fact| out.push_str(&format!("- {}\n", line(fact))));
    if !report.took_part.is_empty() {
        out.push_str(&format!("\n### {}\n\n{}\n", words.took_part, versions(&report.took_part, words, "")));
    }
    out
}

/// The map in words: what Markdown has in place of the picture.
fn told(out: &mut String, told: &Told, words: &Words) {
    out.push_str(&format!("\n**{}**\n\n{}\n\n", words.map.name, line(&told.figures)));
    for theme in &told.themes {
        out.push_str(&format!("- {} ({})\n", line(&theme.name), line(&theme.figures)));
        for said in theme.quotes.iter().chain(&theme.more) {
            out.push_str(&format!("  - {}\n", line(said)));
        }
    }
    out.push_str(&told.rest.as_ref().map(|rest| format!("\n{}\n", line(rest))).unwrap_or_default());
}

/// A list, since tables are not part of CommonMark: "- Table 1: 3 (round 1), 5 (round 2)".
fn counts(out: &mut String, counts: &Counts, words: &Words) {
    out.push_str(&format!("\n## {}\n\n{}\n\n", words.figures, line(words.counts)));
    for (table, row) in counts.tables.iter().zip(&counts.rows) {
        let row: Vec<String> =
            (1..).zip(row).map(|(round, count)| format!("{count} ({})", (words.round)(round))).collect();
        out.push_str(&format!("- {}: {}\n", line(&words.table_name(table)), row.join(", ")));
    }
    if counts.elsewhere > 0 {
        out.push_str(&format!("\n{}\n", line(&(words.elsewhere)(counts.elsewhere))));
    }
}

fn group(out: &mut String, group: &Group, words: &Words) {
    match (words.heading(&group.heading), group.dots()) {
        (Some(heading), 0) => out.push_str(&format!("\n### {}\n\n", line(&heading))),
        (Some(heading), dots) => out.push_str(&format!("\n### {} ({})\n\n", line(&heading), (words.dots)(dots))),
        // Behind the list of the map, or the two would be one.
        (None, _) => out.push_str(&format!("\n**{}**\n\n", words.notes)),
    }
    if !group.about.is_empty() {
        out.push_str(&format!("{}\n\n", versions(&group.about, words, "")));
    }
    if !group.points.is_empty() {
        let is_named = matches!(group.heading, Heading::KeyPoints);
        if !is_named {
            out.push_str(&format!("**{}**\n\n", words.key_points));
        }
        group.points.iter().for_each(|it| point(out, it, words));
        // Between the two lists, or they would be one.
        if !group.entries.is_empty() {
            out.push_str(&format!("\n**{}**\n\n", words.notes));
        }
    }
    if group.entries.is_empty() && matches!(group.heading, Heading::Theme(..)) {
        out.push_str(&format!("*{}*\n", words.empty_theme));
    }
    group.entries.iter().for_each(|it| entry(out, it, words, "", ""));
}

fn step(out: &mut String, step: &Step, words: &Words) {
    out.push_str(&format!("- {}", versions(&step.what, words, "  ")));
    let parts = [&step.who, &step.when].map(|part| super::text::line(part));
    behind(out, &parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>());
}

/// Versions, with "or" between them.
fn versions(texts: &[String], words: &Words, indent: &str) -> String {
    let texts: Vec<String> = texts.iter().map(|text| block(text, indent)).collect();
    texts.join(&format!("\\\n{indent}*{}*\\\n{indent}", words.or))
}

fn point(out: &mut String, point: &Point, words: &Words) {
    out.push_str(&format!("- {}", versions(&point.texts, words, "  ")));
    behind(out, &point.details(words));
}

/// What stands in brackets behind a text, and the end of the line.
fn behind(out: &mut String, details: &[String]) {
    if !details.is_empty() {
        out.push_str(&format!(" ({})", escaped(details, ", ")));
    }
    out.push('\n');
}

fn entry(out: &mut String, entry: &Entry, words: &Words, indent: &str, prefix: &str) {
    let inner = format!("{indent}  ");
    let space = if prefix.is_empty() { "" } else { " " };
    out.push_str(&format!("{indent}- {prefix}{space}{}", versions(&entry.texts, words, &inner)));
    behind(out, &entry.details(words, prefix == words.example));
    for example in &entry.examples {
        self::entry(out, example, words, &inner, words.example);
    }
    for other in &entry.gathered {
        self::entry(out, other, words, &inner, words.also);
    }
}

/// Texts that are on one line already, with a sign between them.
fn escaped(texts: &[String], between: &str) -> String {
    texts.iter().map(|text| escape(text)).collect::<Vec<_>>().join(between)
}

/// A text on one line.
fn line(text: &str) -> String {
    escape(&super::text::line(text))
}

/// A text of several lines inside a list item: hard breaks, indented.
fn block(text: &str, indent: &str) -> String {
    let lines: Vec<String> = clean(text).lines().map(|line| escape(line.trim_start_matches([' ', '\t']))).collect();
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// Escapes what Markdown, or GitHub's links without brackets, would take for markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // Also what some readers take for a definition.
    let starts_list = text.starts_with(['+', '-', '=', ':']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = digits > 0 && text[digits..].starts_with(['.', ')']);
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let escaped = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '@' | '$' | '^' | '{' => true,
            ':' => rest.starts_with("://") || (starts_list && at == 0),
            '.' => is_behind_www(&text.as_bytes()[..at]) || (is_number && at == digits),
            ')' => is_number && at == digits,
            '+' | '-' | '=' => starts_list && at == 0,
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Whether a text ends in "www".
fn is_behind_www(text: &[u8]) -> bool {
    text.last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(b"www"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::report::Section;
    use crate::report::english::WORDS;

    #[test]
    fn what_people_wrote_is_never_markup() {
        assert_eq!(escape("<img onerror=x> *a* [b](http://c)"), "\\<img onerror=x\\> \\*a\\* \\[b\\](http\\://c)");
        assert_eq!(escape("1. no list"), "1\\. no list");
        assert_eq!(escape("- no list, www.example.org"), "\\- no list, www\\.example.org");
        assert_eq!(escape("trois, l’eau\u{202f}! 12.5 - 3"), "trois, l’eau\u{202f}! 12.5 - 3");
    }

    #[test]
    fn what_shows_nothing_leaves_no_gap() {
        let id = Id::from_bits(1);
        let section = Section { id, wordings: vec!["\u{1}".into(), "Why?".into()], groups: Vec::new() };
        assert_eq!(escaped(&section.titles(&WORDS), " / "), "Why?");
        let unnamed = Entry {
            id,
            texts: vec!["Water".into()],
            disputed: false,
            name: Some("\u{1}".into()),
            table: None,
            round: None,
            dots: 0,
            highlighted: false,
            examples: Vec::new(),
            gathered: Vec::new(),
        };
        let mut out = String::new();
        entry(&mut out, &unnamed, &WORDS, "", "");
        assert_eq!(out, "- Water\n");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(block("one\n\n  two\n# three", "  "), "one\\\n  two\\\n  \\# three");
    }
}
