//! The slides.

use super::in_word::parts;
use super::*;
use nappe::core::report::Group;
use nappe::core::report::map::{self, Frame, Told};
use nappe::core::report::slides::{Slide, Subject, deck, pptx};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SLIDES: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// A contribution and what is gathered with it.
fn all_of(entry: &Entry) -> Vec<nappe::core::domain::Id> {
    std::iter::once(entry).chain(&entry.gathered).map(|it| it.id).collect()
}

fn texts_of(node: roxmltree::Node) -> String {
    let is_text = |it: &roxmltree::Node| it.has_tag_name((DRAWING, "t"));
    node.descendants().filter(is_text).filter_map(|it| it.text()).collect()
}

/// The paragraphs of the placeholders of a kind.
fn of_kind(slide: &roxmltree::Document, kinds: &[&str]) -> Vec<String> {
    let is_it = |shape: &roxmltree::Node| {
        let place = shape.descendants().find(|it| it.has_tag_name((SLIDES, "ph")));
        place.is_some_and(|it| {
            kinds.contains(&it.attribute("type").unwrap_or("obj")) && it.attribute("idx") != Some("13")
        })
    };
    let shapes = slide.descendants().filter(|it| it.has_tag_name((SLIDES, "sp"))).filter(is_it);
    let paragraphs = shapes.flat_map(|shape| shape.descendants().filter(|it| it.has_tag_name((DRAWING, "p"))));
    paragraphs.map(texts_of).collect()
}

fn check_slide(text: &str, wanted: &Slide) {
    let slide = roxmltree::Document::parse(text).expect("a slide");
    assert_eq!(
        of_kind(&slide, &["title", "ctrTitle"]).iter().map(|it| core_of(it)).collect::<Vec<_>>(),
        [core_of(&wanted.full_title())]
    );
    if let Subject::Map(_) = wanted.subject {
        return check_map(&slide, wanted);
    }
    let found = of_kind(&slide, &["obj", "subTitle", "body"]);
    assert_eq!(found.len(), wanted.items.len(), "a paragraph for each item");
    for (found, item) in found.iter().zip(&wanted.items) {
        assert!(core_of(found).starts_with(&core_of(&item.text)), "{found:?} is not {:?}", item.text);
    }
}

/// The first element of a name.
fn named<'a>(node: roxmltree::Node<'a, 'a>, name: &str) -> Option<roxmltree::Node<'a, 'a>> {
    node.descendants().find(|it| it.tag_name().name() == name)
}

/// The map is one group of shapes, a plate and a card for each theme, within the slide and apart from each other.
fn check_map<'a>(slide: &'a roxmltree::Document<'a>, wanted: &Slide) {
    let group = named(slide.root(), "grpSp").expect("a group");
    let told = named(group, "cNvPr").and_then(|it| it.attribute("descr")).expect("the map in words");
    let shapes: Vec<roxmltree::Node> = group.children().filter(|it| it.has_tag_name((SLIDES, "sp"))).collect();
    assert_eq!(shapes.len(), 2 * wanted.items.len(), "a plate and a card for each theme");
    let number = |node: roxmltree::Node, name: &str| {
        node.attribute(name).and_then(|it| it.parse::<i64>().ok()).expect("a number")
    };
    let place = |shape: roxmltree::Node<'a, 'a>| {
        let (at, size) = (named(shape, "off").expect("a place"), named(shape, "ext").expect("a size"));
        let (x, y) = (number(at, "x"), number(at, "y"));
        [x, y, x + number(size, "cx"), y + number(size, "cy")]
    };
    let [left, top, right, bottom] = place(group);
    let places: Vec<[i64; 4]> = shapes.iter().map(|shape| place(*shape)).collect();
    for (at, [a, b, c, d]) in places.iter().enumerate() {
        assert!(*a >= left && *b >= top && *c <= right && *d <= bottom && a < c && b < d, "{:?}", places[at]);
        assert!(
            places[..at].iter().all(|[e, f, g, h]| a >= g || e >= c || b >= h || f >= d),
            "shapes overlap: {places:?}"
        );
    }
    for (pair, item) in shapes.chunks(2).zip(&wanted.items) {
        assert_eq!(texts_of(pair[0]), item.total.to_string());
        let lines: Vec<String> =
            pair[1].descendants().filter(|it| it.has_tag_name((DRAWING, "p"))).map(texts_of).collect();
        assert!(core_of(&item.text).starts_with(&core_of(&lines[0])), "{:?} is not {:?}", lines[0], item.text);
        assert!(core_of(told).contains(&core_of(&item.text)), "the words have no {:?}", item.text);
        for quote in &lines[2..] {
            let text = quote.split("  ● ").next().unwrap_or_default();
            assert!(core_of(told).contains(&core_of(text)), "the words have no {text:?}");
        }
    }
}

