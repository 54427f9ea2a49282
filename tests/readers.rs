//! The report's files before programs that people open them with: LibreOffice, a reader of PDF, the checker of HTML
//! that browsers' makers use. Each says what it read, and that is what was written. They take seconds and have to be
//! installed, so only `cargo xtask test` runs them.

mod reports;

use nappe::core::example::Language;
use nappe::core::report::slides::{Slide, Subject, pptx};
use nappe::core::report::{Report, Words, csv, docx, html};
use nappe::i18n::Locale;
use reports::{core_of, hostile, missing_in_order, realistic, texts_in_order, words};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

const WHY: &str = "the programs are found and installed by `cargo xtask test`";

/// Where a program is. None where it is not installed and need not be.
fn program(variable: &str) -> Option<PathBuf> {
    let found = std::env::var_os(variable).map(PathBuf::from);
    assert!(found.is_some() || std::env::var_os("NAPPE_REQUIRED").is_none(), "{variable} names no program: {WHY}");
    found
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|why| panic!("{command:?}: {why}"));
    let [out, err] = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    assert!(output.status.success(), "{command:?}: {}\n{out}\n{err}", output.status);
    out
}

/// LibreOffice turns files into another kind, into the folder `into`. One at a time: started beside others for the
/// first time on a machine, it has been seen to end before it read anything.
fn convert(folder: &Path, to: &str, from: Option<&str>, files: &[&str]) {
    static ONE: Mutex<()> = Mutex::new(());
    let Some(soffice) = program("NAPPE_SOFFICE") else { return };
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let mut command = Command::new(soffice);
    // A profile of its own: LibreOffice refuses to start twice with one.
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.args(["--headless", "--norestore", "--convert-to", to, "--outdir"]).arg(folder.join("into"));
    command.args(from.map(|from| format!("--infilter={from}"))).args(files.iter().map(|file| folder.join(file)));
    run(&mut command);
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    std::fs::write(folder.join(name), bytes).unwrap_or_else(|why| panic!("{name}: {why}"));
}

fn read(folder: &Path, name: &str) -> String {
    let bytes = std::fs::read(folder.join("into").join(name)).unwrap_or_else(|why| panic!("{name}: {why}"));
    String::from_utf8(bytes).expect("UTF-8")
}

/// The reports that are tried: texts that mean harm, and a town's, in both languages.
fn all() -> [(&'static str, Report, Words); 3] {
    [
        ("hostile", hostile(), words(Locale::French)),
        ("town-en", realistic(Language::English), words(Locale::English)),
        ("town-fr", realistic(Language::French), words(Locale::French)),
    ]
}

#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn libreoffice_reads_the_word_file_and_prints_it() {
    let (Some(_), Some(pdftotext)) = (program("NAPPE_SOFFICE"), program("NAPPE_PDFTOTEXT")) else { return };
    let folder = folder("readers-word");
    let names: Vec<String> = all().iter().map(|(name, ..)| format!("{name}.docx")).collect();
    for ((_, report, words), name) in all().iter().zip(&names) {
        write(&folder, name, docx::write(report, words));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    convert(&folder, "txt:Text (encoded):UTF8", None, &names);
    convert(&folder, "pdf", None, &names);
    for (name, report, words) in &all() {
        let text = read(&folder, &format!("{name}.txt"));
        let (_, after_contents) = text.split_once(words.contents).expect("the contents");
        let missing = missing_in_order(&format!("{after_contents}\n{text}"), &texts_in_order(report, words));
        assert_eq!(missing, None, "{name}");
        let pdf = folder.join("into").join(format!("{name}.pdf"));
        let printed = run(Command::new(&pdftotext).arg("-layout").arg(&pdf).arg("-"));
        let pages: Vec<&str> = printed.trim_end_matches('\u{c}').split('\u{c}').collect();
        for (place, page) in pages.iter().enumerate() {
            let foot = page.trim_end().lines().next_back().unwrap_or_default();
            assert!(foot.ends_with(&format!("{} / {}", place + 1, pages.len())), "{name}: the foot is {foot:?}");
        }
        if *name != "hostile" {
            let section = report.sections.first().expect("a question");
            assert!(core_of(&printed).contains(&core_of(&section.title(words))), "{printed}");
        }
    }
}

#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn libreoffice_shows_the_slides_one_to_a_page_with_their_titles() {
    let (Some(_), Some(pdftotext)) = (program("NAPPE_SOFFICE"), program("NAPPE_PDFTOTEXT")) else { return };
    let folder = folder("readers-slides");
    let names = all().map(|(name, report, words)| {
        write(&folder, &format!("{name}.pptx"), pptx::write(&report, &words));
        format!("{name}.pptx")
    });
    convert(&folder, "pdf", None, &names.each_ref().map(String::as_str));
    for (name, report, words) in &all() {
        let printed = run(Command::new(&pdftotext).arg(folder.join("into").join(format!("{name}.pdf"))).arg("-"));
        let pages: Vec<&str> = printed.trim_end_matches('\u{c}').split('\u{c}').collect();
        let slides = pptx::slides(report, words);
        assert_eq!(pages.len(), slides.len(), "{name}");
        for (page, slide) in pages.iter().zip(&slides) {
            let page = core_of(page);
            for text in slide_texts(slide).filter(|text| *name != "hostile" || is_plain(text)) {
                assert!(page.contains(&core_of(text)), "{name}: {text:?} is not on {page:?}");
            }
        }
        let plain = slides.iter().flat_map(slide_texts).filter(|text| is_plain(text)).count();
        assert!(plain > 60, "{name}: only {plain} texts were looked at");
    }
}

