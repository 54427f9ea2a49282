//! What a picture says, in words.

use super::super::Words;
use super::settings::Setting;

/// At most this many characters of a note are told; the report has all of them.
const TOLD_CHARS: usize = 300;

/// One theme, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldTheme {
    /// What it is called.
    pub name: String,
    /// Its figures: "12 contributions, 5 dots".
    pub figures: String,
    /// The notes that the picture quotes, with their dots.
    pub quotes: Vec<String>,
    /// How many it does not quote, where it quotes any: "and 10 more".
    pub more: Option<String>,
}

/// A picture in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The question.
    pub question: String,
    /// Its figures.
    pub figures: String,
    /// The themes, in the order of the picture.
    pub themes: Vec<ToldTheme>,
    /// Themes that the picture has no room for.
    pub rest: Option<String>,
}

impl ToldTheme {
    pub(super) fn of(setting: &Setting, quotes: usize, words: &Words) -> Self {
        let quoted = |(text, dots, starred): &(String, usize, bool)| {
            let mut text: String = text.chars().take(TOLD_CHARS).collect();
            let notes = starred.then(|| words.highlighted.to_owned());
            let notes: Vec<String> = notes.into_iter().chain((*dots > 0).then(|| (words.dots)(*dots))).collect();
            if !notes.is_empty() {
                text.push_str(&format!(" ({})", notes.join(", ")));
            }
            text
        };
        let quotes: Vec<String> = setting.quotes.iter().take(quotes).map(quoted).collect();
        let left = setting.total.saturating_sub(quotes.len());
        Self {
            name: setting.name.clone(),
            figures: setting.figures(words),
            more: (left > 0 && !quotes.is_empty()).then(|| (words.map.more)(left)),
            quotes,
        }
    }
}

impl std::fmt::Display for Told {
    /// A line for the question, and one for each theme.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}\n{}", self.question, self.figures)?;
        for theme in &self.themes {
            write!(out, "\n{} ({})", theme.name, theme.figures)?;
            let said: Vec<&str> = theme.quotes.iter().chain(&theme.more).map(String::as_str).collect();
            if !said.is_empty() {
                write!(out, " – {}", said.join(" · "))?;
            }
        }
        self.rest.iter().try_for_each(|rest| write!(out, "\n{rest}"))
    }
}
