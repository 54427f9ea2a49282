//! From which tables, and from which of their rounds, nothing is here: what they still hold, no device can know.

use crate::domain::{Cafe, Id, RoundClock};
use std::collections::BTreeSet;

/// A table of which something is missing on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Its number.
    pub table: usize,
    /// Its name; empty where it has none.
    pub name: String,
    /// The numbers of the rounds from which nothing is here; none where nothing is here at all.
    pub rounds: Vec<usize>,
}

/// The tables of the set-up of which something is missing at `now` (milliseconds since 1970). A round counts that was
/// held: the clock says so, or something from it is here; not one that goes on.
pub fn silent(cafe: &Cafe, now: u64) -> Vec<Silent> {
    let notes = cafe.contributions().map(|note| (note.table, note.round));
    let heard: BTreeSet<(Id, Id)> = notes.chain(cafe.all_key_points().map(|it| (it.table, it.round))).collect();
    let held = held(cafe, &heard, now);
    if heard.is_empty() && held.is_empty() {
        return Vec::new();
    }
    let of_table = |(number, table): (usize, &crate::domain::Table)| {
        let name = table.name.is.to_string();
        let rounds = if heard.iter().any(|(it, _)| *it == table.id) {
            let missing = held.iter().filter(|(_, round)| !heard.contains(&(table.id, *round)));
            let missing: Vec<usize> = missing.map(|(number, _)| *number).collect();
            Some(missing).filter(|missing| !missing.is_empty())?
        } else {
            Vec::new()
        };
        Some(Silent { table: number, name, rounds })
    };
    (1..).zip(cafe.tables()).filter_map(of_table).collect()
}

/// The rounds of the set-up that were held, with their numbers.
fn held(cafe: &Cafe, heard: &BTreeSet<(Id, Id)>, now: u64) -> Vec<(usize, Id)> {
    let clock = cafe.clock();
    let goes_on = |clock: &RoundClock| matches!(clock, RoundClock::Paused { .. }) || clock.runs(now);
    let running = clock.filter(goes_on).map(RoundClock::round);
    let rounds: Vec<(usize, Id)> = (1..).zip(cafe.rounds().iter().map(|round| round.id)).collect();
    let begun =
        clock.and_then(|clock| rounds.iter().find(|(_, id)| *id == clock.round())).map_or(0, |(number, _)| *number);
    let was_held = |(number, id): &(usize, Id)| {
        running != Some(*id) && (*number <= begun || heard.iter().any(|(_, round)| round == id))
    };
    rounds.into_iter().filter(was_held).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, WriterId};

    const NOW: u64 = 1_795_000_000_000;
    const TABLES: [Id; 3] = [Id::from_bits(10), Id::from_bits(11), Id::from_bits(12)];
    const ROUNDS: [Id; 3] = [Id::from_bits(20), Id::from_bits(21), Id::from_bits(22)];

    /// A café with three tables and rounds, and notes of these tables in these rounds, both counted from 1.
    fn cafe(notes: &[(usize, usize)]) -> (Cafe, Clock) {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let tables = TABLES.map(|id| Command::AddTable { id, name: String::new(), question: None });
        let rounds = ROUNDS.map(|id| Command::AddRound { id, minutes: 20, question: None });
        let notes = (100..).zip(notes).map(|(id, (table, round))| Command::Write {
            id: Id::from_bits(id),
            author: DeviceId::from_bits(5),
            question: Id::from_bits(30),
            table: TABLES[table - 1],
            round: ROUNDS[round - 1],
            text: "a note".into(),
            name: String::new(),
            example_of: None,
        });
        for command in tables.into_iter().chain(rounds).chain(notes) {
            cafe.apply(command, 2, &mut clock).expect("a command");
        }
        (cafe, clock)
    }

    fn told(cafe: &Cafe) -> Vec<(usize, Vec<usize>)> {
        silent(cafe, NOW).into_iter().map(|it| (it.table, it.rounds)).collect()
    }

    fn set(cafe: &mut Cafe, clock: &mut Clock, round: RoundClock) {
        cafe.apply(Command::SetClock(round), 3, clock).expect("a clock");
    }

    #[test]
    fn a_table_is_missed_round_by_round_where_others_were_heard() {
        let (cafe, _) = cafe(&[(1, 1), (1, 2), (2, 1), (1, 3)]);
        assert_eq!(told(&cafe), [(2, vec![2, 3]), (3, vec![])]);
        let (cafe, _) = self::cafe(&[(1, 1), (2, 1), (3, 1)]);
        assert!(told(&cafe).is_empty(), "nobody was heard from the other rounds, which may be to come");
    }

    #[test]
    fn the_clock_says_which_rounds_were_held_and_one_that_goes_on_is_not_missed() {
        let (mut cafe, mut clock) = cafe(&[(1, 1), (2, 1), (3, 1), (1, 2), (3, 2)]);
        set(&mut cafe, &mut clock, RoundClock::Running { round: ROUNDS[1], ends: NOW + 1 });
        assert!(told(&cafe).is_empty(), "table 2 still writes");
        set(&mut cafe, &mut clock, RoundClock::Paused { round: ROUNDS[1], left: 1 });
        assert!(told(&cafe).is_empty());
        set(&mut cafe, &mut clock, RoundClock::Running { round: ROUNDS[1], ends: NOW });
        assert_eq!(told(&cafe), [(2, vec![2])], "its time is up");
        set(&mut cafe, &mut clock, RoundClock::Over { round: ROUNDS[2] });
        assert_eq!(told(&cafe), [(1, vec![3]), (2, vec![2, 3]), (3, vec![3])]);
    }

    #[test]
    fn before_a_round_was_held_nothing_is_missing() {
        let (mut cafe, mut clock) = cafe(&[]);
        assert!(told(&cafe).is_empty());
        set(&mut cafe, &mut clock, RoundClock::Running { round: ROUNDS[0], ends: NOW + 1 });
        assert!(told(&cafe).is_empty());
        set(&mut cafe, &mut clock, RoundClock::Over { round: ROUNDS[0] });
        assert_eq!(told(&cafe), [(1, vec![]), (2, vec![]), (3, vec![])]);
    }
}
