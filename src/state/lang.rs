//! The language of the screen.

use super::{AppState, use_app};
use crate::core::domain::Refusal;
use crate::i18n::{Locale, Messages, Text};
use crate::platform;
use crate::reactive::*;
use crate::storage::Repository;

/// The setting that remembers it.
const LANGUAGE: &str = "language";

/// The language of the screen. Copy, so that closures take it along.
#[derive(Clone, Copy)]
pub struct Lang(RwSignal<Locale>);

impl Lang {
    /// The texts; tracks the language, so call it inside a closure of the view.
    pub fn t(self) -> Messages {
        self.0.get().messages()
    }

    /// One text, following the language. All these closures are of one type, whatever text they show: a closure written
    /// in the view would bring about two kilobytes of code each.
    pub fn text(self, which: Text) -> impl Fn() -> &'static str + Copy + Send + Sync {
        move || which(self.t())
    }

    /// The same for the props of a component that also takes texts of people.
    pub fn words(self, which: Text) -> Signal<String> {
        Signal::derive(move || which(self.t()).to_owned())
    }

    /// The texts for a message of the moment; does not track.
    pub fn now(self) -> Messages {
        self.0.get_untracked().messages()
    }

    /// Why something was refused, for a message of the moment; does not track.
    pub fn refusal(self, why: Refusal) -> String {
        (self.now().errors().refusal)(why)
    }

    /// The language; does not track.
    pub fn locale_now(self) -> Locale {
        self.0.get_untracked()
    }

    /// The language; tracks.
    pub fn locale(self) -> Locale {
        self.0.get()
    }
}

/// The language of the screen.
pub fn use_lang() -> Lang {
    use_app().lang()
}

/// The language that a start shows: the one that was chosen on this device, else what the browser wants.
pub(super) fn wanted(repository: &Repository) -> Locale {
    let chosen = repository.setting(LANGUAGE).ok().flatten();
    let wanted = chosen.into_iter().chain(platform::languages()).collect::<Vec<_>>();
    Locale::negotiate(wanted.iter().map(String::as_str))
}

impl AppState {
    /// The language.
    pub fn lang(self) -> Lang {
        Lang(self.locale)
    }

    /// Switches the language at once, and remembers it.
    pub fn choose_locale(self, locale: Locale) {
        self.locale.set(locale);
        // Not remembered on a full store: the choice holds until the page is left, and no words are at stake.
        drop(self.repository().keep_setting(LANGUAGE, locale.tag()));
    }
}
