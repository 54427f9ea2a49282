//! How the slides look: colours and letters in the theme, places and lists in the master and its layouts. A house style
//! takes the place of all of it.

use super::package::Kind;
use super::{BEGIN, END_SHAPE, SPACES, TREE};
use crate::report::Words;

/// The colours of a white cloth with red checks, by the names that the format has for them.
const COLOURS: [(&str, &str); 12] = [
    ("dk1", "241F19"),
    ("lt1", "FFFFFF"),
    ("dk2", "96221A"),
    ("lt2", "F4EDE0"),
    ("accent1", "A3271C"),
    ("accent2", "27613F"),
    ("accent3", "234E86"),
    ("accent4", "734600"),
    ("accent5", "5A5144"),
    ("accent6", "85796A"),
    ("hlink", "234E86"),
    ("folHlink", "5A5144"),
];

pub(super) fn theme() -> String {
    let colour = |(name, value): (&str, &str)| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let colours: String = COLOURS.into_iter().map(colour).collect();
    let font = |name: &str| format!("<a:latin typeface=\"{name}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>");
    let (titles, texts) = (font("Georgia"), font("Calibri"));
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let stroke = |width: u32| format!("<a:ln w=\"{width}\">{fill}<a:prstDash val=\"solid\"/></a:ln>");
    let strokes: String = [6_350, 12_700, 19_050].map(stroke).concat();
    let effects = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    let fills = fill.repeat(3);
    format!(
        "{BEGIN}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Nappe\"><a:themeElements><a:clrScheme name=\"Nappe\">{colours}</a:clrScheme><a:fontScheme name=\"Nappe\"><a:majorFont>{titles}</a:majorFont><a:minorFont>{texts}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Nappe\"><a:fillStyleLst>{fills}</a:fillStyleLst><a:lnStyleLst>{strokes}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
}

/// Left, top, width, height, in English Metric Units: 360,000 to a centimetre.
pub(super) type Place = [u32; 4];

const LEFT: u32 = 609_600;
const WIDTH: u32 = 10_972_800;
const TITLE: Place = [LEFT, 720_000, WIDTH, 1_330_000];
pub(super) const BODY: Place = [LEFT, 2_130_000, WIDTH, 4_150_000];
const NUMBER: Place = [LEFT + WIDTH - 1_800_000, 6_400_000, 1_800_000, 320_000];

fn place([x, y, width, height]: Place) -> String {
    format!("<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>")
}

/// A placeholder with a place of its own and a sentence that stands in for its words.
fn shape(id: usize, name: &str, which: &str, at: Place, body: &str, styles: &str, sample: &str) -> String {
    let at = place(at);
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {which}/></p:nvPr></p:nvSpPr><p:spPr>{at}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{styles}</a:lstStyle>{sample}{END_SHAPE}"
    )
}

fn sample(text: &str) -> String {
    format!("<a:p><a:r><a:rPr/><a:t>{text}</a:t></a:r></a:p>")
}

fn number(at: Place) -> String {
    let styles = "<a:lvl1pPr algn=\"r\"><a:defRPr sz=\"1400\"><a:solidFill><a:schemeClr val=\"accent5\"/></a:solidFill></a:defRPr></a:lvl1pPr>";
    let field = "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr/><a:t>‹#›</a:t></a:fld></a:p>";
    shape(9, "Number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", at, "anchor=\"ctr\"", styles, field)
}

/// The red edge of the cloth, at the top of every slide.
fn edge() -> String {
    let at = place([0, 0, 12_192_000, 150_000]);
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"10\" name=\"Edge\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>{at}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
}

/// Letters of this size, in hundredths of a point, in a colour of the theme.
fn letters(size: u32, colour: &str, font: &str) -> String {
    format!(
        "<a:defRPr sz=\"{size}\"><a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill><a:latin typeface=\"+{font}-lt\"/><a:ea typeface=\"+{font}-ea\"/><a:cs typeface=\"+{font}-cs\"/></a:defRPr>"
    )
}

