//! The harvest map: whatever people wrote and however much, nothing on it lies on something else or sticks out, it says
//! how much there is of everything, and its file is proper XML.

use nappe::core::domain::Id;
use nappe::core::report::map::{self, Frame, Ink, MOST, Mark, Picture, picture};
use nappe::core::report::{Entry, Group, Heading, Section, TableName, Words};
use nappe::i18n::Locale;
use proptest::prelude::*;

const FRAMES: [Frame; 3] = [Frame::Page, Frame::Phone, Frame::Slide];

fn words(locale: Locale) -> &'static Words {
    &locale.messages().report().words
}

fn note(text: &str, dots: usize, highlighted: bool) -> Entry {
    Entry {
        id: Id::from_bits(1),
        texts: vec![text.to_owned()],
        disputed: false,
        name: None,
        table: None,
        round: None,
        dots,
        highlighted,
        examples: Vec::new(),
        gathered: Vec::new(),
    }
}

fn group(heading: Heading, entries: Vec<Entry>) -> Group {
    Group { heading, about: Vec::new(), points: Vec::new(), entries }
}

fn theme(name: &str, entries: Vec<Entry>) -> Group {
    group(Heading::Theme(Id::from_bits(2), vec![name.to_owned()]), entries)
}

fn section(question: &str, groups: Vec<Group>) -> Section {
    Section { id: Id::from_bits(3), wordings: vec![question.to_owned()], groups }
}

fn words_of_people() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zéèàç’,. ]{0,80}",
        1 => "[A-ZWM]{1,60}",
        1 => "[<>&\"' \u{202e}\u{0}\n\t]{0,20}",
        1 => "[ا-ي ]{1,60}",
        1 => "[一-龥🙂👩\u{200d}👧🏽]{1,40}",
        1 => "\\PC{0,60}",
        1 => "[a-zA-Z]{400,2000}",
    ]
}

fn any_note() -> impl Strategy<Value = Entry> {
    let few = prop_oneof![3 => Just(0usize), 1 => 1..20usize, 1 => Just(1_234)];
    (words_of_people(), few, prop::bool::weighted(0.1), 0..3usize).prop_map(|(text, dots, highlighted, gathered)| {
        let mut it = note(&text, dots, highlighted);
        it.gathered = vec![note("the same", 0, false); gathered];
        it
    })
}

fn any_group() -> impl Strategy<Value = Group> {
    let name = prop_oneof![3 => "[a-zé ]{1,80}", 1 => words_of_people().prop_map(|it| it.chars().take(80).collect())];
    let entries = prop::collection::vec(any_note(), 0..8);
    // A few notes many times over: the count matters, not that each is another.
    let times = prop_oneof![8 => Just(1usize), 1 => 1..300usize];
    (name, entries, times, 0..8u8).prop_map(|(name, entries, times, kind)| {
        let entries: Vec<Entry> = entries.iter().cycle().take(entries.len() * times).cloned().collect();
        match kind {
            0 => group(Heading::Unsorted, entries),
            1 => group(Heading::Table(TableName { id: Id::from_bits(4), number: Some(3), name }), entries),
            _ => theme(&name, entries),
        }
    })
}

fn any_section() -> impl Strategy<Value = Section> {
    (words_of_people(), prop::collection::vec(any_group(), 0..34))
        .prop_map(|(question, groups)| section(&question, groups))
}

/// Cards and plates, as far as they reach.
fn things(picture: &Picture) -> Vec<[f64; 4]> {
    let is_thing = |mark: &&Mark| match mark {
        Mark::Rect { ink, width, .. } => matches!(ink, Ink::Card | Ink::Dashed) && *width > 60.0,
        _ => false,
    };
    picture.marks.iter().filter(is_thing).map(Mark::reach).collect()
}

fn plates(picture: &Picture) -> Vec<(f64, f64, f64)> {
    let plate = |mark: &Mark| match mark {
        Mark::Circle { x, y, r, ink: Ink::Plate } => Some((*x, *y, *r)),
        _ => None,
    };
    picture.marks.iter().filter_map(plate).collect()
}

fn within([a, b, c, d]: [f64; 4], [left, top, right, bottom]: [f64; 4]) -> bool {
    a >= left - 0.01 && b >= top - 0.01 && c <= right + 0.01 && d <= bottom + 0.01
}

fn overlap([a, b, c, d]: [f64; 4], [e, f, g, h]: [f64; 4]) -> bool {
    a < g - 0.01 && e < c - 0.01 && b < h - 0.01 && f < d - 0.01
}

