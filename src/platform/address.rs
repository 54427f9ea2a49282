//! The address of the page.

/// The part from `#` on.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Everything before `#`.
pub fn base() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to another screen; the one before stays behind the back button.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // The only error is an address that is none; routes write none of those.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another screen in place of this one.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}