fn check(report: &Report, words: &Words) {
    let file = pptx::write(report, words);
    assert_eq!(file, pptx::write(report, words), "the same report, the same bytes");
    let parts = parts(&file);
    let read = |path: &str| roxmltree::Document::parse(&parts[path]).unwrap_or_else(|why| panic!("{path}: {why}"));
    let types = read("[Content_Types].xml");
    for path in parts.keys() {
        read(path);
        let named = types.descendants().any(|it| it.attribute("PartName") == Some(&format!("/{path}")));
        assert!(named || path.ends_with(".rels") || path.starts_with('['), "{path} has no type");
    }
    for part in types.descendants().filter_map(|it| it.attribute("PartName")) {
        assert!(parts.contains_key(&part[1..]), "no {part}");
    }
    // What a part names is there.
    for (path, text) in parts.iter().filter(|(path, _)| path.ends_with(".rels")) {
        let folder = path.split("_rels/").next().expect("a folder");
        let relations = roxmltree::Document::parse(text).expect("relations");
        for target in relations.descendants().filter_map(|it| it.attribute("Target")) {
            let target = match target.strip_prefix("../") {
                Some(target) => format!("ppt/{target}"),
                None => format!("{folder}{target}"),
            };
            assert!(parts.contains_key(&target), "{path}: no {target}");
        }
    }
    let slides = pptx::slides(report, words);
    for (place, slide) in slides.iter().enumerate() {
        check_slide(&parts[&format!("ppt/slides/slide{}.xml", place + 1)], slide);
    }
    assert!(!parts.contains_key(&format!("ppt/slides/slide{}.xml", slides.len() + 1)));
    let core = read("docProps/core.xml");
    let title = core.descendants().find(|it| it.tag_name().name() == "title").and_then(|it| it.text());
    assert_eq!(core_of(title.unwrap_or_default()), core_of(&report.title));
}

/// The notes of the slides, each as one text.
fn notes(report: &Report) -> String {
    let parts = parts(&pptx::write(report, &words(Locale::English)));
    let notes = parts.iter().filter(|(path, _)| path.starts_with("ppt/notesSlides/") && path.ends_with(".xml"));
    notes.map(|(_, text)| texts_of(roxmltree::Document::parse(text).expect("notes").root())).collect()
}

#[test]
fn the_notes_hold_examples_and_what_is_gathered_and_nothing_that_was_taken_off() {
    let texts: Vec<String> = (100..400).map(|number| format!("text{number}")).collect();
    let mut report = of_texts(&texts);
    // The first of each theme is on the slide, the others only in the notes.
    report.slides.most = 1;
    fn all(entry: &Entry) -> Vec<String> {
        let others = entry.examples.iter().chain(&entry.gathered).flat_map(all);
        entry.texts.iter().cloned().chain(others).collect()
    }
    let entries = |report: &Report| -> Vec<Entry> {
        report.sections.iter().flat_map(|it| &it.groups).flat_map(|it| &it.entries).cloned().collect()
    };
    let told = notes(&report);
    for text in entries(&report).iter().flat_map(all) {
        assert!(told.contains(&text), "no {text}");
    }
    let off = entries(&report)[1].clone();
    report.slides.off.extend(all_of(&off));
    let told = notes(&report);
    for entry in entries(&report) {
        assert!(all(&entry).iter().all(|text| told.contains(text) != (entry.id == off.id)), "{entry:?}");
    }
}

#[test]
fn what_was_taken_off_the_slides_is_counted_on_none_and_a_theme_of_such_notes_is_not_on_the_map() {
    let mut report = of_texts(&["text".to_owned()]);
    let words = words(Locale::English);
    // What the slides of the café and of the first question say.
    let said = |report: &Report| -> Vec<String> {
        let first = Subject::Question(report.sections[0].id);
        let slides = deck(report, &words).into_iter().filter(|it| it.subject == Subject::Title || it.subject == first);
        slides.filter_map(|slide| slide.items.last().map(|item| item.text.clone())).collect()
    };
    let counts = |total: usize, section: usize| [total, section].map(words.contributions);
    let (section, theme) = (report.sections[0].total(), report.sections[0].groups[0].total());
    assert_eq!(said(&report), counts(report.total, section));
    let off: Vec<_> = report.sections[0].groups[0].entries.iter().flat_map(all_of).collect();
    report.slides.off.extend(off);
    assert_eq!(said(&report), counts(report.total - theme, section - theme));
    let is_map = |slide: &&Slide| matches!(slide.subject, Subject::Map(_));
    let slides = deck(&report, &words);
    let weighed: Vec<_> = slides.iter().filter(is_map).flat_map(|slide| &slide.items).collect();
    // One theme less; what is in none has its place beside the other.
    assert_eq!(weighed.len(), report.sections[0].themes().count());
}

