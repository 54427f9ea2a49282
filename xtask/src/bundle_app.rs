//! Makes `dist/`: compiles the app to WebAssembly, cuts it into parts, binds it to JavaScript, shrinks it, and puts
//! page, style, script and assets together. All links are relative: the folder works at any address. [`single_file`] is
//! made beside it.

use crate::parts::{self, Parts};
use crate::step::{run, step};
use crate::visit::{BESIDE, PART};
use crate::{budget, css, glue, html, npm_tools, paths, service_worker, single_file, squeeze, wasm_target};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The module from which the main part imports what wasm-bindgen's glue hands in.
const GLUE: &str = "./nappe_bg.js";

/// Builds the app and gives the folder that it is in.
pub fn build() -> Result<PathBuf> {
    build_into(paths::dist(), &[])
}

/// Builds the app with what the bench measures, beside the one that is shipped.
pub fn build_for_bench() -> Result<PathBuf> {
    build_into(paths::wasm_target().join("bench-dist"), &["--features", "bench"])
}

fn build_into(dist: PathBuf, features: &[&str]) -> Result<PathBuf> {
    let toolchain = step("find the WebAssembly compiler", wasm_target::find_or_install)?;
    step("compile the app", || run(toolchain.cargo("build").args(["--bin", "nappe"]).args(features)))?;
    let bound = paths::wasm_target().join("bound");
    let parts = step("cut into parts", || cut(&bound))?;
    step("bind to JavaScript", || bind(&parts.main, &bound))?;
    step("shrink", || {
        let main = bound.join("nappe_bg.wasm");
        let all: Vec<&Path> = parts.files.values().map(PathBuf::as_path).chain([main.as_path()]).collect();
        npm_tools::shrink(&all)
    })?;
    step("put dist together", || assemble(&bound, &parts, &dist))?;
    println!();
    budget::print(&dist)?;
    println!("built {}", dist.display());
    Ok(dist)
}

fn cut(into: &Path) -> Result<Parts> {
    remove_dir(into)?;
    parts::cut(&paths::wasm_target().join("wasm32-unknown-unknown/release/nappe.wasm"), &into.join("parts"))
}

fn bind(wasm: &Path, into: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name("nappe")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        // The other parts import what these exports lead to.
        .keep_lld_exports(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(into)
        .with_context(|| format!("wasm-bindgen on {}", wasm.display()))
}

/// Writes a new folder and puts it in the place of the old one: whoever serves `dist/` sees no mixture of the two.
fn assemble(bound: &Path, parts: &Parts, dist: &Path) -> Result<()> {
    let root = paths::root();
    let fresh = paths::wasm_target().join("dist");
    remove_dir(&fresh)?;
    std::fs::create_dir_all(&fresh)?;
    copy_dir(&root.join("assets"), &fresh)?;
    for manifest in files(&fresh)?.iter().filter(|file| file.extension().is_some_and(|it| it == "webmanifest")) {
        let value: serde_json::Value = serde_json::from_slice(&std::fs::read(manifest)?)?;
        std::fs::write(manifest, value.to_string())?;
    }
    copy_dir(&bound.join("snippets"), &fresh.join("snippets"))?;

    let glue = std::fs::read_to_string(bound.join("nappe.js"))?;
    let (main, glue) = squeeze::with_short_names(&std::fs::read(bound.join("nappe_bg.wasm"))?, &glue, GLUE)?;
    let wasm = write_named(&fresh, "nappe", "wasm", &main)?;
    let (mut names, mut contents) = (BTreeMap::new(), BTreeMap::new());
    for (part, file) in &parts.files {
        let bytes = std::fs::read(file)?;
        names.insert(part.clone(), write_named(&fresh, &format!("{PART}{part}"), "wasm", &bytes)?);
        contents.insert(part.clone(), bytes);
    }
    let style = |name: &str| css::bundle(&root.join("style").join(name));
    let (css, later) = (style("main.css")?, style("rest.css")?);
    let sheet = write_named(&fresh, &format!("{PART}rest"), "css", later.as_bytes())?;
    let sheets = [("rest", sheet.as_str())];
    let script = glue::script(&glue, &parts.asked, &glue::InFolder { main: &wasm, parts: &names, sheets: &sheets })?;
    let script = write_named(&fresh, "nappe", "js", npm_tools::minify(&script)?.as_bytes())?;
    let modules: Vec<String> = files(&fresh.join("snippets"))?
        .iter()
        .filter_map(|file| Some(slashes(file.strip_prefix(&fresh).ok()?)))
        .collect();

    let template = std::fs::read_to_string(root.join("index.html"))?;
    let page = html::render(&template, &html::Parts { css: &css, script: &script, modules: &modules, wasm: &wasm })?;
    std::fs::write(fresh.join("index.html"), page)?;
    let script = glue::script(&glue, &parts.asked, &glue::InScript { main: &main, parts: &contents })?;
    std::fs::write(
        fresh.join(single_file::NAME),
        single_file::render(&template, &format!("{css}{later}"), &script, &root.join("assets"))?,
    )?;
    service_worker::write(&root.join(service_worker::NAME), &fresh)?;

    // What somebody laid beside the app stays there: it is not a file of the build.
    let beside = dist.join(BESIDE);
    if beside.is_file() {
        println!("    {BESIDE} stays beside the app: short links lead to its café");
        std::fs::copy(beside, fresh.join(BESIDE))?;
    }
    remove_dir(dist)?;
    // The target folder may be on another disk.
    std::fs::rename(&fresh, dist).or_else(|_| copy_dir(&fresh, dist))
}

/// Writes a file whose name holds a digest of its content, so that a cache can never give an old one.
fn write_named(dir: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let digest: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{digest}.{extension}");
    std::fs::write(dir.join(&name), bytes)?;
    Ok(name)
}

/// All files below a folder, sorted; none if there is no such folder.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(dir) = open.pop().filter(|dir| dir.is_dir()) {
        for entry in std::fs::read_dir(&dir)? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// A relative path as it stands in a link.
pub fn slashes(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn copy_dir(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copy = to.join(file.strip_prefix(from)?);
        std::fs::create_dir_all(copy.parent().context("a file without a folder")?)?;
        std::fs::copy(&file, &copy).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    Ok(())
}

fn remove_dir(dir: &Path) -> Result<()> {
    match std::fs::remove_dir_all(dir) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", dir.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_build_keeps_the_file_that_the_app_asks_for() {
        let app = std::fs::read_to_string(crate::paths::root().join("src/platform/beside.rs")).unwrap();
        assert!(app.contains(&format!("NAME: &str = \"{}\"", super::BESIDE)));
    }
}
