//! The system's packages: installed without asking only where nobody can be asked.

use crate::paths::on_path;
use crate::step::run;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// `CI=true`: nobody is there to install anything, and what is missing is a failure.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Whether packages may be installed: as root, or in CI with sudo that asks for no password.
fn may_install() -> bool {
    is_root() || (is_ci() && quiet_success(Command::new("sudo").args(["-n", "true"])))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn quiet_success(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command that a person would type for these packages.
pub fn install_line(packages: &[&str]) -> String {
    format!("sudo apt-get install --no-install-recommends {}", packages.join(" "))
}

/// Installs Debian packages, or says in its error which command would.
pub fn install(packages: &[&str]) -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("there is no apt-get here; the Debian packages would be: {}", packages.join(" "));
    }
    if !may_install() {
        bail!("install it with:\n    {}", install_line(packages));
    }
    println!("    installing system packages: {}", packages.join(", "));
    // A fresh machine has no package lists, an old one has stale ones: both show as a failed first attempt.
    let mut attempt = apt_get(&["install", "-y", "-qq", "--no-install-recommends"]);
    if run(attempt.args(packages)).is_ok() {
        return Ok(());
    }
    run(&mut apt_get(&["update", "-qq"]))?;
    run(apt_get(&["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

fn apt_get(args: &[&str]) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    } else {
        let mut command = Command::new("sudo");
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    command.args(args).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

/// Whether all these files exist.
pub fn all_exist(files: &[&str]) -> bool {
    files.iter().all(|file| Path::new(file).exists())
}
