//! End-to-end tests of Nappe in three real engines: Chromium, Firefox and WebKit, through W3C WebDriver.
//!
//! A test drives the app as a person would: by what is written on the screen, with a real pointer and real keys.
//!
//! ```ignore
//! #[test]
//! fn a_note_is_saved() {
//!     let server = Server::of_the_app();
//!     in_each_engine("a note is saved", &Options::french(), |browser| {
//!         let page = browser.open(&server.url("/"));
//!         page.field("Votre contribution").type_text("Un banc devant l'école");
//!         page.button("Ajouter").click();
//!         page.wait_sees("Enregistré");
//!         browser.reload();
//!         page.wait_sees("Un banc devant l'école");
//!         browser.expect_no_errors();
//!     });
//! }
//! ```
//!
//! Nothing sleeps for a fixed time: every act waits until it can be done, every expectation until it holds,
//! both with a deadline ([`wait::DEADLINE`]). What an engine cannot do is written at the top of its file
//! (`chromium.rs`, `firefox.rs`, `webkit.rs`) and can be asked for by [`Engine::can`].
//!
//! Which programs are used is told by environment variables, see [`programs`].

mod act;
pub mod app;
pub mod axe;
pub mod browser;
mod chromium;
mod display;
pub mod download;
pub mod engine;
pub mod errors;
pub mod files;
mod firefox;
mod folders;
pub mod keys;
pub mod locator;
pub mod options;
pub mod page;
mod process;
pub mod programs;
pub mod run;
pub mod server;
pub mod session;
mod spare;
mod tabs;
pub mod venue;
pub mod wait;
mod webkit;

pub use browser::Browser;
pub use engine::{Can, Engine};
pub use files::DroppedFile;
pub use keys::Key;
pub use locator::{Locator, Name, any, containing};
pub use options::{Language, Options, Scheme};
pub use page::Page;
pub use run::{in_each_engine, in_each_engine_that, in_engines_together, in_one_engine};
pub use server::{Mishap, Server};
pub use venue::Venue;
