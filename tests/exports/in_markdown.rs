//! The Markdown file.

use super::*;
use nappe::core::report::map::{self, Frame};

fn check(report: &Report, words: &Words) {
    let source = markdown::write(report, words);
    for options in [Options::empty(), Options::all()] {
        let mut text = String::new();
        for event in Parser::new_ext(&source, options) {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Item) => text.push('\n'),
                Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(_) => {}
                Event::SoftBreak | Event::HardBreak => text.push('\n'),
                other => panic!("{other:?} in\n{source}"),
            }
        }
        expect_all("Markdown", &text, report, words);
    }
}

#[test]
fn the_map_stands_under_its_question_in_words() {
    let report = realistic(nappe::core::example::Language::English);
    let words = words(Locale::English);
    let (source, section) = (markdown::write(&report, &words), &report.sections[0]);
    let told = map::picture(section, 1, Frame::Page, &words).told;
    let from = source.find(&format!("**{}**", words.map.name)).expect("the map");
    assert!(source.find("## ").is_some_and(|at| at < from), "under its question");
    let lines: Vec<&str> = source[from..].lines().skip(4).take_while(|line| !line.is_empty()).collect();
    let wanted: usize = told.themes.iter().map(|it| 1 + it.quotes.len() + usize::from(it.more.is_some())).sum();
    assert_eq!(lines.len(), wanted, "{lines:#?}");
    assert!(
        lines[0].starts_with(&format!("- {} (", told.themes[0].name)) && lines[1].starts_with("  - "),
        "{lines:#?}"
    );
}

#[test]
fn hostile_texts_are_text() {
    languages().iter().for_each(|words| check(&hostile(), words));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_text(texts in any_texts()) {
        let report = of_texts(&texts);
        check(&report, &words(Locale::French));
    }
}
