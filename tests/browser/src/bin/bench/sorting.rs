//! Ten thousand notes under one question: opening the sorting view, typing in its filter, moving a hundred notes, and
//! opening the report.

use browser_tests::{Browser, Engine, Options, Page, Server};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Prints the milliseconds of a café with this bundle, at the computer's own pace and four times slower.
pub fn measure(server: &Server, bundle: &str) {
    println!("sorting ten thousand notes (ms): until the first notes are drawn, until all are there;");
    println!("typing a word into the filter, each letter until the next frame; moving a hundred notes at once");
    for slowed in [1.0, 4.0] {
        let browser = Browser::start(Engine::Chromium, &Options::english());
        let page = browser.open(&server.url("/"));
        let file = std::env::temp_dir().join(format!("nappe-bench-sorting-{}.json", std::process::id()));
        if std::fs::write(&file, bundle).is_err() {
            return;
        }
        page.file_field("Import a bundle").choose_files(&[&file]);
        page.button("Import").click();
        page.wait_sees("Imported so far");
        page.wait_for("the import is done", || page.sees("Undo"));
        drop(std::fs::remove_file(&file));
        browser.slow_down(slowed);
        let answer = sorted(&page);
        let number = |name: &str| answer[name].as_f64().unwrap_or(f64::NAN);
        println!(
            "  slowed {slowed} times: {} notes, first {:.0}, all {:.0}; letters {:.0} in the middle, {:.0} at most; clearing {:.0}; moving {:.0}; opening the report {:.0}",
            answer["notes"],
            number("first"),
            number("all"),
            number("letter"),
            number("slowest"),
            number("clearing"),
            number("moving"),
            number("report"),
        );
        if slowed == 1.0 {
            let start = Instant::now();
            // Not by the driver's own command, which gives up after ten seconds.
            let answer = browser.devtools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 }));
            let (seconds, kb) =
                (start.elapsed().as_secs_f32(), answer["data"].as_str().map_or(0, str::len) * 3 / 4_000);
            println!("  that report as the browser prints it: {seconds:.1} s until the PDF is there, {kb} kB");
        }
    }
    println!();
}

/// What `sorting.js` measured. It takes longer than a driver waits for a script, so it is asked again and again.
fn sorted(page: &Page) -> Value {
    let begun = page.script(include_str!("sorting.js"), json!([page.cafe()]));
    for _ in 0..if begun.is_ok() { 600 } else { 0 } {
        std::thread::sleep(Duration::from_millis(500));
        match page.script("return window.sorted", json!([])) {
            Ok(Value::Null) => (),
            answer => return answer.unwrap_or(Value::Null),
        }
    }
    Value::Null
}
