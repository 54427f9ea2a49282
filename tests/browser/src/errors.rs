//! What went wrong in the page: uncaught errors, refused requests, broken security policy, `console.error`.
//!
//! Each engine reports in its own words: Chromium (by its driver's log) and Firefox (by its console service and its
//! output) from the first line of the page on, WebKit by a script that begins when the page is loaded.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::{chromium, firefox, webkit};

impl Browser {
    /// The errors since this was asked last.
    pub fn errors(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => chromium::errors(self.page().session()),
            Engine::Firefox => {
                let said = firefox::said(&self.log());
                let told = self.errors_told.replace(said.len());
                let mut errors = firefox::errors(self.page().session());
                errors.extend(said.into_iter().skip(told));
                errors
            }
            Engine::WebKit => webkit::errors(self.page().session()),
        }
    }

    /// Panics when there was an error since this was asked last.
    #[track_caller]
    pub fn expect_no_errors(&self) {
        let errors = self.errors();
        assert!(errors.is_empty(), "the page has errors:\n{}", errors.join("\n"));
    }
}
