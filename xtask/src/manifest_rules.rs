//! Rules about the web app manifests in `dist/`, which tell a browser how to install the app: what they have is right,
//! and what the app relies on is there. Whether a browser agrees to install it is not checked here.

use crate::bundle_app::files;
use crate::service_worker;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;

/// What is said in words, and so differs between the manifests of two languages.
const WORDS: [&str; 4] = ["name", "short_name", "description", "lang"];

/// The languages of the app: each has a manifest.
const LANGUAGES: [&str; 2] = ["en", "fr"];

/// Where the shortcuts lead. That these are screens, a test beside the app's routes says.
const SHORTCUTS: [&str; 2] = ["./#/new", "./#/join"];

/// The least width of an icon that a phone may cut into its own shape, in pixels.
const MASKABLE: u32 = 512;

/// Their files exist, their addresses are relative, their colours are the style's, nothing that the app relies on is
/// missing, and they differ only in their words.
pub fn check(dist: &Path, page: &str) -> Result<()> {
    let worker = std::fs::read_to_string(dist.join(service_worker::NAME)).context("dist has no service worker")?;
    let mut first: Option<Value> = None;
    let mut languages = Vec::new();
    for file in files(dist)?.iter().filter(|file| file.extension().is_some_and(|it| it == "webmanifest")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let manifest: Value = serde_json::from_slice(&std::fs::read(file)?).with_context(|| format!("{name}"))?;
        rules(&manifest, dist, page).with_context(|| format!("{name}"))?;
        is_complete(&manifest, dist, &worker).with_context(|| format!("{name}"))?;
        languages.push(manifest["lang"].as_str().unwrap_or_default().to_owned());
        let shape = without_words(manifest);
        let other = first.get_or_insert_with(|| shape.clone());
        ensure!(*other == shape, "{name} differs from another manifest in more than its words");
    }
    languages.sort();
    ensure!(languages == LANGUAGES, "there are manifests in {languages:?}, not in {LANGUAGES:?}");
    Ok(())
}

fn list<'a>(manifest: &'a Value, member: &str) -> &'a [Value] {
    manifest[member].as_array().map_or(&[], Vec::as_slice)
}

/// An icon for any shape, both shortcuts, and that bundles are opened and shared with the app.
fn is_complete(manifest: &Value, dist: &Path, worker: &str) -> Result<()> {
    let is_maskable =
        |icon: &&Value| icon["purpose"].as_str().is_some_and(|it| it.split(' ').any(|it| it == "maskable"));
    let widths = list(manifest, "icons").iter().filter(is_maskable).filter_map(|icon| {
        let (width, height) = png_size(&std::fs::read(dist.join(icon["src"].as_str()?)).ok()?)?;
        Some(width.min(height))
    });
    ensure!(widths.max() >= Some(MASKABLE), "it has no maskable icon of {MASKABLE} pixels");
    let shortcuts: Vec<&Value> = list(manifest, "shortcuts").iter().map(|it| &it["url"]).collect();
    ensure!(shortcuts == SHORTCUTS, "the shortcuts lead to {shortcuts:?}, not to {SHORTCUTS:?}");
    let opens =
        |it: &Value| it["action"] == "./" && list(&it["accept"], "application/json").contains(&Value::from(".json"));
    ensure!(list(manifest, "file_handlers").iter().any(opens), "no file handler opens a .json with the first screen");
    let share = &manifest["share_target"];
    for (member, value) in [("action", "./share"), ("method", "POST"), ("enctype", "multipart/form-data")] {
        ensure!(share[member] == value, "the share target's {member} is {}, not {value}", share[member]);
    }
    let [file] = list(&share["params"], "files") else { anyhow::bail!("the share target takes no files") };
    ensure!(list(file, "accept").contains(&Value::from(".json")), "the share target takes no .json");
    let field = file["name"].as_str().unwrap_or_default();
    let reads = format!(".getAll(\"{field}\")");
    ensure!(worker.contains(&reads), "the service worker does not read the field `{field}` of what is shared");
    Ok(())
}

fn rules(manifest: &Value, dist: &Path, page: &str) -> Result<()> {
    let list = |member: &str| list(manifest, member);
    let mut addresses = vec![&manifest["start_url"], &manifest["scope"]];
    addresses.extend(list("shortcuts").iter().map(|it| &it["url"]));
    addresses.extend(list("file_handlers").iter().map(|it| &it["action"]));
    addresses.extend(manifest.get("share_target").map(|it| &it["action"]));
    for address in addresses {
        let inside = address.as_str().is_some_and(|it| it.starts_with("./") && !it.contains(".."));
        ensure!(inside, "the address {address} does not begin with `./`: it would leave the folder");
    }
    // Unlike all other addresses, an id is taken from the root of the site: two apps in two folders would be one.
    ensure!(manifest.get("id").is_none(), "it has an id; without one, the folder's address is the id");
    ensure!(!list("icons").is_empty(), "it has no icons");
    for icon in list("icons") {
        let (src, sizes) = (icon["src"].as_str().unwrap_or_default(), icon["sizes"].as_str().unwrap_or_default());
        ensure!(!src.starts_with('/') && !src.contains(':'), "the icon `{src}` has an address that is not relative");
        let bytes = std::fs::read(dist.join(src)).with_context(|| format!("the icon `{src}` does not exist"))?;
        if let Some((width, height)) = png_size(&bytes) {
            ensure!(sizes == format!("{width}x{height}"), "`{src}` is {width}x{height}, not {sizes}");
        }
    }
    for colour in ["theme_color", "background_color"] {
        let value = manifest[colour].as_str().unwrap_or_default();
        ensure!(
            value.starts_with('#') && page.contains(&format!(":{value};")),
            "{colour} `{value}` is not in the style"
        );
    }
    Ok(())
}

