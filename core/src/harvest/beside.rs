//! What is beside the harvest and is a field carried by its shape as well (rules B22 and B24 of the format): how long
//! people walk between two rounds, which key points the facilitator set aside, and who took part.

use super::fields;
use crate::domain::{Cafe, KeyPoint};
use crate::merge::Versions;

/// The field of the café's own record with the minutes between two rounds.
pub(super) const GAP: &str = "gap";
/// The field of a key point that sets it aside; a contribution has one of that name too.
pub(super) const HIDDEN: &str = "hidden";
/// The field of the café's own record that says who took part.
pub(super) const TOOK_PART: &str = "took-part";
/// Characters of who took part: a paragraph.
pub const TOOK_PART_CHARS: usize = 500;
/// Minutes for walking from one table to another, where nobody said how many.
pub const USUAL_GAP: u32 = 3;
/// The most minutes between two rounds: a lunch, and a walk.
pub const MOST_GAP: u32 = 120;

/// Minutes between two rounds of a café.
pub fn gap(cafe: &Cafe) -> u32 {
    let set = cafe.head().and_then(|head| fields::whole(&head.extra, GAP));
    set.map_or(USUAL_GAP, |minutes| minutes.min(MOST_GAP))
}

/// Who took part, how many, who organised it and who wrote it down, in free words: one text, several that nobody chose
/// between, or none.
pub fn took_part(cafe: &Cafe) -> Versions {
    cafe.head().map(|head| fields::versions(&head.extra, TOOK_PART)).unwrap_or_default()
}

/// Whether the facilitator set a key point aside. This can be undone; erasing cannot.
pub fn is_set_aside(point: &KeyPoint) -> bool {
    fields::flag(&point.extra, HIDDEN).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Command, DeviceId, Form, Id, Refusal, WriterId};
    use crate::harvest::{Act, apply_edits, carry_out};

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
        apply_edits(&mut here, &done.undo, 5, &mut clock);
        assert_eq!(gap(&here), USUAL_GAP, "as if nobody had said");
        let refused = carry_out(&mut here, &Act::SetGap(MOST_GAP + 1), 6, &mut clock);
        assert_eq!(refused, Err(Refusal::OutOfRange));
    }

    #[test]
    fn who_took_part_is_said_over_what_was_seen_and_two_who_say_it_at_once_are_both_heard() {
        let mut clock = Clock::new(WriterId::from_bits(3));
        let mut other = Clock::new(WriterId::from_bits(4));
        let mut here = cafe(&mut clock);
        assert!(took_part(&here).live().is_empty());
        let say = |cafe: &mut Cafe, clock: &mut Clock, text: &str| {
            let act = Act::SayWhoTookPart { seen: took_part(cafe).seen(), text: text.into() };
            carry_out(cafe, &act, 3, clock)
        };
        let texts = |cafe: &Cafe| took_part(cafe).texts().iter().map(|it| it.is.to_string()).collect::<Vec<_>>();
        let mut there = here.clone();
        say(&mut here, &mut clock, " Forty people \n").expect("words");
        say(&mut there, &mut other, "Le comité, et 40 habitants").expect("words");
        here.join(there);
        assert_eq!(texts(&here), ["Forty people", "Le comité, et 40 habitants"]);
        let done = say(&mut here, &mut clock, "Both").expect("words");
        assert_eq!(texts(&here), ["Both"]);
        apply_edits(&mut here, &done.undo, 5, &mut clock);
        assert_eq!(texts(&here).len(), 2, "both are back");
        let long = say(&mut here, &mut clock, &"é".repeat(TOOK_PART_CHARS + 1));
        assert_eq!(long, Err(Refusal::TooLong(TOOK_PART_CHARS)));
        say(&mut here, &mut clock, "").expect("nothing any more");
        assert_eq!(texts(&here), [""]);
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
