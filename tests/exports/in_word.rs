//! The Word file.

use super::*;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of the file by path.
pub fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("UTF-8 that fits its checksum");
        assert!(parts.insert(part.name().to_owned(), text).is_none(), "{} twice", part.name());
    }
    parts
}

/// The text of the document, with its marks.
pub fn body(report: &Report) -> String {
    parts(&docx::write(report, &words(Locale::English)))["word/document.xml"].clone()
}

fn check(report: &Report, words: &Words) {
    let file = docx::write(report, words);
    assert_eq!(file, docx::write(report, words), "the same report, the same bytes");
    let parts = parts(&file);
    let read = |path: &str| roxmltree::Document::parse(&parts[path]).unwrap_or_else(|why| panic!("{path}: {why}"));
    for path in parts.keys() {
        read(path);
    }
    let types = read("[Content_Types].xml");
    for path in parts.keys().filter(|it| !it.ends_with(".rels") && !it.starts_with('[')) {
        let named = types.descendants().any(|it| it.attribute("PartName") == Some(&format!("/{path}")));
        assert!(named, "{path} has no type");
    }
    let relations = read("word/_rels/document.xml.rels");
    for target in relations.descendants().filter_map(|it| it.attribute("Target")) {
        assert!(parts.contains_key(&format!("word/{target}")), "no {target}");
    }
    let styles = read("word/styles.xml");
    let ids: BTreeSet<&str> = styles.descendants().filter_map(|it| it.attribute((WORD, "styleId"))).collect();
    let document = read("word/document.xml");
    let all = |name: &'static str| document.descendants().filter(move |it| it.has_tag_name((WORD, name)));
    for style in ["pStyle", "rStyle", "tblStyle"].into_iter().flat_map(all) {
        let style = style.attribute((WORD, "val")).expect("a style");
        assert!(ids.contains(style), "no style {style}");
    }
    let marks: Vec<&str> = all("bookmarkStart").filter_map(|it| it.attribute((WORD, "name"))).collect();
    assert_eq!(marks.iter().collect::<BTreeSet<_>>().len(), marks.len());
    let links: Vec<&str> = all("hyperlink").filter_map(|it| it.attribute((WORD, "anchor"))).collect();
    assert_eq!(links, marks, "the contents and the headings");
    // A link and the heading that it leads to say the same.
    let text = |node: roxmltree::Node| -> String {
        let is_text = |it: &roxmltree::Node| it.has_tag_name((WORD, "t"));
        node.descendants().filter(is_text).filter_map(|it| it.text()).collect()
    };
    for (link, mark) in all("hyperlink").zip(all("bookmarkStart")) {
        let heading = text(mark.parent().expect("a paragraph"));
        assert!(heading.starts_with(&text(link)), "{heading:?}");
    }
    let body: String = all("p").map(|it| text(it) + "\n").collect();
    let (_, rest) = body.split_once(words.contents).expect("the contents");
    expect_all("Word", &format!("{body}{rest}"), report, words);
    let core = read("docProps/core.xml");
    let title = core.descendants().find(|it| it.tag_name().name() == "title").and_then(|it| it.text());
    assert_eq!(core_of(title.unwrap_or_default()), core_of(&report.title));
}

#[test]
fn hostile_texts_are_text() {
    languages().iter().for_each(|words| check(&hostile(), words));
}

#[test]
fn paragraphs_from_right_to_left_say_so_and_so_do_their_letters() {
    let report = of_texts(&["مرحبا (abc) شكرا".to_owned()]);
    let parts = parts(&docx::write(&report, &words(Locale::English)));
    let document = &parts["word/document.xml"];
    assert!(document.contains("<w:pStyle w:val=\"Title\"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>"));
    assert!(
        document.contains("<w:t xml:space=\"preserve\">abc) </w:t>"),
        "letters from left to right are a run of their own"
    );
    let report = of_texts(&["plain".to_owned()]);
    assert!(!self::parts(&docx::write(&report, &words(Locale::English)))["word/document.xml"].contains("<w:bidi/>"));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_text(texts in any_texts()) {
        let report = of_texts(&texts);
        check(&report, &words(Locale::French));
    }
}
