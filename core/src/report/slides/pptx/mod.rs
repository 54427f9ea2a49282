//! The slides as a file for PowerPoint and LibreOffice Impress (Office Open XML, ECMA-376).
//!
//! Titles and lists stand in placeholders of the layouts, and carry no looks of their own: whoever changes the master,
//! or applies a house style, changes all slides. The notes of a slide hold all contributions of its theme, for the
//! speaker.
//!
//! - `look`: the theme, the master, the layouts. - `map`: the harvest map, in shapes. - `package`: what belongs to
//!   what. - `text`: words as XML.

mod look;
mod map;
mod notes;
mod package;
mod text;

use self::package::Kind;
use super::{Item, Role, Slide, Subject, deck};
use crate::report::map::Themes;
use crate::report::zip::Zip;
use crate::report::{Report, Words};
use text::Writer;

const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The name spaces of a slide, a layout, a master, of notes.
const SPACES: &str = r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main""#;
/// Begins the tree of shapes: what groups them has no place of its own.
const TREE: &str =
    r#"<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"#;
/// At most this many slides are written: more than anybody shows, and few enough for any program.
const MOST_SLIDES: usize = 5_000;

/// The whole file.
pub fn write(report: &Report, words: &Words) -> Vec<u8> {
    let slides = pages(report, words);
    let notes: Vec<Option<String>> = slides.iter().map(|(slide, _)| notes::of(slide, report, words)).collect();
    let has_notes: Vec<bool> = notes.iter().map(Option::is_some).collect();
    let mut zip = Zip::new();
    let mut fits = true;
    let mut add = |path: &str, text: &str| fits &= zip.add(path, text.as_bytes());
    add("[Content_Types].xml", &package::types(&has_notes));
    add("_rels/.rels", package::RELATIONS);
    add("docProps/app.xml", package::APP);
    add("docProps/core.xml", &package::core(&report.title, words));
    add("ppt/presentation.xml", &package::presentation(slides.len(), words));
    add("ppt/_rels/presentation.xml.rels", &package::presentation_relations(slides.len()));
    add("ppt/theme/theme1.xml", &look::theme());
    add("ppt/theme/theme2.xml", &look::theme());
    add("ppt/slideMasters/slideMaster1.xml", &look::master(words));
    add("ppt/slideMasters/_rels/slideMaster1.xml.rels", &package::master_relations());
    for kind in Kind::ALL {
        add(&format!("ppt/slideLayouts/slideLayout{}.xml", kind.number()), &look::layout(kind, words));
        add(&format!("ppt/slideLayouts/_rels/slideLayout{}.xml.rels", kind.number()), package::LAYOUT_RELATIONS);
    }
    add("ppt/notesMasters/notesMaster1.xml", &look::notes_master());
    add("ppt/notesMasters/_rels/notesMaster1.xml.rels", package::NOTES_MASTER_RELATIONS);
    for (place, ((slide, map), notes)) in slides.iter().zip(&notes).enumerate() {
        let number = place + 1;
        let kind = Kind::of(slide.subject);
        add(&format!("ppt/slides/slide{number}.xml"), &self::slide(slide, map.as_ref(), kind, words));
        add(
            &format!("ppt/slides/_rels/slide{number}.xml.rels"),
            &package::slide_relations(number, kind, notes.is_some()),
        );
        if let Some(notes) = notes {
            add(&format!("ppt/notesSlides/notesSlide{number}.xml"), notes);
            add(&format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"), &package::notes_relations(number));
        }
    }
    debug_assert!(fits, "slides beyond four gigabytes");
    zip.finish()
}

/// The slides of the file, in order: those of the room, but that a map is on as few as it fits on.
pub fn slides(report: &Report, words: &Words) -> Vec<Slide> {
    pages(report, words).into_iter().map(|(slide, _)| slide).collect()
}

fn pages(report: &Report, words: &Words) -> Vec<(Slide, Option<Themes>)> {
    let mut pages = Vec::new();
    for slide in deck(report, words) {
        let section = match slide.subject {
            Subject::Map(id) => report.sections.iter().find(|section| section.id == id),
            _ => None,
        };
        let Some(section) = section else {
            pages.push((slide, None));
            continue;
        };
        // The list of a map may take several slides, on which the map is drawn once.
        if slide.part > 1 {
            continue;
        }
        let maps = map::maps(report, section, words);
        let parts = maps.len();
        pages.extend(maps.into_iter().enumerate().map(|(place, map)| {
            let items = map.all.iter().map(|it| Item {
                dots: it.dots,
                total: it.total,
                ..Item::new(Role::Theme, it.name.as_str())
            });
            let items = items.collect();
            (Slide { part: place + 1, parts, items, ..slide.clone() }, Some(map))
        }));
    }
    pages.truncate(MOST_SLIDES);
    pages
}

/// A placeholder of the layout, begun: its words follow.
fn placeholder(id: usize, name: &str, which: &str) -> String {
    format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {which}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>"#
    )
}

