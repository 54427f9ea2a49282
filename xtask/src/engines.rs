//! Finds the three browser engines and what drives them, and installs what is missing where that is allowed.

use crate::{npm_tools, paths, step, system};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGES: [&str; 5] = ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb"];
/// Firefox's driver is no Debian package.
const GECKODRIVER_VERSION: &str = "0.37.1";

/// What was found: variables for the tests, and a line for each thing that is missing.
#[derive(Default)]
pub struct Found {
    /// Name and path, as the tests read them.
    pub variables: Vec<(&'static str, PathBuf)>,
    /// What is missing, and why.
    pub missing: Vec<String>,
}

/// A variable that already has a value wins over everything that is looked for.
pub struct Wanted {
    /// The variable that names it to the tests.
    pub variable: &'static str,
    /// What it is.
    pub what: &'static str,
    /// Looks where it usually is.
    pub find: fn() -> Option<PathBuf>,
}

const WANTED: [Wanted; 7] = [
    Wanted { variable: "NAPPE_CHROMIUM", what: "Chromium", find: chromium },
    Wanted { variable: "NAPPE_CHROMEDRIVER", what: "chromedriver", find: || paths::on_path("chromedriver") },
    Wanted { variable: "NAPPE_FIREFOX", what: "Firefox", find: firefox },
    Wanted { variable: "NAPPE_GECKODRIVER", what: "geckodriver", find: geckodriver },
    Wanted { variable: "NAPPE_WEBKITDRIVER", what: "WebKitWebDriver", find: || paths::on_path("WebKitWebDriver") },
    Wanted { variable: "NAPPE_MINIBROWSER", what: "WebKit's MiniBrowser", find: mini_browser },
    Wanted { variable: "NAPPE_XVFB", what: "Xvfb (a screen for WebKit)", find: || paths::on_path("Xvfb") },
];

/// Finds or installs every engine; what cannot be had is named, not hidden.
pub fn find_or_install() -> Found {
    let mut engines = Found::default();
    let from_packages = |wanted: &Wanted| wanted.variable != "NAPPE_GECKODRIVER";
    let absent = WANTED.iter().filter(|wanted| from_packages(wanted)).any(|wanted| wanted.look().is_none());
    if absent && let Err(why) = system::install(&PACKAGES) {
        println!("    {why:#}");
    }
    for wanted in &WANTED {
        let mut found = wanted.look();
        if found.is_none() && wanted.variable == "NAPPE_GECKODRIVER" && firefox().is_some() {
            found = install_geckodriver().map_err(|why| println!("    {why:#}")).ok();
        }
        engines.note(wanted.variable, wanted.what, found.context("it is not installed"));
    }
    engines.note("NAPPE_AXE", "axe-core (the accessibility rules)", npm_tools::axe());
    engines
}

impl Wanted {
    /// Where it is, if it is there.
    pub fn look(&self) -> Option<PathBuf> {
        std::env::var_os(self.variable).map(PathBuf::from).or_else(self.find)
    }
}

impl Found {
    /// Looks for something that only the system's packages provide.
    pub fn look_for(&mut self, wanted: &Wanted) {
        self.note(wanted.variable, wanted.what, wanted.look().context("it is not installed"));
    }

    /// Notes what was found, or that it is missing, and says so.
    pub fn note(&mut self, variable: &'static str, what: &str, found: Result<PathBuf>) {
        match found {
            Ok(path) => {
                println!("    {what}: {}", path.display());
                self.variables.push((variable, path));
            }
            Err(why) => {
                println!("    {what}: MISSING, {why:#}");
                self.missing.push(what.to_owned());
            }
        }
    }
}

fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| paths::on_path(name))
}

fn chromium() -> Option<PathBuf> {
    first_on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
}

fn firefox() -> Option<PathBuf> {
    first_on_path(&["firefox-esr", "firefox"])
}

fn geckodriver() -> Option<PathBuf> {
    let own = paths::tools().join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    paths::on_path("geckodriver").or_else(|| own.is_file().then_some(own))
}

/// WebKitGTK keeps its browser beside its libraries, in a folder that has the machine and a version in its name.
fn mini_browser() -> Option<PathBuf> {
    let subfolders = |dir: &Path| {
        let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
        let mut dirs: Vec<_> = entries.map(|entry| entry.path()).collect();
        dirs.sort();
        dirs.into_iter().rev()
    };
    let libraries = ["/usr/lib", "/usr/libexec"].map(PathBuf::from).into_iter();
    let folders = libraries.flat_map(|dir| subfolders(&dir).chain([dir]).collect::<Vec<_>>());
    let webkit = folders.filter(|dir| dir.is_dir()).flat_map(|dir| subfolders(&dir).collect::<Vec<_>>());
    webkit
        .filter(|dir| dir.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-")))
        .map(|dir| dir.join("MiniBrowser"))
        .find(|file| file.is_file())
}

fn install_geckodriver() -> Result<PathBuf> {
    println!("    compiling geckodriver {GECKODRIVER_VERSION} into {}", paths::tools().display());
    // Unoptimized: it passes on a few hundred short messages, and compiles in half the time.
    let mut install = Command::new("cargo");
    install.args(["install", "geckodriver", "--locked", "--debug", "--quiet", "--version", GECKODRIVER_VERSION]);
    install.arg("--root").arg(paths::tools()).current_dir(paths::root());
    step::run(install.env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
    geckodriver().context("geckodriver was compiled, but is not where it should be")
}
