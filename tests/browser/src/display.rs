//! An X server without a screen, for WebKitGTK. Each browser has its own, so that no window covers another.

use std::path::Path;
use std::process::Command;

use crate::process::Process;
use crate::programs;
use crate::wait::{DEADLINE, poll};

/// A display that windows can be opened on; its server is killed when it is dropped.
pub struct Display {
    /// The value of `DISPLAY`.
    pub name: String,
    _server: Option<(Process, tempfile::TempDir)>,
}

impl Display {
    /// A new Xvfb on a free display, or (without Xvfb) the person's own.
    pub fn start() -> Result<Display, String> {
        let xvfb = match programs::find("NAPPE_XVFB", &["Xvfb"]) {
            Ok(xvfb) => xvfb,
            Err(missing) => {
                let name = std::env::var("DISPLAY").map_err(|_| missing)?;
                return Ok(Display { name, _server: None });
            }
        };
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        let log = folder.path().join("xvfb.log");
        let mut command = Command::new(xvfb);
        // The server chooses a free display and writes its number to its standard output.
        command.args(["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"]);
        let mut server = Process::start(command, &log)?;
        let number = poll(DEADLINE, || {
            if server.ended() {
                return Ok(None);
            }
            number(&log).map(Some).ok_or_else(|| "Xvfb does not say its display".to_owned())
        })?;
        let number = number.ok_or_else(|| format!("Xvfb has ended: {}", server.output()))?;
        Ok(Display { name: format!(":{number}"), _server: Some((server, folder)) })
    }
}

fn number(log: &Path) -> Option<u32> {
    let text = std::fs::read_to_string(log).ok()?;
    let complete = &text[..text.rfind('\n')?];
    complete.lines().rev().find_map(|line| line.trim().parse().ok())
}
