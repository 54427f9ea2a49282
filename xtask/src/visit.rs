//! Which files a first visit downloads: what the budget adds up, and what a browser test, which includes this file,
//! holds against what a browser asked for.

/// All of the app in one file.
pub const SINGLE_FILE: &str = "nappe.html";

/// What a person may lay beside the app, so that short links lead to their café.
pub const BESIDE: &str = "cafe.txt";

/// How the names of the files that the app asks for later begin.
pub const PART: &str = "part-";

/// Files that are asked for later: the manifest in the other language, and the icons for a home screen.
const LATER: [&str; 5] =
    ["nappe.webmanifest", "apple-touch-icon.png", "icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/// Whether this file is kept on a device: all are, but for the one for a USB stick and what a person laid beside them.
pub fn is_kept(name: &str) -> bool {
    name != SINGLE_FILE && name != BESIDE
}

/// What a person opens on a first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// An invitation, to write.
    Invitation,
    /// The first screen.
    Home,
}

impl Visit {
    /// Whether a browser downloads this file before the person can use the screen. Measured: it does download
    /// `icon.svg` and the manifest in the person's language (Chromium; the French one is the larger). The icon for a
    /// phone's home screen comes after the part `rest` (Firefox, even on a desk). What several parts need comes with
    /// each of them.
    pub fn downloads(self, name: &str) -> bool {
        let part = match self {
            Self::Invitation => "writing",
            Self::Home => "home",
        };
        let of = name.strip_prefix(PART).and_then(|name| name.split('-').next());
        is_kept(name) && !LATER.contains(&name) && of.is_none_or(|parts| parts.split('_').any(|it| it == part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_installing_for_sticks_and_for_later_is_no_first_visit() {
        for name in ["index.html", "nappe-0123456789abcdef.js", "icon.svg", "nappe.fr.webmanifest"] {
            assert!(Visit::Invitation.downloads(name) && Visit::Home.downloads(name), "{name}");
        }
        for name in ["nappe.html", BESIDE] {
            assert!(!Visit::Invitation.downloads(name) && !Visit::Home.downloads(name) && !is_kept(name), "{name}");
        }
        for (name, invitation, home) in [
            ("part-home-0.wasm", false, true),
            ("part-writing-0.wasm", true, false),
            ("part-home_rest_writing-0.wasm", true, true),
            ("part-rest_writing-0.wasm", true, false),
            ("part-rest-0.wasm", false, false),
            ("part-rest-0.css", false, false),
            ("apple-touch-icon.png", false, false),
            ("icon-maskable-512.png", false, false),
        ] {
            assert!(is_kept(name), "{name}");
            assert_eq!((Visit::Invitation.downloads(name), Visit::Home.downloads(name)), (invitation, home), "{name}");
        }
    }
}
