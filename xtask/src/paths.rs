//! Where things are: the workspace, the target folder, `dist/`.

use std::path::{Path, PathBuf};

/// The root of the workspace: the parent of this package.
pub fn root() -> PathBuf {
    // `cargo run` sets the variable afresh, so a checkout that was moved is still found.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).parent().map_or_else(|| ".".into(), Path::to_path_buf)
}

/// What the build makes, and what a static host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The WebAssembly build has a folder of its own: the compiler may be another one than for the tests, and two
/// compilers in one folder evict each other.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// Tools that the build installs for itself.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// The program of that name on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|dir| dir.join(&file)).find(|candidate| candidate.is_file())
}
