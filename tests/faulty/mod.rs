//! Random sequences of acts and faults on one or more stores.
//!
//! A sequence is plain data that proptest makes and shrinks ([`Step`]); [`World::play`] carries it out through the same
//! calls as `src/state/session`, keeps a [`ledger::Ledger`] of what was acknowledged, and compares at every start.

pub mod device;
pub mod ledger;
pub mod store;
pub mod tab;
pub mod tally;
pub mod world;

use super::histories::harvest::{Sorting, sorting};
use nappe::core::domain::Id;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::Union;
use store::Trouble;
pub use tally::Tally;
pub use world::World;

/// The moment at which the sequences begin.
pub const NOW: u64 = 1_795_000_000_000;
/// An hour and a little.
pub const HOUR: u64 = 3_700_000;
/// The café's id.
pub const CAFE: Id = Id::from_bits(0xCAFE << 80);

/// What a person does. The numbers choose among what is there.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Write {
        example: bool,
    },
    Rewrite {
        note: u8,
        stale: bool,
    },
    Pick(u8),
    KeepBoth(u8),
    Hide(u8, bool),
    Sign(u8),
    Erase(u8),
    Title,
    Word(u8),
    AddTable,
    NameTable(u8),
    MoveTable(u8, u8),
    RemoveTable(u8, bool),
    AddRound,
    Minutes(u8, u8),
    RemoveRound(u8, bool),
    /// The round that runs, is stopped for a moment, is over; or none.
    Clock(u8, u8),
    Seats(u8, u8),
    KeyPoint(u8),
    Harvest(Sorting),
}

/// How a clock jumps.
#[derive(Clone, Copy, Debug)]
pub enum Jump {
    Hour,
    Year,
    HourBack,
    To1970,
    Right,
}

/// One step. A tab is a number: its device (as far as there are so many) and which of the device's two tabs.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// A person acts in a tab.
    Do(u8, Act),
    /// What stands in a text box is kept; a number of 0 to 1 is a table's box, others the box of a note.
    Draft(u8, u8, bool),
    /// The tab tries again to store what was not stored.
    Retry(u8),
    /// The tab hears that the other one wrote under a key.
    Hear(u8, u8),
    /// The tab exports everything; bundles lie in a bag for ever.
    Export(u8),
    /// The tab imports a bundle of the bag.
    Import(u8, u8),
    /// The same in pieces, between which others act.
    Begin(u8, u8),
    Piece(u8),
    Finish(u8),
    /// An import is undone or redone.
    SetImport(u8, u8, bool),
    /// What lies here of an import that nobody finished is taken in, or deleted, an hour later.
    Settle(u8, u8, bool),
    /// The café is taken off the device; opening it puts it back.
    TakeOff(u8),
    /// The first screen, after more than a day: what was taken off long enough ago goes.
    Home(u8),
    /// A person without a store acts, or takes in a bundle, and hands over.
    Elsewhere(Act),
    ElsewhereTakes(u8),
    ElsewhereExports,
    /// A bundle of more than a segment comes into the bag.
    Crowd,
    /// The tab is left and opened again.
    Restart(u8),
    /// The store will fail for the tab.
    Trouble(u8, Trouble),
    /// The device's store has room for so many characters; none for enough.
    Room(u8, Option<u16>),
    Clock(u8, Jump),
    /// Somebody changes a stored value by hand.
    Damage(u8, u8, u8),
    /// The profile is copied to another device.
    Clone(u8),
    /// The browser is killed, with so many of its last changes not on the disk yet.
    Kill(u8, u8),
}

/// Which faults a sequence has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    pub refusals: bool,
    pub deaths: bool,
    pub clocks: bool,
    pub damage: bool,
    pub clones: bool,
    /// Not together with damage: what was changed by hand is in no journal.
    pub kills: bool,
}

impl Faults {
    pub const ALL: Self = Self { refusals: true, deaths: true, clocks: true, damage: true, clones: true, kills: false };
    pub const KILLS: Self =
        Self { refusals: true, deaths: true, clocks: true, damage: false, clones: false, kills: true };
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => any::<bool>().prop_map(|example| Act::Write { example }),
        5 => any::<(u8, bool)>().prop_map(|(note, stale)| Act::Rewrite { note, stale }),
        2 => any::<u8>().prop_map(Act::Pick),
        1 => any::<u8>().prop_map(Act::KeepBoth),
        1 => any::<(u8, bool)>().prop_map(|(note, hidden)| Act::Hide(note, hidden)),
        1 => any::<u8>().prop_map(Act::Sign),
        4 => any::<u8>().prop_map(Act::Erase),
        1 => Just(Act::Title),
        1 => any::<u8>().prop_map(Act::Word),
        1 => Just(Act::AddTable),
        1 => any::<u8>().prop_map(Act::NameTable),
        1 => any::<(u8, u8)>().prop_map(|(table, place)| Act::MoveTable(table, place % 4)),
        1 => any::<(u8, bool)>().prop_map(|(table, removed)| Act::RemoveTable(table, removed)),
        1 => Just(Act::AddRound),
        1 => any::<(u8, u8)>().prop_map(|(round, minutes)| Act::Minutes(round, minutes)),
        1 => any::<(u8, bool)>().prop_map(|(round, removed)| Act::RemoveRound(round, removed)),
        2 => any::<(u8, u8)>().prop_map(|(round, how)| Act::Clock(round, how)),
        1 => any::<(u8, u8)>().prop_map(|(people, tables)| Act::Seats(people, tables)),
        3 => any::<u8>().prop_map(Act::KeyPoint),
        8 => sorting().prop_map(Act::Harvest),
    ]
}

