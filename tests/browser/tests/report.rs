//! The report: what is chosen to be shown, the maps and their files, the paper.

use std::path::Path;
use std::process::Command;

use crate::bundles::{self, Language};
use browser_tests::{
    Browser, Can, Engine, Options, Page, Server, containing, in_each_engine, in_each_engine_that, in_one_engine,
    programs,
};

/// The last one stays empty.
const THEMES: [&str; 3] = ["Cooking here <b>", "A place to talk", "Nobody spoke of this"];
const RESTS: &str = "Without a theme";

/// A harvested café, opened on its report.
#[track_caller]
fn open_report(browser: &Browser, server: &Server) -> Page {
    open_report_of(browser, server, &bundles::harvested(Language::English, &THEMES))
}

#[track_caller]
fn open_report_of(browser: &Browser, server: &Server, bundle: &str) -> Page {
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "harvested.json", bundle);
    let page = browser.open(&server.url("/"));
    page.file_field("Import a bundle").choose_files(&[&bundle]);
    page.wait_sees("What would change");
    page.button("Import").click();
    page.wait_sees("1 file was imported.");
    page.go_in_cafe("report");
    page.heading("Contents").wait();
    page
}

#[track_caller]
fn markdown(browser: &Browser) -> String {
    browser.page().button("Markdown file").click();
    let (name, text) = browser.wait_download_text();
    assert!(name.ends_with(".md"), "{name}");
    text
}

#[test]
fn the_report_shows_and_exports_what_was_chosen() {
    let server = Server::of_the_app();
    in_one_engine("what the report shows", &Options::english(), |browser| {
        let page = open_report(browser, &server);
        let shows = |what: &str| page.heading(containing(what)).exists();
        assert!(shows(RESTS) && shows(THEMES[0]) && shows("Next steps"));
        page.wait_sees("Write to the mayor <now>");
        page.wait_sees("Words that recur");
        // The list of contents leads to each theme.
        let contents = page.link(containing("Nobody spoke of this"));
        contents.click();
        page.wait_for("the theme", || page.focused().name.contains("Nobody spoke of this"));
        // Only Chromium prints what stands at the foot of pages; the others say so, and which file has it.
        assert_eq!(page.sees("prints no page numbers"), browser.engine() != Engine::Chromium);
        let figures = || page.heading("In figures").exists();
        assert!(figures());
        let before = markdown(browser);
        assert!(before.contains(RESTS) && before.contains("2 dots") && before.contains("round 1"), "{before}");

        page.button("What the report shows").click();
        page.checkbox("Contributions without a theme").click();
        page.wait_for("the rest to go", || !shows(RESTS));
        page.wait_sees("without a theme are left out.");
        page.checkbox("Dots").click();
        page.checkbox("Tables and rounds").click();
        page.checkbox("Pseudonyms").click();
        page.wait_for("the choices to be seen", || !page.sees("round 1,") && !page.checkbox("Pseudonyms").is_checked());
        assert!(!figures(), "the figures are by table and round");
        let after = markdown(browser);
        for gone in ["### Without a theme", "dots)", "round 1", "Table 1", "In figures"] {
            assert!(!after.contains(gone), "{gone}: {after}");
        }

        // Choices are records of the café: they are stored, and undone one by one.
        browser.reload();
        page.heading("Contents").wait();
        assert!(!shows(RESTS));
        page.button("What the report shows").click();
        let undo = page.button("Undo the last choice");
        assert!(!undo.is_enabled(), "nothing was chosen here");
        page.checkbox("Contributions without a theme").click();
        page.wait_for("the rest to come back", || shows(RESTS));
        undo.click();
        page.wait_for("the rest to go", || !shows(RESTS));
        assert!(!page.checkbox("Contributions without a theme").is_checked());
        browser.expect_no_errors();
    });
}

#[test]
fn a_map_says_the_same_in_words_and_leaves_as_svg_and_png() {
    let server = Server::of_the_app();
    in_each_engine("the map", &Options::english(), |browser| {
        let page = open_report(browser, &server);
        let map = page.image(containing("Harvest map")).nth(0);
        map.wait();
        page.button("The map in words").nth(0).click();
        for theme in THEMES {
            page.item(containing(theme)).nth(0).wait();
        }
        // No line of text sticks out of the picture or of its card.
        let out = page.value_of(
            "[...document.querySelectorAll('svg.map-page')].flatMap((svg) => {
                const cards = [...svg.querySelectorAll('.map-card, .map-dashed')].map((it) => it.getBBox());
                return [...svg.querySelectorAll('text:not(.map-on-dot)')].filter((text) => {
                    const at = text.getBBox();
                    return !cards.some((card) => at.x >= card.x && at.x + at.width <= card.x + card.width
                        && at.y + at.height / 2 >= card.y && at.y + at.height / 2 <= card.y + card.height);
                }).map((text) => text.textContent);
            })",
        );
        assert_eq!(out, serde_json::json!([]), "texts that stick out of their cards");

        let files = page.region("The map of question 1 as a file");
        files.button("Map as SVG").click();
        let (name, svg) = browser.wait_download_text();
        assert!(
            name.ends_with("-map-1.svg") && svg.starts_with("<svg") && svg.contains("Cooking here &lt;b&gt;"),
            "{name}"
        );
        files.button("Map as PNG").click();
        let file = browser.wait_download();
        let png = std::fs::File::open(&file).expect("a file");
        let mut reader = png::Decoder::new(std::io::BufReader::new(png)).read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut bytes).expect("a whole PNG");
        assert_eq!(info.width, 1_440, "twice the picture");
        let colours: std::collections::BTreeSet<&[u8]> = bytes.chunks(info.color_type.samples()).collect();
        assert!(colours.len() > 20, "the picture is empty: {} colours", colours.len());
        browser.expect_no_errors();
    });
}

