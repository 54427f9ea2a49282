//! The tools that come from npm: `wasm-opt` (package `binaryen`), the minifier of scripts (`terser`), the accessibility
//! rules (`axe-core`), the checker of HTML (`vnu-jar`). Their versions and digests are locked in `xtask/npm/`, and in
//! `xtask/npm-check/` those of what is large and needed by tests only. They are installed below the target folder.

use crate::{order, paths, step};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

const LOCK_FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// What wasm-opt may use: what browsers of recent years accept. With all its features a new wasm-opt would emit
/// encodings that they refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How WebAssembly is made smaller.
const SMALLER: [&str; 3] = [
    "-Oz",
    // The stack ends there, and Rust keeps nothing behind it.
    "--low-memory-unused",
    // Once more: what the first run moved together can be folded.
    "-Oz",
];

/// How its functions are put in order, and what only tools read is left out.
const IN_ORDER: [&str; 4] =
    ["--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];
/// How many results are kept: those of a few builds.
const MOST_KEPT: usize = 40;

/// What the minifier may do: nothing here asks a function how many arguments it takes, or makes an object of it by
/// `new`.
const SHORTER: &str = "passes=2,unsafe_arrows,unsafe_methods,keep_fargs=false";

/// The folder with the packages that are locked in a folder of `xtask`, installed on first use. The error says in one
/// line what is absent.
fn packages(set: &str) -> Result<PathBuf> {
    // Two steps of the tests may want them at once.
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _alone = INSTALLING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    for program in ["node", "npm"] {
        paths::on_path(program).with_context(|| format!("{program} is not installed"))?;
    }
    let from = paths::root().join("xtask").join(set);
    let into = paths::tools().join(set);
    let fresh = |name| same_bytes(&from.join(name), &into.join(name));
    if LOCK_FILES.into_iter().all(fresh) && into.join("complete").exists() {
        return Ok(into.join("node_modules"));
    }
    println!("    installing from npm what is locked in xtask/{set}");
    std::fs::create_dir_all(&into)?;
    for name in LOCK_FILES {
        std::fs::copy(from.join(name), into.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    let mut install = Command::new(npm());
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    step::run(install.current_dir(&into).stdin(Stdio::null()))?;
    std::fs::write(into.join("complete"), "")?;
    Ok(into.join("node_modules"))
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn same_bytes(a: &Path, b: &Path) -> bool {
    matches!((std::fs::read(a), std::fs::read(b)), (Ok(a), Ok(b)) if a == b)
}

/// What keeps the app from being made small, if anything does.
pub fn missing() -> Option<String> {
    packages("npm").err().map(|why| format!("{why:#}"))
}

/// Makes WebAssembly smaller in place; without Node it stays as it is, and a line says so.
pub fn shrink(all: &[&Path]) -> Result<()> {
    let wasm_opt = match packages("npm") {
        Ok(packages) => packages.join("binaryen/bin/wasm-opt"),
        Err(why) => {
            println!("    going on without wasm-opt, the app will be about twice as large: {why:#}");
            return Ok(());
        }
    };
    let kept = paths::wasm_target().join("shrunk");
    std::fs::create_dir_all(&kept)?;
    if std::fs::read_dir(&kept)?.count() > MOST_KEPT {
        std::fs::remove_dir_all(&kept)?;
        std::fs::create_dir_all(&kept)?;
    }
    // The largest takes about as long as all others together.
    let size = |wasm: &&Path| std::fs::metadata(wasm).map_or(0, |file| file.len());
    let mut all = all.to_vec();
    all.sort_by_key(|wasm| std::cmp::Reverse(size(wasm)));
    let (largest, others) = all.split_at(all.len().min(1));
    let each = |some: &[&Path]| some.iter().try_for_each(|wasm| shrink_one(&wasm_opt, wasm, &kept));
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| each(others));
        each(largest)?;
        beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// The same WebAssembly gives the same result, which is kept under the digest of what it was made from.
fn shrink_one(wasm_opt: &Path, wasm: &Path, kept: &Path) -> Result<()> {
    let mut digest = Sha256::new_with_prefix(std::fs::read(wasm)?);
    for flag in SMALLER.iter().chain(&IN_ORDER).chain(&FEATURES) {
        digest.update(flag);
    }
    digest.update(include_str!("../npm/package-lock.json"));
    let kept = kept.join(format!("{:x}.wasm", digest.finalize()));
    if !kept.is_file() {
        let before = std::fs::metadata(wasm)?.len();
        run_wasm_opt(wasm_opt, wasm, &kept)?;
        println!("    wasm-opt: {} -> {} kB", before / 1000, std::fs::metadata(&kept)?.len() / 1000);
    }
    std::fs::copy(kept, wasm).map(drop).context("what was made smaller cannot be copied")
}

/// From one file to another, which is there only when it is whole.
fn run_wasm_opt(wasm_opt: &Path, wasm: &Path, into: &Path) -> Result<()> {
    let other = wasm.with_extension("opt.wasm");
    let run = |flags: &[&str], from: &Path, to: &Path| {
        let mut command = Command::new("node");
        command.arg(wasm_opt).args(flags).args(FEATURES).arg(from).arg("-o").arg(to);
        step::output(&mut command).map(drop)
    };
    run(&SMALLER, wasm, &other)?;
    std::fs::write(&other, order::with_names(&std::fs::read(&other)?)?)?;
    let last = wasm.with_extension("last.wasm");
    run(&IN_ORDER, &other, &last)?;
    std::fs::remove_file(other)?;
    std::fs::rename(last, into).context("what was made smaller cannot be kept")
}

/// The script, a module, without what nothing in it needs; without Node it stays as it is.
pub fn minify(script: &str) -> Result<String> {
    // That Node is missing was said when the WebAssembly was to become smaller.
    let Ok(packages) = packages("npm") else { return Ok(script.to_owned()) };
    let file = paths::wasm_target().join("script.mjs");
    std::fs::write(&file, script)?;
    let mut command = Command::new("node");
    command.arg(packages.join("terser/bin/terser")).arg(&file);
    step::output(command.args(["--module", "--ecma", "2020", "--compress", SHORTER, "--mangle"]))
}

/// The accessibility rules that the browser tests load into the page.
pub fn axe() -> Result<PathBuf> {
    let axe = packages("npm")?.join("axe-core/axe.min.js");
    anyhow::ensure!(axe.is_file(), "axe-core has no axe.min.js");
    Ok(axe)
}

/// The checker of HTML, a Java program.
pub fn html_checker() -> Result<PathBuf> {
    let checker = packages("npm-check")?.join("vnu-jar/build/dist/vnu.jar");
    anyhow::ensure!(checker.is_file(), "vnu-jar has no vnu.jar");
    Ok(checker)
}
