//! The shape of the code as a test: each folder uses only the crates and the other folders that its row in
//! `ARCHITECTURE.md` names, and every module says what it is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// In `ARCHITECTURE.md` what may be used where stands below this heading, in the rows of the folders of the app's code.
const SECTION: &str = "\n## Where things are\n";

/// Where that code lies.
const BASES: [&str; 2] = ["core/src", "src"];

/// In the cell of folders: every one of the package.
const ALL: &str = "all";

/// The only file that uses `gloo-storage`.
const BROWSER_STORE: &str = "src/storage/browser.rs";

/// From `web_sys` the views may use types of events and elements, never what reaches the environment.
const ENVIRONMENT: [&str; 7] = ["window", "Window", "Storage", "Navigator", "Location", "History", "console"];

/// All code of the project.
const PACKAGES: [&str; 5] = ["core", "src", "tests", "view-macro", "xtask"];

/// Where comments keep to the width of code. rustfmt wraps code, and leaves comments as they are.
const WRAPPED: [&str; 5] = ["core", "src", "tests", "view-macro", "xtask"];

/// The `max_width` of `rustfmt.toml`.
const WIDTH: usize = 120;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(of: &Path) -> Vec<PathBuf> {
    if of.is_file() {
        return vec![of.to_owned()];
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(of).unwrap_or_else(|error| panic!("{}: {error}", of.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file as words and signs, without comments and texts.
fn tokens(source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        if rest.starts_with(&['/', '/']) {
            at += rest.iter().position(|&it| it == '\n').unwrap_or(rest.len());
        } else if rest.starts_with(&['/', '*']) {
            at += rest.windows(2).position(|it| it == ['*', '/']).map_or(rest.len(), |end| end + 2);
        } else if rest[0] == 'r' && (rest.get(1) == Some(&'"') || rest.starts_with(&['r', '#', '"'])) {
            let hashes = rest[1..].iter().take_while(|&&it| it == '#').count();
            let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let body = &rest[2 + hashes..];
            let end = body.windows(close.len()).position(|it| it == close).unwrap_or(body.len());
            at += 2 + hashes + end + close.len();
        } else if rest[0] == '"' {
            let mut end = 1;
            while end < rest.len() && rest[end] != '"' {
                end += if rest[end] == '\\' { 2 } else { 1 };
            }
            at += end + 1;
        } else if rest[0] == '\'' && rest.get(1) == Some(&'\\') {
            at += 3 + rest[3..].iter().position(|&it| it == '\'').unwrap_or(0) + 1;
        } else if rest[0] == '\'' && rest.get(2) == Some(&'\'') {
            at += 3;
        } else if rest[0].is_alphanumeric() || rest[0] == '_' {
            let end = rest.iter().position(|it| !it.is_alphanumeric() && *it != '_').unwrap_or(rest.len());
            tokens.push(rest[..end].iter().collect());
            at += end;
        } else if rest.starts_with(&[':', ':']) {
            tokens.push("::".into());
            at += 2;
        } else {
            if !rest[0].is_whitespace() {
                tokens.push(rest[0].to_string());
            }
            at += 1;
        }
    }
    tokens
}

/// Those of the crates that a file names at the beginning of a path.
fn crates_in<'a>(tokens: &'a [String], crates: &BTreeSet<String>) -> BTreeSet<&'a str> {
    let starts = |at: usize| at == 0 || tokens[at - 1] != "::" || at == 1 || !is_word(&tokens[at - 2]);
    (0..tokens.len())
        .filter(|&at| starts(at) && crates.contains(&tokens[at]))
        .filter(|&at| {
            let next = tokens.get(at + 1).map(String::as_str);
            next == Some("::") || (at > 0 && tokens[at - 1] == "use" && matches!(next, Some(";" | "as")))
        })
        .map(|at| tokens[at].as_str())
        .collect()
}

/// Names behind `head::`, also in braces: `crate::{a, b::c}` gives `a` and `b`.
fn behind<'a>(tokens: &'a [String], head: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for at in 0..tokens.len().saturating_sub(2) {
        if tokens[at] != head || tokens[at + 1] != "::" {
            continue;
        }
        if tokens[at + 2] != "{" {
            found.insert(tokens[at + 2].as_str());
            continue;
        }
        let mut depth = 0;
        for place in at + 2..tokens.len() {
            match tokens[place].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                word if depth == 1 && matches!(&*tokens[place - 1], "{" | ",") => drop(found.insert(word)),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

fn is_word(token: &str) -> bool {
    token.starts_with(|it: char| it.is_alphabetic() || it == '_')
}

/// A row of the table: a folder, or a file beside the folders, and what it may use.
struct Row {
    path: String,
    /// Folders of the same package.
    folders: BTreeSet<String>,
    /// Crates, as code names them.
    crates: BTreeSet<String>,
}

impl Row {
    /// The name as code has it behind `crate::`.
    fn module(&self) -> &str {
        module(&self.path)
    }

    /// `core/src` or `src`.
    fn base(&self) -> &str {
        self.path.rsplit_once('/').expect("a folder").0
    }
}

fn module(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// What stands in a text between signs of code.
fn in_code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The rows of the table; where one names several folders, each of them.
fn rows(map: &str) -> Vec<Row> {
    let section = map.split_once(SECTION).expect("the section").1;
    let section = section.split("\n## ").next().unwrap_or(section);
    let mut rows = Vec::new();
    for line in section.lines().filter(|line| BASES.iter().any(|base| line.starts_with(&format!("| `{base}/")))) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [paths, _, folders, crates] = cells[..] else { panic!("a row has four cells: {line}") };
        let names = |cell| in_code(cell).map(|name: &str| name.replace('-', "_")).collect::<BTreeSet<_>>();
        let folders = if folders == ALL { [ALL.to_owned()].into() } else { names(folders) };
        for path in in_code(paths) {
            rows.push(Row { path: path.to_owned(), folders: folders.clone(), crates: names(crates) });
        }
    }
    rows
}

fn the_rows() -> Vec<Row> {
    rows(&std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map of the code"))
}

/// Every crate that the app or its core can name: what their manifests depend on, and the app itself.
fn all_crates() -> BTreeSet<String> {
    let mut found = BTreeSet::from(["nappe".to_owned()]);
    for manifest in ["Cargo.toml", "core/Cargo.toml"] {
        let text = std::fs::read_to_string(root().join(manifest)).expect("a manifest");
        let mut is_list = false;
        for line in text.lines() {
            if let Some(section) = line.strip_prefix('[') {
                is_list = section == "dependencies]";
                found.extend(
                    section.strip_prefix("dependencies.").map(|name| name.trim_end_matches(']').replace('-', "_")),
                );
            } else if is_list && line.starts_with(char::is_alphabetic) {
                let name = line.split(|it: char| it.is_whitespace() || matches!(it, '.' | '=')).next();
                found.extend(name.map(|name| name.replace('-', "_")));
            }
        }
    }
    found
}

/// The folders and the files beside them, as modules.
fn parts_of(base: &str) -> BTreeSet<String> {
    std::fs::read_dir(root().join(base))
        .expect("the folder")
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir() || entry.path().extension().is_some_and(|it| it == "rs"))
        .map(|entry| module(&entry.file_name().to_string_lossy()).to_owned())
        .collect()
}

#[test]
fn every_folder_uses_what_its_row_allows() {
    let known = all_crates();
    let mut wrong = Vec::new();
    for row in the_rows() {
        let folders = parts_of(row.base());
        let place = root().join(&row.path);
        // A folder, and the file beside it that opens it.
        let beside = place.with_extension("rs");
        let files = [place, beside].into_iter().filter(|it| it.exists()).collect::<BTreeSet<_>>();
        for path in files.iter().flat_map(|it| sources(it)) {
            let name = path.strip_prefix(root()).expect("below the root").display();
            let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
            let crates = crates_in(&tokens, &known);
            wrong.extend(
                crates.into_iter().filter(|it| !row.crates.contains(*it)).map(|it| format!("{name} uses {it}")),
            );
            let others = behind(&tokens, "crate").into_iter().filter(|it| folders.contains(*it) && *it != row.module());
            let free = |it: &&str| row.folders.contains(ALL) || row.folders.contains(*it);
            wrong.extend(others.filter(|it| !free(it)).map(|it| format!("{name} uses {it}")));
        }
    }
    assert!(wrong.is_empty(), "against the table in ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_has_a_row_and_every_row_names_what_there_is() {
    let (rows, known) = (the_rows(), all_crates());
    for base in BASES {
        let folders = parts_of(base);
        let mut listed: Vec<&str> = rows.iter().filter(|row| row.base() == base).map(Row::module).collect();
        listed.sort_unstable();
        assert_eq!(listed, folders.iter().collect::<Vec<_>>(), "the rows of {base}");
        for row in rows.iter().filter(|row| row.base() == base) {
            assert!(root().join(&row.path).exists(), "there is no {}", row.path);
            let strange = row.folders.iter().filter(|it| *it != ALL && !folders.contains(*it));
            let strange: Vec<_> = strange.chain(row.crates.difference(&known)).collect();
            assert!(strange.is_empty(), "{} may use what there is not: {strange:?}", row.path);
        }
    }
}

#[test]
fn the_reader_of_the_table_sees_each_folder_with_its_cells() {
    let map = "# Map\n| `src/no` | before | `a` | |\n\n## Where things are\n\n| folder | what | folders | crates |\n\
        |---|---|---|---|\n| `src/a`, `src/b.rs` | says `x` | `c`, `d` | `web-sys` |\n| `core/src/e` | all of it | all | |\n\
        | `style` | no code | |\n\n## Later\n| `src/no` | after | | |\n";
    let rows = rows(map);
    let seen: Vec<_> = rows.iter().map(|row| (row.base(), row.module(), row.folders.len(), row.crates.len())).collect();
    assert_eq!(seen, [("src", "a", 2, 1), ("src", "b", 2, 1), ("core/src", "e", 1, 0)]);
    assert!(rows[0].crates.contains("web_sys") && rows[2].folders.contains(ALL));
}

#[test]
fn only_one_file_touches_the_browsers_store() {
    let known = all_crates();
    for path in sources(&root().join("src")) {
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
        let touches =
            crates_in(&tokens, &known).contains("gloo_storage") || tokens.iter().any(|it| it == "local_storage");
        assert!(!touches || name == BROWSER_STORE, "{name} touches localStorage");
    }
}

#[test]
fn views_reach_the_environment_through_platform_only() {
    for path in sources(&root().join("src/ui")) {
        let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
        let reached: Vec<_> = behind(&tokens, "web_sys").into_iter().filter(|it| ENVIRONMENT.contains(it)).collect();
        assert!(reached.is_empty(), "{} reaches for {reached:?}", path.display());
    }
}

#[test]
fn the_core_reads_no_clock_and_rolls_no_dice() {
    for path in sources(&root().join("core/src")) {
        let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
        let reads = ["SystemTime", "Instant", "rand", "getrandom", "RandomState", "thread", "fs", "env"]
            .into_iter()
            .find(|it| {
                tokens.windows(2).any(|pair| pair[0] == "::" && pair[1] == *it || pair[0] == *it && pair[1] == "::")
            });
        assert_eq!(reads, None, "{}", path.display());
    }
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<_> = PACKAGES
        .iter()
        .flat_map(|base| sources(&root().join(base)))
        .filter(|path| !std::fs::read_to_string(path).expect("a source").starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "no //! at the top: {silent:#?}");
}

#[test]
fn comments_are_no_wider_than_code() {
    let mut wide = Vec::new();
    for path in WRAPPED.iter().flat_map(|place| sources(&root().join(place))) {
        let source = std::fs::read_to_string(&path).expect("a source");
        let comments = (1..).zip(source.lines()).filter(|(_, line)| line.trim_start().starts_with("//"));
        // A row of a table is one line.
        let comments = comments.filter(|(_, line)| !line.trim_start().starts_with("//! |"));
        let name = path.strip_prefix(root()).expect("below the root").display();
        wide.extend(comments.filter(|(_, line)| line.chars().count() > WIDTH).map(|(at, _)| format!("{name}:{at}")));
    }
    assert!(wide.is_empty(), "comments wider than {WIDTH} columns:\n{}", wide.join("\n"));
}

#[test]
fn the_reader_of_sources_sees_paths_and_no_texts() {
    let source = r##"
        // use leptos::prelude;
        /* serde::x */ const A: &str = "web_sys::y \" js_sys::z"; const B: &str = r#"serde::"#;
        use gloo_storage::{Storage}; fn f<'a>(c: char) { c == '"'; x::serde::y(); ::js_sys::Date::now(); '\''; wasm_bindgen::f() }
        use crate::{route::{a, b}, ui, self};
        use qrcodegen as q;
    "##;
    let tokens = tokens(source);
    let crates: Vec<_> = crates_in(&tokens, &all_crates()).into_iter().collect();
    assert_eq!(crates, ["gloo_storage", "js_sys", "qrcodegen", "wasm_bindgen"]);
    let names: Vec<_> = behind(&tokens, "crate").into_iter().collect();
    assert_eq!(names, ["route", "self", "ui"]);
}

#[test]
fn every_test_in_the_table_of_faults_exists() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    let table = map.split("\n## ").find(|part| part.starts_with("Faults")).expect("the faults");
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("a source");
    let tests: String = sources(&root().join("tests")).into_iter().map(read).collect();
    for row in table.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let shown_by = row.trim_end_matches('|').rsplit('|').next().expect("a cell");
        let names: Vec<&str> = shown_by.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test for {row}");
        for name in names {
            assert!(
                tests.contains(&format!("#[test]\nfn {name}(")) || tests.contains(&format!("#[test]\n    fn {name}(")),
                "no test {name}"
            );
        }
    }
}
