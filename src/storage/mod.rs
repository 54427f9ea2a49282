//! The browser's storage as the core's store. What lies under which key is the core's business (`core::storage`).

mod browser;
pub mod recent;

pub use browser::BrowserStore;

/// The cafés of this browser.
pub type Repository = crate::core::storage::Repository<BrowserStore>;
