//! The Markdown file.

use super::*;

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
