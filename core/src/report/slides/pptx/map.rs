//! The harvest map as shapes that PowerPoint and LibreOffice draw themselves: a plate as large as what was said, a card
//! with the name of the theme, its figures, its strongest notes. All of it can be moved, worded anew and restyled;
//! letters and colours are those of the theme. The shapes are one group, whose description says the same in words.

use super::look::BODY;
use super::text::Writer;
use crate::report::map::{Board, INSET, Themes, Tile};
use crate::report::text::{clean, escape};
use crate::report::{Heading, Report, Section, Words};

/// At most this many themes are on one slide: names stay readable at the back.
const MOST: usize = 9;

/// The map of a question in parts that fit on a slide each: all themes that the slides show, and what is in none.
pub(super) fn maps(report: &Report, section: &Section, words: &Words) -> Vec<Themes> {
    let mut section = report.slides.section(section);
    section.groups.retain(|group| matches!(group.heading, Heading::Theme(..) | Heading::Unsorted));
    Themes::of(&section, words).parts(MOST)
}

/// How a number of themes is arranged: columns and rows, the sizes of names, figures and notes in points.
const fn arrangement(themes: usize) -> ([u32; 2], [u32; 3]) {
    match themes {
        0 | 1 => ([1, 1], [32, 22, 22]),
        2 => ([1, 2], [28, 20, 20]),
        3 => ([1, 3], [26, 18, 18]),
        4 => ([2, 2], [24, 18, 16]),
        5 | 6 => ([2, 3], [22, 16, 16]),
        _ => ([3, 3], [18, 14, 14]),
    }
}

/// Draws a map in the place of a list.
pub(super) fn draw(to: &mut Writer, map: &Themes, words: &Words) {
    let (grid, sizes) = arrangement(map.fullest);
    let [left, top, width, height] = BODY;
    let (tiles, told) = map.lay(&Board::of_rows([width, height], grid, sizes), words);
    let place = format!("x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>");
    let inner = format!("<a:chOff x=\"{left}\" y=\"{top}\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/>");
    to.raw("<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"4\" name=\"").raw(&attribute(words.map.name));
    to.raw("\" descr=\"").raw(&attribute(&told.to_string())).raw("\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>");
    to.raw(&format!("<p:grpSpPr><a:xfrm><a:off {place}{inner}</a:xfrm></p:grpSpPr>"));
    for (at, tile) in tiles.iter().enumerate() {
        plate(to, 10 + 2 * at, tile, sizes);
        card(to, 11 + 2 * at, tile, sizes);
    }
    to.raw("</p:grpSp>");
}

/// Begins a shape.
fn begin(to: &mut Writer, id: usize, name: &str, [x, y, width, height]: [u32; 4], form: &str, look: &str, body: &str) {
    let (x, y, name) = (BODY[0] + x, BODY[1] + y, attribute(name));
    to.raw(&format!("<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"));
    to.raw(&format!("<p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"));
    to.raw(&format!("{form}{look}</p:spPr><p:txBody><a:bodyPr {body}</a:bodyPr><a:lstStyle/>"));
}

fn filled(colour: &str) -> String {
    format!("<a:solidFill><a:schemeClr val=\"{colour}\"/></a:solidFill>")
}

fn plate(to: &mut Writer, id: usize, tile: &Tile, [name_size, ..]: [u32; 3]) {
    let form = "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>";
    let is_hollow = tile.setting.total == 0 || tile.setting.is_rest;
    let (fill, ink) = if is_hollow { ("bg1", "tx1") } else { ("accent1", "bg1") };
    let dash = if is_hollow { "<a:prstDash val=\"dash\"/>" } else { "" };
    let look = format!("{}<a:ln w=\"19050\">{}{dash}</a:ln>", filled(fill), filled("accent1"));
    let body = "wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\">";
    let (number, size) = tile.number(name_size * 3 / 2);
    begin(to, id, &number, tile.plate, form, &look, body);
    let letters = format!(" sz=\"{}\" b=\"1\"", size * 100);
    to.raw("<a:p><a:pPr algn=\"ctr\"/>").run(&number, &letters, &filled(ink)).end().raw("</p:txBody></p:sp>");
}

fn card(to: &mut Writer, id: usize, tile: &Tile, [name, figures, quote]: [u32; 3]) {
    let form = "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val 6000\"/></a:avLst></a:prstGeom>";
    let (line, dash) = if tile.setting.is_rest { ("accent5", "<a:prstDash val=\"dash\"/>") } else { ("accent6", "") };
    let look = format!("{}<a:ln w=\"12700\">{}{dash}</a:ln>", filled("bg1"), filled(line));
    let inset = ["lIns", "tIns", "rIns", "bIns"].map(|side| format!("{side}=\"{INSET}\" ")).concat();
    let body = format!("wrap=\"square\" {inset}anchor=\"ctr\"><a:normAutofit/>");
    begin(to, id, &tile.name, tile.card, form, &look, &body);
    let titles = format!(
        "{}<a:latin typeface=\"+mj-lt\"/><a:ea typeface=\"+mj-ea\"/><a:cs typeface=\"+mj-cs\"/>",
        filled("tx1")
    );
    to.begin(&tile.name, 0, "").run(&tile.name, &format!(" sz=\"{}\" b=\"1\"", name * 100), &titles).end();
    // Figures stand on the side of the name.
    let small = format!(" sz=\"{}\"", figures * 100);
    to.begin(&tile.name, 0, "").run(&tile.figures, &small, &filled("accent5")).end();
    let before = format!("<a:spcBef><a:spcPts val=\"{}\"/></a:spcBef>", quote * 100 / 3);
    for text in &tile.quotes {
        to.begin(text, 0, &before).run(text, &format!(" sz=\"{}\" i=\"1\"", quote * 100), &filled("tx1")).end();
    }
    to.raw("</p:txBody></p:sp>");
}

/// A text in quotes of XML; its lines stay lines there.
fn attribute(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, &clean(text));
    out.replace('\n', "&#10;").replace('\t', " ")
}
