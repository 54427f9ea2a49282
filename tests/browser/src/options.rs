//! How a browser is to be started.

use crate::engine::Engine;

/// The language that the browser asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `en-US`, then `en`.
    English,
    /// `fr-FR`, then `fr`.
    French,
}

impl Language {
    /// The language tags, best first.
    pub fn tags(self) -> [&'static str; 2] {
        match self {
            Language::English => ["en-US", "en"],
            Language::French => ["fr-FR", "fr"],
        }
    }
}

/// The colour scheme that the person prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a browser is to be started.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language that it asks for.
    pub language: Language,
    /// The colour scheme that the person prefers.
    pub scheme: Scheme,
    /// Width and height of the page (not of the window), in CSS pixels.
    pub size: (u32, u32),
    /// Site data is forbidden, as in a browser whose owner blocks cookies: `localStorage` throws or is missing.
    pub blocked_storage: bool,
    /// The app as it is met on plain http over the venue's network.
    pub plain_http: Option<PlainHttp>,
}

/// A server on this machine under a name that is *not* a secure context, unlike `127.0.0.1`.
#[derive(Clone, Debug)]
pub struct PlainHttp {
    /// The name, such as `cafe.test`; its addresses are made by [`crate::Server::url_on`].
    pub host: String,
    /// The port of the server.
    pub port: u16,
}

impl Default for Options {
    /// English, light, 1024 × 768, storage allowed.
    fn default() -> Self {
        Options {
            language: Language::English,
            scheme: Scheme::Light,
            size: (1024, 768),
            blocked_storage: false,
            plain_http: None,
        }
    }
}

impl Options {
    /// Whether a browser with these is like any other one, so that one test after another may use it.
    pub fn is_shared(&self) -> bool {
        !self.blocked_storage && self.plain_http.is_none()
    }

    /// Whether a browser that was started with these can stand in for one with the others. The size can be changed
    /// later, and Firefox can be told a language and a scheme while it runs.
    pub fn starts_like(&self, other: &Self, engine: Engine) -> bool {
        let both_shared = self.is_shared() && other.is_shared();
        both_shared && (engine == Engine::Firefox || (self.language, self.scheme) == (other.language, other.scheme))
    }

    /// The default, in English.
    pub fn english() -> Self {
        Self::default()
    }

    /// The default, in French.
    pub fn french() -> Self {
        Options { language: Language::French, ..Self::default() }
    }

    /// The same with a page as small as an old phone: 320 × 568.
    pub fn phone(self) -> Self {
        Options { size: (320, 568), ..self }
    }

    /// The same with a page as large as a screen on a desk: 1600 × 1200.
    pub fn desk(self) -> Self {
        Options { size: (1600, 1200), ..self }
    }

    /// The same in the dark scheme.
    pub fn dark(self) -> Self {
        Options { scheme: Scheme::Dark, ..self }
    }

    /// The same with site data forbidden.
    pub fn blocked_storage(self) -> Self {
        Options { blocked_storage: true, ..self }
    }

    /// The same, where `host` leads to the server on this machine at `port`, and is no secure context.
    pub fn plain_http(self, host: &str, port: u16) -> Self {
        Options { plain_http: Some(PlainHttp { host: host.to_owned(), port }), ..self }
    }
}
