//! What a card invites to, and who could open its link.

use crate::core::domain::{Cafe, Form};
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

/// What a card invites to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The table's number; none for the whole café.
    pub number: Option<usize>,
    /// The table's name; may be empty.
    pub name: String,
    /// The questions that are asked there.
    pub question: String,
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
        let tables = cafe.tables().into_iter().enumerate().map(|(place, table)| {
            let question = round.filter(|_| per_table).and_then(|round| cafe.question_at(table.id, round));
            let question = question.and_then(|id| cafe.question(id)).map(|it| it.wording().to_owned());
            Self {
                number: Some(place + 1),
                name: table.name.is.to_string(),
                question: question.unwrap_or_default(),
                address: address(Some(place + 1)),
                letters: letters.clone(),
            }
        });
        let whole = Self {
            number: None,
            name: String::new(),
            question: String::new(),
            address: address(None),
            letters: letters.clone(),
        };
        tables.chain([whole]).collect()
    }

    /// The link.
    pub fn link(&self) -> String {
        format!("{}{}", self.address, self.letters)
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
    use super::Reach;

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
