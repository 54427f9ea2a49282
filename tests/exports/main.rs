//! The report's files, on texts full of markup, formulas, marks of direction and characters that no file may hold: each
//! is read back by a reader that shares no code with the writer, and holds all texts, as text.

mod in_csv;
mod in_html;
mod in_markdown;
mod in_slides;
mod in_word;
#[path = "../reports/mod.rs"]
mod reports;

use nappe::core::report::{Entry, Heading, Report, Words, csv, docx, html, markdown};
use nappe::i18n::Locale;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use reports::{
    any_texts, core_of, figures_in_order, hostile, missing_in_order, of_texts, realistic, texts_in_order, words,
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

fn config() -> ProptestConfig {
    let failure_persistence =
        Some(Box::new(prop::test_runner::FileFailurePersistence::Direct("tests/regressions/exports.txt")) as Box<_>);
    ProptestConfig { cases: 48, max_shrink_iters: 300, failure_persistence, ..ProptestConfig::default() }
}

fn languages() -> [Words; 2] {
    [words(Locale::English), words(Locale::French)]
}

/// A file's texts in order, checked to hold everything.
fn expect_all(kind: &str, found: &str, report: &Report, words: &Words) {
    if let Some(missing) = missing_in_order(found, &texts_in_order(report, words)) {
        panic!("{kind}: {missing}");
    }
    // Behind all texts, or numbers among those would do.
    let last = core_of(found).rfind(&core_of(words.figures));
    if let Some(at) = last.filter(|_| report.counts.is_some()) {
        let missing = missing_in_order(&core_of(found)[at..], &figures_in_order(report, words));
        assert_eq!(missing, None, "{kind}");
    }
    assert_eq!(last.is_some(), report.counts.is_some(), "{kind}: the figures");
    for text in [&report.title, &report.place] {
        assert!(core_of(found).contains(&core_of(text)), "{kind}: no {text:?}");
    }
    for step in &report.steps {
        for text in step.what.iter().chain([&step.who, &step.when]) {
            assert!(core_of(found).contains(&core_of(text)), "{kind}: no {text:?}");
        }
    }
    for remark in report.remarks(words) {
        assert!(core_of(found).contains(&core_of(&remark)), "{kind}: no {remark:?}");
    }
    assert!(!found.contains(['\0', '\u{7}', '\u{1b}', '\u{fffe}', '\u{fdd0}']), "{kind}: what no file may hold");
}

#[test]
fn what_is_not_chosen_is_in_no_file() {
    let mut report = realistic(nappe::core::example::Language::English);
    let words = words(Locale::English);
    let texts = |report: &Report| [html::write(report, &words), markdown::write(report, &words), in_word::body(report)];
    for (text, kind) in texts(&report).iter().zip(["HTML", "Markdown", "Word"]) {
        for part in [words.figures, words.counts, words.recurring, words.map.name] {
            assert!(text.contains(part), "{kind}: no {part:?}");
        }
    }
    report.counts = None;
    report.recurring.clear();
    for (text, kind) in texts(&report).iter().zip(["HTML", "Markdown", "Word"]) {
        for part in [words.figures, words.counts, words.recurring, words.recurring_help] {
            assert!(!text.contains(part), "{kind}: {part:?}");
        }
    }
}
