//! The shape of the code as a test: which folder may use which crate and which other folder, and that every module says
//! what it is. The table stands in `ARCHITECTURE.md`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Crates that some folder may use; `std` needs no leave.
const CRATES: [&str; 18] = [
    "gloo_storage",
    "js_sys",
    "leptos",
    "miniz_oxide",
    "nappe",
    "nappe_core",
    "qrcodegen",
    "reactive_graph",
    "schemars",
    "serde",
    "serde_json",
    "tachys",
    "twox_hash",
    "view_macro",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "wasm_split_helpers",
    "web_sys",
];

/// A folder (or file) of `core/src`, the crates it may use, and the folders of the core it may use.
const CORE: [(&str, &[&str], &[&str]); 12] = [
    ("domain", &[], &["merge"]),
    ("merge", &[], &["domain"]),
    ("harvest", &[], &["domain", "merge", "words"]),
    ("import", &[], &["domain", "harvest", "merge"]),
    ("words", &[], &["domain"]),
    ("invite", &["miniz_oxide", "qrcodegen"], &["bundle", "domain", "merge"]),
    ("report", &["miniz_oxide"], &["domain", "harvest", "merge", "words"]),
    ("rotation", &[], &["domain"]),
    ("example.rs", &[], &["bundle", "domain", "merge"]),
    ("example", &[], &["bundle", "domain", "harvest"]),
    ("bundle", &["schemars", "serde", "serde_json", "twox_hash"], &["domain", "merge"]),
    ("storage", &[], &["bundle", "domain", "merge"]),
];

/// A folder (or file) of `src`, the crates it may use, and the folders of `src` it may use. The core is open to all.
const APP: [(&str, &[&str], &[&str]); 12] = [
    ("lib.rs", &["nappe_core"], &["*"]),
    ("main.rs", &["leptos", "nappe"], &["*"]),
    ("bench.rs", &["js_sys", "leptos", "nappe", "wasm_bindgen", "wasm_split_helpers", "web_sys"], &["*"]),
    ("route.rs", &[], &[]),
    ("i18n", &[], &["route"]),
    ("storage", &["gloo_storage", "js_sys", "wasm_bindgen", "web_sys"], &["platform"]),
    ("transfer", &["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"], &["platform"]),
    ("platform", &["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"], &[]),
    ("reactive", &["leptos"], &[]),
    ("dom", &["js_sys", "leptos", "view_macro", "wasm_bindgen", "web_sys"], &["reactive"]),
    ("state", &["leptos"], &["i18n", "platform", "reactive", "route", "storage", "transfer"]),
    (
        "ui",
        &["leptos", "wasm_bindgen", "wasm_split_helpers", "web_sys"],
        &["dom", "i18n", "platform", "route", "state", "transfer"],
    ),
];

/// The only file that uses `gloo-storage`.
const BROWSER_STORE: &str = "src/storage/browser.rs";

/// From `web_sys` the views may use types of events and elements, never what reaches the environment.
const ENVIRONMENT: [&str; 7] = ["window", "Window", "Storage", "Navigator", "Location", "History", "console"];

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

/// Crates of the list that a file names at the beginning of a path.
fn crates_in(tokens: &[String]) -> BTreeSet<&str> {
    let starts = |at: usize| at == 0 || tokens[at - 1] != "::" || at == 1 || !is_word(&tokens[at - 2]);
    (0..tokens.len())
        .filter(|&at| starts(at) && CRATES.contains(&&*tokens[at]))
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

fn check(base: &str, table: &[(&str, &[&str], &[&str])], common: &[&str], folders: &[&str]) {
    let mut wrong = Vec::new();
    for (part, crates, uses) in table {
        for path in sources(&root().join(base).join(part)) {
            let name = path.strip_prefix(root()).expect("below the root").display().to_string();
            let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
            wrong.extend(
                crates_in(&tokens).into_iter().filter(|it| !crates.contains(it)).map(|it| format!("{name} uses {it}")),
            );
            let own = part.trim_end_matches(".rs");
            for other in behind(&tokens, "crate") {
                let free = uses.contains(&"*") || uses.contains(&other) || common.contains(&other) || other == own;
                if folders.contains(&other) && !free {
                    wrong.push(format!("{name} uses {other}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "against the table of dependencies:\n{}", wrong.join("\n"));
}

/// What a folder holds, as the names that the tables use.
fn parts_of(base: &str) -> BTreeSet<String> {
    std::fs::read_dir(root().join(base))
        .expect("the folder")
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir() || entry.path().extension().is_some_and(|it| it == "rs"))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn the_core_uses_what_the_table_allows() {
    check(
        "core/src",
        &CORE,
        &[],
        &[
            "bundle", "domain", "example", "harvest", "import", "invite", "merge", "report", "rotation", "storage",
            "words",
        ],
    );
}

#[test]
fn the_app_uses_what_the_table_allows() {
    let folders = ["dom", "i18n", "platform", "reactive", "route", "state", "storage", "transfer", "ui"];
    check("src", &APP, &["core"], &folders);
}

#[test]
fn every_folder_stands_in_the_table() {
    let listed = |table: &[(&str, &[&str], &[&str])]| table.iter().map(|it| it.0.to_owned()).collect::<BTreeSet<_>>();
    let mut core = listed(&CORE);
    core.insert("lib.rs".into());
    // And in the one that people read.
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map of the code");
    let rows = |folder: &str| map.contains(&format!("| `{folder}` |"));
    for folder in core.iter().filter(|name| !name.ends_with(".rs")) {
        assert!(rows(&format!("core/src/{folder}")), "ARCHITECTURE.md says nothing of core/src/{folder}");
    }
    assert_eq!(parts_of("core/src"), core);
    assert_eq!(parts_of("src"), listed(&APP));
}

#[test]
fn only_one_file_touches_the_browsers_store() {
    for path in sources(&root().join("src")) {
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
        let touches = crates_in(&tokens).contains("gloo_storage") || tokens.iter().any(|it| it == "local_storage");
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
fn the_domain_and_the_merge_read_no_clock() {
    for part in [
        "core/src/domain",
        "core/src/merge",
        "core/src/bundle",
        "core/src/harvest",
        "core/src/import",
        "core/src/report",
        "core/src/invite",
        "core/src/rotation",
    ] {
        for path in sources(&root().join(part)) {
            let tokens = tokens(&std::fs::read_to_string(&path).expect("a source"));
            let reads = ["SystemTime", "Instant", "rand", "getrandom", "RandomState", "thread", "fs", "env"]
                .into_iter()
                .find(|it| {
                    tokens.windows(2).any(|pair| pair[0] == "::" && pair[1] == *it || pair[0] == *it && pair[1] == "::")
                });
            assert_eq!(reads, None, "{}", path.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<_> = ["core/src", "src"]
        .iter()
        .flat_map(|base| sources(&root().join(base)))
        .filter(|path| !std::fs::read_to_string(path).expect("a source").starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "no //! at the top: {silent:#?}");
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
    let crates: Vec<_> = crates_in(&tokens).into_iter().collect();
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
