//! How much a table wrote in a round beside the other tables: numbers, never names.

use crate::domain::{Cafe, Id, MINUTE, RoundClock};

/// The number of notes at the other tables that makes a comparison fair.
const FAIR: usize = 3;

/// How many notes there are of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voices {
    /// At this table.
    pub here: usize,
    /// At the other tables that wrote something: the middle one of their counts. None where no other has.
    pub elsewhere: Option<usize>,
}

impl Voices {
    /// Counts the notes of a round, those set aside included: somebody wrote them.
    pub fn of(cafe: &Cafe, table: Id, round: Id) -> Self {
        let tables: Vec<Id> = cafe.tables().iter().map(|table| table.id).collect();
        let (mut here, mut counts) = (0, vec![0; tables.len()]);
        for note in cafe.contributions().filter(|note| note.round == round) {
            if note.table == table {
                here += 1;
            } else if let Some(place) = tables.iter().position(|id| *id == note.table) {
                counts[place] += 1;
            }
        }
        let mut counts: Vec<usize> = counts.into_iter().filter(|count| *count > 0).collect();
        counts.sort_unstable();
        Self { here, elsewhere: (!counts.is_empty()).then(|| counts[counts.len() / 2]) }
    }

    /// Whether the table wrote nothing, or far less than the others.
    pub fn are_few(self) -> bool {
        self.here == 0 || self.elsewhere.is_some_and(|others| others >= FAIR && self.here * 3 <= others)
    }
}

/// Whether a round is under way long enough (a third of its time) for its host to look who has not been heard. Where no
/// clock runs, nobody knows better than the host.
pub fn is_time_to_ask(cafe: &Cafe, round: Id, now: u64) -> bool {
    let Some(clock) = cafe.clock().filter(|clock| clock.round() == round) else { return true };
    let whole = cafe.round(round).map_or(0, |round| u64::from(round.minutes.is) * MINUTE);
    match clock {
        RoundClock::Over { .. } => true,
        RoundClock::Running { .. } | RoundClock::Paused { .. } => clock.left(now) <= whole / 3 * 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, WriterId};

    const TABLES: [Id; 4] = [Id::from_bits(20), Id::from_bits(21), Id::from_bits(22), Id::from_bits(23)];
    const ROUND: Id = Id::from_bits(30);

    fn cafe(counts: [u128; 4]) -> (Cafe, Clock) {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let mut act = |command| cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
        for table in TABLES {
            act(Command::AddTable { id: table, name: String::new(), question: None });
        }
        act(Command::AddRound { id: ROUND, minutes: 30, question: None });
        let mut id = 100;
        for (table, count) in TABLES.into_iter().zip(counts) {
            for round in [ROUND; 20].into_iter().take(count as usize).chain([Id::from_bits(31)]) {
                id += 1;
                act(Command::Write {
                    id: Id::from_bits(id),
                    author: DeviceId::from_bits(1),
                    question: Id::from_bits(10),
                    table,
                    round,
                    text: "a note".into(),
                    name: String::new(),
                    example_of: None,
                });
            }
        }
        (cafe, clock)
    }

    #[test]
    fn a_table_is_compared_with_the_middle_of_those_that_wrote() {
        let of = |counts| {
            let voices = Voices::of(&cafe(counts).0, TABLES[0], ROUND);
            (voices.here, voices.elsewhere, voices.are_few())
        };
        assert_eq!(of([0, 0, 0, 0]), (0, None, true));
        assert_eq!(of([1, 0, 0, 0]), (1, None, false));
        assert_eq!(of([1, 0, 0, 2]), (1, Some(2), false), "two notes more say nothing");
        assert_eq!(of([1, 2, 3, 9]), (1, Some(3), true));
        assert_eq!(of([2, 5, 5, 9]), (2, Some(5), false));
    }

    #[test]
    fn nobody_is_asked_for_before_a_third_of_the_round() {
        let (mut cafe, mut clock) = cafe([0; 4]);
        assert!(is_time_to_ask(&cafe, ROUND, 5));
        cafe.apply(Command::SetClock(RoundClock::begin(ROUND, 30, 0)), 3, &mut clock).expect("it begins");
        assert!(!is_time_to_ask(&cafe, ROUND, 10 * MINUTE - 1));
        assert!(is_time_to_ask(&cafe, ROUND, 10 * MINUTE));
        assert!(is_time_to_ask(&cafe, Id::from_bits(31), 0), "the clock is about another round");
    }
}
