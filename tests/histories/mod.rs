//! Random histories of a café: what up to six devices (and a copied browser profile) did, and what they sent each
//! other.
//!
//! A [`History`] is plain data that proptest makes and shrinks; [`World::play`] carries it out through the commands and
//! through real bundles (encode, decode, plan, join), and keeps a ledger of every text that a command wrote.

#![allow(dead_code, unused_imports, reason = "each test file uses its part")]

pub mod forged;
pub mod harvest;
pub mod steps;
pub mod world;

use nappe::core::bundle::{self, Decoded};
use nappe::core::domain::*;
use nappe::core::import::Plan;
use nappe::core::merge::Join;
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, RngAlgorithm};
use std::sync::LazyLock;
pub use steps::{History, history};
pub use world::World;

/// Histories per law: 2,000, or what `NAPPE_HISTORIES` says. Seeds of failures are kept in `kept`.
pub fn config(kept: &'static str) -> ProptestConfig {
    let cases = std::env::var("NAPPE_HISTORIES").ok().and_then(|text| text.parse().ok()).unwrap_or(2_000);
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(kept)) as _);
    // The default generator, unoptimised, takes most of the time; nothing here needs its strength.
    let rng_algorithm = RngAlgorithm::XorShift;
    ProptestConfig { cases, failure_persistence, rng_algorithm, max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

/// Six devices, and one more that is a copy of the first one's profile.
pub const DEVICES: usize = 7;
/// The moment at which the devices with a right clock live.
pub const NOW: u64 = 1_795_000_000_000;
/// The café's id.
pub const CAFE: Id = Id::from_bits(0xCAFE << 80);

/// The event before anybody did anything: two questions, three tables, two rounds.
pub fn beginning() -> Cafe {
    static BEGINNING: LazyLock<Cafe> = LazyLock::new(set_up);
    BEGINNING.clone()
}

fn set_up() -> Cafe {
    let mut clock = Clock::new(WriterId::from_bits(1));
    let mut cafe = Cafe::create(CAFE, "Café", Form::QuestionPerTable, clock.next(NOW - 9_000_000, None));
    let mut ids = IdMaker::default();
    let mut id = || ids.next(NOW - 9_000_000, 1 << 100);
    let (first, second) = (id(), id());
    let commands = [
        Command::AddQuestion { id: first, text: "What holds us?".into() },
        Command::AddQuestion { id: second, text: "Qu’est-ce qui nous tient\u{202f}?".into() },
        Command::AddTable { id: id(), name: "".into(), question: Some(first) },
        Command::AddTable { id: id(), name: "Fenêtre".into(), question: Some(second) },
        Command::AddTable { id: id(), name: "".into(), question: None },
        Command::AddRound { id: id(), minutes: 20, question: None },
        Command::AddRound { id: id(), minutes: 15, question: None },
    ];
    for command in commands {
        cafe.apply(command, NOW - 9_000_000, &mut clock).expect("the set-up is sound");
    }
    cafe
}

/// Takes a bundle in as the app does: decoded, planned, joined.
pub fn import(cafe: &mut Cafe, bundle: &str) {
    let Decoded { records, extra, .. } = bundle::decode(bundle.as_bytes()).expect("an own bundle can be read");
    let mut plan = Plan::default();
    plan.add(cafe, records);
    for record in plan.into_records() {
        cafe.join_record(record);
    }
    cafe.extra.join(&extra);
}

/// The canonical bytes.
pub fn bytes(cafe: &Cafe) -> String {
    bundle::encode(cafe, Scope::Whole)
}

/// The same numbers, in another order.
pub fn shuffled(count: usize, mut seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, (seed >> 33) as usize % (last + 1));
    }
    order
}
