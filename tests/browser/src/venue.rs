//! The app as a laptop serves it to the phones in the room: by `cargo xtask serve`, at the address that it prints.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::process::Process;
use crate::wait::poll;

/// The server of the venue. Ended when dropped.
pub struct Venue {
    _process: Process,
    _folder: tempfile::TempDir,
    address: String,
}

impl Venue {
    /// Serves the built app at all addresses of this machine; none where it is in no network.
    #[track_caller]
    pub fn start() -> Option<Venue> {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("serve.log");
        // Cargo says to xtask where the sources are, and with them the built app.
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
        command.args(["xtask", "serve", "--no-build", "--host", "0.0.0.0"]);
        let mut process = Process::start(command, &log).expect("cargo");
        // It may have to be compiled before.
        let printed = poll(Duration::from_secs(180), || {
            let said = process.output();
            match said.lines().find_map(|line| line.strip_prefix("  ")) {
                Some(address) => Ok(Ok((address.to_owned(), said.contains("no network was found")))),
                None if process.ended() => Ok(Err(said)),
                None => Err(said),
            }
        });
        let (address, is_alone) =
            printed.and_then(|it| it).unwrap_or_else(|said| panic!("xtask serves nothing: {said}"));
        (!is_alone).then_some(Venue { _process: process, _folder: folder, address })
    }

    /// The address to open, as it was printed.
    pub fn address(&self) -> &str {
        &self.address
    }
}
