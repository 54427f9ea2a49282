//! Finds a compiler for WebAssembly, or installs one: the default toolchain with the sources of the standard library
//! where they can be had, else Debian's compiler with its source package, else the default toolchain as it is.

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

/// Where rustup puts the sources of the standard library.
const SOURCES: &str = "lib/rustlib/src/rust/library/std/Cargo.toml";

/// Between the flags of `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// Which compiler makes the WebAssembly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Compiler {
    /// The one that compiles everything else.
    Default,
    /// Debian's, called by its full paths, so that nothing has to be linked into rustup.
    Debian,
}

/// A compiler, and whether it compiles the standard library as well.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WasmToolchain {
    compiler: Compiler,
    /// From its sources, the standard library comes out smaller: made for size, and without the texts of panics. A
    /// first visit downloads about an eighth less.
    own_std: bool,
}

/// What cargo is told when it compiles the standard library: for size, and a panic that stops at once. Nothing can
/// catch a panic in a page anyhow; what the browser reports is then the place in the WebAssembly.
const OWN_STD: [&str; 3] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "-Zpanic-immediate-abort"];
/// And the compiler: panics name no place in the source.
const OWN_STD_FLAGS: [&str; 3] = ["-Zunstable-options", "-Zlocation-detail=none", "-Zfmt-debug=shallow"];

impl WasmToolchain {
    /// `cargo <subcommand>` for the app in the browser, in the folder that is kept for it. Every subcommand uses
    /// the release profile, so that build scripts and macros are compiled once for all of them.
    pub fn cargo(self, subcommand: &str) -> Command {
        self.cargo_with(subcommand, &[])
    }

    /// `cargo check` that fails on a warning, for a toolchain without clippy. Dependencies are not affected: cargo
    /// caps their lints.
    pub fn check_without_warnings(self) -> Command {
        self.cargo_with("check", &["-D", "warnings"])
    }

    fn cargo_with(self, subcommand: &str, more_flags: &[&str]) -> Command {
        let mut command = match self.compiler {
            Compiler::Default => Command::new("cargo"),
            // Not `cargo clippy`: that would find rustup's clippy before Debian's own.
            Compiler::Debian if subcommand == "clippy" => Command::new("/usr/bin/cargo-clippy"),
            Compiler::Debian => Command::new("/usr/bin/cargo"),
        };
        command.arg(subcommand).args(["--package", "nappe", "--release", "--target", TARGET]);
        command.arg("--target-dir").arg(paths::wasm_target()).current_dir(paths::root());
        let mut flags = rust_flags();
        if self.own_std {
            // The flags are not stable yet; this lets a stable compiler take them.
            command.args(OWN_STD).env("RUSTC_BOOTSTRAP", "1").env("CARGO_PROFILE_RELEASE_PANIC", "immediate-abort");
            flags.extend(OWN_STD_FLAGS.map(str::to_owned));
        }
        if self.compiler == Compiler::Debian {
            command.env("CARGO", "/usr/bin/cargo").env("RUSTC", "/usr/bin/rustc");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
        }
        flags.push("-Clink-arg=--emit-relocs".to_owned());
        flags.extend(more_flags.iter().map(|&flag| flag.to_owned()));
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join(SEPARATOR));
        command
    }

    /// Whether this toolchain has clippy; Debian's is a package of its own, which is installed where it may be.
    pub fn has_clippy(self) -> bool {
        let installed = || system::all_exist(&["/usr/bin/cargo-clippy", "/usr/bin/clippy-driver"]);
        match self.compiler {
            Compiler::Default => output(Command::new("cargo").args(["clippy", "--version"])).is_ok(),
            Compiler::Debian => installed() || (system::install(&[DEBIAN_CLIPPY_PACKAGE]).is_ok() && installed()),
        }
    }
}

/// Finds or installs the compiler. What is there already comes before anything that must be fetched, and the sources of
/// the standard library before a compiled one.
pub fn find_or_install() -> Result<WasmToolchain> {
    const OWN: WasmToolchain = WasmToolchain { compiler: Compiler::Default, own_std: true };
    const DEBIAN: WasmToolchain = WasmToolchain { compiler: Compiler::Debian, own_std: true };
    const PLAIN: WasmToolchain = WasmToolchain { compiler: Compiler::Default, own_std: false };
    if sources_are_installed() && knows_the_flags() {
        println!("    {TARGET} comes from the sources of the standard library");
        return Ok(OWN);
    }
    if system::all_exist(&DEBIAN_FILES) {
        println!("    {TARGET} comes from Debian's compiler: {}", debian_version());
        return Ok(DEBIAN);
    }
    let rustup = |what: &[&str]| {
        paths::on_path("rustup").is_some()
            && step::run(Command::new("rustup").args(what).current_dir(paths::root())).is_ok()
    };
    println!("    installing the sources of the standard library with rustup");
    if knows_the_flags() && rustup(&["component", "add", "rust-src"]) && sources_are_installed() {
        return Ok(OWN);
    }
    println!("    rustup cannot fetch them here");
    let debian = system::install(&DEBIAN_PACKAGES);
    if debian.is_ok() && system::all_exist(&DEBIAN_FILES) {
        println!("    {TARGET} comes from Debian's compiler: {}", debian_version());
        return Ok(DEBIAN);
    }
    if target_is_installed() || (rustup(&["target", "add", TARGET]) && target_is_installed()) {
        println!("    {TARGET} comes with its compiled standard library: the app will be an eighth larger");
        return Ok(PLAIN);
    }
    let why =
        debian.err().map_or_else(|| "not all files came with Debian's packages".to_owned(), |why| format!("{why:#}"));
    bail!(
        "no compiler for {TARGET}. One of these two gives you one:\n    rustup component add rust-src\n    {}\n({why})",
        system::install_line(&DEBIAN_PACKAGES)
    );
}

/// Whether the compiler has what it takes to compile the standard library without the texts of panics. That is
/// unstable: another version may not know it, or no longer by this name.
fn knows_the_flags() -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["-Zunstable-options", "-Cpanic=immediate-abort", "--print", "sysroot"]);
    output(ask.env("RUSTC_BOOTSTRAP", "1").current_dir(paths::root())).is_ok()
}

fn sources_are_installed() -> bool {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(paths::root()));
    sysroot.is_ok_and(|sysroot| Path::new(sysroot.trim()).join(SOURCES).is_file())
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
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(paths::root()));
    if let Ok(sysroot) = sysroot {
        cut(&Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), "rust");
    }
    flags
}