const END_SHAPE: &str = "</p:txBody></p:sp>";

fn slide(slide: &Slide, map: Option<&Themes>, kind: Kind, words: &Words) -> String {
    let mut to = Writer::new(words);
    to.raw(BEGIN).raw(&format!("<p:sld {SPACES}>{TREE}"));
    let title = if kind == Kind::Title { "type=\"ctrTitle\"" } else { "type=\"title\"" };
    to.raw(&placeholder(2, "Title", title)).paragraph("", &slide.full_title()).raw(END_SHAPE);
    if !slide.over.is_empty() && kind != Kind::Title {
        to.raw(&placeholder(3, "Question", "type=\"body\" sz=\"quarter\" idx=\"13\"")).paragraph("", &slide.over);
        to.raw(END_SHAPE);
    }
    let body = match kind {
        Kind::Title => "type=\"subTitle\" idx=\"1\"",
        Kind::Question => "type=\"body\" idx=\"1\"",
        Kind::List => "idx=\"1\"",
    };
    if let Some(map) = map {
        map::draw(&mut to, map, words);
    } else if !slide.items.is_empty() {
        to.raw(&placeholder(4, "Content", body));
        slide.items.iter().for_each(|it| item(&mut to, it, kind));
        to.raw(END_SHAPE);
    }
    to.raw(&placeholder(5, "Number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\""));
    to.raw("<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr/><a:t>‹#›</a:t></a:fld></a:p>");
    to.raw(END_SHAPE).raw("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
    to.out
}

fn item(to: &mut Writer, item: &Item, kind: Kind) {
    // Titles and questions have no list under them.
    let is_list = kind == Kind::List;
    let property = match item.role {
        Role::Question(number) if is_list => {
            format!("<a:buFont typeface=\"+mj-lt\"/><a:buAutoNum type=\"arabicPeriod\" startAt=\"{number}\"/>")
        }
        Role::Plain | Role::About | Role::Table | Role::Remark if is_list => text::NO_LIST.to_owned(),
        _ if item.is_rest && is_list => "<a:buNone/>".to_owned(),
        _ => String::new(),
    };
    let level = if matches!(item.role, Role::Example | Role::Detail) { 1 } else { 0 };
    let look = match item.role {
        Role::About => " i=\"1\"",
        Role::Table => " b=\"1\"",
        Role::Note if item.highlighted => " b=\"1\"",
        _ => "",
    };
    let sign = if item.highlighted && !item.is_rest { "★ " } else { "" };
    let dots = (item.dots > 0).then(|| format!("● {}", item.dots));
    let total = (item.total > 1).then(|| format!("× {}", item.total));
    let behind: String = total.into_iter().chain(dots).map(|it| format!("  {it}")).collect();
    to.begin(&item.text, level, &property).words(sign, look).words(&item.text, look).words(&behind, "").end();
}

/// The layout of a slide.
impl Kind {
    const fn of(subject: Subject) -> Self {
        match subject {
            Subject::Title | Subject::Thanks => Self::Title,
            Subject::Question(_) => Self::Question,
            _ => Self::List,
        }
    }
}
