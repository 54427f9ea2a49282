//! Serves `dist/` on this computer, as any static host would: files of one folder, nothing else.

use crate::{bundle_app, paths};
use anyhow::{Context, Result, bail};
use std::net::{IpAddr, Ipv6Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

const WORKERS: usize = 4;
/// How many ports after the one asked for are tried.
const PORTS: u16 = 50;
/// Addresses that belong to nobody (RFC 5737, RFC 3849): asked which of this computer's own addresses would lead there,
/// the system answers without sending anything.
const NOWHERE: [&str; 2] = ["192.0.2.1:9", "[2001:db8::1]:9"];

/// What the command line said.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    host: String,
    port: u16,
    build: bool,
}

impl Options {
    /// Reads the arguments after `serve`.
    pub fn parse(args: &[String]) -> Result<Self> {
        let mut options = Self { host: "127.0.0.1".into(), port: 8080, build: true };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
            match arg.as_str() {
                "--host" => options.host.clone_from(value()?),
                "--port" => options.port = value()?.parse().context("--port needs a number up to 65535")?,
                "--no-build" => options.build = false,
                other => bail!("serve does not know `{other}`"),
            }
        }
        Ok(options)
    }
}

/// Builds unless told not to, then serves until it is stopped.
pub fn build_and_serve(options: Options) -> Result<()> {
    let dist = if options.build { bundle_app::build()? } else { paths::dist() };
    anyhow::ensure!(dist.join("index.html").is_file(), "there is no {}: build first", dist.display());
    let server = Arc::new(listen(&options.host, options.port)?);
    let listens = server.server_addr().to_ip().context("the server has no address")?;
    println!("\nserving {} (stop with Ctrl+C)\n{}", dist.display(), where_to_open(listens, &own_addresses()));
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, dist) = (Arc::clone(&server), dist.clone());
            std::thread::spawn(move || server.incoming_requests().for_each(|request| answer(request, &dist)))
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow::anyhow!("a thread of the server has crashed"))?;
    }
    Ok(())
}

fn listen(host: &str, port: u16) -> Result<Server> {
    let last = port.saturating_add(if port == 0 { 0 } else { PORTS });
    let mut why = None;
    for port in port..=last {
        match Server::http((host, port)) {
            Ok(server) => return Ok(server),
            Err(error) => why = Some(error),
        }
    }
    bail!("cannot listen on {host}, ports {port} to {last}: {}", why.map(|why| why.to_string()).unwrap_or_default())
}

/// This computer's addresses in the networks that it is in: of each kind the one that leads outside.
fn own_addresses() -> Vec<IpAddr> {
    let own = |nowhere: &&str| {
        let any =
            if nowhere.starts_with('[') { IpAddr::from(Ipv6Addr::UNSPECIFIED) } else { IpAddr::from([0, 0, 0, 0]) };
        let socket = UdpSocket::bind((any, 0)).ok()?;
        socket.connect(*nowhere).ok()?;
        Some(socket.local_addr().ok()?.ip())
    };
    NOWHERE.iter().filter_map(own).filter(|own| !own.is_loopback() && !own.is_unspecified()).collect()
}

/// What to open, and where. "Every address" is none that a browser can open.
fn where_to_open(listens: SocketAddr, own: &[IpAddr]) -> String {
    let at = |ip: IpAddr| format!("  http://{}/", SocketAddr::new(ip, listens.port()));
    let ip = listens.ip();
    if ip.is_loopback() {
        return format!("{}\nonly this computer can open that", at(ip));
    }
    if !ip.is_unspecified() {
        return at(ip);
    }
    // One that listens on IPv4 alone is not found by an IPv6 address.
    let found: Vec<String> = own.iter().filter(|own| ip.is_ipv6() || own.is_ipv4()).map(|&own| at(own)).collect();
    if found.is_empty() {
        return format!(
            "{}\nno network was found: look up this computer's address in its settings",
            at([127, 0, 0, 1].into())
        );
    }
    format!(
        "{}\nopen it here, too, and not as localhost: the links and codes carry the address that the app was opened at",
        found.join("\n")
    )
}

