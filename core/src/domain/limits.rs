//! How long a text may be when a person writes it here. What a record may hold is bounded separately and more widely
//! (below, and in `bundle::limits` for what is read), so that a later version of the app can raise the former.

use super::Refusal;

/// Characters of one contribution: a note, not an essay, with room for a pasted paragraph.
pub const CONTRIBUTION_CHARS: usize = 2_000;
/// Characters of a question.
pub const QUESTION_CHARS: usize = 500;
/// Characters of a café's title, and of its place.
pub const TITLE_CHARS: usize = 200;
/// Characters of a pseudonym or of a table's name.
pub const NAME_CHARS: usize = 60;

/// Bytes of one text in UTF-8: ten times the longest contribution that the app lets a person write.
pub const TEXT_BYTES: usize = 20_000;
/// At most this many versions of one text stand side by side.
pub const MOST_VERSIONS: usize = 1_000;
/// At most this many stamps of one text are kept of versions that were replaced.
pub const MOST_REPLACED: usize = 10_000;
/// At most this many unknown fields are kept of one object.
pub const MOST_UNKNOWN_FIELDS: usize = 256;

/// A typed text as it is kept: line ends are `\n`, and spaces, tabs and line ends around it are gone. Everything else
/// stays as written, no-break spaces included: `trim` would take those away too.
pub fn as_kept(text: &str) -> String {
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    text.trim_matches([' ', '\t', '\n']).to_owned()
}

/// A typed text as it is kept, which may be empty; refused where it is longer than this.
pub(crate) fn label(text: &str, most: usize) -> Result<Box<str>, Refusal> {
    let text = as_kept(text);
    if text.chars().count() > most { Err(Refusal::TooLong(most)) } else { Ok(text.into()) }
}

/// The same for a text that has to say something.
pub(crate) fn words(text: &str, most: usize) -> Result<Box<str>, Refusal> {
    let text = label(text, most)?;
    if text.chars().all(char::is_whitespace) { Err(Refusal::Empty) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_kept_keeps_no_break_spaces_and_inner_lines() {
        assert_eq!(
            super::as_kept(" \n\u{202f}vraiment\u{a0}?\r\nex. oui\u{a0}\n "),
            "\u{202f}vraiment\u{a0}?\nex. oui\u{a0}"
        );
    }
}
