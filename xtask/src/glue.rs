//! The script of the page: wasm-bindgen's glue without its comments, what loads the later parts, and the lines that
//! start the app.

use crate::parts::LOADERS;
use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// Appended to the glue, so that the page starts with one script and one WebAssembly file, both known from the first
/// lines of the page. The part that most likely has the first screen is fetched beside them. A start that fails, and an
/// app that stops later, are reported on the page and on the console. A newer version that is already on the device,
/// and may be free of the fault, is then the one that starts next: this one can no longer offer it.
const START: &str = r#"const stop = () => {
document.getElementById("stopped").hidden = false;
navigator.serviceWorker?.getRegistration().then((it) => (it?.waiting ?? it?.active)?.postMessage({ ask: "apply" }), () => {});
};
const stopped = (error) => {
if (error?.name === "RuntimeError") stop();
};
addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));
parts[/^#\/(join\/|cafe\/[^/]+\/table)/.test(location.hash) ? "writing" : "home"]?.forEach(get);
__wbg_init({ module_or_path: {wasm} }).catch((error) => {
stop();
throw error;
});
"#;

/// Loads the later parts of the app. Files are fetched side by side and started in their order; one that does not come
/// is fetched again the next time that its part is asked for.
const LOAD: &str = r#"const fetched = {}, started = {};
const get = (name) => {
fetched[name] ??= files[name]().then((file) => {
if (file.ok === false) throw new Error(`${file.url}: ${file.status}`);
return file;
});
fetched[name].catch(() => delete fetched[name]);
return fetched[name];
};
const run = async (name) => {
try {
return await __wbg_load(await get(name), { __wasm_split: wasm });
} catch (error) {
delete fetched[name];
delete started[name];
throw error;
}
};
const dressed = {};
const dress = (href) => new Promise((resolve, reject) => {
const link = document.createElement("link");
Object.assign(link, { rel: "stylesheet", href, onload: resolve, onerror: reject });
document.head.append(link);
});
const load = (part, sheet) => async (done, data) => {
let came = true;
try {
parts[part].forEach(get);
if (sheet) await (dressed[sheet] ??= dress(sheet).catch((error) => {
delete dressed[sheet];
throw error;
}));
for (const name of parts[part]) await (started[name] ??= run(name));
} catch (error) {
console.warn(error);
came = false;
}
wasm.__indirect_function_table.get(done)(data, came);
};
"#;

/// Takes WebAssembly out of the script's own text, without a request: the policy of a page in one file allows none.
/// Browsers have `DecompressionStream` since 2023; with it the file is less than half as large.
const UNPACK: &str = r#"const unpack = async (text) => {
const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};
"#;

/// Where a page has its WebAssembly.
pub trait Source {
    /// Lines of script that the others need.
    const BEFORE: &'static str;
    /// The expression that gives the main part.
    fn main(&self) -> Result<String>;
    /// The expression that gives another part.
    fn part(&self, name: &str) -> Result<String>;
    /// The style sheet that comes with a part; none when the page has it already.
    fn sheet(&self, part: &str) -> Option<&str>;
}

/// In files beside the script.
pub struct InFolder<'a> {
    /// The name of the main part's file.
    pub main: &'a str,
    /// The names of the other files.
    pub parts: &'a BTreeMap<String, String>,
    /// The style sheets that come with a part, by its name.
    pub sheets: &'a [(&'a str, &'a str)],
}

/// In the script itself.
pub struct InScript<'a> {
    /// The main part.
    pub main: &'a [u8],
    /// The others.
    pub parts: &'a BTreeMap<String, Vec<u8>>,
}

impl Source for InFolder<'_> {
    const BEFORE: &'static str = "";
    fn main(&self) -> Result<String> {
        Ok(format!("new URL(\"./{}\", import.meta.url)", self.main))
    }
    fn part(&self, name: &str) -> Result<String> {
        let file = self.parts.get(name).with_context(|| format!("no file for the part {name}"))?;
        Ok(format!("fetch(new URL(\"./{file}\", import.meta.url))"))
    }
    fn sheet(&self, part: &str) -> Option<&str> {
        self.sheets.iter().find(|(of, _)| *of == part).map(|(_, file)| *file)
    }
}

impl Source for InScript<'_> {
    const BEFORE: &'static str = UNPACK;
    fn main(&self) -> Result<String> {
        unpacked(self.main)
    }
    fn part(&self, name: &str) -> Result<String> {
        unpacked(self.parts.get(name).with_context(|| format!("nothing in the part {name}"))?)
    }
    fn sheet(&self, _: &str) -> Option<&str> {
        None
    }
}

fn unpacked(wasm: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(wasm)?;
    Ok(format!("unpack(\"{}\")", BASE64_STANDARD.encode(gzip.finish()?)))
}

