//! Two things beside the harvest that are fields carried by their shape as well (rule B22 of the format): how long people
//! walk between two rounds, and which key points the facilitator set aside.

use super::fields;
use crate::domain::{Cafe, KeyPoint};

/// The field of the café's own record with the minutes between two rounds.
pub(super) const GAP: &str = "gap";
/// The field of a key point that sets it aside; a contribution has one of that name too.
pub(super) const HIDDEN: &str = "hidden";
/// Minutes for walking from one table to another, where nobody said how many.
pub const USUAL_GAP: u32 = 3;
/// The most minutes between two rounds: a lunch, and a walk.
pub const MOST_GAP: u32 = 120;

/// Minutes between two rounds of a café.
pub fn gap(cafe: &Cafe) -> u32 {
    let set = cafe.head().and_then(|head| fields::whole(&head.extra, GAP));
    set.map_or(USUAL_GAP, |minutes| minutes.min(MOST_GAP))
}

/// Whether the facilitator set a key point aside. This can be undone; erasing cannot.
pub fn is_set_aside(point: &KeyPoint) -> bool {
    fields::flag(&point.extra, HIDDEN).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, Id, Refusal, WriterId};
    use crate::harvest::{Act, carry_out, undo};

    const POINT: Id = Id::from_bits(40);

    fn cafe(clock: &mut Clock) -> Cafe {
        let mut cafe = Cafe::create(Id::from_bits(1), "Water", Form::QuestionPerTable, clock.next(1, None));
        let (table, round) = (Id::from_bits(20), Id::from_bits(30));
        let (author, text) = (DeviceId::from_bits(5), "kept".to_owned());
        let write = Command::WriteKeyPoint { id: POINT, author, table, round, text };
        cafe.apply(write, 2, clock).expect("it is written");
        cafe
    }

    #[test]
    fn the_minutes_between_two_rounds_are_set_within_bounds_and_the_later_ones_stand() {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut here = cafe(&mut clock);
        let mut there = here.clone();
        assert_eq!(gap(&here), USUAL_GAP);
        carry_out(&mut here, &Act::SetGap(0), 3, &mut clock).expect("no gap at all");
        assert_eq!(gap(&here), 0);
        let done = carry_out(&mut there, &Act::SetGap(7), 4, &mut clock).expect("seven minutes");
        here.join(there.clone());
        assert_eq!(gap(&here), 7);
        undo(&mut here, &done.undo, 5, &mut clock);
        assert_eq!(gap(&here), USUAL_GAP, "as if nobody had said");
        let refused = carry_out(&mut here, &Act::SetGap(MOST_GAP + 1), 6, &mut clock);
        assert_eq!(refused, Err(Refusal::OutOfRange));
    }

    #[test]
    fn a_key_point_is_set_aside_and_shown_again_and_its_words_stay() {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut cafe = cafe(&mut clock);
        let mut set = |hidden| {
            carry_out(&mut cafe, &Act::SetPointHidden { point: POINT, hidden }, 3, &mut clock).expect("an act");
            cafe.key_point(POINT).map(|point| (is_set_aside(point), point.words().to_owned()))
        };
        assert_eq!(set(true), Some((true, "kept".to_owned())));
        assert_eq!(set(false), Some((false, "kept".to_owned())));
        let missing = Act::SetPointHidden { point: Id::from_bits(41), hidden: true };
        assert_eq!(carry_out(&mut cafe, &missing, 4, &mut clock), Err(Refusal::Missing));
    }
}
