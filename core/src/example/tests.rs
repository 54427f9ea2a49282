//! What the example promises.

use super::Kind::{Example, OffTopic, Plain, Rewritten};
use super::harvest::DOTS;
use super::*;
use crate::bundle::{decode_text, encode};
use crate::domain::{Contribution, Scope};
use crate::harvest::{Harvest, is_highlighted, is_of_harvest};
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::English, Language::French];

fn all_texts(language: Language) -> Vec<&'static str> {
    let texts = texts(language);
    let mut all = vec![texts.title, texts.place];
    all.extend(texts.questions.iter().chain(&texts.tables).chain(&texts.names));
    for &(.., kind, text) in texts.notes {
        all.push(text);
        if let Rewritten { author, facilitator } = kind {
            all.extend([author, facilitator]);
        }
    }
    all.extend(texts.points.iter().map(|point| point.2));
    all.extend(texts.themes.iter().copied().flatten().flat_map(|(name, about)| [*name, *about]));
    all.extend(texts.steps.iter().flatten());
    all
}

#[test]
fn it_shows_what_can_happen_to_a_note() {
    for language in LANGUAGES {
        let cafe = cafe(language);
        let count = |is: fn(&Contribution) -> bool| cafe.contributions().filter(|note| is(note)).count();
        assert!((38..=44).contains(&count(|_| true)), "{}", count(|_| true));
        assert_eq!(count(|_| true), texts(language).notes.len(), "no two notes have one id");
        assert_eq!(count(Contribution::is_disputed), 1);
        assert_eq!(count(Contribution::is_hidden), 1);
        assert_eq!(count(|note| note.example_of.is_some()), 2);
        assert!(count(|note| note.signature().is_some()) >= 5);
        let harvest = cafe.records().filter(|record| is_of_harvest(record)).count();
        let rest = cafe.all_key_points().count() + harvest;
        assert_eq!(cafe.records().len(), count(|_| true) + rest + 1 + 4 + 3 + 3, "the set-up is whole");
        assert_eq!(cafe.head().map(|head| &*head.date.is), Some(DATE));
    }
}

#[test]
fn the_disputed_note_has_both_texts() {
    for language in LANGUAGES {
        let cafe = cafe(language);
        let wanted = texts(language).notes.iter().find_map(|&(.., kind, _)| match kind {
            Rewritten { author, facilitator } => Some(vec![author, facilitator]),
            Plain | Example | OffTopic => None,
        });
        let disputed = cafe.contributions().find(|note| note.is_disputed());
        assert_eq!(disputed.map(|note| note.text.texts().iter().map(|it| &*it.is).collect()), wanted);
    }
}

#[test]
fn every_table_hears_every_group_and_one_question_stays_open() {
    for language in LANGUAGES {
        let cafe = cafe(language);
        let (tables, rounds) = (cafe.tables(), cafe.rounds());
        assert_eq!((tables.len(), rounds.len()), (3, 3));
        assert!(rounds.iter().all(|round| round.minutes.is == MINUTES));
        let mut before: Option<&Note> = None;
        for note in texts(language).notes {
            let &(table, round, author, kind, text) = note;
            let seat = if author < 9 { (author / 3 + round) % 3 } else { author - 9 };
            assert_eq!(seat, table, "who was not there wrote: {text}");
            if kind == Example {
                assert!(before.is_some_and(|it| (it.0, it.1) == (table, round) && it.3 == Plain), "{text}");
            }
            before = Some(note);
        }
        for table in &tables {
            for round in &rounds {
                let here = cafe.contributions().filter(|note| note.table == table.id && note.round == round.id);
                let notes: Vec<_> = here.collect();
                assert!((3..=6).contains(&notes.len()), "as many as there is time for");
                assert!(
                    notes.iter().all(|note| {
                        (note.id.millis() - BEGAN) / MINUTE % u64::from(MINUTES + 5) < u64::from(MINUTES)
                    })
                );
                assert!(notes.iter().all(|note| Some(note.question) == table.question.is));
            }
        }
        for (place, table) in tables.iter().enumerate() {
            let here = cafe.contributions().filter(|note| note.table == table.id);
            let written =
                texts(language).notes.iter().filter(|note| note.0 == place && !matches!(note.3, Rewritten { .. }));
            let shown = here.filter(|note| !note.is_disputed()).map(|note| note.words());
            assert!(shown.eq(written.map(|note| note.4)), "the order is kept");
        }
        let open: Vec<_> = (cafe.questions().iter().map(|question| question.id))
            .filter(|&id| cafe.contributions().all(|note| note.question != id))
            .collect();
        assert_eq!(open, [cafe.questions()[3].id]);
    }
}

