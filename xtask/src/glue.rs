//! The script of the page: wasm-bindgen's glue without its comments, and the lines that start the app.

use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// Appended to the glue, so that the page starts with one script and one WebAssembly file, both known from the
/// first lines of the page. A start that fails, and an app that stops later, are said on the page and to the console.
const START: &str = r#"const stopped = (error) => {
if (error?.name === "RuntimeError") document.getElementById("stopped").hidden = false;
};
addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));
__wbg_init({ module_or_path: {wasm} }).catch((error) => {
document.getElementById("stopped").hidden = false;
throw error;
});
"#;

/// Takes WebAssembly out of the script's own text, without a request: the policy of a page in one file allows none.
/// Browsers have `DecompressionStream` since 2023; with it the file is less than half as large.
const UNPACK: &str = r#"const unpack = async (text) => {
const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};
"#;

/// The script that starts the WebAssembly file of that name, which lies beside it.
pub fn script(glue: &str, wasm: &str) -> String {
    without_comments(glue) + &start(&format!("new URL(\"./{wasm}\", import.meta.url)"))
}

/// The script that has its WebAssembly in it.
pub fn script_with(glue: &str, wasm: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(wasm)?;
    let packed = BASE64_STANDARD.encode(gzip.finish()?);
    Ok(without_comments(glue) + UNPACK + &start(&format!("unpack(\"{packed}\")")))
}

fn start(wasm: &str) -> String {
    START.replace("{wasm}", wasm)
}

/// Drops indentation and the comments that have lines of their own (one of them names a host). Line ends stay, so
/// that nothing depends on semicolons; inside a template string nothing is touched.
fn without_comments(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let (mut in_comment, mut in_template) = (false, false);
    for line in glue.lines() {
        if in_template {
            out.push_str(line);
            out.push('\n');
        } else {
            let code = line.trim();
            in_comment |= code.starts_with("/*");
            if in_comment {
                in_comment = !code.ends_with("*/");
                continue;
            }
            if code.is_empty() || code.starts_with("//") {
                continue;
            }
            out.push_str(code);
            out.push('\n');
        }
        in_template ^= line.matches('`').count() % 2 == 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_and_templates_stay() {
        let glue = "/* one */\nlet a = 1\n  /**\n   * @returns `it`\n   */\n  b(`x\n    // kept\n`)\n  // https://example.org\n";
        assert_eq!(without_comments(glue), "let a = 1\nb(`x\n    // kept\n`)\n");
    }

    #[test]
    fn the_start_names_its_file() {
        assert!(script("", "nappe-1.wasm").contains("new URL(\"./nappe-1.wasm\", import.meta.url)"));
    }

    #[test]
    fn webassembly_in_the_script_is_named_nowhere_else() {
        let script = script_with("let a\n", b"\0asm").unwrap();
        assert!(script.starts_with("let a\nconst unpack") && script.contains("unpack(\"H4sI"), "{script}");
        assert!(!script.contains("import.meta"));
    }
}
