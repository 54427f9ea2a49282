//! The pure core of Nappe: everything that a World Café *is*, and nothing about a browser.
//!
//! # The map
//! - [`domain`]: the café, its records, the commands that change it. Std only; reads no clock, rolls no dice.
//! - [`merge`]: how two copies become one. Std only; the laws are in its docs.
//! - [`bundle`]: the JSON file that travels between devices (`bundle/FORMAT.md`), and the wire form of one record.
//! - [`invite`]: the set-up of a café in a link that fits a QR code.
//! - [`storage`]: which record lies under which key, and how writes are checked. Knows no browser: a [`storage::Store`]
//!   is any map of texts, and [`storage::MemoryStore`] can be told to be full, blocked or broken.
//! - [`harvest`]: themes, dots and next steps, laid over what people wrote. Std only.
//! - [`import`]: what an import would change, before anything does. Std only.
//! - [`report`]: what the room hears at the end, as a model without markup, and its renderings.
//! - [`rotation`]: who sits where in which round, and how good that is beside what no plan can beat. Std only.
//! - [`words`]: search in notes, words that recur, notes that seem to say the same, in French and English. Std only.
//! - [`example`]: an invented café, so that a newcomer sees a full table at once.
//!
//! # Where to start
//! A person's act changes a café in one of two ways: through [`domain::Cafe::apply`], and for what is laid over the
//! words through [`harvest::carry_out`]. Another copy changes it through [`domain::Cafe::join`] only. Each says which
//! records changed; storage writes exactly those.

pub mod bundle;
pub mod domain;
pub mod example;
pub mod harvest;
pub mod import;
pub mod invite;
pub mod merge;
pub mod report;
pub mod rotation;
pub mod storage;
pub mod words;
