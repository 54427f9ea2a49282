//! Words that are being typed over others: a draft keeps which versions their writer saw, so that what came meanwhile
//! is never replaced by someone who did not see it.

use super::Session;
use crate::core::domain::{Id, Stamp};

/// A text, and the stamps of the versions that a person sees in it (for texts that have versions).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The text.
    pub text: String,
    /// The stamps of its versions; empty for a field in which the latest wins.
    pub seen: Vec<Stamp>,
}

impl Wording {
    /// A text without versions.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), seen: Vec::new() }
    }

    /// As a draft: the stamps in the first line, then the text.
    pub fn to_draft(&self) -> String {
        let seen: Vec<String> = self.seen.iter().map(Stamp::to_string).collect();
        format!("{}\n{}", seen.join(" "), self.text)
    }

    /// What a draft says; none where there is none, or one that is nothing but words.
    pub fn from_draft(draft: &str) -> Option<Self> {
        let (seen, text) = draft.split_once('\n')?;
        let seen = seen.split(' ').filter(|it| !it.is_empty()).map(Stamp::parse).collect::<Option<_>>()?;
        Some(Self { text: text.to_owned(), seen })
    }
}

impl Session {
    /// The words of a note or key point as they stand, and their versions.
    pub fn words(self, id: Id) -> Wording {
        self.cafe(|cafe| {
            let words = cafe.words_of(id);
            words.map(|it| Wording { text: it.latest().to_owned(), seen: it.seen() }).unwrap_or_default()
        })
    }

    /// What somebody began to write over the words of a note or key point and did not finish. A draft that says the
    /// same as the words is done with: they were stored after all.
    pub fn rewriting(self, id: Id) -> Option<Wording> {
        let slot = id.to_string();
        let draft = self.draft(&slot);
        if draft.is_empty() {
            return None;
        }
        let words = self.words(id);
        // Drafts of older versions of the app are nothing but words.
        let shown = Wording::from_draft(&draft).unwrap_or_else(|| Wording { text: draft, seen: words.seen.clone() });
        if shown.text == words.text {
            if !self.is_unsaved(id) {
                drop(self.keep_draft(&slot, ""));
            }
            return None;
        }
        Some(shown)
    }
}