/// What does not hold of a picture.
fn fault(picture: &Picture) -> Option<String> {
    let whole = [0.0, 0.0, picture.width, picture.height];
    if let Some(out) = picture.marks.iter().find(|mark| !within(mark.reach(), whole)) {
        return Some(format!("{out:?} sticks out of {whole:?}"));
    }
    let (cards, plates) = (things(picture), plates(picture));
    let texts: Vec<&Mark> =
        picture.marks.iter().filter(|it| matches!(it, Mark::Text { ink, .. } if *ink != Ink::OnDot)).collect();
    for (place, card) in cards.iter().enumerate() {
        if let Some(other) = cards[..place].iter().find(|other| overlap(*card, **other)) {
            return Some(format!("cards overlap: {card:?} {other:?}"));
        }
        let near = |(x, y, r): &(f64, f64, f64)| {
            let (dx, dy) = (x - x.clamp(card[0], card[2]), y - y.clamp(card[1], card[3]));
            dx.hypot(dy) < r - 0.01
        };
        if let Some(plate) = plates.iter().find(|plate| near(plate)) {
            return Some(format!("a plate lies on a card: {plate:?} {card:?}"));
        }
    }
    for (place, (x, y, r)) in plates.iter().enumerate() {
        // A cup stands on its saucer.
        let other =
            plates[..place].iter().find(|it| (it.0 - x).hypot(it.1 - y) < it.2 + r - 0.01 && (it.0, it.1) != (*x, *y));
        if let Some(other) = other {
            return Some(format!("plates overlap: {:?} {other:?}", (x, y, r)));
        }
    }
    for (place, text) in texts.iter().enumerate() {
        if !cards.iter().any(|card| within(text.reach(), *card)) {
            return Some(format!("{text:?} is on no card"));
        }
        if let Some(other) = texts[..place].iter().find(|other| overlap(text.reach(), other.reach())) {
            return Some(format!("texts overlap: {text:?} {other:?}"));
        }
    }
    None
}

/// The seeds on the plates.
fn seeds(picture: &Picture) -> usize {
    let lies = |mark: &Mark| match mark {
        Mark::Seeds { at, .. } | Mark::Stars { at, .. } => at.len(),
        _ => 0,
    };
    picture.marks.iter().map(lies).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_on_a_map_overlaps_or_sticks_out(section in any_section(), french in any::<bool>()) {
        let words = words(if french { Locale::French } else { Locale::English });
        for frame in FRAMES {
            let picture = picture(&section, 12, frame, words);
            prop_assert_eq!(fault(&picture), None, "{:?}", frame);
        }
    }

    #[test]
    fn a_map_and_its_words_say_how_much_there_is_of_each_theme(section in any_section()) {
        let words = words(Locale::English);
        let shown: Vec<&Group> = section.groups.iter()
            .filter(|it| !it.entries.is_empty() || matches!(it.heading, Heading::Theme(..))).collect();
        for frame in FRAMES {
            let picture = picture(&section, 1, frame, words);
            let told = &picture.told;
            prop_assert!(told.themes.len() <= MOST);
            prop_assert!(told.themes.len() == shown.len() || told.rest.is_some());
            if told.rest.is_none() {
                for (theme, group) in told.themes.iter().zip(&shown) {
                    let figure = if group.total() > 0 { (words.contributions)(group.total()) } else { words.empty_theme.into() };
                    let figures = theme.figures.replace('\u{a0}', " ");
                    prop_assert!(figures.starts_with(&figure.replace('\u{a0}', " ")), "{:?}", theme);
                    prop_assert!(theme.quotes.len() <= group.entries.len());
                }
            }
            let text = told.to_string();
            prop_assert!(told.themes.iter().all(|theme| text.contains(&theme.name)));
            // However much was said, the picture stays small.
            prop_assert!(picture.marks.len() < 700 && seeds(&picture) < 13_000);
        }
    }

    #[test]
    fn the_file_of_a_map_is_proper_xml_and_holds_nothing_but_a_picture(section in any_section()) {
        let words = words(Locale::French);
        let picture = picture(&section, 1, Frame::Page, words);
        let file = map::svg(&picture, words);
        // In a page it is the same but for its names.
        let inline = map::inline(&picture, words, "map1", "wide");
        prop_assert_eq!(file.split_once("</desc>").map(|it| it.1), inline.split_once("</desc>").map(|it| it.1));
        let tree = roxmltree::Document::parse(&file);
        prop_assert!(tree.is_ok(), "{:?}", tree);
        let tree = tree.expect("just seen");
        let names = ["svg", "title", "desc", "rect", "circle", "path", "text"];
        for node in tree.descendants().filter(|it| it.is_element()) {
            prop_assert!(names.contains(&node.tag_name().name()));
            prop_assert!(node.attributes().all(|it| !it.name().starts_with("on") && !it.name().contains("href") && it.name() != "style"));
        }
        let texts: Vec<&str> = tree.descendants().filter(|it| it.has_tag_name(("http://www.w3.org/2000/svg", "text"))).filter_map(|it| it.text()).collect();
        prop_assert_eq!(texts.len(), picture.marks.iter().filter(|it| matches!(it, Mark::Text { .. })).count());
        let desc = tree.descendants().find(|it| it.has_tag_name(("http://www.w3.org/2000/svg", "desc"))).and_then(|it| it.text());
        prop_assert_eq!(desc, Some(&*picture.told.to_string()));
        prop_assert_eq!(tree.root_element().attribute("role"), Some("img"));
        // The same question gives the same file.
        prop_assert_eq!(&file, &map::svg(&map::picture(&section, 1, Frame::Page, words), words));
    }
}
