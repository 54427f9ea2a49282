//! The files that a report leaves the app in.

use super::{Report, Words, csv, docx, html, markdown, slides};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A page that every browser opens.
    Html,
    /// A document for Word and LibreOffice.
    Word,
    /// Slides for PowerPoint and LibreOffice.
    Slides,
    /// A table for a spreadsheet.
    Csv,
    /// A text with marks.
    Markdown,
}

impl FileKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Html, Self::Word, Self::Slides, Self::Csv, Self::Markdown];

    /// What its name ends in.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Word => "docx",
            Self::Slides => "pptx",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// What browsers and mail programs call the kind.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Slides => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
        }
    }

    /// The bytes of the file.
    pub fn write(self, report: &Report, words: &Words) -> Vec<u8> {
        match self {
            Self::Html => html::write(report, words).into_bytes(),
            Self::Word => docx::write(report, words),
            Self::Slides => slides::pptx::write(report, words),
            Self::Csv => csv::write(report, words).into_bytes(),
            Self::Markdown => markdown::write(report, words).into_bytes(),
        }
    }
}
