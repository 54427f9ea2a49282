//! The app in a folder of a web space that holds other things as well.

use crate::offline::{READY, app, copy_app, reload};
use crate::steps::{create_cafe_at, note, open_link, read_link, the_box, write_note};
use browser_tests::{Options, Server, in_one_engine};
use std::fs;

#[test]
fn in_a_folder_of_a_web_space_the_app_starts_with_no_network_and_asks_for_nothing_beside_it() {
    in_one_engine("in a folder", &Options::english(), |browser| {
        let space = tempfile::tempdir().expect("a web space");
        let folder = space.path().join("clubs/lunch");
        fs::create_dir_all(&folder).expect("a folder of it");
        copy_app(&app(), &folder, |_| true);
        let mut server = Server::of(space.path());
        let address = server.url("/clubs/lunch/");
        browser.open(&address).wait_sees(READY);
        let beside = |path: &str| !path.starts_with("/clubs/lunch/") && path != "/favicon.ico";
        let asked: Vec<String> = server.requests().into_iter().map(|it| it.path).collect();
        assert!(!asked.iter().any(|path| beside(path)), "{asked:?}");
        server.stop();
        reload(browser).wait_sees(READY);
        create_cafe_at(browser, &address, "Lunch", &["What would you cook?"]);
        let link = read_link(browser, "Table 1");
        assert!(link.starts_with(&address), "{link}");
        open_link(browser, &link);
        write_note(browser, "A soup for everybody");
        reload(browser);
        the_box(browser).wait();
        note(browser, "A soup for everybody").wait();
        browser.expect_no_errors();
    });
}
