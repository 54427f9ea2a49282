//! The report, from its title to how it was made.

use super::paragraph::Writer;
use crate::report::map::{self, Frame, Told};
use crate::report::text::line;
use crate::report::{Counts, Entry, Group, Heading, Report, Section, Step, Words};

const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#;
/// A4 with margins of 2 to 2.5 centimetres, in twentieths of a point.
const END: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
/// The width between the margins.
const WIDTH: u32 = 9298;
/// The widths of the table of next steps: what, who, when.
const COLUMNS: [u32; 3] = [5098, 2300, 1900];
/// Styles of the levels of a list.
const LEVELS: [&str; 3] = ["ListBullet", "ListBullet2", "ListBullet3"];

pub(super) fn write(report: &Report, words: &Words) -> String {
    let mut body = Body { to: Writer::default(), words };
    body.to.raw(BEGIN).paragraph("Title", &line(&report.title));
    body.to.paragraph("Subtitle", &report.facts(words).join(" · "));
    let headings = body.headings(report);
    body.to.contents(words.contents, &headings);
    report.sections.iter().enumerate().for_each(|(at, section)| body.section(section, at + 1));
    body.steps(&report.steps);
    body.counts(report.counts.as_ref());
    body.recurring(&report.recurring);
    body.to.heading("Heading1", words.about, "", "");
    for remark in report.remarks(words) {
        body.to.paragraph(LEVELS[0], &remark);
    }
    if let Some(first) = report.took_part.first() {
        body.to.paragraph("Heading3", words.took_part).begin("", first);
        body.versions(&report.took_part, "");
        body.to.end();
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
        headings.extend(report.counts.as_ref().map(|_| (1, words.figures.to_owned())));
        headings.extend((!report.recurring.is_empty()).then(|| (1, words.recurring.to_owned())));
        headings.push((1, words.about.to_owned()));
        headings
    }

    fn section(&mut self, section: &Section, number: usize) {
        // The title and the contents have the first page to themselves.
        let property = if number == 1 { "<w:pageBreakBefore/>" } else { "" };
        self.to.heading("Heading1", &section.title(self.words), "", property);
        if section.groups.is_empty() {
            self.said(self.words.nobody);
        }
        if map::has_picture(section) {
            self.told(&map::picture(section, number, Frame::Page, self.words).told);
        }
        section.groups.iter().for_each(|group| self.group(group));
    }

    /// The map in words.
    fn told(&mut self, told: &Told) {
        self.to.paragraph("Heading3", self.words.map.name).paragraph("", &told.figures);
        for theme in &told.themes {
            self.to.begin(LEVELS[0], &theme.name).words(&theme.name, "Strong");
            self.details(std::slice::from_ref(&theme.figures));
            self.to.end();
            for said in theme.quotes.iter().chain(&theme.more) {
                self.to.paragraph(LEVELS[1], said);
            }
        }
        if let Some(rest) = &told.rest {
            self.to.paragraph("", rest);
        }
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
        } else {
            // Behind the list of the map.
            self.to.paragraph("Heading3", words.notes);
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
        let heads = [words.what, words.who, words.when].map(|head| vec![head.to_owned()]);
        self.table(&COLUMNS, &heads.each_ref().map(Vec::as_slice), false);
        for step in steps {
            let [who, when] = [[line(&step.who)], [line(&step.when)]];
            self.row("<w:cantSplit/>", &COLUMNS, &[&step.what, &who, &when]);
        }
        self.to.raw("</w:tbl>");
    }

    /// A table of contributions by table and round.
    fn counts(&mut self, counts: Option<&Counts>) {
        let Some(counts) = counts else { return };
        let words = self.words;
        self.to.heading("Heading1", words.figures, "", "");
        self.to.begin_with("", words.counts, "<w:keepNext/>").words(words.counts, "").end();
        // The names of the tables have half of the width at most, the rounds equal parts of the rest.
        let rounds = u32::try_from(counts.rounds()).unwrap_or(1).max(1);
        let each = (WIDTH / 2 / rounds).min(1_300);
        let mut widths = vec![WIDTH - each * rounds];
        widths.resize(counts.rounds() + 1, each);
        let heads = (1..=counts.rounds()).map(|round| words.column(round));
        let heads: Vec<[String; 1]> =
            std::iter::once(words.columns[3].to_owned()).chain(heads).map(|it| [it]).collect();
        self.table(&widths, &heads.iter().map(<[String; 1]>::as_slice).collect::<Vec<_>>(), true);
        for (table, row) in counts.tables.iter().zip(&counts.rows) {
            let name = line(&words.table_name(table));
            let cells: Vec<[String; 1]> =
                std::iter::once(name).chain(row.iter().map(usize::to_string)).map(|it| [it]).collect();
            self.row("<w:cantSplit/>", &widths, &cells.iter().map(<[String; 1]>::as_slice).collect::<Vec<_>>());
        }
        self.to.raw("</w:tbl>");
        if counts.elsewhere > 0 {
            self.said(&(words.elsewhere)(counts.elsewhere));
        }
    }

    /// The words that recur, one behind the other.
    fn recurring(&mut self, recurring: &[(String, usize)]) {
        let Some((first, _)) = recurring.first() else { return };
        let words = self.words;
        self.to.heading("Heading1", words.recurring, "", "");
        self.said(words.recurring_help);
        self.to.begin("", first);
        for (place, (word, count)) in recurring.iter().enumerate() {
            self.to.words(if place > 0 { " · " } else { "" }, "SubtleEmphasis").words(&line(word), "Strong");
            self.to.words(&format!("\u{a0}{count}"), "SubtleEmphasis");
        }
        self.to.end();
    }

    /// Begins a table with its first row. Its first column may be headings too.
    fn table(&mut self, widths: &[u32], heads: &[&[String]], names_rows: bool) {
        let (look, column) = if names_rows { ("00A0", 1) } else { ("0020", 0) };
        self.to.raw("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
        self.to.raw(&format!(
            "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{look}\" w:firstRow=\"1\" w:lastRow=\"0\" "
        ));
        self.to.raw(&format!(
            "w:firstColumn=\"{column}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"
        ));
        for width in widths {
            self.to.raw(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.to.raw("</w:tblGrid>");
        self.row("<w:cantSplit/><w:tblHeader/>", widths, heads);
    }

    fn row(&mut self, properties: &str, widths: &[u32], cells: &[&[String]]) {
        self.to.raw("<w:tr><w:trPr>").raw(properties).raw("</w:trPr>");
        for (cell, width) in cells.iter().zip(widths) {
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
