//! The script of the page: wasm-bindgen's glue without its comments, and the line that starts the app.

/// Appended to the glue, so that the page starts with one script and one WebAssembly file, both known from the
/// first lines of the page. A start that fails, and an app that stops later, are said on the page and to the console.
const START: &str = r#"const stopped = (error) => {
if (error?.name === "RuntimeError") document.getElementById("stopped").hidden = false;
};
addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));
__wbg_init({ module_or_path: new URL("./{wasm}", import.meta.url) }).catch((error) => {
document.getElementById("stopped").hidden = false;
throw error;
});
"#;

/// The script that starts the WebAssembly file of that name.
pub fn script(glue: &str, wasm: &str) -> String {
    without_comments(glue) + &START.replace("{wasm}", wasm)
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
}
