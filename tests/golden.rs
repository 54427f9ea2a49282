//! Files that earlier builds wrote (`tests/golden/`, append-only) are read, and written again to the last byte.

use nappe::core::bundle;
use nappe::core::domain::*;
use nappe::core::harvest::{Choices, Each, Harvest, Phase, Voting, is_highlighted, took_part};
use nappe::core::storage::{ImportState, MemoryStore, Repository, Store, keys};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

fn files(prefix: &str) -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the golden files")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("UTF-8")))
        .collect();
    files.sort();
    files
}

/// The first half of the SHA-256 of each file, from the day on which it was written. A new file gets a line here.
const DIGESTS: [(&str, &str); 9] = [
    ("bundle-1-empty.json", "a1b410e348ba593e152f6dd2c44172ee"),
    ("bundle-1-everything.json", "cd7ecec2a2d25e6a2b57ab9163ed8da9"),
    ("bundle-1-harvested.json", "e6b93ce792c9241da222940c2dda4ff3"),
    ("bundle-1-setup.json", "089e416af18f47ede5115d9c98e923b3"),
    ("bundle-1-table.json", "b7266ed6fa8da5fb2ca080dae8011357"),
    ("bundle-1-took-part.json", "da23fcce959e92f977a136c3f6b5e2f8"),
    ("bundle-1-under-way.json", "7c44cb67eadd896900a7f8d4287436b6"),
    ("store-1-everything.json", "196db34e0fa25d81df9392a2cea4d130"),
    ("store-1-harvested.json", "831dcd72cea74892a780cd16231cf396"),
];

#[test]
fn b17_golden_files_are_never_edited_nor_taken_away() {
    let digest = |text: String| Sha256::digest(text)[..16].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let name = |path: String| path.rsplit(['/', '\\']).next().map(str::to_owned).unwrap_or_default();
    let there = ["bundle-", "store-"].into_iter().flat_map(files).map(|(path, text)| (name(path), digest(text)));
    let there: Vec<(String, String)> = there.collect();
    let were = DIGESTS.map(|(name, digest)| (name.to_owned(), digest.to_owned()));
    assert_eq!(there, were, "a file was edited, or went; or one was added without its digest");
}

