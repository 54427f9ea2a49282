//! The report, from its title to how it was made.

use super::paragraph::Writer;
use crate::report::text::line;
use crate::report::{Entry, Group, Heading, Report, Section, Step, Words};

const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;
/// A4 with margins of 2 to 2.5 centimetres, in twentieths of a point.
const END: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
/// The widths of the table of next steps: what, who, when; together the width between the margins.
const COLUMNS: [u32; 3] = [5098, 2300, 1900];
/// Styles of the levels of a list.
const LEVELS: [&str; 3] = ["ListBullet", "ListBullet2", "ListBullet3"];

pub(super) fn write(report: &Report, words: &Words) -> String {
    let mut body = Body { to: Writer::default(), words };
    body.to.raw(BEGIN).paragraph("Title", &line(&report.title));
    body.to.paragraph("Subtitle", &report.facts(words).join(" · "));
    let headings = body.headings(report);
    body.to.contents(words.contents, &headings);
    report.sections.iter().enumerate().for_each(|(at, section)| body.section(section, at == 0));
    body.steps(&report.steps);
    body.to.heading("Heading1", words.about, "", "");
    for remark in report.remarks(words) {
        body.to.paragraph(LEVELS[0], &remark);
    }
    body.to.raw(END);
    body.to.out
}

struct Body<'a> {
    to: Writer,
    words: &'a Words,
}

impl Body<'_> {
    /// The headings that the contents list, in order; as many as [`Writer::heading`] writes.
    fn headings(&self, report: &Report) -> Vec<(u8, String)> {
        let words = self.words;
        let mut headings = Vec::new();
        for section in &report.sections {
            headings.push((1, section.title(words)));
            let groups = section.groups.iter().filter_map(|group| words.heading(&group.heading));
            headings.extend(groups.map(|heading| (2, line(&heading))));
        }
        headings.extend((!report.steps.is_empty()).then(|| (1, words.next_steps.to_owned())));
        headings.push((1, words.about.to_owned()));
        headings
    }

    fn section(&mut self, section: &Section, is_first: bool) {
        // The title and the contents have the first page to themselves.
        let property = if is_first { "<w:pageBreakBefore/>" } else { "" };
        self.to.heading("Heading1", &section.title(self.words), "", property);
        if section.groups.is_empty() {
            self.said(self.words.nobody);
        }
        section.groups.iter().for_each(|group| self.group(group));
    }

    /// A sentence in place of what nobody wrote.
    fn said(&mut self, text: &str) {
        self.to.begin("", text).words(text, "Emphasis").end();
    }

    fn group(&mut self, group: &Group) {
        let words = self.words;
        if let Some(heading) = words.heading(&group.heading) {
            let dots = if group.dots() > 0 { (words.dots)(group.dots()) } else { String::new() };
            self.to.heading("Heading2", &heading, &dots, "");
        }
        if !group.about.is_empty() {
            self.to.begin("", &group.about[0]);
            self.versions(&group.about, "");
            self.to.end();
        }
        if !group.points.is_empty() {
            if !matches!(group.heading, Heading::KeyPoints) {
                self.to.paragraph("Heading3", words.key_points);
            }
            for point in &group.points {
                self.to.begin(LEVELS[0], first(&point.texts));
                self.versions(&point.texts, "");
                self.details(&point.details(words));
                self.to.end();
            }
            if !group.entries.is_empty() {
                self.to.paragraph("Heading3", words.notes);
            }
        }
        if group.entries.is_empty() && matches!(group.heading, Heading::Theme(..)) {
            self.said(words.empty_theme);
        }
        group.entries.iter().for_each(|entry| self.entry(entry, 0, ""));
    }

    fn entry(&mut self, entry: &Entry, level: usize, before: &str) {
        let words = self.words;
        self.to.begin(LEVELS[level.min(LEVELS.len() - 1)], first(&entry.texts));
        if !before.is_empty() {
            self.to.words(&format!("{before} "), "SubtleEmphasis");
        }
        self.versions(&entry.texts, if entry.highlighted { "Strong" } else { "" });
        self.details(&entry.details(words, before == words.example));
        self.to.end();
        entry.examples.iter().for_each(|it| self.entry(it, level + 1, words.example));
        entry.gathered.iter().for_each(|it| self.entry(it, level + 1, words.also));
    }

    fn versions(&mut self, texts: &[String], style: &str) {
        for (place, text) in texts.iter().enumerate() {
            if place > 0 {
                self.to.words(&format!("\n{}\n", self.words.or), "Emphasis");
            }
            self.to.words(text, style);
        }
    }

    fn details(&mut self, details: &[String]) {
        if !details.is_empty() {
            self.to.words(" (", "SubtleEmphasis");
            for (place, detail) in details.iter().enumerate() {
                self.to.words(if place > 0 { ", " } else { "" }, "SubtleEmphasis").words(detail, "SubtleEmphasis");
            }
            self.to.words(")", "SubtleEmphasis");
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        if steps.is_empty() {
            return;
        }
        let words = self.words;
        self.to.heading("Heading1", words.next_steps, "", "");
        self.to.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        self.to.raw("<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" ");
        self.to.raw("w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
        for width in COLUMNS {
            self.to.raw(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.to.raw("</w:tblGrid>");
        let heads = [words.what, words.who, words.when].map(|head| vec![head.to_owned()]);
        self.row("<w:cantSplit/><w:tblHeader/>", &heads.each_ref().map(Vec::as_slice));
        for step in steps {
            let [who, when] = [[line(&step.who)], [line(&step.when)]];
            self.row("<w:cantSplit/>", &[&step.what, &who, &when]);
        }
        self.to.raw("</w:tbl>");
    }

    fn row(&mut self, properties: &str, cells: &[&[String]; 3]) {
        self.to.raw("<w:tr><w:trPr>").raw(properties).raw("</w:trPr>");
        for (cell, width) in cells.iter().zip(COLUMNS) {
            self.to.raw(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
            self.to.begin("", first(cell));
            self.versions(cell, "");
            self.to.end().raw("</w:tc>");
        }
        self.to.raw("</w:tr>");
    }
}

fn first(texts: &[String]) -> &str {
    texts.first().map(String::as_str).unwrap_or_default()
}
