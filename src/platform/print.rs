//! What stands at the foot of printed pages.

use super::js;
use js_sys::Array;
use wasm_bindgen::JsValue;

const FONT: &str = "font:9pt system-ui,sans-serif;color:#5a5144;vertical-align:top;padding-top:4mm";
const NUMBER: &str = "content:counter(page) \" / \" counter(pages)";

/// A text for a style sheet: whatever is in it, nothing but its characters.
fn quoted(text: &str) -> String {
    let escaped = |letter: char| match letter {
        letter if letter.is_ascii_alphanumeric() || letter == ' ' => letter.to_string(),
        '\0' => String::new(),
        letter => format!("\\{:x} ", u32::from(letter)),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

/// Writes these texts at the foot of the pages of these names (see `page` in CSS), and the number of the page, where
/// the browser prints such a foot.
pub fn set_feet(feet: &[(String, String)]) {
    let rule = |(page, foot): &(String, String)| {
        let foot = quoted(foot);
        format!(
            "@page {page}{{margin:14mm 13mm 17mm;@bottom-left{{content:{foot};{FONT}}}@bottom-right{{{NUMBER};{FONT}}}}}"
        )
    };
    adopt(&feet.iter().map(rule).collect::<String>());
}

/// Whether this browser prints such a foot: it keeps the rule, where others drop what they do not know. As of 2026
/// Chromium does, from 131 on, Firefox and Safari do not (MDN, `@page`, margin at-rules).
pub fn prints_feet() -> bool {
    let kept = || -> Option<f64> {
        let sheet = sheet("@page{@bottom-right{content:\"\"}}")?;
        ["cssRules", "0", "cssRules", "length"].into_iter().fold(sheet, |of, at| js::get(&of, at)).as_f64()
    };
    kept().is_some_and(|rules| rules > 0.0)
}

/// A style sheet of this text, where the browser knows such sheets.
fn sheet(text: &str) -> Option<JsValue> {
    let sheet = js::make("CSSStyleSheet", &[])?;
    js::call(&sheet, "replaceSync", &[&text.into()]).ok()?;
    Some(sheet)
}

/// Takes a text as the style sheet beside those of the files; an empty one takes it away. Not as an element `style`,
/// which the page's policy forbids. Browsers that know no such sheets print no foot.
fn adopt(text: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let sheets = Array::new();
    if !text.is_empty() {
        sheets.push(&sheet(text)?);
    }
    js::set(&document, "adoptedStyleSheets", &sheets).ok()
}
