//! Bundles to give to the app: the example café with more notes.

use std::path::PathBuf;

use nappe_core::bundle::encode;
use nappe_core::domain::{Clock, Command, DeviceId, IdMaker, Scope, WriterId};
pub use nappe_core::example::Language;
use nappe_core::example::cafe;

/// The example in this language and so many notes more, spread over its tables.
pub fn example_and(language: Language, notes: u64) -> String {
    let mut cafe = cafe(language);
    let tables: Vec<_> = cafe.tables().iter().map(|table| table.id).collect();
    let round = cafe.rounds()[0].id;
    let (mut ids, mut clock) = (IdMaker::default(), Clock::new(WriterId::from_bits(77)));
    for number in 0..notes {
        let now = 1_780_140_000_000 + number * 1_000;
        let table = tables[usize::try_from(number).expect("a small number") % tables.len()];
        let write = Command::Write {
            id: ids.next(now, u128::from(number)),
            author: DeviceId::from_bits(7),
            question: cafe.question_at(table, round).expect("each table has its question"),
            table,
            round,
            text: format!("Note {number}: a sentence of the usual length about what we eat at noon."),
            name: String::new(),
            example_of: None,
        };
        cafe.apply(write, now, &mut clock).expect("a note");
    }
    encode(&cafe, Scope::Whole)
}

/// A file with these bytes; it goes with the folder.
pub fn file(folder: &tempfile::TempDir, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file to be written");
    path
}
