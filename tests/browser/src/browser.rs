//! A browser under test: starting, closing, opening again, and what concerns it as a whole.

use std::cell::Cell;
use std::fs;
use std::net::TcpListener;
use std::path::Path;

use serde_json::{Value, json};

use crate::display::Display;
use crate::engine::{Can, Engine};
use crate::folders::Folders;
use crate::options::Options;
use crate::page::Page;
use crate::process::Process;
use crate::session::{Answer, DriverError, Session, Wire};
use crate::wait::{DEADLINE, poll};
use crate::{chromium, firefox, webkit};

struct Running {
    session: Session,
    process: Process,
    _display: Option<Display>,
}

/// A browser under test. When dropped, its processes are killed and its folder is deleted.
pub struct Browser {
    engine: Engine,
    options: Options,
    running: Option<Running>,
    folders: Folders,
    pub(crate) downloaded: Cell<usize>,
    pub(crate) errors_told: Cell<usize>,
    /// See [`Browser::is_as_new`].
    pub(crate) is_changed: Cell<bool>,
    /// How many tests had it before this one.
    tests: usize,
}

impl Browser {
    /// Starts a browser with a fresh profile.
    #[track_caller]
    pub fn start(engine: Engine, options: &Options) -> Browser {
        match Self::try_start(engine, options) {
            Ok(browser) => browser,
            Err(why) => panic!("{engine} does not start: {why}"),
        }
    }

    fn try_start(engine: Engine, options: &Options) -> Result<Browser, String> {
        let folders = Folders::new()?;
        let running = run(engine, options, &folders)?;
        Ok(Browser {
            engine,
            options: options.clone(),
            running: Some(running),
            folders,
            downloaded: Cell::default(),
            errors_told: Cell::default(),
            is_changed: Cell::default(),
            tests: 0,
        })
    }

    /// Whether nothing was done to it that goes beyond the site under test: no settings of the engine were changed, and
    /// no files of this machine were opened as pages where they share a store.
    pub(crate) fn is_as_new(&self) -> bool {
        !self.is_changed.get()
    }

    /// No other test gets it: errors of what was done here may be reported only later.
    pub fn retire(&self) {
        self.is_changed.set(true);
    }

    /// How many tests had it before this one.
    pub(crate) fn tests(&self) -> usize {
        self.tests
    }

    /// Leaves one empty tab, nothing downloaded and no errors to be reported.
    pub(crate) fn clear_up(&self) -> Result<(), DriverError> {
        let session = self.session();
        let tabs = session.get("window/handles")?;
        let mut tabs: Vec<&str> = tabs.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let last = tabs.pop().unwrap_or_default();
        for tab in tabs {
            session.post("window", json!({ "handle": tab }))?;
            session.delete("window")?;
        }
        session.post("window", json!({ "handle": last }))?;
        session.post("url", json!({ "url": "about:blank" }))?;
        self.errors();
        let lost = |e: std::io::Error| DriverError { code: "downloads".to_owned(), message: e.to_string() };
        for file in fs::read_dir(self.folders.downloads()).map_err(lost)?.flatten() {
            fs::remove_file(file.path()).map_err(lost)?;
        }
        Ok(())
    }

