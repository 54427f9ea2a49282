//! The slides.

use super::in_word::parts;
use super::*;
use nappe::core::report::slides::{Slide, Subject, deck, pptx};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const SLIDES: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

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
    let found = of_kind(&slide, &["obj", "subTitle", "body"]);
    assert_eq!(found.len(), wanted.items.len(), "a paragraph for each item");
    for (found, item) in found.iter().zip(&wanted.items) {
        assert!(core_of(found).starts_with(&core_of(&item.text)), "{found:?} is not {:?}", item.text);
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
    let slides = deck(report, words);
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
    report.slides.off.insert(off.id);
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
    let off: Vec<_> = report.sections[0].groups[0].entries.iter().map(|entry| entry.id).collect();
    report.slides.off.extend(off);
    assert_eq!(said(&report), counts(report.total - theme, section - theme));
    let is_map = |slide: &&Slide| matches!(slide.subject, Subject::Map(_));
    let slides = deck(&report, &words);
    let weighed: Vec<_> = slides.iter().filter(is_map).flat_map(|slide| &slide.items).collect();
    assert_eq!(weighed.len(), report.sections[0].themes().count() - 1);
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
