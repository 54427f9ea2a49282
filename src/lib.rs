//! Nappe: the tablecloth of a World Café, in a browser.
//!
//! # The map
//! - [`core`]: what a café is; no browser in it (package `nappe-core`).
//! - [`route`]: which screen an address names. Pure.
//! - [`i18n`]: every word on screen, in every language. Pure.
//! - `storage`: `localStorage` as the core's store.
//! - `platform`: clock, random bytes, languages, events of the window.
//! - `transfer`: files in and out, share sheet, clipboard.
//! - `state`: the open café as signals; the only place that changes it.
//! - `reactive`: signals. Leptos's graph, handles of our own.
//! - `dom`: how views become elements of the page.
//! - `ui`: views.
//!
//! # Where to start
//! `state::session` is the one way for data: a page commits a command, the core says what changed, storage writes those
//! records, their signals update.

#[cfg(feature = "browser")]
pub mod dom;
pub mod i18n;
#[cfg(feature = "browser")]
pub mod platform;
#[cfg(feature = "browser")]
pub mod reactive;
pub mod route;
#[cfg(feature = "browser")]
pub mod state;
#[cfg(feature = "browser")]
pub mod storage;
#[cfg(feature = "browser")]
pub mod transfer;
#[cfg(feature = "browser")]
pub mod ui;

pub use nappe_core as core;
