//! A small file server that remembers what was asked of it, can spoil its answers, and can be stopped to be "no
//! network".

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::programs;

/// A request to the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET` and the like.
    pub method: String,
    /// The path with its query, such as `/index.html?a=1`.
    pub path: String,
    /// The host that was asked for.
    pub host: String,
    /// What was answered: 200 or 404.
    pub status: u16,
}

/// Another page of the site, which is not the app. It names an empty icon, so that no browser asks for `/favicon.ico`:
/// that request comes some time after the page was loaded, and its 404 counts as an error of whatever is then in front.
const OTHER_PAGE: (&str, &[u8]) =
    ("/another-page-of-the-site", b"<!doctype html><title>Another page</title><link rel=\"icon\" href=\"data:,\">");

/// What a network does to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// There is no such file.
    Gone,
    /// In its place comes the page of a network that asks one to log in, as if all was well.
    LoginPage,
    /// The connection is cut in the middle of the file.
    Cut,
}

/// What such a network answers whatever it is asked for.
const LOGIN_PAGE: &[u8] = b"<!doctype html><title>Welcome to our network</title><p>Please log in.</p>";

#[derive(Default)]
struct State {
    folder: PathBuf,
    asked: Vec<Request>,
    open: Vec<TcpStream>,
    /// The ending of the paths that are answered later.
    held: Option<String>,
    /// The ending of the paths that something happens to, and what.
    spoilt: Option<(String, Mishap)>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    released: Condvar,
}

/// A file server on this machine. Stopped when dropped.
pub struct Server {
    port: u16,
    state: Arc<Shared>,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

fn lock(shared: &Shared) -> MutexGuard<'_, State> {
    shared.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl Server {
    /// Serves the app: the folder named by `NAPPE_DIST`.
    pub fn of_the_app() -> Server {
        Self::of(&programs::given("NAPPE_DIST").expect("NAPPE_DIST names the folder of the built app"))
    }

    /// Serves a folder on a free port of 127.0.0.1.
    pub fn of(folder: &Path) -> Server {
        let state = Arc::<Shared>::default();
        lock(&state).folder = folder.to_owned();
        let mut server = Server { port: 0, state, running: None };
        server.start();
        server
    }

    /// An address of this server, such as `http://127.0.0.1:8080/`.
    pub fn url(&self, path: &str) -> String {
        self.url_on("127.0.0.1", path)
    }

    /// The same by another name, see [`crate::Options::plain_http`].
    pub fn url_on(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    /// The address of another page of the same site, whatever folder is served.
    pub fn other_page(&self) -> String {
        self.url(OTHER_PAGE.0)
    }

    /// The port, which stays the same over [`Server::stop`] and [`Server::start`].
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves another folder from now on: a new version of the app.
    pub fn serve(&self, folder: &Path) {
        lock(&self.state).folder = folder.to_owned();
    }

    /// Makes whoever asks for a path with this ending wait until [`Server::release`]: a slow network.
    pub fn hold(&self, end: &str) {
        lock(&self.state).held = Some(end.to_owned());
    }

    /// Makes this happen to each answer to a path with this ending, until [`Server::heal`].
    pub fn spoil(&self, end: &str, mishap: Mishap) {
        lock(&self.state).spoilt = Some((end.to_owned(), mishap));
    }

    /// Answers everything as it should be.
    pub fn heal(&self) {
        lock(&self.state).spoilt = None;
    }

    /// Answers whoever waits.
    pub fn release(&self) {
        lock(&self.state).held = None;
        self.state.released.notify_all();
    }

    /// All that was asked so far.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state).asked.clone()
    }

    /// Forgets what was asked so far.
    pub fn forget_requests(&self) {
        lock(&self.state).asked.clear();
    }

    /// Starts listening again, on the same port.
    pub fn start(&mut self) {
        if self.running.is_some() {
            return;
        }
        let listener = if self.port == 0 { on_a_new_port() } else { TcpListener::bind(("127.0.0.1", self.port)) };
        let listener = listener.expect("a port to listen on");
        self.port = listener.local_addr().expect("the port").port();
        let stop = Arc::new(AtomicBool::new(false));
        let (state, stopping) = (Arc::clone(&self.state), Arc::clone(&stop));
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopping.load(Ordering::SeqCst) {
                    break;
                }
                let mut shared = lock(&state);
                shared.open.retain(|stream| stream.peer_addr().is_ok());
                shared.open.extend(stream.try_clone());
                drop(shared);
                let state = Arc::clone(&state);
                thread::spawn(move || drop(answer(&stream, &state)));
            }
        });
        self.running = Some((stop, thread));
    }

    /// Stops listening and cuts every connection: no network.
    pub fn stop(&mut self) {
        let Some((stop, thread)) = self.running.take() else { return };
        self.release();
        stop.store(true, Ordering::SeqCst);
        drop(TcpStream::connect(("127.0.0.1", self.port)));
        let _ = thread.join();
        for stream in lock(&self.state).open.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// Listens on a port that no server of this run had: a browser may still keep what it stored for an earlier one.
fn on_a_new_port() -> std::io::Result<TcpListener> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        if HAD.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).insert(port) {
            return Ok(listener);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn answer(stream: &TcpStream, state: &Shared) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut host = String::new();
    for line in lines {
        let line = line?;
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("host") => host = value.trim().to_owned(),
            _ if line.is_empty() => break,
            _ => {}
        }
    }
    let mut words = first.split(' ');
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
    // A browser that was told that this is its proxy asks for a whole address.
    let path = target.strip_prefix("http://").map_or(target, |rest| &rest[rest.find('/').unwrap_or(rest.len())..]);
    let folder = lock(state).folder.clone();
    let found = match path {
        path if path == OTHER_PAGE.0 => Some(("text/html; charset=utf-8", OTHER_PAGE.1.to_vec())),
        path => file_at(&folder, path).and_then(|file| Some((mime(&file), fs::read(file).ok()?))),
    };
    let spoilt = lock(state).spoilt.clone();
    let mishap = spoilt.filter(|(end, _)| path.ends_with(end)).map(|(_, mishap)| mishap);
    let found = match mishap {
        Some(Mishap::Gone) => None,
        Some(Mishap::LoginPage) => Some(("text/html; charset=utf-8", LOGIN_PAGE.to_vec())),
        _ => found,
    };
    let status = if found.is_some() { 200 } else { 404 };
    let asked = Request { method: method.to_owned(), path: path.to_owned(), host, status };
    let mut shared = lock(state);
    shared.asked.push(asked);
    let waits = |state: &mut State| state.held.as_ref().is_some_and(|end| path.ends_with(end));
    drop(state.released.wait_while(shared, waits));
    let (mime, bytes) = found.unwrap_or(("text/plain; charset=utf-8", b"not found".to_vec()));
    let head = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: {}\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        if status == 200 { "OK" } else { "Not Found" },
        bytes.len(),
        if status == 200 { caching(path) } else { "no-store" },
    );
    let mut out = stream;
    out.write_all(head.as_bytes())?;
    if method != "HEAD" {
        let half = if mishap == Some(Mishap::Cut) { bytes.len() / 2 } else { bytes.len() };
        out.write_all(&bytes[..half])?;
    }
    out.shutdown(Shutdown::Write)
}

/// As any good host does: what has a digest in its name may be kept, everything else is asked for again.
fn caching(path: &str) -> &'static str {
    let digest = path.rsplit_once('-').and_then(|(_, rest)| rest.split('.').next()).unwrap_or_default();
    let is_named = digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_named { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// The file that a path names, never outside the folder.
fn file_at(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ext| ext.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
