//! Paragraphs and runs: where words become Word's XML.

use crate::report::text::{clean, escape, is_right_to_left, line, starts_right_to_left};

/// The text of the file in the making.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) out: String,
    /// How many headings can be linked to.
    marks: usize,
}

/// The name under which a heading can be linked to, as Word names them.
fn mark_name(mark: usize) -> String {
    format!("_Toc{mark:08}")
}

impl Writer {
    /// Markup of this program.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Begins a paragraph of a style, in the direction of the text in it.
    pub(super) fn begin(&mut self, style: &str, text: &str) -> &mut Self {
        self.begin_with(style, text, "")
    }

    /// Begins a paragraph with a property of its own.
    pub(super) fn begin_with(&mut self, style: &str, text: &str, property: &str) -> &mut Self {
        self.raw("<w:p><w:pPr>");
        if !style.is_empty() {
            self.raw("<w:pStyle w:val=\"").raw(style).raw("\"/>");
        }
        self.raw(property);
        if starts_right_to_left(text) {
            self.raw("<w:bidi/>");
        }
        self.raw("</w:pPr>")
    }

    /// Ends a paragraph.
    pub(super) fn end(&mut self) -> &mut Self {
        self.raw("</w:p>")
    }

    /// A paragraph of one text.
    pub(super) fn paragraph(&mut self, style: &str, text: &str) -> &mut Self {
        self.begin(style, text).words(text, "").end()
    }

    /// A heading that the contents can link to.
    pub(super) fn heading(&mut self, style: &str, text: &str, behind: &str, property: &str) {
        self.marks += 1;
        let (mark, name) = (self.marks, mark_name(self.marks));
        self.begin_with(style, text, property);
        self.raw(&format!("<w:bookmarkStart w:id=\"{mark}\" w:name=\"{name}\"/>")).words(&line(text), "");
        if !behind.is_empty() {
            self.words(&format!(" ({behind})"), "");
        }
        self.raw(&format!("<w:bookmarkEnd w:id=\"{mark}\"/>")).end();
    }

    /// What people wrote: runs of one direction each, with lines and tabs, in a style of characters or none.
    pub(super) fn words(&mut self, text: &str, style: &str) -> &mut Self {
        let text = clean(text);
        let mut from = 0;
        let mut direction = starts_right_to_left(&text);
        for (at, letter) in text.char_indices() {
            if let Some(other) = is_right_to_left(letter).filter(|it| *it != direction) {
                self.run(&text[from..at], style, direction);
                (from, direction) = (at, other);
            }
        }
        self.run(&text[from..], style, direction);
        self
    }

    fn run(&mut self, text: &str, style: &str, right_to_left: bool) {
        if text.is_empty() {
            return;
        }
        self.raw("<w:r>");
        if !style.is_empty() || right_to_left {
            self.raw("<w:rPr>");
            if !style.is_empty() {
                self.raw("<w:rStyle w:val=\"").raw(style).raw("\"/>");
            }
            self.raw(if right_to_left { "<w:rtl/>" } else { "" }).raw("</w:rPr>");
        }
        for (place, line) in text.split('\n').enumerate() {
            self.raw(if place > 0 { "<w:br/>" } else { "" });
            for (place, piece) in line.split('\t').enumerate() {
                self.raw(if place > 0 { "<w:tab/>" } else { "" });
                if !piece.is_empty() {
                    self.raw("<w:t xml:space=\"preserve\">");
                    escape(&mut self.out, piece);
                    self.raw("</w:t>");
                }
            }
        }
        self.raw("</w:r>");
    }

    /// The contents: the field, filled in with these headings, each with its level from 1, in the order in which they
    /// are written afterwards.
    pub(super) fn contents(&mut self, title: &str, headings: &[(u8, String)]) {
        self.raw("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>");
        self.raw("</w:docPartObj></w:sdtPr><w:sdtContent>").paragraph("TOCHeading", title);
        for (place, (level, text)) in headings.iter().enumerate() {
            self.begin(&format!("TOC{level}"), text);
            if place == 0 {
                self.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">");
                self.raw(" TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText></w:r>");
                self.raw("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
            }
            let name = mark_name(place + 1);
            self.raw("<w:hyperlink w:anchor=\"").raw(&name).raw("\" w:history=\"1\">").words(text, "");
            self.raw("</w:hyperlink>");
            if place + 1 == headings.len() {
                self.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            self.end();
        }
        self.raw("</w:sdtContent></w:sdt>");
    }
}
