//! Fills in the service worker: which files make up this version, and what is in them.

use crate::bundle_app::{files, slashes};
use crate::{npm_tools, visit};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The file's name, beside the page whose network it answers.
pub const NAME: &str = "service-worker.js";

/// Digits of a file's digest: 80 bits of SHA-256, which is plenty against a download that went wrong.
const DIGITS: usize = 20;

/// Writes the worker for what lies in the folder.
pub fn write(template: &Path, dist: &Path) -> Result<()> {
    let template = std::fs::read_to_string(template).with_context(|| format!("cannot read {}", template.display()))?;
    let worker = npm_tools::minify(&fill(&template, &digests(dist)?)?)?;
    std::fs::write(dist.join(NAME), worker)?;
    Ok(())
}

/// Each file's digest by its address; the page itself has the address of the folder.
pub fn digests(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut digests = BTreeMap::new();
    for file in files(dist)? {
        let name = slashes(file.strip_prefix(dist)?);
        if name == NAME || !visit::is_kept(&name) {
            continue;
        }
        let name = if name == "index.html" { "./".to_owned() } else { name };
        digests.insert(name, hex(&Sha256::digest(std::fs::read(&file)?))[..DIGITS].to_owned());
    }
    Ok(digests)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn fill(template: &str, digests: &BTreeMap<String, String>) -> Result<String> {
    for placeholder in ["{version}", "{files}"] {
        let found = template.matches(placeholder).count();
        ensure!(found == 1, "the service worker must have `{placeholder}` once, it has it {found} times");
    }
    let lines: Vec<String> = digests.iter().map(|(name, digest)| format!("{name:?}: {digest:?}")).collect();
    // The worker's own code is part of the version: a new one never shares the cache of the one that runs.
    let version = hex(&Sha256::digest(format!("{template}{}", lines.join("\n"))))[..16].to_owned();
    let code: Vec<&str> = template.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").trim_start().to_owned() + "\n";
    Ok(code.replace("{version}", &version).replace("{files}", &format!("{{{}}}", lines.join(","))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_changes_with_any_file() {
        let template = "// why\nconst VERSION = \"{version}\";\nconst FILES = {files};\n";
        let of = |digest: &str| fill(template, &[("./".to_owned(), digest.to_owned())].into()).unwrap();
        assert_ne!(of("aa"), of("ab"));
        assert_eq!(of("aa"), of("aa"));
        let version = |worker: &str| worker.split('"').nth(1).map(str::to_owned);
        let other =
            fill(&format!("{template}const MORE = 1;\n"), &[("./".to_owned(), "aa".to_owned())].into()).unwrap();
        assert_ne!(version(&of("aa")), version(&other), "the worker's own code");
        assert!(of("aa").contains("const FILES = {\"./\": \"aa\"};"), "{}", of("aa"));
        assert!(!of("aa").contains("why"));
        assert!(fill("const FILES = {files};", &BTreeMap::new()).is_err());
    }
}
