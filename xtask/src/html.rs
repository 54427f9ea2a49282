//! Fills the template `index.html`: the style, the preloads, the start, and a content security policy that allows
//! exactly what is in the page.
//!
//! The style goes into the page: the shell then paints when the first file has arrived, a round trip earlier than
//! with a file of its own, and on the next visit the service worker or the cache has it either way.

use anyhow::{Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// What the page needs to start, as names relative to it.
pub struct Parts<'a> {
    /// The squeezed style.
    pub css: &'a str,
    /// The module that starts the app.
    pub script: &'a str,
    /// Modules that the script imports.
    pub modules: &'a [String],
    /// The WebAssembly that the script fetches.
    pub wasm: &'a str,
}

/// Where a page runs; its policy depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// On a web server, with its files beside it.
    Folder,
    /// From a file that has everything in it.
    SingleFile,
}

const HEAD: &str = "<!-- nappe:head -->";
const START: &str = "<!-- nappe:start -->";

/// The finished page. `crossorigin` on the preload is what makes it the same request as the script's `fetch`.
pub fn render(template: &str, parts: &Parts<'_>) -> Result<String> {
    let Parts { css, script, modules, wasm } = parts;
    let modules: String =
        modules.iter().map(|module| format!("<link rel=\"modulepreload\" href=\"./{module}\">\n")).collect();
    let head = format!(
        "<link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         {modules}{}",
        style(css)?
    );
    let start = format!("<script type=\"module\" src=\"./{script}\"></script>");
    fill(template, &head, &start, Edition::Folder)
}

/// The style as an element of the page.
pub fn style(css: &str) -> Result<String> {
    ensure!(!css.to_lowercase().contains("</style"), "the style would close its own element");
    Ok(format!("<style>{css}</style>"))
}

/// The template with head and start in their places, and its policy.
pub fn fill(template: &str, head: &str, start: &str, edition: Edition) -> Result<String> {
    for placeholder in [HEAD, START] {
        let found = template.matches(placeholder).count();
        ensure!(found == 1, "index.html must have `{placeholder}` once, it has it {found} times");
    }
    let page = without_comments(&template.replace(HEAD, head).replace(START, start))?;
    // First in the head: a policy rules only what comes after it.
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", policy(&page, edition));
    let at = page.find("<meta charset").or_else(|| page.find("<link"));
    let at = at.ok_or_else(|| anyhow::anyhow!("index.html has no <meta charset>"))?;
    let at = at + page[at..].find('\n').map_or(0, |end| end + 1);
    let (before, after) = page.split_at(at);
    Ok(format!("{before}{policy}{after}"))
}

/// The page without the comments that are for whoever reads the template.
fn without_comments(page: &str) -> Result<String> {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!-- ") {
        out.push_str(before);
        rest = comment.split_once("-->").ok_or_else(|| anyhow::anyhow!("a comment without an end"))?.1.trim_start();
    }
    Ok(out + rest)
}

/// Nothing from anywhere but the app's own folder, and for a single file not even from there; inline scripts and
/// styles only with these very bytes.
pub fn policy(page: &str, edition: Edition) -> String {
    let hashes =
        |element| inline_texts(page, element).map(|text| format!(" '{}'", hash(text))).collect::<Vec<_>>().concat();
    let (script, style) = (hashes("script"), hashes("style"));
    match edition {
        Edition::Folder => format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{script}; style-src 'self'{style}; \
             img-src 'self' data: blob:; connect-src 'self'; font-src 'none'; object-src 'none'; base-uri 'none'; \
             form-action 'none'; manifest-src 'self'; worker-src 'self'"
        ),
        Edition::SingleFile => format!(
            "default-src 'none'; script-src 'wasm-unsafe-eval'{script}; style-src{style}; img-src data: blob:; \
             base-uri 'none'; form-action 'none'"
        ),
    }
}

/// The page without the texts of its inline elements: markup only.
pub fn markup(page: &str) -> String {
    ["script", "style"]
        .iter()
        .flat_map(|element| inline_texts(page, element))
        .filter(|text| !text.is_empty())
        .fold(page.to_owned(), |page, text| page.replacen(text, "", 1))
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The texts of all inline elements of that name.
fn inline_texts<'a>(page: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        loop {
            let tag = &rest[rest.find(&open)? + open.len()..];
            let (attributes, after) = tag.split_once('>')?;
            let (text, after) = after.split_once(&close)?;
            rest = after;
            if !attributes.contains(" src=") {
                return Some(text);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str =
        "<head>\n<meta charset=\"utf-8\">\n<!-- nappe:head -->\n<script>let a;</script></head><!-- nappe:start -->";

    #[test]
    fn the_policy_comes_first_and_allows_what_is_inline() {
        let parts = Parts { css: "a{}", script: "s.js", modules: &[], wasm: "w.wasm" };
        let page = render(TEMPLATE, &parts).unwrap();
        assert!(page.starts_with("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""));
        assert!(page.contains(&format!("'wasm-unsafe-eval' '{}';", hash("let a;"))), "{page}");
        assert!(page.contains(&format!("style-src 'self' '{}';", hash("a{}"))), "{page}");
        assert!(page.ends_with("<script type=\"module\" src=\"./s.js\"></script>"));
    }

    #[test]
    fn a_hash_is_what_a_browser_computes() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_template_without_its_placeholders_is_refused() {
        let parts = Parts { css: "", script: "s.js", modules: &[], wasm: "w.wasm" };
        assert!(render("<html></html>", &parts).is_err());
    }
}
