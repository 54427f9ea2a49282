//! On paper: how many sheets, and whether a phone could read the codes. The readers of paper and of codes share nothing
//! with the app.

use std::process::Command;

use browser_tests::app::open_example;
use browser_tests::{Can, Options, Page, Server, containing, in_each_engine_that, programs};
use serde_json::json;

const A4: (f64, f64) = (21.0, 29.7);
const LETTER: (f64, f64) = (21.59, 27.94);

/// The pages of a PDF, as its objects name them.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let all = |name: &str| text.matches(name).count();
    all("/Type /Page") - all("/Type /Pages")
}

/// How many sheets of either kind the page fills.
fn sheets(page: &Page) -> (usize, usize) {
    (pages(&page.print(A4)), pages(&page.print(LETTER)))
}

/// A program of poppler-utils; none where it is missing and may be.
fn poppler(variable: &str, name: &str) -> Option<Command> {
    match programs::find(variable, &[name]) {
        Ok(program) => Some(Command::new(program)),
        Err(why) => {
            assert!(!programs::required(), "{name} (poppler-utils) is missing: {why}");
            println!("the paper is not looked at: {why}");
            None
        }
    }
}

/// The words of a PDF as they stand on paper, without white space: programs that read PDF see gaps where there are
/// none.
fn words(pdf: &[u8]) -> Option<String> {
    words_in_order(pdf, "-layout")
}

/// The same, in this order of pdftotext: with `-raw` one card after the other, where cards stand side by side.
fn words_in_order(pdf: &[u8], order: &str) -> Option<String> {
    let mut program = poppler("NAPPE_PDFTOTEXT", "pdftotext")?;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sheets.pdf");
    std::fs::write(&file, pdf).expect("a file");
    let text = program.arg(order).arg(&file).arg("-").output().expect("pdftotext");
    Some(String::from_utf8_lossy(&text.stdout).split_whitespace().collect())
}

/// The texts of the codes on all pages of a PDF, as they are when it is printed, sorted. Now and then the decoder
/// misses a dense code on its grid of dots, as a phone does at an odd distance: while some of the `wanted` are missing,
/// it looks at finer and coarser dots, too.
fn codes_on_paper(pdf: &[u8], wanted: &[String]) -> Option<Vec<String>> {
    const DOTS_AN_INCH: [&str; 4] = ["200", "300", "240", "150"];
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sheets.pdf");
    std::fs::write(&file, pdf).expect("a file");
    let mut all = Vec::new();
    for dots in DOTS_AN_INCH {
        for number in 1..=pages(pdf) {
            let mut program = poppler("NAPPE_PDFTOPPM", "pdftoppm")?;
            let number = number.to_string();
            program.args(["-gray", "-r", dots, "-f", &number, "-l", &number]).arg(&file);
            all.extend(codes_in(&program.output().expect("pdftoppm").stdout));
        }
        all.sort();
        all.dedup();
        if wanted.iter().all(|code| all.contains(code)) {
            break;
        }
    }
    Some(all)
}

/// The texts of the codes that can be read in a picture in shades of grey, as poppler draws it.
fn codes_in(drawn: &[u8]) -> Vec<String> {
    // P5, width, height, 255, each with one white space behind it; then a byte for each dot.
    let mut rest = drawn;
    let mut next = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).expect("a picture");
        let word = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        word
    };
    assert_eq!(next(), "P5");
    let (width, height): (usize, usize) = (next().parse().expect("a width"), next().parse().expect("a height"));
    next();
    let dots = rest;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// The links of all cards, sorted.
fn links(page: &Page) -> Vec<String> {
    let links = page.value_of("[...document.querySelectorAll('.link-copy textarea')].map(it => it.value).sort()");
    serde_json::from_value(links).expect("links")
}

