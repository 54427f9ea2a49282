//! Texts and files that mean harm, or are only unusual.

use std::path::Path;

use crate::bundles::{self, Language};
use browser_tests::app::open_example;
use browser_tests::{Browser, Options, Page, Server, containing, in_each_engine, in_one_engine};
use serde_json::json;

const NO_BREAK: &str = "Vraiment\u{202f}? 5\u{a0}€ \u{ab}\u{a0}oui\u{a0}\u{bb}\u{202f}!";

fn texts() -> Vec<String> {
    let long = "Dix lettres é. ".repeat(200).chars().take(1_999).chain(['.']).collect();
    let mut all: Vec<String> = [
        "<img src=x onerror=\"window.harmed=1\">",
        "</textarea></p><script>window.harmed=2</script>",
        "\"'><svg/onload=window.harmed=3> {{7*7}} ${7*7} &lt;b&gt; &amp;",
        "مرحبا بالعالم (abc) שלום",
        "\u{202e}reversed\u{202c} and back",
        "👩🏽‍🌾👨‍👩‍👧‍👦🇫🇷 e\u{301} Z̸͓a\u{35c}lgo 𝒳",
        "# no heading *no stars* _no_ [no](http://example.org) - 1. `no` | no \\ \" /",
        "First line\n\n   third, indented\tand a tab",
        NO_BREAK,
    ]
    .map(str::to_owned)
    .into();
    all.push(long);
    all
}

/// No script in a text ran, and none of them became an element.
#[track_caller]
fn expect_unharmed(page: &Page) {
    assert_eq!(page.value_of("window.harmed ?? null"), json!(null), "a script ran at {}", page.url());
    let made = page
        .value_of("document.querySelectorAll('img, script:not([src]):not([type]):not(head *), svg[onload]').length");
    assert_eq!(made, json!(0), "an element was made at {}", page.url());
}

const SCREENS: [&str; 10] =
    ["", "prepare", "invite", "run", "collect", "harvest", "report", "tables", "hand-over", "projector"];

#[track_caller]
fn import(browser: &Browser, server: &Server, bundle: &Path) -> Page {
    let page = browser.open(&server.url("/"));
    page.file_field("Import a bundle").choose_files(&[bundle]);
    page.wait_sees("What would change");
    page.button("Import").click();
    page.wait_sees("1 file was imported.");
    page
}

#[test]
fn any_text_goes_through_the_app_unharmed_and_harms_nothing() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    in_each_engine("texts", &Options::english(), |browser| {
        let title = "<img src=x onerror=window.harmed=4> Café\u{202f}?";
        let question = "<script>window.harmed=5</script> Pourquoi\u{a0}?";
        let page = browser.open(&server.url("/"));
        page.button(containing("Create a café")).click();
        page.field("Title of the café").paste_text(title);
        page.field("Question 1").paste_text(question);
        page.button("Create the café").click();
        page.wait_sees("One card for each table");
        page.go_to_table(0);
        page.button("Menu").click();
        page.field("Sign with").paste_text("<b onmouseover=window.harmed=6>Jo</b>");
        page.press(browser_tests::Key::Tab);
        page.wait_for("the name to be kept", || page.stored().to_string().contains(">Jo</b>"));
        page.button("Menu").click();
        for text in &texts() {
            page.field("Your contribution").paste_text(text);
            page.button("Add").click();
            page.wait_for("the note to be shown", || page.notes().last() == Some(text));
        }
        page.wait_sees("(<b onmouseover=window.harmed=6>Jo</b>)");
        // The longest that is allowed, and one letter more.
        page.field("Your contribution").paste_text(&"é".repeat(2_001));
        page.wait_sees("1 character too many");
        page.button("Add").click();
        page.wait_sees("That is too long: at most 2000 characters.");
        page.field("Your contribution").clear();
        browser.reload();
        page.wait_for("all notes after a reload", || page.notes() == texts());
        expect_unharmed(&page);
        page.go_in_cafe("hand-over");
        page.button("Download the bundle").click();
        let (name, text) = browser.wait_download_text();
        for note in texts() {
            let quoted = json!(note).to_string();
            assert!(text.contains(&quoted), "{quoted} is not in {text}");
        }
        let bundle = bundles::file(&folder, &name, &text);

        let other = browser.another();
        let page = import(&other, &server, &bundle);
        for screen in SCREENS {
            page.go_in_cafe(screen);
            expect_unharmed(&page);
        }
        page.go_to_table(0);
        page.wait_for("all notes on the other device", || page.notes() == texts());
        page.go_in_cafe("report");
        page.heading(containing(title)).wait();
        for text in texts() {
            assert!(page.notes().iter().any(|note| note.starts_with(&text)), "{text} is not in {:?}", page.notes());
        }
        page.button("Markdown file").click();
        let (_, markdown) = other.wait_download_text();
        assert!(markdown.contains(NO_BREAK), "{markdown}");
        assert!(markdown.contains("مرحبا بالعالم (abc) שלום"), "{markdown}");
        assert!(markdown.contains("👩🏽‍🌾👨‍👩‍👧‍👦🇫🇷 e\u{301} Z̸͓a\u{35c}lgo 𝒳"), "{markdown}");
        assert!(markdown.contains(texts().last().expect("a text").as_str()), "{markdown}");
        assert!(markdown.contains("Pourquoi\u{a0}?") && markdown.contains("Café\u{202f}?"), "{markdown}");
        for (at, _) in markdown.match_indices('<') {
            assert!(markdown[..at].ends_with('\\'), "markup at {at} of {markdown}");
        }
        // The bundle is the same, byte for byte, wherever it is made.
        page.go_in_cafe("hand-over");
        page.button("Download the bundle").click();
        assert_eq!(other.wait_download_text().1, text);
        other.expect_no_errors();
        browser.expect_no_errors();
    });
}

