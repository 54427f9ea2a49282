//! A dialog over the page, which nothing behind it can be used beside.

use crate::dom::prelude::*;

/// The dialog that is to be open while this says so: what is given back goes to its `node_ref`. A person can close it
/// as well (Escape, a button of its form); what says so has to hear of that, by `on:close`.
pub fn modal(is_wanted: impl Into<Signal<bool>>) -> NodeRef<web_sys::HtmlDialogElement> {
    let (is_wanted, node) = (is_wanted.into(), NodeRef::<web_sys::HtmlDialogElement>::new());
    Effect::new(move || {
        let is_wanted = is_wanted.get();
        if let Some(dialog) = node.get() {
            let is_open = dialog.has_attribute("open");
            match (is_wanted, is_open) {
                // It fails only when the dialog has left the page.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    node
}
