//! The budget: what a first visit downloads, gzipped.

use crate::bundle_app::{BESIDE, files, slashes};
use crate::single_file;
use anyhow::{Result, ensure};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// How many bytes all files of a first visit may come to, gzipped.
pub const FIRST_VISIT: usize = 180_000;

/// How many bytes everything that is kept on a device may come to, gzipped: each phone in the room downloads it in the
/// background, over the venue's network.
pub const KEPT: usize = 850_000;

/// How the names of the files that the app asks for later begin.
pub const PART: &str = "part-";

/// Files that are asked for later: the manifest in the other language, and the icons for a home screen.
const LATER: [&str; 5] =
    ["nappe.webmanifest", "apple-touch-icon.png", "icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/// Whether this file is kept on a device: all are, but for the one for a USB stick and what a person laid beside them.
pub fn is_kept(name: &str) -> bool {
    name != single_file::NAME && name != BESIDE
}

/// What a person opens on a first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Visit {
    /// An invitation, to write.
    Invitation,
    /// The first screen.
    Home,
}

impl Visit {
    /// Whether a browser downloads this file before the person can use the screen. Measured: it does download
    /// `icon.svg` and the manifest in the person's language (Chromium; the French one is the larger). The icon for a
    /// phone's home screen comes after the part `rest` (Firefox, even on a desk). What several parts need comes with
    /// each of them.
    fn downloads(self, name: &str) -> bool {
        let part = match self {
            Self::Invitation => "writing",
            Self::Home => "home",
        };
        let of = name.strip_prefix(PART).and_then(|name| name.split('-').next());
        is_kept(name) && !LATER.contains(&name) && of.is_none_or(|parts| parts.split('_').any(|it| it == part))
    }
}

struct Weight {
    name: String,
    raw: usize,
    gzipped: usize,
}

/// Prints what each file weighs, and gives the gzipped sums: of the heavier of the two first visits, and of all that is
/// kept.
pub fn print(dist: &Path) -> Result<[usize; 2]> {
    let weights = weigh(dist)?;
    ensure!(!weights.is_empty(), "{} is empty", dist.display());
    println!("{:>10} {:>10}  file", "bytes", "gzipped");
    for Weight { name, raw, gzipped } in &weights {
        let note = match () {
            () if !is_kept(name) => ", not part of a visit",
            () => match (Visit::Invitation.downloads(name), Visit::Home.downloads(name)) {
                (true, true) => "",
                (true, false) => ", for an invitation",
                (false, true) => ", for the first screen",
                (false, false) => ", when it is needed, or when the first screen is there",
            },
        };
        println!("{raw:>10} {gzipped:>10}  {name}{note}");
    }
    let sum = |visit: Visit| weights.iter().filter(|it| visit.downloads(&it.name)).map(|it| it.gzipped).sum::<usize>();
    let (invitation, home) = (sum(Visit::Invitation), sum(Visit::Home));
    let kept: usize = weights.iter().filter(|it| is_kept(&it.name)).map(|it| it.gzipped).sum();
    println!("{invitation:>21}  until one can write, from an invitation; of {FIRST_VISIT} gzipped");
    println!("{home:>21}  until the first screen is there; of {FIRST_VISIT} gzipped");
    println!("{kept:>21}  everything that is kept on the device; of {KEPT} gzipped");
    Ok([invitation.max(home), kept])
}

/// Fails when a first visit, or all that is kept, exceeds its budget.
pub fn check(dist: &Path) -> Result<()> {
    let [visit, kept] = print(dist)?;
    ensure!(visit <= FIRST_VISIT, "a first visit costs {visit} bytes gzipped, of {FIRST_VISIT}");
    ensure!(kept <= KEPT, "what is kept on a device is {kept} bytes gzipped, of {KEPT}");
    Ok(())
}

fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for file in files(dist)? {
        let name = slashes(file.strip_prefix(dist)?);
        let bytes = std::fs::read(&file)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        weights.push(Weight { name, raw: bytes.len(), gzipped: gzip.finish()?.len() });
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_installing_for_sticks_and_for_later_is_no_first_visit() {
        for name in ["index.html", "nappe-0123456789abcdef.js", "icon.svg", "nappe.fr.webmanifest"] {
            assert!(Visit::Invitation.downloads(name) && Visit::Home.downloads(name), "{name}");
        }
        for name in ["nappe.html", BESIDE] {
            assert!(!Visit::Invitation.downloads(name) && !Visit::Home.downloads(name) && !is_kept(name), "{name}");
        }
        for (name, invitation, home) in [
            ("part-home-0.wasm", false, true),
            ("part-writing-0.wasm", true, false),
            ("part-home_rest_writing-0.wasm", true, true),
            ("part-rest_writing-0.wasm", true, false),
            ("part-rest-0.wasm", false, false),
            ("part-rest-0.css", false, false),
            ("apple-touch-icon.png", false, false),
            ("icon-maskable-512.png", false, false),
        ] {
            assert!(is_kept(name), "{name}");
            assert_eq!((Visit::Invitation.downloads(name), Visit::Home.downloads(name)), (invitation, home), "{name}");
        }
    }
}