#[test]
fn each_file_that_is_refused_says_why_and_changes_nothing() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let good = bundles::example_and(Language::English, 3);
    let digest = good.find("xxh64:").expect("a digest") + 6;
    let mut damaged = good.clone();
    damaged.replace_range(digest..digest + 16, "0123456789abcdef");
    let changed = good.replace("Note 1:", "Note one:");
    let cut = &good[..good.len() * 2 / 3];
    let newer = good.replace("\"version\":1", "\"version\":9");
    let cases: [(&str, &[u8], &str); 9] = [
        ("empty.json", b"", "The file is empty."),
        (
            "other.json",
            br#"{"name":"left-pad","version":"1.3.0"}"#,
            "This is a file of another program, not a bundle of Nappe.",
        ),
        ("list.json", b"[1, 2, 3]", "This is a file of another program, not a bundle of Nappe."),
        ("text.txt", b"Dear Anna,\nhere are the notes.", "This is not a bundle, or it is damaged (line 1)."),
        (
            "picture.json",
            b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
            "This is not a text file, or it was saved in an old encoding.",
        ),
        ("cut.json", cut.as_bytes(), "The file stops in the middle. Ask for it again."),
        ("newer.json", newer.as_bytes(), "A newer Nappe wrote this bundle (format 9)."),
        ("digest.json", damaged.as_bytes(), "The file was changed or damaged on its way. Ask for it again."),
        ("changed.json", changed.as_bytes(), "The file was changed or damaged on its way. Ask for it again."),
    ];
    in_one_engine("refused files", &Options::english(), |browser| {
        // On the first screen.
        let page = browser.open(&server.url("/"));
        for (name, bytes, why) in cases {
            let file = bundles::file(&folder, name, bytes);
            page.file_field("Import a bundle").choose_files(&[&file]);
            page.wait_sees(why);
            assert!(page.url().ends_with('/'), "{}", page.url());
        }
        // In a café.
        let page = open_example(browser, &server);
        page.go_in_cafe("collect");
        let before = page.stored();
        for (name, bytes, why) in cases {
            let file = bundles::file(&folder, name, bytes);
            page.file_field("Choose files").choose_files(&[&file]);
            let card = page.item(containing(name));
            page.wait_for(why, || card.exists() && card.text().contains(why));
            assert!(card.text().contains("This file cannot be imported."));
            page.wait_sees("None of these files can be imported here.");
            assert!(!page.button("Import").is_enabled());
            page.button("Import nothing").click();
            page.wait_sees_not("What would change");
            assert_eq!(page.stored(), before, "{name} changed the store");
        }
        // Pasted in: a whole bundle less its end.
        page.button("Paste a text instead").click();
        page.field("Paste the text of a bundle").paste_text(&cut[..1_500]);
        page.button("Read the text").click();
        page.wait_sees("The file stops in the middle. Ask for it again.");
        page.button("Import nothing").click();
        // Among refused files a good one can still be imported.
        let all: Vec<_> = cases.iter().map(|(name, ..)| folder.path().join(name)).collect();
        let mut all: Vec<&Path> = all.iter().map(AsRef::as_ref).collect();
        let file = bundles::file(&folder, "good.json", &good);
        all.push(&file);
        page.file_field("Choose files").choose_files(&all);
        page.wait_sees("10 files");
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        browser.expect_no_errors();
    });
}

#[test]
fn a_store_that_gets_full_in_the_middle_of_an_import_has_changed_nothing() {
    let server = Server::of_the_app();
    let folder = tempfile::tempdir().expect("a folder");
    let bundle = bundles::file(&folder, "big.json", bundles::example_and(Language::English, 1_000));
    in_each_engine("full during an import", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        page.go_in_cafe("collect");
        page.fill_store(150_000);
        let before = page.stored();
        page.file_field("Choose files").choose_files(&[&bundle]);
        page.wait_sees("1000 new");
        page.button("Import").click();
        page.wait_sees("The import did not work, and nothing has changed.");
        page.wait_sees("The browser’s storage is full.");
        assert!(page.stored() == before, "the store has changed");
        assert!(!page.sees("was imported"));
        page.go_in_cafe("harvest");
        assert!(!page.notes().concat().contains("Note 999:"));
        page.go_in_cafe("collect");
        page.free_store();
        page.file_field("Choose files").choose_files(&[&bundle]);
        page.wait_sees("1000 new");
        page.button("Import").click();
        page.wait_sees("1 file was imported.");
        browser.reload();
        page.go_in_cafe("harvest");
        page.wait_for("the last note of the import", || page.notes().concat().contains("Note 999:"));
        browser.expect_no_errors();
    });
}
