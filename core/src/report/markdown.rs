//! The report as Markdown (CommonMark). What people wrote is text: nothing in it becomes markup or a link.

use super::{Entry, Point, Report};

/// The words that the report adds, in the reader's language.
pub struct Words {
    /// "Table 2".
    pub table: fn(usize) -> String,
    /// A table that is no longer in the set-up.
    pub other_table: &'static str,
    /// "round 2".
    pub round: fn(usize) -> String,
    /// A question that this device does not know.
    pub other_question: &'static str,
    /// Said of a question that nobody answered.
    pub nobody: &'static str,
    /// Before an example: "e.g."
    pub example: &'static str,
    /// Between two versions of a text.
    pub or: &'static str,
    /// "41 contributions".
    pub contributions: fn(usize) -> String,
    /// A day as people write it, from `2026-11-23`.
    pub day: fn(&str) -> String,
    /// Above what a host kept of the rounds.
    pub key_points: &'static str,
    /// Above what was written, where key points stand before it.
    pub notes: &'static str,
}

/// The whole report.
pub fn write(report: &Report, words: &Words) -> String {
    let mut out = format!("# {}\n\n", line(&report.title));
    let day = (words.day)(&report.date);
    let facts: Vec<String> = [line(&day), line(&report.place), (words.contributions)(report.total)].into();
    out.push_str(&facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "));
    out.push('\n');
    for section in &report.sections {
        let wordings: Vec<String> = section.wordings.iter().map(|wording| line(wording)).collect();
        let heading = if wordings.is_empty() { words.other_question.to_owned() } else { wordings.join(" / ") };
        out.push_str(&format!("\n## {heading}\n"));
        if section.tables.is_empty() {
            out.push_str(&format!("\n*{}*\n", words.nobody));
        }
        for table in &section.tables {
            let name = match (table.number, &*table.name) {
                (Some(number), "") => (words.table)(number),
                (Some(number), name) => format!("{} · {}", (words.table)(number), line(name)),
                (None, "") => words.other_table.to_owned(),
                (None, name) => line(name),
            };
            out.push_str(&format!("\n### {name}\n\n"));
            if !table.points.is_empty() {
                out.push_str(&format!("**{}**\n\n", words.key_points));
                table.points.iter().for_each(|it| point(&mut out, it, words));
                // Between the two lists, or they would be one.
                if !table.entries.is_empty() {
                    out.push_str(&format!("\n**{}**\n\n", words.notes));
                }
            }
            for it in &table.entries {
                entry(&mut out, it, words, "");
            }
        }
    }
    out
}

/// Versions, with "or" between them.
fn versions(texts: &[String], words: &Words, indent: &str) -> String {
    let texts: Vec<String> = texts.iter().map(|text| block(text, indent)).collect();
    texts.join(&format!("\\\n{indent}*{}*\\\n{indent}", words.or))
}

fn point(out: &mut String, point: &Point, words: &Words) {
    out.push_str(&format!("- {}", versions(&point.texts, words, "  ")));
    if let Some(round) = point.round {
        out.push_str(&format!(" ({})", (words.round)(round)));
    }
    out.push('\n');
}

fn entry(out: &mut String, entry: &Entry, words: &Words, indent: &str) {
    let inner = format!("{indent}  ");
    let prefix = if indent.is_empty() { String::new() } else { format!("{} ", words.example) };
    out.push_str(&format!("{indent}- {prefix}{}", versions(&entry.texts, words, &inner)));
    let mut notes = Vec::new();
    notes.extend(entry.name.as_deref().map(line));
    if indent.is_empty() {
        notes.extend(entry.round.map(|round| (words.round)(round)));
    }
    if !notes.is_empty() {
        out.push_str(&format!(" ({})", notes.join(", ")));
    }
    out.push('\n');
    for example in &entry.examples {
        self::entry(out, example, words, &inner);
    }
}

/// A text on one line.
fn line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_matches([' ', '\t'])).collect();
    escape(&lines.join(" "))
}

/// A text of several lines inside a list item: hard breaks, indented.
fn block(text: &str, indent: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| escape(line.trim_start_matches([' ', '\t']))).collect();
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// Escapes what Markdown, or GitHub's links without brackets, would take for markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let starts_list = text.starts_with(['+', '-', '=']);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = digits > 0 && text[digits..].starts_with(['.', ')']);
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let escaped = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '@' => true,
            ':' => rest.starts_with("://"),
            '.' => text[..at].to_ascii_lowercase().ends_with("www") || (is_number && at == digits),
            ')' => is_number && at == digits,
            '+' | '-' | '=' => starts_list && at == 0,
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        // Control characters have no place in a text file; a form feed or a null would break some readers.
        if !letter.is_control() || letter == '\t' {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_never_markup() {
        assert_eq!(escape("<img onerror=x> *a* [b](http://c)"), "\\<img onerror=x\\> \\*a\\* \\[b\\](http\\://c)");
        assert_eq!(escape("1. no list"), "1\\. no list");
        assert_eq!(escape("- no list, www.example.org"), "\\- no list, www\\.example.org");
        assert_eq!(escape("trois, l’eau\u{202f}! 12.5 - 3"), "trois, l’eau\u{202f}! 12.5 - 3");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(block("one\n\n  two\n# three", "  "), "one\\\n  two\\\n  \\# three");
    }
}