#[test]
fn what_was_taken_off_the_slides_is_on_no_map_of_them() {
    let mut report = of_texts(&(100..400).map(|number| format!("text{number}")).collect::<Vec<_>>());
    let words = words(Locale::English);
    let strongest = report.sections[0].groups[0].entries[2].clone();
    assert!(strongest.highlighted && strongest.dots > 0);
    // On the screen and in the file.
    let drawn = |report: &Report| {
        let picture = map::picture(&report.slides.section(&report.sections[0]), 1, Frame::Slide, &words);
        let parts = parts(&pptx::write(report, &words));
        let is_map = |slide: &Slide| matches!(slide.subject, Subject::Map(_));
        let at = pptx::slides(report, &words).iter().position(is_map).expect("a map") + 1;
        (picture.told, parts[&format!("ppt/slides/slide{at}.xml")].clone())
    };
    let says = |told: &Told, text: &str| told.to_string().contains(text);
    let (told, file) = drawn(&report);
    assert!(says(&told, &strongest.texts[0]) && file.contains(&strongest.texts[0]));
    report.slides.off.extend(all_of(&strongest));
    let (after, file) = drawn(&report);
    assert!(!says(&after, &strongest.texts[0]) && !file.contains(&strongest.texts[0]));
    let figures =
        |it: usize, dots: usize| [(words.contributions)(it), (words.dots)(dots)].join(" · ").replace(' ', "\u{a0}");
    let group = &report.sections[0].groups[0];
    assert_eq!(told.themes[0].figures.replace(' ', "\u{a0}"), figures(group.total(), group.dots()));
    let left = (group.total() - strongest.total(), group.dots() - strongest.dots);
    assert_eq!(after.themes[0].figures.replace(' ', "\u{a0}"), figures(left.0, left.1));
    // A theme of which everything was taken off is not there; the report keeps it.
    let all: Vec<_> = report.sections[0].groups[0].entries.iter().flat_map(all_of).collect();
    report.slides.off.extend(all);
    let (last, _) = drawn(&report);
    assert_eq!(last.themes.len(), told.themes.len() - 1);
    assert!(html::write(&report, &words).contains(&strongest.texts[0]));
}

#[test]
fn a_map_of_many_themes_goes_on_on_the_next_slide_with_plates_of_one_measure() {
    let mut report = of_texts(&["text".to_owned()]);
    let words = words(Locale::English);
    let theme = report.sections[0].groups[0].clone();
    report.sections[0].groups = (0..20)
        .map(|at| Group {
            heading: Heading::Theme(nappe::core::domain::Id::from_bits(500 + at), vec![format!("theme{at}")]),
            entries: theme.entries.iter().cycle().take(1 + at as usize * 3).cloned().collect(),
            ..theme.clone()
        })
        .collect();
    let slides = pptx::slides(&report, &words);
    let maps: Vec<&Slide> = slides.iter().filter(|it| matches!(it.subject, Subject::Map(_))).collect();
    assert_eq!(maps.iter().map(|it| it.items.len()).collect::<Vec<_>>(), [7, 7, 6]);
    assert!(maps.iter().zip(1..).all(|(it, part)| (it.part, it.parts) == (part, 3)));
    let parts = parts(&pptx::write(&report, &words));
    let mut wide = Vec::new();
    for (at, _) in slides.iter().enumerate().filter(|(_, it)| matches!(it.subject, Subject::Map(_))) {
        let slide = roxmltree::Document::parse(&parts[&format!("ppt/slides/slide{}.xml", at + 1)]).expect("a slide");
        let group = slide.descendants().find(|it| it.has_tag_name((SLIDES, "grpSp"))).expect("a group");
        let plates = group.children().filter(|it| it.has_tag_name((SLIDES, "sp"))).step_by(2);
        let size = |it: roxmltree::Node| {
            it.descendants().find(|it| it.tag_name().name() == "ext")?.attribute("cx")?.parse().ok()
        };
        wide.extend(plates.filter_map(size).collect::<Vec<u32>>());
    }
    assert_eq!(wide.len(), 20);
    assert!(wide.is_sorted() && wide[19] > 2 * wide[0], "{wide:?}");
}

#[test]
fn hostile_texts_are_text() {
    languages().iter().for_each(|words| check(&hostile(), words));
}

#[test]
fn paragraphs_from_right_to_left_say_so() {
    let slide = |text: &str| {
        let report = of_texts(&[text.to_owned()]);
        parts(&pptx::write(&report, &words(Locale::English)))["ppt/slides/slide1.xml"].clone()
    };
    assert!(slide("مرحبا (abc) شكرا").contains("rtl=\"1\"") && !slide("plain").contains("rtl=\"1\""));
}

proptest! {
    // Some hundred parts to a file.
    #![proptest_config(ProptestConfig { cases: 12, ..config() })]

    #[test]
    fn any_text_is_text(texts in any_texts()) {
        let report = of_texts(&texts);
        check(&report, &words(Locale::French));
    }
}
