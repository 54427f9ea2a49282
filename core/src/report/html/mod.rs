//! The report as one HTML file that opens anywhere, with no network: no script, its pictures drawn in it, and a policy
//! that lets nothing in from elsewhere. What people wrote is text in elements that take their direction from it.

mod style;

pub use self::style::{POLICY, STYLE};

use super::map::{self, Frame};
use super::text::{clean, escape, line};
use super::{Counts, Entry, Group, Heading, Point, Report, Section, Step, Words};

/// A question with this many contributions begins on a new page of paper.
const OWN_PAGE: usize = 6;

/// The whole file.
pub fn write(report: &Report, words: &Words) -> String {
    let mut page = Page { out: String::new(), words };
    let title = line(&report.title);
    page.raw("<!doctype html>\n<html lang=\"").raw(words.language).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(POLICY).raw("\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.raw("<meta name=\"format-detection\" content=\"telephone=no\">\n<title>").text(&title);
    page.raw("</title>\n<style>").raw(STYLE).raw("</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">").text(&title);
    page.raw("</h1>\n<p class=\"facts\">").pieces(&report.facts(words)).raw("</p>\n</header>\n");
    page.contents(report);
    page.raw("<main>\n");
    report.sections.iter().enumerate().for_each(|(at, section)| page.section(at + 1, section));
    page.steps(&report.steps);
    page.counts(report.counts.as_ref());
    page.recurring(&report.recurring);
    page.raw("<section aria-labelledby=\"about\">\n<h2 id=\"about\">").text(words.about).raw("</h2>\n<ul>\n");
    for remark in report.remarks(words) {
        page.raw("<li>").text(&line(&remark)).raw("</li>\n");
    }
    page.raw("</ul>\n");
    if !report.took_part.is_empty() {
        page.raw("<h3>").text(words.took_part).raw("</h3>\n").versions(&report.took_part, "").raw("\n");
    }
    page.raw("</section>\n</main>\n</body>\n</html>\n");
    page.out
}

struct Page<'a> {
    out: String,
    words: &'a Words,
}

