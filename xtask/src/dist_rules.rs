//! Rules about `dist/` that need no browser: it names no other host, the policies fit their pages, the links resolve,
//! the single file needs nothing beside it, and the manifests are right ([`manifest_rules`]).

use crate::bundle_app::{files, slashes};
use crate::html::{self, Edition};
use crate::manifest_rules;
use crate::single_file;
use crate::visit::BESIDE;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;

/// Beginnings of addresses that are names and not places, as XML uses them: in SVG, and in the parts of Word's and
/// PowerPoint's files (ECMA-376, and the Dublin Core that it refers to). Nothing ever fetches them.
const NAMESPACES: [&str; 4] =
    ["www.w3.org/", "purl.org/dc/", "schemas.microsoft.com/office/", "schemas.openxmlformats.org/"];

/// Checks every rule; the error lists all that is wrong.
pub fn check(dist: &Path) -> Result<()> {
    let read = |name: &str| std::fs::read_to_string(dist.join(name)).with_context(|| format!("dist has no {name}"));
    let (page, single) = (read("index.html")?, read(single_file::NAME)?);
    let (markup, single_markup) = (html::markup(&page), html::markup(&single));
    let mut wrong = Vec::new();
    let rules: [(&str, Result<()>); 8] = [
        ("no file names a host", names_no_host(dist)),
        ("the policy is in the page and fits it", policy_fits(&page, Edition::Folder)),
        ("nothing in the page needs a looser policy", no_inline_attributes(&markup)),
        ("every link is relative and resolves", links_resolve(&markup, dist)),
        ("the manifests' files exist and their addresses are relative", manifest_rules::check(dist, &page)),
        ("the single file has its own policy", policy_fits(&single, Edition::SingleFile)),
        ("nothing in the single file needs a looser policy", no_inline_attributes(&single_markup)),
        ("the single file needs no file beside it", stands_alone(&single_markup)),
    ];
    for (rule, outcome) in rules {
        match outcome {
            Ok(()) => println!("    ok: {rule}"),
            Err(why) => wrong.push(format!("{rule}: {why:#}")),
        }
    }
    if !wrong.is_empty() {
        bail!("{}", wrong.join("\n"));
    }
    Ok(())
}

fn names_no_host(dist: &Path) -> Result<()> {
    let mut found = Vec::new();
    for file in files(dist)? {
        let name = slashes(file.strip_prefix(dist)?);
        if name == BESIDE {
            continue;
        }
        let bytes = std::fs::read(&file)?;
        found.extend(hosts(&bytes).into_iter().map(|host| format!("{name} names {host}")));
    }
    ensure!(found.is_empty(), "{}", found.join(", "));
    Ok(())
}

/// What follows a `scheme://` that a browser would fetch from, in text or in the data of WebAssembly.
fn hosts(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut hosts: Vec<String> = ["http://", "https://", "ws://", "wss://"]
        .iter()
        .flat_map(|scheme| text.match_indices(scheme).map(|(at, _)| &text[at + scheme.len()..]))
        .filter(|rest| !NAMESPACES.iter().any(|name| rest.starts_with(name)))
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':')).collect())
        .filter(|host: &String| !host.is_empty())
        .collect();
    hosts.sort();
    hosts.dedup();
    hosts
}

fn policy_fits(page: &str, edition: Edition) -> Result<()> {
    let policy = html::policy(page, edition);
    ensure!(page.contains(&format!("content=\"{policy}\"")), "the page should have this policy: {policy}");
    let meta = page.find("Content-Security-Policy").unwrap_or_default();
    let first = ["<script", "<style", "<link"].iter().filter_map(|tag| page.find(tag)).min().unwrap_or(page.len());
    ensure!(meta < first, "the policy comes after something that it should rule");
    Ok(())
}

/// The policy would silently ignore these, so they must not be there.
fn no_inline_attributes(page: &str) -> Result<()> {
    for tag in page.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag) {
        let words = tag.split_ascii_whitespace().skip(1);
        for word in words {
            let handler = word.starts_with("on") && word.split_once('=').is_some_and(|(name, _)| name.len() > 2);
            ensure!(!handler && !word.starts_with("style="), "<{tag}> has an attribute that the policy forbids");
        }
    }
    Ok(())
}

/// What the page's markup leads to outside the page itself.
fn links(markup: &str) -> impl Iterator<Item = &str> {
    let values = |attribute: &'static str| {
        let ends = markup.match_indices(attribute).map(|(at, _)| at + attribute.len());
        ends.map(|at| markup[at..].split('"').next().unwrap_or_default())
    };
    let links = [" src=\"", " href=\""].into_iter().flat_map(values);
    links.filter(|link| !link.starts_with('#') && !link.starts_with("data:"))
}

fn links_resolve(markup: &str, dist: &Path) -> Result<()> {
    for link in links(markup) {
        ensure!(!link.starts_with('/') && !link.contains("://"), "`{link}` works only at one address");
        let file = link.split(['#', '?']).next().unwrap_or_default();
        ensure!(dist.join(file).exists(), "`{link}` leads nowhere");
    }
    Ok(())
}

/// A page from a file cannot load modules or fetch, and has no manifest.
fn stands_alone(markup: &str) -> Result<()> {
    let link = links(markup).next();
    ensure!(link.is_none(), "it has a link to `{}`", link.unwrap_or_default());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_found_and_a_namespace_is_not_one() {
        assert_eq!(hosts(b"\0\xffhttps://example.org/a ws://10.0.0.1:80 https://"), ["10.0.0.1:80", "example.org"]);
        assert!(hosts(b"http://www.w3.org/2000/svg http://purl.org/dc/terms/").is_empty());
        assert_eq!(
            hosts(b"https://www.w3.org.example.org/ https://purl.org/a"),
            ["purl.org", "www.w3.org.example.org"]
        );
    }

    #[test]
    fn attributes_that_the_policy_ignores_are_found() {
        assert!(no_inline_attributes("<p style=\"color: red\">").is_err());
        assert!(no_inline_attributes("<p onclick=\"a()\">").is_err());
        assert!(no_inline_attributes("<p class=\"on\">on=1</p><style>a{}</style>").is_ok());
    }

    #[test]
    fn links_must_work_in_any_folder() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(links_resolve("<a href=\"./Cargo.toml\"><a href=\"#/x\">", here).is_ok());
        assert!(links_resolve("<a href=\"/Cargo.toml\">", here).is_err());
        assert!(links_resolve("<a href=\"./gone.js\">", here).is_err());
    }

    #[test]
    fn a_single_file_has_no_links_but_into_itself() {
        assert!(stands_alone("<link rel=\"icon\" href=\"data:,\"><a href=\"#/x\">").is_ok());
        assert!(stands_alone("<link rel=\"manifest\" href=\"nappe.webmanifest\">").is_err());
        assert!(stands_alone("<script type=\"module\" src=\"./nappe.js\">").is_err());
    }
}
