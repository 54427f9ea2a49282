//! Writing a text of the harvest over the versions that somebody saw, and putting back what it took the place of.

use super::edit::Over;
use super::fields::{self, register, replaced_name};
use crate::domain::{Clock, Extra, Json, Stamp};
use crate::merge::Versions;

/// What a record says: fields with the words that stand in them.
pub type Wording = Vec<(&'static str, Box<str>)>;

/// What a theme or a next step says. No stamps: words that were changed and put back are the same.
pub(super) fn of(extra: &Extra) -> Wording {
    let mut all = Wording::new();
    for name in ["name", "about", "what"] {
        all.extend(distinct(&fields::versions(extra, name)).into_iter().map(|text| (name, text)));
    }
    for name in ["who", "when"] {
        all.extend(fields::text(extra, name).map(|text| (name, text.into())));
    }
    all.retain(|(_, text)| !text.is_empty());
    all
}

fn distinct(versions: &Versions) -> Vec<Box<str>> {
    versions.texts().into_iter().map(|version| version.is.clone()).collect()
}

/// The stamps of the versions that a text takes the place of; none where somebody worded it anew since.
fn seen(versions: &Versions, over: &Over) -> Option<Vec<Stamp>> {
    let words = match over {
        Over::Seen(seen) => return Some(seen.clone()),
        Over::Words(words) => words,
    };
    let stands = |text: &str| versions.live().iter().any(|version| &*version.is == text);
    let as_it_was = if words.is_empty() { versions.live().is_empty() } else { words.iter().all(|text| stands(text)) };
    let standing = versions.live().iter().filter(|version| words.contains(&version.is));
    as_it_was.then(|| standing.map(|version| version.at).collect())
}

/// Writes texts, mostly one; the different words that stood before, the oldest first, or nothing where nothing changed.
pub(super) fn write(
    extra: &mut Extra,
    name: &str,
    over: &Over,
    texts: &[Box<str>],
    now: u64,
    clock: &mut Clock,
) -> Option<Vec<Box<str>>> {
    let versions = fields::versions(extra, name);
    let seen = seen(&versions, over)?;
    let standing = versions.live().iter().filter(|version| seen.contains(&version.at));
    let replaced = Versions::from_parts(standing.cloned().collect(), Vec::new());
    let before = distinct(&replaced);
    let is_same = before == texts && replaced.live().len() == before.len();
    if is_same || versions.live().is_empty() && texts.iter().all(|text| text.is_empty()) {
        return None;
    }
    let known = |name: &str| match extra.fields().and_then(|fields| fields.get(name)) {
        Some(Json::Array(items)) => items.clone(),
        _ => Vec::new(),
    };
    // Whatever else stands in a version goes with it, and stays with those that nobody saw.
    let (mut live, mut gone) = (known(name), known(&replaced_name(name)));
    let mut last = versions.last_stamp();
    for text in texts {
        let at = clock.next_version(now, last, &seen);
        last = last.max(Some(at));
        live.push(register(at, Json::String(text.clone())));
    }
    gone.extend(seen.iter().map(|at| Json::String(at.to_string().into())));
    let fields = extra.fields_mut();
    fields.insert(name.into(), Json::Array(live));
    if !gone.is_empty() {
        fields.insert(replaced_name(name), Json::Array(gone));
    }
    crate::merge::unknown::normalize(fields);
    Some(before)
}
