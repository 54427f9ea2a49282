//! Which notes somebody looks for, by words, by where they were written, by something about them.

use super::Column;
use crate::core::domain::{Cafe, Contribution, Id, Stamp};
use crate::core::harvest::{Harvest, is_highlighted};
use crate::core::words::{Needle, fold};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Notes with something about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All notes.
    #[default]
    All,
    /// With dots on them.
    WithDots,
    /// Shown before the others.
    Highlighted,
    /// In two versions that somebody should choose between.
    Disputed,
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Words that occur in the note, in its examples or in what is gathered with it.
    pub text: String,
    /// Written at this table.
    pub table: Option<Id>,
    /// Written in this round.
    pub round: Option<Id>,
    /// With something about them.
    pub only: Only,
}

impl Wanted {
    /// Whether every note is wanted.
    pub fn is_all(&self) -> bool {
        *self == Self { text: self.text.clone(), ..Self::default() } && self.text.trim().is_empty()
    }
}

/// Words as they are searched, by note, and the stamps of the versions that they were folded from.
pub(super) type Folded = RefCell<BTreeMap<Id, (Vec<Stamp>, Rc<str>)>>;

/// Every wanted note that stands for itself or its group, by column.
pub(super) fn sort(cafe: &Cafe, harvest: &Harvest, wanted: &Wanted, folded: &Folded) -> BTreeMap<Column, Vec<Id>> {
    let needle = Needle::new(&wanted.text);
    let is_all = wanted.is_all();
    let fits = |note: &Contribution| {
        wanted.table.is_none_or(|table| note.table == table)
            && wanted.round.is_none_or(|round| note.round == round)
            && match wanted.only {
                Only::All => true,
                // Who filters while dots are secret must not learn which notes have some.
                Only::WithDots => harvest.shows_dots() && harvest.dots(note.id) > 0,
                Only::Highlighted => is_highlighted(note),
                Only::Disputed => note.is_disputed(),
            }
            && (needle.is_empty() || needle.matches(&words_of(note, folded)))
    };
    // Notes that are gathered are called by the first of all, also where that was set aside: each is looked up, none
    // copied.
    let name_of_all = |note: Id| harvest.group(note).first().copied().unwrap_or(note);
    // Words of an example or of a gathered note lead to the note under which it is shown.
    let mut shown: BTreeSet<Id> = BTreeSet::new();
    if !is_all {
        for note in cafe.contributions().filter(|note| !note.is_hidden() && fits(note)) {
            let top = cafe.example_of(note).unwrap_or(note.id);
            shown.insert(name_of_all(top));
        }
    }
    let mut columns: BTreeMap<Column, Vec<Id>> = BTreeMap::new();
    for note in cafe.contributions() {
        let stands = cafe.is_listed(note) && harvest.leads(cafe, note.id);
        if stands && (is_all || shown.contains(&name_of_all(note.id))) {
            columns.entry((note.question, harvest.theme_of(note))).or_default().push(note.id);
        }
    }
    columns
}

/// The words of a note as they are searched. Which versions stand says whether they are still the same: one that
/// arrives later may be older than those that are here.
fn words_of(note: &Contribution, folded: &Folded) -> Rc<str> {
    let mut folded = folded.borrow_mut();
    let live = note.text.live();
    if let Some((stamps, words)) = folded.get(&note.id)
        && stamps.iter().eq(live.iter().map(|version| &version.at))
    {
        return words.clone();
    }
    let texts: Vec<String> = note.text.texts().iter().map(|version| fold(&version.is)).collect();
    let words: Rc<str> = texts.join("\n").into();
    folded.insert(note.id, (note.text.seen(), words.clone()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::domain::{Clock, Command, DeviceId, Form, WriterId};
    use crate::core::harvest::{Act, Phase, Voting, carry_out};

    const QUESTION: Id = Id::from_bits(10);
    const TABLE: Id = Id::from_bits(20);
    const ROUND: Id = Id::from_bits(30);
    const NOTE: Id = Id::from_bits(40);
    const DEVICE: DeviceId = DeviceId::from_bits(5);

    fn clock(writer: u64) -> Clock {
        Clock::new(WriterId::from_bits(writer))
    }

    fn cafe(clock: &mut Clock) -> Cafe {
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let (text, name) = ("Rain".to_owned(), String::new());
        let write = Command::Write {
            id: NOTE,
            author: DEVICE,
            question: QUESTION,
            table: TABLE,
            round: ROUND,
            text,
            name,
            example_of: None,
        };
        for act in [Command::AddQuestion { id: QUESTION, text: "Where from?".into() }, write] {
            cafe.apply(act, 2, clock).expect("an act");
        }
        cafe
    }

    fn finds(cafe: &Cafe, wanted: &Wanted, folded: &Folded) -> bool {
        !sort(cafe, &Harvest::of(cafe), wanted, folded).is_empty()
    }

    #[test]
    fn a_version_that_arrives_later_with_an_older_stamp_is_found() {
        let mut here = cafe(&mut clock(3));
        let mut there = here.clone();
        let folded = Folded::default();
        let rewrite = |cafe: &mut Cafe, text: &str, now, writer| {
            let seen = cafe.contribution(NOTE).map(|note| note.text.seen()).unwrap_or_default();
            let rewrite = Command::Rewrite { id: NOTE, seen, text: text.to_owned() };
            cafe.apply(rewrite, now, &mut clock(writer)).expect("words");
        };
        rewrite(&mut here, "Wells", 90, 3);
        rewrite(&mut there, "Springs", 50, 4);
        let springs = Wanted { text: "spring".into(), ..Wanted::default() };
        assert!(!finds(&here, &springs, &folded));
        here.join(there);
        assert!(finds(&here, &springs, &folded));
    }

    #[test]
    fn nobody_learns_by_the_filter_which_notes_have_secret_dots() {
        let mut clock = clock(3);
        let mut cafe = cafe(&mut clock);
        let mut act = |cafe: &mut Cafe, act| drop(carry_out(cafe, &act, 3, &mut clock).expect("an act"));
        let voting = Voting { phase: Phase::Open, secret: true, ..Voting::default() };
        act(&mut cafe, Act::SetVoting(voting));
        act(&mut cafe, Act::PlaceDots { device: DEVICE, person: 1, question: QUESTION, on: vec![NOTE] });
        let with_dots = Wanted { only: Only::WithDots, ..Wanted::default() };
        assert!(!finds(&cafe, &with_dots, &Folded::default()));
        act(&mut cafe, Act::SetVoting(Voting { phase: Phase::Closed, ..voting }));
        assert!(finds(&cafe, &with_dots, &Folded::default()));
    }
}
