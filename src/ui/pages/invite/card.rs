//! What a card invites to, and who could open its link.

use crate::core::domain::{Cafe, Form, Round};
use crate::core::invite;
use crate::route::Route;
use crate::state::Lang;
use crate::ui::components::table_label;

/// Who can open an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Whoever is in the network.
    Others,
    /// This computer only: it is the computer's name for itself.
    ThisComputer,
    /// This computer only: it is a file.
    File,
}

impl Reach {
    /// Who can open this one.
    pub fn of(address: &str) -> Self {
        let (scheme, rest) = address.split_once(':').unwrap_or_default();
        let host = rest.trim_start_matches('/').split('/').next().unwrap_or_default();
        let host = host.to_ascii_lowercase();
        let name = host.rsplit_once(':').map_or(&*host, |(name, _)| name);
        match scheme {
            "file" => Self::File,
            _ if name == "localhost" || name.ends_with(".localhost") || name == "[::1]" || name == "0.0.0.0" => {
                Self::ThisComputer
            }
            _ if name.starts_with("127.") => Self::ThisComputer,
            _ => Self::Others,
        }
    }
}

/// What lies beside the app for short links to lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    /// This café, as it is now.
    Here,
    /// This café, as it was before its set-up was changed.
    Older,
    /// Another café.
    Other,
    /// Nothing that invites to a café.
    Nothing,
    /// Nobody could be asked.
    Unknown,
}

/// What a card invites to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The table's number; none for the whole café.
    pub number: Option<usize>,
    /// The table's name; may be empty.
    pub name: String,
    /// The question that is asked there; empty where rounds have the questions.
    pub question: String,
    /// The questions of the rounds, where rounds have them: only paper shows them, which cannot turn a page.
    pub rounds: Vec<String>,
    /// The address of the app.
    pub base: String,
    /// The link up to the letters.
    pub address: String,
    /// Its letters.
    pub letters: String,
}

impl Card {
    /// A card for each table, and one for the whole café.
    pub fn all(cafe: &Cafe, base: &str) -> Vec<Self> {
        let Some(letters) = invite::write(cafe) else { return Vec::new() };
        let address = |table| format!("{base}{}", Route::Invitation { table, letters: String::new() }.href());
        let round = cafe.rounds().first().map(|round| round.id);
        let per_table = cafe.form() == Form::QuestionPerTable;
        let asked =
            |round: &&Round| round.question.is.and_then(|id| cafe.question(id)).map(|it| it.wording().to_owned());
        let rounds: Vec<String> = if per_table {
            Vec::new()
        } else {
            cafe.rounds().iter().map(|round| asked(round).unwrap_or_default()).collect()
        };
        let tables = cafe.tables().into_iter().enumerate().map(|(place, table)| {
            let question = round.filter(|_| per_table).and_then(|round| cafe.question_at(table.id, round));
            let question = question.and_then(|id| cafe.question(id)).map(|it| it.wording().to_owned());
            Self {
                number: Some(place + 1),
                name: table.name.is.to_string(),
                question: question.unwrap_or_default(),
                rounds: rounds.clone(),
                base: base.to_owned(),
                address: address(Some(place + 1)),
                letters: letters.clone(),
            }
        });
        let whole = Self {
            number: None,
            name: String::new(),
            question: String::new(),
            rounds: rounds.clone(),
            base: base.to_owned(),
            address: address(None),
            letters: letters.clone(),
        };
        tables.chain([whole]).collect()
    }

    /// The link.
    pub fn link(&self) -> String {
        format!("{}{}", self.address, self.letters)
    }

    /// The same café's link that is short enough to be typed, where its set-up lies beside the app.
    pub fn short_link(&self) -> String {
        let folder = self.base.strip_suffix("index.html").unwrap_or(&self.base);
        format!("{folder}{}", Route::Beside(self.number).href())
    }

    /// What a text that lies beside the app is for this café.
    pub fn laid_in(&self, text: &str) -> Laid {
        let Some(Route::Invitation { letters, .. }) = Route::invitation_in(text) else { return Laid::Nothing };
        let cafe = |letters: &str| invite::read(letters).ok().map(|it| it.cafe);
        match cafe(&letters) {
            None => Laid::Nothing,
            _ if letters == self.letters => Laid::Here,
            found if found == cafe(&self.letters) => Laid::Older,
            Some(_) => Laid::Other,
        }
    }

