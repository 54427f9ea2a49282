//! From older versions of the format to this one, one numbered step at a time.
//!
//! A step turns the JSON of one record of version *n* into version *n + 1*. Files and stored records go through the
//! same steps. There is one version so far and therefore no step; the first change that is not a mere addition brings
//! step 1.

use super::wire::fields::Read;
use super::wire::node::Node;

/// The version that this app writes.
pub const VERSION: u32 = 1;

/// Turns a record of one version into the next.
type Step = for<'a> fn(Node<'a>) -> Read<Node<'a>>;

/// Step `n` (from 0) turns version `n + 1` into version `n + 2`.
const STEPS: [Step; VERSION as usize - 1] = [];

/// Brings a record of an older `version` to this app's version.
pub(super) fn upgrade(record: Node, version: u32) -> Read<Node> {
    upgrade_by(&STEPS, record, version)
}

fn upgrade_by<'a>(steps: &[Step], record: Node<'a>, version: u32) -> Read<Node<'a>> {
    let done = (version.max(1) - 1) as usize;
    steps.iter().skip(done).try_fold(record, |record, step| step(record))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn and<'a>(record: Node<'a>, digit: &str) -> Node<'a> {
        match record {
            Node::Text(text) => Node::Text(format!("{text}{digit}").into()),
            other => other,
        }
    }

    #[test]
    fn every_step_from_its_version_on_runs_once_and_in_order() {
        fn first(record: Node) -> Read<Node> {
            Ok(and(record, "1"))
        }
        fn second(record: Node) -> Read<Node> {
            Ok(and(record, "2"))
        }
        let run = |version| upgrade_by(&[first, second], Node::Text("v".into()), version).unwrap();
        assert_eq!(run(1), Node::Text("v12".into()));
        assert_eq!(run(2), Node::Text("v2".into()));
        assert_eq!(run(3), Node::Text("v".into()));
    }
}
