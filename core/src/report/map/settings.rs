//! What lies on the cloth: a place setting for each theme, or for each table where there are no themes.

use super::super::{Entry, Group, Heading, Section, Words};
use super::measure::clean;

/// At most this many themes have a place; of more, those with most contributions.
pub const MOST: usize = 30;

/// At most this many seeds lie on one plate. Where a theme has more contributions, a seed stands for several.
const MOST_SEEDS: usize = 400;

/// At most this many notes may be quoted of one theme.
const MOST_QUOTES: usize = 3;

/// A contribution on a plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seed {
    /// It has nothing special.
    Plain,
    /// It has dots.
    Dotted,
    /// It is shown before the others.
    Starred,
}

/// One theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What it is called.
    pub name: String,
    /// Whether it is what is in no theme.
    pub is_rest: bool,
    /// Contributions in it.
    pub total: usize,
    /// Dots in it.
    pub dots: usize,
    /// What lies on the plate, the strongest first.
    pub seeds: Vec<Seed>,
    /// The strongest notes: their words, their dots, whether they are highlighted.
    pub quotes: Vec<(String, usize, bool)>,
}

/// All of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// In the order of the report.
    pub all: Vec<Setting>,
    /// How many contributions a seed stands for.
    pub unit: usize,
    /// Themes that are left out.
    pub left_themes: usize,
    /// Contributions in them.
    pub left_notes: usize,
}

impl Settings {
    /// Lays a place for each group of a question that holds contributions, or is a theme.
    pub fn of(section: &Section, words: &Words) -> Self {
        let shown = |group: &&Group| !group.entries.is_empty() || matches!(group.heading, Heading::Theme(..));
        let groups: Vec<&Group> = section.groups.iter().filter(shown).collect();
        let unit = groups.iter().map(|group| group.total()).max().unwrap_or_default().div_ceil(MOST_SEEDS).max(1);
        let all = groups.into_iter().map(|group| Setting::of(group, unit, words)).collect();
        let mut settings = Self { all, unit, left_themes: 0, left_notes: 0 };
        settings.keep(MOST);
        settings
    }

    /// Leaves at most this many: those with most contributions, in their order.
    pub fn keep(&mut self, most: usize) {
        while self.all.len() > most {
            let totals = self.all.iter().enumerate().map(|(place, it)| (it.total, std::cmp::Reverse(place)));
            let Some((_, std::cmp::Reverse(least))) = totals.min() else { return };
            self.left_notes += self.all.remove(least).total;
            self.left_themes += 1;
        }
    }

    /// Whether some seed is like this.
    pub fn has(&self, seed: Seed) -> bool {
        self.all.iter().any(|setting| setting.seeds.contains(&seed))
    }
}

impl Setting {
    pub fn of(group: &Group, unit: usize, words: &Words) -> Self {
        // At a table notes stand in the order in which they were written.
        let mut entries: Vec<&Entry> = group.entries.iter().collect();
        entries.sort_by_key(|it| std::cmp::Reverse(it.strength()));
        let quote = |entry: &&Entry| {
            let text = clean(&entry.texts.join(&format!(" {} ", words.or)));
            (!text.is_empty()).then_some((text, entry.dots, entry.highlighted))
        };
        Self {
            name: clean(&words.heading(&group.heading).unwrap_or_else(|| words.notes.to_owned())),
            is_rest: group.heading == Heading::Unsorted,
            total: group.total(),
            dots: group.dots(),
            seeds: seeds(&entries, unit),
            quotes: entries.iter().filter_map(quote).take(MOST_QUOTES).collect(),
        }
    }

    /// "12 contributions, 5 dots".
    pub fn figures(&self, words: &Words) -> String {
        if self.total == 0 {
            return words.empty_theme.to_owned();
        }
        figures([(words.contributions)(self.total)].into_iter().chain((self.dots > 0).then(|| (words.dots)(self.dots))))
    }
}

/// Figures side by side; a line breaks between two, not within one.
pub fn figures(all: impl Iterator<Item = String>) -> String {
    all.map(|figure| figure.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(" · ")
}

/// A seed for each contribution, or for each `unit` of them; examples and gathered notes are plain ones behind all
/// others.
fn seeds(entries: &[&Entry], unit: usize) -> Vec<Seed> {
    let kind = |entry: &&Entry| match (entry.highlighted, entry.dots) {
        (true, _) => Seed::Starred,
        (false, 0) => Seed::Plain,
        (false, _) => Seed::Dotted,
    };
    let mut all: Vec<Seed> = entries.iter().map(kind).collect();
    let total: usize = entries.iter().map(|entry| entry.total()).sum();
    all.resize(total.max(all.len()), Seed::Plain);
    all.chunks(unit).filter_map(|chunk| chunk.iter().max().copied()).collect()
}
