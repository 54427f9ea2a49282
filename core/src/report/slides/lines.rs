//! How many lines a text takes in print, without asking a font: letters are taken to be as wide as in the wider of the
//! usual sans-serif fonts, so that what fits by this count fits on the screen and in a file.

use std::ops::Range;

/// A text as slides show it: no control characters, no empty lines, single spaces. No-break spaces stay.
pub fn as_shown(text: &str) -> String {
    let words = |line: &str| line.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let shown = |letter: char| letter == '\n' || letter == '\t' || !letter.is_control();
    let text: String = text.chars().filter(|letter| shown(*letter)).collect();
    text.split('\n').map(words).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A space at which a line may end.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\n' | '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// How wide a letter is, in hundredths of the size of the letters.
pub fn width(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '‘' | '.' | ',' | ':' | ';' | '|' | '!' | ' ' | '\u{a0}' => 34,
        '\u{202f}' => 25,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '«' | '»' | '“' | '”' | '"' => 46,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | 'œ' | 'æ' | 'Œ' | 'Æ' | '&' => 98,
        'a'..='z' | '0'..='9' | 'à'..='ÿ' => 58,
        'A'..='Z' | 'À'..='ß' => 76,
        _ if is_joined(letter) => 0,
        // What East Asian scripts write full width, and emoji.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f000}'..='\u{3ffff}' => 130,
        '\u{370}'..='\u{52f}' => 72,
        '\u{590}'..='\u{8ff}' => 66,
        _ => 100,
    }
}

/// A letter that stands on or joins others, and takes no room of its own.
fn is_joined(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e01ef}')
}

/// Where each printed line of a text begins and ends, for lines of this length. Spaces between two lines belong to
/// none. A word that is longer than a line is cut.
pub fn wrap(text: &str, length: u32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(text, start..start + paragraph.len(), length, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(text: &str, paragraph: Range<usize>, length: u32, lines: &mut Vec<Range<usize>>) {
    let (mut start, mut used) = (paragraph.start, 0);
    // The last space of the line, with what had been used behind it.
    let mut space: Option<(usize, usize, u32)> = None;
    let mut after_joiner = false;
    for (at, letter) in text[paragraph.clone()].char_indices() {
        let (at, wide) = (paragraph.start + at, width(letter));
        if is_space(letter) {
            used += wide;
            space = Some((at, at + letter.len_utf8(), used));
            after_joiner = false;
            continue;
        }
        if used + wide > length && at > start {
            match space {
                Some((end, next, before)) => {
                    lines.push(start..end);
                    (start, used, space) = (next, used - before, None);
                }
                // In the middle of a word, but never within what is seen as one sign.
                None if wide > 0 && !after_joiner => {
                    lines.push(start..at);
                    (start, used) = (at, 0);
                }
                None => {}
            }
        }
        used += wide;
        after_joiner = letter == '\u{200d}';
    }
    let end = text[start..paragraph.end].trim_end_matches(is_space).len() + start;
    if end > start {
        lines.push(start..end);
    }
}

/// The first lines of a text, with a sign that there is more where there is.
pub fn cut(text: &str, length: u32, lines: usize) -> String {
    let all = wrap(text, length);
    match all.get(lines.wrapping_sub(1)) {
        Some(last) if all.len() > lines => {
            // The sign needs room of its own.
            let end = wrap(&text[..last.end], length - width('…'));
            let end = end.get(lines - 1).map_or(last.end, |line| line.end);
            format!("{}…", &text[..end])
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, length: u32) -> Vec<&str> {
        wrap(text, length).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_end_at_spaces_and_long_words_are_cut() {
        assert_eq!(lines("aaaa bbbb cccc", 600), ["aaaa bbbb", "cccc"]);
        assert_eq!(lines("aaaaaaaaaaaa", 300), ["aaaaa", "aaaaa", "aa"]);
        assert_eq!(lines("a aaaaaaaa", 300), ["a", "aaaaa", "aaa"]);
        assert_eq!(lines("one\ntwo", 2_000), ["one", "two"]);
        assert_eq!(lines("", 2_000), Vec::<&str>::new());
    }

    #[test]
    fn what_belongs_to_one_sign_is_not_parted_and_no_break_spaces_hold() {
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 120), ["e\u{301}e\u{301}", "e\u{301}"]);
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(lines(family, 140), [family]);
        assert_eq!(lines("aaa oui\u{a0}!", 400), ["aaa", "oui\u{a0}!"]);
    }

    #[test]
    fn as_shown_keeps_words_and_lines() {
        assert_eq!(as_shown("  a\t b \n\n\u{0}c\u{202f}! \u{7}"), "a b\nc\u{202f}!");
    }

    #[test]
    fn what_is_cut_fits_and_says_so() {
        let text = "aaaa bbbb cccc dddd eeee";
        let short = cut(text, 600, 2);
        assert!(short.ends_with('…') && wrap(&short, 600).len() <= 2, "{short}");
        assert_eq!(cut("aaaa", 600, 2), "aaaa");
    }
}