/// Few calls fail, in most cases.
fn calls() -> impl Strategy<Value = u32> {
    prop_oneof![
        4 => Just(0),
        2 => (0u32..12).prop_map(|call| 1 << call),
        1 => any::<(u32, u32)>().prop_map(|(some, others)| some & others),
        1 => Just(u32::MAX),
    ]
}

fn refusals() -> impl Strategy<Value = Trouble> {
    (calls(), calls(), calls()).prop_map(|(full, forgotten, unread)| Trouble { full, forgotten, unread, dies: None })
}

fn jump() -> impl Strategy<Value = Jump> {
    prop_oneof![Just(Jump::Right), Just(Jump::Hour), Just(Jump::Year), Just(Jump::HourBack), Just(Jump::To1970),]
}

/// Any sequence with these faults.
pub fn steps(faults: Faults) -> impl Strategy<Value = Vec<Step>> {
    let tab = || 0u8..6;
    let mut of: Vec<(u32, BoxedStrategy<Step>)> = vec![
        (14, (tab(), act()).prop_map(|(tab, act)| Step::Do(tab, act)).boxed()),
        (3, (tab(), 0u8..6, any::<bool>()).prop_map(|(tab, slot, empty)| Step::Draft(tab, slot, empty)).boxed()),
        (1, tab().prop_map(Step::Retry).boxed()),
        (2, (tab(), any::<u8>()).prop_map(|(tab, key)| Step::Hear(tab, key)).boxed()),
        (2, tab().prop_map(Step::Export).boxed()),
        (6, (tab(), any::<u8>()).prop_map(|(tab, which)| Step::Import(tab, which)).boxed()),
        (2, (tab(), any::<u8>()).prop_map(|(tab, which)| Step::Begin(tab, which)).boxed()),
        (1, tab().prop_map(Step::Piece).boxed()),
        (2, tab().prop_map(Step::Finish).boxed()),
        (6, (tab(), any::<u8>(), any::<bool>()).prop_map(|(tab, of, undo)| Step::SetImport(tab, of, undo)).boxed()),
        (6, (tab(), any::<u8>(), any::<bool>()).prop_map(|(tab, of, take)| Step::Settle(tab, of, take)).boxed()),
        (1, tab().prop_map(Step::TakeOff).boxed()),
        (2, tab().prop_map(Step::Home).boxed()),
        (3, act().prop_map(Step::Elsewhere).boxed()),
        (1, any::<u8>().prop_map(Step::ElsewhereTakes).boxed()),
        (2, Just(Step::ElsewhereExports).boxed()),
        (1, Just(Step::Crowd).boxed()),
        (3, tab().prop_map(Step::Restart).boxed()),
    ];
    if faults.refusals {
        of.push((4, (tab(), refusals()).prop_map(|(tab, trouble)| Step::Trouble(tab, trouble)).boxed()));
        of.push((2, (tab(), proptest::option::of(0u16..900)).prop_map(|(tab, room)| Step::Room(tab, room)).boxed()));
    }
    if faults.deaths {
        let dies = |dies| Trouble { dies: Some(dies), ..Trouble::default() };
        of.push((9, (tab(), 0u8..5).prop_map(move |(tab, after)| Step::Trouble(tab, dies(after))).boxed()));
    }
    if faults.clocks {
        of.push((3, (tab(), jump()).prop_map(|(tab, jump)| Step::Clock(tab, jump)).boxed()));
    }
    if faults.damage {
        of.push((3, any::<(u8, u8, u8)>().prop_map(|(tab, key, how)| Step::Damage(tab, key, how)).boxed()));
    }
    if faults.clones {
        of.push((1, tab().prop_map(Step::Clone).boxed()));
    }
    if faults.kills {
        of.push((4, (tab(), 0u8..24).prop_map(|(tab, back)| Step::Kill(tab, back)).boxed()));
    }
    vec(Union::new_weighted(of), 0..45)
}
