//! The budget: what a first visit downloads, gzipped.

use crate::bundle_app::{files, slashes};
use crate::visit::{Visit, is_kept};
use anyhow::{Result, ensure};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// How many bytes all files of a first visit may come to, gzipped.
pub const FIRST_VISIT: usize = 180_000;

/// How many bytes everything that is kept on a device may come to, gzipped: each phone in the room downloads it in the
/// background, over the venue's network.
pub const KEPT: usize = 850_000;

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