/// The text of a PDF, page by page, by a program that knows nothing of browsers.
fn pages(pdf: &[u8], folder: &Path) -> Option<Vec<String>> {
    let program = match programs::find("NAPPE_PDFTOTEXT", &["pdftotext"]) {
        Ok(program) => program,
        Err(why) => {
            assert!(!programs::required(), "pdftotext (poppler-utils) is missing: {why}");
            println!("the text of the paper is not looked at: {why}");
            return None;
        }
    };
    let file = folder.join("report.pdf");
    std::fs::write(&file, pdf).expect("a file");
    let output = Command::new(program).arg("-layout").arg(&file).arg("-").output().expect("pdftotext");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(text.split_terminator('\u{c}').map(str::to_owned).collect())
}

/// Without any white space: programs that read PDF see gaps where there are none.
fn squeezed_whole(text: &str) -> String {
    text.split_whitespace().collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a program that reads PDF is sure to find again: Latin letters, signs and figures, in one direction, none joined
/// to another.
fn is_plain(text: &str) -> bool {
    let is_plain = |letter: char| {
        matches!(letter, ' '..='~' | '\u{a0}' | '«' | '»' | '€' | '…' | '\n' | '\u{ad}' | '\u{202f}' | 'é')
    };
    text.chars().all(is_plain) && !["ff", "fi", "fl"].iter().any(|joined| text.contains(joined))
}

/// Every word of notes that mean harm is on paper, and none sticks out of it.
#[track_caller]
fn hostile_paper(page: &Page, notes: &[String], folder: &Path) {
    let pdf = page.print((21.0, 29.7));
    let Some(pages) = pages(&pdf, folder) else { return };
    let letters = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    let printed = letters(&pages.concat());
    let plain: Vec<&String> = notes.iter().filter(|note| is_plain(note)).collect();
    assert!(plain.len() > 12, "only {} notes are looked at", plain.len());
    for note in &plain {
        assert!(printed.contains(&letters(note)), "not on paper: {note:?}");
    }
    // From right to left a program may give the letters of a word as they are read or as they lie; whole words they
    // are.
    for word in ["שלום", "مرحبا", "日本語"] {
        let turned: String = word.chars().rev().collect();
        assert!(printed.contains(word) || printed.contains(&turned), "not on paper: {word}");
    }
    let (count, most) = (pages.len(), notes.len());
    assert!(count <= most, "{count} pages for {most} notes");
}

#[test]
fn on_paper_the_report_has_contents_numbers_on_its_pages_and_every_word() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    in_each_engine_that(Can::EmulateMedia, "the report on paper", &Options::english(), |browser| {
        let page = open_report(browser, &server);
        let notes = page.notes();
        for (paper, size) in [("A4", (21.0, 29.7)), ("Letter", (21.59, 27.94))] {
            let Some(pages) = pages(&page.print(size), folder.path()) else { return };
            let all = squeezed(&pages.concat());
            for part in ["Contents", "Next steps", "In figures", "Words that recur", "How this was made"] {
                assert!(all.contains(part), "{paper}: {part} is missing");
            }
            let letters = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
            let printed = letters(&all);
            let missing: Vec<&String> = notes.iter().filter(|note| !printed.contains(&letters(note))).collect();
            assert!(missing.is_empty(), "{paper}: not on paper: {missing:?}");
            assert!(squeezed(&pages[0]).contains("Contents"), "{paper}: {}", pages[0]);
            let count = pages.len();
            for (place, text) in pages.iter().enumerate() {
                let text = squeezed(text);
                assert!(
                    squeezed_whole(&text).ends_with(&format!("{}/{count}", place + 1)),
                    "{paper}: page {} has no number: {text}",
                    place + 1
                );
                // A heading at the foot would be the last thing before the number.
                let headings = THEMES.iter().chain(&["Key points", RESTS]);
                let body = text.rsplit_once(" · ").map_or(text.as_str(), |it| it.0);
                assert!(
                    !headings.into_iter().any(|it| body.trim_end_matches(char::is_numeric).ends_with(it)),
                    "{paper}: {text}"
                );
            }
            // Each question begins a page, whose foot names it, but for the last one, which nobody answered: it stands
            // with what is behind it.
            for number in 1..=4 {
                let name = format!("Question {number} · ");
                assert_eq!(pages.iter().any(|text| text.contains(&name)), number < 4, "{paper}: the foot {name}");
            }
            let unanswered = pages.iter().find(|text| text.contains("Nobody answered this question.")).expect("it");
            assert!(unanswered.contains("Write to the mayor"), "{paper}: {unanswered}");
        }
        let (bundle, notes) = bundles::hostile();
        hostile_paper(&open_report_of(browser, &server, &bundle), &notes, folder.path());
        browser.expect_no_errors();
    });
}
