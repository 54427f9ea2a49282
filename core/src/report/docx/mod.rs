//! The report as a Word file (Office Open XML, ECMA-376), which LibreOffice opens as well. Headings, lists and the
//! contents are real ones, and all looks come from styles with Word's own names: whoever changes the styles, or puts a
//! letterhead's in their place, changes the whole report.
//!
//! The contents are a field that is filled in, each line a link to its heading. Page numbers come into it when Word or
//! LibreOffice updates it (one tap on "Update table"): no program but those knows the pages, and a file that asks for
//! the update by itself opens with a warning about "other files".

mod body;
mod package;
mod paragraph;
mod styles;

use super::text::{escape, line};
use super::zip::Zip;
use super::{Report, Words};

/// The whole file.
pub fn write(report: &Report, words: &Words) -> Vec<u8> {
    let mut title = String::new();
    escape(&mut title, &line(&report.title));
    let document = body::write(report, words);
    let parts: [(&str, &str); 9] = [
        ("[Content_Types].xml", package::TYPES),
        ("_rels/.rels", package::RELATIONS),
        ("docProps/app.xml", package::APP),
        ("docProps/core.xml", &package::core(&title, words)),
        ("word/_rels/document.xml.rels", package::DOCUMENT_RELATIONS),
        ("word/document.xml", &document),
        ("word/footer1.xml", &package::footer(&title)),
        ("word/numbering.xml", styles::NUMBERING),
        ("word/styles.xml", &styles::styles(words)),
    ];
    let mut zip = Zip::new();
    // Ten files, and a text that fits the memory of a phone: they always fit.
    let settings = zip.add("word/settings.xml", package::SETTINGS.as_bytes());
    let all = parts.iter().fold(settings, |fits, (path, text)| zip.add(path, text.as_bytes()) && fits);
    debug_assert!(all, "a Word file beyond four gigabytes");
    zip.finish()
}
