//! What people wrote, made fit for the files that leave the app: characters that no file holds, marks of direction that
//! reach beyond their line, and what markup would take for its own.

use super::{Entry, Point, Report, Section, Words};

/// A text without what files cannot hold: control characters go, other ends of lines become `\n`, what Unicode keeps
/// for programs becomes U+FFFD. A mark that turns the direction of writing ends with its line at the latest, or it
/// would turn what stands behind the text; an end without a beginning goes, or it would end what stands around it.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What was begun on this line: true for an isolate, false for an embedding.
    let mut open: Vec<bool> = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                close(&mut out, &mut open);
                out.push('\n');
            }
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}' => {
                open.push(letter >= '\u{2066}');
                out.push(letter);
            }
            '\u{202c}' => {
                if open.last() == Some(&false) {
                    open.pop();
                    out.push(letter);
                }
            }
            '\u{2069}' => {
                if let Some(at) = open.iter().rposition(|it| *it) {
                    open.truncate(at);
                    out.push(letter);
                }
            }
            '\t' => out.push(letter),
            _ if letter.is_control() => {}
            '\u{fdd0}'..='\u{fdef}' => out.push('\u{fffd}'),
            _ if u32::from(letter) & 0xfffe == 0xfffe => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    close(&mut out, &mut open);
    out
}

fn close(out: &mut String, open: &mut Vec<bool>) {
    while let Some(isolate) = open.pop() {
        out.push(if isolate { '\u{2069}' } else { '\u{202c}' });
    }
}

/// A text on one line.
pub fn line(text: &str) -> String {
    let text = clean(text);
    let lines = text.lines().map(|line| line.trim_matches([' ', '\t'])).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// Adds a text to HTML or XML, in an element or in quotes. It has to be [`clean`].
pub fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
}

/// The direction that a letter is written in, of its own: true for right to left. None for signs, digits and spaces.
pub fn is_right_to_left(letter: char) -> Option<bool> {
    match letter {
        '\u{200f}' | '\u{61c}' => Some(true),
        '\u{200e}' => Some(false),
        // Hebrew, Arabic, Syriac, Thaana, N’Ko and their neighbours; the digits among them are written left to right.
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => {
            letter.is_alphabetic().then_some(true)
        }
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => letter.is_alphabetic().then_some(true),
        _ => letter.is_alphabetic().then_some(false),
    }
}

/// Whether a text is one from right to left: its first letter that has a direction says so.
pub fn starts_right_to_left(text: &str) -> bool {
    text.chars().find_map(is_right_to_left).unwrap_or(false)
}

impl Section {
    /// The question as a heading: its wordings, with a stroke between several.
    pub fn title(&self, words: &Words) -> String {
        self.titles(words).join(" / ")
    }

    /// The same in parts; never none.
    pub(super) fn titles(&self, words: &Words) -> Vec<String> {
        let wordings = self.wordings.iter().map(|wording| line(wording)).filter(|wording| !wording.is_empty());
        let wordings: Vec<String> = wordings.collect();
        if wordings.is_empty() { vec![words.other_question.to_owned()] } else { wordings }
    }
}

impl Report {
    /// The day, the place and how many contributions, as far as they are known.
    pub fn facts(&self, words: &Words) -> Vec<String> {
        let facts = [line(&(words.day)(&self.date)), line(&self.place), (words.contributions)(self.total)];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect()
    }

    /// Who took part and how it was made, and what is not shown.
    pub fn remarks(&self, words: &Words) -> Vec<String> {
        let mut remarks = (words.facts)(&self.about);
        remarks.extend((self.hidden > 0).then(|| (words.hidden)(self.hidden)));
        remarks.extend((self.left_out > 0).then(|| (words.left_out)(self.left_out)));
        remarks
    }
}

impl Entry {
    /// What stands behind it: name, table, round, dots, whether it is highlighted. An example stands at the table and
    /// in the round of its note.
    pub fn details(&self, words: &Words, is_example: bool) -> Vec<String> {
        let table = self.table.as_ref().filter(|_| !is_example).map(|table| line(&words.table_name(table)));
        let details = [
            self.name.as_deref().map(line),
            table,
            self.round.filter(|_| !is_example).map(words.round),
            (self.dots > 0).then(|| (words.dots)(self.dots)),
            self.highlighted.then(|| words.highlighted.to_owned()),
        ];
        details.into_iter().flatten().filter(|it| !it.is_empty()).collect()
    }
}

impl Point {
    /// What stands behind it: table and round.
    pub fn details(&self, words: &Words) -> Vec<String> {
        let table = self.table.as_ref().map(|table| line(&words.table_name(table)));
        table.into_iter().chain(self.round.map(words.round)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_file_holds_goes_and_lines_stay_lines() {
        assert_eq!(clean("a\0b\u{1b}c\u{7f}\td\r\ne\rf\u{2028}g\u{c}h"), "abc\td\ne\nf\ng\nh");
        assert_eq!(clean("\u{fffe}\u{10ffff}\u{fdd0}\u{e000}\u{ad}"), "\u{fffd}\u{fffd}\u{fffd}\u{e000}\u{ad}");
        assert_eq!(line(" one\n\n two\u{2029}three "), "one two three");
    }

    #[test]
    fn marks_of_direction_end_with_their_line() {
        assert_eq!(clean("\u{202e}turned"), "\u{202e}turned\u{202c}");
        assert_eq!(clean("\u{2067}a\u{202b}b\nc"), "\u{2067}a\u{202b}b\u{202c}\u{2069}\nc");
        assert_eq!(clean("a\u{2069}b\u{202c}c"), "abc");
        assert_eq!(clean("\u{2067}a\u{202b}b\u{2069}c"), "\u{2067}a\u{202b}b\u{2069}c");
        assert_eq!(clean("\u{2067}a\u{202c}b\u{2069}"), "\u{2067}ab\u{2069}");
        let fair = "\u{2068}a\u{2069} \u{202a}b\u{202c} שלום";
        assert_eq!(clean(fair), fair);
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        assert!(starts_right_to_left("12. «\u{a0}سلام (abc)"));
        assert!(!starts_right_to_left("\u{61c1}abc שלום"));
        assert!(!starts_right_to_left("12 €") && !starts_right_to_left("é שלום") && starts_right_to_left("\u{1e900}"));
    }

    #[test]
    fn nothing_that_is_escaped_is_markup() {
        let mut out = String::new();
        escape(&mut out, "<a href=\"x\" b='y'>&amp;</a>");
        assert_eq!(out, "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    }
}
