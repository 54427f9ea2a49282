//! The focus, where an act takes away what has it: a note that moves, a column, the button itself. Without it whoever
//! works by keyboard or listens begins anew at the top of the page.

use crate::dom::prelude::*;
use crate::platform;

/// Puts the focus on an element that the page shows only after this act.
pub fn focus_next_frame(id: impl Into<String>) {
    fn later(id: String) {
        request_animation_frame(move || platform::page::focus(&id));
    }
    later(id.into());
}

/// Where the focus is before an act.
#[derive(Clone, Debug)]
pub struct Focus(Vec<String>);

impl Focus {
    /// Where it is now.
    pub fn now() -> Self {
        Self(platform::page::focus_path())
    }

    /// After the act, when the page shows it: if the focus is gone, puts it on the first of these that is there, else
    /// on what had it, wherever that stands now, else on what stood around it. A focus that nothing had stays so.
    pub fn keep(self, wanted: impl IntoIterator<Item = String>) {
        if self.0.is_empty() {
            return;
        }
        let ids: Vec<String> = wanted.into_iter().chain(self.0).collect();
        request_animation_frame(move || platform::page::focus_if_lost(&ids));
    }
}
