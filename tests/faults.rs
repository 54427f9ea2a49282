//! Any sequence of acts, imports and faults, and what was acknowledged is there at every start: nothing that was said
//! to be saved is lost, no erased words come back, an import counts whole or not at all (or as far as a person
//! took it in), and the café always opens.
//!
//! `tests/storage` shows each fault on its own, at every write; here they meet. A failing sequence shrinks, and its
//! seed is kept in `tests/regressions/faults.txt`.

mod faulty;
mod histories;

use faulty::{Faults, Tally, World, steps};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm::XorShift, TestRng, TestRunner};

/// Sequences per kind of faults: a quarter of the histories per law in `tests/laws.rs`, so 500; and ten times as many
/// with all faults at once.
fn config(times: u32) -> ProptestConfig {
    let config = histories::config("tests/regressions/faults.txt");
    ProptestConfig { cases: config.cases / 4 * times, ..config }
}

fn play(steps: &[faulty::Step]) -> Result<(), TestCaseError> {
    World::play(steps).map(|_| ()).map_err(TestCaseError::fail)
}

const NONE: Faults =
    Faults { refusals: false, deaths: false, clocks: false, damage: false, clones: false, kills: false };

proptest! {
    #![proptest_config(config(1))]

    #[test]
    fn two_tabs_on_one_store_lose_nothing(steps in steps(NONE)) {
        play(&steps)?;
    }

    #[test]
    fn writes_and_reads_that_fail_lose_nothing_that_was_said_to_be_saved(
        steps in steps(Faults { refusals: true, ..NONE }),
    ) {
        play(&steps)?;
    }

    #[test]
    fn tabs_that_die_between_two_writes_lose_nothing_that_was_said_to_be_saved(
        steps in steps(Faults { deaths: true, ..NONE }),
    ) {
        play(&steps)?;
    }

    #[test]
    fn clocks_that_jump_by_an_hour_a_year_or_to_1970_lose_nothing(
        steps in steps(Faults { clocks: true, deaths: true, ..NONE }),
    ) {
        play(&steps)?;
    }

    #[test]
    fn stored_values_that_are_damaged_cost_only_themselves(
        steps in steps(Faults { damage: true, deaths: true, ..NONE }),
    ) {
        play(&steps)?;
    }

    #[test]
    fn copies_of_a_profile_go_on_beside_each_other(steps in steps(Faults { clones: true, ..NONE })) {
        play(&steps)?;
    }
}

proptest! {
    #![proptest_config(config(2))]

    #[test]
    fn a_browser_that_is_killed_and_forgets_its_last_writes_loses_nothing_that_was_said_to_be_saved(
        steps in steps(Faults::KILLS),
    ) {
        play(&steps)?;
    }
}

proptest! {
    #![proptest_config(config(10))]

    #[test]
    fn all_faults_together_lose_nothing_that_was_said_to_be_saved(steps in steps(Faults::ALL)) {
        play(&steps)?;
    }
}

/// Sequences in which nothing happens would show nothing.
#[test]
fn the_sequences_meet_every_fault() {
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), TestRng::deterministic_rng(XorShift));
    let mut all = Tally::default();
    for _ in 0..300 {
        let steps = steps(Faults::ALL).new_tree(&mut runner).expect("a sequence").current();
        all.add(&World::play(&steps).expect("a sequence that keeps every promise"));
    }
    for _ in 0..40 {
        let steps = steps(Faults::KILLS).new_tree(&mut runner).expect("a sequence").current();
        all.add(&World::play(&steps).expect("a sequence that keeps every promise"));
    }
    println!("{all:?}");
    assert!(all.least() >= 20 && all.forgotten >= 100, "{all:?}");
    assert!(all.taken_in >= 2 && all.cleared >= 2, "{all:?}");
}
