//! Words as XML of DrawingML. What people wrote is text: nothing in it is markup, and what XML cannot hold goes.

use crate::report::Words;
use crate::report::text::{clean, escape, starts_right_to_left};

/// A paragraph of a list that is none: no sign before it, and no room for one.
pub(super) const NO_LIST: &str = "<a:buNone/>";

/// A part of the file in the making.
pub(super) struct Writer {
    pub out: String,
    language: &'static str,
}

impl Writer {
    pub fn new(words: &Words) -> Self {
        // The programs know languages with their country.
        let language = if words.language == "fr" { "fr-FR" } else { "en-GB" };
        Self { out: String::new(), language }
    }

    /// Markup of this program.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Begins a paragraph of a level of the list, in the direction of its text.
    pub fn begin(&mut self, text: &str, level: u8, property: &str) -> &mut Self {
        let direction = if starts_right_to_left(text) { " algn=\"r\" rtl=\"1\"" } else { "" };
        let level = if level == 0 { String::new() } else { format!(" lvl=\"{level}\"") };
        let flush = if property == NO_LIST { " marL=\"0\" indent=\"0\"" } else { "" };
        self.raw(&format!("<a:p><a:pPr{flush}{level}{direction}>{property}</a:pPr>"))
    }

    /// Words with a look, line by line.
    pub fn words(&mut self, text: &str, look: &str) -> &mut Self {
        self.run(text, look, "")
    }

    /// The same, with what a look has beside its attributes: colours and letters.
    pub fn run(&mut self, text: &str, look: &str, inner: &str) -> &mut Self {
        let text = clean(text);
        for (place, line) in text.split('\n').enumerate() {
            let (language, end) =
                (self.language, if inner.is_empty() { "/>".to_owned() } else { format!(">{inner}</a:rPr>") });
            let about = format!("<a:rPr lang=\"{language}\"{look}{end}");
            if place > 0 {
                self.raw(&format!("<a:br>{about}</a:br>"));
            }
            if !line.is_empty() {
                self.raw(&format!("<a:r>{about}<a:t>"));
                escape(&mut self.out, line);
                self.raw("</a:t></a:r>");
            }
        }
        self
    }

    /// Ends a paragraph.
    pub fn end(&mut self) -> &mut Self {
        self.raw("</a:p>")
    }

    /// A paragraph of one text.
    pub fn paragraph(&mut self, property: &str, text: &str) -> &mut Self {
        self.begin(text, 0, property).words(text, "").end()
    }
}
