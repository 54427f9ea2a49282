//! The notes of a slide, for the speaker: all contributions of its theme, also those that the slide only counts.

use super::text::Writer;
use super::{BEGIN, END_SHAPE, SPACES, TREE, placeholder};
use crate::report::slides::Slide;
use crate::report::{Entry, Report, Words};
use std::borrow::Cow;

/// At most this many contributions stand in the notes of one slide, each with its examples and with what is gathered
/// with it.
const MOST: usize = 200;

/// The notes of a slide; none where it belongs to no theme, or an earlier slide has them.
pub(super) fn of(slide: &Slide, report: &Report, words: &Words) -> Option<String> {
    let group = report.group_of(slide.subject).filter(|_| slide.part == 1)?;
    // What a presenter took off the slides is not to be told either.
    let entries: Vec<Cow<Entry>> = report.slides.kept(group).collect();
    let (told, rest) = entries.split_at(entries.len().min(MOST));
    told.first()?;
    let mut to = Writer::new(words);
    to.raw(BEGIN).raw(&format!("<p:notes {SPACES}>{TREE}"));
    to.raw(r#"<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"#);
    to.raw(&placeholder(3, "Notes", "type=\"body\" idx=\"1\""));
    told.iter().for_each(|it| entry(&mut to, it, 0, "", words));
    let more: usize = rest.iter().map(|it| it.total()).sum();
    if more > 0 {
        to.paragraph("", &format!("+ {}", (words.contributions)(more)));
    }
    to.raw(END_SHAPE).raw("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>");
    Some(to.out)
}

/// A contribution, its examples and what is gathered with it: slides show those of the strongest, or only count them.
fn entry(to: &mut Writer, entry: &Entry, level: u8, before: &str, words: &Words) {
    let by = entry.details(words, before == words.example).join(", ");
    let by = if by.is_empty() { by } else { format!(" ({by})") };
    let text = entry.texts.join(&format!("\n– {} –\n", words.or));
    let before = if before.is_empty() { "– ".to_owned() } else { format!("– {before} ") };
    to.begin(&text, level, "").words(&before, "").words(&text, "").words(&by, "").end();
    entry.examples.iter().for_each(|it| self::entry(to, it, level + 1, words.example, words));
    entry.gathered.iter().for_each(|it| self::entry(to, it, level + 1, words.also, words));
}