/// What stands on a slide; on a card of the map a name may be cut.
fn slide_texts(slide: &Slide) -> impl Iterator<Item = &str> {
    let is_map = matches!(slide.subject, Subject::Map(_));
    let items = slide.items.iter().map(|item| &*item.text);
    items
        .map(move |text| if is_map { text.split_at_checked(20).map_or(text, |it| it.0) } else { text })
        .chain([&*slide.title])
}

/// Whether a text is of letters that come out of a PDF as they went in: Latin ones, in one direction, none of them
/// joined to another.
fn is_plain(text: &str) -> bool {
    let is_plain = |letter: char| matches!(letter, ' '..='~' | '\u{a0}'..='ÿ' | 'Œ' | 'œ' | '‘'..='…' | '\u{202f}' | '\n' | '●' | '★');
    // Whether two of these letters are one sign depends on the font.
    text.chars().all(is_plain) && !["ff", "fi", "fl"].iter().any(|joined| text.contains(joined))
}

#[test]
#[ignore = "needs LibreOffice; cargo xtask test runs it"]
fn libreoffice_opens_the_table_with_every_text_in_its_cell_and_calculates_nothing() {
    if program("NAPPE_SOFFICE").is_none() {
        return;
    }
    let folder = folder("readers-csv");
    for (name, report, words) in &all() {
        write(&folder, &format!("{name}.csv"), csv::write(report, words));
    }
    // As its dialog offers: the byte order mark says UTF-8, tab, comma and semicolon all separate.
    let from = "Text - txt - csv (StarCalc):9/44/59,34,76,1";
    convert(&folder, "ods", Some(from), &["hostile.csv", "town-en.csv", "town-fr.csv"]);
    for (name, report, words) in &all() {
        let file = std::fs::read(folder.join("into").join(format!("{name}.ods"))).expect("a table");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip file");
        let content = std::io::read_to_string(archive.by_name("content.xml").expect("its content")).expect("UTF-8");
        assert!(!content.contains("table:formula"), "{name}: a formula");
        let rows = rows(&content);
        let written = csv::write(report, words);
        let separator = if words.language == "fr" { b';' } else { b',' };
        let table = written.trim_start_matches('\u{feff}').as_bytes();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(table);
        let wanted: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("a row").iter().map(core_of).collect()).collect();
        assert_eq!(rows.len(), wanted.len(), "{name}");
        for (row, wanted) in rows.iter().zip(&wanted) {
            assert_eq!(row, wanted, "{name}");
        }
    }
}

/// The columns of the table.
const COLUMNS: usize = 11;

/// The letters of each cell, row by row.
fn rows(content: &str) -> Vec<Vec<String>> {
    let document = roxmltree::Document::parse(content).expect("XML");
    let named = |node: &roxmltree::Node, name: &str| node.tag_name().name() == name;
    let number = |node: &roxmltree::Node, name: &str| {
        let attribute = node.attributes().find(|it| it.name() == name);
        attribute.map_or(1, |it| it.value().parse::<usize>().expect("a number"))
    };
    let row = |row: roxmltree::Node| {
        let mut cells = Vec::new();
        for cell in row.children().filter(|it| named(it, "table-cell")) {
            let text: String = cell.descendants().filter_map(|it| it.text().filter(|_| it.is_text())).collect();
            let times = number(&cell, "number-columns-repeated").min(COLUMNS);
            cells.extend(std::iter::repeat_n(core_of(&text), times));
        }
        cells.resize(COLUMNS, String::new());
        cells
    };
    let rows: Vec<Vec<String>> = document.descendants().filter(|it| named(it, "table-row")).map(row).collect();
    let used = rows.iter().rposition(|row| row.iter().any(|cell| !cell.is_empty())).map_or(0, |at| at + 1);
    rows[..used].to_vec()
}

#[test]
#[ignore = "needs the HTML checker; cargo xtask test runs it"]
fn the_html_file_is_valid() {
    let (Some(java), Some(checker)) = (program("NAPPE_JAVA"), program("NAPPE_VNU")) else { return };
    let folder = folder("readers-html");
    for (name, report, words) in &all() {
        write(&folder, &format!("{name}.html"), html::write(report, words));
    }
    let mut command = Command::new(java);
    command.arg("-jar").arg(checker).args(["--stdout", "--format", "text"]);
    run(command.args(["hostile.html", "town-en.html", "town-fr.html"].map(|name| folder.join(name))));
}
