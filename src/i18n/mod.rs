//! Every word on screen, in every language. A text that lacks a translation does not compile.
//!
//! A file for each screen holds its texts as a struct and, below, one value for each language; plurals and inserted
//! values are functions. French follows French typography: ’ and a narrow no-break space before ? ! : ;.

pub mod collect;
pub mod common;
pub mod create;
pub mod errors;
pub mod hand_over;
pub mod harvest;
pub mod home;
pub mod invite;
pub mod prepare;
pub mod ready;
pub mod removal;
pub mod report;
pub mod run;
pub mod table;

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl Locale {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The language tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language for a list of tags, the most wanted first; English where none is known.
    pub fn negotiate<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Self {
        wanted
            .into_iter()
            .find_map(|tag| {
                let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
                Self::ALL.into_iter().find(|locale| locale.tag() == language)
            })
            .unwrap_or_default()
    }

    /// Its texts.
    pub const fn messages(self) -> &'static Messages {
        match self {
            Self::English => &ENGLISH,
            Self::French => &FRENCH,
        }
    }
}

/// All texts of one language.
#[expect(missing_docs, reason = "each field is documented where its type is")]
pub struct Messages {
    pub common: common::Common,
    pub errors: errors::Errors,
    pub home: home::Home,
    pub create: create::Create,
    pub prepare: prepare::Prepare,
    pub invite: invite::Invite,
    pub run: run::Run,
    pub table: table::Table,
    pub hand_over: hand_over::HandOver,
    pub collect: collect::Collect,
    pub harvest: harvest::Harvest,
    pub report: report::Report,
    pub ready: ready::Ready,
    pub removal: removal::Removal,
}

static ENGLISH: Messages = Messages {
    common: common::ENGLISH,
    errors: errors::ENGLISH,
    home: home::ENGLISH,
    create: create::ENGLISH,
    prepare: prepare::ENGLISH,
    invite: invite::ENGLISH,
    run: run::ENGLISH,
    table: table::ENGLISH,
    hand_over: hand_over::ENGLISH,
    collect: collect::ENGLISH,
    harvest: harvest::ENGLISH,
    report: report::ENGLISH,
    ready: ready::ENGLISH,
    removal: removal::ENGLISH,
};

static FRENCH: Messages = Messages {
    common: common::FRENCH,
    errors: errors::FRENCH,
    home: home::FRENCH,
    create: create::FRENCH,
    prepare: prepare::FRENCH,
    invite: invite::FRENCH,
    run: run::FRENCH,
    table: table::FRENCH,
    hand_over: hand_over::FRENCH,
    collect: collect::FRENCH,
    harvest: harvest::FRENCH,
    report: report::FRENCH,
    ready: ready::FRENCH,
    removal: removal::FRENCH,
};

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_first_wanted_language_that_is_known_wins() {
        assert_eq!(Locale::negotiate(["de-DE", "fr-CA", "en"]), Locale::French);
        assert_eq!(Locale::negotiate(["en-GB", "fr"]), Locale::English);
        assert_eq!(Locale::negotiate(["sw"]), Locale::English);
        assert_eq!(Locale::negotiate([]), Locale::English);
    }
}
