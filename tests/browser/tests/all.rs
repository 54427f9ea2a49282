//! Every browser test. One file alone: `cargo test --package browser-tests writing::`.

mod bell;
mod board;
mod bundles;
mod cafe;
mod check_list;
mod dots;
mod drafts;
mod event;
mod faults;
mod handed_over;
mod harness;
mod harvest;
mod harvest_steps;
mod hostile;
mod install;
mod key_points;
mod keyboard;
mod large;
mod mended;
mod next_steps;
mod offline;
mod plain_http;
mod present;
mod printed;
mod received;
mod report;
mod report_files;
mod screens;
mod seats;
mod short_links;
mod similar;
mod single_file;
mod starts;
mod steps;
mod sub_folder;
mod texts;
mod themes;
mod updates;
mod venue;
#[expect(dead_code, reason = "the build uses all of it")]
#[path = "../../../xtask/src/visit.rs"]
mod visit;
mod writing;
