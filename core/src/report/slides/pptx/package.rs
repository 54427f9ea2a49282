//! What is in the file, and what belongs to what.

use super::{BEGIN, SPACES};
use crate::report::Words;
use crate::report::text::{escape, line};

/// A layout of slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A title in the middle, a few words under it: the first slide and the last.
    Title,
    /// A question.
    Question,
    /// A title with a list.
    List,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Title, Self::Question, Self::List];

    pub(super) const fn number(self) -> usize {
        self as usize + 1
    }
}

const RELATIONS_BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

macro_rules! relations {
    ($($id:literal $kind:literal $target:literal),*) => {
        concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
            $("<Relationship Id=\"", $id, "\" Type=\"http://schemas.openxmlformats.org/", $kind, "\" Target=\"", $target, "\"/>",)*
            "</Relationships>"
        )
    };
}

pub(super) const RELATIONS: &str = relations!(
    "rId1" "officeDocument/2006/relationships/officeDocument" "ppt/presentation.xml",
    "rId2" "package/2006/relationships/metadata/core-properties" "docProps/core.xml",
    "rId3" "officeDocument/2006/relationships/extended-properties" "docProps/app.xml"
);
pub(super) const LAYOUT_RELATIONS: &str =
    relations!("rId1" "officeDocument/2006/relationships/slideMaster" "../slideMasters/slideMaster1.xml");
pub(super) const NOTES_MASTER_RELATIONS: &str =
    relations!("rId1" "officeDocument/2006/relationships/theme" "../theme/theme2.xml");

pub(super) const APP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Nappe</Application></Properties>";

/// The title and the language. No author and no day: nothing says who made the file.
pub(super) fn core(title: &str, words: &Words) -> String {
    let mut escaped = String::new();
    escape(&mut escaped, &line(title));
    format!(
        "{BEGIN}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{escaped}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        words.language
    )
}

/// What each part is. `notes` says which slides have some.
pub(super) fn types(notes: &[bool]) -> String {
    let part = |name: &str, kind: &str| {
        format!(
            "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"
        )
    };
    let mut parts = vec![
        part("/docProps/app.xml", "extended-properties"),
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>".to_owned(),
        part("/ppt/presentation.xml", "presentationml.presentation.main"),
        part("/ppt/theme/theme1.xml", "theme"),
        part("/ppt/theme/theme2.xml", "theme"),
        part("/ppt/slideMasters/slideMaster1.xml", "presentationml.slideMaster"),
        part("/ppt/notesMasters/notesMaster1.xml", "presentationml.notesMaster"),
    ];
    let layout = |kind: Kind| format!("/ppt/slideLayouts/slideLayout{}.xml", kind.number());
    parts.extend(Kind::ALL.map(|kind| part(&layout(kind), "presentationml.slideLayout")));
    for (place, has_notes) in notes.iter().enumerate() {
        parts.push(part(&format!("/ppt/slides/slide{}.xml", place + 1), "presentationml.slide"));
        if *has_notes {
            parts.push(part(&format!("/ppt/notesSlides/notesSlide{}.xml", place + 1), "presentationml.notesSlide"));
        }
    }
    format!(
        "{BEGIN}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        parts.concat()
    )
}

/// The order of the slides, and how large they are: 16 to 9.
pub(super) fn presentation(slides: usize, words: &Words) -> String {
    let slide = |place: usize| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + place, 10 + place);
    let slides: String = (0..slides).map(slide).collect();
    let language = words.language;
    format!(
        "{BEGIN}<p:presentation {SPACES} saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>{slides}</p:sldIdLst><p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle><a:defPPr><a:defRPr lang=\"{language}\"/></a:defPPr></p:defaultTextStyle></p:presentation>"
    )
}

fn relation(id: usize, kind: &str, target: &str) -> String {
    format!(
        "<Relationship Id=\"rId{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
    )
}

fn relations(all: &[String]) -> String {
    format!("{RELATIONS_BEGIN}{}</Relationships>", all.concat())
}

pub(super) fn presentation_relations(slides: usize) -> String {
    let mut all = vec![
        relation(1, "slideMaster", "slideMasters/slideMaster1.xml"),
        relation(2, "notesMaster", "notesMasters/notesMaster1.xml"),
        relation(3, "theme", "theme/theme1.xml"),
    ];
    all.extend((0..slides).map(|place| relation(10 + place, "slide", &format!("slides/slide{}.xml", place + 1))));
    relations(&all)
}

pub(super) fn master_relations() -> String {
    let layout = |kind: Kind| {
        relation(kind.number(), "slideLayout", &format!("../slideLayouts/slideLayout{}.xml", kind.number()))
    };
    let mut all: Vec<String> = Kind::ALL.map(layout).into();
    all.push(relation(9, "theme", "../theme/theme1.xml"));
    relations(&all)
}

pub(super) fn slide_relations(number: usize, kind: Kind, has_notes: bool) -> String {
    let mut all = vec![relation(1, "slideLayout", &format!("../slideLayouts/slideLayout{}.xml", kind.number()))];
    all.extend(has_notes.then(|| relation(2, "notesSlide", &format!("../notesSlides/notesSlide{number}.xml"))));
    relations(&all)
}

pub(super) fn notes_relations(number: usize) -> String {
    relations(&[
        relation(1, "notesMaster", "../notesMasters/notesMaster1.xml"),
        relation(2, "slide", &format!("../slides/slide{number}.xml")),
    ])
}
