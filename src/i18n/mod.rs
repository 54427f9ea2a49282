//! Every word on screen, in every language. A text that lacks a translation does not compile.
//!
//! A file for each screen holds its texts as a struct and, below, one value for each language; plurals and inserted
//! values are functions. French follows French typography: ’ and a narrow no-break space before ? ! : ; and inside « ».

pub mod beside;
pub mod clock;
pub mod collect;
pub mod common;
pub mod create;
mod day;
pub mod dots;
pub mod errors;
pub mod file_errors;
pub mod hand_over;
pub mod harvest;
pub mod harvest_board;
pub mod harvest_find;
pub mod harvest_themes;
pub mod home;
pub mod host;
pub mod invite;
pub mod next_steps;
pub mod prepare;
pub mod present;
pub mod ready;
pub mod removal;
pub mod report;
pub mod report_files;
mod report_map;
mod report_words;
pub mod run;
pub mod seats;
pub mod seats_late;
pub mod seats_plan;
pub mod sheets;
pub mod similar;
pub mod step_back;
pub mod stored;
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
    pub const fn messages(self) -> Messages {
        Messages(self)
    }
}

/// All texts of one language.
///
/// Each screen's texts are a value of their own, reached by a method of their own, so that the texts of a screen that
/// is loaded later are loaded with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messages(Locale);

/// One text, in the language of the screen.
pub type Text = fn(Messages) -> &'static str;

macro_rules! screens {
    ($($screen:ident: $texts:ident),* $(,)?) => {
        #[expect(missing_docs, reason = "each is documented where its type is")]
        impl Messages {$(
            pub fn $screen(self) -> &'static $screen::$texts {
                static ENGLISH: $screen::$texts = $screen::ENGLISH;
                static FRENCH: $screen::$texts = $screen::FRENCH;
                match self.0 {
                    Locale::English => &ENGLISH,
                    Locale::French => &FRENCH,
                }
            }
        )*}
    };
}
screens! {
    common: Common,
    errors: Errors,
    file_errors: FileErrors,
    beside: Beside,
    home: Home,
    host: Host,
    create: Create,
    prepare: Prepare,
    present: Present,
    invite: Invite,
    run: Run,
    sheets: Sheets,
    clock: Clock,
    seats: Seats,
    seats_late: SeatsLate,
    seats_plan: SeatsPlan,
    table: Table,
    hand_over: HandOver,
    collect: Collect,
    harvest: Harvest,
    harvest_board: HarvestBoard,
    harvest_find: HarvestFind,
    harvest_themes: HarvestThemes,
    dots: Dots,
    next_steps: NextSteps,
    similar: Similar,
    step_back: StepBack,
    stored: Stored,
    report: Report,
    report_files: ReportFiles,
    ready: Ready,
    removal: Removal,
}

/// The text with a capital letter at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

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
