//! The edition in one file, opened from a folder as from a USB stick.
//!
//! All three engines keep what a file page stored, over a reload and over a restart of the browser; the latter is not
//! tested in WebKit, whose profile is in memory here (see `webkit.rs`; MiniBrowser without a driver does keep it).
//! When the file is moved, Firefox no longer finds it: there each file has a store of its own, by its address.

use crate::steps::*;
use browser_tests::{Browser, Can, Engine, Options, containing, in_each_engine, programs};
use serde_json::json;

const NOTE: &str = "Un banc devant l’école 🌳";

/// Its name.
const FILE: &str = "nappe.html";
const TITLE: &str = "A café on a stick";

/// A stick: a folder, with a name that an address cannot have as it is, and Nappe in it.
struct Stick(tempfile::TempDir);

impl Stick {
    fn new() -> Stick {
        let folder = tempfile::Builder::new().prefix("clé usb ").tempdir().expect("a folder");
        let dist = programs::given("NAPPE_DIST").expect("NAPPE_DIST names the folder of the built app");
        std::fs::copy(dist.join(FILE), folder.path().join(FILE)).expect("nappe.html to be copied");
        Stick(folder)
    }

    /// The path of the file, by this name.
    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    /// Its address.
    fn address(&self, name: &str) -> String {
        let mut address = "file://".to_owned();
        for byte in self.path(name).display().to_string().bytes() {
            match byte {
                b'/' | b'.' | b'-' | b'_' => address.push(byte.into()),
                byte if byte.is_ascii_alphanumeric() => address.push(byte.into()),
                byte => address.push_str(&format!("%{byte:02X}")),
            }
        }
        address
    }
}

/// The page is quiet, and has asked for nothing outside itself.
#[track_caller]
fn expect_no_requests(browser: &Browser) {
    let script =
        "performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !/^(data|blob):/.test(it))";
    assert_eq!(browser.page().value_of(script), json!([]), "{}", browser.engine());
    browser.expect_no_errors();
}

#[test]
fn a_whole_evening_from_one_file() {
    in_each_engine("the single file", &Options::english(), |browser| {
        let stick = Stick::new();
        let page = create_cafe_at(browser, &stick.address(FILE), TITLE, &["What shall we keep?"]);
        page.wait_sees("Nappe runs from a file here, which other devices cannot reach");
        let link = read_link(browser, "Table 1");
        assert!(link.starts_with(&format!("{}#/join/1/", stick.address(FILE))), "{link}");

        // A note is written and stays.
        to_overview(browser);
        page.link("Write at a table on this device").click();
        page.link(containing("Table 1")).click();
        write_note(browser, NOTE);
        let table = page.url();
        browser.reload();
        note(browser, NOTE).wait();
        expect_no_requests(browser);
        if browser.can(Can::KeepProfile) {
            browser.reopen();
            browser.open(&table);
            note(browser, NOTE).wait();
        }
        let bundle = hand_over_file(browser);
        expect_no_requests(browser);
        // What a file cannot do is said where a device is checked.
        let page = browser.open(&format!("{}#/ready", stick.address(FILE)));
        for words in ["Nappe runs from a file", "cannot be installed", "replace the file", "import bundles instead"] {
            page.wait_sees(words);
        }
        assert!(!page.sees("You can install it as an app"));

        // Moved. The first screen has warned of it.
        std::fs::rename(stick.path(FILE), stick.path("nappe-2.html")).expect("the file to be renamed");
        let page = browser.open(&stick.address("nappe-2.html"));
        page.wait_sees("Some browsers lose sight of it when the file is moved or renamed.");
        assert_eq!(page.sees(TITLE), browser.engine() != Engine::Firefox);

        // Another device with a stick of its own: the link says nothing but the café, whatever path it begins with.
        let (other, its_stick) = (browser.another(), Stick::new());
        let page = other.open(&its_stick.address(FILE));
        page.wait_sees("a USB stick does not carry it along");
        page.button(containing("Join with a link")).click();
        page.field("Link to the café").paste_text(&link);
        page.button("Join").click();
        the_box(&other).wait();
        assert_eq!(notes_on_screen(&other), 0);
        let page = other.open(&its_stick.address(FILE));
        page.file_field("Import a bundle").choose_files(&[&bundle]);
        page.wait_sees("1 new");
        import(&other);
        to_step(&other, "Report");
        page.wait_sees(NOTE);
        expect_no_requests(&other);
    });
}
