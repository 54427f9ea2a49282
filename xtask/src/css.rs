//! Puts the style sheets together: `style/main.css` and everything that it imports, in order, as one text.
//!
//! `@import "tokens.css" layer(tokens);` becomes `@layer tokens{...}`, a media list becomes `@media ...{...}`:
//! the cascade stays as written. Not a CSS parser: it knows comments, strings and imports, nothing else.

use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};

/// The whole style of the app, imports resolved and white space squeezed.
pub fn bundle(main: &Path) -> Result<String> {
    let text = resolve(main, &mut Vec::new())?;
    ensure!(text.matches('{').count() == text.matches('}').count(), "a brace is missing in {}", main.display());
    Ok(text)
}

fn resolve(file: &Path, open: &mut Vec<PathBuf>) -> Result<String> {
    if open.iter().any(|parent| parent == file) {
        bail!("{} imports itself", file.display());
    }
    open.push(file.to_owned());
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let text = squeeze(&text).with_context(|| format!("in {}", file.display()))?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("@import ") {
        let (before, import) = rest.split_at(at);
        out.push_str(before);
        let (import, after) = import.split_once(';').context("an @import without an end")?;
        let import = Import::parse(import)?;
        let imported = file.parent().context("a style sheet without a folder")?.join(import.path);
        out.push_str(&import.wrap(&resolve(&imported, open)?));
        rest = after;
    }
    out.push_str(rest);
    open.pop();
    Ok(out)
}

struct Import<'a> {
    path: &'a str,
    /// `Some("")` is a layer without a name.
    layer: Option<&'a str>,
    media: &'a str,
}

impl<'a> Import<'a> {
    fn parse(rule: &'a str) -> Result<Self> {
        let rest = rule.trim_start_matches("@import ").trim();
        let inner = rest.strip_prefix("url(").unwrap_or(rest);
        let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\'')).context("an @import needs quotes")?;
        let (path, rest) = inner[1..].split_once(quote).with_context(|| format!("no closing quote in {rule}"))?;
        ensure!(!path.contains(':') && !path.starts_with('/'), "{rule}: only files of this folder are imported");
        let rest = rest.trim_start_matches(')').trim();
        let (layer, media) = if let Some(named) = rest.strip_prefix("layer(") {
            let (name, media) = named.split_once(')').with_context(|| format!("no end of layer( in {rule}"))?;
            (Some(name.trim()), media.trim())
        } else if let Some(media) = rest.strip_prefix("layer") {
            (Some(""), media.trim())
        } else {
            (None, rest)
        };
        ensure!(!media.starts_with("supports"), "{rule}: write @supports inside the file");
        Ok(Self { path, layer, media })
    }

    fn wrap(&self, css: &str) -> String {
        let css = match self.layer {
            Some("") => format!("@layer{{{css}}}"),
            Some(name) => format!("@layer {name}{{{css}}}"),
            None => css.to_owned(),
        };
        if self.media.is_empty() { css } else { format!("@media {}{{{css}}}", self.media) }
    }
}

/// Drops comments and the white space that means nothing. Strings stay as they are; so does a space before a
/// colon (`a :hover`), around operators (`calc(1px + 2px)`) and at parentheses (`and (`).
fn squeeze(css: &str) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    let mut space = false;
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                let mut last = ' ';
                loop {
                    let c = chars.next().context("a comment without an end")?;
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
                space = true;
            }
            c if c.is_ascii_whitespace() => space = true,
            _ => {
                if std::mem::take(&mut space) && !glues_left(c) && out.chars().last().is_some_and(|c| !glues_right(c)) {
                    out.push(' ');
                }
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
                if matches!(c, '"' | '\'') {
                    copy_string(c, &mut chars, &mut out)?;
                }
            }
        }
    }
    Ok(out)
}

fn glues_left(c: char) -> bool {
    matches!(c, '{' | '}' | ';' | ',' | '>')
}

fn glues_right(c: char) -> bool {
    glues_left(c) || c == ':'
}

fn copy_string(quote: char, chars: &mut impl Iterator<Item = char>, out: &mut String) -> Result<()> {
    loop {
        let c = chars.next().context("a string without an end")?;
        out.push(c);
        match c {
            '\\' => out.push(chars.next().context("a string without an end")?),
            c if c == quote => return Ok(()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_keep_their_order_layers_and_media() {
        let dir = std::env::temp_dir().join(format!("nappe-css-{}", std::process::id()));
        std::fs::create_dir_all(dir.join("parts")).unwrap();
        let write = |name: &str, css: &str| std::fs::write(dir.join(name), css).unwrap();
        write("main.css", "@layer a, b;\n@import \"a.css\" layer(a);\n@import url('print.css') print;\n");
        write("a.css", "@import 'parts/one.css';\n.a { color: red; }\n");
        write("parts/one.css", ".one { margin: 0 }");
        write("print.css", ".p { color: black }");
        let css = bundle(&dir.join("main.css"));
        std::fs::remove_dir_all(&dir).unwrap();
        assert_eq!(css.unwrap(), "@layer a,b;@layer a{.one{margin:0}.a{color:red}}@media print{.p{color:black}}");
    }

    #[test]
    fn strings_and_spaces_with_a_meaning_stay() {
        let css = squeeze("a :hover > b , c { content: \"/* no ; comment */  \\\" {\"; width: calc( 1px + 2px ) ; }");
        assert_eq!(css.unwrap(), "a :hover>b,c{content:\"/* no ; comment */  \\\" {\";width:calc( 1px + 2px )}");
        assert_eq!(squeeze("@media screen and (width > 3rem) { }").unwrap(), "@media screen and (width>3rem){}");
    }

    #[test]
    fn another_host_is_refused() {
        assert!(Import::parse("@import \"https://example.org/a.css\"").is_err());
    }
}
