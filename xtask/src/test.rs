//! `cargo xtask test`: every check that a change must pass, in order, cheapest first.

use crate::engines::{self, Found};
use crate::step::{Count, run, run_tests, step};
use crate::{budget, bundle_app, dist_rules, npm_tools, paths, readers, system, wasm_target};
use anyhow::{Result, bail, ensure};
use std::process::Command;
use std::time::Instant;

/// Collects what happened, so that one failure does not hide the others.
#[derive(Default)]
struct Report {
    lines: Vec<String>,
    failed: u32,
    tests: Count,
}

impl Report {
    fn step(&mut self, name: &str, work: impl FnOnce(&mut Count) -> Result<()>) -> bool {
        let start = Instant::now();
        let outcome = step(name, || work(&mut self.tests));
        let (word, why) = match &outcome {
            Ok(()) => ("ok", String::new()),
            Err(error) => ("FAILED", format!("\n         {error:#}")),
        };
        self.failed += u32::from(outcome.is_err());
        self.lines.push(format!("  {word:<6} {:>6.1} s  {name}{why}", start.elapsed().as_secs_f32()));
        outcome.is_ok()
    }

    /// Takes over what another one collected in the meantime.
    fn add(&mut self, other: Self) {
        self.lines.extend(other.lines);
        self.failed += other.failed;
        self.tests.add(other.tests);
    }

    fn skip(&mut self, name: &str, why: &str) {
        println!("\n==> {name}: skipped, {why}");
        self.lines.push(format!("  skipped          {name}: {why}"));
    }
}

/// Runs everything and ends with a summary.
pub fn run_all() -> Result<()> {
    let start = Instant::now();
    let mut report = Report::default();
    report.step("formatting", |_| run(cargo("fmt").args(["--all", "--check"])));
    report.step("tests of the core and of the tools", native_tests);
    readers_tests(&mut report);
    report.step("clippy, native", |_| lint_native());
    report.step("clippy, WebAssembly", |_| lint_wasm());
    let dist = paths::dist();
    let (is_built, browsers) = build_and_find_browsers(&mut report);
    if is_built {
        report.step("rules about dist", |_| dist_rules::check(&dist));
        match npm_tools::missing().filter(|_| !system::is_ci()) {
            None => drop(report.step("budget of a first visit", |_| budget::check(&dist))),
            Some(missing) => report.skip("budget of a first visit", &missing),
        }
        report.step("browser tests", |count| run_tests(&mut browser_tests(&browsers), count));
    } else {
        report.skip("dist and browser tests", "there is no dist");
    }

    println!("\nSummary, {:.0} s in all", start.elapsed().as_secs_f32());
    for line in &report.lines {
        println!("{line}");
    }
    let Count { passed, failed, ignored } = report.tests;
    println!("\n{passed} passed, {failed} failed, {ignored} ignored");
    ensure!(report.failed == 0, "{} steps failed", report.failed);
    Ok(())
}

fn cargo(subcommand: &str) -> Command {
    let mut command = Command::new("cargo");
    command.arg(subcommand).current_dir(paths::root());
    command
}

fn native_tests(count: &mut Count) -> Result<()> {
    run_tests(&mut native_test(), count)
}

/// Without the browser feature: a stray `use leptos` in the core does not compile here. Always the same packages: with
/// others cargo chooses other features, and compiles everything once more.
fn native_test() -> Command {
    let mut test = cargo("test");
    test.args(["--package", "nappe", "--package", "nappe-core", "--package", "xtask"]);
    test.args(["--no-default-features", "--features", "nappe-core/schema", "--no-fail-fast"]);
    test
}

/// Every package and target, except what needs a browser: that is compiled for its own target below, and not a
/// second time for this machine.
fn lint_native() -> Result<()> {
    let mut clippy = cargo("clippy");
    clippy.args(["--workspace", "--all-targets", "--no-default-features"]);
    clippy.args(["--features", "nappe-core/schema,nappe-core/bench"]);
    run(clippy.args(["--", "-D", "warnings"]))
}

/// The app in the browser.
fn lint_wasm() -> Result<()> {
    let toolchain = wasm_target::find_or_install()?;
    if toolchain.has_clippy() {
        return run(toolchain.cargo("clippy").args(["--", "-D", "warnings"]));
    }
    println!("    this toolchain has no clippy: the compiler's own warnings are checked in its place");
    run(&mut toolchain.check_without_warnings())
}

/// The report's files, opened by the programs that people open them with.
fn readers_tests(report: &mut Report) {
    let found = find(report, "find the readers of files", "tests of the report's files", readers::find_or_install);
    report.step("the report's files before their readers", |count| {
        let mut test = native_test();
        test.args(["--test", "readers"]).envs(found.variables);
        require(&mut test);
        run_tests(test.args(["--", "--ignored"]), count)
    });
}

/// Linking and shrinking the app keeps one core busy. Meanwhile another one fetches the browsers, compiles their tests,
/// and runs the tests inside the app, which need no browser.
fn build_and_find_browsers(report: &mut Report) -> (bool, Found) {
    let find_browsers = || {
        let mut report = Report::default();
        let found = find(&mut report, "find the browsers", "browser tests", engines::find_or_install);
        report.step("compile the browser tests", |_| run(browser_tests(&found).arg("--no-run")));
        report.step("tests inside the app", |count| {
            run_tests(cargo("test").args(["--package", "nappe", "--lib"]), count)
        });
        (report, found)
    };
    std::thread::scope(|scope| {
        let browsers = scope.spawn(find_browsers);
        let is_built = report.step("build dist", |_| bundle_app::build().map(drop));
        let (other, found) = browsers.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        report.add(other);
        (is_built, found)
    })
}

fn browser_tests(found: &Found) -> Command {
    let mut test = cargo("test");
    test.args(["--package", "browser-tests", "--no-fail-fast"]);
    test.env("NAPPE_DIST", paths::dist()).envs(found.variables.iter().cloned());
    require(&mut test);
    test
}

/// Looks for what tests need. What is missing is a failure where nobody can install it; elsewhere it is named.
fn find(report: &mut Report, step: &str, tests: &str, find: fn() -> Found) -> Found {
    let mut found = Found::default();
    report.step(step, |_| {
        found = find();
        if system::is_ci() && !found.missing.is_empty() {
            bail!("missing: {}", found.missing.join(", "));
        }
        Ok(())
    });
    for missing in found.missing.iter().filter(|_| !system::is_ci()) {
        report.skip(&format!("{tests} that need it"), &format!("{missing} is missing"));
    }
    found
}

/// In CI a test that finds no program fails.
fn require(test: &mut Command) {
    if system::is_ci() {
        test.env("NAPPE_REQUIRED", "1");
    }
}
