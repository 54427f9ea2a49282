//! Browsers that wait for the next test. Starting one takes longer than many a test does.
//!
//! A test finds nothing that another one left: each has a server of its own, on a port that no other had
//! ([`crate::Server`]), and stores, caches and workers belong to the port. What would go beyond a port, a browser
//! remembers ([`Browser::is_as_new`]), and is not used again.

use std::ops::Deref;
use std::sync::Mutex;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::options::Options;

/// How many wait at once: for each engine some in each language and scheme, and for tests with two devices.
const MOST: usize = 12;
/// After this many tests a browser has earned its rest: what it remembers of them takes memory.
const TESTS: usize = 60;

static SPARE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

fn spare<T>(act: impl FnOnce(&mut Vec<Browser>) -> T) -> T {
    act(&mut SPARE.lock().unwrap_or_else(|poisoned| poisoned.into_inner()))
}

/// A browser that waits and fits, or else a new one.
#[track_caller]
pub fn take(engine: Engine, options: &Options) -> Browser {
    let fits = |browser: &Browser| browser.engine() == engine && browser.options().starts_like(options, engine);
    let waiting = spare(|all| all.iter().position(fits).map(|place| all.remove(place)));
    match waiting.map(|browser| browser.begin_again(options)) {
        Some(Ok(browser)) => browser,
        _ => Browser::start(engine, options),
    }
}

/// Keeps a browser for the next test, if it is as if it were new.
pub fn give_back(browser: Browser) {
    if !browser.options().is_shared() || !browser.is_as_new() || browser.tests() >= TESTS {
        return;
    }
    if browser.clear_up().is_ok() {
        let too_many = spare(|all| {
            all.push(browser);
            (all.len() > MOST).then(|| all.remove(0))
        });
        drop(too_many);
    }
}

/// Another device in a test: a browser of the same engine with a store of its own. When it is dropped it waits for the
/// next test, as its first browser does.
pub struct Another(Option<Browser>);

impl Browser {
    /// Another browser of the same engine with the same options, which knows nothing of the site.
    #[track_caller]
    pub fn another(&self) -> Another {
        Another(Some(take(self.engine(), self.options())))
    }
}

impl Deref for Another {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.0.as_ref().expect("it is there until it is dropped")
    }
}

impl Drop for Another {
    fn drop(&mut self) {
        // When a test fails, the browser is dropped here, which saves what it shows.
        if let Some(browser) = self.0.take().filter(|_| !std::thread::panicking()) {
            give_back(browser);
        }
    }
}
