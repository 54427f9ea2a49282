//! Builds, serves, tests and measures Nappe: `cargo xtask <command>`.
//!
//! Where to start: [`bundle_app`] makes `dist/`, [`test`] lists every check that a change must pass.

mod bench;
mod budget;
mod bundle_app;
mod css;
mod dist_rules;
mod engines;
mod glue;
mod html;
mod manifest_rules;
mod npm_tools;
mod order;
mod parts;
mod paths;
mod readers;
mod serve;
mod service_worker;
mod single_file;
mod squeeze;
mod step;
mod system;
mod test;
mod visit;
mod wasm_target;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  dist                      make dist/, ready for any static host in any folder, and in it nappe.html, the whole
                            app in one file for a USB stick
  serve [--port N] [--host ADDRESS] [--no-build]
                            build, then serve dist/ (127.0.0.1:8080, or the next free port)
  test                      every check, from formatting to three browsers
  bench                     measure starts, merge, import, export, sorting and planning

The WebAssembly target, wasm-opt and the browser tools are installed when they are missing; whatever needs
the system's package manager is installed only as root or with CI=true, and named otherwise.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rest = args.get(1..).unwrap_or_default();
    let done = match args.first().map(String::as_str) {
        Some("dist") => no_arguments(rest).and_then(|()| bundle_app::build().map(drop)),
        Some("serve") => serve::Options::parse(rest).and_then(serve::build_and_serve),
        Some("test") => no_arguments(rest).and_then(|()| test::run_all()),
        Some("bench") => no_arguments(rest).and_then(|()| bench::run_all()),
        None | Some("help" | "--help" | "-h") => {
            println!("{HELP}");
            Ok(())
        }
        Some(other) => Err(anyhow::anyhow!("there is no command `{other}`\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn no_arguments(rest: &[String]) -> anyhow::Result<()> {
    anyhow::ensure!(rest.is_empty(), "this command takes no arguments, got {rest:?}");
    Ok(())
}