impl Page<'_> {
    /// Markup of this program, or numbers.
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Words, which are never markup.
    fn text(&mut self, text: &str) -> &mut Self {
        escape(&mut self.out, text);
        self
    }

    /// Short texts in a row, each of a direction of its own.
    fn pieces(&mut self, pieces: &[String]) -> &mut Self {
        for (place, piece) in pieces.iter().enumerate() {
            self.raw(if place > 0 { " · <bdi>" } else { "<bdi>" }).text(piece).raw("</bdi>");
        }
        self
    }

    fn contents(&mut self, report: &Report) {
        let words = self.words;
        self.raw("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">").text(words.contents).raw("</h2>\n<ol>\n");
        for (at, section) in report.sections.iter().enumerate() {
            let number = at + 1;
            self.raw(&format!("<li><a href=\"#q{number}\" dir=\"auto\">")).text(&section.title(words)).raw("</a>");
            let named =
                section.groups.iter().enumerate().filter_map(|(at, it)| Some((at, words.heading(&it.heading)?)));
            let named: Vec<(usize, String)> = named.collect();
            if !named.is_empty() {
                self.raw("\n<ul>\n");
                for (at, heading) in named {
                    self.raw(&format!("<li><a href=\"#q{number}-{}\" dir=\"auto\">", at + 1)).text(&line(&heading));
                    self.raw("</a></li>\n");
                }
                self.raw("</ul>\n");
            }
            self.raw("</li>\n");
        }
        if !report.steps.is_empty() {
            self.raw("<li><a href=\"#steps\">").text(words.next_steps).raw("</a></li>\n");
        }
        if report.counts.is_some() {
            self.raw("<li><a href=\"#figures\">").text(words.figures).raw("</a></li>\n");
        }
        if !report.recurring.is_empty() {
            self.raw("<li><a href=\"#words\">").text(words.recurring).raw("</a></li>\n");
        }
        self.raw("<li><a href=\"#about\">").text(words.about).raw("</a></li>\n</ol>\n</nav>\n");
    }

    fn section(&mut self, number: usize, section: &Section) {
        let words = self.words;
        let class = if section.total() >= OWN_PAGE { " class=\"own-page\"" } else { "" };
        self.raw(&format!("<section aria-labelledby=\"q{number}\"{class}>\n<p class=\"number\">"));
        self.text(&(words.question)(number)).raw("</p>\n");
        self.raw(&format!("<h2 id=\"q{number}\" dir=\"auto\">")).text(&section.title(words)).raw("</h2>\n");
        if section.groups.is_empty() {
            self.raw("<p class=\"none\">").text(words.nobody).raw("</p>\n");
        }
        if map::has_picture(section) {
            self.map(number, section);
        }
        for (at, group) in section.groups.iter().enumerate() {
            self.group(&format!("q{number}-{}", at + 1), group);
        }
        self.raw("</section>\n");
    }

    /// The harvest map, twice: a picture for a page would be too small to read on a phone.
    fn map(&mut self, number: usize, section: &Section) {
        let words = self.words;
        self.raw("<figure>\n");
        for (frame, class) in [(Frame::Page, "wide"), (Frame::Phone, "narrow")] {
            let picture = map::picture(section, number, frame, words);
            self.raw(&map::inline(&picture, words, &format!("map{number}-{class}"), class));
        }
        self.raw("</figure>\n");
    }

    fn group(&mut self, id: &str, group: &Group) {
        let words = self.words;
        let heading = words.heading(&group.heading);
        if let Some(heading) = &heading {
            self.raw(&format!("<h3 id=\"{id}\"><bdi>")).text(&line(heading)).raw("</bdi>");
            if group.dots() > 0 {
                self.raw(" <span class=\"dots\">").text(&(words.dots)(group.dots())).raw("</span>");
            }
            self.raw("</h3>\n");
        }
        self.versions(&group.about, "about");
        if !group.points.is_empty() {
            if !matches!(group.heading, Heading::KeyPoints) {
                self.raw("<h4>").text(words.key_points).raw("</h4>\n");
            }
            self.raw("<ul class=\"points\">\n");
            group.points.iter().for_each(|it| self.point(it));
            self.raw("</ul>\n");
            if !group.entries.is_empty() {
                self.raw("<h4>").text(words.notes).raw("</h4>\n");
            }
        }
        if group.entries.is_empty() && matches!(group.heading, Heading::Theme(..)) {
            self.raw("<p class=\"none\">").text(words.empty_theme).raw("</p>\n");
        }
        if !group.entries.is_empty() {
            self.raw("<ul class=\"notes\">\n");
            group.entries.iter().for_each(|it| self.entry(it, ""));
            self.raw("</ul>\n");
        }
    }

    fn point(&mut self, point: &Point) {
        let details = point.details(self.words);
        self.raw("<li>").versions(&point.texts, "").details(&details).raw("</li>\n");
    }

    fn entry(&mut self, entry: &Entry, before: &str) {
        let words = self.words;
        self.raw(if entry.highlighted { "<li class=\"high\">" } else { "<li>" });
        if !before.is_empty() {
            self.raw("<span class=\"before\">").text(before).raw("</span> ");
        }
        self.versions(&entry.texts, "").details(&entry.details(words, before == words.example));
        if entry.examples.len() + entry.gathered.len() > 0 {
            self.raw("\n<ul>\n");
            entry.examples.iter().for_each(|it| self.entry(it, words.example));
            entry.gathered.iter().for_each(|it| self.entry(it, words.also));
            self.raw("</ul>\n");
        }
        self.raw("</li>\n");
    }

    /// Paragraphs, with "or" between them.
    fn versions(&mut self, texts: &[String], class: &str) -> &mut Self {
        let or = self.words.or;
        for (place, text) in texts.iter().enumerate() {
            if place > 0 {
                self.raw("<p class=\"or\">").text(or).raw("</p>");
            }
            self.raw("<p dir=\"auto\"");
            if !class.is_empty() {
                self.raw(" class=\"").raw(class).raw("\"");
            }
            self.raw(">");
            for (place, line) in clean(text).lines().enumerate() {
                self.raw(if place > 0 { "<br>" } else { "" }).text(line);
            }
            self.raw("</p>");
        }
        self
    }

    fn details(&mut self, details: &[String]) -> &mut Self {
        if !details.is_empty() {
            self.raw("<p class=\"details\">").pieces(details).raw("</p>");
        }
        self
    }

    fn steps(&mut self, steps: &[Step]) {
        if steps.is_empty() {
            return;
        }
        let words = self.words;
        self.raw("<section aria-labelledby=\"steps\">\n<h2 id=\"steps\">").text(words.next_steps).raw("</h2>\n");
        self.raw("<table class=\"steps\" aria-labelledby=\"steps\">\n<thead><tr>");
        for heading in [words.what, words.who, words.when] {
            self.raw("<th scope=\"col\">").text(heading).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for step in steps {
            self.raw("<tr><td>").versions(&step.what, "");
            self.raw("</td><td dir=\"auto\">").text(&line(&step.who));
            self.raw("</td><td dir=\"auto\">").text(&line(&step.when)).raw("</td></tr>\n");
        }
        self.raw("</tbody>\n</table>\n</section>\n");
    }

    fn counts(&mut self, counts: Option<&Counts>) {
        let Some(counts) = counts else { return };
        let words = self.words;
        self.raw("<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">").text(words.figures).raw("</h2>\n");
        self.raw("<table class=\"counts\">\n<caption>").text(words.counts).raw("</caption>\n<thead><tr>");
        self.raw("<th scope=\"col\">").text(words.columns[3]).raw("</th>");
        for round in 1..=counts.rounds() {
            self.raw("<th scope=\"col\">").text(&words.column(round)).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for (table, row) in counts.tables.iter().zip(&counts.rows) {
            self.raw("<tr><th scope=\"row\" dir=\"auto\">").text(&line(&words.table_name(table))).raw("</th>");
            for count in row {
                self.raw(&format!("<td>{count}</td>"));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
        if counts.elsewhere > 0 {
            self.raw("<p class=\"details\">").text(&(words.elsewhere)(counts.elsewhere)).raw("</p>\n");
        }
        self.raw("</section>\n");
    }

    fn recurring(&mut self, recurring: &[(String, usize)]) {
        if recurring.is_empty() {
            return;
        }
        let words = self.words;
        self.raw("<section aria-labelledby=\"words\">\n<h2 id=\"words\">").text(words.recurring).raw("</h2>\n");
        self.raw("<p class=\"details\">").text(words.recurring_help).raw("</p>\n<ol class=\"words\">\n");
        for (word, count) in recurring {
            self.raw("<li><bdi>").text(&line(word)).raw(&format!("</bdi> <b>{count}</b></li>\n"));
        }
        self.raw("</ol>\n</section>\n");
    }
}
