//! When each round begins and ends, planned from a start: for the facilitator's run sheet.

use crate::domain::Cafe;

/// Minutes for walking from one table to another.
pub const GAP: u32 = 3;
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

/// The rounds of a café, with [`GAP`] minutes between them.
pub fn timetable(cafe: &Cafe, start: Option<u32>) -> Vec<Planned> {
    let mut begins = start;
    let planned = |(place, minutes): (usize, u32)| {
        let times = begins.map(|begins| (begins % DAY, (begins + minutes) % DAY));
        begins = begins.map(|begins| begins + minutes + GAP);
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

    #[test]
    fn rounds_follow_each_other_with_time_to_walk_also_past_midnight() {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        for (id, minutes) in [(30, 20), (31, 15)] {
            let command = Command::AddRound { id: Id::from_bits(id), minutes, question: None };
            cafe.apply(command, 2, &mut clock).expect("a command that is carried out");
        }
        let times = |start| timetable(&cafe, start).iter().map(|it| it.times).collect::<Vec<_>>();
        assert_eq!(times(None), [None, None]);
        assert_eq!(times(Some(840)), [Some((840, 860)), Some((863, 878))]);
        assert_eq!(times(Some(23 * 60 + 50)), [Some((1430, 10)), Some((13, 28))]);
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
