//! Running one test in each engine.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex};
use std::time::Instant;

use crate::browser::Browser;
use crate::engine::{Can, Engine};
use crate::options::Options;
use crate::{programs, spare};

/// How many tests may have browsers open at once.
const AT_ONCE: usize = 2;

static OPEN: Mutex<usize> = Mutex::new(0);
static CLOSED: Condvar = Condvar::new();

/// A place among the tests that may have browsers open.
struct Place;

impl Place {
    fn take() -> Place {
        let open = OPEN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let full = |open: &mut usize| *open >= AT_ONCE;
        let mut open = CLOSED.wait_while(open, full).unwrap_or_else(|poisoned| poisoned.into_inner());
        *open += 1;
        Place
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) -= 1;
        CLOSED.notify_one();
    }
}

/// Where the evidence of failures goes: `target/browser-failures`.
pub fn failures_folder() -> PathBuf {
    target_folder().join("browser-failures")
}

/// Where tests put pictures to be looked at: `target/browser-pictures`.
pub fn pictures_folder() -> PathBuf {
    target_folder().join("browser-pictures")
}

fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"))
}

/// Runs a test in each engine, each time in a browser that knows nothing of the site, and fails with the names of the
/// engines that failed.
///
/// The picture, markup, text and log of a failure are kept in [`failures_folder`].
#[track_caller]
pub fn in_each_engine(name: &str, options: &Options, test: impl Fn(&mut Browser)) {
    run(name, options, &Engine::ALL, test);
}

/// The same in the engines that can do this.
#[track_caller]
pub fn in_each_engine_that(can: Can, name: &str, options: &Options, test: impl Fn(&mut Browser)) {
    let engines: Vec<Engine> = Engine::ALL.into_iter().filter(|engine| engine.can(can)).collect();
    run(name, options, &engines, test);
}

/// The same in one engine, for a rule about what the app itself does: what it decides, counts and says, which is the
/// same code in all of them. The name of the test decides which engine, so that each of them shows a part of the app,
/// the same one at every run.
#[track_caller]
pub fn in_one_engine(name: &str, options: &Options, test: impl Fn(&mut Browser)) {
    let there = |engine: &Engine| engine.wanted() && engine.installed().is_ok();
    let engines: Vec<Engine> = Engine::ALL.into_iter().filter(there).collect();
    let number = name.bytes().fold(0_usize, |number, byte| number.wrapping_mul(17).wrapping_add(byte.into()));
    let place = (number >> 7) % engines.len().max(1);
    // Where none is there, that is said as for every other test.
    run(name, options, engines.get(place).map_or(&Engine::ALL, std::slice::from_ref), test);
}

/// Runs a test once with several browsers at the same time, one for each of `options`: Chromium, Firefox, WebKit, and
/// from the start again where there are more options than engines.
#[track_caller]
pub fn in_engines_together(name: &str, options: &[Options], test: impl FnOnce(&[Browser])) {
    let installed = |engine: &Engine| match engine.installed() {
        Ok(()) => true,
        Err(missing) => {
            assert!(!programs::required(), "{name}: {engine} is missing: {missing}");
            println!("{name}: {engine} skipped: {missing}");
            false
        }
    };
    let engines: Vec<Engine> = Engine::ALL.into_iter().filter(|engine| engine.wanted()).filter(installed).collect();
    if engines.is_empty() {
        return;
    }
    let _place = Place::take();
    let begin = Instant::now();
    let start = |(engine, options): (&Engine, &Options)| spare::take(*engine, options);
    let browsers: Vec<Browser> = engines.iter().cycle().zip(options).map(start).collect();
    test(&browsers);
    let names: Vec<&str> = browsers.iter().map(|browser| browser.engine().name()).collect();
    println!("{name}: {} together in {:.1} s", names.join(", "), begin.elapsed().as_secs_f32());
    browsers.into_iter().for_each(spare::give_back);
}

#[track_caller]
fn run(name: &str, options: &Options, engines: &[Engine], test: impl Fn(&mut Browser)) {
    let mut failed = Vec::new();
    for &engine in engines.iter().filter(|engine| engine.wanted()) {
        if let Err(missing) = engine.installed() {
            assert!(!programs::required(), "{name}: {engine} is missing: {missing}");
            println!("{name}: {engine} skipped: {missing}");
            continue;
        }
        let _place = Place::take();
        let begin = Instant::now();
        let once = || {
            let mut browser = spare::take(engine, options);
            let outcome = catch_unwind(AssertUnwindSafe(|| test(&mut browser)));
            match outcome {
                Ok(()) => spare::give_back(browser),
                Err(_) if broke_by_itself(&browser) => return Ok(false),
                Err(panic) => {
                    browser.save_evidence(&failures_folder(), &format!("{}-{engine}", file_name(name)));
                    return Err(panic);
                }
            }
            Ok(true)
        };
        let mut outcome = catch_unwind(AssertUnwindSafe(once)).and_then(|outcome| outcome);
        if let Ok(false) = outcome {
            println!("{name}: {engine} broke by itself; once more");
            outcome = catch_unwind(AssertUnwindSafe(once)).and_then(|outcome| outcome);
        }
        let seconds = begin.elapsed().as_secs_f32();
        match outcome {
            Ok(false) => failed.push(format!("{name}: {engine} broke by itself twice")),
            Ok(true) => println!("{name}: {engine} in {seconds:.1} s"),
            Err(panic) => {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panicked");
                failed.push(format!("{name} in {engine}, after {seconds:.1} s: {text}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}\nevidence: {}", failed.join("\n"), failures_folder().display());
}

/// GLib, which WebKitGTK is built on, ends the page's process when a signal comes at the wrong moment. Seen once in
/// some thousand tests; it says nothing about the app.
fn broke_by_itself(browser: &Browser) -> bool {
    browser.engine() == Engine::WebKit && browser.log().contains("getauxval () failed: Interrupted system call")
}

fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}
