//! Where the browsers and their drivers are.
//!
//! | variable | program | otherwise looked for in `PATH` as |
//! |---|---|---|
//! | `NAPPE_CHROMEDRIVER` | Chromium's driver | `chromedriver` |
//! | `NAPPE_CHROMIUM` | Chromium | `chromium`, `chromium-browser`, `google-chrome` |
//! | `NAPPE_GECKODRIVER` | Firefox's driver | `geckodriver` |
//! | `NAPPE_FIREFOX` | Firefox | `firefox-esr`, `firefox` |
//! | `NAPPE_WEBKITDRIVER` | WebKitGTK's driver | `WebKitWebDriver` |
//! | `NAPPE_MINIBROWSER` | WebKitGTK's browser | `MiniBrowser`, then beside the library |
//! | `NAPPE_XVFB` | X server without a screen | `Xvfb` |
//!
//! `NAPPE_DIST` is the folder to serve, `NAPPE_AXE` the file `axe.min.js`. With `NAPPE_REQUIRED=1` a missing engine
//! fails the test; without it, it is said to be skipped. `NAPPE_ENGINES=chromium,firefox` runs only these.

use std::env;
use std::path::{Path, PathBuf};

/// Whether `NAPPE_REQUIRED=1` was given.
pub fn required() -> bool {
    env::var("NAPPE_REQUIRED").is_ok_and(|value| value == "1")
}

/// A path given by an environment variable, if the variable is set and not empty.
pub fn given(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The program named by `variable`, or the first of `names` in `PATH`, or the first that exists of `names` with a
/// slash.
pub fn find(variable: &str, names: &[&str]) -> Result<PathBuf, String> {
    if let Some(path) = given(variable) {
        return if path.exists() { Ok(path) } else { Err(format!("{variable}: no file {}", path.display())) };
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| match name.contains('/') {
            true => vec![PathBuf::from(name)],
            false => folders.iter().map(|folder| folder.join(name)).collect(),
        })
        .find(|path| path.is_file())
        .ok_or_else(|| format!("no {} in PATH, and {variable} is not set", names[0]))
}

/// WebKitGTK's own small browser: Linux distributions keep it beside the library.
pub fn find_minibrowser() -> Result<PathBuf, String> {
    find("NAPPE_MINIBROWSER", &["MiniBrowser"]).or_else(|why| {
        let beside = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(Path::new);
        let machine = Path::new("/usr/lib").join(format!("{}-linux-gnu", env::consts::ARCH));
        beside
            .into_iter()
            .chain([machine.as_path()])
            .flat_map(|folder| ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map(|lib| folder.join(lib)))
            .map(|folder| folder.join("MiniBrowser"))
            .find(|path| path.is_file())
            .ok_or(why)
    })
}
