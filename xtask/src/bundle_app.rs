//! Makes `dist/`: compiles the app to WebAssembly, binds it to JavaScript, shrinks it, and puts page, style, script
//! and assets together. All links are relative: the folder works at any address. [`single_file`] is made beside it.

use crate::step::{run, step};
use crate::{budget, css, glue, html, npm_tools, paths, service_worker, single_file, wasm_target};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Builds the app and gives the folder that it is in.
pub fn build() -> Result<PathBuf> {
    let toolchain = step("find the WebAssembly compiler", wasm_target::find_or_install)?;
    step("compile the app", || run(toolchain.cargo("build").args(["--bin", "nappe"])))?;
    let bound = paths::wasm_target().join("bound");
    step("bind to JavaScript", || bind(&bound))?;
    step("shrink", || npm_tools::shrink(&bound.join("nappe_bg.wasm")))?;
    step("put dist together", || assemble(&bound))?;
    println!();
    budget::print(&paths::dist())?;
    println!("built {}", paths::dist().display());
    Ok(paths::dist())
}

fn bind(into: &Path) -> Result<()> {
    remove_dir(into)?;
    let wasm = paths::wasm_target().join("wasm32-unknown-unknown/release/nappe.wasm");
    Bindgen::new()
        .input_path(&wasm)
        .out_name("nappe")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(into)
        .with_context(|| format!("wasm-bindgen on {}", wasm.display()))
}

/// Writes a new folder and puts it in the place of the old one: whoever serves `dist/` sees no mixture of the two.
fn assemble(bound: &Path) -> Result<()> {
    let root = paths::root();
    let (fresh, dist) = (paths::wasm_target().join("dist"), paths::dist());
    remove_dir(&fresh)?;
    std::fs::create_dir_all(&fresh)?;
    copy_dir(&root.join("assets"), &fresh)?;
    copy_dir(&bound.join("snippets"), &fresh.join("snippets"))?;

    let bytes = std::fs::read(bound.join("nappe_bg.wasm"))?;
    let wasm = write_named(&fresh, "wasm", &bytes)?;
    let glue = std::fs::read_to_string(bound.join("nappe.js"))?;
    let script = write_named(&fresh, "js", glue::script(&glue, &wasm).as_bytes())?;
    let modules: Vec<String> = files(&fresh.join("snippets"))?
        .iter()
        .filter_map(|file| Some(slashes(file.strip_prefix(&fresh).ok()?)))
        .collect();

    let css = css::bundle(&root.join("style/main.css"))?;
    let template = std::fs::read_to_string(root.join("index.html"))?;
    let page = html::render(&template, &html::Parts { css: &css, script: &script, modules: &modules, wasm: &wasm })?;
    std::fs::write(fresh.join("index.html"), page)?;
    let script = glue::script_with(&glue, &bytes)?;
    std::fs::write(
        fresh.join(single_file::NAME),
        single_file::render(&template, &css, &script, &root.join("assets"))?,
    )?;
    service_worker::write(&root.join(service_worker::NAME), &fresh)?;

    remove_dir(&dist)?;
    // The target folder may be on another disk.
    std::fs::rename(&fresh, &dist).or_else(|_| copy_dir(&fresh, &dist))
}

/// Writes a file whose name holds a digest of its content, so that a cache can never give an old one.
fn write_named(dir: &Path, extension: &str, bytes: &[u8]) -> Result<String> {
    let digest: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("nappe-{digest}.{extension}");
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
