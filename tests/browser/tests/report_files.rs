//! The report taken along: each kind of file is downloaded and is what it says, and the page says what became of it.

use std::fs;

use crate::bundles;
use crate::steps::{Finger, import};
use browser_tests::app::open_example;
use browser_tests::{Options, Server, containing, in_each_engine, in_one_engine};

#[test]
fn the_report_is_taken_along_as_each_kind_of_file() {
    let server = Server::of_the_app();
    in_each_engine("the report's files", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("report");
        page.button("Word document").click();
        let word = browser.wait_download();
        assert!(word.to_string_lossy().ends_with("report.docx"), "{}", word.display());
        assert!(fs::read(&word).expect("the file").starts_with(b"PK\x03\x04"));
        page.wait_sees("report.docx was downloaded.");

        page.button("Slides (PowerPoint)").click();
        let slides = browser.wait_download();
        assert!(slides.to_string_lossy().ends_with("report.pptx"), "{}", slides.display());
        assert!(fs::read(&slides).expect("the file").starts_with(b"PK\x03\x04"));
        page.button("Table (CSV)").click();
        let (name, table) = browser.wait_download_text();
        assert!(name.ends_with("report.csv") && table.starts_with("\u{feff}\"No.\",\"Question\","), "{name}: {table}");
        page.button("Markdown file").click();
        let (name, text) = browser.wait_download_text();
        assert!(name.ends_with("report.md") && text.starts_with("# What’s for lunch?\n"), "{name}: {text}");

        page.button("Web page").click();
        let file = browser.wait_download();
        let page = browser.open(&format!("file://{}", file.display()));
        page.heading("What’s for lunch?").wait();
        page.link("Next steps").click();
        let styled = page.value_of("getComputedStyle(document.querySelector('h3')).color");
        assert_eq!(styled, serde_json::json!("rgb(150, 34, 26)"), "the page's own style is allowed");
        let broken = page.axe().unwrap_or_default();
        assert!(broken.is_empty(), "the web page breaks rules of accessibility:\n{}", broken.join("\n"));
        browser.expect_no_errors();
    });
}

/// Three questions, 120 notes: what a person does between "imported" and a report on the disk.
#[test]
fn from_the_last_import_to_the_saved_report_in_few_taps() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "all.json", bundles::three_questions_and(120));
    in_one_engine("the report is saved", &Options::english(), |browser| {
        let (page, finger) = (browser.open(&server.url("/")), Finger::default());
        page.file_field("Import a bundle").choose_files(&[&bundle]);
        page.wait_sees("What would change");
        import(browser);
        finger.tap(&page.region("Steps").link("Report"));
        finger.tap(&page.button("Word document"));
        let saved = browser.wait_download();
        assert!(fs::read(&saved).expect("the file").starts_with(b"PK\x03\x04"));
        assert!(page.sees("120 contributions"));
        assert!(page.heading(containing("Question 3")).exists() && !page.heading(containing("Question 4")).exists());
        println!("from the last import to the saved report: {} taps", finger.taps());
        assert_eq!(finger.taps(), 2);
        browser.expect_no_errors();
    });
}
