//! Times export, import plan and merge of cafés with 100, 1,000 and 10,000 notes, natively. Prints, judges nothing.
//!
//! The work of the last lines is that of the browser bench: of 10,000 notes A holds 60 %, B 60 %, 20 % are shared and
//! half of those edited on both sides; the bytes of A and B go in, the bytes of the merged café come out. Then come the
//! report's files, the rotation planner and the suggestions of similar notes (alone with `-- similar`, with what they
//! get wrong).

use nappe_core::bundle::{decode_text, encode};
use nappe_core::domain::Scope;
use nappe_core::import::Plan;
use std::time::Instant;
use work::overlapping_cafes;

mod files;
mod rotation;
mod similar;
mod similar_set;
mod work;

/// The best of several runs, in milliseconds: the machine's noise only ever adds.
fn best<T>(mut work: impl FnMut() -> T) -> f64 {
    let times = (0..7).map(|_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed().as_secs_f64() * 1e3
    });
    times.fold(f64::INFINITY, f64::min)
}

/// The bytes of two bundles in, the bytes of the merged café out.
fn merge_texts(a: &str, b: &str) -> Option<String> {
    let mut merged = decode_text(a).ok()?.into_cafe();
    merged.join(decode_text(b).ok()?.into_cafe());
    Some(encode(&merged, Scope::Whole))
}

fn main() {
    if std::env::args().any(|it| it == "similar") {
        return similar::print();
    }
    println!(
        "{:>7} {:>10} {:>10} {:>10} {:>10}  (ms, best of 7, native)",
        "notes", "export", "decode", "plan", "merge"
    );
    for notes in [100, 1_000, 10_000] {
        let [a, b] = overlapping_cafes(notes);
        let text_b = encode(&b, Scope::Whole);
        let export = best(|| encode(&a, Scope::Whole));
        let decoding = best(|| decode_text(&text_b));
        let Ok(decoded) = decode_text(&text_b) else { return };
        let planning = best(|| {
            let mut plan = Plan::default();
            plan.add(&a, decoded.records.clone());
            plan
        });
        let merging = best(|| {
            let mut merged = a.clone();
            merged.join(b.clone());
            merged
        });
        println!("{notes:>7} {export:>10.2} {decoding:>10.2} {planning:>10.2} {merging:>10.2}");
    }
    let [a, b] = overlapping_cafes(10_000).map(|cafe| encode(&cafe, Scope::Whole));
    let all = best(|| merge_texts(&a, &b));
    println!("bytes to bytes, 10,000 notes: {all:.1} ms ({} + {} kB in)", a.len() / 1000, b.len() / 1000);
    files::print();
    rotation::print();
    similar::print();
}