    /// How large its questions are set on paper, so that two cards fit a sheet; with too many words for that, one has a
    /// sheet of its own.
    pub fn type_size(&self) -> &'static str {
        // A short text takes a line all the same.
        let letters = |text: &String| text.chars().count().max(60) + 20;
        let all: usize = self.rounds.iter().map(letters).sum::<usize>() + self.question.chars().count();
        match all {
            0..=110 => "short",
            111..=250 => "medium",
            251..=540 => "long",
            _ => "sheet",
        }
    }

    /// Its heading.
    pub fn title(&self, lang: Lang) -> String {
        match self.number {
            Some(number) => table_label(lang, number, &self.name),
            None => lang.t().invite().whole_cafe.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, Laid, Reach};
    use crate::core::domain::{Cafe, Clock, Command, Form, Id, WriterId};

    /// A café with two tables, and the question of each round.
    fn cafe(questions: &[&str]) -> Cafe {
        let (mut clock, id) = (Clock::new(WriterId::from_bits(1)), |number: usize| Id::from_bits(number as u128));
        let mut cafe = Cafe::create(id(1), "Café", Form::QuestionPerRound, clock.next(1, None));
        let mut commands = Vec::new();
        for (place, text) in questions.iter().enumerate() {
            commands.push(Command::AddQuestion { id: id(10 + place), text: (*text).to_owned() });
            commands.push(Command::AddRound { id: id(20 + place), minutes: 20, question: Some(id(10 + place)) });
        }
        commands.extend([2, 3].map(|table| Command::AddTable { id: id(table), name: String::new(), question: None }));
        for command in commands {
            cafe.apply(command, 2, &mut clock).expect("a part of the set-up");
        }
        cafe
    }

    #[test]
    fn where_rounds_have_the_questions_each_card_has_those_of_all_rounds() {
        let cards = Card::all(&cafe(&["First?", "Second?"]), "https://nappe.example/");
        assert_eq!(cards.len(), 3);
        for card in cards {
            assert_eq!((card.question.as_str(), card.rounds), ("", vec!["First?".to_owned(), "Second?".to_owned()]));
        }
    }

    #[test]
    fn the_more_words_the_smaller_the_type_until_a_card_has_a_sheet_of_its_own() {
        let size = |questions: &[&str]| Card::all(&cafe(questions), "https://nappe.example/")[0].type_size();
        let long = "a".repeat(160);
        assert_eq!(size(&["Why?"]), "short");
        assert_eq!(size(&["Why?", "How?", "Who?"]), "medium");
        assert_eq!(size(&[&long, &long]), "long");
        assert_eq!(size(&[&long, &long, &long, &long]), "sheet");
    }

    #[test]
    fn short_links_are_told_by_what_lies_beside_the_app() {
        let card = |questions: &[&str]| Card::all(&cafe(questions), "https://nappe.example/index.html").remove(0);
        let (now, before) = (card(&["Why?", "How?"]), card(&["Why?"]));
        assert_eq!(now.short_link(), "https://nappe.example/#1");
        assert_eq!(now.laid_in(&format!("{}\n", now.link())), Laid::Here);
        assert_eq!(now.laid_in(&before.link()), Laid::Older);
        for text in ["", "<!doctype html>", "https://nappe.example/#/join/1/ABC"] {
            assert_eq!(now.laid_in(text), Laid::Nothing, "{text}");
        }
        let mut clock = Clock::new(WriterId::from_bits(1));
        let other = Cafe::create(Id::from_bits(9), "Other", Form::QuestionPerRound, clock.next(1, None));
        assert_eq!(now.laid_in(&Card::all(&other, "http://a.example/")[0].link()), Laid::Other);
    }

    #[test]
    fn an_address_that_only_this_computer_has_is_known() {
        for address in ["http://localhost:8080/", "http://127.0.0.1/nappe/", "http://[::1]:80/", "http://a.localhost/"]
        {
            assert_eq!(Reach::of(address), Reach::ThisComputer, "{address}");
        }
        assert_eq!(Reach::of("file:///media/usb/nappe.html"), Reach::File);
        for address in ["https://nappe.example/localhost/", "http://192.168.1.7:8080/", "http://localhost.example/"] {
            assert_eq!(Reach::of(address), Reach::Others, "{address}");
        }
    }
}