/// The script for a page: `asked` has the files of each part that the app asks for.
pub fn script<S: Source>(glue: &str, asked: &BTreeMap<String, Vec<String>>, source: &S) -> Result<String> {
    let glue = without_classes(&without_comments(glue))?;
    let (imports, rest) = loaders(&glue)?;
    // The page starts itself, so nobody imports what is exported to start it.
    let rest = rest.replace("export { initSync, __wbg_init as default };\n", "");
    let mut script = String::from(S::BEFORE);
    let mut names: Vec<&String> = asked.values().flatten().collect();
    names.sort();
    names.dedup();
    script.push_str("const files = {\n");
    for name in names {
        writeln!(script, "{name}: () => {},", source.part(name)?)?;
    }
    script.push_str("};\nconst parts = {\n");
    for (part, files) in asked {
        writeln!(script, "{part}: {files:?},")?;
    }
    script.push_str("};\n");
    script.push_str(LOAD);
    script.push_str("const loaders = {\n");
    for part in asked.keys() {
        let sheet = source.sheet(part).map(|sheet| format!(", \"./{sheet}\"")).unwrap_or_default();
        writeln!(script, "__wasm_split_load_{part}: load({part:?}{sheet}),")?;
    }
    script.push_str("};\n");
    for import in imports {
        writeln!(script, "const {import} = loaders;")?;
    }
    Ok(script + &rest + &START.replace("{wasm}", &source.main()?))
}

/// The names under which the glue imports what loads the parts (once for each loader), and the glue without the
/// imports.
fn loaders(glue: &str) -> Result<(Vec<String>, String)> {
    let ending = format!(" from \"{LOADERS}\"");
    let (mut names, mut rest) = (Vec::new(), String::with_capacity(glue.len()));
    for line in glue.lines() {
        if line.trim_end_matches(';').ends_with(&ending) {
            let name = line.strip_prefix("import * as ").and_then(|line| line.split_once(' ')).map(|(name, _)| name);
            names.push(name.with_context(|| format!("an import of another form: {line}"))?.to_owned());
        } else {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    ensure!(!names.is_empty(), "the glue imports no loaders of parts");
    Ok((names, rest))
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

/// Drops the classes that a crate exports for pages that make such objects (a stream of bytes). No page does so here,
/// and their functions are no longer in the WebAssembly. Takes glue without comments.
fn without_classes(glue: &str) -> Result<String> {
    let mut out = String::with_capacity(glue.len());
    let (mut names, mut until) = (Vec::new(), None::<String>);
    for line in glue.lines() {
        if let Some(end) = &until {
            if line.starts_with(end.as_str()) && line.ends_with(';') {
                until = None;
            }
        } else if let Some(name) = line.strip_prefix("export class ").and_then(|line| line.strip_suffix(" {")) {
            until = Some(format!("if (Symbol.dispose) {name}."));
            names.push(name.to_owned());
        } else if names.iter().any(|name| line.starts_with(&format!("const {name}Finalization = "))) {
            until = (!line.ends_with(';')).then(String::new);
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    ensure!(until.is_none(), "a class of another form");
    ensure!(!names.iter().any(|name| out.contains(name)), "the glue makes things of a class: {names:?}");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_that_nobody_makes_go_whole() {
        let class = "export class Sink {\nfree() {\nwasm.free();\n}\n}\nif (Symbol.dispose) Sink.prototype.a = 1;\n";
        let rest = "const SinkFinalization = (typeof F === 'undefined')\n? { }\n: new F(0);\n";
        assert_eq!(without_classes(&format!("let a\n{class}let b\n{rest}let c\n")).unwrap(), "let a\nlet b\nlet c\n");
        assert!(without_classes(&format!("{class}new Sink()\n")).is_err());
        assert!(without_classes("export class Sink {\n}\n").is_err());
    }

    #[test]
    fn comments_go_and_code_and_templates_stay() {
        let glue = "/* one */\nlet a = 1\n  /**\n   * @returns `it`\n   */\n  b(`x\n    // kept\n`)\n  // https://example.org\n";
        assert_eq!(without_comments(glue), "let a = 1\nb(`x\n    // kept\n`)\n");
    }

    const GLUE: &str = "import * as import1 from \"./parts.js\"\nlet wasm;\nf({ \"./parts.js\": import1 });\n";

    fn asked() -> BTreeMap<String, Vec<String>> {
        [("home".to_owned(), vec!["shared0".to_owned(), "home".to_owned()])].into()
    }

    #[test]
    fn the_start_and_the_parts_name_their_files() {
        let parts = asked()["home"].iter().map(|name| (name.clone(), format!("part-{name}.wasm"))).collect();
        let script =
            script(GLUE, &asked(), &InFolder { main: "nappe-1.wasm", parts: &parts, sheets: &[("home", "a.css")] })
                .unwrap();
        assert!(script.contains("new URL(\"./nappe-1.wasm\", import.meta.url)"), "{script}");
        assert!(
            script.contains("shared0: () => fetch(new URL(\"./part-shared0.wasm\", import.meta.url)),"),
            "{script}"
        );
        assert!(
            script.contains("home: [\"shared0\", \"home\"],")
                && script.contains("load_home: load(\"home\", \"./a.css\"),")
        );
        assert!(!script.contains("import *"), "{script}");
    }

    #[test]
    fn webassembly_in_the_script_is_named_nowhere_else() {
        let parts = asked()["home"].iter().map(|name| (name.clone(), b"\0asm".to_vec())).collect();
        let script = script(GLUE, &asked(), &InScript { main: b"\0asm", parts: &parts }).unwrap();
        assert!(script.starts_with("const unpack") && script.matches("unpack(\"H4sI").count() == 3, "{script}");
        assert!(!script.contains("import *") && !script.contains("import.meta"), "{script}");
    }

    #[test]
    fn a_glue_that_imports_otherwise_is_refused() {
        assert!(loaders("let a\n").is_err());
        assert!(loaders("import { a } from \"./parts.js\"\n").is_err());
    }
}
