//! Downloads as real files.

use std::fs;
use std::path::PathBuf;

use crate::browser::Browser;
use crate::wait::{DEADLINE, poll};

/// How the name of a file that a browser is still writing ends.
const PARTIAL: [&str; 4] = ["crdownload", "part", "wkdownload", "tmp"];

impl Browser {
    /// Waits for a complete file in the download folder, and takes it out: the next file may have the same name.
    #[track_caller]
    pub fn wait_download(&self) -> PathBuf {
        let mut before = None;
        let file = poll(DEADLINE, || {
            let entries = fs::read_dir(self.folders().downloads()).map_err(|e| e.to_string())?;
            let files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            let partial = |file: &PathBuf| file.extension().is_some_and(|ext| PARTIAL.iter().any(|p| ext == *p));
            let first = files.iter().find(|file| !partial(file));
            let now = first.map(|file| (file.clone(), fs::metadata(file).map(|meta| meta.len()).unwrap_or_default()));
            // Found twice alike, and not the empty file that stands for one to come.
            match (now.clone(), before.replace(now)) {
                (Some(now), Some(Some(before))) if now == before && now.1 > 0 && !files.iter().any(partial) => {
                    Ok(now.0)
                }
                _ => Err(format!("there are {files:?}")),
            }
        });
        let file = file.unwrap_or_else(|why| panic!("{}: no download: {why}", self.engine()));
        let number = self.downloaded.replace(self.downloaded.get() + 1);
        let folder = self.folders().taken().join(number.to_string());
        let taken = folder.join(file.file_name().unwrap_or_default());
        fs::create_dir_all(&folder).and_then(|()| fs::rename(&file, &taken)).expect("a download to be moved");
        taken
    }

    /// The same, read: its name and its text.
    #[track_caller]
    pub fn wait_download_text(&self) -> (String, String) {
        let file = self.wait_download();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        (name, text)
    }
}