fn without_words(mut value: Value) -> Value {
    match &mut value {
        Value::Object(members) => {
            // `params.files[].name` is a name for programs.
            let program = members.contains_key("accept");
            members.retain(|name, _| program || !WORDS.contains(&name.as_str()));
            members.values_mut().for_each(|member| *member = without_words(member.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = without_words(item.take())),
        _ => {}
    }
    value
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    bytes.starts_with(b"\x89PNG").then_some(())?;
    Some((number(16)?, number(20)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const PAGE: &str = ":root{--red:#a3271c;--linen:#f4ede0;}";

    fn good() -> Value {
        json!({
            "name": "Nappe", "start_url": "./", "scope": "./", "theme_color": "#a3271c", "background_color": "#f4ede0",
            "icons": [{ "src": "icon-192.png", "sizes": "192x192" }],
            "shortcuts": [{ "name": "New", "url": "./#/new" }],
        })
    }

    fn with(pointer: &str, value: Value) -> Result<()> {
        let mut manifest = good();
        match manifest.pointer_mut(pointer) {
            Some(member) => *member = value,
            None => manifest[&pointer[1..]] = value,
        }
        rules(&manifest, &crate::paths::root().join("assets"), PAGE)
    }

    #[test]
    fn addresses_stay_in_the_folder_and_icons_exist() {
        with("/name", json!("Nappe")).unwrap();
        for (pointer, value) in [
            ("/start_url", json!("/")),
            ("/scope", json!("https://nappe.example/")),
            ("/shortcuts/0/url", json!("../#/new")),
            ("/share_target", json!({ "action": "share" })),
            ("/file_handlers", json!([{ "action": "/" }])),
            ("/id", json!("./")),
            ("/icons", json!([])),
            ("/icons/0/src", json!("gone.png")),
            ("/icons/0/src", json!("/icon-192.png")),
            ("/icons/0/sizes", json!("512x512")),
            ("/theme_color", json!("#a3271d")),
        ] {
            assert!(with(pointer, value.clone()).is_err(), "{pointer} {value}");
        }
    }

    /// The manifests as they are, with a member taken away or replaced.
    fn shipped(pointer: &str, value: Option<Value>) -> Result<()> {
        let root = crate::paths::root();
        let worker = std::fs::read_to_string(root.join(service_worker::NAME))?;
        for name in ["nappe.webmanifest", "nappe.fr.webmanifest"] {
            let mut manifest: Value = serde_json::from_slice(&std::fs::read(root.join("assets").join(name))?)?;
            if let Some((parent, last)) = pointer.rsplit_once('/') {
                match (manifest.pointer_mut(parent).context("no such member")?, &value) {
                    (Value::Object(members), None) => drop(members.remove(last).context("no such member")?),
                    (Value::Array(items), None) => drop(items.remove(last.parse()?)),
                    (parent, Some(value)) => parent[last] = value.clone(),
                    _ => anyhow::bail!("no such member"),
                }
            }
            is_complete(&manifest, &root.join("assets"), &worker)?;
        }
        Ok(())
    }

    #[test]
    fn whatever_the_app_relies_on_is_missed_when_it_is_gone() {
        shipped("", None).unwrap();
        for gone in [
            "/icons",
            "/icons/3",
            "/icons/3/purpose",
            "/shortcuts",
            "/shortcuts/0",
            "/shortcuts/1",
            "/shortcuts/1/url",
            "/file_handlers",
            "/file_handlers/0/action",
            "/file_handlers/0/accept",
            "/share_target",
            "/share_target/action",
            "/share_target/method",
            "/share_target/enctype",
            "/share_target/params/files",
            "/share_target/params/files/0",
            "/share_target/params/files/0/name",
            "/share_target/params/files/0/accept/1",
        ] {
            let why = shipped(gone, None).expect_err(gone).to_string();
            assert!(why != "no such member", "{gone}: {why}");
        }
        for (pointer, value) in [
            ("/icons/3/src", json!("icon-192.png")),
            ("/shortcuts/0/url", json!("./#/cafe")),
            ("/share_target/params/files/0/name", json!("file")),
        ] {
            assert!(shipped(pointer, Some(value)).is_err(), "{pointer}");
        }
    }

    #[test]
    fn two_languages_differ_in_words_only() {
        let mut french = good();
        french["name"] = json!("La nappe");
        french["shortcuts"][0]["name"] = json!("Nouveau");
        assert_eq!(without_words(french.clone()), without_words(good()));
        french["shortcuts"][0]["url"] = json!("./#/join");
        assert_ne!(without_words(french), without_words(good()));
        let target = json!({ "files": [{ "name": "bundle", "accept": [".json"] }] });
        assert_eq!(without_words(target.clone()), target);
    }
}
