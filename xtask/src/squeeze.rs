//! What wasm-opt leaves: names that wasm-bindgen gives to imports and exports, and code that no page of this app can
//! reach.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;

/// How the names of what Leptos brings along to stream from servers begin: wasm-bindgen exports it to every page.
const STREAMS: [&str; 3] = ["intounderlying", "__wbg_intounderlying", "__wbindgen_describe_intounderlying"];
/// How the names of the functions by which the glue calls a closure begin.
const CLOSURES: &str = "wasm_bindgen_";
/// Where wasm-bindgen keeps what it knows of imports and exports, crate by crate.
const PROGRAMS: &str = "__wasm_bindgen_unstable";

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;

/// Takes away the exports that only streams from servers need, so that the cut and wasm-opt drop the code behind them.
/// Nothing in this app fetches anything but its own files.
pub fn without_streams(wasm: &[u8]) -> Result<Vec<u8>> {
    let is_stream = |name: &str| STREAMS.iter().any(|stream| name.starts_with(stream));
    rewrite(wasm, |id, body| match id {
        EXPORT => items(body, |reader| {
            let start = reader.at;
            let name = reader.text()?;
            reader.skip(1)?;
            reader.number()?;
            Ok((!is_stream(name)).then(|| reader.bytes[start..reader.at].to_vec()))
        })
        .map(Some),
        CUSTOM => {
            let mut reader = Reader { bytes: body, at: 0 };
            if reader.text()? != PROGRAMS {
                return Ok(None);
            }
            let mut kept = body[..reader.at].to_vec();
            while reader.at < body.len() {
                let start = reader.at;
                let length = reader.take(4)?.try_into().map(u32::from_le_bytes)?;
                let program = reader.take(length as usize)?;
                if !program.windows(STREAMS[0].len()).any(|window| window == STREAMS[0].as_bytes()) {
                    kept.extend(&body[start..reader.at]);
                }
            }
            Ok(Some(kept))
        }
        _ => Ok(None),
    })
}

/// Gives short names to the functions that the glue hands in, and to those that call closures for it, in the
/// WebAssembly and in the glue. wasm-bindgen's names hold digests, which no compression makes smaller.
pub fn with_short_names(wasm: &[u8], glue: &str, module: &str) -> Result<(Vec<u8>, String)> {
    let mut short: BTreeMap<String, String> = BTreeMap::new();
    let mut imported = 0;
    let wasm = rewrite(wasm, |id, body| match id {
        IMPORT => items(body, |reader| {
            let (from, name) = (reader.text()?, reader.text()?);
            let kind = reader.at;
            reader.import_type()?;
            let mut item = Vec::new();
            push_text(&mut item, from);
            if from == module {
                imported += 1;
                let count = short.len();
                push_text(&mut item, short.entry(name.to_owned()).or_insert_with(|| format!("i{count}")));
            } else {
                push_text(&mut item, name);
            }
            item.extend(&reader.bytes[kind..reader.at]);
            Ok(Some(item))
        })
        .map(Some),
        EXPORT => items(body, |reader| {
            let name = reader.text()?;
            let kind = reader.at;
            reader.skip(1)?;
            reader.number()?;
            let mut item = Vec::new();
            if name.starts_with(CLOSURES) {
                let count = short.len();
                push_text(&mut item, short.entry(name.to_owned()).or_insert_with(|| format!("x{count}")));
            } else {
                push_text(&mut item, name);
            }
            item.extend(&reader.bytes[kind..reader.at]);
            Ok(Some(item))
        })
        .map(Some),
        _ => Ok(None),
    })?;
    let mut renamed = String::with_capacity(glue.len());
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut rest = glue;
    while let Some(start) = rest.find(is_part) {
        let (before, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.find(|letter| !is_part(letter)).unwrap_or(word.len()));
        renamed.push_str(before);
        renamed.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    renamed.push_str(rest);
    ensure!(imported > 0, "nothing is imported from {module}");
    Ok((wasm, renamed))
}

/// The module with some sections in another form; the others as they are.
fn rewrite(wasm: &[u8], mut section: impl FnMut(u8, &[u8]) -> Result<Option<Vec<u8>>>) -> Result<Vec<u8>> {
    ensure!(wasm.starts_with(b"\0asm\x01\0\0\0"), "this is not a WebAssembly module");
    let mut reader = Reader { bytes: wasm, at: 8 };
    let mut out = wasm[..8].to_vec();
    while reader.at < wasm.len() {
        let id = reader.take(1)?[0];
        let length = reader.number()? as usize;
        let body = reader.take(length)?;
        let changed = section(id, body)?;
        let body = changed.as_deref().unwrap_or(body);
        out.push(id);
        push_number(&mut out, body.len() as u32);
        out.extend(body);
    }
    Ok(out)
}

/// A section that is a list, with each item in the form that `item` gives it, or without it.
fn items(body: &[u8], mut item: impl FnMut(&mut Reader<'_>) -> Result<Option<Vec<u8>>>) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: body, at: 0 };
    let mut kept = Vec::new();
    for _ in 0..reader.number()? {
        kept.extend(item(&mut reader)?);
    }
    let mut out = Vec::new();
    push_number(&mut out, kept.len() as u32);
    out.extend(kept.concat());
    Ok(out)
}

/// Reads a module from its beginning on.
pub struct Reader<'a> {
    /// The module, or a section of it.
    pub bytes: &'a [u8],
    /// What comes next.
    pub at: usize,
}

impl<'a> Reader<'a> {
    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at + count).context("the WebAssembly ends in the middle")?;
        self.at += count;
        Ok(taken)
    }

    fn skip(&mut self, count: usize) -> Result<()> {
        self.take(count).map(drop)
    }

    /// LEB128.
    pub fn number(&mut self) -> Result<u32> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        anyhow::bail!("a number that is too long")
    }

    /// A name.
    pub fn text(&mut self) -> Result<&'a str> {
        let length = self.number()? as usize;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }

    /// Passes over what kind of thing is imported.
    pub fn import_type(&mut self) -> Result<()> {
        match self.take(1)?[0] {
            0 => self.number().map(drop),
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.skip(1)?;
                }
                let has_most = self.take(1)?[0] & 1 == 1;
                self.number()?;
                if has_most {
                    self.number()?;
                }
                Ok(())
            }
            3 => self.skip(2),
            4 => {
                self.skip(1)?;
                self.number().map(drop)
            }
            kind => anyhow::bail!("an import of an unknown kind: {kind}"),
        }
    }
}

