//! Where a browser under test keeps its things.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

/// Where a browser keeps its things: a temporary folder.
pub struct Folders(TempDir);

impl Folders {
    /// New, empty ones.
    pub fn new() -> Result<Folders, String> {
        let folder = tempfile::Builder::new().prefix("nappe-browser-").tempdir().map_err(|e| e.to_string())?;
        let folders = Folders(folder);
        for path in [folders.profile(), folders.downloads(), folders.taken(), folders.home()] {
            fs::create_dir_all(path).map_err(|e| e.to_string())?;
        }
        Ok(folders)
    }

    /// The profile.
    pub fn profile(&self) -> PathBuf {
        self.0.path().join("profile")
    }

    /// Where downloads land.
    pub fn downloads(&self) -> PathBuf {
        self.0.path().join("downloads")
    }

    /// Where downloads are kept that a test was given.
    pub fn taken(&self) -> PathBuf {
        self.0.path().join("taken")
    }

    /// The home folder that the browser is told.
    pub fn home(&self) -> PathBuf {
        self.0.path().join("home")
    }

    /// What the driver and the browser write.
    pub fn log(&self) -> PathBuf {
        self.0.path().join("driver.log")
    }
}
