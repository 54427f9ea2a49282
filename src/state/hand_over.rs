//! Handing over: a bundle leaves, and the device remembers what was in it.

use super::Session;
use crate::core::bundle;
use crate::core::domain::{Cafe, Id, Record, Scope, Stamp};
use crate::core::storage::HandedOver;
use crate::platform;

/// A bundle that is ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// A name for the file, without ending.
    pub name: String,
    /// The bundle.
    pub text: String,
    /// What is in it.
    pub scope: Scope,
    /// How many contributions are in it.
    pub contributions: usize,
    /// How many key points are in it.
    pub points: usize,
    /// Contributions and key points of this device, as they are in it.
    own: Vec<(Id, Stamp)>,
}

/// A title as the part of a file's name that every system takes.
fn file_part(text: &str) -> String {
    let mut part = String::new();
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            part.push(letter.to_ascii_lowercase());
        } else if !part.is_empty() && !part.ends_with('-') {
            part.push('-');
        }
        if part.chars().count() >= 40 {
            break;
        }
    }
    part.trim_matches('-').to_owned()
}

/// How the names of a café's files begin.
fn base_name(cafe: &Cafe) -> String {
    let title = cafe.head().map(|head| file_part(&head.title.is)).filter(|title| !title.is_empty());
    format!("nappe-{}", title.unwrap_or_else(|| "cafe".into()))
}

impl Session {
    /// A name, without ending, for a file about this café.
    pub fn file_name(self, what: &str) -> String {
        format!("{}-{what}", self.cafe(base_name))
    }

    /// A bundle of the whole café, or of one table.
    pub fn outgoing(self, scope: Scope) -> Outgoing {
        self.cafe(|cafe| {
            let mut name = base_name(cafe);
            if let Scope::Table(table) = scope
                && let Some(number) = Cafe::number_of(&cafe.tables(), table)
            {
                name.push_str(&format!("-table-{number}"));
            }
            let device = self.device().to_string();
            name.push_str(&format!("-{}", device[device.len() - 4..].to_ascii_lowercase()));
            let (mut contributions, mut points, mut own) = (0, 0, Vec::new());
            for record in cafe.records_in(scope) {
                match record {
                    Record::Contribution(note) => {
                        contributions += 1;
                        own.extend(HandedOver::state_of(note, self.device()));
                    }
                    Record::KeyPoint(point) => {
                        points += 1;
                        own.extend(HandedOver::state_of_point(point, self.device()));
                    }
                    _ => {}
                }
            }
            Outgoing { name, text: bundle::encode(cafe, scope), scope, contributions, points, own }
        })
    }

    /// Remembers that this bundle left the device. Exporting never takes anything away.
    pub fn left(self, outgoing: &Outgoing) {
        let signal = self.handed_over();
        let mut handed_over = signal.get_untracked();
        // The bundle may be older than the café by now: what it holds is what counts.
        handed_over.mark(&outgoing.own, platform::now());
        // Not remembered on a full store: the notes then count as not handed over, which is the safe side.
        drop(self.with(|inner| inner.repository.keep_handed_over(self.id(), &handed_over)));
        signal.set(handed_over);
        self.count_outbox();
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        assert_eq!(super::file_part("Café : « l’été » 2026/27 ?"), "café-l-été-2026-27");
        assert_eq!(super::file_part("../../etc"), "etc");
        assert_eq!(super::file_part("💧"), "");
    }
}
