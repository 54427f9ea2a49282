//! The three engines, and what each of them can do under test.

use std::fmt;

use crate::programs;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver, on an X server without a screen.
    WebKit,
}

/// Something that not every engine can do under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Can {
    /// Close the browser and open it again with the same profile.
    KeepProfile,
    /// Go on when the process of a page was killed: [`crate::Browser::kill_page`].
    KillPage,
    /// Slow the processor down: [`crate::Browser::slow_down`].
    SlowDown,
    /// Pretend that the page is being printed, or that less motion is wanted: [`crate::Browser::emulate_media`].
    EmulateMedia,
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Whether this engine can do it under test.
    pub fn can(self, what: Can) -> bool {
        match what {
            Can::KeepProfile | Can::KillPage => self != Engine::WebKit,
            Can::SlowDown | Can::EmulateMedia => self == Engine::Chromium,
        }
    }

    /// The name in lower case, as in `NAPPE_ENGINES` and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// Whether `NAPPE_ENGINES` leaves this engine in.
    pub fn wanted(self) -> bool {
        let list = std::env::var("NAPPE_ENGINES").unwrap_or_default();
        list.is_empty() || list.split(',').any(|name| name.trim().eq_ignore_ascii_case(self.name()))
    }

    /// `Ok` when the driver and the browser are there, otherwise what is missing.
    pub fn installed(self) -> Result<(), String> {
        match self {
            Engine::Chromium => crate::chromium::programs().map(drop),
            Engine::Firefox => crate::firefox::programs().map(drop),
            Engine::WebKit => {
                crate::webkit::programs()?;
                match std::env::var_os("DISPLAY") {
                    Some(_) => Ok(()),
                    None => programs::find("NAPPE_XVFB", &["Xvfb"]).map(drop),
                }
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
