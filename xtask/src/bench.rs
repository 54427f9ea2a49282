//! `cargo xtask bench`: how long starts, merge, import, export, sorting and planning take, natively and in a browser.

use crate::step::{run, step};
use crate::{bundle_app, engines, paths};
use anyhow::Result;
use std::process::Command;

/// The core first, which needs no browser, then the same work in real pages.
pub fn run_all() -> Result<()> {
    step("bench of the core", || run(cargo_run("nappe-core").args(["--example", "bench", "--features", "bench"])))?;
    // First the app that is shipped, whose sizes this prints; then the one that is measured, which can do a little
    // more.
    bundle_app::build()?;
    let dist = bundle_app::build_for_bench()?;
    let engines = engines::find_or_install();
    step("bench in a browser", || {
        let mut bench = cargo_run("browser-tests");
        run(bench.args(["--bin", "bench"]).env("NAPPE_DIST", dist).envs(engines.variables))
    })
}

fn cargo_run(package: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["run", "--release", "--quiet", "--package", package]).current_dir(paths::root());
    command
}