fn answer(request: Request, dist: &Path) {
    let head = *request.method() == Method::Head;
    let response = if !head && *request.method() != Method::Get {
        Response::from_data("only GET and HEAD\n").with_status_code(405)
    } else {
        match locate(dist, request.url()).and_then(|file| Some((std::fs::read(&file).ok()?, file))) {
            Some((bytes, file)) => Response::from_data(bytes)
                .with_header(header("Content-Type", mime(&file)))
                .with_header(header("Cache-Control", caching(&file))),
            None => Response::from_data("not found\n").with_status_code(404),
        }
    };
    // A browser that went away in the middle is no fault of ours. tiny_http leaves the body out for HEAD.
    let response = response.with_header(header("X-Content-Type-Options", "nosniff"));
    drop(request.respond(response.with_chunked_threshold(usize::MAX)));
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values here are plain ASCII")
}

/// The file that an address means, if it lies in the folder. Each piece must be an ordinary name after its
/// percent signs are resolved: no `..`, no separator, nothing hidden; links out of the folder are not followed.
fn locate(dist: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = dist.to_owned();
    for piece in path.split('/').filter(|piece| !piece.is_empty()) {
        let piece = decode(piece)?;
        if piece.starts_with('.') || piece.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        file.push(piece);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    let inside = file.canonicalize().ok()?.starts_with(dist.canonicalize().ok()?);
    (inside && file.is_file()).then_some(file)
}

fn decode(piece: &str) -> Option<String> {
    let mut out = Vec::with_capacity(piece.len());
    let mut bytes = piece.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(out).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Only a file with a digest in its name may be kept without asking.
fn caching(file: &Path) -> &'static str {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let digest = stem.rsplit_once('-').map(|(_, digest)| digest).unwrap_or_default();
    let named = digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    if named { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(locate(&dist, "/serve.rs?query#part").is_some());
        assert!(locate(&dist, "/%73erve.rs").is_some());
        for url in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "//etc/passwd", "/%zz", "/", "serve.rs"]
        {
            assert_eq!(locate(&dist, url), None, "{url}");
        }
    }

    #[test]
    fn only_names_with_a_digest_are_kept() {
        assert!(caching(Path::new("nappe-0123456789abcdef.wasm")).contains("immutable"));
        assert_eq!(caching(Path::new("index.html")), "no-cache");
        assert_eq!(caching(Path::new("service-worker.js")), "no-cache");
    }

    #[test]
    fn an_address_that_a_phone_can_open_is_printed() {
        let own = ["192.168.1.7".parse().unwrap(), "2001:db8::7".parse().unwrap()];
        let says = |listens: &str| where_to_open(listens.parse().unwrap(), &own);
        assert!(says("127.0.0.1:8080").starts_with("  http://127.0.0.1:8080/\n"));
        assert_eq!(says("192.168.1.7:8081"), "  http://192.168.1.7:8081/");
        let every = says("0.0.0.0:8080");
        assert!(every.contains("http://192.168.1.7:8080/") && !every.contains("0.0.0.0"), "{every}");
        assert!(!every.contains("2001"), "{every}");
        assert!(says("[::]:8080").contains("http://[2001:db8::7]:8080/"));
        let alone = where_to_open("0.0.0.0:8080".parse().unwrap(), &[]);
        assert!(alone.contains("no network was found"), "{alone}");
    }

    #[test]
    fn own_addresses_are_none_that_only_this_computer_knows() {
        assert!(own_addresses().iter().all(|own| !own.is_loopback() && !own.is_unspecified()));
    }

    #[test]
    fn arguments_are_read() {
        let args = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let options = Options::parse(&args("--port 9000 --no-build")).unwrap();
        assert_eq!(options, Options { host: "127.0.0.1".into(), port: 9000, build: false });
        assert!(Options::parse(&args("--port many")).is_err());
    }
}
