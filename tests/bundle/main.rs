//! The bundle format, rule by rule: each test is named after the rule of `core/src/bundle/FORMAT.md` that it proves,
//! and the last one sees to it that no rule is without a test and no test without a rule.

#[path = "../histories/mod.rs"]
mod histories;

mod cafes;
mod file;
mod hostile;
mod limits;
mod made;
mod records;
mod unknown;

use std::collections::BTreeSet;

#[test]
fn every_rule_has_a_test_and_every_test_a_rule() {
    let root = env!("CARGO_MANIFEST_DIR");
    let format = std::fs::read_to_string(format!("{root}/core/src/bundle/FORMAT.md")).unwrap();
    let rules: BTreeSet<String> = (format.lines())
        .filter_map(|line| line.strip_prefix("**B")?.split_once('.').map(|(number, _)| format!("b{number}")))
        .collect();
    let mut tested = BTreeSet::new();
    let own = std::fs::read_dir(format!("{root}/tests/bundle")).unwrap().map(|entry| entry.unwrap().path());
    for file in own.chain(["golden.rs", "schema.rs"].map(|name| format!("{root}/tests/{name}").into())) {
        let source = std::fs::read_to_string(file).unwrap();
        for name in source.lines().filter_map(|line| line.trim().strip_prefix("fn b")) {
            if let Some((number, _)) = name.split_once('_').filter(|(it, _)| it.bytes().all(|it| it.is_ascii_digit())) {
                tested.insert(format!("b{number}"));
            }
        }
    }
    assert_eq!(rules, tested);
    assert!(rules.len() > 10, "the rules were found");
}
