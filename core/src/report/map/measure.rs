//! How wide a text is at most, and how it is broken into lines. No browser is asked: the widths are those of the widest
//! faces that a system is likely to have, so that a text is never wider than it was taken for.

/// A way of setting text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Serif, bold: questions and names of themes.
    Name,
    /// Serif, italic: what people wrote.
    Quote,
    /// Sans serif: figures.
    Plain,
    /// Sans serif, bold: the number in a dot.
    Figure,
}

/// What stands for the words that a line had no room for.
const CUT: char = '…';

/// Whether a character is drawn on the one before it, or joined to it.
fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{93a}'..='\u{94f}' | '\u{e31}'
        | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The widths of a character at size 1 in a bold serif, an italic one, a sans serif.
fn letter_width(letter: char) -> [f64; 3] {
    let like = |width: f64| [width, width * 0.92, width * 0.92];
    match letter {
        ' ' | '\u{a0}' | 'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '|' | '\'' | '’' | '‘' | '·' | 'ì'..='ï' => {
            [0.42, 0.36, 0.36]
        }
        'f' | 'r' | 't' | 's' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' | '"' | '!' | 'I' | 'J' => {
            [0.58, 0.53, 0.53]
        }
        'm' | 'w' | 'M' | 'W' | '—' | '%' | '@' | 'œ' | 'æ' | 'Œ' | 'Æ' => [1.13, 1.04, 1.01],
        'a'..='z' | '0'..='9' | '–' | '«' | '»' | '?' | '*' | '_' => [0.74, 0.66, 0.65],
        'A'..='Z' => [0.95, 0.88, 0.8],
        'ß'..='ÿ' => [0.74, 0.66, 0.65],
        '\u{202f}' | '\u{2009}' | '\u{200a}' => like(0.3),
        '!'..='ɏ' | '…' | 'Ͱ'..='Ͽ' => like(0.98),
        _ if joins(letter) => like(0.0),
        'Ѐ'..='ԯ' => like(1.15),
        '\u{590}'..='\u{5ff}' => like(0.8),
        '\u{600}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fe70}'..='\u{fefc}' => like(0.95),
        '\u{fdfd}' | '\u{12000}'..='\u{1254f}' => like(12.0),
        '\u{fdf0}'..='\u{fdff}' => like(2.5),
        '\u{2e3a}' | '\u{2e3b}' => like(3.2),
        _ => like(1.45),
    }
}

/// The width of a character at size 1.
fn width_of(letter: char, face: Face) -> f64 {
    let [name, quote, plain] = letter_width(letter);
    match face {
        Face::Name | Face::Figure => name,
        Face::Quote => quote,
        Face::Plain => plain,
    }
}

/// At most how wide a text is.
pub fn width(text: &str, face: Face, size: f64) -> f64 {
    text.chars().map(|letter| width_of(letter, face)).sum::<f64>() * size
}

/// A text on one line, without what has no shape or turns the direction of what follows.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let turns = matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}');
        let is_break = letter.is_control() || matches!(letter, ' ' | '\u{2028}' | '\u{2029}');
        if is_break && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        } else if !is_break && !turns {
            out.push(letter);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a text begins at the right: its first letter is Hebrew, Arabic or of another script that does.
pub fn from_right(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

/// Breaks a clean text into at most this many lines that fit; the last one says when words are missing. A word that is
/// longer than a line is broken; of a letter that is wider than one, as some of cuneiform are, only that it is missing
/// is said.
pub fn wrap(text: &str, face: Face, size: f64, room: f64, most: usize) -> Vec<String> {
    let shown = |letter: char| if width_of(letter, face) * size > room { CUT } else { letter };
    let text: String = text.chars().map(shown).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let fits = |text: &str| width(text, face, size) <= room;
    'words: for word in text.split(' ') {
        let with_word = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&with_word) {
            line = with_word;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for piece in pieces(word, face, size, room) {
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if lines.len() > most {
                break 'words;
            }
            line = piece;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.truncate(fitting(last, face, size, room));
            last.truncate(last.trim_end().len());
            last.push(CUT);
        }
    }
    lines
}

/// How many bytes of a text fit with the sign behind them. The width is counted along: thousands of marks may be joined
/// to one character.
fn fitting(text: &str, face: Face, size: f64, room: f64) -> usize {
    let (mut fitting, mut used) = (0, 0.0);
    for (at, letter) in text.char_indices() {
        used += width_of(letter, face);
        if (used + width_of(CUT, face)) * size > room {
            break;
        }
        fitting = at + letter.len_utf8();
    }
    fitting
}

/// A word in pieces that fit, each of at least one character. What is joined to a character stays with it, unless that
/// alone is too long.
fn pieces(word: &str, face: Face, size: f64, room: f64) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let (mut piece, mut used) = (String::new(), 0.0);
    // Where the last character began, with what is joined to it.
    let mut last = 0;
    for letter in word.chars() {
        if !joins(letter) && !piece.ends_with('\u{200d}') {
            last = piece.len();
        }
        piece.push(letter);
        used += width_of(letter, face);
        if used * size > room && piece.len() > letter.len_utf8() {
            let at = if last > 0 { last } else { piece.len() - letter.len_utf8() };
            let rest = piece.split_off(at);
            pieces.push(std::mem::replace(&mut piece, rest));
            used = width(&piece, face, 1.0);
            last = 0;
        }
    }
    pieces.push(piece);
    pieces
}

/// The same lines, of lengths that differ less.
pub fn wrap_evenly(text: &str, face: Face, size: f64, room: f64, most: usize) -> Vec<String> {
    let lines = wrap(text, face, size, room, most);
    let narrower = (5..10).map(|tenths| wrap(text, face, size, room * f64::from(tenths) / 10.0, most));
    let is_whole = |it: &Vec<String>| it.len() == lines.len() && it.join(" ") == lines.join(" ");
    narrower.into_iter().find(is_whole).unwrap_or(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, most: usize) -> Vec<String> {
        wrap(text, Face::Name, 10.0, 60.0, most)
    }

    #[test]
    fn lines_break_between_words_and_say_when_words_are_missing() {
        assert_eq!(wrapped("what we eat", 3), ["what we", "eat"]);
        assert_eq!(wrapped("what we eat at noon", 2), ["what we", "eat at…"]);
        assert_eq!(wrapped("", 2), Vec::<String>::new());
        assert_eq!(wrapped("incomprehensibilities", 2), ["incompre", "hensibil…"]);
        assert_eq!(wrapped("a \u{12473} b", 2), ["a … b"]);
        assert_eq!(wrap_evenly("what do we eat", Face::Name, 10.0, 90.0, 3), ["what do", "we eat"]);
    }

    #[test]
    fn what_is_joined_stays_together_and_what_turns_the_text_is_gone() {
        let family = "👩\u{200d}👩\u{200d}👧";
        assert!(wrap(&family.repeat(9), Face::Name, 10.0, 50.0, 99).iter().all(|line| line.starts_with('👩')));
        assert_eq!(clean(" a\u{202e}b\r\n\0 c\u{ffff} "), "ab c");
        assert!(from_right("« شارع") && !from_right("1 rue شارع"));
    }
}
