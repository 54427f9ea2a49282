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
        // The only error is a text that is not an address; routes write no such texts.
        let _ = window.location().set_hash(hash);
    }
}

/// Goes to another screen in place of this one.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

/// Loads the page again where that is wanted, but not twice in a row: what is wanted each time would never end. Says
/// whether it does.
pub fn reload_if(wanted: bool) -> bool {
    const MARK: &str = "nappe-reloaded";
    let Some(tab) = web_sys::window().and_then(|window| window.session_storage().ok().flatten()) else { return false };
    let was_done = !matches!(tab.get_item(MARK), Ok(None));
    let _ = if wanted { tab.set_item(MARK, "") } else { tab.remove_item(MARK) };
    if wanted && !was_done {
        reload();
    }
    wanted && !was_done
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}
