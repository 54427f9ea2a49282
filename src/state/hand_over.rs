//! Handing over: a bundle leaves, and the device remembers what was in it.

use super::session::NOTES;
use super::{AppState, Session, use_app};
use crate::core::bundle;
use crate::core::domain::{Cafe, Command, Id, NAME_CHARS, Record, Scope, Stamp};
use crate::core::storage::{HandedOver, Role, StoreError};
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
    /// How many erasures are in it.
    pub erasures: usize,
    /// Contributions and key points of this device, as they are in it, and erasures of some that left it before.
    own: Vec<(Id, Stamp)>,
    /// How many changes that are no words of this device were made in this page since the last export, when it was
    /// made.
    changes: usize,
}

/// What people call this device, among the settings.
const NICKNAME: &str = "nickname";

impl AppState {
    /// What people call this device; empty for nothing.
    pub fn nickname(self) -> String {
        self.repository().setting(NICKNAME).ok().flatten().unwrap_or_default()
    }

    /// Remembers it, as long as names are at most.
    ///
    /// # Errors
    /// As the store.
    pub fn choose_nickname(self, name: &str) -> Result<(), StoreError> {
        let name: String = name.trim().chars().take(NAME_CHARS).collect();
        self.repository().keep_setting(NICKNAME, &name)
    }
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
            let nickname = file_part(&use_app().nickname());
            if !nickname.is_empty() {
                name.push_str(&format!("-{nickname}"));
            }
            let device = self.device().to_string();
            name.push_str(&format!("-{}", device[device.len() - 4..].to_ascii_lowercase()));
            let (mut contributions, mut points, mut erasures, mut own) = (0, 0, 0, Vec::new());
            let handed_over = self.handed_over().get_untracked();
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
                    Record::Erased(erased) => {
                        erasures += 1;
                        own.extend(handed_over.state_of_erased(erased));
                    }
                    _ => {}
                }
            }
            let (text, changes) = (bundle::encode(cafe, scope), self.changes());
            Outgoing { name, text, scope, contributions, points, erasures, own, changes }
        })
    }

    /// Remembers that this bundle left the device. Exporting never takes anything away.
    pub fn left(self, outgoing: &Outgoing) {
        let signal = self.handed_over();
        let mut handed_over = signal.get_untracked();
        // The bundle may be older than the café by now: what it holds is what counts.
        handed_over.mark(&outgoing.own, platform::now());
        // Who facilitates changes notes of all tables, and a table's part has only its own.
        let has_all =
            outgoing.scope == Scope::Whole || self.seat().with_untracked(|seat| seat.role != Role::Facilitator);
        if has_all && outgoing.changes == self.changes() {
            handed_over.changed = None;
            self.with(|inner| inner.changes.set(0));
        }
        // Not remembered on a full store: the notes then count as not handed over, which is the safe side.
        drop(self.with(|inner| inner.repository.keep_handed_over(self.id(), &handed_over)));
        signal.set(handed_over);
        self.count_outbox();
    }

    /// From now on changes made here to anything but this device's own words are noted, so that "all handed over" is
    /// not said when it is not. Whoever only writes changes nothing else: the part of the app that people write with
    /// does without.
    pub(super) fn note_changes() {
        NOTES.set(Some(|session, command| match command {
            // Nobody misses what the clock showed; own words are counted one by one.
            Command::SetClock(_)
            | Command::ClearClock
            | Command::Write { .. }
            | Command::WriteKeyPoint { .. }
            | Command::Erase { .. } => None,
            Command::Rewrite { id, .. }
            | Command::Sign { id, .. }
            | Command::Pick { id, .. }
            | Command::KeepBoth { id, .. }
                if session.is_own(*id) =>
            {
                None
            }
            Command::SetHidden { .. } => Some(Session::note_change),
            _ => Some(|session| {
                // Before the first export invitations carry the set-up.
                if session.handed_over().with_untracked(|it| it.last.is_some()) {
                    session.note_change();
                }
            }),
        }));
    }

    /// Notes such a change; the first one since the last export is remembered.
    pub(super) fn note_change(self) {
        self.with(|inner| inner.changes.set(inner.changes.get() + 1));
        let signal = self.handed_over();
        if signal.with_untracked(|it| it.changed.is_some()) {
            return;
        }
        let mut handed_over = signal.get_untracked();
        handed_over.changed = Some(platform::now());
        drop(self.with(|inner| inner.repository.keep_handed_over(self.id(), &handed_over)));
        signal.set(handed_over);
        self.count_outbox();
    }

    /// How many such changes there were in this page.
    fn changes(self) -> usize {
        self.with(|inner| inner.changes.get())
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