    /// The same for the next test, with its options; see [`Options::starts_like`].
    pub(crate) fn begin_again(mut self, options: &Options) -> Result<Browser, DriverError> {
        if self.engine == Engine::Firefox {
            firefox::prefer(self.session(), options)?;
        }
        self.options = options.clone();
        self.tests += 1;
        self.prepare_tab()?;
        Ok(self)
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether it can do this under test.
    pub fn can(&self, what: Can) -> bool {
        self.engine.can(what)
    }

    /// How it was started.
    pub fn options(&self) -> &Options {
        &self.options
    }

    pub(crate) fn folders(&self) -> &Folders {
        &self.folders
    }

    /// What the driver and the browser wrote to their output.
    pub fn log(&self) -> String {
        self.running.as_ref().map(|running| running.process.output()).unwrap_or_default()
    }

    fn session(&self) -> &Session {
        &self.running.as_ref().expect("the browser is closed").session
    }

    /// The page in front.
    pub fn page(&self) -> Page {
        Page::new(self.session().clone())
    }

    /// Goes to an address and gives the page.
    #[track_caller]
    pub fn open(&self, url: &str) -> Page {
        // Firefox gives each file a store of its own.
        if url.starts_with("file:") && self.engine != Engine::Firefox {
            self.is_changed.set(true);
        }
        let page = self.page();
        page.must(&format!("open {url}"), self.session().post("url", json!({ "url": url })));
        self.listen();
        page
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) -> Page {
        self.command("refresh")
    }

    /// Goes back.
    #[track_caller]
    pub fn back(&self) -> Page {
        self.command("back")
    }

    #[track_caller]
    fn command(&self, name: &str) -> Page {
        let page = self.page();
        page.must(name, self.session().post(name, json!({})));
        self.listen();
        page
    }

    /// Only WebKit has to be told to collect errors; where it cannot (an alert is open), it is told later.
    fn listen(&self) {
        if self.engine == Engine::WebKit {
            let _ = webkit::listen(self.session());
        }
    }

    /// Gives the page in front this size in CSS pixels.
    #[track_caller]
    pub fn set_size(&self, width: u32, height: u32) {
        let page = self.page();
        page.must("set the size", set_size(self.engine, self.session(), (width, height)));
        page.wait_for("the page to have its size", || page.size() == (width, height));
    }

    /// Tells the tab in front what the first one was told when the browser started.
    pub(crate) fn prepare_tab(&self) -> Answer {
        prepare(self.engine, self.session(), &self.options, &self.folders)
    }

    /// Closes it as a person does and opens it again with the same profile. See [`Can::KeepProfile`].
    #[track_caller]
    pub fn reopen(&mut self) {
        if let Some(running) = &self.running {
            let _ = running.session.quit();
        }
        self.start_again();
    }

    /// Kills it as a flat battery does and opens it again with the same profile. See [`Can::KeepProfile`].
    #[track_caller]
    pub fn crash_and_reopen(&mut self) {
        self.start_again();
    }

    /// Kills the process that the page in front runs in, as a system does that is short of memory: the page hears
    /// nothing of it. To go on, another tab has to be there before. See [`Can::KillPage`].
    #[track_caller]
    pub fn kill_page(&self) {
        self.is_changed.set(true);
        let running = self.running.as_ref().expect("the browser is closed");
        let is_killed = match self.engine {
            // The driver does not hear the answer to this any more.
            Engine::Chromium => chromium::devtools(&running.session, "Page.crash", json!({})).is_err(),
            Engine::Firefox => firefox::page_process(&running.session).is_some_and(|id| running.process.kill_child(id)),
            Engine::WebKit => false,
        };
        assert!(is_killed, "{} did not kill the page", self.engine);
        // Firefox shows a page of its own in the place of the dead one.
        let is_dead = "return document.documentURI.startsWith('about:tabcrashed')";
        let page = self.page();
        page.wait_for("the page to be dead", || page.script(is_dead, json!([])).map_or(true, |it| it == true));
    }

    #[track_caller]
    fn start_again(&mut self) {
        assert!(self.can(Can::KeepProfile), "{} keeps no profile", self.engine);
        self.running = None;
        self.errors_told.set(0);
        for name in ["SingletonLock", "SingletonSocket", "SingletonCookie", "DevToolsActivePort", "lock", ".parentlock"]
        {
            let _ = fs::remove_file(self.folders.profile().join(name));
        }
        match run(self.engine, &self.options, &self.folders) {
            Ok(running) => self.running = Some(running),
            Err(why) => panic!("{} does not start again: {why}", self.engine),
        }
    }

    /// Saves a picture, the markup, the text and the log as `folder/name.*`.
    pub fn save_evidence(&self, folder: &Path, name: &str) {
        if self.running.is_none() || fs::create_dir_all(folder).is_err() {
            return;
        }
        let page = self.page();
        let save = |ext: &str, bytes: &[u8]| drop(fs::write(folder.join(format!("{name}.{ext}")), bytes));
        match page.picture() {
            Ok(picture) => save("png", &picture),
            Err(lost) if lost.code == "transport" => return save("txt", self.log().as_bytes()),
            Err(_) => {}
        }
        save("html", page.source().as_bytes());
        save("txt", format!("{}\n\n{}", page.text(), self.log()).as_bytes());
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let name =
                format!("{}-{}", std::thread::current().name().unwrap_or("test").replace("::", "-"), self.engine);
            self.save_evidence(&crate::run::failures_folder(), &name);
        }
    }
}

fn run(engine: Engine, options: &Options, folders: &Folders) -> Result<Running, String> {
    // A port that is free now may be taken a moment later, by another test: then once more.
    run_once(engine, options, folders).or_else(|_| run_once(engine, options, folders))
}

fn run_once(engine: Engine, options: &Options, folders: &Folders) -> Result<Running, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| e.to_string())?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    drop(listener);
    let display = if engine == Engine::WebKit { Some(Display::start()?) } else { None };
    let (command, capabilities) = match (&display, engine) {
        (Some(display), _) => webkit::plan(options, folders, port, display)?,
        (None, Engine::Firefox) => firefox::plan(options, folders, port)?,
        (None, _) => chromium::plan(options, folders, port)?,
    };
    let mut process = Process::start(command, &folders.log())?;
    let wire = Wire::new(port);
    let started = poll(DEADLINE, || {
        if process.ended() {
            return Ok(Err("the driver has ended".to_owned()));
        }
        wire.call("GET", "/status", None).map(|_| Ok(())).map_err(|e| e.to_string())
    })
    .and_then(|started| started)
    .and_then(|()| Session::start(&wire, engine, capabilities).map_err(|e| e.to_string()))
    .and_then(|session| prepare(engine, &session, options, folders).map(|_| session).map_err(|e| e.to_string()));
    match started {
        Ok(session) => Ok(Running { session, process, _display: display }),
        Err(why) => Err(format!("{why}\n{}", process.output())),
    }
}

fn prepare(engine: Engine, session: &Session, options: &Options, folders: &Folders) -> Answer {
    match engine {
        Engine::Chromium => chromium::prepare(session, options, folders),
        _ => set_size(engine, session, options.size),
    }
}

fn set_size(engine: Engine, session: &Session, (width, height): (u32, u32)) -> Answer {
    match engine {
        Engine::Chromium => chromium::set_size(session, width, height),
        Engine::Firefox => firefox::set_size(session, width, height),
        Engine::WebKit => webkit::set_size(session, width, height),
    }
}