#[test]
fn b17_golden_bundles_are_written_again_to_the_last_byte() {
    let files = files("bundle-1-");
    assert!(files.len() >= 3);
    for (name, text) in files {
        let decoded = bundle::decode_text(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(decoded.notices, [], "{name}");
        assert_eq!(bundle::encode(&decoded.into_cafe(), Scope::Whole), text, "{name}");
    }
}

#[test]
fn b17_the_golden_cafe_has_everything() {
    let (_, text) = files("bundle-1-everything").remove(0);
    let cafe = bundle::decode_text(&text).unwrap().into_cafe();
    let head = cafe.head().unwrap();
    assert_eq!(&*head.title.is, "Nos cantines,\u{a0}demain\u{202f}?");
    assert_eq!(cafe.form(), Form::QuestionPerRound);
    assert_eq!((cafe.questions().len(), cafe.all_questions().count()), (2, 3));
    let notes: Vec<_> = cafe.contributions().collect();
    assert!(notes.iter().any(|it| it.is_disputed()));
    assert!(notes.iter().any(|it| it.text.texts().len() == 2 && !it.is_disputed()), "two that are kept");
    assert!(notes.iter().any(|it| it.is_edited() && it.text.live().len() == 1));
    assert!(notes.iter().any(|it| it.is_hidden()));
    assert!(notes.iter().any(|it| it.signature().is_some()));
    assert!(notes.iter().any(|it| it.example_of.is_some()));
    assert!(notes.iter().any(|it| it.words().contains("مطبخ")));
    assert!(notes.iter().any(|it| it.words().contains("👩‍🌾")));
    assert!(notes.iter().any(|it| !it.extra.is_empty()));
    assert!(cafe.records().any(|it| matches!(it, Record::Erased(_))));
    assert!(cafe.records().any(|it| it.kind() == "theme"));
    assert!(!cafe.extra.is_empty());
}

#[test]
fn b17_the_golden_cafe_under_way_has_a_clock_seats_and_key_points() {
    let (_, text) = files("bundle-1-under-way").remove(0);
    let cafe = bundle::decode_text(&text).unwrap().into_cafe();
    let rounds = cafe.rounds();
    assert_eq!(cafe.clock(), Some(RoundClock::Running { round: rounds[1].id, ends: 1_795_002_760_000 }));
    let seats = cafe.seats().unwrap();
    assert_eq!((seats.len(), seats.rounds.len(), seats.hosting), (5, 2, Hosting::Stay));
    assert_eq!(&*seats.people[0].name, "Awa");
    let table = cafe.tables()[0].id;
    let points: Vec<&str> = cafe.key_points(table).map(KeyPoint::words).collect();
    assert_eq!(points, ["Commencer petit,\u{a0}mais commencer."]);
}

#[test]
fn b17_the_golden_harvest_has_themes_dots_and_next_steps() {
    let (_, text) = files("bundle-1-harvested").remove(0);
    let cafe = bundle::decode_text(&text).unwrap().into_cafe();
    let (harvest, question) = (Harvest::of(&cafe), cafe.questions()[0].id);
    let themes = harvest.themes(question);
    assert_eq!(themes.len(), 1, "the other one was joined to it");
    let names: Vec<&str> = themes[0].name.texts().iter().map(|it| &*it.is).collect();
    assert_eq!(names, ["À table\u{202f}!", "Manger ensemble"], "both names wait for a person");
    assert_eq!(themes[0].about.latest(), "مطبخ 👩‍🌾");
    let progress = harvest.progress(&cafe)[&question];
    assert_eq!((progress.sorted, progress.all), (2, 3));
    let first = Id::from_bits(11);
    assert_eq!((harvest.group(first).len(), harvest.dots(first), harvest.voters()), (2, 2, 1));
    assert!(is_highlighted(cafe.contribution(first).unwrap()));
    assert_eq!(harvest.voting, Voting { budget: 2, phase: Phase::Open, secret: true, each: Each::Person });
    assert_eq!((&*harvest.steps[0].who, &*harvest.steps[0].when), ("Awa", "lundi"));
    assert!(!Choices::of(&cafe).names);
}

#[test]
fn b17_the_golden_cafe_says_who_took_part_twice() {
    let (_, text) = files("bundle-1-took-part").remove(0);
    let cafe = bundle::decode_text(&text).unwrap().into_cafe();
    let took_part = took_part(&cafe);
    let texts: Vec<&str> = took_part.texts().iter().map(|it| &*it.is).collect();
    assert_eq!(
        texts,
        ["Quarante personnes,\u{a0}huit associations.", "Le comité\u{202f}: مرحبا 👩‍🌾\nRédaction\u{202f}: Awa"]
    );
}

#[test]
fn b17_a_golden_store_opens_and_its_records_are_written_as_they_were() {
    let files = files("store-1-");
    assert!(!files.is_empty());
    for (name, text) in files {
        let map: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        let store = MemoryStore::new();
        map.iter().for_each(|(key, text)| store.set(key, text).unwrap());
        let repository = Repository::new(&store);
        let cafes = repository.cafes(0).unwrap();
        assert_eq!(cafes.len(), 1, "{name}");
        // Long after: what an import left undone must not be mistaken for an abandoned one.
        let loaded = repository.load(cafes[0]).unwrap();
        assert_eq!(loaded.damaged, [], "{name}");
        assert_eq!(
            loaded.imports.iter().map(|it| it.state).collect::<Vec<_>>(),
            [ImportState::Done, ImportState::Undone]
        );
        assert_eq!(repository.device(0).unwrap(), DeviceId::from_bits(11));
        assert!(repository.seat(cafes[0]).unwrap().is_some_and(|it| it.table.is_some()));
        assert!(repository.card(cafes[0]).unwrap().is_some_and(|it| !it.title.is_empty()));
        assert!(repository.draft(cafes[0], "box").unwrap().is_some());
        assert!(repository.handed_over(cafes[0]).unwrap().last.is_some());
        assert!(!loaded.cafe.extra.is_empty());
        assert!(loaded.cafe.contributions().any(|it| it.words() == "from an import"));
        assert!(!loaded.cafe.contributions().any(|it| it.words() == "from an import that was undone"));
        for record in loaded.cafe.records() {
            let key = keys::record(cafes[0], record.id());
            if let Some(old) = map.get(&key) {
                repository.save(cafes[0], record).unwrap();
                assert_eq!(store.get(&key).unwrap().as_ref(), Some(old), "{name}");
            }
        }
    }
}

/// A store as a file has it.
fn store_in(text: &str) -> MemoryStore {
    let map: BTreeMap<String, String> = serde_json::from_str(text).unwrap();
    let store = MemoryStore::new();
    map.iter().for_each(|(key, text)| store.set(key, text).unwrap());
    store
}

/// The sorts of keys that the table in `keys.rs` names: words in capitals stand for anything.
fn sorts_of_keys() -> Vec<String> {
    let source = include_str!("../core/src/storage/keys.rs");
    let rows = source.lines().filter_map(|line| line.strip_prefix("//! | `")?.split_once('`'));
    rows.map(|(key, _)| key.to_owned()).collect()
}

fn is_of_sort(key: &str, sort: &str) -> bool {
    let (key, sort): (Vec<&str>, Vec<&str>) = (key.split('/').collect(), sort.split('/').collect());
    let is_any = |word: &str| word.chars().all(|letter| letter.is_ascii_uppercase());
    let to_the_end = sort.last() == Some(&"KEY") && key.len() > sort.len();
    (to_the_end || key.len() == sort.len()) && sort.iter().zip(&key).all(|(sort, key)| is_any(sort) || sort == key)
}

#[test]
fn b17_each_sort_of_key_lies_in_a_golden_store() {
    let stores = files("store-1-").into_iter().map(|(_, text)| store_in(&text).keys().unwrap());
    let keys: Vec<String> = stores.flatten().collect();
    let sorts = sorts_of_keys();
    assert!(sorts.len() >= 14, "{sorts:?}");
    for sort in &sorts {
        assert!(keys.iter().any(|key| is_of_sort(key, sort)), "{sort} is in no golden store: add one");
    }
    for key in &keys {
        assert!(sorts.iter().any(|sort| is_of_sort(key, sort)), "{key} is not in the table of keys.rs");
    }
    assert!(keys.iter().any(|key| keys::is_draft(key) && key.ends_with('~')), "a draft of another tab");
    for setting in ["language", "theme", "pseudonym"] {
        assert!(keys.contains(&keys::setting(setting)), "{setting}");
    }
}

#[test]
fn b17_the_golden_store_after_the_harvest_opens_with_everything_in_it() {
    let (_, text) = files("store-1-harvested").remove(0);
    let store = store_in(&text);
    let repository = Repository::new(&store);
    let before = store.used();
    let loaded = repository.load(repository.cafes(0).unwrap()[0]).unwrap();
    let (cafe, id) = (&loaded.cafe, loaded.cafe.id());
    let own = cafe.contributions().find(|it| it.words() == "Écrit ici,\u{a0}et remis").unwrap();
    let harvest = Harvest::of(cafe);
    let names = |question| harvest.themes(question).iter().map(|it| it.name.latest().to_owned()).collect::<Vec<_>>();
    assert!(names(own.question).iter().any(|it| it == "Nouveau thème"));
    assert!(is_highlighted(own));
    assert_eq!(harvest.dots(own.id), 1);
    assert!(harvest.steps.iter().any(|it| it.what.latest() == "Réunir le comité"));
    assert!(matches!(cafe.clock(), Some(RoundClock::Over { .. })));
    assert_eq!(cafe.seats().unwrap().len(), 5);
    let table = cafe.tables()[0].id;
    assert!(cafe.key_points(table).any(|it| it.words() == "Un point clé\u{202f}: مطبخ"));
    assert!(cafe.records().any(|it| matches!(it, Record::Erased(_))));
    let handed_over = repository.handed_over(id).unwrap();
    assert!(handed_over.has(own) && handed_over.changed > handed_over.last);
    assert_eq!(repository.draft(id, "box").unwrap().as_deref(), Some("à moitié écr"));
    repository.keep_own_draft(id, "box", "", "à moitié écr").unwrap();
    assert_eq!(repository.draft(id, "box").unwrap().as_deref(), Some("l’un des onglets écr"));
    assert_eq!(repository.asides().unwrap().len(), 1);
    assert_eq!(repository.journaled().unwrap(), 7);
    assert_eq!(repository.removed(0).unwrap().len(), 1);
    repository.keep_reserve().unwrap();
    assert!(store.used() < before, "the reserve is there, and a draft went");
    let unfinished = repository.unfinished(id, 0).unwrap();
    assert_eq!((unfinished.len(), unfinished[0].notes), (1, 2));
    assert!(repository.take_in(id, &unfinished[0]).unwrap());
    let loaded = repository.load(id).unwrap();
    assert!(loaded.cafe.contributions().any(|it| it.words() == "from an import that was not finished"));
}
