//! Cuts the compiled app into the parts that it is loaded in: a main one, and those that the app asks for later
//! (`src/ui/parts.rs` marks where).

use crate::squeeze;
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The module from which the main part imports what loads the others. The page's script stands in for it.
pub const LOADERS: &str = "./parts.js";

/// The parts of the app.
pub struct Parts {
    /// What starts; goes through wasm-bindgen.
    pub main: PathBuf,
    /// The other files by name. What several parts need has all their names, with `_` between them.
    pub files: BTreeMap<String, PathBuf>,
    /// For each part that the app asks for, the files that make it up, in the order in which they are started.
    pub asked: BTreeMap<String, Vec<String>>,
}

/// Cuts `whole`, and writes the parts into a folder.
pub fn cut(whole: &Path, into: &Path) -> Result<Parts> {
    let bytes = std::fs::read(whole).with_context(|| format!("cannot read {}", whole.display()))?;
    let bytes = squeeze::without_streams(&bytes)?;
    let main = into.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = into;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let made = transform(options).map_err(|why| anyhow!("cannot cut {}: {why:#}", whole.display()))?;
    // What several parts need is named after them.
    let name = |stem: &str| match stem.strip_prefix("split_") {
        Some(part) => part.to_owned(),
        None => {
            let of = made.prefetch_map.iter().filter(|(_, stems)| stems.iter().any(|other| other == stem));
            let mut of: Vec<&str> = of.map(|(part, _)| part.as_str()).collect();
            of.sort_unstable();
            of.join("_")
        }
    };
    let files = made.split_modules.iter().map(|path| {
        let stem = path.file_stem().context("a part without a name")?.to_string_lossy();
        Ok((name(&stem), path.clone()))
    });
    let files = files.collect::<Result<BTreeMap<_, _>>>()?;
    let asked = made.prefetch_map.iter().map(|(part, stems)| {
        let stems = stems.iter().map(|stem| name(stem)).filter(|name| files.contains_key(name));
        (part.clone(), stems.collect())
    });
    Ok(Parts { main, asked: asked.collect(), files })
}
