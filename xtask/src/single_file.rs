//! The edition in one file, `nappe.html`, for a USB stick: style, icon, script and WebAssembly are in the page.
//!
//! A page from a file may load no module and fetch nothing, so it has no links. What installs an app (a manifest,
//! icons, a service worker) does not exist for files and is left out.

use crate::html::{self, Edition};
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::path::Path;

/// Its name in `dist/`.
pub const NAME: &str = crate::visit::SINGLE_FILE;

/// The finished page. `assets` is where the template's links lead.
pub fn render(template: &str, css: &str, script: &str, assets: &Path) -> Result<String> {
    // Either would end the element early, or keep its end from being seen.
    for broken in ["</script", "<script", "<style", "<!--"] {
        ensure!(!script.contains(broken), "the script has `{broken}` in it and cannot stand in a page");
    }
    let imports = script.lines().find(|line| line.starts_with("import ") || line.contains("import.meta"));
    ensure!(imports.is_none(), "the script needs files beside it: {}", imports.unwrap_or_default());
    let template = without_links(template, assets)?;
    let start = format!("<script type=\"module\">{script}</script>");
    html::fill(&template, &html::style(css)?, &start, Edition::SingleFile)
}

/// The template, each `<link>` of which has a line of its own: the icon moves into the page, what is for
/// installing goes.
fn without_links(template: &str, assets: &Path) -> Result<String> {
    let mut page = String::with_capacity(template.len());
    for line in template.lines() {
        let attribute = |name: &str| line.split_once(&format!(" {name}=\""))?.1.split('"').next();
        match (line.trim_start().starts_with("<link"), attribute("rel")) {
            (false, _) => {}
            (true, Some("manifest" | "apple-touch-icon")) => continue,
            (true, Some("icon")) => {
                let name = attribute("href").context("an icon without an address")?;
                let icon = std::fs::read(assets.join(name)).with_context(|| format!("cannot read the icon {name}"))?;
                let icon = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(icon));
                page.push_str(&line.replace(name, &icon));
                page.push('\n');
                continue;
            }
            (true, _) => bail!("`{line}`: it is not decided what becomes of it in a single file"),
        }
        page.push_str(line);
        page.push('\n');
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<meta charset=\"utf-8\">\n<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n\
        <link rel=\"manifest\">\n<!-- nappe:head -->\n<!-- nappe:start -->\n";

    fn page(template: &str, script: &str) -> Result<String> {
        render(template, "a{}", script, &crate::paths::root().join("assets"))
    }

    #[test]
    fn everything_is_in_the_page() {
        let page = page(TEMPLATE, "let a;").unwrap();
        assert!(page.contains("<style>a{}</style>") && page.contains("<script type=\"module\">let a;</script>"));
        assert!(page.contains("href=\"data:image/svg+xml;base64,"));
        assert!(!page.contains("manifest") && !page.contains("'self'"), "{page}");
    }

    #[test]
    fn what_would_not_work_from_a_file_is_refused() {
        for script in ["a('</script>')", "import { a } from './snippets/a.js'", "import.meta.url"] {
            assert!(page(TEMPLATE, script).is_err(), "{script}");
        }
        let preload = format!("<link rel=\"preload\" href=\"./a.wasm\">\n{TEMPLATE}");
        assert!(page(&preload, "").is_err());
    }
}