#[test]
fn sheets_and_cards_fill_the_pages_that_they_should() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::EmulateMedia, "printed", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        // Three tables and the whole café, two to a sheet.
        page.go_in_cafe("invite");
        page.button("Larger: The tray").wait();
        assert_eq!(sheets(&page), (2, 2), "invitations");
        if let Some(codes) = codes_on_paper(&page.print(A4), &links(&page)) {
            assert_eq!(codes, links(&page), "the codes on paper");
        }
        page.radio(containing("Tents")).click();
        assert_eq!(sheets(&page), (4, 4), "tents");
        if let Some((codes, words)) = codes_on_paper(&page.print(A4), &links(&page)).zip(words(&page.print(A4))) {
            assert_eq!(codes, links(&page), "the codes on tents");
            assert_eq!(words.matches("Thetray").count(), 2, "on both sides: {words}");
        }
        page.go_in_cafe("run");
        page.radio(containing("Run sheet")).wait();
        assert_eq!(sheets(&page), (1, 1), "the run sheet");
        page.radio(containing("Etiquette")).click();
        assert_eq!(sheets(&page), (1, 1), "the etiquette");
        page.radio(containing("Welcome sheets")).click();
        page.wait_for("a sheet for each table", || {
            page.value_of("document.querySelectorAll('.sheet').length") == json!(3)
        });
        assert_eq!(sheets(&page), (3, 3), "welcome sheets");
        page.go_in_cafe("seats");
        page.field("Number of people").fill("20");
        page.button("Make a plan").click();
        page.wait_sees("The plan is ready.");
        let cards = || page.value_of("document.querySelectorAll('.seat-card').length");
        assert_eq!(cards(), json!(0), "what is only proposed is not printed");
        page.button("Use this plan").click();
        page.wait_for("twenty cards", || cards() == json!(20));
        // Eight cards to a sheet.
        assert_eq!(sheets(&page), (3, 3), "cards");
        // All of each one: what does not fit a card would be cut off.
        let texts = "[...document.querySelectorAll('.seat-card-who, .seat-card-route')].map(it => it.textContent)";
        let texts: Vec<String> = serde_json::from_value(page.value_of(texts)).expect("texts");
        assert_eq!(texts.len(), 40);
        if let Some(words) = words_in_order(&page.print(A4), "-raw") {
            for text in &texts {
                let squeezed = text.split_whitespace().collect::<String>();
                assert!(words.contains(&squeezed), "{text:?} is not on paper: {words}");
            }
        }
        // Where rounds have the questions, each card has those of all rounds: paper cannot turn a page.
        page.go("#/new");
        page.field("Title of the café").fill("Autumn");
        page.radio("Classic").click();
        page.field("Question 1").fill("What should we keep?");
        page.field("Question 2").fill("What should we try?");
        page.button("Create the café").click();
        page.heading("Invite").wait();
        assert_eq!(sheets(&page), (3, 3), "five tables and the whole café");
        if let Some(words) = words(&page.print(A4)) {
            for asked in ["Round1Whatshouldwekeep?", "Round2Whatshouldwetry?"] {
                assert_eq!(words.matches(asked).count(), 6, "{words}");
            }
        }
        // The longest question there can be takes no code away. Letter is shorter: there each card has a sheet of its
        // own.
        page.go("#/new");
        let long = "What should we keep, and why? ".repeat(17).chars().take(500).collect::<String>();
        page.field("Title of the café").fill("Autumn");
        page.radio("Going round").click();
        page.field("Question 1").fill(&long);
        page.field("Number of tables").fill("3");
        page.button("Create the café").click();
        page.heading("Invite").wait();
        assert_eq!(sheets(&page), (2, 4), "invitations with a long question");
        for size in [A4, LETTER] {
            let paper = page.print(size);
            if let Some((codes, words)) = codes_on_paper(&paper, &links(&page)).zip(words(&paper)) {
                assert_eq!(codes, links(&page), "the codes on paper");
                let squeezed = long.split_whitespace().collect::<String>();
                assert_eq!(words.matches(&squeezed).count(), 3, "all of the question: {words}");
                assert_eq!(words.matches("Writeshortnotes").count(), 4, "{words}");
            }
        }
    });
}
