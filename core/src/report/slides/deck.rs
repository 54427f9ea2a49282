//! Which slides a report makes: title, questions, their themes with the strongest notes, the map, key points, next
//! steps.

use super::flow::{Block, flow};
use super::lines::{as_shown, cut, wrap};
use super::{BIG_TITLE_LINES, Item, LINE, LINES, Role, Slide, Subject, TITLE_LINE, TITLE_LINES};
use crate::report::{Entry, Group, Heading, Point, Report, Section, Step, Words};
use std::borrow::Cow;
use std::cmp::Reverse;

/// The slides of a report, in order; never none.
pub fn deck(report: &Report, words: &Words) -> Vec<Slide> {
    let mut deck = Deck { report, words, slides: Vec::new() };
    deck.title();
    if report.sections.len() > 1 {
        deck.questions();
    }
    for (place, section) in report.sections.iter().enumerate() {
        deck.section(place + 1, section);
    }
    if !report.steps.is_empty() {
        let blocks = report.steps.iter().map(|it| step(it, words)).collect();
        deck.add(Subject::NextSteps, "", words.next_steps, blocks);
    }
    let name = Block::of(Item::new(Role::Plain, report.title.as_str()));
    deck.add(Subject::Thanks, "", words.thanks, vec![name]);
    deck.slides
}

struct Deck<'a> {
    report: &'a Report,
    words: &'a Words,
    slides: Vec<Slide>,
}

impl Deck<'_> {
    /// Adds the slides about a subject. A title that is too long to stand above is cut there, and stands below in full.
    fn add(&mut self, subject: Subject, over: &str, title: &str, mut blocks: Vec<Block>) {
        let title = as_shown(title).replace('\n', " ");
        let most = if subject.is_big() { BIG_TITLE_LINES } else { TITLE_LINES };
        let short = cut(&title, TITLE_LINE, most);
        if short != title {
            blocks.insert(0, Block::of(Item::new(Role::About, title)));
        }
        blocks.retain(|block| block.items.iter().any(|item| !item.text.is_empty()));
        let above = if subject.is_big() { wrap(&short, TITLE_LINE).len() } else { 0 };
        let slides = flow(blocks, LINES - above);
        let parts = slides.len();
        self.slides.extend(slides.into_iter().enumerate().map(|(place, items)| Slide {
            subject,
            part: place + 1,
            parts,
            over: over.to_owned(),
            title: short.clone(),
            items,
        }));
    }

    fn title(&mut self) {
        let (report, words) = (self.report, self.words);
        let facts = [(words.day)(&report.date), report.place.clone()];
        let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
        let off: usize = report.sections.iter().map(|section| section.total() - self.total(section)).sum();
        let lines = [facts, (words.contributions)(report.total.saturating_sub(off))]
            .map(|line| Block::of(Item::new(Role::Plain, line)));
        self.add(Subject::Title, "", &report.title, lines.into());
    }

    fn questions(&mut self) {
        let one = |(place, section): (usize, &Section)| {
            Block::of(Item::new(Role::Question(place + 1), wording(section, self.words)))
        };
        let blocks = self.report.sections.iter().enumerate().map(one).collect();
        self.add(Subject::Questions, "", &self.report.title, blocks);
    }

    fn section(&mut self, number: usize, section: &Section) {
        let words = self.words;
        let (name, wording) = ((words.question)(number), wording(section, words));
        let figures = match self.total(section) {
            0 if section.groups.is_empty() => Item::new(Role::Remark, words.nobody),
            0 => Item::new(Role::Remark, ""),
            total => Item::new(Role::Plain, (words.contributions)(total)),
        };
        self.add(Subject::Question(section.id), &name, &wording, vec![Block::of(figures)]);
        let over = format!("{name} · {}", as_shown(&wording).replace('\n', " "));
        for group in &section.groups {
            self.group(section, &over, group);
        }
        // A theme is on the map where it has a slide; beside themes, what is in none has its place there too.
        let is_weighed = |group: &&Group| matches!(group.heading, Heading::Theme(..) | Heading::Unsorted);
        let weighed: Vec<&Group> =
            section.groups.iter().filter(is_weighed).filter(|group| self.report.slides.shows(group)).collect();
        if weighed.iter().any(|group| matches!(group.heading, Heading::Theme(..))) {
            let blocks = weighed.into_iter().map(|group| Block::of(self.weight(group))).collect();
            self.add(Subject::Map(section.id), &name, &wording, blocks);
        }
        let points: Vec<Block> = section.groups.iter().flat_map(|group| points(group, words)).collect();
        if !points.is_empty() {
            self.add(Subject::KeyPoints(section.id), &over, words.key_points, points);
        }
    }

    fn group(&mut self, section: &Section, over: &str, group: &Group) {
        let (words, slides) = (self.words, &self.report.slides);
        let Some(subject) = Subject::of_group(section.id, group).filter(|_| slides.shows(group)) else { return };
        let entries = strongest(slides.kept(group));
        let mut blocks: Vec<Block> = Vec::new();
        if !group.about.is_empty() {
            blocks.push(Block::of(Item::new(Role::About, versions(&group.about, words))));
        }
        if entries.is_empty() {
            blocks.push(Block::of(Item::new(Role::Remark, words.empty_theme)));
        }
        let most = slides.most as usize;
        let is_shown = |(place, entry): &(usize, Cow<Entry>)| *place < most || entry.highlighted;
        let (shown, rest): (Vec<_>, Vec<_>) = entries.into_iter().enumerate().partition(is_shown);
        blocks.extend(shown.iter().map(|(_, entry)| note(entry, words)));
        let more: usize = rest.iter().map(|(_, entry)| entry.total()).sum();
        if more > 0 {
            blocks.push(Block::of(Item::new(Role::Remark, format!("+ {}", (words.contributions)(more)))));
        }
        let title = words.heading(&group.heading).unwrap_or_else(|| words.notes.to_owned());
        self.add(subject, over, &title, blocks);
    }
}

