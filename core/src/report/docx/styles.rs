//! Looks, all in one place: styles with Word's own names, and the bullets of lists.

use crate::report::Words;

/// Lists of three levels, each with its style.
pub(super) const NUMBERING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet2"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="794" w:hanging="397"/></w:pPr></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet3"/><w:lvlText w:val="·"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1191" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/><w:color w:val="241F19"/><w:sz w:val="22"/><w:szCs w:val="22"/>"#;
const DEFAULTS: &str = r#"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#;
const SERIF: &str = r#"<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>"#;

/// A style of paragraphs: its id, its name, the style behind the next paragraph, how its paragraphs stand, and its
/// letters. The looks of paragraphs are in the order that the format wants.
const PARAGRAPHS: [(&str, &str, &str, &str, &str); 14] = [
    (
        "Title",
        "Title",
        "Subtitle",
        r#"<w:keepNext/><w:spacing w:before="0" w:after="60" w:line="240" w:lineRule="auto"/>"#,
        r#"<w:color w:val="96221A"/><w:sz w:val="52"/><w:szCs w:val="52"/>"#,
    ),
    (
        "Subtitle",
        "Subtitle",
        "Normal",
        r#"<w:pBdr><w:bottom w:val="double" w:sz="6" w:space="8" w:color="96221A"/></w:pBdr><w:spacing w:after="360"/>"#,
        r#"<w:color w:val="5A5144"/><w:sz w:val="24"/><w:szCs w:val="24"/>"#,
    ),
    (
        "Heading1",
        "heading 1",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="480" w:after="120" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>"#,
        r#"<w:sz w:val="36"/><w:szCs w:val="36"/>"#,
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/>"#,
        r#"<w:color w:val="96221A"/><w:sz w:val="27"/><w:szCs w:val="27"/>"#,
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="2"/>"#,
        r#"<w:b/><w:bCs/><w:sz w:val="22"/><w:szCs w:val="22"/>"#,
    ),
    (
        "TOCHeading",
        "TOC Heading",
        "Normal",
        r#"<w:keepNext/><w:spacing w:before="240" w:after="120"/>"#,
        r#"<w:sz w:val="30"/><w:szCs w:val="30"/>"#,
    ),
    (
        "TOC1",
        "toc 1",
        "Normal",
        r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9298"/></w:tabs><w:spacing w:before="100" w:after="40"/><w:ind w:right="567"/>"#,
        "<w:b/><w:bCs/>",
    ),
    (
        "TOC2",
        "toc 2",
        "Normal",
        r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9298"/></w:tabs><w:spacing w:after="20"/><w:ind w:left="284" w:right="567"/>"#,
        "",
    ),
    (
        "ListBullet",
        "List Bullet",
        "ListBullet",
        r#"<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/>"#,
        "",
    ),
    (
        "ListBullet2",
        "List Bullet 2",
        "ListBullet2",
        r#"<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/>"#,
        "",
    ),
    (
        "ListBullet3",
        "List Bullet 3",
        "ListBullet3",
        r#"<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/>"#,
        "",
    ),
    (
        "Footer",
        "footer",
        "Footer",
        r#"<w:spacing w:after="0"/><w:jc w:val="center"/>"#,
        r#"<w:color w:val="5A5144"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#,
    ),
    ("Header", "header", "Header", r#"<w:spacing w:after="0"/>"#, ""),
    ("Quote", "Quote", "Normal", r#"<w:ind w:left="567"/>"#, "<w:i/><w:iCs/>"),
];

/// Styles of letters: id, name, looks.
const LETTERS: [(&str, &str, &str); 3] = [
    ("Strong", "Strong", "<w:b/><w:bCs/>"),
    ("Emphasis", "Emphasis", r#"<w:i/><w:iCs/><w:color w:val="5A5144"/>"#),
    ("SubtleEmphasis", "Subtle Emphasis", r#"<w:color w:val="5A5144"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#),
];

const END: &str = r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="B9AB93"/><w:left w:val="single" w:sz="4" w:space="0" w:color="B9AB93"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="B9AB93"/><w:right w:val="single" w:sz="4" w:space="0" w:color="B9AB93"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="B9AB93"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="B9AB93"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="FBE9E4"/></w:tcPr></w:tblStylePr></w:style></w:styles>"#;

pub(super) fn styles(words: &Words) -> String {
    // Word wants a country with the language, for spelling and quotes.
    let language = if words.language == "fr" { "fr-FR" } else { "en-GB" };
    let mut out = format!("{BEGIN}<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/>{DEFAULTS}");
    out.push_str(r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#);
    for (id, name, next, stands, letters) in PARAGRAPHS {
        let font = if name.contains("itle") || name.contains("eading") { SERIF } else { "" };
        out.push_str(&format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="{next}"/><w:qFormat/><w:pPr>{stands}</w:pPr><w:rPr>{font}{letters}</w:rPr></w:style>"#
        ));
    }
    out.push_str(r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>"#);
    for (id, name, letters) in LETTERS {
        out.push_str(&format!(
            r#"<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{letters}</w:rPr></w:style>"#
        ));
    }
    out.push_str(END);
    out
}