#[test]
fn hosts_keep_one_or_two_points_of_each_round() {
    for language in LANGUAGES {
        let cafe = cafe(language);
        assert_eq!(cafe.all_key_points().count(), texts(language).points.len(), "no two have one id");
        for (place, table) in cafe.tables().iter().enumerate() {
            for round in cafe.rounds() {
                let here: Vec<_> = cafe.key_points(table.id).filter(|point| point.round == round.id).collect();
                assert!((1..=2).contains(&here.len()), "table {place}: {}", here.len());
                let notes = cafe.contributions().filter(|note| note.table == table.id && note.round == round.id);
                assert!(notes.map(|note| note.id).all(|note| note < here[0].id), "kept at the end of a round");
            }
        }
    }
}

#[test]
fn before_the_harvest_it_is_the_same_without_one() {
    for language in LANGUAGES {
        let mut before = before_the_harvest(language);
        assert_eq!(before.records().filter(|record| is_of_harvest(record)).count(), 0);
        assert!(before.contributions().all(|note| note.extra.is_empty()));
        before.join(cafe(language));
        assert_eq!(before, cafe(language));
    }
}

#[test]
fn its_harvest_has_themes_dots_and_next_steps_and_leaves_something_to_do() {
    for language in LANGUAGES {
        let cafe = cafe(language);
        let harvest = Harvest::of(&cafe);
        for question in &cafe.questions()[..3] {
            let themes = harvest.themes(question.id);
            assert!((3..=4).contains(&themes.len()));
            for theme in themes {
                let inside = cafe.contributions().filter(|note| harvest.theme_of(note) == Some(theme.id));
                assert!(inside.count() >= 2, "{}", theme.title());
                assert!(!theme.is_disputed());
            }
            let progress = harvest.progress(&cafe)[&question.id];
            assert!(progress.sorted < progress.all && progress.sorted * 4 >= progress.all * 3, "{progress:?}");
        }
        assert!(harvest.themes(cafe.questions()[3].id).is_empty());
        assert!(harvest.shows_dots() && harvest.voters() > 8);
        let dots: usize = cafe.contributions().map(|note| harvest.dots(note.id)).sum();
        assert_eq!(dots, DOTS.iter().map(|(.., on)| on.len()).sum::<usize>(), "every dot counts");
        assert_eq!(harvest.steps.len(), 2);
        assert!(harvest.steps.iter().all(|step| !step.who.is_empty() && !step.when.is_empty()));
        assert_eq!(cafe.contributions().filter(|note| is_highlighted(note)).count(), 3);
    }
}

#[test]
fn it_is_the_same_each_time_and_another_in_each_language() {
    for language in LANGUAGES {
        let mut first = cafe(language);
        assert_eq!(encode(&first, Scope::Whole), encode(&cafe(language), Scope::Whole));
        assert!(first.join(cafe(language)).is_empty());
    }
    let ids = |language| cafe(language).records().map(|record| record.id()).collect::<BTreeSet<_>>();
    assert!(ids(Language::English).is_disjoint(&ids(Language::French)));
    let devices = |language| cafe(language).contributions().map(|note| note.author).collect::<BTreeSet<_>>();
    assert!(devices(Language::English).is_disjoint(&devices(Language::French)));
    assert!(devices(Language::French).len() >= 10);
}

#[test]
fn it_travels() {
    for language in LANGUAGES {
        let cafe = cafe(language);
        let read = decode_text(&encode(&cafe, Scope::Whole)).expect("the example is a sound bundle");
        assert_eq!(read.into_cafe(), cafe);
    }
}

#[test]
fn notes_are_notes() {
    for language in LANGUAGES {
        for &(.., text) in texts(language).notes {
            let words = text.split([' ', '\u{a0}', '\u{202f}']).filter(|it| it.contains(char::is_alphanumeric));
            assert!((3..=25).contains(&words.count()), "{text}");
        }
        let all = all_texts(language);
        for text in &all {
            assert!(!text.contains(['\'', '"']) && !text.contains("..") && !text.contains("  "), "{text}");
            assert_eq!(text.trim(), *text);
        }
        let notes: BTreeSet<_> = texts(language).notes.iter().map(|note| note.4).collect();
        assert_eq!(notes.len(), texts(language).notes.len(), "a note stands twice");
    }
}

#[test]
fn french_follows_french_typography() {
    for text in all_texts(Language::French) {
        let mut before = None;
        for (place, sign) in text.char_indices() {
            match sign {
                '?' | '!' | ':' | ';' => assert_eq!(before, Some('\u{202f}'), "{text}"),
                '»' => assert_eq!(before, Some('\u{a0}'), "{text}"),
                '«' => assert!(text[place..].starts_with("«\u{a0}"), "{text}"),
                _ => {}
            }
            before = Some(sign);
        }
    }
    let all = all_texts(Language::French).concat();
    assert!(['?', '!', ':', ';', '«', '…', '’'].iter().all(|&sign| all.contains(sign)));
    assert!(!all_texts(Language::English).concat().contains(['\u{202f}', '\u{a0}', '«']));
}
