//! What happens in a history, as plain data, and how it is made up.

use super::{DEVICES, NOW, harvest};
use proptest::collection::vec;
use proptest::prelude::*;

/// What a device believes about the time.
#[derive(Clone, Copy, Debug)]
pub enum Wall {
    Right,
    YearsOff(i8),
    At1970,
    At9999,
    Backwards,
}

impl Wall {
    pub fn at(self, step: usize) -> u64 {
        let step = step as u64;
        match self {
            Self::Right => NOW + step * 700,
            Self::YearsOff(years) => (NOW + step * 700).saturating_add_signed(i64::from(years) * 31_557_600_000),
            Self::At1970 => step / 4,
            Self::At9999 => 253_402_300_799_000 + step / 3,
            Self::Backwards => NOW - step * 40_000,
        }
    }
}

/// What a person does. The numbers choose among what is there.
#[derive(Clone, Debug)]
pub enum Act {
    Title(u8),
    Place(u8),
    Date(u8),
    Form(bool),
    AddQuestion,
    Word(u8),
    AddTable(u8),
    NameTable(u8, u8),
    AddRound(u8),
    Minutes(u8, u16),
    Assign(u8, u8),
    Move(u8, u8),
    Remove(u8, bool),
    Write { at: u8, named: bool, example: bool },
    Rewrite { note: u8, stale: bool },
    Sign(u8, u8),
    Pick { of: u8, version: u8 },
    KeepBoth(u8),
    Hide(u8, bool),
    Erase(u8),
    KeyPoint(u8),
    Clock { round: u8, how: u8 },
    Seats { people: u8, tables: u8 },
    Harvest(harvest::Sorting),
    Newer(Newer),
}

/// What an app of a later version writes, which this one does not know.
#[derive(Clone, Debug)]
pub enum Newer {
    Value { record: u8, value: u8 },
    Latest { record: u8, value: u8 },
    Versions { record: u8, replaces: bool },
    InTitle(u8),
    InText(u8),
    Kind(u8),
    OfBundle(u8),
}

/// A part or the whole of a café.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Whole,
    Table(u8),
}

/// One step of a history.
#[derive(Clone, Debug)]
pub enum Step {
    /// A device does something.
    Do(u8, Act),
    /// A device exports a bundle; it stays in the bag for ever.
    Export(u8, Part),
    /// A device takes in a bundle from the bag, which may be an old one.
    Import(u8, u8),
}

/// What happened.
#[derive(Clone, Debug)]
pub struct History {
    pub walls: [Wall; DEVICES],
    pub steps: Vec<Step>,
    /// Decides delivery orders after the history.
    pub order: u64,
}

fn wall() -> impl Strategy<Value = Wall> {
    prop_oneof![
        4 => Just(Wall::Right),
        2 => (-40i8..40).prop_map(Wall::YearsOff),
        1 => Just(Wall::At1970),
        1 => Just(Wall::At9999),
        1 => Just(Wall::Backwards),
    ]
}

fn newer() -> impl Strategy<Value = Newer> {
    prop_oneof![
        any::<(u8, u8)>().prop_map(|(record, value)| Newer::Value { record, value }),
        any::<(u8, u8)>().prop_map(|(record, value)| Newer::Latest { record, value }),
        any::<(u8, bool)>().prop_map(|(record, replaces)| Newer::Versions { record, replaces }),
        any::<u8>().prop_map(Newer::InTitle),
        any::<u8>().prop_map(Newer::InText),
        any::<u8>().prop_map(Newer::Kind),
        any::<u8>().prop_map(Newer::OfBundle),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => any::<u8>().prop_map(Act::Title),
        1 => any::<u8>().prop_map(Act::Place),
        1 => any::<u8>().prop_map(Act::Date),
        1 => any::<bool>().prop_map(Act::Form),
        1 => Just(Act::AddQuestion),
        3 => any::<u8>().prop_map(Act::Word),
        1 => any::<u8>().prop_map(Act::AddTable),
        1 => any::<(u8, u8)>().prop_map(|(table, name)| Act::NameTable(table, name)),
        1 => any::<u8>().prop_map(Act::AddRound),
        1 => any::<(u8, u16)>().prop_map(|(round, minutes)| Act::Minutes(round, minutes)),
        1 => any::<(u8, u8)>().prop_map(|(of, question)| Act::Assign(of, question)),
        1 => any::<(u8, u8)>().prop_map(|(of, place)| Act::Move(of, place % 5)),
        2 => any::<(u8, bool)>().prop_map(|(of, removed)| Act::Remove(of, removed)),
        8 => any::<(u8, bool, bool)>().prop_map(|(at, named, example)| Act::Write { at, named, example }),
        8 => any::<(u8, bool)>().prop_map(|(note, stale)| Act::Rewrite { note, stale }),
        1 => any::<(u8, u8)>().prop_map(|(note, name)| Act::Sign(note, name)),
        3 => any::<(u8, u8)>().prop_map(|(of, version)| Act::Pick { of, version }),
        2 => any::<u8>().prop_map(Act::KeepBoth),
        2 => any::<(u8, bool)>().prop_map(|(note, hidden)| Act::Hide(note, hidden)),
        3 => any::<u8>().prop_map(Act::Erase),
        2 => any::<u8>().prop_map(Act::KeyPoint),
        1 => any::<(u8, u8)>().prop_map(|(round, how)| Act::Clock { round, how }),
        1 => any::<(u8, u8)>().prop_map(|(people, tables)| Act::Seats { people, tables }),
        8 => harvest::sorting().prop_map(Act::Harvest),
        4 => newer().prop_map(Act::Newer),
    ]
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![2 => Just(Part::Whole), 1 => any::<u8>().prop_map(Part::Table)]
}

/// Any history.
pub fn history() -> impl Strategy<Value = History> {
    let device = 0..DEVICES as u8;
    let step = prop_oneof![
        5 => (device.clone(), act()).prop_map(|(device, act)| Step::Do(device, act)),
        2 => (device.clone(), part()).prop_map(|(device, part)| Step::Export(device, part)),
        3 => (device, any::<u8>()).prop_map(|(device, which)| Step::Import(device, which)),
    ];
    (proptest::array::uniform7(wall()), vec(step, 0..40), any::<u64>()).prop_map(|(walls, steps, order)| History {
        walls,
        steps,
        order,
    })
}
