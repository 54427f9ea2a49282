//! The HTML file.

use super::*;
use nappe_core::report::map::{self, Frame};

/// Pieces of markup and the text between them, which is unescaped.
fn parse(page: &str) -> (Vec<String>, String) {
    let (mut tags, mut text, mut rest) = (Vec::new(), String::new(), page);
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        text.push('\n');
        let end = rest[at..].find('>').expect("a tag ends") + at;
        tags.push(rest[at..=end].to_owned());
        rest = &rest[end + 1..];
    }
    for (escaped, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(escaped, letter);
    }
    (tags, text + rest)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit() || it == b'-')
}

/// The attributes of elements are ours: none holds what somebody wrote.
fn is_ours(tag: &str) -> bool {
    let inner = tag.trim_matches(['<', '>', '/']);
    let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
    let names =
        "a b bdi body br caption h1 h2 h3 h4 header li main nav ol p section span table tbody td th thead tr ul";
    let value = |attribute: &str| {
        matches!(attribute, "dir=\"auto\"" | "scope=\"col\"" | "scope=\"row\"")
            || attribute
                .strip_prefix("class=\"")
                .is_some_and(|it| it.trim_end_matches('"').bytes().all(|it| it.is_ascii_lowercase() || it == b'-'))
            || ["id=\"", "href=\"#", "aria-labelledby=\""].into_iter().any(|start| {
                attribute.strip_prefix(start).is_some_and(|it| {
                    let it = it.trim_end_matches('"');
                    matches!(it, "contents" | "about" | "steps" | "figures" | "words")
                        || it.strip_prefix('q').is_some_and(is_number)
                })
            })
    };
    names.split(' ').any(|it| it == name) && attributes.split(' ').filter(|it| !it.is_empty()).all(value)
}

/// The page without its maps: they are what `tests/map.rs` looks through, and nothing else.
fn without_maps(body: &str, report: &Report, words: &Words) -> String {
    let mut rest = body.to_owned();
    for (at, section) in report.sections.iter().enumerate().filter(|(_, it)| map::has_picture(it)) {
        let one = |(frame, class): (Frame, &str)| {
            let picture = map::picture(section, at + 1, frame, words);
            map::inline(&picture, words, &format!("map{}-{class}", at + 1), class)
        };
        let maps: String = [(Frame::Page, "wide"), (Frame::Phone, "narrow")].into_iter().map(one).collect();
        let figure = format!("<figure>\n{maps}</figure>\n");
        assert!(rest.contains(&figure), "the map of question {}", at + 1);
        rest = rest.replacen(&figure, "", 1);
    }
    assert!(!rest.contains("<svg"), "a map of nothing");
    rest
}

fn check(report: &Report, words: &Words) {
    let page = html::write(report, words);
    assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{}\">\n<head>", words.language)));
    let (head, body) = page.split_once("</head>").expect("a head");
    let (tags, _) = parse(head);
    assert_eq!(tags.len(), 13, "{tags:?}");
    let body = without_maps(body, report, words);
    let (tags, text) = parse(&body);
    let foreign: Vec<_> = tags.iter().filter(|tag| !is_ours(tag) && !matches!(tag.as_str(), "</html>")).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let mut open = Vec::new();
    for tag in tags.iter().filter(|tag| *tag != "<br>") {
        let name = tag.trim_matches(['<', '>', '/']).split(' ').next().expect("a name");
        match tag.starts_with("</") {
            true => assert!(name == "html" || open.pop() == Some(name), "{tag}"),
            false => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.split("id=\"").nth(1)?.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice");
    for link in tags.iter().filter_map(|tag| tag.split("href=\"#").nth(1)?.split('"').next()) {
        assert!(ids.contains(&link), "nothing is called {link}");
    }
    let (_, main) = text.split_once(words.about).expect("the contents");
    expect_all("HTML", &format!("{text}{main}"), report, words);
}

#[test]
fn the_page_allows_its_own_style_and_nothing_else() {
    let digest = Sha256::digest(html::STYLE);
    let digest = base64(&digest);
    let wanted = format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'");
    assert_eq!(html::POLICY, wanted, "write this digest into core/src/report/html/style.rs");
    assert!(!html::STYLE.contains("url(") && !html::STYLE.contains("@import") && !html::STYLE.contains('<'));
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().chain([&0, &0]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        for place in 0..4 {
            let letter = if place <= chunk.len() { LETTERS[bits >> (18 - 6 * place) & 63] } else { b'=' };
            out.push(char::from(letter));
        }
    }
    out
}

#[test]
fn a_question_without_themes_has_its_map_as_on_the_page() {
    let report = of_texts(&["text".to_owned()]);
    let words = words(Locale::English);
    let has_themes = |place: usize| report.sections[place].themes().next().is_some();
    assert!(!has_themes(1) && !has_themes(2) && report.sections[3].groups.is_empty());
    let page = html::write(&report, &words);
    assert_eq!([1, 2, 3, 4].map(|number| page.contains(&format!("map{number}-wide"))), [true, true, true, false]);
}

#[test]
fn each_number_of_the_figures_stands_in_the_row_of_its_table() {
    let report = of_texts(&["text".to_owned()]);
    let page = html::write(&report, &words(Locale::English));
    let row = "<tr><th scope=\"row\" dir=\"auto\">Table 2 · text</th><td>14</td><td>0</td><td>2222</td></tr>";
    assert!(page.contains(row) && page.contains("<li><bdi>text</bdi> <b>899</b></li>"), "{page}");
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