/// Writes a number, in LEB128.
pub fn push_number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Writes a name.
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len() as u32);
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        for (id, body) in sections {
            out.push(*id);
            push_number(&mut out, body.len() as u32);
            out.extend(body);
        }
        out
    }

    #[test]
    fn imports_and_closures_get_short_names_in_both_places() {
        let mut imports = vec![3];
        for (from, name) in [("./glue.js", "__wbg_now_1f"), ("./parts.js", "load"), ("./glue.js", "__wbg_log_2e")] {
            push_text(&mut imports, from);
            push_text(&mut imports, name);
            imports.extend([0, 5]);
        }
        let mut exports = vec![2];
        for name in ["main", "wasm_bindgen_2f___invoke_"] {
            push_text(&mut exports, name);
            exports.extend([0, 7]);
        }
        let glue = "{ __wbg_now_1f: f, __wbg_now_1fa: g, __wbg_log_2e() {} }; wasm.wasm_bindgen_2f___invoke_(a)";
        let wasm = module(&[(IMPORT, imports), (EXPORT, exports)]);
        let (wasm, glue) = with_short_names(&wasm, glue, "./glue.js").unwrap();
        assert_eq!(glue, "{ i0: f, __wbg_now_1fa: g, i1() {} }; wasm.x2(a)");
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("\u{2}i0\0\u{5}") && text.contains("load") && !text.contains("__wbg"), "{text}");
        assert!(text.contains("\u{4}main\0\u{7}\u{2}x2\0\u{7}"), "{text}");
    }

    #[test]
    fn exports_and_programs_of_streams_go_and_others_stay() {
        let mut exports = vec![2];
        for name in ["main", "intounderlyingsink_close"] {
            push_text(&mut exports, name);
            exports.extend([0, 7]);
        }
        let mut programs = Vec::new();
        push_text(&mut programs, PROGRAMS);
        for program in ["of the app", "intounderlyingsink"] {
            programs.extend((program.len() as u32).to_le_bytes());
            programs.extend(program.as_bytes());
        }
        let wasm = without_streams(&module(&[(CUSTOM, programs), (EXPORT, exports)])).unwrap();
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("of the app") && text.contains("main") && !text.contains("intounder"), "{text}");
    }

    #[test]
    fn what_is_no_module_or_breaks_off_is_an_error() {
        assert!(without_streams(b"").is_err());
        assert!(without_streams(&module(&[(EXPORT, vec![1, 9])])).is_err());
    }
}
