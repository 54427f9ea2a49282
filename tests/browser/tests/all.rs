//! Every browser test. One file alone: `cargo test --package browser-tests writing::`.

mod bundles;
mod cafe;
mod event;
mod harness;
mod hostile;
mod install;
mod large;
mod offline;
mod printed;
mod screens;
mod single_file;
mod steps;
mod texts;
mod writing;
