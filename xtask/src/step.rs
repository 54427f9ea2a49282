//! Steps that say their name and their time, and commands whose failure says what was run.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs one named step and prints how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n==> {name}");
    let start = Instant::now();
    let outcome = work();
    let word = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("<== {name}: {word} in {:.1} s", start.elapsed().as_secs_f32());
    outcome.with_context(|| name.to_owned())
}

/// Runs a command with its output shown.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    println!("    $ {shown}");
    let status = command.status().with_context(|| format!("cannot start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs a command quietly and gives its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How many tests passed and failed, as `cargo test` counted them.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Count {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that were named and not run.
    pub ignored: u32,
}

impl Count {
    /// Adds what was counted elsewhere.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }

    /// Adds one `test result:` line; other lines count nothing.
    fn add_line(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else { return };
        let number_before = |word: &str| {
            let before = counts.split(word).next().unwrap_or_default();
            before.rsplit(' ').find(|piece| !piece.is_empty()).and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        self.passed += number_before(" passed");
        self.failed += number_before(" failed");
        self.ignored += number_before(" ignored");
    }
}

/// Runs a `cargo test`, shows its output, and adds what it counted to `total`.
pub fn run_tests(command: &mut Command, total: &mut Count) -> Result<()> {
    let shown = show(command);
    println!("    $ {shown}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{shown}`"))?;
    let before = *total;
    let mut stdout = std::io::stdout();
    for line in BufReader::new(child.stdout.take().context("no output to read")?).split(b'\n') {
        let line = line?;
        stdout.write_all(&line)?;
        stdout.write_all(b"\n")?;
        total.add_line(&String::from_utf8_lossy(&line));
    }
    let status = child.wait()?;
    if !status.success() {
        if total.failed == before.failed {
            total.failed += 1; // it did not compile or it crashed: that is a failure too
        }
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

fn show(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn result_lines_are_added_up() {
        let mut count = Count::default();
        count.add_line("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out");
        count.add_line("test something ... ok");
        count.add_line("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured");
        assert_eq!(count, Count { passed: 15, failed: 2, ignored: 1 });
    }
}
