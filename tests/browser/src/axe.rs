//! Accessibility rules by axe-core, whose file `axe.min.js` is named by `NAPPE_AXE`.

use serde_json::{Value, json};

use crate::page::Page;
use crate::programs;

/// The sets of rules that are run.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Page {
    /// What breaks a rule, one readable paragraph each; `None` when axe-core is not there and not required.
    ///
    /// The source is run by the driver, which a content security policy does not forbid.
    #[track_caller]
    pub fn axe(&self) -> Option<Vec<String>> {
        let Some(path) = programs::given("NAPPE_AXE") else {
            assert!(!programs::required(), "NAPPE_AXE is not set");
            println!("skipped: NAPPE_AXE is not set");
            return None;
        };
        let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        self.must("load axe-core", self.script(&format!("if (!window.axe) {{ {source}\n }}"), json!([])));
        let run = "const [tags, done] = arguments;
            window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                .then((all) => done(all.violations.map((one) => ({ id: one.id, impact: one.impact, help: one.help,
                    nodes: one.nodes.map((node) => [node.html, node.failureSummary]) }))),
                    (error) => done(String(error)));";
        let found = self.must("run axe-core", self.script_async(run, json!([RULES])));
        match found {
            Value::Array(list) => Some(list.iter().map(readable).collect()),
            other => panic!("axe-core failed: {other}"),
        }
    }

    /// Panics unless every rule is kept.
    #[track_caller]
    pub fn expect_accessible(&self) {
        let broken = self.axe().unwrap_or_default();
        assert!(broken.is_empty(), "accessibility rules are broken:\n{}", broken.join("\n"));
    }
}

fn readable(rule: &Value) -> String {
    let part = |name: &str| rule[name].as_str().unwrap_or_default();
    let mut text = format!("{} ({}): {}", part("id"), part("impact"), part("help"));
    for node in rule["nodes"].as_array().into_iter().flatten() {
        let words = |i: usize| node[i].as_str().unwrap_or_default().replace('\n', " ");
        text.push_str(&format!("\n    {}\n        {}", words(0), words(1)));
    }
    text
}
