//! What the suggestions of similar notes promise: forms of one sentence are found, also across the two languages;
//! contraries are not; whatever people write, the work stays bounded, and how notes came in makes no difference.

#[path = "../core/examples/bench/similar_set.rs"]
mod similar_set;

use nappe::core::domain::Id;
use nappe::core::words::{Search, suggest};
use proptest::prelude::*;
use similar_set::{HELD_OUT, Half, Score, TUNED, notes};
use std::collections::BTreeSet;

/// Notes that have nothing to do with the pairs, so that words weigh as in a café.
const OTHERS: [&str; 12] = [
    "Un abribus devant la mairie",
    "A brass band on market days",
    "Les factures arrivent trop tard",
    "Swimming lessons for adults",
    "Moins de plastique dans les rayons",
    "A map of footpaths",
    "Le médecin part à la retraite",
    "More pitches for football",
    "Une carte postale pour les jumeaux",
    "Recruit two more gardeners",
    "Le wifi du train",
    "Lower rents for bakers",
];

fn with_ids<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<(Id, &'a str)> {
    (1u128..).map(Id::from_bits).zip(texts).collect()
}

/// Whether two notes are put into one group, among the others.
fn are_suggested(a: &str, b: &str) -> bool {
    let notes = with_ids([a, b].into_iter().chain(OTHERS));
    suggest(&notes).iter().any(|it| it.notes.contains(&notes[0].0) && it.notes.contains(&notes[1].0))
}

#[test]
fn forms_of_one_sentence_are_suggested_in_each_language() {
    for (a, b) in [
        ("Fermer la rue de l’école aux voitures", "Que la rue de l’école soit fermée aux voitures"),
        ("Une ludothèque au centre social", "une ludotheque, au centre sociale"),
        ("Prêter les salles aux associations", "Le prêt des salles pour les associations"),
        ("Close the school street to cars", "The school street should be closed to cars"),
        ("Repair the lights in the underpass", "Broken light in the underpass: repair it!"),
    ] {
        assert!(are_suggested(a, b), "{a} / {b}");
    }
}

#[test]
fn the_same_in_the_other_language_is_suggested() {
    for (a, b) in [
        ("Plus d’arbres dans la rue du marché", "More trees in the market street"),
        ("Un jardin partagé pour les familles du quartier", "A shared garden for families of the neighbourhood"),
        ("Moins de déchets à la cantine de l’école", "Less waste in the school canteen"),
    ] {
        assert!(are_suggested(a, b), "{a} / {b}");
    }
}

#[test]
fn contraries_are_not_suggested() {
    for (a, b) in [
        ("Ouvrir la bibliothèque le dimanche", "Fermer la bibliothèque le dimanche"),
        ("Plus de voitures au centre", "Moins de voitures au centre"),
        ("Open the park at night", "Close the park at night"),
        ("More lights on the paths", "Fewer lights on the paths"),
        ("Couper les arbres de la place", "Ne pas couper les arbres de la place"),
        ("Build on the meadow", "Never build on the meadow"),
    ] {
        assert!(!are_suggested(a, b), "{a} / {b}");
    }
}

#[test]
fn notes_that_only_share_a_topic_are_not_suggested() {
    for (a, b) in [
        ("La cantine est trop bruyante", "La cantine est trop chère pour les familles nombreuses"),
        ("A bench by the river", "Clean the river"),
        ("Le bus passe trop tard le soir", "Un bus électrique"),
    ] {
        assert!(!are_suggested(a, b), "{a} / {b}");
    }
}

fn score(half: &Half) -> Score {
    let all = with_ids(notes(half).into_iter().map(|it| it.0));
    let found: Vec<Vec<usize>> =
        suggest(&all).iter().map(|it| it.notes.iter().map(|id| id.bits() as usize - 1).collect()).collect();
    Score::of(half, &found)
}

#[test]
fn on_the_hard_set_suggestions_are_as_right_as_they_were() {
    let (tuned, held_out) = (score(&TUNED), score(&HELD_OUT));
    assert!(tuned.precision >= 0.97 && tuned.recall >= 0.80, "{tuned:?}");
    assert!(held_out.precision >= 0.90 && held_out.recall >= 0.67, "{held_out:?}");
    assert!(tuned.f1() > 0.88 && held_out.f1() > 0.77);
}