pub(super) fn master(words: &Words) -> String {
    let title = shape(2, "Title", "type=\"title\"", TITLE, "anchor=\"b\"", "", &sample(words.key_points));
    let body = shape(3, "Content", "type=\"body\" idx=\"1\"", BODY, "", "", &sample(words.notes));
    let layouts: String = Kind::ALL
        .map(|kind| format!("<p:sldLayoutId id=\"{}\" r:id=\"rId{}\"/>", 2_147_483_648 + kind.number(), kind.number()))
        .concat();
    let list = |level: u32, left: u32, indent: i32, size: u32, sign: &str, colour: &str| {
        let letters = letters(size, colour, "mn");
        format!(
            "<a:lvl{level}pPr marL=\"{left}\" indent=\"{indent}\" algn=\"l\" rtl=\"0\" eaLnBrk=\"1\" hangingPunct=\"1\"><a:spcBef><a:spcPts val=\"1200\"/></a:spcBef>{sign}{letters}</a:lvl{level}pPr>"
        )
    };
    let sign = "<a:buClr><a:schemeClr val=\"accent1\"/></a:buClr><a:buFont typeface=\"Arial\"/><a:buChar char=\"–\"/>";
    let lists = [
        list(1, 432_000, -432_000, 3_200, sign, "tx1"),
        list(2, 792_000, 0, 2_800, "<a:buNone/>", "accent5"),
        list(3, 1_152_000, 0, 2_400, "<a:buNone/>", "accent5"),
    ]
    .concat();
    let titles = format!("<a:lvl1pPr algn=\"l\" rtl=\"0\"><a:buNone/>{}</a:lvl1pPr>", letters(4_000, "tx1", "mj"));
    let others = format!("<a:lvl1pPr algn=\"l\" rtl=\"0\">{}</a:lvl1pPr>", letters(1_800, "tx1", "mn"));
    let edge = edge();
    let number = number(NUMBER);
    let background =
        "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";
    let tree = TREE.replacen("<p:cSld>", &format!("<p:cSld>{background}"), 1);
    format!(
        "{BEGIN}<p:sldMaster {SPACES}>{tree}{edge}{title}{body}{number}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{titles}</p:titleStyle><p:bodyStyle>{lists}</p:bodyStyle><p:otherStyle>{others}</p:otherStyle></p:txStyles></p:sldMaster>"
    )
}

pub(super) fn layout(kind: Kind, words: &Words) -> String {
    let centred = |size: u32, colour: &str, font: &str| {
        format!(
            "<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"ctr\"><a:buNone/>{}</a:lvl1pPr>",
            letters(size, colour, font)
        )
    };
    let small =
        format!("<a:lvl1pPr marL=\"0\" indent=\"0\"><a:buNone/>{}</a:lvl1pPr>", letters(1_600, "accent5", "mn"));
    let over = |at: Place, styles: &str| {
        let sample = sample(words.columns[1]);
        shape(4, "Question", "type=\"body\" sz=\"quarter\" idx=\"13\"", at, "anchor=\"b\"", styles, &sample)
    };
    let (name, of, shapes) = match kind {
        Kind::Title => {
            let at = [LEFT, 1_300_000, WIDTH, 2_600_000];
            let title = shape(
                2,
                "Title",
                "type=\"ctrTitle\"",
                at,
                "anchor=\"b\"",
                &centred(4_800, "tx2", "mj"),
                &sample(words.thanks),
            );
            let at = [LEFT, 4_050_000, WIDTH, 1_900_000];
            let below = shape(
                3,
                "Subtitle",
                "type=\"subTitle\" idx=\"1\"",
                at,
                "",
                &centred(2_400, "accent5", "mn"),
                &sample(words.notes),
            );
            (words.columns[5], "title", format!("{title}{below}"))
        }
        Kind::Question => {
            let at = [LEFT, 1_500_000, WIDTH, 3_000_000];
            let title = shape(
                2,
                "Title",
                "type=\"title\"",
                at,
                "anchor=\"ctr\"",
                &centred(4_400, "tx1", "mj"),
                &sample(words.columns[1]),
            );
            let at = [LEFT, 4_650_000, WIDTH, 1_600_000];
            let below = shape(
                3,
                "Content",
                "type=\"body\" idx=\"1\"",
                at,
                "",
                &centred(2_400, "accent5", "mn"),
                &sample(words.notes),
            );
            let above = over([LEFT, 800_000, WIDTH, 600_000], &centred(2_000, "accent1", "mn"));
            (words.columns[1], "secHead", format!("{title}{above}{below}"))
        }
        Kind::List => {
            let title = shape(2, "Title", "type=\"title\"", TITLE, "anchor=\"b\"", "", &sample(words.columns[2]));
            let body = shape(3, "Content", "idx=\"1\"", BODY, "", "", &sample(words.notes));
            let above = over([LEFT, 260_000, WIDTH, 460_000], &small);
            (words.columns[2], "obj", format!("{title}{above}{body}"))
        }
    };
    let number = number(NUMBER);
    format!(
        "{BEGIN}<p:sldLayout {SPACES} type=\"{of}\" preserve=\"1\">{}{shapes}{number}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        TREE.replacen("<p:cSld>", &format!("<p:cSld name=\"{name}\">"), 1)
    )
}

pub(super) fn notes_master() -> String {
    let at = place([685_800, 1_143_000, 5_486_400, 3_086_100]);
    let picture = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr>{at}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"
    );
    let body = shape(
        3,
        "Notes",
        "type=\"body\" sz=\"quarter\" idx=\"1\"",
        [685_800, 4_400_550, 5_486_400, 3_600_450],
        "",
        "",
        &sample("…"),
    );
    let letters = letters(1_200, "tx1", "mn");
    format!(
        "{BEGIN}<p:notesMaster {SPACES}>{TREE}{picture}{body}</p:spTree></p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:notesStyle><a:lvl1pPr algn=\"l\" rtl=\"0\">{letters}</a:lvl1pPr></p:notesStyle></p:notesMaster>"
    )
}
