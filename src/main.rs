//! Starts the app.

#[cfg(feature = "bench")]
mod bench;

fn main() {
    // Leptos starts its reactive system; the page is ours.
    leptos::mount::mount_to_body(nappe::ui::start);
}
