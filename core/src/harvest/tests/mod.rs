//! What two facilitators do to each other at the harvest, case by case. The laws are in `tests/harvest.rs`.

mod notes;
mod standing;
mod taken;
mod undone;

use super::{Act, Done, Harvest, Theme, apply_edits, carry_out, carry_out_all};
use crate::domain::{Cafe, Clock, Command, DeviceId, Form, Id, Refusal, WriterId};

pub(super) const QUESTION: Id = Id::from_bits(10);
pub(super) const DEVICE: DeviceId = DeviceId::from_bits(5);

/// A theme, a next step or a note.
pub(super) const fn id(number: u128) -> Id {
    Id::from_bits(number)
}

/// A café on one device.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) cafe: Cafe,
    clock: Clock,
    now: u64,
}

impl Desk {
    /// A café with a question and notes of these ids.
    pub(super) fn with_notes(notes: &[u128]) -> Self {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let mut desk = Self { cafe, clock, now: 1 };
        desk.command(Command::AddQuestion { id: QUESTION, text: "What?".into() });
        notes.iter().for_each(|note| desk.write(*note, None));
        desk
    }

    pub(super) fn write(&mut self, note: u128, example_of: Option<u128>) {
        let (table, round) = (Id::from_bits(20), Id::from_bits(30));
        let (text, name, example_of) = (format!("note {note}"), String::new(), example_of.map(id));
        let id = id(note);
        self.command(Command::Write { id, author: DEVICE, question: QUESTION, table, round, text, name, example_of });
    }

    pub(super) fn command(&mut self, command: Command) {
        self.now += 1;
        self.cafe.apply(command, self.now, &mut self.clock).expect("a command");
    }

    /// A copy of it on another device.
    pub(super) fn copy(&self) -> Self {
        Self { clock: Clock::new(WriterId::from_bits(self.now + 1_000)), ..self.clone() }
    }

    pub(super) fn try_act(&mut self, act: &Act) -> Result<Done, Refusal> {
        self.now += 1;
        carry_out(&mut self.cafe, act, self.now, &mut self.clock)
    }

    pub(super) fn try_all(&mut self, acts: &[Act]) -> Result<Done, Refusal> {
        self.now += 1;
        carry_out_all(&mut self.cafe, acts, self.now, &mut self.clock)
    }

    pub(super) fn act(&mut self, act: &Act) -> Done {
        self.try_act(act).unwrap_or_else(|why| panic!("{act:?}: {why:?}"))
    }

    pub(super) fn undo(&mut self, done: &Done) -> Done {
        self.now += 1;
        apply_edits(&mut self.cafe, &done.undo, self.now, &mut self.clock)
    }

    /// Both know what the other one knows.
    pub(super) fn meet(&mut self, other: &mut Self) {
        self.cafe.join(other.cafe.clone());
        other.cafe.join(self.cafe.clone());
        assert_eq!(self.cafe, other.cafe);
    }

    pub(super) fn theme(&mut self, theme: u128, name: &str) -> Done {
        self.act(&Act::AddThemes { question: QUESTION, themes: vec![(id(theme), name.into())] })
    }

    pub(super) fn sort(&mut self, note: u128, theme: u128) {
        self.act(&Act::Sort { notes: vec![id(note)], theme: Some(id(theme)) });
    }

    pub(super) fn join(&mut self, from: u128, into: u128) -> Done {
        self.act(&Act::JoinThemes { from: id(from), into: id(into) })
    }

    pub(super) fn set_removed(&mut self, theme: u128, removed: bool) -> Done {
        self.act(&Act::SetThemeRemoved { theme: id(theme), removed })
    }

    pub(super) fn name(&mut self, theme: u128, name: &str) -> Done {
        let seen = self.read(theme).name.seen();
        self.act(&Act::NameTheme { theme: id(theme), seen, name: name.into() })
    }

    pub(super) fn harvest(&self) -> Harvest {
        Harvest::of(&self.cafe)
    }

    pub(super) fn read(&self, theme: u128) -> Theme {
        self.harvest().theme(id(theme)).expect("a theme").clone()
    }

    /// The themes that stand, by name.
    pub(super) fn themes(&self) -> Vec<String> {
        self.harvest().themes(QUESTION).iter().map(|theme| theme.title().to_owned()).collect()
    }

    /// The themes that do not, by name.
    pub(super) fn taken(&self) -> Vec<String> {
        self.harvest().taken_away(QUESTION).iter().map(|it| it.theme.title().to_owned()).collect()
    }

    /// The theme in which a note stands.
    pub(super) fn theme_of(&self, note: u128) -> Option<Id> {
        self.harvest().theme_of(self.cafe.contribution(id(note))?)
    }
}
