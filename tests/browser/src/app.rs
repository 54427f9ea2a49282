//! Ways through the app that many tests take.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::locator::containing;
use crate::options::Language;
use crate::page::Page;
use crate::server::Server;
use crate::wait::wait_for;

/// What the app's keys in the store begin with.
const ROOT: &str = "nappe/";

/// Put before a page: notes when the box to write in is there, or what one can choose on the first screen
/// (`window.seen`, in milliseconds of the page).
pub const SEEN: &str = "
    const look = new MutationObserver(() => {
        if (!document.querySelector('#box, #main .start')) return;
        window.seen = performance.now();
        look.disconnect();
    });
    look.observe(document, { childList: true, subtree: true });";

/// The example café of the browser's language, opened from the first screen.
#[track_caller]
pub fn open_example(browser: &Browser, server: &Server) -> Page {
    let page = browser.open(&server.url("/"));
    let name = match browser.options().language {
        Language::English => "Open an example",
        Language::French => "Ouvrir un exemple",
    };
    page.button(containing(name)).click();
    wait_for("the example to open", || page.url().contains("#/cafe/") && page.sees("contributions"));
    page
}

impl Page {
    /// The id of the café in the address.
    #[track_caller]
    pub fn cafe(&self) -> String {
        let url = self.url();
        let (_, rest) = url.split_once("#/cafe/").unwrap_or_else(|| panic!("no café in {url}"));
        rest.split('/').next().unwrap_or_default().to_owned()
    }

    /// Goes to another screen by its address from `#` on, and waits until it is drawn.
    #[track_caller]
    pub fn go(&self, hash: &str) {
        self.wait_for("the app to start", || {
            self.value_of("!document.querySelector('#shell') && !!document.querySelector('#main')") == json!(true)
        });
        let script = "const [hash, done] = arguments;
            const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
            if (location.hash === hash) return drawn();
            addEventListener('hashchange', drawn, { once: true });
            location.hash = hash;";
        self.must(&format!("go to {hash}"), self.script_async(script, json!([hash])));
    }

    /// Goes to a screen of the open café: `collect`, `tables`; nothing for its overview.
    #[track_caller]
    pub fn go_in_cafe(&self, screen: &str) {
        let slash = if screen.is_empty() { "" } else { "/" };
        self.go(&format!("#/cafe/{}{slash}{screen}", self.cafe()));
    }

    /// Goes to a table of the open café, counted from 0, and gives its id.
    #[track_caller]
    pub fn go_to_table(&self, place: usize) -> String {
        self.go_in_cafe("tables");
        let href = format!("document.querySelectorAll('a.start[href*=\"/table/\"]')[{place}]?.getAttribute('href')");
        self.wait_for("the list of the tables", || self.value_of(&href).is_string());
        let href = self.value_of(&href).as_str().unwrap_or_default().to_owned();
        self.go(&href);
        href.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The words of the notes on the screen, exactly, in order.
    #[track_caller]
    pub fn notes(&self) -> Vec<String> {
        let texts = self.value_of("[...document.querySelectorAll('.note-text')].map((it) => it.textContent)");
        texts.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
    }

    /// All keys and values in the store whose key `keep`, a JavaScript function, lets through.
    #[track_caller]
    pub fn stored_if(&self, keep: &str) -> Value {
        self.value_of(&format!(
            "Object.fromEntries(Object.keys(localStorage).filter({keep}).sort().map((it) => [it, localStorage[it]]))"
        ))
    }

    /// What the app stored: everything below its root, but for the number of its last writes.
    #[track_caller]
    pub fn stored(&self) -> Value {
        self.stored_if(&format!("(key) => key.startsWith('{ROOT}') && key !== '{ROOT}journal'"))
    }

    /// What the journal of the last writes has, as one text.
    #[track_caller]
    pub fn journal(&self) -> String {
        let script = "const done = arguments[0]; const open = indexedDB.open('nappe-journal');
            open.onerror = () => done('');
            open.onsuccess = () => {
                if (!open.result.objectStoreNames.length) { open.result.close(); return done(''); }
                const all = open.result.transaction('recent').objectStore('recent').getAll();
                all.onsuccess = () => { open.result.close(); done(JSON.stringify(all.result)); };
            };";
        let text = self.must("read the journal", self.script_async(script, json!([])));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Takes away the journal of the last writes, as if these were long ago. Not while the app is on the page.
    #[track_caller]
    pub fn forget_journal(&self) {
        let script = "const done = arguments[0]; const gone = indexedDB.deleteDatabase('nappe-journal');
            gone.onsuccess = () => done(true); gone.onerror = () => done(false);";
        assert_eq!(self.script_async(script, json!([])).expect("a script"), true);
    }

    /// Fills the store under keys of somebody else, until there is room for this many letters and no more.
    #[track_caller]
    pub fn fill_store(&self, room: usize) {
        let script = "localStorage.setItem('fill/room', 'x'.repeat(arguments[0]));
            let place = 0;
            for (let size = 1 << 22; size >= 1;) {
                try { localStorage.setItem(`fill/${place}`, 'x'.repeat(size)); place++; } catch { size = size >> 1; }
            }
            localStorage.removeItem('fill/room');
            if (arguments[0] === 0) try { localStorage.setItem('fill/', 'x'); } catch { /* as it should be */ }";
        self.must("fill the store", self.script(script, json!([room])));
    }

    /// Takes away what [`Page::fill_store`] put there.
    #[track_caller]
    pub fn free_store(&self) {
        let script = "Object.keys(localStorage).filter((key) => key.startsWith('fill/'))
            .forEach((key) => localStorage.removeItem(key))";
        self.must("free the store", self.script(script, json!([])));
    }
}
