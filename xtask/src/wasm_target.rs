//! Finds a compiler for WebAssembly, or installs one: the toolchain's own target where it can be had, else
//! Debian's compiler, which builds the standard library from its source package.

use crate::step::output;
use crate::{paths, step, system};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_CLIPPY_PACKAGE: &str = "rust-web-clippy";
/// `lld` without a version is too old on Debian 12.
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";
const DEBIAN_FILES: [&str; 4] =
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml", DEBIAN_LINKER];

/// Between the flags of `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// Which compiler makes the WebAssembly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WasmToolchain {
    /// The one that compiles everything else; it has the target installed.
    Default,
    /// Debian's, called by its full paths, so that nothing has to be linked into rustup.
    Debian,
}

impl WasmToolchain {
    /// `cargo <subcommand>` for the app in the browser, in the folder that is kept for it. Every subcommand uses
    /// the release profile, so that build scripts and macros are compiled once for all of them.
    pub fn cargo(self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Default => Command::new("cargo"),
            // Not `cargo clippy`: that would find rustup's clippy before Debian's own.
            Self::Debian if subcommand == "clippy" => Command::new("/usr/bin/cargo-clippy"),
            Self::Debian => Command::new("/usr/bin/cargo"),
        };
        command.arg(subcommand).args(["--package", "nappe", "--release", "--target", TARGET]);
        command.arg("--target-dir").arg(paths::wasm_target());
        if self == Self::Debian {
            command.arg("-Zbuild-std=std,panic_abort");
            command.env("CARGO", "/usr/bin/cargo").env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
        }
        command.env("CARGO_ENCODED_RUSTFLAGS", rust_flags().join(SEPARATOR)).current_dir(paths::root());
        command
    }

    /// `cargo check` that fails on a warning, for a toolchain without clippy. Dependencies are not affected: cargo
    /// caps their lints.
    pub fn check_without_warnings(self) -> Command {
        let mut flags = rust_flags();
        flags.extend(["-D".to_owned(), "warnings".to_owned()]);
        let mut command = self.cargo("check");
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join(SEPARATOR));
        command
    }

    /// Whether this toolchain has clippy; Debian's is a package of its own, which is installed where it may be.
    pub fn has_clippy(self) -> bool {
        let installed = || system::all_exist(&["/usr/bin/cargo-clippy", "/usr/bin/clippy-driver"]);
        match self {
            Self::Default => output(Command::new("cargo").args(["clippy", "--version"])).is_ok(),
            Self::Debian => installed() || (system::install(&[DEBIAN_CLIPPY_PACKAGE]).is_ok() && installed()),
        }
    }
}

/// Finds or installs the compiler. What is there already goes before anything that must be fetched.
pub fn find_or_install() -> Result<WasmToolchain> {
    if target_is_installed() {
        println!("    {TARGET} is installed for the default toolchain");
        return Ok(WasmToolchain::Default);
    }
    if system::all_exist(&DEBIAN_FILES) {
        println!("    {TARGET} comes from Debian's compiler: {}", debian_version());
        return Ok(WasmToolchain::Debian);
    }
    if paths::on_path("rustup").is_some() {
        println!("    installing the target {TARGET} with rustup");
        match step::run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(paths::root())) {
            Ok(()) if target_is_installed() => return Ok(WasmToolchain::Default),
            _ => println!("    rustup cannot fetch the target here"),
        }
    }
    if let Err(why) = system::install(&DEBIAN_PACKAGES) {
        bail!(
            "no compiler for {TARGET}. One of these two gives you one:\n    rustup target add {TARGET}\n    {}\n({why:#})",
            system::install_line(&DEBIAN_PACKAGES)
        );
    }
    if !system::all_exist(&DEBIAN_FILES) {
        bail!("Debian's packages were installed, but not all of these files are there: {}", DEBIAN_FILES.join(", "));
    }
    println!("    {TARGET} comes from Debian's compiler: {}", debian_version());
    Ok(WasmToolchain::Debian)
}

fn target_is_installed() -> bool {
    let libraries =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).current_dir(paths::root()));
    let Ok(libraries) = libraries else { return false };
    let Ok(files) = std::fs::read_dir(Path::new(libraries.trim())) else { return false };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn debian_version() -> String {
    output(Command::new("/usr/bin/rustc").arg("--version")).unwrap_or_default().trim().to_owned()
}

/// The user's own flags, and prefixes cut off so that panic messages in the shipped file name no folder of the
/// machine that built it.
fn rust_flags() -> Vec<String> {
    let mut flags: Vec<String> =
        std::env::var("RUSTFLAGS").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    let mut cut = |from: &Path, to: &str| flags.push(format!("--remap-path-prefix={}={to}", from.display()));
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).unwrap_or_default();
    let cargo_home =
        std::env::var_os("CARGO_HOME").map_or_else(|| Path::new(&home).join(".cargo"), |dir| Path::new(&dir).into());
    cut(&paths::root(), ".");
    let registries = std::fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten().flatten();
    let mut registries: Vec<_> = registries.map(|entry| entry.path()).collect();
    registries.sort();
    for registry in registries {
        cut(&registry, "crates");
    }
    cut(Path::new("/usr/lib/rustlib/src/rust"), "rust");
    flags
}
