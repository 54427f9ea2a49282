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
const DIGESTS: [(&str, &str); 8] = [
    ("bundle-1-empty.json", "a1b410e348ba593e152f6dd2c44172ee"),
    ("bundle-1-everything.json", "cd7ecec2a2d25e6a2b57ab9163ed8da9"),
    ("bundle-1-harvested.json", "e6b93ce792c9241da222940c2dda4ff3"),
    ("bundle-1-setup.json", "089e416af18f47ede5115d9c98e923b3"),
    ("bundle-1-table.json", "b7266ed6fa8da5fb2ca080dae8011357"),
    ("bundle-1-took-part.json", "da23fcce959e92f977a136c3f6b5e2f8"),
    ("bundle-1-under-way.json", "7c44cb67eadd896900a7f8d4287436b6"),
    ("store-1-everything.json", "196db34e0fa25d81df9392a2cea4d130"),
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
