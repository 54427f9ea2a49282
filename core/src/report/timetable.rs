//! When each round begins and ends, planned from a start: for the facilitator's run sheet.

use crate::domain::Cafe;
use crate::harvest::gap;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// A round as it is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its number, from 1.
    pub number: usize,
    /// Its length.
    pub minutes: u32,
    /// When it begins and ends, in minutes after midnight; none where nobody said when the first one begins.
    pub times: Option<(u32, u32)>,
}

/// The rounds of a café, with time to walk between them (see [`gap`]).
pub fn timetable(cafe: &Cafe, start: Option<u32>) -> Vec<Planned> {
    let gap = gap(cafe);
    let mut begins = start;
    let planned = |(place, minutes): (usize, u32)| {
        let times = begins.map(|begins| (begins % DAY, (begins + minutes) % DAY));
        begins = begins.map(|begins| begins + minutes + gap);
        Planned { number: place + 1, minutes, times }
    };
    cafe.rounds().iter().map(|round| round.minutes.is).enumerate().map(planned).collect()
}

/// Minutes after midnight, from `14:05`.
pub fn minutes_of_day(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let number = |text: &str| text.bytes().all(|it| it.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    let (hours, minutes): (u32, u32) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, Form, Id, WriterId};
    use crate::harvest::{Act, carry_out};

    #[test]
    fn rounds_follow_each_other_with_time_to_walk_also_past_midnight() {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        for (id, minutes) in [(30, 20), (31, 15)] {
            let command = Command::AddRound { id: Id::from_bits(id), minutes, question: None };
            cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
        }
        fn times(cafe: &Cafe, start: Option<u32>) -> Vec<Option<(u32, u32)>> {
            timetable(cafe, start).iter().map(|it| it.times).collect()
        }
        assert_eq!(times(&cafe, None), [None, None]);
        assert_eq!(times(&cafe, Some(840)), [Some((840, 860)), Some((863, 878))]);
        assert_eq!(times(&cafe, Some(23 * 60 + 50)), [Some((1430, 10)), Some((13, 28))]);
        carry_out(&mut cafe, &Act::SetGap(10), 3, &mut clock).expect("an act that is carried out");
        assert_eq!(times(&cafe, Some(840)), [Some((840, 860)), Some((870, 885))]);
    }

    #[test]
    fn a_time_of_day_is_read_and_nothing_else_is() {
        assert_eq!(minutes_of_day("14:05"), Some(845));
        assert_eq!(minutes_of_day("00:00"), Some(0));
        for text in ["", "14", "24:00", "12:60", "-1:00", "1:+2", "a:b"] {
            assert_eq!(minutes_of_day(text), None, "{text}");
        }
    }
}