/// What was taken off the slides is not counted on any of them.
impl Deck<'_> {
    fn total(&self, section: &Section) -> usize {
        let kept = section.groups.iter().flat_map(|group| self.report.slides.kept(group));
        kept.map(|entry| entry.total()).sum()
    }

    /// A theme with what it weighs.
    fn weight(&self, group: &Group) -> Item {
        let name = self.words.heading(&group.heading).unwrap_or_default().replace('\n', " ");
        let kept = || self.report.slides.kept(group);
        let (dots, total) = (kept().map(|entry| entry.dots).sum(), kept().map(|entry| entry.total()).sum());
        Item { dots, total, ..Item::new(Role::Theme, name) }
    }
}

/// The strongest first; otherwise as they stand.
fn strongest<'a>(entries: impl Iterator<Item = Cow<'a, Entry>>) -> Vec<Cow<'a, Entry>> {
    let mut entries: Vec<Cow<Entry>> = entries.collect();
    entries.sort_by_key(|it| Reverse(it.strength()));
    entries
}

fn wording(section: &Section, words: &Words) -> String {
    if section.wordings.is_empty() { words.other_question.to_owned() } else { section.wordings.join(" / ") }
}

fn versions(texts: &[String], words: &Words) -> String {
    texts.join(&format!("\n– {} –\n", words.or))
}

fn note(entry: &Entry, words: &Words) -> Block {
    let mut item = Item::new(Role::Note, versions(&entry.texts, words));
    item.id = Some(entry.id);
    item.highlighted = entry.highlighted;
    item.dots = entry.dots;
    item.total = 1 + entry.gathered.len();
    let example = |it: &Entry| {
        let text = format!("{} {}", words.example, versions(&it.texts, words));
        Item { id: Some(it.id), ..Item::new(Role::Example, text) }
    };
    let examples = entry.examples.iter().map(example);
    Block { label: None, items: std::iter::once(item).chain(examples).collect() }
}

fn points(group: &Group, words: &Words) -> Vec<Block> {
    let one = |point: &Point| {
        let table = match &group.heading {
            Heading::Table(table) => Some(table),
            _ => point.table.as_ref(),
        };
        // A name from elsewhere may be of any length; the label must leave room for what it stands above.
        let name = |table| cut(&as_shown(&words.table_name(table)).replace('\n', " "), LINE, TITLE_LINES);
        let label = table.map(|table| Item::new(Role::Table, name(table)));
        let item = Item { id: Some(point.id), ..Item::new(Role::Point, versions(&point.texts, words)) };
        Block { label, items: vec![item] }
    };
    group.points.iter().map(one).collect()
}

fn step(step: &Step, words: &Words) -> Block {
    let details = [&step.who, &step.when].into_iter().filter(|part| !part.is_empty());
    let details = details.map(String::as_str).collect::<Vec<_>>().join(" · ");
    let mut items = vec![Item { id: Some(step.id), ..Item::new(Role::Step, versions(&step.what, words)) }];
    items.extend((!details.is_empty()).then(|| Item::new(Role::Detail, details)));
    Block { label: None, items }
}