/// How many steps a search takes, and what it finds.
fn steps(texts: &[String]) -> (usize, usize) {
    let mut search = Search::new(with_ids(texts.iter().map(String::as_str)));
    let mut steps = 1;
    while !search.step() {
        steps += 1;
    }
    (steps, search.into_suggestions().len())
}

#[test]
fn texts_that_are_made_to_cost_time_cost_steps_in_proportion() {
    let long = "é".repeat(2_000);
    let common = "le potager de l’école et la cantine du village";
    // Five hundred words, each a little different in each note: everybody is like everybody.
    let mixed = |note: usize| (0..500).map(|it| format!("motif{}a{}", it % 37, (note + it) % 11)).collect::<Vec<_>>();
    type Make = fn(usize, &str, &[String]) -> String;
    let hostile: [Make; 5] = [
        |_, _, _| "potager".into(),
        |note, long, _| format!("{long}{note}"),
        |note, _, _| format!("mot{note}"),
        |_, _, words| words.join(" "),
        |note, _, words| format!("{} {note}", words[note % words.len()]),
    ];
    for (place, make) in hostile.iter().enumerate() {
        let texts = |count: usize| (0..count).map(|it| make(it, &long, &mixed(it))).collect::<Vec<_>>();
        let (few, many) = (steps(&texts(150)).0, steps(&texts(300)).0);
        assert!(many <= 30 * 300, "{place}: {many} steps for 300 notes");
        assert!(many <= 3 * few, "{place}: {few} steps for 150 notes, {many} for 300");
    }
    let (_, found) = steps(&vec![common.to_owned(); 300]);
    assert_eq!(found, 38, "each group has eight notes at most");
}

/// Texts as people write them, and as nobody should.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let words = prop::sample::select(vec![
        "cantine",
        "canteen",
        "école",
        "school",
        "pas",
        "not",
        "plus",
        "moins",
        "bruit",
        "noise",
        "potager",
        "garden",
        "😀",
        "ال",
        "\u{202e}",
        "\0",
        "l’",
        "=1+1",
        "<b>",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzz",
        "\u{301}",
        "",
    ]);
    let sentence = prop::collection::vec(words, 0..9).prop_map(|words| words.join(" "));
    prop::collection::vec(prop_oneof![4 => sentence, 1 => any::<String>()], 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_group_has_two_notes_at_least_and_no_note_is_in_two(texts in texts()) {
        let all = with_ids(texts.iter().map(String::as_str));
        let mut seen = BTreeSet::new();
        for group in suggest(&all) {
            prop_assert!((2..=8).contains(&group.notes.len()), "{:?}", group);
            prop_assert!(group.likeness <= 100 && group.shared.len() <= 4);
            prop_assert!(group.notes.is_sorted());
            for note in &group.notes {
                prop_assert!(all.iter().any(|it| it.0 == *note), "a note that is not there");
                prop_assert!(seen.insert(*note), "a note stands in two groups");
            }
        }
    }

    #[test]
    fn the_order_in_which_notes_came_makes_no_difference(texts in texts(), seed in any::<u64>()) {
        let all = with_ids(texts.iter().map(String::as_str));
        let mut other = all.clone();
        other.sort_by_key(|it| it.0.bits().wrapping_mul(u128::from(seed | 1)) % 1_009);
        prop_assert_eq!(suggest(&all), suggest(&other));
        other.extend(all.iter().copied());
        prop_assert_eq!(suggest(&all), suggest(&other), "notes that came twice");
    }

    #[test]
    fn case_accents_and_spaces_make_no_difference(texts in texts()) {
        let loud: Vec<String> = texts.iter().map(|it| format!("  {}  ", it.to_uppercase())).collect();
        let notes = |it: &[String]| suggest(&with_ids(it.iter().map(String::as_str))).iter().map(|it| it.notes.clone()).collect::<Vec<_>>();
        // A letter that becomes two, or another one, in upper case is another letter.
        if texts.iter().zip(&loud).all(|(a, b)| nappe::core::words::fold(a) == nappe::core::words::fold(b.trim())) {
            prop_assert_eq!(notes(&texts), notes(&loud));
        }
    }
}
